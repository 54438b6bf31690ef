//! Whole columns at once: the same as one record after another, without a look at what a device never records.

use super::{
    ALTITUDE, Bounds, Columns, DISTANCE, HEART_RATE, LATITUDE, POWER, SPEED, degrees_e7, single, time,
};
use kneewise_types::Column;

/// One quantity over all records, in our unit.
type Readings = Option<Vec<Option<f64>>>;

impl Columns {
    /// Fills columns that hold nothing yet with what `read` says of each native field, `None` where it was never recorded.
    /// False when the first record has no time.
    pub fn fill(&mut self, read: impl Fn(u8) -> Readings) -> bool {
        let mut last = None;
        for reading in read(253).unwrap_or_default() {
            last = reading.and_then(time).or(last);
            let Some(timestamp) = last else { return false };
            self.timestamp.push(timestamp);
        }
        self.last_timestamp = last;
        let (latitude, longitude) = places(read(0), read(1));
        // Zero is how a sensor that lost its contact writes "no reading".
        let heart_rate_bpm = map(read(3), |_, bpm| bpm.filter(|bpm| *bpm > 0.0));
        let fraction = read(53).unwrap_or_default();
        let rpm =
            map(read(4), |at, rpm| rpm.map(|rpm| rpm + fraction.get(at).copied().flatten().unwrap_or(0.0)));
        // In the order of `Columns::put`, so that doubts come in its order too.
        let mut doubts = Doubts::default();
        self.latitude_e7 = doubts.within(&LATITUDE, latitude, degrees_e7);
        self.longitude_e7 = column(longitude, degrees_e7);
        self.altitude_m = doubts.within(&ALTITUDE, read(78), single);
        self.distance_m = doubts.within(&DISTANCE, read(5), |m| m);
        self.speed_mps = doubts.within(&SPEED, read(73), single);
        self.heart_rate_bpm = doubts.within(&HEART_RATE, heart_rate_bpm, single);
        self.cadence = column(rpm, single);
        self.power_w = doubts.within(&POWER, read(7), single);
        self.stance_time_ms = column(read(41), single);
        self.stance_balance_left_pct = column(read(84), single);
        self.vertical_oscillation_mm = column(read(39), single);
        self.vertical_ratio_pct = column(read(83), single);
        self.step_length_mm = column(read(85), single);
        self.temperature_c = column(read(13), single);
        self.out_of_range = doubts.in_order();
        !self.timestamp.is_empty()
    }
}

/// Both or neither; zero twice is how a receiver writes "no fix yet".
fn places(latitude: Readings, longitude: Readings) -> (Readings, Readings) {
    let (Some(mut latitude), Some(mut longitude)) = (latitude, longitude) else { return (None, None) };
    for (latitude, longitude) in latitude.iter_mut().zip(&mut longitude) {
        let place = latitude.zip(*longitude).filter(|place| *place != (0.0, 0.0));
        *latitude = place.map(|place| place.0);
        let is_on_earth = latitude.is_some_and(|latitude| LATITUDE.1.contains(&latitude));
        *longitude = place.map(|place| place.1).filter(|_| is_on_earth);
    }
    (Some(latitude), Some(longitude))
}

fn map(readings: Readings, of: impl Fn(usize, Option<f64>) -> Option<f64>) -> Readings {
    let mut readings = readings?;
    readings.iter_mut().enumerate().for_each(|(at, reading)| *reading = of(at, *reading));
    Some(readings)
}

/// A column of readings; empty when there is none among them.
fn column<T: Copy + Default>(readings: Readings, convert: impl Fn(f64) -> T) -> Column<T> {
    let readings = readings.unwrap_or_default();
    let mut column = Column::with_capacity(readings.len());
    readings.into_iter().for_each(|reading| column.push(reading.map(&convert)));
    if column.is_all_missing() { Column::default() } else { column }
}

/// Values that were left out: where the first one was, of what, how many.
#[derive(Default)]
struct Doubts(Vec<(usize, &'static str, u32)>);

impl Doubts {
    fn within<T: Copy + Default>(
        &mut self,
        Bounds(what, range): &Bounds,
        mut readings: Readings,
        convert: impl Fn(f64) -> T,
    ) -> Column<T> {
        let (mut first, mut count) = (None, 0_u32);
        for (at, reading) in readings.iter_mut().flatten().enumerate() {
            if reading.is_some_and(|value| !range.contains(&value)) {
                first = first.or(Some(at));
                count = count.saturating_add(1);
                *reading = None;
            }
        }
        self.0.extend(first.map(|first| (first, *what, count)));
        column(readings, convert)
    }

    /// As they were met from record to record.
    fn in_order(mut self) -> Vec<(&'static str, u32)> {
        self.0.sort_by_key(|(first, ..)| *first);
        self.0.into_iter().map(|(_, what, count)| (what, count)).collect()
    }
}
