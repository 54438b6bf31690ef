//! The runner's own step rate over speed.
//!
//! What: preferred step rate from steady running, which relative step rate is then measured against.
//! Formula: `ln SR = ln c + s ln(v/3)` with Huber's weights (k 1.345) over the baseline window: the earliest 20 runs, or, once
//!   the history is longer than 118 days, the 90 days that end 28 days before the day asked; only before a retraining.
//!   With 30 segments over 0.6 m/s of speeds s is fitted and held in 0.05 to 0.45, then c again; else s is 0.20.
//! Units: steps/min, m/s.
//! Source: load text D2, E2 (`rule`).
//! Grade: D.
//! Limits: 10 segments at least [choice]; shoes and ground are not told apart.
//! Says nothing: with fewer segments; then everybody's step rate is used.

use super::digest::{GaitDigest, SteadySegment};
use crate::knee::preferred_cadence::{CadenceOrigin, POPULATION_EXPONENT, PreferredCadence};
use crate::load::line::huber;
use crate::load::number::{mean, median};
use crate::load::{days_between, plus_days};
use crate::order;
use kneewise_types::{Date, Evidence, Grade};
use serde::{Deserialize, Serialize};

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

const FIRST_RUNS: usize = 20;
const YOUNG_HISTORY_DAYS: i64 = 118;
const WINDOW_DAYS: i64 = 90;
const LAG_DAYS: i64 = 28;
const SEGMENTS_FOR_SLOPE: usize = 30;
const SPEED_RANGE_M_S: f64 = 0.6;
const SEGMENTS_AT_LEAST: usize = 10;
const EXPONENTS: (f64, f64) = (0.05, 0.45);
const HUBER_K: f64 = 1.345;
const ROUNDS: usize = 20;

/// The fitted habit and what it stands on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct GaitBaseline {
    pub preferred: PreferredCadence,
    pub segments: usize,
    /// First and last day of the runs it was fitted to.
    pub from: Date,
    pub to: Date,
    /// Whether the exponent is the runner's own too.
    pub is_exponent_fitted: bool,
}

/// Baseline of a runner on a day; order of the runs does not matter.
#[must_use]
pub fn gait_baseline(
    runs: &[GaitDigest],
    as_of: Date,
    retraining_start: Option<Date>,
) -> Option<GaitBaseline> {
    let window = window(runs, as_of, retraining_start);
    let (from, to) = (window.first()?.local_date, window.last()?.local_date);
    let segments: Vec<SteadySegment> = window.iter().flat_map(|run| run.segments.iter().copied()).collect();
    let (preferred, is_exponent_fitted) = fit(&segments)?;
    Some(GaitBaseline { preferred, segments: segments.len(), from, to, is_exponent_fitted })
}

/// Steady minutes in the runs that a baseline is fitted to.
pub(super) fn steady_minutes(runs: &[GaitDigest], as_of: Date, retraining_start: Option<Date>) -> usize {
    window(runs, as_of, retraining_start).iter().map(|run| run.segments.len()).sum()
}

fn window(runs: &[GaitDigest], as_of: Date, retraining_start: Option<Date>) -> Vec<&GaitDigest> {
    let mut known: Vec<&GaitDigest> = runs.iter().filter(|run| run.local_date <= as_of).collect();
    order::sort_by(&mut known, |a, b| (a.local_date, &a.id).cmp(&(b.local_date, &b.id)));
    let first = known.first().map_or(as_of, |run| run.local_date);
    known.retain(|run| retraining_start.is_none_or(|start| run.local_date < start));
    if days_between(first, as_of) > YOUNG_HISTORY_DAYS {
        let to = plus_days(as_of, -LAG_DAYS);
        let from = plus_days(to, 1 - WINDOW_DAYS);
        known.retain(|run| (from..=to).contains(&run.local_date));
    } else {
        known.truncate(FIRST_RUNS);
    }
    known
}

/// Habit of some segments, and whether its exponent was fitted.
fn fit(segments: &[SteadySegment]) -> Option<(PreferredCadence, bool)> {
    if segments.len() < SEGMENTS_AT_LEAST {
        return None;
    }
    let pairs: Vec<(f64, f64)> =
        (segments.iter()).map(|segment| ((segment.speed_mps / 3.0).ln(), segment.cadence_spm.ln())).collect();
    let speeds = || segments.iter().map(|segment| segment.speed_mps);
    let range = speeds().fold(f64::NEG_INFINITY, f64::max) - speeds().fold(f64::INFINITY, f64::min);
    let line = huber(&pairs).filter(|_| segments.len() >= SEGMENTS_FOR_SLOPE && range >= SPEED_RANGE_M_S);
    let exponent = line.map_or(POPULATION_EXPONENT, |line| line.slope.clamp(EXPONENTS.0, EXPONENTS.1));
    let levels: Vec<f64> = pairs.iter().map(|(u, y)| y - exponent * u).collect();
    let at_3_mps_spm = huber_mean(&levels)?.exp();
    Some((PreferredCadence { at_3_mps_spm, exponent, origin: CadenceOrigin::Personal }, line.is_some()))
}

