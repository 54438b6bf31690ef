//! Session-RPE load.
//!
//! What: how hard a whole session was, times how long it took.
//! Formula: rating (0 to 10, half points) x duration in minutes.
//! Unit: arbitrary units (AU).
//! Source: Foster 2001, J Strength Cond Res 15(1):109-115 (`foster2001`); load text A1.
//! Grade: B as internal load, D as load of the knee.
//! Limits: best asked about 30 min after the end; larger in absolute value than heart-rate methods.
//! Says nothing: without a rating, or outside 1 to 1440 min.

use kneewise_types::{Evidence, Grade, Rpe, Seconds};

/// Where the metric comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::B, "foster2001");

/// Durations for which the product is meaningful, minutes.
pub const VALID_MIN: std::ops::RangeInclusive<f64> = 1.0..=1440.0;

/// Rating times minutes, AU.
#[must_use]
pub fn session_rpe_load(rating: Rpe, duration: Seconds) -> Option<f64> {
    let minutes = duration.as_min();
    VALID_MIN.contains(&minutes).then(|| rating.as_points() * minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(points: f64, minutes: f64) -> Option<f64> {
        session_rpe_load(Rpe::new(points).unwrap(), Seconds::from_min(minutes).unwrap())
    }

    #[test]
    fn worked_examples_of_a1() {
        assert_eq!(load(5.0, 45.0), Some(225.0));
        assert_eq!(load(6.0, 120.0), Some(720.0));
    }

    #[test]
    fn half_points_count_and_a_minute_is_the_least() {
        assert_eq!(load(3.5, 10.0), Some(35.0));
        assert_eq!(load(5.0, 0.5), None);
        assert_eq!(load(1.0, 1441.0), None);
    }
}
