//! How long a run was advised to be, day by day: the ceiling of `load::ceiling` with what the diary said then.
//!
//! What: for every day the longest next run, as it stood that morning.
//! Formula: `load::ceiling`; a knee is sore on a day when either knee had an amber or red light, or pain of 1 or more, in the
//!   14 days before; the longest tolerated run is the longest of the 30 days before whose light was green for every knee with
//!   an entry; a tolerated week is 7 days, each green, with at least 2 runs.
//! Unit: m.
//! Source: load text C1, C4, E5, clinical A.3, F.3 (`rule`).
//! Grade: D as a rule, built on B.
//! Limits: a run that was not rated counts as not tolerated.
//! Says nothing: on walk-run stages, and from the first to the last day of an open red light.

use crate::calendar::{Window, add_days};
use crate::load::ceiling::{Ceiling, CeilingReason, Knee as Allowed, RecentRuns, ceiling};
use crate::load::{self, LoadHistory};
use crate::one_knee::Knee;
use kneewise_types::light::Light;
use kneewise_types::{Date, History, Side};

const SORE_DAYS: i64 = 14;
const TOLERATED_DAYS: i64 = 30;
const WEEK: i64 = 7;
const RUNS_A_WEEK: usize = 2;

/// The advice of one day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AdvisedLength {
    pub date: Date,
    /// `None` when walk-run stages or a red light decide, or nothing is known.
    pub metres: Option<f64>,
    pub reason: Option<CeilingReason>,
}

/// The advised length of every day of a span, both ends included; nothing after the day asked is looked at.
#[must_use]
pub fn advised_lengths(history: &History, (from, to): (Date, Date), as_of: Date) -> Vec<AdvisedLength> {
    let load = load::gather(history, as_of);
    let knees = Side::BOTH.map(|side| Knee::new(history, &load, side, as_of));
    let mut advised = Vec::new();
    let mut date = from;
    while date <= to {
        advised.push(on(&load, &knees, date));
        date = add_days(date, 1);
    }
    advised
}

fn on(load: &LoadHistory, knees: &[Knee; 2], date: Date) -> AdvisedLength {
    let nothing = AdvisedLength { date, metres: None, reason: None };
    if knees.iter().any(|knee| knee.lights.is_red_open(date)) {
        return nothing;
    }
    match ceiling(&RecentRuns::before(load, date), allowed(load, knees, date)) {
        Ceiling::WalkRunStages => nothing,
        Ceiling::Distance { metres, reason, .. } => {
            AdvisedLength { date, metres: Some(metres), reason: Some(reason) }
        }
    }
}

fn allowed(load: &LoadHistory, knees: &[Knee; 2], date: Date) -> Allowed {
    let before = Window { from: add_days(date, -SORE_DAYS), to: add_days(date, -1) };
    if !knees.iter().any(|knee| is_sore(knee, before)) {
        return Allowed::Quiet;
    }
    let (from, to) = (add_days(date, -TOLERATED_DAYS), add_days(date, -1));
    let tolerated = load.sessions_between(from, to).filter(|session| is_green(knees, session.date));
    let best_tolerated_m = tolerated.filter_map(|session| session.distance_m).max_by(f64::total_cmp);
    Allowed::Sore { best_tolerated_m, has_tolerated_week: has_tolerated_week(load, knees, date) }
}

fn is_sore(knee: &Knee, window: Window) -> bool {
    let is_lit = knee.lights.rated_within(window).any(|light| matches!(light, Light::Amber | Light::Red));
    is_lit || knee.diary.has_pain(window)
}

/// Green for every knee that was rated, and for at least one.
fn is_green(knees: &[Knee; 2], date: Date) -> bool {
    let lights: Vec<Light> = knees.iter().filter_map(|knee| knee.lights.on(date)).collect();
    !lights.is_empty() && lights.iter().all(|light| *light == Light::Green)
}

fn has_tolerated_week(load: &LoadHistory, knees: &[Knee; 2], date: Date) -> bool {
    let (from, to) = (add_days(date, -WEEK), add_days(date, -1));
    let is_all_green = (1..=WEEK).all(|back| is_green(knees, add_days(date, -back)));
    is_all_green && load.sessions_between(from, to).count() >= RUNS_A_WEEK
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::day;
    use crate::load::testing::{history_of, run_on};
    use kneewise_types::{GivingWay, Locking, NightPain, PainScore, Swelling, SymptomEntry};

    fn rated(date: &str, during: u8, morning: u8) -> SymptomEntry {
        SymptomEntry {
            pain_morning: PainScore::new(morning).ok(),
            pain_before: PainScore::new(0).ok(),
            pain_during_max: PainScore::new(during).ok(),
            pain_60min: PainScore::new(0).ok(),
            swelling: Some(Swelling::None),
            locking: Some(Locking::None),
            giving_way: Some(GivingWay::None),
            night_pain: Some(NightPain::None),
            has_limp: Some(false),
            has_medicine: Some(false),
            ..SymptomEntry::empty(day(date), Side::Left)
        }
    }

    fn metres(history: &History, date: &str) -> Option<f64> {
        advised_lengths(history, (day(date), day(date)), day("2026-04-30")).first().and_then(|day| day.metres)
    }

    #[test]
    fn without_a_diary_it_is_a_tenth_beyond_the_longest() {
        let history = history_of(vec![run_on("2026-03-01", 10.0), run_on("2026-03-12", 8.0)]);
        assert!((metres(&history, "2026-03-13").unwrap() - 11_000.0).abs() < 1e-6);
        assert_eq!(metres(&history, "2026-03-01"), None, "nothing to compare with");
        assert_eq!(metres(&history, "2026-04-20"), None, "walk-run stages after five weeks");
    }

    #[test]
    fn a_sore_knee_is_advised_what_it_tolerated() {
        let mut history = history_of(vec![
            run_on("2026-03-01", 12.0),
            run_on("2026-03-04", 6.0),
            run_on("2026-03-07", 9.0),
        ]);
        history.symptoms = vec![
            rated("2026-03-04", 1, 0),
            rated("2026-03-05", 0, 0),
            rated("2026-03-07", 4, 0),
            rated("2026-03-08", 0, 0),
        ];
        // The 6 km were green, the 9 km amber, the 12 km never rated.
        assert!((metres(&history, "2026-03-09").unwrap() - 6_000.0).abs() < 1e-6);
    }

    #[test]
    fn every_day_of_the_span_is_answered_once() {
        let history = history_of(vec![run_on("2026-02-27", 5.0)]);
        let advised = advised_lengths(&history, (day("2026-02-27"), day("2026-03-02")), day("2026-03-02"));
        assert_eq!(advised.len(), 4);
        assert!(advised.is_sorted_by_key(|day| day.date));
    }
}
