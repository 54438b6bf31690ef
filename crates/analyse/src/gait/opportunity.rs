//! Whether more steps a minute are worth an experiment.
//!
//! What: step rate of the last 28 days against everybody's at the same speed.
//! Formula: low when the median rho against the population's preferred step rate is below 1, or the median step rate is 170
//!   steps/min or less; then 5 to 10 % more is offered as an experiment with a stop rule.
//! Units: steps/min, ratios.
//! Source: load text E4 (`S9` for the limit of 170, `S45` for what comes first).
//! Grade: C: in one trial adding it to load education was no better than education alone.
//! Limits: against one's own habit rho is 1 by construction, so the population's is taken.
//! Says nothing: with fewer than 10 steady minutes in 28 days.

use super::digest::GaitDigest;
use crate::knee::PreferredCadence;
use crate::load::number::median;
use crate::load::plus_days;
use kneewise_types::{Date, Evidence, Grade};
use serde::{Deserialize, Serialize};

/// Where the offer comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::C, "S45");

const DAYS: i64 = 28;
const SEGMENTS: usize = 10;
const LOW_SPM: f64 = 170.0;

/// Factors on the step rate that may be tried.
pub const LOWEST_FACTOR: f64 = 1.05;
pub const HIGHEST_FACTOR: f64 = 1.10;

/// The runner's step rate as others run.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct CadenceOpportunity {
    pub median_cadence_spm: f64,
    pub median_speed_mps: f64,
    /// Against everybody's at the same speed.
    pub median_rho: f64,
    /// Whether 5 to 10 % more is worth an experiment.
    pub is_low: bool,
}

/// The step rate of the last 28 days; `population` adjusted for height where known.
#[must_use]
pub fn cadence_opportunity(
    runs: &[GaitDigest],
    population: &PreferredCadence,
    as_of: Date,
) -> Option<CadenceOpportunity> {
    let days = plus_days(as_of, 1 - DAYS)..=as_of;
    let segments = || runs.iter().filter(|run| days.contains(&run.local_date)).flat_map(|run| &run.segments);
    let middle = |mut values: Vec<f64>| median(&mut values).filter(|_| values.len() >= SEGMENTS);
    let median_rho = middle(segments().map(|s| population.rho(s.speed_mps, s.cadence_spm)).collect())?;
    let median_cadence_spm = middle(segments().map(|s| s.cadence_spm).collect())?;
    let median_speed_mps = middle(segments().map(|s| s.speed_mps).collect())?;
    let is_low = median_rho < 1.0 || median_cadence_spm <= LOW_SPM;
    Some(CadenceOpportunity { median_cadence_spm, median_speed_mps, median_rho, is_low })
}

#[cfg(test)]
mod tests {
    use super::super::baseline::tests::{run, segment};
    use super::*;

    fn opportunity(speed: f64, cadence: f64, segments: usize) -> Option<CadenceOpportunity> {
        let day: Date = "2026-03-01".parse().unwrap();
        let runs = [run(day, vec![segment(speed, cadence); segments])];
        cadence_opportunity(&runs, &PreferredCadence::POPULATION, day)
    }

    #[test]
    fn low_for_the_speed_or_low_at_all() {
        assert!(opportunity(3.0, 165.0, 12).unwrap().is_low);
        assert!(opportunity(4.0, 176.0, 12).unwrap().is_low, "preferred at 4 m/s is 180");
        assert!(opportunity(2.5, 168.0, 12).unwrap().is_low, "170 or less");
        assert!(!opportunity(3.0, 176.0, 12).unwrap().is_low);
        assert_eq!(opportunity(3.0, 165.0, 9), None);
    }
}
