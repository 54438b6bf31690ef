//! TRIMP, the training impulse from heart rate.
//!
//! What: minutes weighted by how far heart rate rose between rest and maximum.
//! Formula: x = clamp((HR - HRrest) / (HRmax - HRrest), 0, 1); TRIMP = sum of dt_min * x * a * exp(b * x);
//!   men a 0.64, b 1.92; women a 0.86, b 1.67; sex not known: mean of the two results [choice].
//! Unit: arbitrary units.
//! Source: Banister 1975, Morton 1990 J Appl Physiol 69:1171-1177 (`morton1990`); load text A2.
//! Grade: B as internal load.
//! Limits: per second of heart rate; the mean heart rate of a session is only a fallback (it falls short when
//!   the pace varied).
//! Says nothing: without heart rate, or without a range between rest and maximum.

use kneewise_types::{Evidence, Grade, Sex};

/// Where the metric comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::B, "morton1990");

/// Constants a and b of men.
const MALE: (f64, f64) = (0.64, 1.92);
/// Constants a and b of women.
const FEMALE: (f64, f64) = (0.86, 1.67);

/// The span in which this runner's heart works.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HeartRange {
    rest_bpm: f64,
    max_bpm: f64,
    sex: Option<Sex>,
}

impl HeartRange {
    /// `None` unless the maximum lies above rest.
    #[must_use]
    pub fn new(rest_bpm: f64, max_bpm: f64, sex: Option<Sex>) -> Option<Self> {
        (max_bpm > rest_bpm && rest_bpm > 0.0 && max_bpm.is_finite()).then_some(Self {
            rest_bpm,
            max_bpm,
            sex,
        })
    }

    /// TRIMP of one minute at a heart rate.
    #[must_use]
    pub fn per_minute(&self, heart_rate_bpm: f64) -> f64 {
        let x = ((heart_rate_bpm - self.rest_bpm) / (self.max_bpm - self.rest_bpm)).clamp(0.0, 1.0);
        let weigh = |(a, b): (f64, f64)| x * a * (b * x).exp();
        match self.sex {
            Some(Sex::Male) => weigh(MALE),
            Some(Sex::Female) => weigh(FEMALE),
            None => f64::midpoint(weigh(MALE), weigh(FEMALE)),
        }
    }
}

/// TRIMP of samples, each with the seconds it stands for.
#[must_use]
pub fn from_samples(range: &HeartRange, samples: impl IntoIterator<Item = (f64, f64)>) -> f64 {
    samples
        .into_iter()
        .map(|(seconds, heart_rate_bpm)| seconds / 60.0 * range.per_minute(heart_rate_bpm))
        .sum()
}

/// TRIMP of a histogram with bins of 1 bpm, the first at `from_bpm`; `None` when it is empty.
///
/// Watches store whole beats, so that the histogram loses nothing against the samples.
#[must_use]
pub fn from_histogram(range: &HeartRange, from_bpm: u16, seconds: &[f32]) -> Option<f64> {
    let rates = (u32::from(from_bpm)..).map(f64::from);
    let total = from_samples(range, seconds.iter().map(|s| f64::from(*s)).zip(rates));
    seconds.iter().any(|s| *s > 0.0).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::super::number::agrees;
    use super::*;

    fn constant(sex: Option<Sex>, minutes: f64, heart: f64, rest: f64, max: f64) -> f64 {
        let range = HeartRange::new(rest, max, sex).unwrap();
        from_samples(&range, [(minutes * 60.0, heart)])
    }

    #[test]
    fn worked_examples_of_a2() {
        assert!(agrees(constant(Some(Sex::Male), 30.0, 130.0, 40.0, 200.0), 31.803, 0.001));
        assert!(agrees(constant(Some(Sex::Male), 60.0, 150.0, 50.0, 190.0), 108.095, 0.001));
        assert!(agrees(constant(Some(Sex::Female), 60.0, 150.0, 50.0, 190.0), 121.499, 0.001));
    }

    #[test]
    fn sex_not_known_gives_the_mean_of_the_two() {
        let got = constant(None, 60.0, 150.0, 50.0, 190.0);
        assert!(agrees(got, f64::midpoint(108.095, 121.499), 0.001));
    }

    #[test]
    fn a_histogram_agrees_with_its_samples() {
        let range = HeartRange::new(50.0, 190.0, Some(Sex::Male)).unwrap();
        let mut seconds = vec![0.0_f32; 71];
        seconds[0] = 1800.0;
        seconds[70] = 1800.0;
        let samples = [(1800.0, 100.0), (1800.0, 170.0)];
        let from_bins = from_histogram(&range, 100, &seconds).unwrap();
        assert!((from_bins - from_samples(&range, samples)).abs() < 1e-9);
    }

    #[test]
    fn below_rest_counts_nothing_and_an_empty_range_is_refused() {
        assert!(constant(None, 60.0, 40.0, 50.0, 190.0).abs() < 1e-12);
        assert_eq!(HeartRange::new(190.0, 190.0, None), None);
    }

    #[test]
    fn no_heart_rate_says_nothing() {
        let range = HeartRange::new(50.0, 190.0, None).unwrap();
        assert_eq!(from_histogram(&range, 60, &[]), None);
    }
}
