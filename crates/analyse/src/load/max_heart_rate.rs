//! Maximum heart rate.
//!
//! What: the heart rate that a runner's efforts are measured against.
//! Formula: prior 211 - 0.64 * age (Nes), SEE 10.8 bpm; observed = second-highest session peak in 24 months (peak =
//!   largest 15 s rolling median of clean heart rate). With three hard sessions or more (10 min or longer, rated 8 or
//!   more): observed + 3, +-4. Else the larger of prior and observed, +-10.8. What the profile says wins.
//! Unit: bpm.
//! Source: Nes 2013, Scand J Med Sci Sports 23:697-704 (`nes2013`); algorithm of load text A8 [choice].
//! Grade: A for the mean of people; +-20 bpm for one person.
//! Limits: wrist sensors; without a birth year only what was observed is left, which may be far too low.
//! Says nothing: without birth year and without two sessions with heart rate.

use kneewise_types::{Evidence, Grade};

/// Where the prior comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::A, "nes2013");

/// Months in which session peaks count.
pub const OBSERVED_MONTHS: i32 = 24;

/// From this rating on a session counts as hard for the estimate.
pub const HARD_RATING: f64 = 8.0;

/// A hard session is at least this long, s.
pub const HARD_SESSION_S: f64 = 600.0;

/// So many hard sessions show the maximum.
const ENOUGH_HARD_SESSIONS: usize = 3;

/// What an estimate rests on, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    Profile,
    ObservedInHardSessions,
    AgeOrObserved,
    /// A lower bound: the birth year is not known and no hard session was rated.
    ObservedOnly,
}

/// An estimate with its uncertainty.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MaxHeartRate {
    pub bpm: f64,
    pub plus_minus_bpm: f64,
    pub origin: Origin,
}

/// Population mean at an age in years, bpm.
#[must_use]
pub fn nes_bpm(age_years: f64) -> f64 {
    211.0 - 0.64 * age_years
}

/// The older formula for comparison, bpm (`tanaka2001`).
#[must_use]
pub fn tanaka_bpm(age_years: f64) -> f64 {
    208.0 - 0.7 * age_years
}

/// Second-highest of session peaks.
#[must_use]
pub fn second_highest(peaks_bpm: impl IntoIterator<Item = f64>) -> Option<f64> {
    let (mut first, mut second) = (None::<f64>, None::<f64>);
    for peak in peaks_bpm {
        if first.is_none_or(|first| peak > first) {
            second = first;
            first = Some(peak);
        } else if second.is_none_or(|second| peak > second) {
            second = Some(peak);
        }
    }
    second
}

/// Estimate from age, the observed peak and the number of hard sessions.
#[must_use]
pub fn estimate(
    age_years: Option<f64>,
    observed_bpm: Option<f64>,
    hard_sessions: usize,
) -> Option<MaxHeartRate> {
    let prior = age_years.map(nes_bpm);
    let with = |bpm, plus_minus_bpm, origin| Some(MaxHeartRate { bpm, plus_minus_bpm, origin });
    match (observed_bpm, prior) {
        (Some(observed), _) if hard_sessions >= ENOUGH_HARD_SESSIONS => {
            with(observed + 3.0, 4.0, Origin::ObservedInHardSessions)
        }
        (Some(observed), None) => with(observed, 10.8, Origin::ObservedOnly),
        (observed, Some(prior)) => {
            with(observed.map_or(prior, |seen| seen.max(prior)), 10.8, Origin::AgeOrObserved)
        }
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_examples_of_a8() {
        assert!((nes_bpm(40.0) - 185.4).abs() < 0.05);
        assert!((tanaka_bpm(40.0) - 180.0).abs() < 0.05);
        let easy = estimate(Some(40.0), Some(178.0), 0).unwrap();
        assert!((easy.bpm - 185.4).abs() < 0.05);
        assert!((easy.plus_minus_bpm - 10.8).abs() < 1e-9);
        let hard = estimate(Some(40.0), Some(178.0), 4).unwrap();
        assert!((hard.bpm - 181.0).abs() < 0.05);
        assert!((hard.plus_minus_bpm - 4.0).abs() < 1e-9);
    }

    #[test]
    fn one_freak_peak_does_not_count() {
        assert_eq!(second_highest([180.0, 231.0, 176.0, 179.0]), Some(180.0));
        assert_eq!(second_highest([180.0, 180.0]), Some(180.0));
        assert_eq!(second_highest([180.0]), None);
    }

    #[test]
    fn without_age_the_observed_peak_is_marked_as_a_lower_bound() {
        assert_eq!(estimate(None, Some(171.0), 2).unwrap().origin, Origin::ObservedOnly);
        assert_eq!(estimate(None, None, 5), None);
    }
}
