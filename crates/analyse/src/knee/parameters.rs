//! The parameters of the knee model, each with its range, source and grade.
//!
//! What: the numbers of `F = F0 (v/3)^a rho^b h(g) M` and `tau = tau0 (v/3)^-0.55 rho^-0.30` for three structures.
//! Units: BW for forces (1 BW is mass x 9.81 N), s for times; exponents are plain; hill factors per unit grade.
//! Source: load text D2, table; each entry names its own study.
//! Grade: in each entry; hill factors, tibiofemoral speed exponent and damage exponent are D.
//! Limits: absolute forces differ by about 25 % between people; changes within one runner are worth more.
//! Says nothing: about other speeds than running ones, and about any structure that is not listed.

use kneewise_types::{Evidence, Grade};
use serde::{Deserialize, Serialize};

pub use kneewise_types::knee::KNEE_MODEL_VERSION;

/// Speed at which the reference force holds, m/s.
pub const REFERENCE_SPEED_M_S: f64 = 3.0;

/// Step rate relative to the preferred one is taken as at least and at most this in force and loading time.
pub const LOWEST_RHO: f64 = 0.80;
pub const HIGHEST_RHO: f64 = 1.25;
pub(crate) const LN_LOWEST_RHO: f64 = -0.223_143_551_314_209_76;
pub(crate) const LN_HIGHEST_RHO: f64 = 0.223_143_551_314_209_76;

/// Steeper ground counts as this steep.
pub const STEEPEST_GRADE: f64 = 0.20;

/// Loading time over speed and over relative step rate.
pub const LOADING_TIME_SPEED_EXPONENT: f64 = -0.55;
pub const LOADING_TIME_CADENCE_EXPONENT: f64 = -0.30;

/// Standard deviation of the logarithm of a reference force between people.
pub const LN_REFERENCE_FORCE_SD: f64 = 0.21;

/// Metres per second squared that turn a mass into a weight.
pub const GRAVITY_M_S2: f64 = 9.81;

/// Share of the tibiofemoral force on its inner half (derived from `willy2016`).
pub const MEDIAL_SHARE: f64 = 0.62;

/// A structure of the knee that the model knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Structure {
    Patellofemoral,
    PatellarTendon,
    Tibiofemoral,
}

impl Structure {
    /// All three, in the order of the text.
    pub const ALL: [Self; 3] = [Self::Patellofemoral, Self::PatellarTendon, Self::Tibiofemoral];

    /// Its numbers.
    #[must_use]
    pub const fn parameters(self) -> &'static Parameters {
        match self {
            Self::Patellofemoral => &PATELLOFEMORAL,
            Self::PatellarTendon => &PATELLAR_TENDON,
            Self::Tibiofemoral => &TIBIOFEMORAL,
        }
    }
}

/// One number with the range that uncertainty draws from.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Parameter {
    pub value: f64,
    pub low: f64,
    pub high: f64,
    pub evidence: Evidence,
}

const fn parameter(value: f64, (low, high): (f64, f64), evidence: Evidence) -> Parameter {
    Parameter { value, low, high, evidence }
}

/// The numbers of one structure.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Parameters {
    /// Peak force at 3.0 m/s on the level at the preferred step rate, BW; the range is one standard deviation.
    pub reference_force_bw: Parameter,
    /// Exponent of speed.
    pub speed_exponent: Parameter,
    /// Exponent of relative step rate.
    pub cadence_exponent: Parameter,
    /// Rise of force per unit of downhill grade.
    pub downhill: Parameter,
    /// Fall of force per unit of uphill grade.
    pub uphill: Parameter,
    /// Loading time at the reference, impulse over peak, s.
    pub loading_time_s: Parameter,
    /// Force of a walking step, BW; speed, ground and step rate are left out.
    pub walking_force_bw: f64,
    /// Where the walking force comes from.
    pub walking_evidence: Evidence,
}

const GUESS: Evidence = Evidence::new(Grade::D, "rule");
const HILL_DIRECTION: Evidence = Evidence::new(Grade::D, "vanhooren2024");

/// Loading time of a walking step, s.
pub const WALKING_LOADING_TIME_S: f64 = 0.20;

/// Step rate of walking when none was recorded, steps/min.
pub const WALKING_CADENCE_SPM: f64 = 110.0;

