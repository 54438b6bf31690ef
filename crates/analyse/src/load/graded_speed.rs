//! Grade-adjusted speed.
//!
//! What: the speed on the flat that would cost the same energy (Minetti), or that runners hold with the same
//!   effort (empirical, for display).
//! Formula: C(i) = 155.4 i^5 - 30.4 i^4 - 43.3 i^3 + 46.3 i^2 + 19.5 i + 3.6, i clamped to +-0.45;
//!   v_flat = v * C(i) / C(0). For display f(g) of the grade in percent, g clamped to +-35.
//! Units: J/(kg m); m/s; grade as a fraction, downhill negative.
//! Source: Minetti 2002, J Appl Physiol 93:1039-1046 (`minetti2002`); load text A5. The display polynomial is a
//!   public fit to a large running platform (`rule`).
//! Grade: B uphill, C downhill in ordinary runners (stored as C); display polynomial D.
//! Limits: ten elite mountain runners. This is metabolic: downhill looks cheap while the knee is loaded at least as
//!   much as on the flat, so it never enters a model of the knee.
//! Says nothing: nothing of its own; the grade must be trusted first.

use kneewise_types::{Evidence, Grade};

/// Where the energy cost comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::C, "minetti2002");

/// Steepest grade measured, as a fraction.
const STEEPEST: f64 = 0.45;

/// Energy cost of level running, J/(kg m).
const LEVEL_COST_J_KG_M: f64 = 3.6;

/// Energy cost of running at a grade, J/(kg m).
#[must_use]
pub fn energy_cost_j_kg_m(grade: f64) -> f64 {
    let i = grade.clamp(-STEEPEST, STEEPEST);
    ((((155.4 * i - 30.4) * i - 43.3) * i + 46.3) * i + 19.5) * i + LEVEL_COST_J_KG_M
}

/// The level speed of the same energy cost, m/s.
#[must_use]
pub fn graded_speed_mps(speed_mps: f64, grade: f64) -> f64 {
    speed_mps * energy_cost_j_kg_m(grade) / LEVEL_COST_J_KG_M
}

/// The level speed that runners take for the same effort, m/s; for display only.
#[must_use]
pub fn display_speed_mps(speed_mps: f64, grade: f64) -> f64 {
    speed_mps * display_factor(grade)
}

fn display_factor(grade: f64) -> f64 {
    let g = (grade * 100.0).clamp(-35.0, 35.0);
    (((-5.294_439_830_640_173e-7 * g - 3.989_571_857_841_264e-6) * g + 2.053_566_113_275_220_5e-3) * g
        + 3.265_674_125_152_065e-2)
        * g
        + 1.0
}

#[cfg(test)]
mod tests {
    use super::super::number::agrees;
    use super::*;

    /// Grade, C(i), C/C0: the table of A5.
    const TABLE: [(f64, f64, f64); 14] = [
        (-0.45, 4.032, 1.120),
        (-0.30, 2.462, 0.684),
        (-0.20, 1.800, 0.500),
        (-0.10, 2.152, 0.598),
        (-0.05, 2.746, 0.763),
        (-0.02, 3.229, 0.897),
        (0.0, 3.600, 1.0),
        (0.02, 4.008, 1.113),
        (0.05, 4.685, 1.301),
        (0.10, 5.968, 1.658),
        (0.15, 7.417, 2.060),
        (0.20, 9.007, 2.502),
        (0.30, 12.579, 3.494),
        (0.45, 19.426, 5.396),
    ];

    #[test]
    fn the_table_of_a5() {
        for (grade, cost, ratio) in TABLE {
            assert!(agrees(energy_cost_j_kg_m(grade), cost, 0.001), "cost at {grade}");
            assert!(agrees(graded_speed_mps(1.0, grade), ratio, 0.001), "ratio at {grade}");
        }
    }

    #[test]
    fn worked_examples_of_a5() {
        assert!(agrees(graded_speed_mps(2.5, 0.05), 3.2536, 0.0001));
        assert!(agrees(graded_speed_mps(2.5, -0.05), 1.9069, 0.0001));
        assert!(agrees(energy_cost_j_kg_m(-0.181), 1.781, 0.001));
    }

    #[test]
    fn the_cheapest_slope_is_where_the_text_says() {
        let cheapest = (-450..=0).min_by(|a, b| {
            energy_cost_j_kg_m(f64::from(*a) / 1000.0).total_cmp(&energy_cost_j_kg_m(f64::from(*b) / 1000.0))
        });
        assert_eq!(cheapest, Some(-181));
    }

    #[test]
    fn display_polynomial_of_a5() {
        for (grade, factor) in
            [(0.05, 1.2138), (0.10, 1.5226), (-0.05, 0.8882), (-0.09, 0.8719), (-0.20, 1.1155)]
        {
            assert!(agrees(display_speed_mps(1.0, grade), factor, 0.0001), "at {grade}");
        }
    }

    #[test]
    fn beyond_the_measured_slopes_the_cost_stays() {
        assert!((energy_cost_j_kg_m(0.9) - energy_cost_j_kg_m(0.45)).abs() < 1e-12);
    }
}
