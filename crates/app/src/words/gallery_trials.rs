//! Every sentence about early signs, experiments, weekly checks, scores, notes and where the knee worked, listed and checked.

use super::examples::day;
use super::gallery::faults;
use super::{Voice, experiment, knee_where, notes, plain, scores, warnings};
use crate::proposals::{Reading, Waiting};
use kneewise_analyse::knee::NoKneeLoad;
use kneewise_analyse::knee::picture::{HardBy, Hardest};
use kneewise_analyse::notes::Moment;
use kneewise_types::{ActivityId, PainScore, Region, Side, UnitSystem};

/// Sections with their sentences.
pub(super) fn gallery() -> Vec<(&'static str, Vec<String>)> {
    let voice = Voice { as_of: day("2026-10-01"), units: UnitSystem::Metric };
    vec![
        ("early signs", warnings::examples::sentences(&voice)),
        ("experiments", experiment::examples::sentences(&voice)),
        ("weekly check, scores, foot posture", scores::examples::sentences(&voice)),
        ("where the knee worked", places(&voice)),
    ]
}

/// Lines with ids and commands: they name things, and end as commands end.
fn lines() -> Vec<(&'static str, Vec<String>)> {
    let mut said: Vec<String> = [0, 1, 5].iter().filter_map(|count| notes::wait(*count)).collect();
    said.push(notes::none().to_owned());
    let moments = [Moment::Before, Moment::During, Moment::After, Moment::Morning, Moment::Unknown];
    for (at, moment) in moments.into_iter().enumerate() {
        said.extend(notes::proposal(&waiting(at, moment)));
    }
    said.extend([1, 3].map(notes::what_to_say));
    for verdict in ["accepted", "corrected", "refused", "reopened"] {
        said.push(notes::decided(verdict, 2, &["1a2b3c4d".to_owned()], 3));
    }
    said.extend([
        notes::unknown("zz"),
        notes::ambiguous("1"),
        notes::without_side("1a"),
        notes::undecided("zz"),
    ]);
    vec![("notes", said)]
}

fn waiting(at: usize, moment: Moment) -> Waiting {
    let sides = [vec![], vec![Side::Left], vec![Side::Right], Side::BOTH.to_vec()];
    Waiting {
        id: "1a2b3c4d".to_owned(),
        date: day("2026-09-20"),
        activity: ActivityId("ab12".to_owned()),
        title: (at == 1).then(|| "Morning run".to_owned()),
        quote: "Left knee sore 4/10".to_owned(),
        words: vec![],
        language: "en",
        reading: Reading {
            date: day(if moment == Moment::Morning { "2026-09-21" } else { "2026-09-20" }),
            sides: sides.get(at % 4).cloned().unwrap_or_default(),
            score: PainScore::new(4).ok().filter(|_| at > 0),
            moment,
            region: (at == 2).then_some(Region::InferiorPole),
            onset_km: (at == 1).then_some(5.0),
            is_swollen: at == 3,
        },
    }
}

fn places(voice: &Voice) -> Vec<String> {
    let part = |by, grade| Hardest {
        from_s: 1_440.0,
        from_m: 4_000.0,
        speed_mps: 2.8,
        distance_m: 1_000.0,
        distance_share: 0.10,
        damage_share: 0.22,
        by,
        grade,
    };
    let mut all = vec![knee_where::hardest(voice, None)];
    for by in [HardBy::Downhill, HardBy::Uphill, HardBy::Speed, HardBy::FewerSteps] {
        all.push(knee_where::hardest(voice, Some(&part(Some(by), Some(-0.06)))));
    }
    all.push(knee_where::hardest(voice, Some(&part(None, None))));
    for reason in [NoKneeLoad::NotOnFoot, NoKneeLoad::NoSpeed, NoKneeLoad::NoSteps] {
        all.push(knee_where::without(reason).to_owned());
    }
    let date = day("2026-09-20");
    all.push(knee_where::day(voice, date, (1, 1.0), (10_000.0, None)));
    all.push(knee_where::day(voice, date, (2, 0.7), (10_000.0, Some(&part(None, None)))));
    all.push(knee_where::empty_day(voice, date));
    all
}

#[test]
fn the_gallery_of_signs_and_trials() {
    let mut text = String::new();
    for (section, sentences) in gallery().into_iter().chain(lines()) {
        text.push_str(&format!("{section}\n"));
        for sentence in sentences {
            text.push_str(&format!("  {}\n", plain(&sentence).replace('\n', "\n  ")));
        }
    }
    insta::with_settings!({
        snapshot_path => concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden"),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, { insta::assert_snapshot!("gallery-trials", text) });
}

#[test]
fn every_sentence_of_signs_and_trials_keeps_the_voice() {
    for (section, sentences) in gallery() {
        assert!(!sentences.is_empty(), "{section} is empty");
        for sentence in sentences {
            let faults = faults(&sentence);
            assert!(faults.is_empty(), "{section}: `{sentence}` {faults:?}");
        }
    }
    for (section, said) in lines() {
        for line in said {
            let mut faults = faults(&line);
            // A command has no full stop, and ids stand apart.
            faults.retain(|fault| fault != "does not end in one full stop" && fault != "says `  `");
            assert!(faults.is_empty(), "{section}: `{line}` {faults:?}");
        }
    }
}
