//! What is advised, in which order, and what never is.

mod file;
mod library;

use crate::advise;
use kneewise_types::advice::{Action, Advice};
use kneewise_types::assessment::{
    Assessment, BeliefWord, CauseRow, Condition, DueReason, Family, Finding, Flare, Light, Mechanism,
    OpenQuestions, Pattern, PatternLabel, RedFlag, RedFlagId, State, Urgency, Working,
};
use kneewise_types::light::KneeLight;
use kneewise_types::reason::{Fact, Reason};
use kneewise_types::{Date, Evidence, Grade, RedFlagQuestion, Side};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn long_run() -> Reason {
    let fact = Fact::LongRun {
        date: day("2026-09-20"),
        distance_m: 18_000.0,
        best_30_days_m: 12_500.0,
        best_date: day("2026-08-30"),
        ratio: 1.44,
    };
    Reason { fact, evidence: Evidence::new(Grade::B, "S75") }
}

fn finding(family: Family, belief: f64) -> Finding {
    Finding { family, belief, word: BeliefWord::May, coverage: 1.0, mechanisms: vec![], against: vec![] }
}

fn seen(finding: &mut Finding, row: CauseRow, contribution: f64, reasons: Vec<Reason>) {
    finding.mechanisms.push(Mechanism { row, state: State::Present, contribution, reasons });
}

/// A sore right knee with the given beliefs in the order of `Family::ALL`.
fn sore(beliefs: [f64; 5]) -> Assessment {
    Assessment {
        warnings: vec![],
        return_watch: vec![],
        experiments: vec![],
        weekly_due: vec![],
        as_of: day("2026-10-01"),
        side: Some(Side::Right),
        onset: day("2026-09-22"),
        flares: vec![Flare {
            side: Side::Right,
            start: day("2026-09-22"),
            end: None,
            peak_pain: 4,
            main_region: None,
            baseline: 0.0,
            is_baseline_known: true,
            is_onset_from_run: true,
        }],
        red_flags: vec![],
        open_questions: vec![],
        lights: vec![],
        findings: Family::ALL.into_iter().zip(beliefs).map(|(f, b)| finding(f, b)).collect(),
        patterns: vec![],
        next_tests: vec![],
        missing: vec![],
        own_data: kneewise_types::OwnData::default(),
        working: Working::default(),
    }
}

fn pattern(label: PatternLabel, condition: Condition) -> Pattern {
    Pattern::bare(Side::Right, label, vec![(condition, 0.9)])
}

fn actions(assessment: &Assessment) -> Vec<Action> {
    match advise(assessment) {
        Advice::Train { actions } => actions,
        other => panic!("expected actions, got {other:?}"),
    }
}

fn ids(assessment: &Assessment) -> Vec<&'static str> {
    actions(assessment).into_iter().map(|action| action.id).collect()
}

#[test]
fn families_are_acted_on_in_the_order_of_g3_not_of_belief() {
    assert_eq!(ids(&sore([0.0, 0.3, 0.8, 0.8, 0.8])), ["overuse.hold_and_rest", "weakness.strength"]);
    assert_eq!(ids(&sore([0.0, 0.0, 0.0, 0.8, 0.3])), ["footwear.most_comfortable", "mobility.short_daily"]);
    assert_eq!(ids(&sore([0.25, 0.0, 0.0, 0.0, 0.0])), ["load.ease_and_rebuild"]);
    assert!(ids(&sore([0.2499, 0.1, 0.1, 0.05, 0.05])).is_empty());
}

#[test]
fn safety_comes_first_and_takes_one_of_the_two_places() {
    let mut assessment = sore([0.6, 0.5, 0.4, 0.0, 0.0]);
    assessment.lights =
        vec![KneeLight::bare(Side::Left, Some(Light::Green)), KneeLight::bare(Side::Right, Some(Light::Red))];
    assert_eq!(ids(&assessment), ["safety.rest_until_settled", "load.ease_and_rebuild"]);
    assessment.lights =
        vec![KneeLight::bare(Side::Left, None), KneeLight::bare(Side::Right, Some(Light::Provisional))];
    assert_eq!(ids(&assessment), ["safety.enter_the_morning", "load.ease_and_rebuild"]);
    assessment.lights = vec![KneeLight::bare(Side::Right, Some(Light::Amber))];
    assert_eq!(ids(&assessment), ["safety.hold", "load.ease_and_rebuild"]);
    assessment.patterns =
        vec![Pattern { is_bone_caution: true, ..pattern(PatternLabel::Leans, Condition::Pa) }];
    assert_eq!(ids(&assessment), ["safety.ask_about_bone", "load.ease_and_rebuild"]);
    assessment.patterns =
        vec![Pattern { is_hip_check: true, ..pattern(PatternLabel::Leans, Condition::Hip) }];
    assert_eq!(ids(&assessment), ["safety.check_the_hip", "load.ease_and_rebuild"]);
}

#[test]
fn no_improvement_is_said_and_locks_nothing() {
    let mut assessment = sore([0.6, 0.0, 0.0, 0.0, 0.0]);
    assessment.red_flags = vec![RedFlag { is_blocking: false, ..raised(RedFlagId::R13) }];
    assert_eq!(ids(&assessment), ["load.ease_and_rebuild"]);
    assert!(!assessment.is_locked());
}

#[test]
fn no_strength_training_starts_while_the_light_is_red() {
    let mut assessment = sore([0.0, 0.0, 0.8, 0.0, 0.3]);
    assert_eq!(ids(&assessment), ["weakness.strength", "footwear.most_comfortable"]);
    assessment.lights = vec![KneeLight::bare(Side::Right, Some(Light::Red))];
    assert_eq!(ids(&assessment), ["safety.rest_until_settled", "footwear.most_comfortable"]);
}

