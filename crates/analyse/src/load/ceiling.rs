//! How long the next run may be.
//!
//! What: the longest next session that stays beside the reference group of the spike study.
//! Formula: 1.10 * longest of the 30 days before; a new longest run at most once in 7 days. A knee with symptoms in the
//!   last 14 days: the longest session that stayed within the pain rule, no increase until 7 tolerated days in a row.
//!   After 14 to 27 days without running and no pain: the reference is min(best30, max(0.5 * best of 90 days, 3 km)).
//!   From 28 days on, or with nothing within the pain rule: the walk-run stages decide.
//! Unit: m.
//! Source: built on Frandsen 2025 (`S75`); load text C1, C4, clinical F.3 (`rule`).
//! Grade: D as a rule.
//! Limits: distance only.
//! Says nothing: an open red light or a red flag comes first and is the caller's to check.

use super::history::LoadHistory;
use super::spike::{Best, REFERENCE_DAYS, SpikeState, spike_state};
use super::{days_between, plus_days};
use kneewise_types::{Date, Evidence, Grade};

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

const STEP: f64 = 1.10;
const NEW_LONGEST_EVERY_DAYS: i64 = 7;
const RETURN_FROM_DAYS: i64 = 14;
const STAGES_FROM_DAYS: i64 = 28;
const LONG_MEMORY_DAYS: i64 = 90;
const SHORTEST_RETURN_M: f64 = 3000.0;

/// What the knee allows, from the diary (load text C1, E5).
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Knee {
    /// No light but green and no pain of 1 or more in the last 14 days.
    Quiet,
    /// Symptoms; the longest session of the 30 days that stayed within the pain rule, and whether the last 7 days were all
    /// tolerated with at least 2 runs among them.
    Sore { best_tolerated_m: Option<f64>, has_tolerated_week: bool },
}

/// Why the ceiling is what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CeilingReason {
    /// 1.10 times the longest of 30 days.
    TenPercent,
    /// A new longest run was less than 7 days ago.
    NewLongestThisWeek,
    /// A sore knee keeps the longest tolerated run.
    SoreKnee,
    /// Back after 14 to 27 days.
    AfterBreak,
}

/// The longest next run.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Ceiling {
    /// Walk-run stages decide (clinical F.1, F.2).
    WalkRunStages,
    Distance {
        metres: f64,
        reference_m: f64,
        reason: CeilingReason,
    },
}

/// The running behind a ceiling.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RecentRuns {
    pub best_30_days_m: Option<f64>,
    pub best_90_days_m: Option<f64>,
    /// Whole days without a run before the planned day.
    pub days_off: Option<i64>,
    /// Days since a session became the longest of its 30 days.
    pub days_since_new_longest: Option<i64>,
}

impl RecentRuns {
    /// As they stand before a planned day.
    #[must_use]
    pub fn before(load: &LoadHistory, planned: Date) -> Self {
        let yesterday = plus_days(planned, -1);
        let best = |days: i64| {
            load.days.best_between(plus_days(planned, -days), yesterday).map(|best: Best| best.distance_m)
        };
        let last = load.sessions.iter().map(|session| session.date).filter(|date| *date < planned).max();
        let new_longest = load.sessions_between(plus_days(planned, -LONG_MEMORY_DAYS), yesterday).filter(
            |session| match (session.distance_m, load.days.best_30(session.date)) {
                (Some(metres), Some(best)) => metres > best.distance_m + 1e-6,
                _ => false,
            },
        );
        Self {
            best_30_days_m: best(i64::from(REFERENCE_DAYS)),
            best_90_days_m: best(LONG_MEMORY_DAYS),
            days_off: last.map(|date| days_between(date, planned) - 1),
            days_since_new_longest: new_longest.map(|session| days_between(session.date, planned)).min(),
        }
    }
}

/// The longest next run on a planned day.
#[must_use]
pub fn ceiling(runs: &RecentRuns, knee: Knee) -> Ceiling {
    let of = |reference_m: f64, factor: f64, reason| Ceiling::Distance {
        metres: reference_m * factor,
        reference_m,
        reason,
    };
    let (Some(best), Some(days_off)) = (runs.best_30_days_m, runs.days_off) else {
        return Ceiling::WalkRunStages;
    };
    if days_off >= STAGES_FROM_DAYS || (days_off >= RETURN_FROM_DAYS && knee != Knee::Quiet) {
        return Ceiling::WalkRunStages;
    }
    let is_too_soon = runs.days_since_new_longest.is_some_and(|days| days < NEW_LONGEST_EVERY_DAYS);
    match knee {
        Knee::Sore { best_tolerated_m: None, .. } => Ceiling::WalkRunStages,
        Knee::Sore { best_tolerated_m: Some(tolerated), has_tolerated_week } => {
            let factor = if has_tolerated_week && !is_too_soon { STEP } else { 1.0 };
            of(tolerated, factor, CeilingReason::SoreKnee)
        }
        Knee::Quiet if days_off >= RETURN_FROM_DAYS => {
            let half = (0.5 * runs.best_90_days_m.unwrap_or(best)).max(SHORTEST_RETURN_M);
            of(best.min(half), STEP, CeilingReason::AfterBreak)
        }
        Knee::Quiet if is_too_soon => of(best, 1.0, CeilingReason::NewLongestThisWeek),
        Knee::Quiet => of(best, STEP, CeilingReason::TenPercent),
    }
}

