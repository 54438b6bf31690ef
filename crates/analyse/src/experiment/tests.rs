//! Experiments on made-up runners.

use super::*;
use crate::assess;
use crate::calendar::day;
use crate::gait::SteadySegment;
use crate::load::testing::run_on;
use kneewise_types::{
    ActivityId, Arm, ExperimentKind, ExperimentOutcome, ExperimentStop, ExperimentVerdict, GaitDigest,
    Locking, OtherPain, PainScore, ScreenAnswer, Shoe, Side, SymptomEntry,
};

const START: &str = "2026-03-02";

fn experiment(kind: ExperimentKind) -> Experiment {
    Experiment {
        start: day(START),
        kind,
        side: Side::Left,
        block_days: 14,
        order: [Arm::Usual, Arm::Changed, Arm::Changed, Arm::Usual].to_vec(),
        seed: 1,
        outcome: ExperimentOutcome::DailyPain,
        step_rate_factor: (kind == ExperimentKind::StepRate).then_some(1.08),
        usual_pair: (kind == ExperimentKind::Shoes).then(|| "Old".to_owned()),
        changed_pair: (kind == ExperimentKind::Shoes).then(|| "New".to_owned()),
        rest_days_a_week: (kind == ExperimentKind::RestDays).then_some(3),
        stopped_on: None,
        stop_reason: None,
    }
}

fn score(points: u8) -> Option<PainScore> {
    PainScore::new(points).ok()
}

/// Whether a day from the start belongs to a changed block of the order above.
fn is_changed(days: i64) -> bool {
    (14..42).contains(&days)
}

/// Eight weeks of blocks and four before: a run every other day, mornings of 2 as usual and of 1 with the change.
fn life(kind: ExperimentKind) -> History {
    let mut history = History { experiments: vec![experiment(kind)], ..History::default() };
    for days in -28_i64..56 {
        let date = add_days(day(START), days);
        let entry = SymptomEntry::empty(date, Side::Left);
        history
            .symptoms
            .push(SymptomEntry { pain_morning: score(if is_changed(days) { 1 } else { 2 }), ..entry });
        if days % 2 == 0 {
            let mut run = run_on(&date.to_string(), 8.0);
            run.id = ActivityId(format!("{date}"));
            run.shoe = Some(if is_changed(days) { "New" } else { "Old" }.to_owned());
            let cadence_spm = if is_changed(days) { 178.0 } else { 165.0 };
            history.gait.push(GaitDigest {
                id: run.id.clone(),
                local_date: date,
                segments: vec![SteadySegment { speed_mps: 3.0, cadence_spm }; 20],
                mean_cadence_spm: Some(cadence_spm),
                step_length_m: None,
                stance_time_s: None,
                duty_factor: None,
                vertical_oscillation_m: None,
                vertical_ratio: None,
                left_stance_share: None,
            });
            history.activities.push(run);
        }
    }
    let answer = |side| ScreenAnswer {
        date: day("2026-02-02"),
        side,
        question: kneewise_types::RedFlagQuestion::All,
        is_yes: false,
        by: None,
    };
    history.screen = vec![answer(Side::Left)];
    history
}

fn state_on(history: &History, as_of: &str) -> ExperimentState {
    assess(history, day(as_of)).experiments.remove(0)
}

#[test]
fn blocks_follow_the_order_and_the_calendar() {
    let history = life(ExperimentKind::Shoes);
    let state = state_on(&history, "2026-03-20");
    assert_eq!(state.status, ExperimentStatus::Running);
    assert_eq!(state.today, Some(BlockDay { block: 1, day: 4 }));
    let block = state.block_today().unwrap();
    assert_eq!((block.arm, block.from, block.to), (Arm::Changed, day("2026-03-16"), day("2026-03-29")));
    assert!(state.blocks[0].is_over && !block.is_over);
    assert_eq!(state.result.verdict, ExperimentVerdict::TooEarly);
    assert_eq!(state_on(&history, "2026-03-01").status, ExperimentStatus::Planned);
    assert_eq!(state_on(&history, "2026-04-27").status, ExperimentStatus::Finished);
}

#[test]
fn two_pairs_that_agree_fit_and_count_as_tested() {
    for kind in [ExperimentKind::Shoes, ExperimentKind::StepRate] {
        let state = state_on(&life(kind), "2026-04-27");
        assert_eq!(state.result.differences, [1.0, 1.0], "{kind:?}");
        assert_eq!(state.result.p, Some(0.25));
        assert_eq!(state.result.verdict, ExperimentVerdict::Fits);
        assert!(state.result.is_kept && state.agrees(), "{kind:?} {:?}", state.blocks);
        assert!(state.blocks.iter().all(|block| block.adherence.share() == Some(1.0)));
    }
}

