//! Threshold heart rate.
//!
//! What: the heart rate of about an hour's best effort.
//! Formula: the profile's; else the mean of the last 20 min of the latest all-out effort of 30 min or more (rated 9 or
//!   more [choice]); else rest + 0.85 * (maximum - rest).
//! Unit: bpm.
//! Source: Friel, from memory (`friel`), and load text A8 [choice] (`rule`).
//! Grade: D.
//! Limits: the fallback inherits the error of the maximum.
//! Says nothing: without a maximum heart rate, an all-out effort or a profile value.

use super::max_heart_rate::{MaxHeartRate, Origin as MaxOrigin};
use kneewise_types::{Evidence, Grade};

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

/// From this rating on an effort counts as all-out.
pub const ALL_OUT_RATING: f64 = 9.0;

/// An all-out effort is at least this long, s.
pub const ALL_OUT_S: f64 = 1800.0;

/// What an estimate rests on, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    Profile,
    AllOutEffort,
    HeartRateReserve,
    /// From a maximum that is only a lower bound; not used to call a session hard.
    Weak,
}

/// An estimate and its origin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ThresholdHeartRate {
    pub bpm: f64,
    pub origin: Origin,
}

/// From the profile, the latest all-out effort, or the heart-rate range.
#[must_use]
pub fn estimate(
    profile_bpm: Option<f64>,
    all_out_bpm: Option<f64>,
    rest_bpm: f64,
    max: Option<MaxHeartRate>,
) -> Option<ThresholdHeartRate> {
    let with = |origin| move |bpm| ThresholdHeartRate { bpm, origin };
    let from_range = || {
        let max = max?;
        let origin =
            if max.origin == MaxOrigin::ObservedOnly { Origin::Weak } else { Origin::HeartRateReserve };
        Some(ThresholdHeartRate { bpm: rest_bpm + 0.85 * (max.bpm - rest_bpm), origin })
    };
    profile_bpm
        .map(with(Origin::Profile))
        .or_else(|| all_out_bpm.map(with(Origin::AllOutEffort)))
        .or_else(from_range)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAX: MaxHeartRate =
        MaxHeartRate { bpm: 190.0, plus_minus_bpm: 10.8, origin: MaxOrigin::AgeOrObserved };

    #[test]
    fn fallback_of_a8() {
        let got = estimate(None, None, 50.0, Some(MAX)).unwrap();
        assert!((got.bpm - 169.0).abs() < 1e-9);
        assert_eq!(got.origin, Origin::HeartRateReserve);
    }

    #[test]
    fn what_the_runner_says_wins_and_then_the_effort() {
        assert_eq!(estimate(Some(172.0), Some(168.0), 50.0, Some(MAX)).unwrap().origin, Origin::Profile);
        assert_eq!(estimate(None, Some(168.0), 50.0, Some(MAX)).unwrap().origin, Origin::AllOutEffort);
        assert_eq!(estimate(None, None, 50.0, None), None);
    }
}
