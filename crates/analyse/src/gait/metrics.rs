//! Step length, vertical ratio and duty factor from what a watch measures.
//!
//! What: three quantities that follow from speed, step rate, stance time and oscillation.
//! Formula: step length `v 60 / SR`; vertical ratio oscillation / step length; duty factor `stance / (120 / SR)`.
//! Units: m; fraction; fraction.
//! Source: load text E1 (`rule`).
//! Grade: D.
//! Limits: stance time of a watch is an estimate; with satellites the speed of one second is rough.
//! Says nothing: without running.

use kneewise_types::{Evidence, Grade};

/// Where the definitions come from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

/// Metres a step; `None` without a step rate.
#[must_use]
pub fn step_length_m(speed_mps: f64, cadence_spm: f64) -> Option<f64> {
    (cadence_spm > 0.0).then(|| speed_mps * 60.0 / cadence_spm)
}

/// Vertical oscillation over step length.
#[must_use]
pub fn vertical_ratio(oscillation_m: f64, step_length_m: f64) -> Option<f64> {
    (step_length_m > 0.0).then(|| oscillation_m / step_length_m)
}

/// Share of a stride, two steps, that a foot is on the ground.
#[must_use]
pub fn duty_factor(stance_time_s: f64, cadence_spm: f64) -> Option<f64> {
    (cadence_spm > 0.0).then(|| stance_time_s * cadence_spm / 120.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::number::agrees;

    #[test]
    fn worked_examples_of_e1() {
        let length = step_length_m(2.9, 166.0).unwrap();
        assert!(agrees(length, 1.04819, 0.00001));
        assert!(agrees(vertical_ratio(0.085, length).unwrap(), 0.08109, 0.00001));
        assert!(agrees(duty_factor(0.250, 166.0).unwrap(), 0.34583, 0.00001));
        assert_eq!(step_length_m(2.9, 0.0), None);
    }
}