/// The joint between kneecap and thigh.
pub const PATELLOFEMORAL: Parameters = Parameters {
    reference_force_bw: parameter(4.8, (4.8 * 0.81, 4.8 * 1.23), Evidence::new(Grade::C, "S81")),
    speed_exponent: parameter(0.55, (0.40, 0.60), Evidence::new(Grade::B, "doyle2023")),
    cadence_exponent: parameter(-1.6, (-2.2, -1.4), Evidence::new(Grade::B, "lenhart2014")),
    downhill: parameter(1.0, (0.0, 2.5), HILL_DIRECTION),
    uphill: parameter(0.5, (0.0, 1.5), HILL_DIRECTION),
    loading_time_s: parameter(0.105, (0.105 * 0.7, 0.105 * 1.4), Evidence::new(Grade::C, "willy2016")),
    walking_force_bw: 0.9,
    walking_evidence: Evidence::new(Grade::D, "S81"),
};

/// The tendon below the kneecap: speed, step rate and hills as for the joint above it.
pub const PATELLAR_TENDON: Parameters = Parameters {
    reference_force_bw: parameter(5.5, (5.5 * 0.81, 5.5 * 1.23), Evidence::new(Grade::C, "sinclair2015")),
    speed_exponent: parameter(0.55, (0.40, 0.60), GUESS),
    cadence_exponent: parameter(-1.6, (-2.2, -1.4), GUESS),
    downhill: parameter(1.0, (0.0, 2.5), HILL_DIRECTION),
    uphill: parameter(0.5, (0.0, 1.5), HILL_DIRECTION),
    loading_time_s: parameter(0.105, (0.105 * 0.7, 0.105 * 1.4), GUESS),
    walking_force_bw: 1.0,
    walking_evidence: GUESS,
};

/// The joint between thigh and shin.
pub const TIBIOFEMORAL: Parameters = Parameters {
    reference_force_bw: parameter(8.0, (8.0 * 0.81, 8.0 * 1.23), GUESS),
    speed_exponent: parameter(0.40, (0.20, 0.60), GUESS),
    cadence_exponent: parameter(-1.4, (-1.8, -1.0), Evidence::new(Grade::C, "willy2016")),
    downhill: parameter(0.5, (0.0, 2.5), GUESS),
    uphill: parameter(0.0, (0.0, 1.5), GUESS),
    loading_time_s: parameter(0.100, (0.100 * 0.7, 0.100 * 1.4), Evidence::new(Grade::C, "willy2016")),
    walking_force_bw: 2.7,
    walking_evidence: GUESS,
};

/// How a structure's relative force follows speed, step rate and ground.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Shape {
    pub(crate) speed: f64,
    pub(crate) cadence: f64,
    pub(crate) downhill: f64,
    pub(crate) uphill: f64,
}

impl Parameters {
    /// The four numbers that shape relative force.
    pub(crate) const fn shape(&self) -> Shape {
        Shape {
            speed: self.speed_exponent.value,
            cadence: self.cadence_exponent.value,
            downhill: self.downhill.value,
            uphill: self.uphill.value,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_lies_in_its_range() {
        for structure in Structure::ALL {
            let p = structure.parameters();
            for n in [
                p.reference_force_bw,
                p.speed_exponent,
                p.cadence_exponent,
                p.downhill,
                p.uphill,
                p.loading_time_s,
            ] {
                assert!(n.low <= n.value && n.value <= n.high, "{structure:?}: {n:?}");
            }
        }
    }

    /// The kernel computes the two structures at the front of the knee once.
    #[test]
    fn the_tendon_follows_the_joint_above_it() {
        assert_eq!(PATELLOFEMORAL.shape(), PATELLAR_TENDON.shape());
        let ranges = |p: &Parameters| {
            [p.speed_exponent, p.cadence_exponent, p.downhill, p.uphill, p.loading_time_s]
                .map(|n| (n.low, n.high))
        };
        assert_eq!(ranges(&PATELLOFEMORAL), ranges(&PATELLAR_TENDON));
        assert!((PATELLOFEMORAL.loading_time_s.value - PATELLAR_TENDON.loading_time_s.value).abs() < 1e-15);
    }

    #[test]
    fn the_logarithms_are_those_of_the_limits() {
        assert!((LOWEST_RHO.ln() - LN_LOWEST_RHO).abs() < 1e-15);
        assert!((HIGHEST_RHO.ln() - LN_HIGHEST_RHO).abs() < 1e-15);
    }
}
