//! Monotony and strain of a week.
//!
//! What: how alike the days of a week were, and that times how much they asked.
//! Formula: over the last 7 days of session-RPE load, rest days as 0: monotony = mean / sample SD, at most 10 (also when
//!   the SD is 0); strain = sum * monotony.
//! Units: ratio; AU.
//! Source: Foster 1998, Med Sci Sports Exerc 30:1164-1168 (`foster1998`); load text B5.
//! Grade: D here: shown for illness in 25 athletes, not for knee pain.
//! Limits: needs a rating of every session.
//! Says nothing: with fewer than 3 training days or a missing day.

use super::number::{mean, sample_sd};
use kneewise_types::{Evidence, Grade};

/// Where the metric comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "foster1998");

const HIGHEST: f64 = 10.0;
const LEAST_TRAINING_DAYS: usize = 3;

/// Monotony and strain of one week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Monotony {
    pub monotony: f64,
    pub strain: f64,
}

/// From seven daily loads.
#[must_use]
pub fn of_week(loads: &[f64; 7]) -> Option<Monotony> {
    let training_days = loads.iter().filter(|load| **load > 0.0).count();
    if training_days < LEAST_TRAINING_DAYS {
        return None;
    }
    let (mean, sd) = (mean(loads)?, sample_sd(loads)?);
    let monotony = if sd > 0.0 { (mean / sd).min(HIGHEST) } else { HIGHEST };
    Some(Monotony { monotony, strain: loads.iter().sum::<f64>() * monotony })
}

#[cfg(test)]
mod tests {
    use super::super::number::agrees;
    use super::*;

    #[test]
    fn worked_examples_of_b5() {
        let varied = of_week(&[0.0, 300.0, 0.0, 400.0, 0.0, 200.0, 600.0]).unwrap();
        assert!(agrees(varied.monotony, 0.91570, 0.00001));
        assert!(agrees(varied.strain, 1373.55, 0.01));
        let even = of_week(&[200.0, 210.0, 190.0, 205.0, 195.0, 200.0, 200.0]).unwrap();
        assert!(agrees(even.monotony, 10.0, 0.001));
        assert!(agrees(even.strain, 14_000.0, 1.0));
    }

    #[test]
    fn seven_equal_days_are_as_monotonous_as_can_be() {
        assert_eq!(of_week(&[100.0; 7]), Some(Monotony { monotony: 10.0, strain: 7000.0 }));
    }

    #[test]
    fn two_training_days_say_nothing() {
        assert_eq!(of_week(&[100.0, 0.0, 0.0, 200.0, 0.0, 0.0, 0.0]), None);
    }
}
