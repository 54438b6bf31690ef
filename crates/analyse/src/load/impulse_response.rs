//! The impulse-response model of performance.
//!
//! What: performance as a slow gain minus a fast cost of every day's load.
//! Formula: p(t) = p0 + k1 * sum_(i<t) w_i e^(-(t-i)/tau1) - k2 * sum_(i<t) w_i e^(-(t-i)/tau2); tau1 42 d, tau2 7 d,
//!   k1 1, k2 2, p0 0. One impulse turns positive after tau1 tau2 / (tau1 - tau2) * ln(k2/k1) days and peaks at
//!   tau1 tau2 / (tau1 - tau2) * ln(k2 tau1 / (k1 tau2)).
//! Unit: that of the daily load.
//! Source: Morton 1990 (`morton1990`); generic constants of load text B4.
//! Grade: D: performance of a generic person, not injury.
//! Limits: the constants differ from runner to runner.
//! Says nothing: nothing of its own.

use kneewise_types::{Evidence, Grade};

/// Where the model comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "morton1990");

const GAIN_DAYS: f64 = 42.0;
const COST_DAYS: f64 = 7.0;
const GAIN_WEIGHT: f64 = 1.0;
const COST_WEIGHT: f64 = 2.0;

/// Both sums and the performance on one day, before its own load.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Response {
    /// Slow sum, weighted 1.
    pub gain: f64,
    /// Fast sum, before its weight of 2.
    pub cost: f64,
    pub performance: f64,
}

/// The response on the day that is as many days after the first load as there are loads.
#[must_use]
pub fn response(daily_loads: &[f64]) -> Response {
    let decay = |days: f64| daily_loads.iter().fold(0.0, |sum, load| (sum + load) * (-1.0 / days).exp());
    let (gain, cost) = (decay(GAIN_DAYS), decay(COST_DAYS));
    Response { gain, cost, performance: GAIN_WEIGHT * gain - COST_WEIGHT * cost }
}

/// Days after which one load has cost nothing on balance, and days to its greatest gain.
#[must_use]
pub fn turning_and_peak_days() -> (f64, f64) {
    let span = GAIN_DAYS * COST_DAYS / (GAIN_DAYS - COST_DAYS);
    let ratio = COST_WEIGHT / GAIN_WEIGHT;
    (span * ratio.ln(), span * (ratio * GAIN_DAYS / COST_DAYS).ln())
}

#[cfg(test)]
mod tests {
    use super::super::number::agrees;
    use super::*;

    fn at(day: usize) -> Response {
        let loads: Vec<f64> = (0..day).map(|n| if n < 10 { 100.0 } else { 0.0 }).collect();
        response(&loads)
    }

    #[test]
    fn worked_example_of_b4() {
        assert!(agrees(at(10).gain, 879.31, 0.01));
        assert!(agrees(at(10).cost, 495.13, 0.01));
        assert!(agrees(at(10).performance, -110.95, 0.01));
        assert!(agrees(at(17).gain, 744.32, 0.01));
        assert!(agrees(at(17).cost, 182.15, 0.01));
        assert!(agrees(at(17).performance, 380.02, 0.01));
        assert!(agrees(at(24).performance, 496.04, 0.01));
    }

    #[test]
    fn one_impulse_turns_and_peaks_when_the_text_says() {
        let (turning, peak) = turning_and_peak_days();
        assert!(agrees(turning, 5.822, 0.001) && agrees(peak, 20.873, 0.001));
    }
}
