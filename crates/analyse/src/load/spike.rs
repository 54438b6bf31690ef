//! The single-session spike: how a run compares with the longest of the 30 days before it.
//!
//! What: the one progression signal that a large cohort of runners supports.
//! Formula: best30 = longest session that started on local days t-30 ... t-1; spike = distance / best30 - 1.
//!   States: up to 0.10 regression or small, up to 0.30 small, up to 1.00 moderate, above large.
//! Units: m; fraction.
//! Source: Schuster Brandt Frandsen 2025, Br J Sports Med 59:1203-1210 (`S75`); load text C1, table of clinical F.3.
//! Grade: B: one very large cohort (5205 runners, 588 071 sessions), observational, distance only, self-reported
//!   injuries of any site, nearly four in five men.
//! Limits: how the study treated runners without a session in the 30 days is not known.
//! Says nothing: without a session in the 30 days before, or without a distance.

use kneewise_types::{Date, Evidence, Grade};

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::B, "S75");

/// Days that a session is compared with.
pub const REFERENCE_DAYS: i32 = 30;

/// Edges of the states, as multiples of the longest session.
const EDGES: [f64; 3] = [1.10, 1.30, 2.00];

/// How far a distance in metres may lie beyond an edge and still count as on it.
const TOLERANCE_M: f64 = 1e-6;

/// How a session compares with the longest of the days before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SpikeState {
    /// Shorter, or at most 10 % longer.
    RegressionOrSmall,
    /// More than 10 and at most 30 % longer.
    Small,
    /// More than 30 and at most 100 % longer.
    Moderate,
    /// More than twice as long.
    Large,
}

impl SpikeState {
    /// Hazard rate ratio against the reference state, with its 95 % interval.
    #[must_use]
    pub const fn hazard_rate_ratio(self) -> Option<(f64, f64, f64)> {
        match self {
            Self::RegressionOrSmall => None,
            Self::Small => Some((1.64, 1.31, 2.05)),
            Self::Moderate => Some((1.52, 1.16, 2.00)),
            Self::Large => Some((2.28, 1.50, 3.48)),
        }
    }
}

/// A session against the days before it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Spike {
    /// The distance of the session is not known.
    UnknownDistance,
    /// No session in the 30 days before: the path of a return to running.
    NoReference,
    /// Compared; `ratio` 1.44 is 44 % longer.
    Compared { state: SpikeState, ratio: f64, best_30_days_m: f64, best_date: Date },
}

/// The longest session of some days and when it was.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Best {
    pub distance_m: f64,
    pub date: Date,
}

/// State of a distance against the longest of the 30 days before.
#[must_use]
pub fn spike_state(distance_m: f64, best_30_days_m: f64) -> SpikeState {
    let [small, moderate, large] = EDGES.map(|edge| distance_m > edge * best_30_days_m + TOLERANCE_M);
    match (small, moderate, large) {
        (_, _, true) => SpikeState::Large,
        (_, true, _) => SpikeState::Moderate,
        (true, ..) => SpikeState::Small,
        _ => SpikeState::RegressionOrSmall,
    }
}

/// Compares one session with the longest of the 30 days before it.
#[must_use]
pub fn compare(distance_m: Option<f64>, best: Option<Best>) -> Spike {
    match (distance_m, best) {
        (None, _) => Spike::UnknownDistance,
        (Some(distance_m), Some(best)) if best.distance_m > 0.0 => Spike::Compared {
            state: spike_state(distance_m, best.distance_m),
            ratio: distance_m / best.distance_m,
            best_30_days_m: best.distance_m,
            best_date: best.date,
        },
        _ => Spike::NoReference,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEST: Best = Best { distance_m: 10_000.0, date: Date::constant(2026, 3, 1) };

    #[test]
    fn worked_examples_of_c1() {
        for (km, spike, expected) in [
            (11.0, 0.10, SpikeState::RegressionOrSmall),
            (12.0, 0.20, SpikeState::Small),
            (14.0, 0.40, SpikeState::Moderate),
            (21.0, 1.10, SpikeState::Large),
        ] {
            let Spike::Compared { state, ratio, .. } = compare(Some(km * 1000.0), Some(BEST)) else {
                panic!("{km} km was not compared");
            };
            assert_eq!(state, expected, "{km} km");
            assert!((ratio - 1.0 - spike).abs() < 1e-9, "{km} km");
        }
    }

    #[test]
    fn a_distance_on_an_edge_belongs_to_the_lower_state() {
        assert_eq!(spike_state(13_000.0, 10_000.0), SpikeState::Small);
        assert_eq!(spike_state(20_000.0, 10_000.0), SpikeState::Moderate);
        for tenths in 1..=2000 {
            let best = f64::from(tenths) * 100.0;
            assert_eq!(spike_state(best * 1.1, best), SpikeState::RegressionOrSmall, "{best} m");
        }
    }

    #[test]
    fn table_of_clinical_f3() {
        assert_eq!(spike_state(13_200.0, 12_000.0), SpikeState::RegressionOrSmall);
        assert_eq!(spike_state(14_000.0, 12_000.0), SpikeState::Small);
        assert_eq!(spike_state(16_000.0, 12_000.0), SpikeState::Moderate);
        assert_eq!(spike_state(21_000.0, 10_000.0), SpikeState::Large);
        assert_eq!(compare(Some(8_000.0), None), Spike::NoReference);
    }

    #[test]
    fn without_a_distance_nothing_is_compared() {
        assert_eq!(compare(None, Some(BEST)), Spike::UnknownDistance);
    }
}
