//! Summated heart-rate zones.
//!
//! What: minutes in five zones of maximum heart rate, weighted 1 to 5.
//! Formula: 1*t(50-60 %) + 2*t(60-70 %) + 3*t(70-80 %) + 4*t(80-90 %) + 5*t(90 % and above).
//! Unit: arbitrary units.
//! Source: Edwards 1993 (`edwards1993`); load text A3.
//! Grade: C: a beat across a zone edge changes it by a whole weight.
//! Limits: the upper edge of a zone belongs to the next one; below 50 % counts nothing.
//! Says nothing: without heart rate or maximum heart rate.

use kneewise_types::{Evidence, Grade};

/// Where the metric comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::C, "edwards1993");

/// Weight of a heart rate, 0 to 5.
fn weight(heart_rate_bpm: f64, max_bpm: f64) -> f64 {
    // The small term keeps a heart rate that lies exactly on an edge in the upper zone.
    ((heart_rate_bpm / max_bpm * 10.0 + 1e-9).floor() - 4.0).clamp(0.0, 5.0)
}

/// Zone minutes times weights, from a histogram with bins of 1 bpm, the first at `from_bpm`.
#[must_use]
pub fn from_histogram(max_bpm: f64, from_bpm: u16, seconds: &[f32]) -> Option<f64> {
    let rates = (u32::from(from_bpm)..).map(f64::from);
    let total = rates.zip(seconds).map(|(bpm, s)| weight(bpm, max_bpm) * f64::from(*s) / 60.0).sum();
    (max_bpm > 0.0 && seconds.iter().any(|s| *s > 0.0)).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_example_of_a3() {
        let mut seconds = vec![0.0_f32; 151];
        for (bpm, minutes) in [(110, 10.0), (130, 20.0), (150, 15.0), (170, 10.0), (190, 5.0)] {
            seconds[bpm - 50] = minutes * 60.0;
        }
        assert_eq!(from_histogram(200.0, 50, &seconds), Some(160.0));
    }

    #[test]
    fn an_edge_belongs_to_the_upper_zone_and_above_the_maximum_is_the_top_one() {
        for (bpm, expected) in
            [(99.0, 0.0), (100.0, 1.0), (119.9, 1.0), (120.0, 2.0), (140.0, 3.0), (200.0, 5.0), (215.0, 5.0)]
        {
            assert!((weight(bpm, 200.0) - expected).abs() < 1e-12, "{bpm} bpm");
        }
    }
}
