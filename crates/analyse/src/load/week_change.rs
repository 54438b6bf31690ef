//! Change from week to week.
//!
//! What: the last 7 days against the 7 before.
//! Formula: (A - W1) / W1; spans two weeks.
//! Unit: fraction.
//! Source: the exposure of Nielsen 2014, J Orthop Sports Phys Ther 44:739-747 (`nielsen2014`) and Damsted 2019; load text B6.
//! Grade: C: above 30 % a weak hint in novices for injuries of the knee type; the one trial of a 10 % rule found no effect.
//! Limits: distance only.
//! Says nothing: when the week before had less than 3 km.

use kneewise_types::{Evidence, Grade};

/// Where the exposure comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::C, "nielsen2014");

/// Weeks shorter than this are no base, m.
pub const SHORTEST_BASE_WEEK_M: f64 = 3000.0;

/// Change of one week against the one before, as a fraction.
#[must_use]
pub fn week_change(week_m: f64, week_before_m: f64) -> Option<f64> {
    (week_before_m >= SHORTEST_BASE_WEEK_M).then(|| (week_m - week_before_m) / week_before_m)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_example_of_b6() {
        assert!((week_change(30_000.0, 24_000.0).unwrap() - 0.25).abs() < 1e-9);
    }

    #[test]
    fn a_week_below_3_km_is_no_base() {
        assert_eq!(week_change(10_000.0, 2_999.0), None);
        assert!(week_change(3_000.0, 3_000.0).is_some());
    }
}
