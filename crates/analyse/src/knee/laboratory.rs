//! Patellofemoral force and stress from a laboratory's knee moment and flexion angle.
//!
//! What: what the kneecap carries when moment and angle were measured.
//! Formula: lever arm `L = 8.0e-8 a^3 - 1.29e-5 a^2 + 2.8e-4 a + 0.0462`; quadriceps force `M / L`; `k = (0.462 + 1.47e-3 a -
//!   3.84e-5 a^2) / (1 - 1.62e-2 a + 1.55e-4 a^2 - 6.98e-7 a^3)`; force `k Fq`; contact area
//!   `0.0781 a^2 + 0.6763 a + 151.75`; stress force over area.
//! Units: N m, degrees; N, mm^2, MPa.
//! Source: load text D9 (`brechter2002`); agrees with the means that Roos 2012 measured.
//! Grade: C.
//! Limits: quadriceps only, no pull of the hamstrings against it.
//! Says nothing: outside 0 to 70 degrees, or for a moment that does not extend the knee.

use kneewise_types::{Evidence, Grade};

/// Where the formulas come from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::C, "brechter2002");

/// What the laboratory path gives.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct KneecapForce {
    pub lever_arm_m: f64,
    pub quadriceps_force_n: f64,
    /// Kneecap force over quadriceps force.
    pub force_ratio: f64,
    pub patellofemoral_force_n: f64,
    pub contact_area_mm2: f64,
    pub stress_mpa: f64,
}

/// Kneecap force of an extending moment at a flexion angle.
#[must_use]
pub fn kneecap_force(moment_n_m: f64, flexion_deg: f64) -> Option<KneecapForce> {
    if !(0.0..=70.0).contains(&flexion_deg) || !moment_n_m.is_finite() || moment_n_m < 0.0 {
        return None;
    }
    let a = flexion_deg;
    let lever_arm_m = ((8.0e-8 * a - 1.29e-5) * a + 2.8e-4) * a + 0.0462;
    let quadriceps_force_n = moment_n_m / lever_arm_m;
    let force_ratio =
        ((-3.84e-5 * a + 1.47e-3) * a + 0.462) / (((-6.98e-7 * a + 1.55e-4) * a - 1.62e-2) * a + 1.0);
    let patellofemoral_force_n = force_ratio * quadriceps_force_n;
    let contact_area_mm2 = (0.0781 * a + 0.6763) * a + 151.75;
    Some(KneecapForce {
        lever_arm_m,
        quadriceps_force_n,
        force_ratio,
        patellofemoral_force_n,
        contact_area_mm2,
        stress_mpa: patellofemoral_force_n / contact_area_mm2,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knee::parameters::GRAVITY_M_S2;
    use crate::load::number::agrees;

    #[test]
    fn worked_examples_of_d9() {
        let forward = kneecap_force(157.0, 44.0).unwrap();
        assert!(agrees(forward.lever_arm_m, 0.040360, 1e-6));
        assert!(agrees(forward.quadriceps_force_n, 3889.96, 0.01));
        assert!(agrees(forward.force_ratio, 0.85699, 1e-5));
        assert!(agrees(forward.patellofemoral_force_n, 3333.65, 0.01));
        assert!(agrees(forward.patellofemoral_force_n / (75.0 * GRAVITY_M_S2), 4.531, 0.001));
        assert!(agrees(forward.contact_area_mm2, 332.71, 0.01));
        assert!(agrees(forward.stress_mpa, 10.020, 0.001));
        let backward = kneecap_force(124.0, 41.0).unwrap();
        assert!(agrees(backward.patellofemoral_force_n, 2494.04, 0.01));
        assert!(agrees(backward.patellofemoral_force_n / (75.0 * GRAVITY_M_S2), 3.390, 0.001));
    }

    #[test]
    fn outside_its_range_it_says_nothing() {
        for (moment, angle) in
            [(157.0, 71.0), (157.0, -1.0), (-5.0, 40.0), (f64::NAN, 40.0), (157.0, f64::NAN)]
        {
            assert_eq!(kneecap_force(moment, angle), None);
        }
    }
}
