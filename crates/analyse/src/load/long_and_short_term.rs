//! Long-term and short-term load and their balance, as training software shows them.
//!
//! What: two exponentially smoothed daily loads and the difference in the morning.
//! Formula: CTL_t = CTL_(t-1) + (L_t - CTL_(t-1)) / 42; ATL the same with 7; TSB_t = CTL_(t-1) - ATL_(t-1). The variant
//!   with 1 - exp(-1/tau) is not used.
//! Unit: that of the daily load.
//! Source: public recursions, load text B3 (`rule`).
//! Grade: D.
//! Limits: a display, not a predictor of injury.
//! Says nothing: on days of unknown recording the values stand still; a gap of 7 days or more starts again.

use kneewise_types::{Evidence, Grade};

/// Where the recursion comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

/// Smoothing by division by these days: the variant in use.
pub const LONG_DAYS: f64 = 42.0;
pub const SHORT_DAYS: f64 = 7.0;

const RESET_DAYS: usize = 7;

/// State at the end of a day.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct LongShort {
    pub long_term: f64,
    pub short_term: f64,
    /// Long minus short term at the start of the day.
    pub balance: f64,
}

impl LongShort {
    /// The state one day later.
    #[must_use]
    pub fn after(self, load: f64) -> Self {
        Self {
            long_term: self.long_term + (load - self.long_term) / LONG_DAYS,
            short_term: self.short_term + (load - self.short_term) / SHORT_DAYS,
            balance: self.long_term - self.short_term,
        }
    }
}

/// States of every day, from nothing; `None` on missing days.
#[must_use]
pub fn series(loads: &[Option<f64>]) -> Vec<Option<LongShort>> {
    let mut state = LongShort::default();
    let mut gap = 0;
    loads
        .iter()
        .map(|load| {
            gap = if load.is_some() { 0 } else { gap + 1 };
            if gap >= RESET_DAYS {
                state = LongShort::default();
            }
            state = state.after((*load)?);
            Some(state)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::number::agrees;
    use super::*;

    #[test]
    fn worked_example_of_b3() {
        let start = LongShort { long_term: 50.0, short_term: 50.0, balance: 0.0 };
        let end = [50.0, 50.0, 150.0].into_iter().fold(start, LongShort::after);
        assert!(agrees(end.long_term, 52.3810, 0.0001));
        assert!(agrees(end.short_term, 64.2857, 0.0001));
        assert!(agrees(end.after(0.0).balance, -11.9048, 0.0001));
    }

    #[test]
    fn a_long_gap_starts_again_and_a_short_one_does_not() {
        let with_gap = |days: usize| {
            let mut loads = vec![Some(42.0); 10];
            loads.extend(vec![None; days]);
            loads.push(Some(42.0));
            series(&loads).last().unwrap().unwrap().long_term
        };
        assert!((with_gap(7) - 1.0).abs() < 1e-12);
        assert!(with_gap(6) > 9.0);
    }
}
