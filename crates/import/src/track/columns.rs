//! The columns of a track: every value checked, what is out of range left out and counted.

use super::Told;
use super::means::{cadence_factor, ground_distance_m, seconds_between};
use kneewise_types::{
    BeatsPerMinute, Column, Metres, MetresPerSecond, Quality, Samples, Sport, StepsPerMinute, Watts,
};

/// A step faster than this is a fault of the receiver and not counted as distance, m/s.
const MAX_STEP_MPS: f64 = 50.0;

/// Samples of one outing, with the doubts about them and whether the distance is our own reckoning.
pub(crate) struct Columns {
    pub samples: Samples,
    pub quality: Vec<Quality>,
    pub is_distance_derived: bool,
}

/// Makes the columns; `stops` are the samples before which the timer stood still.
pub(crate) fn columns(told: &[Told], start_ms: i64, sport: Sport, stops: &[usize]) -> Columns {
    let mut quality = Vec::new();
    let factor = cadence_factor(sport, told.iter().filter_map(|told| told.cadence).map(f64::from));
    let mut checked = |quantity: &str, pick: &dyn Fn(&Told) -> Option<f64>, min: f64, max: f64| {
        checked_column(told, quantity, pick, (min, max), &mut quality)
    };
    let latitude = checked("latitude", &|t| t.latitude_deg, -90.0, 90.0);
    let longitude = checked("longitude", &|t| t.longitude_deg, -180.0, 180.0);
    let altitude = checked("altitude", &|t| t.altitude_m.map(f64::from), -500.0, 9_000.0);
    let distance = checked("distance", &|t| t.distance_m, Metres::MIN, Metres::MAX);
    let speed = checked("speed", &|t| t.speed_mps.map(f64::from), MetresPerSecond::MIN, MetresPerSecond::MAX);
    let heart_rate = checked("heart rate", &heart_rate_told, BeatsPerMinute::MIN, BeatsPerMinute::MAX);
    let cadence = checked(
        "cadence",
        &|t| t.cadence.map(|c| f64::from(c) * factor),
        StepsPerMinute::MIN,
        StepsPerMinute::MAX,
    );
    let power = checked("power", &|t| t.power_w.map(f64::from), Watts::MIN, Watts::MAX);
    let temperature = checked("temperature", &|t| t.temperature_c.map(f64::from), -60.0, 80.0);
    let is_distance_derived = distance.is_empty() && !latitude.is_empty();
    let distance_m = if is_distance_derived { reckoned(told, stops) } else { collect(&distance, |v| v) };
    let samples = Samples {
        time_ms: told.iter().map(|t| u32::try_from(t.at_ms - start_ms).unwrap_or_default()).collect(),
        latitude_e7: collect(&latitude, degrees_e7),
        longitude_e7: collect(&longitude, degrees_e7),
        altitude_m: collect(&altitude, single),
        distance_m,
        speed_mps: collect(&speed, single),
        heart_rate_bpm: collect(&heart_rate, single),
        cadence_spm: collect(&cadence, single),
        power_w: collect(&power, single),
        temperature_c: collect(&temperature, single),
        ..Samples::default()
    };
    Columns { samples, quality, is_distance_derived }
}

/// Zero is how devices write "no reading".
fn heart_rate_told(told: &Told) -> Option<f64> {
    told.heart_rate_bpm.map(f64::from).filter(|bpm| *bpm > 0.0)
}

/// One value a sample; empty when none was recorded.
fn checked_column(
    told: &[Told],
    quantity: &str,
    pick: &dyn Fn(&Told) -> Option<f64>,
    (min, max): (f64, f64),
    quality: &mut Vec<Quality>,
) -> Vec<Option<f64>> {
    let mut count = 0_u32;
    let mut is_any = false;
    let mut values = Vec::with_capacity(told.len());
    for sample in told {
        let value = pick(sample);
        let kept = value.filter(|value| value.is_finite() && (min..=max).contains(value));
        count = count.saturating_add(u32::from(value.is_some() && kept.is_none()));
        is_any |= kept.is_some();
        values.push(kept);
    }
    if count > 0 {
        quality.push(Quality::OutOfRange { quantity: quantity.to_owned(), count });
    }
    if is_any { values } else { Vec::new() }
}

fn collect<T: Copy + Default>(values: &[Option<f64>], convert: impl Fn(f64) -> T) -> Column<T> {
    values.iter().map(|value| value.map(&convert)).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "the range was checked; half the digits are enough")]
fn single(value: f64) -> f32 {
    value as f32
}

#[expect(clippy::cast_possible_truncation, reason = "at most 180 degrees, 1.8e9 in these units")]
fn degrees_e7(degrees: f64) -> i32 {
    (degrees * 1e7).round() as i32
}

/// Distance along the positions. Impossible leaps are not counted. Where the timer stood still only a step like
/// the ones beside it is counted on each side: the timer stops and starts somewhere between two samples.
fn reckoned(told: &[Told], stops: &[usize]) -> Column<f64> {
    let is_placed =
        |t: &Told| t.latitude_deg.is_some_and(|lat| lat.abs() <= 90.0) && t.longitude_deg.is_some();
    let step_m = |from: usize, to: usize| possible_step_m(told.get(from)?, told.get(to)?);
    let mut total_m = 0.0;
    let mut column = Column::with_capacity(told.len());
    let mut last: Option<usize> = None;
    for (at, sample) in told.iter().enumerate() {
        if !is_placed(sample) {
            column.push(None);
            continue;
        }
        let way_m = last.and_then(|last| step_m(last, at)).unwrap_or(0.0);
        let most_m = match last {
            Some(last) if stops.binary_search(&at).is_ok() => {
                let before_m = last.checked_sub(1).and_then(|before| step_m(before, last));
                before_m.unwrap_or(0.0) + step_m(at, at + 1).unwrap_or(0.0)
            }
            _ => f64::INFINITY,
        };
        total_m += way_m.min(most_m);
        last = Some(at);
        column.push(Some(total_m));
    }
    column
}

fn possible_step_m(from: &Told, to: &Told) -> Option<f64> {
    let step_m = ground_distance_m(from, to)?;
    (step_m <= MAX_STEP_MPS * seconds_between(from, to).max(1.0)).then_some(step_m)
}