/// What is to be said to a planned distance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlannedRun {
    Ok,
    /// Not yet: it would be the second new longest run in 7 days.
    NotYet,
    SpikeWarning(SpikeState),
    /// More than twice the longest: the runner has to confirm.
    NeedsConfirmation,
    /// Nothing to compare with: the walk-run stages decide.
    WalkRunStages,
}

/// Judges a planned distance of a runner without symptoms (clinical F.3).
#[must_use]
pub fn judge(planned_m: f64, runs: &RecentRuns) -> PlannedRun {
    let Some(best) = runs.best_30_days_m else { return PlannedRun::WalkRunStages };
    let is_too_soon = runs.days_since_new_longest.is_some_and(|days| days < NEW_LONGEST_EVERY_DAYS);
    match spike_state(planned_m, best) {
        SpikeState::Large => PlannedRun::NeedsConfirmation,
        state @ (SpikeState::Small | SpikeState::Moderate) => PlannedRun::SpikeWarning(state),
        SpikeState::RegressionOrSmall if is_too_soon && planned_m > best + 1e-6 => PlannedRun::NotYet,
        SpikeState::RegressionOrSmall => PlannedRun::Ok,
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{day, history_of, run_on};
    use super::*;
    use crate::load::gather;

    fn runs(best_30_km: f64, best_90_km: f64, days_off: i64) -> RecentRuns {
        RecentRuns {
            best_30_days_m: Some(best_30_km * 1000.0),
            best_90_days_m: Some(best_90_km * 1000.0),
            days_off: Some(days_off),
            days_since_new_longest: None,
        }
    }

    fn metres(ceiling: Ceiling) -> f64 {
        let Ceiling::Distance { metres, .. } = ceiling else { panic!("{ceiling:?}") };
        metres
    }

    #[test]
    fn worked_examples_of_c4() {
        assert!((metres(ceiling(&runs(12.0, 16.0, 16), Knee::Quiet)) - 8800.0).abs() < 1e-6);
        assert!((metres(ceiling(&runs(6.0, 20.0, 16), Knee::Quiet)) - 6600.0).abs() < 1e-6);
        assert_eq!(ceiling(&runs(12.0, 16.0, 35), Knee::Quiet), Ceiling::WalkRunStages);
    }

    #[test]
    fn table_of_clinical_f3() {
        let twelve = runs(12.0, 12.0, 2);
        let ten = runs(10.0, 10.0, 2);
        assert_eq!(judge(13_200.0, &twelve), PlannedRun::Ok);
        assert_eq!(judge(14_000.0, &twelve), PlannedRun::SpikeWarning(SpikeState::Small));
        assert_eq!(judge(16_000.0, &twelve), PlannedRun::SpikeWarning(SpikeState::Moderate));
        assert_eq!(judge(21_000.0, &ten), PlannedRun::NeedsConfirmation);
        let none = RecentRuns { best_30_days_m: None, ..ten };
        assert_eq!(judge(5_000.0, &none), PlannedRun::WalkRunStages);
        assert_eq!(ceiling(&none, Knee::Quiet), Ceiling::WalkRunStages);
        let fresh = RecentRuns { days_since_new_longest: Some(3), ..ten };
        assert_eq!(judge(11_000.0, &fresh), PlannedRun::NotYet);
        assert_eq!(judge(10_000.0, &fresh), PlannedRun::Ok);
        assert!((metres(ceiling(&fresh, Knee::Quiet)) - 10_000.0).abs() < 1e-6);
    }

    #[test]
    fn a_sore_knee_keeps_what_it_tolerated() {
        let sore = |best_tolerated_m, has_tolerated_week| Knee::Sore { best_tolerated_m, has_tolerated_week };
        let runs = runs(12.0, 16.0, 3);
        assert!((metres(ceiling(&runs, sore(Some(7000.0), false))) - 7000.0).abs() < 1e-6);
        assert!((metres(ceiling(&runs, sore(Some(7000.0), true))) - 7700.0).abs() < 1e-6);
        assert_eq!(ceiling(&runs, sore(None, false)), Ceiling::WalkRunStages);
    }

    #[test]
    fn the_planned_day_itself_is_no_reference() {
        let history = history_of(vec![
            run_on("2026-03-01", 10.0),
            run_on("2026-03-20", 10.5),
            run_on("2026-03-23", 30.0),
        ]);
        let runs = RecentRuns::before(&gather(&history, day("2026-03-23")), day("2026-03-23"));
        assert_eq!(runs.best_30_days_m, Some(10_500.0));
        assert_eq!((runs.days_off, runs.days_since_new_longest), (Some(2), Some(3)));
    }
}
