//! Heart rate: it follows the effort with a lag, drifts upwards, and is sometimes lost.

use crate::outing::Outing;
use crate::random::Random;
use kneewise_types::Sport;

#[derive(Debug)]
pub(super) struct Heart<'a> {
    outing: &'a Outing,
    bpm: f64,
    noise: f64,
}

impl<'a> Heart<'a> {
    pub(super) fn new(outing: &'a Outing) -> Self {
        Self { outing, bpm: outing.form.rest_bpm + 32.0, noise: 0.0 }
    }

    /// Heart rate of a second; `None` while the sensor is lost.
    pub(super) fn beat(&mut self, second: u32, flat_mps: f64, random: &mut Random) -> Option<f64> {
        let (target, lag_s) = self.aim(second, flat_mps);
        self.bpm += (target - self.bpm) / lag_s;
        self.noise = 0.9 * self.noise + 0.5 * random.normal();
        self.shown(second)
    }

    /// Heart rate after a stretch of even effort, without noise.
    pub(super) fn beat_after(&mut self, second: u32, flat_mps: f64, length_s: f64) -> Option<f64> {
        let (target, lag_s) = self.aim(second, flat_mps);
        self.bpm += (target - self.bpm) * -(-length_s / lag_s).exp_m1();
        self.shown(second)
    }

    /// Where the heart is going, and how slowly.
    fn aim(&self, second: u32, flat_mps: f64) -> (f64, f64) {
        let form = self.outing.form;
        let effort = if self.outing.sport.is_running() {
            flat_mps / form.threshold_mps
        } else if self.outing.sport == Sport::Hike {
            0.62
        } else {
            0.72
        };
        let drift = 1.0 + 0.025 * f64::from(second) / 3_600.0;
        let reserve = (0.88 * (0.1 + 0.9 * effort.clamp(0.2, 1.25)) * drift).min(0.985);
        let target = form.rest_bpm + reserve * (form.max_bpm - form.rest_bpm);
        (target, if target > self.bpm { 32.0 } else { 48.0 })
    }

    fn shown(&self, second: u32) -> Option<f64> {
        let share = f64::from(second) / f64::from(self.outing.timer_s.max(1));
        let is_lost = self.outing.dropout.heart_rate.is_some_and(|(from, to)| share >= from && share < to);
        (!is_lost).then(|| (self.bpm + self.noise).clamp(40.0, self.outing.form.max_bpm))
    }
}
