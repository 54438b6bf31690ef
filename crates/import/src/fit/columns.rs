//! The samples of one part: every record message appends one value, or one gap, to every column.

mod one;
mod whole;

use super::quantity::{Quantity, place, turns};
use kneewise_types::{Column, Quality};
use std::ops::RangeInclusive;

/// More samples than any device records in one part: eleven days at one a second.
pub(super) const MAX_SAMPLES: usize = 1_000_000;

/// Degrees x 10^7 per semicircle.
const E7_PER_SEMICIRCLE: f64 = 180.0e7 / 2_147_483_648.0;

/// Columns as the device writes them: times of the FIT epoch, cadence of one leg.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub timestamp: Vec<u32>,
    pub latitude_e7: Column<i32>,
    pub longitude_e7: Column<i32>,
    pub altitude_m: Column<f32>,
    pub distance_m: Column<f64>,
    pub speed_mps: Column<f32>,
    pub heart_rate_bpm: Column<f32>,
    pub cadence: Column<f32>,
    pub power_w: Column<f32>,
    pub stance_time_ms: Column<f32>,
    pub stance_balance_left_pct: Column<f32>,
    pub vertical_oscillation_mm: Column<f32>,
    pub vertical_ratio_pct: Column<f32>,
    pub step_length_mm: Column<f32>,
    pub temperature_c: Column<f32>,
    /// Values outside the range of their quantity, left out: how many of which.
    pub out_of_range: Vec<(&'static str, u32)>,
    /// Records before any time was known.
    pub untimed: u32,
    last_timestamp: Option<u32>,
    /// The 12-bit distance counter of compressed records, sixteenths of a metre.
    compressed: Option<(u32, u64)>,
}

/// Where columns get their readings from: one record, or all of a part at once.
trait Source {
    /// What is read of a quantity.
    type Readings;

    fn read(&self, quantity: Quantity) -> Self::Readings;

    /// Two quantities of which one says something about the other; neither where the first is missing.
    fn both(
        &self,
        quantities: (Quantity, Quantity),
        of: impl Fn(Option<f64>, Option<f64>) -> (Option<f64>, Option<f64>),
    ) -> (Self::Readings, Self::Readings);

    /// Appends what of the readings its quantity can be, and counts the others.
    fn keep<T: Kept>(&mut self, quantity: Quantity, readings: Self::Readings, column: &mut Column<T>);
}

/// How a column holds a reading.
trait Kept: Copy + Default {
    fn of(reading: f64) -> Self;
}

/// Whole numbers are places, 10^-7 degrees.
impl Kept for i32 {
    #[inline]
    fn of(reading: f64) -> Self {
        degrees_e7(reading)
    }
}

/// Half the digits are enough for a sensor.
impl Kept for f32 {
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "half the digits are enough for a sensor")]
    fn of(reading: f64) -> Self {
        reading as Self
    }
}

/// A distance since the start has too many digits for less.
impl Kept for f64 {
    #[inline]
    fn of(reading: f64) -> Self {
        reading
    }
}

impl Columns {
    /// Fills every column with its quantity. Doubts are told in the order of this list.
    #[inline]
    fn keep(&mut self, source: &mut impl Source) {
        #[inline]
        fn keep<S: Source, T: Kept>(source: &mut S, quantity: Quantity, column: &mut Column<T>) {
            let readings = source.read(quantity);
            source.keep(quantity, readings, column);
        }
        let (latitude, longitude) = source.both((Quantity::Latitude, Quantity::Longitude), place);
        source.keep(Quantity::Latitude, latitude, &mut self.latitude_e7);
        source.keep(Quantity::Longitude, longitude, &mut self.longitude_e7);
        keep(source, Quantity::Altitude, &mut self.altitude_m);
        keep(source, Quantity::Distance, &mut self.distance_m);
        keep(source, Quantity::Speed, &mut self.speed_mps);
        keep(source, Quantity::HeartRate, &mut self.heart_rate_bpm);
        let (cadence, _) = source.both((Quantity::Cadence, Quantity::CadenceFraction), turns);
        source.keep(Quantity::Cadence, cadence, &mut self.cadence);
        keep(source, Quantity::Power, &mut self.power_w);
        keep(source, Quantity::StanceTime, &mut self.stance_time_ms);
        keep(source, Quantity::StanceBalance, &mut self.stance_balance_left_pct);
        keep(source, Quantity::VerticalOscillation, &mut self.vertical_oscillation_mm);
        keep(source, Quantity::VerticalRatio, &mut self.vertical_ratio_pct);
        keep(source, Quantity::StepLength, &mut self.step_length_mm);
        keep(source, Quantity::Temperature, &mut self.temperature_c);
    }
}

