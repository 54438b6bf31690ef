//! What is not known, and what knowing it would unlock.

use super::language::is_german;
use super::{families, german};
use kneewise_types::assessment::{Family, Missing};
use std::collections::BTreeSet;

/// One line for one missing thing.
#[must_use]
pub fn text(missing: &Missing) -> String {
    if is_german() {
        return german::missing::text(missing.what);
    }
    match missing.what {
        "activities" => {
            "Runs are missing: import watch files or an export, and the load of each week can be read.".into()
        }
        "diary" => {
            "A pain diary is missing: ten seconds a day would show flares, and which runs came before them."
                .into()
        }
        "flares" => {
            "Fewer than three flares can be compared with the weeks before them: own statistics begin there."
                .into()
        }
        "screen" => "Safety questions are open: one minute, and plans and exercises are unlocked.".into(),
        "regions" => {
            "The place of the pain is missing: one tap on the map would let patterns be compared.".into()
        }
        "findings" => {
            "Answers about stairs, squatting and sitting are missing: they tell patterns apart.".into()
        }
        "shoes" => {
            "Shoes are missing: naming each pair would show wear, changes and whether one hurts less.".into()
        }
        "shoe_details" => {
            "Details of your shoes are missing: drop and cushioning would complete the footwear part.".into()
        }
        "tests" => {
            "Home tests are missing: ten minutes would show whether strength or mobility play a part.".into()
        }
        "strength_log" => {
            "Strength training is unknown: logging it, or saying there is none, settles that part.".into()
        }
        "wellness" => {
            "Sleep, stress and mood are missing: a week of them would show how well you recover.".into()
        }
        "sleep" => "Sleep is missing: four nights of the last seven are enough to count it.".into(),
        "profile" => "The profile is empty: birth year, sex and weight sharpen norms and patterns.".into(),
        "age" => "Your birth year is missing: patterns and norms depend on age.".into(),
        "sex" => "Your sex is missing: heart-rate load and some norms depend on it.".into(),
        "mass" => "Your weight is missing: the cushioning rule and knee load depend on it.".into(),
        "running_since" => {
            "When you began to run is missing: some rules hold for the first year alone.".into()
        }
        "session_rpe" => "How hard your runs felt is missing: it would tell hard days from easy ones.".into(),
        "heart_rate" => "Heart rate is missing: it would tell hard days from easy ones.".into(),
        "cadence" => "Cadence is missing, so the range of knee load is wider.".into(),
        "altitude" => "Height is missing: hills and descents cannot be counted.".into(),
        "speed" => "Speed is missing: fast running cannot be told from easy running.".into(),
        "surface" => "The ground you ran on is missing: a change of surface cannot be seen.".into(),
        "foot_posture" => "Foot posture was never measured. It predicts little by itself.".into(),
        other => generic(other, &missing.unlocks),
    }
}

fn generic(what: &str, unlocks: &[&str]) -> String {
    let what = super::numbers::capital(&what.replace('_', " "));
    let families: BTreeSet<&str> = unlocks
        .iter()
        .filter_map(|unlock| Family::ALL.into_iter().find(|family| unlock.starts_with(family.word())))
        .map(families::in_sentence)
        .collect();
    if families.is_empty() {
        format!("{what} is missing: with it the answer would be surer.")
    } else {
        let families = families.into_iter().collect::<Vec<_>>().join(" and ");
        format!("{what} is missing: with it {families} could be judged better.")
    }
}
