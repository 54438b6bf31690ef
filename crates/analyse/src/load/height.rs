//! Grade from altitude.
//!
//! What: how steep the ground is under each metre, and how many metres up and down.
//! Formula: drop altitudes that changed faster than 3 m/s; straight lines between the rest; one value every 10 m of
//!   distance; median of 5; Gaussian of 30 m (barometer) or 60 m (GPS), cut at 3 sigma; grade over 50 m or 100 m,
//!   clamped to +-0.45, near an end up to the end itself.
//! Units: m; grade as a fraction, downhill negative.
//! Source: load text A7 (`rule`).
//! Grade: D.
//! Limits: files do not say which sensor gave the altitude. It is taken for a barometer's (or a height model's) when 99 %
//!   of its changes are slower than 1 m/s [choice]: runners climb slower
//!   than that, GPS altitude jumps faster.
//! Says nothing: on a treadmill, or when less than 80 % of the samples have an altitude. With GPS altitude the grade is 0
//!   and marked, ascent and descent remain.

use super::ascent::ascent_and_descent_m;
use super::number::floor_index;
use kneewise_types::{Evidence, Grade};

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

const STEP_M: f64 = 10.0;
const FASTEST_CLIMB_M_S: f64 = 3.0;
/// A barometer hardly ever shows a faster change under a runner.
const USUAL_CLIMB_M_S: f64 = 1.0;
const STEEPEST: f64 = 0.45;
const LONGEST_M: f64 = 1_000_000.0;
const ALTITUDE_COVERAGE: f64 = 0.8;

/// What gave the altitude.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sensor {
    /// A barometer or a height model.
    Barometer,
    Gps,
}

impl Sensor {
    const fn sigma_steps(self) -> f64 {
        match self {
            Self::Barometer => 3.0,
            Self::Gps => 6.0,
        }
    }

    const fn half_base_m(self) -> f64 {
        match self {
            Self::Barometer => 25.0,
            Self::Gps => 50.0,
        }
    }

    const fn delta_m(self) -> f64 {
        match self {
            Self::Barometer => 3.0,
            Self::Gps => 10.0,
        }
    }
}

/// One sample as the profile needs it.
#[derive(Debug, Clone, Copy)]
pub struct Height {
    pub time_s: f64,
    pub distance_m: f64,
    pub altitude_m: f64,
}

/// Smoothed altitude every 10 m.
#[derive(Debug, Clone, PartialEq)]
pub struct HeightProfile {
    sensor: Sensor,
    altitudes_m: Vec<f64>,
    length_m: f64,
}

impl HeightProfile {
    /// From samples in order; `samples` tells how many there were with and without altitude.
    #[must_use]
    pub fn new(heights: &[Height], samples: usize) -> Option<Self> {
        if heights.len() < 2 || (heights.len() as f64) < ALTITUDE_COVERAGE * samples as f64 {
            return None;
        }
        let sensor = sensor_of(heights);
        let kept = without_jumps(heights);
        let length_m = kept.last()?.distance_m;
        if !(STEP_M..=LONGEST_M).contains(&length_m) {
            return None;
        }
        let raw = resample(&kept, length_m);
        let altitudes_m = gaussian(&median_of_5(&raw), sensor.sigma_steps());
        Some(Self { sensor, altitudes_m, length_m })
    }

    /// Whether grade may be used.
    #[must_use]
    pub fn is_grade_ok(&self) -> bool {
        self.sensor == Sensor::Barometer
    }

    /// Ascent and descent, m.
    #[must_use]
    pub fn ascent_and_descent_m(&self) -> (f64, f64) {
        ascent_and_descent_m(self.altitudes_m.iter().copied(), self.sensor.delta_m())
    }

    /// Grade at a distance from the start; 0 when it cannot be trusted.
    #[must_use]
    #[inline]
    pub fn grade_at(&self, distance_m: f64) -> f64 {
        if !self.is_grade_ok() {
            return 0.0;
        }
        let half = self.sensor.half_base_m();
        let (from, to) = ((distance_m - half).max(0.0), (distance_m + half).min(self.length_m));
        if to - from < STEP_M {
            return 0.0;
        }
        ((self.altitude_at(to) - self.altitude_at(from)) / (to - from)).clamp(-STEEPEST, STEEPEST)
    }

    #[inline]
    fn altitude_at(&self, distance_m: f64) -> f64 {
        let at = (distance_m / STEP_M).max(0.0);
        let below = floor_index(at).unwrap_or(0).min(self.altitudes_m.len().saturating_sub(1));
        let low = self.altitudes_m.get(below).copied().unwrap_or(0.0);
        let high = self.altitudes_m.get(below + 1).copied().unwrap_or(low);
        low + (high - low) * (at - below as f64).clamp(0.0, 1.0)
    }
}

