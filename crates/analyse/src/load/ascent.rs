//! Metres uphill and downhill.
//!
//! What: ascent and descent that noise in altitude does not inflate.
//! Formula: hysteresis: the reference moves only when the altitude is at least delta away, and the difference is added;
//!   delta 3 m with a barometer, 10 m with GPS altitude.
//! Unit: m.
//! Source: load text A7 step 6 (`rule`).
//! Grade: D.
//! Limits: rolling ground with waves below delta counts as flat.
//! Says nothing: without altitude.

use kneewise_types::{Evidence, Grade};

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

/// Ascent and descent of a series of altitudes.
#[must_use]
pub fn ascent_and_descent_m(altitudes_m: impl IntoIterator<Item = f64>, delta_m: f64) -> (f64, f64) {
    let mut altitudes = altitudes_m.into_iter();
    let Some(mut reference) = altitudes.next() else { return (0.0, 0.0) };
    let (mut ascent, mut descent) = (0.0, 0.0);
    for altitude in altitudes {
        let difference = altitude - reference;
        if difference.abs() >= delta_m {
            ascent += difference.max(0.0);
            descent += (-difference).max(0.0);
            reference = altitude;
        }
    }
    (ascent, descent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_example_of_a7() {
        let altitudes = [100.0, 101.0, 102.0, 104.0, 103.0, 102.0, 106.0, 101.0];
        assert_eq!(ascent_and_descent_m(altitudes, 3.0), (4.0, 3.0));
    }

    #[test]
    fn nothing_climbed() {
        assert_eq!(ascent_and_descent_m([], 3.0), (0.0, 0.0));
        assert_eq!(ascent_and_descent_m([50.0, 52.9, 50.0], 3.0), (0.0, 0.0));
    }
}
