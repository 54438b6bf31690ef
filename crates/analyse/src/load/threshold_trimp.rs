//! TRIMP against an hour at threshold heart rate (HRSS).
//!
//! What: a session's TRIMP as a percentage of one hour at the runner's threshold heart rate.
//! Formula: 100 * TRIMP(session) / TRIMP(60 min at threshold heart rate), with the same constants.
//! Unit: percent of a threshold hour; 100 = one hour at threshold.
//! Source: convention in public code, load text A4 (`rule`).
//! Grade: D.
//! Limits: those of TRIMP and of the threshold.
//! Says nothing: without heart rate, heart-rate range or threshold above rest.

use super::trimp::HeartRange;
use kneewise_types::{Evidence, Grade};

/// Where the metric comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

/// A session's TRIMP in percent of a threshold hour.
#[must_use]
pub fn threshold_trimp(trimp: f64, range: &HeartRange, threshold_bpm: f64) -> Option<f64> {
    let threshold_hour = 60.0 * range.per_minute(threshold_bpm);
    (threshold_hour > 0.0).then(|| 100.0 * trimp / threshold_hour)
}

#[cfg(test)]
mod tests {
    use super::super::number::agrees;
    use super::super::trimp::from_samples;
    use super::*;
    use kneewise_types::Sex;

    #[test]
    fn worked_example_of_a4() {
        let range = HeartRange::new(50.0, 190.0, Some(Sex::Male)).unwrap();
        assert!(agrees(60.0 * range.per_minute(172.0), 178.320, 0.001));
        let session = from_samples(&range, [(3600.0, 150.0)]);
        assert!(agrees(threshold_trimp(session, &range, 172.0).unwrap(), 60.619, 0.001));
    }

    #[test]
    fn a_threshold_at_rest_says_nothing() {
        let range = HeartRange::new(50.0, 190.0, None).unwrap();
        assert_eq!(threshold_trimp(80.0, &range, 50.0), None);
    }
}
