//! What is not known, and what knowing it would unlock.
//!
//! What watches record is looked for in the runs of the 180 days before the day asked (our choice, key `rule`, grade D).

use crate::calendar::Window;
use crate::causes::case::Case;
use crate::order;
use crate::pattern::answers::ANSWER_DAYS;
use kneewise_types::assessment::Missing;
use kneewise_types::{Activity, Shoe};

const RECENT_DAYS: i64 = 180;

/// Everything that is lacking, by name.
pub(crate) fn missing(case: &Case<'_>, is_screen_due: bool) -> Vec<Missing> {
    let mut found = Vec::new();
    of_activities(case, &mut found);
    of_symptoms(case, is_screen_due, &mut found);
    of_equipment_and_tests(case, &mut found);
    of_profile(case, &mut found);
    order::sort(&mut found);
    found
}

fn add(found: &mut Vec<Missing>, is_missing: bool, what: &'static str, unlocks: &[&'static str]) {
    if is_missing {
        found.push(Missing { what, unlocks: unlocks.to_vec() });
    }
}

fn of_activities(case: &Case<'_>, found: &mut Vec<Missing>) {
    let runs: Vec<&Activity> =
        case.rack.runs(Window::ending(case.as_of, RECENT_DAYS)).iter().map(|run| run.activity).collect();
    let lacks = |has: &dyn Fn(&Activity) -> bool| !runs.iter().any(|run| has(run));
    let has_digest =
        |run: &Activity, get: fn(&kneewise_types::SampleDigest) -> bool| run.digest.as_ref().is_some_and(get);
    add(found, runs.is_empty(), "activities", &["load.*", "overuse.no_rest_day"]);
    let has_cadence = |run: &Activity| {
        run.mean_cadence.is_some() || has_digest(run, |digest| digest.median_running_cadence_spm.is_some())
    };
    add(found, lacks(&has_cadence), "cadence", &["gait.*"]);
    let has_heart_rate = |run: &Activity| {
        run.mean_heart_rate.is_some() || has_digest(run, |digest| !digest.heart_rate_s.is_empty())
    };
    let hard: &[&str] = &["load.hard_days_too_close", "load.new_terrain_or_speed"];
    add(found, lacks(&has_heart_rate), "heart_rate", hard);
    let has_height =
        |run: &Activity| run.descent.is_some() || has_digest(run, |digest| digest.descent_m.is_some());
    add(found, lacks(&has_height), "altitude", &["load.new_terrain_or_speed"]);
    add(found, lacks(&|run| run.session_rpe.is_some()), "session_rpe", &["load.hard_days_too_close"]);
    let has_surface = |run: &Activity| run.surface.is_some();
    add(found, lacks(&has_surface), "surface", &["load.surface_change"]);
}

fn of_symptoms(case: &Case<'_>, is_screen_due: bool, found: &mut Vec<Missing>) {
    let of_diary = [
        "flares",
        "conditions",
        "overuse.recurrence",
        "overuse.persistent_symptoms",
        "overuse.rising_pain",
        "footwear.one_pair_hurts",
    ];
    add(found, case.diary.is_none(), "diary", &of_diary);
    add(found, is_screen_due, "screen", &["plan.*", "exercises.*"]);
    if let Some(diary) = case.diary {
        let window = Window::ending(case.as_of, ANSWER_DAYS);
        let has_pain = diary.has_pain(window);
        add(found, has_pain && diary.main_region(window).is_none(), "regions", &["conditions"]);
        let has_findings = diary.within(window).iter().any(|entry| !entry.findings.is_empty());
        add(found, has_pain && !has_findings, "findings", &["conditions"]);
    }
    let has_recent = |is: fn(&kneewise_types::WellnessEntry) -> bool| {
        let window = case.last_days(7);
        case.wellness.iter().any(|entry| window.contains(entry.date) && is(entry))
    };
    add(found, !has_recent(|entry| entry.sleep_h.is_some()), "sleep", &["overuse.short_sleep"]);
    let has_mood = has_recent(|entry| entry.stress.is_some() || entry.mood.is_some());
    add(found, !has_mood, "wellness", &["overuse.stress"]);
}

fn of_equipment_and_tests(case: &Case<'_>, found: &mut Vec<Missing>) {
    let is_worn = case.rack.shares(Window::ending(case.as_of, RECENT_DAYS)).named_m > 0.0;
    add(found, !is_worn, "shoes", &["footwear.*"]);
    let is_described = |shoe: &Shoe| shoe.drop_mm.is_some() && shoe.cushioning.is_some();
    let has_details = case.rack.pairs.iter().any(|pair| pair.shoe.is_some_and(is_described));
    let details = ["footwear.firm_for_light_runner", "footwear.low_drop", "footwear.recent_change"];
    add(found, is_worn && !has_details, "shoe_details", &details);
    let tests = ["weakness.*", "mobility.*", "footwear.pronated_in_neutral"];
    add(found, case.results.is_empty(), "tests", &tests);
    add(found, case.strength_days.is_empty(), "strength_log", &["weakness.untrained"]);
}

fn of_profile(case: &Case<'_>, found: &mut Vec<Missing>) {
    let profile = &case.history.profile;
    let norms = ["conditions", "weakness.quadriceps", "weakness.hip_abduction"];
    add(found, profile.birth_year.is_none(), "age", &norms);
    let by_sex = ["weakness.quadriceps", "weakness.hip_abduction", "footwear.firm_for_light_runner"];
    add(found, profile.sex.is_none(), "sex", &by_sex);
    let by_mass = ["footwear.firm_for_light_runner", "footwear.minimal_heavy", "footwear.worn"];
    add(found, case.mass_kg().is_none(), "mass", &by_mass);
    let novice = ["load.novice_week_rise", "weakness.untrained"];
    add(found, case.running_since().is_none(), "running_since", &novice);
}
