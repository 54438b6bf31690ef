//! The samples of one part: every record message appends one value, or one gap, to every column.

mod whole;

use super::developer::{DeveloperFields, Quantity};
use super::number::{Unit, number};
use kneewise_types::{BeatsPerMinute, Column, Metres, MetresPerSecond, Quality, Watts};
use rustyfit::proto::{Message, Value};
use std::ops::RangeInclusive;

/// More samples than any device records in one part: eleven days at one a second.
pub(super) const MAX_SAMPLES: usize = 1_000_000;

/// What a quantity is called in a doubt, and the values it can have.
struct Bounds(&'static str, RangeInclusive<f64>);

/// From pole to pole, semicircles.
const LATITUDE: Bounds = Bounds("latitude", -1_073_741_824.0..=1_073_741_824.0);
const ALTITUDE: Bounds = Bounds("altitude", -500.0..=9_000.0);
const DISTANCE: Bounds = Bounds("distance", Metres::MIN..=Metres::MAX);
const SPEED: Bounds = Bounds("speed", MetresPerSecond::MIN..=MetresPerSecond::MAX);
const HEART_RATE: Bounds = Bounds("heart rate", BeatsPerMinute::MIN..=BeatsPerMinute::MAX);
const POWER: Bounds = Bounds("power", Watts::MIN..=Watts::MAX);

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

/// One record while its fields are read.
#[derive(Debug, Default, Clone, Copy)]
struct Row {
    timestamp: Option<u32>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    altitude_m: Option<f64>,
    distance_m: Option<f64>,
    speed_mps: Option<f64>,
    heart_rate_bpm: Option<f64>,
    cadence: Option<f64>,
    fraction: Option<f64>,
    power_w: Option<f64>,
    stance_time_ms: Option<f64>,
    stance_balance_left_pct: Option<f64>,
    vertical_oscillation_mm: Option<f64>,
    vertical_ratio_pct: Option<f64>,
    step_length_mm: Option<f64>,
    temperature_c: Option<f64>,
}

impl Columns {
    /// Appends one record. Without any time, known before or given, it cannot be placed and is left out.
    pub fn push(&mut self, message: &Message, developer: &mut DeveloperFields) {
        let mut row = Row::default();
        for field in &message.fields {
            if field.num == 8 {
                self.compressed(&field.value, &mut row);
            } else if let Some(raw) = number(&field.value, field.base_type) {
                row.take(field.num, raw);
            }
        }
        if !developer.is_empty() {
            let values = message.developer_fields.iter().filter_map(|field| developer.value(field));
            values.for_each(|(quantity, value)| row.fill(quantity, value));
        }
        let Some(timestamp) = row.timestamp.or(self.last_timestamp) else {
            self.untimed = self.untimed.saturating_add(1);
            return;
        };
        self.last_timestamp = Some(timestamp);
        self.timestamp.push(timestamp);
        self.put(&row);
    }

    fn put(&mut self, row: &Row) {
        let at = self.timestamp.len().saturating_sub(1);
        // Zero twice is how a receiver writes "no fix yet".
        let place = row.latitude.zip(row.longitude).filter(|place| *place != (0.0, 0.0));
        let latitude = place.map(|place| place.0);
        let is_on_earth = latitude.is_some_and(|latitude| LATITUDE.1.contains(&latitude));
        let longitude = place.map(|place| place.1).filter(|_| is_on_earth);
        // Zero is how a sensor that lost its contact writes "no reading".
        let heart_rate_bpm = row.heart_rate_bpm.filter(|bpm| *bpm > 0.0);
        let rpm = row.cadence.map(|rpm| rpm + row.fraction.unwrap_or(0.0));
        let mut put = Put { at, bad: &mut self.out_of_range };
        put.within(&LATITUDE, latitude, &mut self.latitude_e7, degrees_e7);
        put.any(longitude, &mut self.longitude_e7, degrees_e7);
        put.within(&ALTITUDE, row.altitude_m, &mut self.altitude_m, single);
        put.within(&DISTANCE, row.distance_m, &mut self.distance_m, |m| m);
        put.within(&SPEED, row.speed_mps, &mut self.speed_mps, single);
        put.within(&HEART_RATE, heart_rate_bpm, &mut self.heart_rate_bpm, single);
        put.any(rpm, &mut self.cadence, single);
        put.within(&POWER, row.power_w, &mut self.power_w, single);
        put.any(row.stance_time_ms, &mut self.stance_time_ms, single);
        put.any(row.stance_balance_left_pct, &mut self.stance_balance_left_pct, single);
        put.any(row.vertical_oscillation_mm, &mut self.vertical_oscillation_mm, single);
        put.any(row.vertical_ratio_pct, &mut self.vertical_ratio_pct, single);
        put.any(row.step_length_mm, &mut self.step_length_mm, single);
        put.any(row.temperature_c, &mut self.temperature_c, single);
    }

    /// Speed and distance in three bytes: 12 bits of 1/100 m/s, 12 bits of a rolling 1/16 m counter.
    fn compressed(&mut self, value: &Value, row: &mut Row) {
        let Value::ArrayUint8(bytes) = value else { return };
        let [low, middle, high] = **bytes else { return };
        if [low, middle, high] == [u8::MAX; 3] {
            return;
        }
        row.speed_mps = Some(f64::from(u32::from(low) | u32::from(middle & 0x0F) << 8) / 100.0);
        let counter = u32::from(middle >> 4) | u32::from(high) << 4;
        let total = match self.compressed {
            None => u64::from(counter),
            Some((last, total)) => total + u64::from(counter.wrapping_sub(last) & 0x0FFF),
        };
        self.compressed = Some((counter, total));
        row.distance_m = u32::try_from(total).ok().map(|sixteenths| f64::from(sixteenths) / 16.0);
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
            untimed: 0,
            last_timestamp: None,
            compressed: None,
        }
    }
}