#[test]
fn strength_is_grade_a_for_the_kneecap_pattern_alone() {
    let mut assessment = sore([0.0, 0.0, 0.6, 0.0, 0.0]);
    for (label, condition, id, grade) in [
        (PatternLabel::FitsBest, Condition::Pfp, "weakness.hip_and_knee_strength", Grade::A),
        (PatternLabel::Leans, Condition::Pfp, "weakness.strength", Grade::B),
        (PatternLabel::FitsBest, Condition::Itbs, "weakness.strength", Grade::B),
    ] {
        assessment.patterns = vec![pattern(label, condition)];
        let advised = actions(&assessment);
        assert_eq!((advised[0].id, advised[0].evidence.grade), (id, grade));
    }
}

#[test]
fn what_was_seen_chooses_the_action_of_a_family() {
    for (row, id) in [
        (CauseRow::F7, "footwear.pair_that_hurts_less"),
        (CauseRow::F5, "footwear.slow_change"),
        (CauseRow::F3, "footwear.second_pair"),
        (CauseRow::F6, "footwear.most_comfortable"),
    ] {
        let mut assessment = sore([0.0, 0.0, 0.0, 0.0, 0.4]);
        seen(&mut assessment.findings[4], row, 0.2, vec![]);
        assert_eq!(ids(&assessment), [id]);
    }
    let mut short_sleep = sore([0.0, 0.4, 0.0, 0.0, 0.0]);
    seen(&mut short_sleep.findings[1], CauseRow::O4, 0.19, vec![]);
    assert_eq!(ids(&short_sleep), ["overuse.sleep"]);
    let mut pronated = sore([0.0, 0.0, 0.0, 0.0, 0.4]);
    seen(&mut pronated.findings[4], CauseRow::F1, 0.22, vec![]);
    assert_eq!(ids(&pronated), ["footwear.most_comfortable"]);
    pronated.patterns = vec![pattern(PatternLabel::FitsBest, Condition::Pfp)];
    assert_eq!(ids(&pronated), ["footwear.insole_trial"]);
}

#[test]
fn without_pain_the_next_long_run_is_the_subject() {
    let mut assessment = sore([0.5, 0.0, 0.0, 0.0, 0.0]);
    assessment.flares.clear();
    assert_eq!(ids(&assessment), ["load.longest_run_within_a_tenth"]);
    seen(&mut assessment.findings[0], CauseRow::L5, 0.25, vec![]);
    assert_eq!(ids(&assessment), ["load.return_in_steps"]);
}

#[test]
fn a_missing_morning_is_no_pain() {
    let mut assessment = sore([0.5, 0.0, 0.0, 0.0, 0.0]);
    assessment.flares.clear();
    assessment.lights = vec![KneeLight::bare(Side::Right, Some(Light::Provisional))];
    assert_eq!(ids(&assessment), ["load.longest_run_within_a_tenth"]);
}

#[test]
fn a_flare_counts_as_pain_until_six_weeks_after_its_end() {
    let mut assessment = sore([0.5, 0.0, 0.0, 0.0, 0.0]);
    assessment.flares[0].end = Some(day("2026-08-20"));
    assessment.flares[0].start = day("2026-08-10");
    assert_eq!(ids(&assessment), ["load.ease_and_rebuild"], "42 days");
    assessment.flares[0].end = Some(day("2026-08-19"));
    assert_eq!(ids(&assessment), ["load.longest_run_within_a_tenth"], "43 days");
}

#[test]
fn an_action_carries_the_findings_behind_it_strongest_first() {
    let mut assessment = sore([0.6, 0.0, 0.0, 0.0, 0.0]);
    let weaker = Reason { evidence: Evidence::new(Grade::D, "rule"), ..long_run() };
    seen(&mut assessment.findings[0], CauseRow::L4, 0.25, vec![weaker.clone()]);
    seen(&mut assessment.findings[0], CauseRow::L1, 0.31, vec![long_run()]);
    assert_eq!(actions(&assessment)[0].reasons, [long_run(), weaker]);
}

fn raised(id: RedFlagId) -> RedFlag {
    RedFlag { id, side: Some(Side::Right), urgency: Urgency::SameDay, is_blocking: true, reasons: vec![] }
}

#[test]
fn a_red_flag_never_yields_a_plan() {
    let levels = [0.0, 0.3, 0.85];
    for combination in 0..243 {
        let beliefs = [1, 3, 9, 27, 81].map(|place| levels[combination / place % 3]);
        let mut assessment = sore(beliefs);
        assessment.lights = vec![KneeLight::bare(Side::Right, Some(Light::Green))];
        for id in [RedFlagId::R1, RedFlagId::R4, RedFlagId::R8, RedFlagId::R13] {
            assessment.red_flags = vec![raised(id)];
            for has_open in [false, true] {
                assessment.open_questions = if has_open { vec![open()] } else { vec![] };
                assert!(
                    matches!(advise(&assessment), Advice::SeekCare { red_flags } if red_flags == [raised(id)])
                );
            }
        }
        assessment.red_flags.clear();
        assert!(matches!(advise(&assessment), Advice::AnswerFirst { .. }));
        assessment.open_questions.clear();
        assert!(actions(&assessment).len() <= 2);
    }
}

fn open() -> OpenQuestions {
    OpenQuestions {
        side: Side::Right,
        since: day("2026-09-22"),
        why: DueReason::NewFlare,
        questions: vec![RedFlagQuestion::R6],
    }
}

#[test]
fn open_questions_come_before_any_action() {
    let mut assessment = sore([0.8; 5]);
    assessment.open_questions = vec![open()];
    assert_eq!(advise(&assessment), Advice::AnswerFirst { questions: vec![open()] });
}
