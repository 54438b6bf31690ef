//! The light over days and weeks: closing a RED, series rules, reasons that agree with the light, what is missing.

use super::diary::Diary;
use super::explain::{RatedDay, facts, gaps};
use super::flares::flares;
use super::knee_light::knee_light;
use super::light::{Rating, Scores, light};
use super::light_days::{Knee, light_days};
use super::mode::Modes;
use super::signs::Signs;
use crate::calendar::{add_days, day};
use crate::pattern::tables::AgeBand;
use kneewise_types::light::{GapKind, KneeLight, Light, LightFact, LightGap, LightMode, Moment, NextStep};
use kneewise_types::reason::DiarySign;
use kneewise_types::{Date, GivingWay, History, Locking, NightPain, PainScore, Side, Swelling, SymptomEntry};
use proptest::prelude::*;

/// The first day of these diaries.
fn at(days: i64) -> Date {
    add_days(day("2026-03-01"), days)
}

fn score(points: u8) -> Option<PainScore> {
    PainScore::new(points).ok()
}

/// A morning with all signs answered and none there.
fn morning(days: i64, points: u8) -> SymptomEntry {
    SymptomEntry {
        pain_morning: score(points),
        swelling: Some(Swelling::None),
        locking: Some(Locking::None),
        giving_way: Some(GivingWay::None),
        night_pain: Some(NightPain::None),
        has_limp: Some(false),
        has_medicine: Some(false),
        ..SymptomEntry::empty(at(days), Side::Left)
    }
}

fn mornings(points: &[u8]) -> Vec<SymptomEntry> {
    (0..).zip(points).map(|(days, points)| morning(days, *points)).collect()
}

/// A run with its pain before, during and an hour after.
fn run(entry: &mut SymptomEntry, pains: [u8; 3]) {
    let [before, during, after] = pains.map(score);
    (entry.pain_before, entry.pain_during_max, entry.pain_60min) = (before, during, after);
}

fn lit_with(symptoms: Vec<SymptomEntry>, as_of: Date, run_days: &[Date], with_flares: bool) -> KneeLight {
    let diary = Diary::new(&History { symptoms, ..History::default() }, Side::Left, as_of);
    let flares = if with_flares { flares(&diary, as_of) } else { Vec::new() };
    let modes = Modes::new(&diary, AgeBand::Adult, None);
    let knee = Knee { diary: &diary, flares: &flares, run_days, modes: &modes };
    knee_light(&knee, &light_days(&knee, as_of), as_of)
}

fn lit(symptoms: Vec<SymptomEntry>, as_of: i64) -> KneeLight {
    lit_with(symptoms, at(as_of), &[], false)
}

fn kinds(knee: &KneeLight) -> Vec<&LightFact> {
    knee.reasons.iter().map(|reason| &reason.fact).collect()
}

#[test]
fn a_quiet_week_is_green() {
    let knee = lit(mornings(&[0; 7]), 6);
    assert_eq!((knee.light, knee.next_step), (Some(Light::Green), NextStep::GoOn));
    assert!(knee.may_progress() && knee.lacks.is_empty());
    assert_eq!(kinds(&knee), [&LightFact::QuietMorning { date: at(6), points: 0, baseline: 0.0 }]);
}

#[test]
fn a_red_stays_open_until_two_settled_mornings() {
    let knee = lit(mornings(&[0, 0, 0, 3, 0]), 4);
    assert_eq!((knee.light, knee.next_step), (Some(Light::Red), NextStep::Rest));
    let above = LightFact::MorningAbove { date: at(3), points: 3, baseline: 0.0 };
    assert_eq!(kinds(&knee), [&above, &LightFact::RedOpen { since: at(3), baseline: 0.0 }]);
    let open = knee.open_red.unwrap();
    assert_eq!((open.settled_mornings, open.earliest_close), (1, at(5)));
    let closed = lit(mornings(&[0, 0, 0, 3, 0, 0]), 5);
    assert_eq!((closed.light, closed.open_red), (Some(Light::Green), None));
}

#[test]
fn when_a_red_can_close_at_the_earliest() {
    let open = |points: &[u8], as_of| lit(mornings(points), as_of).open_red.unwrap();
    assert_eq!(open(&[0, 0, 0, 3], 3).earliest_close, at(5), "48 h and two mornings");
    assert_eq!(open(&[0, 0, 0, 3], 4).earliest_close, at(5), "this morning is not entered yet");
    assert_eq!(open(&[0, 0, 0, 3], 7).earliest_close, at(8));
    assert_eq!(open(&[0, 0, 0, 3, 0, 1, 1], 6).earliest_close, at(8), "the last morning was above B");
}

