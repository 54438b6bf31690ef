//! Resting heart rate.
//!
//! What: the other end of the range that efforts are measured in.
//! Formula: 5th percentile (between neighbours by a straight line) of the resting values of the last 30 days; else the
//!   profile's; else 60 bpm, marked as assumed.
//! Unit: bpm.
//! Source: load text A8 (`rule`).
//! Grade: D.
//! Limits: a value of 60 is wrong by 10 or more for many runners.
//! Says nothing: it always has an answer; `is_assumed` tells a guess.

use kneewise_types::{Evidence, Grade};

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

/// Days whose values count.
pub const WINDOW_DAYS: i64 = 30;

const ASSUMED_BPM: f64 = 60.0;

/// An estimate, marked when nothing was measured.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RestingHeartRate {
    pub bpm: f64,
    pub is_assumed: bool,
}

/// From the values of the last 30 days and the profile.
#[must_use]
pub fn estimate(mut recent_bpm: Vec<f64>, profile_bpm: Option<f64>) -> RestingHeartRate {
    let measured = fifth_percentile(&mut recent_bpm).or(profile_bpm);
    RestingHeartRate { bpm: measured.unwrap_or(ASSUMED_BPM), is_assumed: measured.is_none() }
}

fn fifth_percentile(values: &mut [f64]) -> Option<f64> {
    values.sort_unstable_by(f64::total_cmp);
    let at = 0.05 * values.len().checked_sub(1)? as f64;
    let below = super::number::floor_index(at)?;
    let low = *values.get(below)?;
    let high = values.get(below + 1).copied().unwrap_or(low);
    Some(low + (high - low) * at.fract())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn low_values_of_the_month_decide() {
        let values: Vec<f64> = (0..21).map(|n| 50.0 + f64::from(n)).rev().collect();
        let got = estimate(values, Some(70.0));
        assert!((got.bpm - 51.0).abs() < 1e-9 && !got.is_assumed);
    }

    #[test]
    fn without_values_the_profile_and_then_a_marked_guess() {
        assert_eq!(estimate(vec![], Some(48.0)), RestingHeartRate { bpm: 48.0, is_assumed: false });
        assert_eq!(estimate(vec![], None), RestingHeartRate { bpm: 60.0, is_assumed: true });
    }
}
