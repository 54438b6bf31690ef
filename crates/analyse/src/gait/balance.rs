//! Left and right: whether stance balance left its habit.
//!
//! What: the distance of the left share of stance from a half, against the runner's own.
//! Formula: a change of more than 1 percentage point from the baseline's median in each of the latest 3 runs or more.
//! Units: percentage points.
//! Source: load text E3 (`rule`).
//! Grade: D.
//! Limits: worth noting, nothing more; only accessories measure it.
//! Says nothing: with fewer than 3 runs on either side.

use super::baseline::GaitBaseline;
use super::digest::GaitDigest;
use crate::load::number::median;
use crate::order;
use kneewise_types::{Date, Evidence, Grade};
use serde::{Deserialize, Serialize};

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

const NOTABLE_POINTS: f64 = 1.0;
const RUNS: usize = 3;

/// A shift worth noting.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct BalanceShift {
    /// Day of the first of the runs.
    pub since: Date,
    pub runs: usize,
    /// Usual distance from 50 %, percentage points.
    pub usual_points: f64,
    /// Median distance of these runs.
    pub now_points: f64,
}

/// The shift of the latest runs, if there is one.
#[must_use]
pub fn balance_shift(runs: &[GaitDigest], baseline: &GaitBaseline, as_of: Date) -> Option<BalanceShift> {
    let mut known: Vec<(Date, f64)> = runs
        .iter()
        .filter(|run| run.local_date <= as_of)
        .filter_map(|run| Some((run.local_date, 100.0 * (run.left_stance_share? - 0.5).abs())))
        .collect();
    order::sort_by(&mut known, |a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let is_usual = |date: &Date| (baseline.from..=baseline.to).contains(date);
    let mut usual: Vec<f64> =
        known.iter().filter(|(date, _)| is_usual(date)).map(|(_, points)| *points).collect();
    let usual_points = median(&mut usual).filter(|_| usual.len() >= RUNS)?;
    let shifted: Vec<(Date, f64)> = known
        .into_iter()
        .rev()
        .take_while(|(date, points)| *date > baseline.to && (points - usual_points).abs() > NOTABLE_POINTS)
        .collect();
    let now_points = median(&mut shifted.iter().map(|(_, points)| *points).collect::<Vec<_>>())?;
    let (since, _) = *shifted.last().filter(|_| shifted.len() >= RUNS)?;
    Some(BalanceShift { since, runs: shifted.len(), usual_points, now_points })
}

#[cfg(test)]
mod tests {
    use super::super::baseline::tests::run;
    use super::*;
    use crate::knee::PreferredCadence;
    use crate::load::plus_days;

    fn shift(latest: &[f64]) -> Option<BalanceShift> {
        let start: Date = "2026-01-01".parse().unwrap();
        let baseline = GaitBaseline {
            preferred: PreferredCadence::POPULATION,
            segments: 40,
            from: start,
            to: plus_days(start, 4),
            is_exponent_fitted: false,
        };
        let shares = [0.503, 0.497, 0.502, 0.503, 0.498].iter().chain(latest);
        let runs: Vec<GaitDigest> = (0..)
            .zip(shares)
            .map(|(n, share)| GaitDigest {
                left_stance_share: Some(*share),
                ..run(plus_days(start, n), vec![])
            })
            .collect();
        balance_shift(&runs, &baseline, plus_days(start, 30))
    }

    #[test]
    fn three_runs_in_a_row_and_not_two() {
        let noted = shift(&[0.503, 0.516, 0.483, 0.517]).unwrap();
        assert_eq!(noted.runs, 3);
        assert!((noted.usual_points - 0.3).abs() < 1e-9 && (noted.now_points - 1.7).abs() < 1e-9);
        assert_eq!(shift(&[0.503, 0.516, 0.517]), None);
        assert_eq!(shift(&[0.516, 0.516, 0.516, 0.503]), None, "it went away");
    }
}