/// Appends to columns that stay empty until their first value: what a device never records costs nothing.
struct Put<'a> {
    /// How many samples there were before.
    at: usize,
    bad: &'a mut Vec<(&'static str, u32)>,
}

impl Put<'_> {
    #[inline]
    fn any<T: Copy + Default>(&self, value: Option<f64>, column: &mut Column<T>, convert: impl Fn(f64) -> T) {
        if value.is_none() && column.is_empty() {
            return;
        }
        if column.is_empty() && self.at > 0 {
            *column = Column::all_missing(self.at);
        }
        column.push(value.map(convert));
    }

    #[inline]
    fn within<T: Copy + Default>(
        &mut self,
        Bounds(what, range): &Bounds,
        value: Option<f64>,
        column: &mut Column<T>,
        convert: impl Fn(f64) -> T,
    ) {
        let kept = value.filter(|value| range.contains(value));
        if value.is_some() && kept.is_none() {
            self.count(what);
        }
        self.any(kept, column, convert);
    }

    #[cold]
    fn count(&mut self, what: &'static str) {
        match self.bad.iter_mut().find(|(known, _)| *known == what) {
            Some((_, count)) => *count = count.saturating_add(1),
            None => self.bad.push((what, 1)),
        }
    }
}

impl Row {
    /// Takes one native field; an enhanced value wins over the short one.
    fn take(&mut self, field: u8, raw: f64) {
        let value = unit_of(field).of(raw);
        match field {
            253 => self.timestamp = time(raw),
            0 => self.latitude = value,
            1 => self.longitude = value,
            2 => self.altitude_m = self.altitude_m.or(value),
            78 => self.altitude_m = value,
            3 => self.heart_rate_bpm = value,
            4 => self.cadence = value,
            5 => self.distance_m = value,
            6 => self.speed_mps = self.speed_mps.or(value),
            73 => self.speed_mps = value,
            7 => self.power_w = value,
            13 => self.temperature_c = value,
            53 => self.fraction = value,
            39 => self.vertical_oscillation_mm = value.or(self.vertical_oscillation_mm),
            41 => self.stance_time_ms = value.or(self.stance_time_ms),
            83 => self.vertical_ratio_pct = value.or(self.vertical_ratio_pct),
            84 => self.stance_balance_left_pct = value.or(self.stance_balance_left_pct),
            85 => self.step_length_mm = value.or(self.step_length_mm),
            _ => {}
        }
    }

    /// Fills a quantity that the watch left empty.
    fn fill(&mut self, quantity: Quantity, value: f64) {
        let place = match quantity {
            Quantity::HeartRate => &mut self.heart_rate_bpm,
            Quantity::Cadence => &mut self.cadence,
            Quantity::Speed => &mut self.speed_mps,
            Quantity::Distance => &mut self.distance_m,
            Quantity::Power => &mut self.power_w,
            Quantity::Altitude => &mut self.altitude_m,
            Quantity::StanceTime => &mut self.stance_time_ms,
            Quantity::VerticalOscillation => &mut self.vertical_oscillation_mm,
            Quantity::VerticalRatio => &mut self.vertical_ratio_pct,
            Quantity::StanceBalance => &mut self.stance_balance_left_pct,
            Quantity::StepLength => &mut self.step_length_mm,
        };
        *place = place.or(Some(value));
    }
}

/// The unit of a native field, as the profile gives it.
pub(super) const fn unit_of(field: u8) -> Unit {
    let (per_unit, offset) = match field {
        2 | 78 => (5.0, 500.0),
        5 | 83 | 84 => (100.0, 0.0),
        6 | 73 => (1000.0, 0.0),
        53 => (128.0, 0.0),
        39 | 41 | 85 => (10.0, 0.0),
        _ => (1.0, 0.0),
    };
    // No foot stands for 0 ms: zero is written while there is no step.
    let is_zero_missing = matches!(field, 39 | 41 | 83 | 84 | 85);
    Unit { per_unit, offset, factor: 1.0, is_zero_missing }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked first")]
fn time(raw: f64) -> Option<u32> {
    (0.0..=f64::from(u32::MAX)).contains(&raw).then_some(raw as u32)
}

#[expect(clippy::cast_possible_truncation, reason = "half the digits are enough for a sensor")]
const fn single(value: f64) -> f32 {
    value as f32
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
