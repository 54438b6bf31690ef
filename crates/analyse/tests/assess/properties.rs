//! What holds for every history.

use crate::story::{AS_OF, Story, ago, rated, row};
use kneewise_analyse::assess;
use kneewise_types::assessment::{Assessment, CauseRow, State};
use kneewise_types::{Date, History, Locking, RedFlagQuestion, TestId, TestSide};
use proptest::prelude::*;

/// A life of runs, pains, nights and tests, drawn at random.
fn lives() -> impl Strategy<Value = Story> {
    let runs = prop::collection::vec((1_i64..150, 3_u32..25, 2_u32..9), 0..60);
    let pains = prop::collection::vec((0_i64..150, 0_u8..9), 0..40);
    let nights = prop::collection::vec((0_i64..12, 5_u32..9), 0..10);
    (runs, pains, nights).prop_map(|(runs, pains, nights)| {
        let story = runs.into_iter().enumerate().fold(Story::new(), |story, (at, (day, km, rpe))| {
            story.run_with(day, f64::from(km), |run| {
                rated(f64::from(rpe))(run);
                run.id.0 = format!("{at:04}");
            })
        });
        let story = pains.into_iter().fold(story, |story, (day, points)| story.pain(day, points));
        nights.into_iter().fold(story, |story, (day, hours)| {
            story.wellness(day, |entry| entry.sleep_h = Some(f64::from(hours)))
        })
    })
}

fn shifted(history: &History, days: i64) -> History {
    let by = jiff::SignedDuration::from_hours(24 * days);
    let mut moved = history.clone();
    for activity in &mut moved.activities {
        activity.local_date = activity.local_date.saturating_add(by);
        activity.start = activity.start.saturating_add(by).unwrap();
    }
    for entry in &mut moved.symptoms {
        entry.date = entry.date.saturating_add(by);
    }
    for entry in &mut moved.wellness {
        entry.date = entry.date.saturating_add(by);
    }
    moved
}

fn beliefs(assessment: &Assessment) -> Vec<(kneewise_types::assessment::Family, f64, Vec<State>)> {
    let states = |finding: &kneewise_types::assessment::Finding| {
        finding.mechanisms.iter().chain(&finding.against).map(|one| one.state).collect()
    };
    assessment.findings.iter().map(|finding| (finding.family, finding.belief, states(finding))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn shifting_all_dates_shifts_the_answer(story in lives(), days in -400_i64..400) {
        let as_of: Date = AS_OF.saturating_add(jiff::SignedDuration::from_hours(24 * days));
        let (now, then) = (story.assess(), assess(&shifted(&story.history, days), as_of));
        prop_assert_eq!(beliefs(&now), beliefs(&then));
        prop_assert_eq!(now.next_tests, then.next_tests);
        prop_assert_eq!(now.flares.len(), then.flares.len());
    }

    #[test]
    fn the_order_of_the_inputs_changes_nothing(story in lives()) {
        let mut turned = story.history.clone();
        turned.activities.reverse();
        turned.symptoms.reverse();
        turned.wellness.reverse();
        prop_assert_eq!(story.assess(), assess(&turned, AS_OF));
    }

    #[test]
    fn a_red_flag_locks_and_asks_for_no_test(story in lives(), day in 0_i64..42) {
        let stuck = story.entry(day, |entry| entry.locking = Some(Locking::Stuck)).assess();
        prop_assert!(stuck.is_locked());
        prop_assert!(stuck.next_tests.is_empty());
    }

    #[test]
    fn a_present_row_never_lowers_its_family(story in lives()) {
        let belief = |assessment: &Assessment| {
            assessment.findings.iter().find(|one| one.family == CauseRow::M1.family()).unwrap().belief
        };
        let before = belief(&story.assess());
        let stiff = story.test(TestId::KneeToWall, TestSide::Left, 5.0).test(TestId::KneeToWall, TestSide::Right, 5.0);
        let after = stiff.assess();
        prop_assert_eq!(row(&after, CauseRow::M1).state, State::Present);
        prop_assert!(belief(&after) >= before);
    }

    #[test]
    fn leaving_an_answer_out_never_unlocks(story in lives(), left_out in 0_usize..12) {
        let sore = story.pain(1, 4);
        let answered = (0..12).filter(|at| *at != left_out).fold(sore, |story, at| {
            story.answer(0, RedFlagQuestion::ALL[at], false)
        });
        prop_assert!(answered.assess().is_locked());
        prop_assert!(ago(0) == AS_OF);
    }

    #[test]
    fn every_row_is_there_once_with_a_reason(story in lives()) {
        let assessment = story.assess();
        for id in CauseRow::ALL {
            let mechanism = row(&assessment, *id);
            prop_assert!((0.0..=0.5).contains(&mechanism.contribution));
        }
        prop_assert!(assessment.findings.iter().all(|one| (0.0..=0.85).contains(&one.belief)));
    }
}