#[test]
fn what_was_not_kept_does_not_agree() {
    let mut history = life(ExperimentKind::Shoes);
    for run in &mut history.activities {
        run.shoe = Some("Old".to_owned());
    }
    let state = state_on(&history, "2026-04-27");
    assert_eq!(state.result.verdict, ExperimentVerdict::Fits);
    assert!(!state.result.is_kept && !state.agrees());
    assert_eq!(state.blocks[1].adherence.share(), Some(0.0));
    // Runs every other day leave three or four rest days a week: the usual blocks were changed too.
    let state = state_on(&life(ExperimentKind::RestDays), "2026-04-27");
    assert_eq!(state.blocks[0].adherence.share(), Some(0.0));
    assert_eq!(state.blocks[1].adherence.share(), Some(1.0));
}

#[test]
fn runs_without_a_named_pair_or_steady_minutes_are_unknown() {
    let mut history = life(ExperimentKind::Shoes);
    history.activities.iter_mut().for_each(|run| run.shoe = None);
    let block = &state_on(&history, "2026-04-27").blocks[0];
    assert_eq!((block.adherence.of, block.adherence.unknown), (0, 7));
    assert!(!state_on(&history, "2026-04-27").agrees());
}

#[test]
fn a_stop_ends_it_and_unfinished_blocks_do_not_count() {
    let mut history = life(ExperimentKind::Shoes);
    history.experiments[0].stopped_on = Some(day("2026-04-20"));
    let state = state_on(&history, "2026-05-30");
    assert_eq!(state.status, ExperimentStatus::Stopped);
    assert_eq!(state.result.differences.len(), 1);
    assert_eq!(state.result.verdict, ExperimentVerdict::TooEarly);
    assert_eq!(state_on(&history, "2026-04-19").status, ExperimentStatus::Running);
}

#[test]
fn a_red_flag_a_red_light_and_open_questions_stop_it() {
    let locked = |locking| {
        let mut history = life(ExperimentKind::Shoes);
        let entry = SymptomEntry::empty(day("2026-03-18"), Side::Left);
        history.symptoms.push(SymptomEntry { locking: Some(locking), ..entry });
        state_on(&history, "2026-03-19").stop
    };
    assert!(matches!(locked(Locking::Stuck), Some(ExperimentStop::RedFlag { .. })));
    let mut history = life(ExperimentKind::Shoes);
    history.screen.clear();
    assert_eq!(state_on(&history, "2026-03-19").stop, Some(ExperimentStop::OpenQuestions));
    assert_eq!(
        obstacle(&history, ExperimentKind::Shoes, day("2026-03-19")),
        Some(ExperimentStop::OpenQuestions)
    );
    let history = life(ExperimentKind::Shoes);
    assert_eq!(state_on(&history, "2026-03-19").stop, None);
    assert_eq!(obstacle(&history, ExperimentKind::Shoes, day("2026-03-19")), None);
}

#[test]
fn calf_pain_and_a_new_low_drop_pair_stop_a_higher_step_rate_alone() {
    let with = |kind, change: &dyn Fn(&mut History)| {
        let mut history = life(kind);
        change(&mut history);
        state_on(&history, "2026-03-20").stop
    };
    let calf = |history: &mut History| {
        let site = kneewise_types::symptom::OtherPainSite::CalfOrAchilles;
        let pain = OtherPain { site, score: PainScore::new(3).unwrap() };
        let entry = SymptomEntry::empty(day("2026-03-19"), Side::Right);
        history.symptoms.push(SymptomEntry { other_pain: vec![pain], ..entry });
    };
    let stopped = Some(ExperimentStop::CalfPain { date: day("2026-03-19"), points: 3 });
    assert_eq!(with(ExperimentKind::StepRate, &calf), stopped);
    assert_eq!(with(ExperimentKind::Shoes, &calf), None);
    let low = |history: &mut History| {
        let first_used = Some(day("2026-02-20"));
        history.shoes.push(Shoe { drop_mm: Some(4.0), first_used, ..Shoe::named("Flat".to_owned()) });
    };
    let stopped = Some(ExperimentStop::NewLowDropPair { since: day("2026-02-20") });
    assert_eq!(with(ExperimentKind::StepRate, &low), stopped);
    assert_eq!(with(ExperimentKind::Shoes, &low), None);
}

#[test]
fn two_runs_after_which_the_knee_was_not_green_stop_it() {
    let mut history = life(ExperimentKind::StepRate);
    for entry in &mut history.symptoms {
        if [day("2026-03-16"), day("2026-03-18")].contains(&entry.date) {
            entry.pain_before = score(0);
            entry.pain_during_max = score(3);
            entry.pain_60min = score(2);
            entry.swelling = Some(kneewise_types::Swelling::None);
            entry.locking = Some(Locking::None);
            entry.giving_way = Some(kneewise_types::GivingWay::None);
            entry.night_pain = Some(kneewise_types::NightPain::None);
            entry.has_limp = Some(false);
            entry.has_medicine = Some(false);
        }
    }
    let stopped = Some(ExperimentStop::PainRuleTwice { first: day("2026-03-16"), second: day("2026-03-18") });
    assert_eq!(state_on(&history, "2026-03-19").stop, stopped);
    assert_eq!(state_on(&history, "2026-03-31").stop, None, "the next block");
}