/// Mean in which far values count less.
fn huber_mean(values: &[f64]) -> Option<f64> {
    let mut centre = mean(values)?;
    for _ in 0..ROUNDS {
        let mut distances: Vec<f64> = values.iter().map(|value| (value - centre).abs()).collect();
        let spread = 1.4826 * median(&mut distances)?;
        if spread < 1e-12 {
            break;
        }
        let limit = HUBER_K * spread;
        let weight = |value: f64| (limit / (value - centre).abs().max(limit)).min(1.0);
        let (sum, all) = values.iter().fold((0.0, 0.0), |(s, w), v| (s + weight(*v) * v, w + weight(*v)));
        centre = sum / all;
    }
    Some(centre)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::load::line::least_squares;
    use crate::load::number::agrees;
    use kneewise_types::ActivityId;

    pub(crate) fn run(date: Date, segments: Vec<SteadySegment>) -> GaitDigest {
        GaitDigest {
            id: ActivityId(date.to_string()),
            local_date: date,
            segments,
            mean_cadence_spm: None,
            step_length_m: None,
            stance_time_s: None,
            duty_factor: None,
            vertical_oscillation_m: None,
            vertical_ratio: None,
            left_stance_share: None,
        }
    }

    pub(crate) fn segment(speed_mps: f64, cadence_spm: f64) -> SteadySegment {
        SteadySegment { speed_mps, cadence_spm }
    }

    fn habit(c: f64, s: f64, speed: f64) -> SteadySegment {
        segment(speed, c * (speed / 3.0_f64).powf(s))
    }

    #[test]
    fn worked_example_of_e2() {
        let pairs: Vec<(f64, f64)> = [(2.5, 158.0), (2.8, 162.0), (3.2, 167.0), (3.8, 174.0)]
            .map(|(v, spm): (f64, f64)| ((v / 3.0).ln(), spm.ln()))
            .to_vec();
        let line = least_squares(&pairs).unwrap();
        let own = PreferredCadence {
            at_3_mps_spm: line.intercept.exp(),
            exponent: line.slope,
            origin: CadenceOrigin::Personal,
        };
        assert!(agrees(own.at_3_mps_spm, 164.671, 0.001));
        assert!(agrees(own.exponent, 0.23051, 0.00001));
        assert!(agrees(own.at_spm(2.9), 163.389, 0.001));
        assert!(agrees(own.rho(2.9, 176.0), 1.0772, 0.0001));
    }

    #[test]
    fn a_planted_habit_is_found_despite_outliers() {
        let mut segments: Vec<SteadySegment> =
            (0..60).map(|n| habit(166.0, 0.24, 2.5 + 0.02 * f64::from(n))).collect();
        segments.extend([segment(3.0, 205.0), segment(2.6, 141.0), segment(3.4, 210.0)]);
        let (own, is_fitted) = fit(&segments).unwrap();
        assert!(is_fitted && (own.at_3_mps_spm - 166.0).abs() < 0.2, "{own:?}");
        assert!((own.exponent - 0.24).abs() < 0.01, "{own:?}");
    }

    #[test]
    fn one_speed_fixes_the_exponent_and_an_odd_one_is_held() {
        let same = vec![segment(3.0, 164.0); 40];
        let (own, is_fitted) = fit(&same).unwrap();
        assert!(!is_fitted && (own.exponent - 0.20).abs() < 1e-12 && (own.at_3_mps_spm - 164.0).abs() < 1e-9);
        let steep: Vec<SteadySegment> =
            (0..40).map(|n| habit(166.0, 0.9, 2.5 + 0.03 * f64::from(n))).collect();
        assert!((fit(&steep).unwrap().0.exponent - 0.45).abs() < 1e-12);
        assert_eq!(fit(&same[..9]), None);
    }

    #[test]
    fn the_window_moves_once_the_history_is_long() {
        let start: Date = "2026-01-01".parse().unwrap();
        let runs: Vec<GaitDigest> = (0..60_i32)
            .map(|n| run(plus_days(start, 3 * i64::from(n)), vec![segment(3.0, 160.0 + f64::from(n)); 2]))
            .collect();
        let young = gait_baseline(&runs, plus_days(start, 118), None).unwrap();
        assert_eq!((young.from, young.to), (start, plus_days(start, 57)));
        let later = gait_baseline(&runs, plus_days(start, 177), None).unwrap();
        assert_eq!((later.from, later.to), (plus_days(start, 60), plus_days(start, 147)));
        let retrained = gait_baseline(&runs, plus_days(start, 177), Some(plus_days(start, 100))).unwrap();
        assert_eq!(retrained.to, plus_days(start, 99));
    }
}
