//! Normalised graded speed, Relative Intensity and Run Stress.
//!
//! What: one speed for an uneven run, how it compares with the runner's threshold, and the dose of both.
//! Formula: grade-adjusted speed, 30 s trailing mean (shorter at the start), stopped samples left out, then
//!   (mean of g^4)^(1/4); intensity = that / threshold speed; Run Stress = hours * intensity^2 * 100.
//! Units: m/s; ratio; percent of a threshold hour.
//! Source: load text A6 (`rule`): the 30 s / fourth power recipe is public, its use with graded speed is ours.
//! Grade: D.
//! Limits: those of threshold speed (+-4 %).
//! Says nothing: without moving samples or without a threshold speed.

use kneewise_types::{Evidence, Grade};

/// Where the metric comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

/// Length of the trailing mean, s.
pub const SMOOTHING_S: usize = 30;

/// Fourth root of the mean fourth power of smoothed speeds.
#[derive(Debug, Clone, Copy, Default)]
pub struct NormalisedSpeed {
    sum: f64,
    count: f64,
}

impl NormalisedSpeed {
    /// Adds one second at a smoothed, grade-adjusted speed.
    pub fn add(&mut self, graded_speed_mps: f64) {
        let square = graded_speed_mps * graded_speed_mps;
        self.sum += square * square;
        self.count += 1.0;
    }

    /// Normalised graded speed, m/s; `None` when nothing was added.
    #[must_use]
    pub fn mps(&self) -> Option<f64> {
        (self.count > 0.0).then(|| (self.sum / self.count).sqrt().sqrt())
    }
}

/// Normalised graded speed over threshold speed.
#[must_use]
pub fn relative_intensity(normalised_mps: f64, threshold_mps: f64) -> Option<f64> {
    (threshold_mps > 0.0).then(|| normalised_mps / threshold_mps)
}

/// Run Stress of moving time at a relative intensity; 100 = one hour at threshold speed.
#[must_use]
pub fn run_stress(moving_s: f64, relative_intensity: f64) -> f64 {
    moving_s / 3600.0 * relative_intensity * relative_intensity * 100.0
}

#[cfg(test)]
mod tests {
    use super::super::number::agrees;
    use super::*;

    #[test]
    fn worked_examples_of_a6() {
        let intensity = relative_intensity(3.0, 3.5).unwrap();
        assert!(agrees(intensity, 0.85714, 0.00001));
        assert!(agrees(run_stress(3600.0, intensity), 73.469, 0.001));
    }

    #[test]
    fn an_uneven_run_counts_for_more_than_its_mean() {
        let mut normalised = NormalisedSpeed::default();
        for _ in 0..600 {
            normalised.add(2.5);
            normalised.add(4.0);
        }
        assert!(agrees(normalised.mps().unwrap(), 3.4851, 0.0001));
    }

    #[test]
    fn nothing_run_says_nothing() {
        assert_eq!(NormalisedSpeed::default().mps(), None);
        assert_eq!(relative_intensity(3.0, 0.0), None);
    }
}