/// Told by how fast the altitude changes.
fn sensor_of(heights: &[Height]) -> Sensor {
    let (mut fast, mut changes) = (0_usize, 0_usize);
    for pair in heights.windows(2) {
        let [a, b] = pair else { continue };
        if b.time_s > a.time_s {
            changes += 1;
            let seconds = b.time_s - a.time_s;
            fast += usize::from((b.altitude_m - a.altitude_m).abs() > USUAL_CLIMB_M_S * seconds + 1e-6);
        }
    }
    if changes > 0 && fast * 100 <= changes { Sensor::Barometer } else { Sensor::Gps }
}

fn without_jumps(heights: &[Height]) -> Vec<Height> {
    let mut kept: Vec<Height> = Vec::with_capacity(heights.len());
    for height in heights {
        let is_jump = kept.last().is_some_and(|last| {
            (height.altitude_m - last.altitude_m).abs() > FASTEST_CLIMB_M_S * (height.time_s - last.time_s)
                && height.time_s > last.time_s
        });
        let is_further = kept.last().is_none_or(|last| height.distance_m > last.distance_m);
        if !is_jump && is_further {
            kept.push(*height);
        }
    }
    kept
}

/// Straight lines between the samples, one value every 10 m from the start, the last at the end.
fn resample(kept: &[Height], length_m: f64) -> Vec<f64> {
    let steps = floor_index((length_m / STEP_M).ceil()).unwrap_or(0);
    let mut out = Vec::with_capacity(steps + 1);
    let mut pairs = kept.windows(2);
    let mut pair = pairs.next();
    for step in 0..=steps {
        let x = (step as f64 * STEP_M).min(length_m);
        while let Some([_, b]) = pair
            && b.distance_m < x
        {
            pair = pairs.next();
        }
        if let Some([a, b]) = pair {
            let share = ((x - a.distance_m) / (b.distance_m - a.distance_m)).clamp(0.0, 1.0);
            out.push(a.altitude_m + share * (b.altitude_m - a.altitude_m));
        }
    }
    out
}

fn median_of_5(values: &[f64]) -> Vec<f64> {
    (0..values.len())
        .map(|at| {
            let window = values.get(at.saturating_sub(2)..(at + 3).min(values.len())).unwrap_or(&[]);
            let mut five = [f64::INFINITY; 5];
            for (slot, value) in five.iter_mut().zip(window) {
                *slot = *value;
            }
            five.sort_unstable_by(f64::total_cmp);
            five.get((window.len() - 1) / 2).copied().unwrap_or(0.0)
        })
        .collect()
}

fn gaussian(values: &[f64], sigma: f64) -> Vec<f64> {
    let reach = floor_index(3.0 * sigma).unwrap_or(0);
    let kernel: Vec<f64> =
        (0..=2 * reach).map(|n| (-0.5 * ((n as f64 - reach as f64) / sigma).powi(2)).exp()).collect();
    (0..values.len())
        .map(|at| {
            let from = at.saturating_sub(reach);
            let window = values.get(from..(at + reach + 1).min(values.len())).unwrap_or(&[]);
            let weights = kernel.get(from + reach - at..).unwrap_or(&[]);
            let (sum, weight) =
                window.iter().zip(weights).fold((0.0, 0.0), |(s, w), (v, k)| (s + v * k, w + k));
            sum / weight
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slope(grade: f64, length_m: i32) -> Vec<Height> {
        (0..=length_m / 3)
            .map(|n| {
                let distance_m = f64::from(n) * 3.0;
                Height { time_s: f64::from(n), distance_m, altitude_m: 100.0 + grade * distance_m }
            })
            .collect()
    }

    fn profile(heights: &[Height]) -> HeightProfile {
        HeightProfile::new(heights, heights.len()).unwrap()
    }

    #[test]
    fn an_even_slope_keeps_its_grade_in_the_middle() {
        let profile = profile(&slope(0.08, 1500));
        assert!(profile.is_grade_ok());
        assert!((profile.grade_at(750.0) - 0.08).abs() < 1e-6);
        let (up, down) = profile.ascent_and_descent_m();
        assert!((up - 120.0).abs() < 12.0 && down.abs() < 1e-9, "{up} up, {down} down");
    }

    #[test]
    fn one_jump_is_dropped() {
        let mut heights = slope(0.0, 1500);
        heights[200].altitude_m += 80.0;
        let profile = profile(&heights);
        assert_eq!(profile.ascent_and_descent_m(), (0.0, 0.0));
        assert!(profile.grade_at(600.0).abs() < 1e-9);
    }

    #[test]
    fn altitude_that_jumps_all_the_time_gives_no_grade() {
        let mut heights = slope(0.0, 3000);
        for (n, height) in heights.iter_mut().enumerate() {
            height.altitude_m += if n % 3 == 0 { 2.5 } else { 0.0 };
        }
        let profile = profile(&heights);
        assert!(!profile.is_grade_ok());
        assert!(profile.grade_at(600.0).abs() < 1e-12);
    }

    #[test]
    fn too_little_altitude_says_nothing() {
        let heights = slope(0.05, 600);
        assert_eq!(HeightProfile::new(&heights, 2 * heights.len()), None);
        assert_eq!(HeightProfile::new(&[], 0), None);
    }
}