#[test]
fn a_second_red_keeps_the_first_open_for_48_hours_more() {
    let mut entries = mornings(&[0, 0, 0, 3, 1, 1, 0, 0, 0]);
    run(&mut entries[6], [0, 7, 0]);
    let knee = lit(entries.clone(), 7);
    assert_eq!(knee.light, Some(Light::Red), "two settled mornings, but the second red is a day old");
    let open = knee.open_red.clone().unwrap();
    assert_eq!((open.since, open.latest, open.earliest_close), (at(3), at(6), at(8)));
    assert_eq!(kinds(&knee)[0], &LightFact::HighPain { moment: Moment::During, date: at(6), points: 7 });
    assert_eq!(lit(entries, 8).open_red, None);
}

#[test]
fn a_limp_keeps_a_red_open_and_is_named() {
    let mut entries = mornings(&[0, 0, 0, 3, 0, 0]);
    entries[5].has_limp = Some(true);
    let knee = lit(entries, 5);
    assert_eq!(knee.light, Some(Light::Red));
    assert_eq!(knee.open_red.unwrap().signs, [DiarySign::Limp]);
    let limp = LightFact::Sign { sign: DiarySign::Limp, date: at(5), value: "1".to_owned() };
    assert_eq!(kinds(&lit_limp())[0], &limp);
}

fn lit_limp() -> KneeLight {
    let mut entries = mornings(&[0; 6]);
    entries[5].has_limp = Some(true);
    lit(entries, 5)
}

#[test]
fn b_stays_frozen_while_a_red_is_open_and_is_taken_afresh_after_14_days() {
    let mut points = vec![0; 7];
    points.extend([4; 14]);
    let knee = lit(mornings(&points[..20]), 19);
    assert!((knee.baseline - 0.0).abs() < 1e-9 && !knee.open_red.unwrap().is_baseline_fresh);
    points.extend([3; 8]);
    let knee = lit(mornings(&points[..22]), 21);
    let open = knee.open_red.clone().unwrap();
    assert!(open.is_baseline_fresh && (open.baseline - 3.0).abs() < 1e-9, "cap 3: {}", open.baseline);
    assert_eq!(knee.next_step, NextStep::RestAssess);
    let overdue = LightFact::RedNotClosed { since: at(7), days: 14 };
    assert_eq!(knee.series[0].fact, overdue);
    assert_eq!(lit(mornings(&points[..23]), 22).open_red, None, "two mornings at the fresh B");
}

#[test]
fn an_amber_run_lasts_until_the_next_run() {
    let mut entries = mornings(&[0; 7]);
    run(&mut entries[2], [0, 4, 0]);
    let knee = lit(entries.clone(), 6);
    assert_eq!((knee.light, knee.next_step), (Some(Light::Amber), NextStep::Repeat));
    let during = LightFact::DuringAbove { date: at(2), points: 4, limit: 2 };
    let holds = LightFact::LastRunHolds { date: at(2), light: Light::Amber };
    assert_eq!(kinds(&knee), [&during, &holds]);
    run(&mut entries[5], [0, 0, 0]);
    assert_eq!(lit(entries, 6).light, Some(Light::Green));
}

#[test]
fn without_an_entry_in_fourteen_days_there_is_no_light() {
    let knee = lit(mornings(&[0; 7]), 20);
    assert_eq!((knee.light, knee.next_step), (None, NextStep::Enter));
    assert_eq!(kinds(&knee), [&LightFact::NoEntries { last: Some(at(6)), days: 14 }]);
    assert!(lit(mornings(&[0; 7]), 19).light.is_some());
}

#[test]
fn the_next_morning_completes_the_light_of_a_run() {
    let mut entries = mornings(&[0; 7]);
    run(&mut entries[6], [0, 2, 0]);
    let knee = lit(entries.clone(), 6);
    assert_eq!((knee.light, knee.next_step), (Some(Light::Provisional), NextStep::Repeat));
    assert_eq!(knee.lacks, [LightGap { date: at(7), what: GapKind::Morning }]);
    entries.push(morning(7, 0));
    assert_eq!(lit(entries, 7).light, Some(Light::Green));
}

#[test]
fn a_recorded_run_without_an_entry_asks_for_its_pain() {
    let knee = lit_with(mornings(&[0; 7]), at(7), &[at(7)], false);
    let asked: Vec<GapKind> = knee.lacks.iter().map(|gap| gap.what).collect();
    assert_eq!(knee.light, Some(Light::Provisional));
    assert_eq!(asked, [GapKind::Before, GapKind::During, GapKind::HourAfter, GapKind::Morning]);
}

/// Runs every other day with the given pain during, mornings at 0.
fn runs(during: &[u8]) -> Vec<SymptomEntry> {
    let mut entries = mornings(&vec![0; during.len() * 2 + 1]);
    for (at, points) in during.iter().enumerate() {
        run(&mut entries[2 * at], [0, *points, 0]);
    }
    entries
}

