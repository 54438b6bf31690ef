//! The step rate a runner takes unasked at a speed.
//!
//! What: the step rate that relative step rate rho is measured against.
//! Formula: `SR_pref(v) = c (v/3)^s`; c 170 and s 0.20 for everybody, c times sqrt(1.72 / height) when the height is
//!   known; personal c and s from the runner's own steady running (`gait::baseline`).
//! Units: steps/min counting both feet; m/s; m.
//! Source: load text D2 (`rule`); the level follows thirds seen in women at 2.98 m/s (`thakkar2019`).
//! Grade: D.
//! Limits: runners differ by about 9 steps/min at the same speed, so with the default only changes mean something.
//! Says nothing: about walking.

use super::parameters::REFERENCE_SPEED_M_S;
use kneewise_types::{Evidence, Grade};
use serde::{Deserialize, Serialize};

/// Where the default comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

const POPULATION_SPM: f64 = 170.0;
pub(crate) const POPULATION_EXPONENT: f64 = 0.20;
const POPULATION_HEIGHT_M: f64 = 1.72;

/// Whose habit it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CadenceOrigin {
    /// Everybody's, perhaps adjusted for height.
    Population,
    /// The runner's own.
    Personal,
}

/// Preferred step rate as a function of speed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct PreferredCadence {
    /// Step rate at 3.0 m/s.
    pub at_3_mps_spm: f64,
    /// Exponent of speed.
    pub exponent: f64,
    pub origin: CadenceOrigin,
}

impl PreferredCadence {
    /// Everybody's.
    pub const POPULATION: Self = Self {
        at_3_mps_spm: POPULATION_SPM,
        exponent: POPULATION_EXPONENT,
        origin: CadenceOrigin::Population,
    };

    /// Everybody's at a body height: longer legs take fewer steps.
    #[must_use]
    pub fn of_height(height_m: Option<f64>) -> Self {
        let factor =
            height_m.filter(|m| (1.0..=2.5).contains(m)).map_or(1.0, |m| (POPULATION_HEIGHT_M / m).sqrt());
        Self { at_3_mps_spm: POPULATION_SPM * factor, ..Self::POPULATION }
    }

    /// Preferred step rate at a speed, steps/min.
    #[must_use]
    pub fn at_spm(&self, speed_mps: f64) -> f64 {
        self.at_3_mps_spm * (speed_mps / REFERENCE_SPEED_M_S).powf(self.exponent)
    }

    /// Measured over preferred step rate.
    #[must_use]
    pub fn rho(&self, speed_mps: f64, cadence_spm: f64) -> f64 {
        cadence_spm / self.at_spm(speed_mps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::number::agrees;

    #[test]
    fn the_column_of_d3() {
        for (speed, spm) in [(2.5, 163.9), (3.0, 170.0), (3.5, 175.3), (4.0, 180.1)] {
            assert!(agrees(PreferredCadence::POPULATION.at_spm(speed), spm, 0.1), "at {speed}");
        }
    }

    #[test]
    fn tall_runners_take_fewer_steps() {
        let spm = |m| PreferredCadence::of_height(m).at_spm(3.0);
        assert!(spm(Some(1.90)) < spm(None) && spm(None) < spm(Some(1.55)));
        assert!((spm(Some(1.72)) - 170.0).abs() < 1e-9);
        assert!((spm(Some(190.0)) - 170.0).abs() < 1e-9, "a height in centimetres is no height in metres");
    }
}