impl Columns {
    /// The samples at the given times only.
    pub fn only(&self, is_wanted: impl Fn(u32) -> bool) -> Self {
        let at: Vec<usize> = self
            .timestamp
            .iter()
            .enumerate()
            .filter(|(_, time)| is_wanted(**time))
            .map(|(at, _)| at)
            .collect();
        self.picked(&at)
    }

    /// Leaves out samples outside `possible` times and those earlier than one before them, and says so: time
    /// never falls in our samples. When most are outside, it is the summary that is wrong.
    pub fn in_order(self, possible: RangeInclusive<u32>) -> (Self, Vec<Quality>) {
        let is_possible = |time: &u32| possible.contains(time);
        if self.timestamp.is_sorted() && self.timestamp.iter().all(is_possible) {
            return (self, Vec::new());
        }
        let inside = self.timestamp.iter().filter(|time| possible.contains(time)).count();
        let possible = if inside * 2 >= self.timestamp.len() { possible } else { 0..=u32::MAX };
        let (mut latest, mut longest, mut first_at) = (None, 0, None);
        let mut kept = Vec::with_capacity(self.timestamp.len());
        for (at, time) in self.timestamp.iter().enumerate() {
            let before = latest.unwrap_or(*time);
            if *time < before || !possible.contains(time) {
                longest = longest.max(time.abs_diff(before));
                first_at = first_at.or(Some(before));
            } else {
                latest = Some(*time);
                kept.push(at);
            }
        }
        let Some(first_at) = first_at else { return (self, Vec::new()) };
        let columns = self.picked(&kept);
        let begin = columns.timestamp.first().copied().unwrap_or(first_at);
        let jump = Quality::TimeJump {
            count: u32::try_from(self.timestamp.len() - kept.len()).unwrap_or(u32::MAX),
            first_s: f64::from(first_at.saturating_sub(begin)),
            longest_s: f64::from(longest),
        };
        (columns, vec![jump])
    }

    fn picked(&self, at: &[usize]) -> Self {
        fn pick<T: Copy + Default>(column: &Column<T>, at: &[usize]) -> Column<T> {
            at.iter().map(|at| column.get(*at)).collect()
        }
        Self {
            timestamp: at.iter().filter_map(|at| self.timestamp.get(*at).copied()).collect(),
            latitude_e7: pick(&self.latitude_e7, at),
            longitude_e7: pick(&self.longitude_e7, at),
            altitude_m: pick(&self.altitude_m, at),
            distance_m: pick(&self.distance_m, at),
            speed_mps: pick(&self.speed_mps, at),
            heart_rate_bpm: pick(&self.heart_rate_bpm, at),
            cadence: pick(&self.cadence, at),
            power_w: pick(&self.power_w, at),
            stance_time_ms: pick(&self.stance_time_ms, at),
            stance_balance_left_pct: pick(&self.stance_balance_left_pct, at),
            vertical_oscillation_mm: pick(&self.vertical_oscillation_mm, at),
            vertical_ratio_pct: pick(&self.vertical_ratio_pct, at),
            step_length_mm: pick(&self.step_length_mm, at),
            temperature_c: pick(&self.temperature_c, at),
            out_of_range: self.out_of_range.clone(),
            ..Self::default()
        }
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked first")]
fn time(raw: f64) -> Option<u32> {
    (0.0..=f64::from(u32::MAX)).contains(&raw).then_some(raw as u32)
}

/// Rounded to the nearest, halves away from zero, without the call that `f64::round` is on older processors.
#[expect(clippy::cast_possible_truncation, reason = "32-bit semicircles are at most 1.8e9 of these units")]
fn degrees_e7(semicircles: f64) -> i32 {
    let exact = semicircles * E7_PER_SEMICIRCLE;
    let whole = exact as i32;
    let rest = exact - f64::from(whole);
    whole + i32::from(rest >= 0.5) - i32::from(rest <= -0.5)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "32-bit semicircles are at most 1.8e9 of these units"
    )]
    fn degrees_are_rounded_as_the_standard_library_rounds() {
        let spread = (i32::MIN..=i32::MAX).step_by(65_521);
        for semicircles in spread.chain([-3, -2, -1, 0, 1, 2, 3, i32::MAX]).map(f64::from) {
            let expected = (semicircles * E7_PER_SEMICIRCLE).round() as i32;
            assert_eq!(degrees_e7(semicircles), expected, "{semicircles}");
        }
    }
}