#[test]
fn three_amber_runs_in_a_row_step_down() {
    let knee = lit(runs(&[0, 4, 4, 4]), 8);
    assert_eq!(knee.next_step, NextStep::StepDown);
    assert_eq!(knee.series[0].fact, LightFact::ThreeAmber { dates: vec![at(2), at(4), at(6)] });
    assert_eq!(lit(runs(&[4, 4, 0, 4]), 8).next_step, NextStep::Repeat);
    let mut gap = runs(&[4, 4, 4, 4]);
    gap[4].pain_60min = None;
    let knee = lit(gap, 8);
    assert_eq!(knee.next_step, NextStep::StepDown, "a run that was not fully entered breaks no row");
}

#[test]
fn two_reds_in_seven_days_and_three_in_fourteen() {
    let reds = |days: &[usize]| {
        let mut entries = mornings(&[0; 20]);
        for at in days {
            run(&mut entries[*at], [0, 7, 0]);
        }
        let last = i64::try_from(*days.last().unwrap()).unwrap();
        lit(entries.into_iter().take(days.last().unwrap() + 1).collect(), last)
    };
    assert_eq!(reds(&[3]).next_step, NextStep::Rest);
    let two = reds(&[3, 9]);
    assert_eq!(two.next_step, NextStep::RestTwoBack);
    assert!(two.needs_therapist());
    assert_eq!(reds(&[3, 10]).next_step, NextStep::Rest, "eight days");
    let three = reds(&[3, 10, 16]);
    assert_eq!(three.next_step, NextStep::RestAssess);
    assert_eq!(three.series[0].fact, LightFact::ThreeReds { dates: vec![at(3), at(10), at(16)] });
    assert_eq!(reds(&[2, 9, 16]).series, [], "15 days, eight days");
}

#[test]
fn a_worse_week_stops_the_increase_under_a_green_light() {
    let knee = lit(mornings(&[0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 1]), 13);
    assert_eq!((knee.light, knee.next_step), (Some(Light::Green), NextStep::Hold));
    assert!(!knee.may_progress());
    let LightFact::MorningsRise { this_week, last_week } = knee.series[0].fact else { panic!() };
    assert!((this_week - 9.0 / 7.0).abs() < 1e-9 && last_week.abs() < 1e-9);
}

#[test]
fn no_improvement_after_six_weeks_of_a_flare() {
    let lasting = |first: u8, last: u8, days: i64| {
        let entries: Vec<SymptomEntry> = (0..=days)
            .step_by(2)
            .map(|at| {
                let mut entry = morning(at, 2);
                run(&mut entry, [2, if at < 28 { first } else { last }, 2]);
                entry
            })
            .collect();
        lit_with(entries, at(days), &[], true)
            .series
            .into_iter()
            .map(|reason| reason.fact)
            .collect::<Vec<_>>()
    };
    let found = lasting(4, 4, 42);
    let expected = LightFact::NoImprovement { since: at(0), first_mean: 4.0, last_mean: 4.0 };
    assert!(found.contains(&expected), "{found:?}");
    let has = |facts: &[LightFact]| facts.iter().any(|fact| matches!(fact, LightFact::NoImprovement { .. }));
    assert!(!has(&lasting(4, 4, 40)), "not yet six weeks");
    assert!(!has(&lasting(5, 4, 42)), "lower by 1");
}

fn ratings() -> impl Strategy<Value = Rating> {
    let pain = || proptest::option::of(0_u8..=10).prop_map(|points| points.and_then(score));
    let mode = prop_oneof![
        Just(LightMode::Joint),
        Just(LightMode::Tendon),
        Just(LightMode::Bone),
        Just(LightMode::Teen)
    ];
    let signs = (any::<Option<bool>>(), any::<Option<bool>>(), proptest::option::of(0_usize..4)).prop_map(
        |(limp, medicine, swelling)| Signs {
            limp,
            medicine,
            swelling: swelling.map(|at| Swelling::ALL[at]),
            ..Signs::NONE
        },
    );
    (mode, 0_u8..=6, (pain(), pain(), pain(), pain()), signs, any::<bool>()).prop_map(
        |(mode, halves, (before, during, after_60_min, next_morning), signs, is_in_flare)| Rating {
            mode,
            baseline: f64::from(halves) / 2.0,
            scores: Scores { before, during, after_60_min, next_morning },
            signs,
            is_in_flare,
        },
    )
}

proptest! {
    /// Whatever was entered, the light has a reason of its own colour, and a provisional one says what it lacks.
    #[test]
    fn every_light_has_its_reason(rating in ratings()) {
        let diary = Diary::new(&History::default(), Side::Left, at(0));
        let rated = RatedDay { diary: &diary, date: at(0), is_run: true, flare_since: Some(at(-3)) };
        let (light, facts, gaps) = (light(&rating), facts(&rating, &rated), gaps(&rating, &rated));
        prop_assert!(!facts.is_empty(), "{light:?} has no reason");
        prop_assert_eq!(gaps.is_empty(), light != Light::Provisional);
        let is_quiet = |fact: &LightFact| matches!(fact, LightFact::QuietRun { .. });
        prop_assert_eq!(facts.iter().any(is_quiet), light == Light::Green);
    }
}
