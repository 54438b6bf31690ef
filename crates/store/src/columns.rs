//! How an activity stands in a row: the columns that `source` and `activity` share.

use crate::codec::{day_number, day_of, instant_of, pack_laps, pack_pauses, unpack_laps, unpack_pauses};
use crate::database::{Row, Value};
use crate::error::StoreError;
use kneewise_types::{
    Activity, ActivityId, BeatsPerMinute, Metres, OffsetOrigin, OutOfRange, Rpe, Seconds, Sport,
    StepsPerMinute, Surface, Watts,
};

/// The shared columns, in the order of [`values`] and [`read`]. Callers put `id` before.
macro_rules! shared_columns {
    () => {
        "start_s, start_ns, is_start_exact, utc_offset_s, offset_origin, local_date, sport, surface, elapsed_s, timer_s, \
         moving_s, distance_m, ascent_m, descent_m, mean_heart_rate_bpm, max_heart_rate_bpm, mean_cadence_spm, \
         mean_power_w, session_rpe, feel, hard_s, title, description, private_note, shoe, device, laps, pauses, quality"
    };
}
pub(crate) use shared_columns;

/// How many columns are shared.
pub(crate) const SHARED: usize = 29;

/// What must live as long as the values of a row.
pub(crate) struct Packed {
    laps: Option<Vec<u8>>,
    pauses: Option<Vec<u8>>,
    quality: Option<String>,
}

impl Packed {
    pub(crate) fn new(activity: &Activity) -> Result<Self, StoreError> {
        let quality = if activity.quality.is_empty() {
            None
        } else {
            let text = serde_json::to_string(&activity.quality);
            Some(text.map_err(|error| StoreError::Database(error.to_string()))?)
        };
        Ok(Self { laps: pack_laps(&activity.laps)?, pauses: pack_pauses(&activity.pauses)?, quality })
    }
}

/// The values of the shared columns.
pub(crate) fn values<'a>(activity: &'a Activity, packed: &'a Packed) -> [Value<'a>; SHARED] {
    [
        Value::Int(activity.start.as_second()),
        Value::Int(i64::from(activity.start.subsec_nanosecond())),
        Value::Int(i64::from(activity.is_start_exact)),
        Value::Int(i64::from(activity.utc_offset_s)),
        Value::Text(origin_word(activity.offset_origin)),
        Value::Int(day_number(activity.local_date)),
        Value::Text(activity.sport.word()),
        Value::text(activity.surface.map(Surface::word)),
        Value::Real(activity.elapsed.as_s()),
        Value::real(activity.timer.map(Seconds::as_s)),
        Value::real(activity.moving.map(Seconds::as_s)),
        Value::real(activity.distance.map(Metres::as_m)),
        Value::real(activity.ascent.map(Metres::as_m)),
        Value::real(activity.descent.map(Metres::as_m)),
        Value::real(activity.mean_heart_rate.map(BeatsPerMinute::as_bpm)),
        Value::real(activity.max_heart_rate.map(BeatsPerMinute::as_bpm)),
        Value::real(activity.mean_cadence.map(StepsPerMinute::as_spm)),
        Value::real(activity.mean_power.map(Watts::as_w)),
        Value::real(activity.session_rpe.map(Rpe::as_points)),
        Value::int(activity.feel),
        Value::real(activity.hard.map(Seconds::as_s)),
        Value::text(activity.title.as_deref()),
        Value::text(activity.description.as_deref()),
        Value::text(activity.private_note.as_deref()),
        Value::text(activity.shoe.as_deref()),
        Value::text(activity.device.as_deref()),
        Value::bytes(packed.laps.as_deref()),
        Value::bytes(packed.pauses.as_deref()),
        Value::text(packed.quality.as_deref()),
    ]
}

/// The activity of a row whose column 0 is its id and whose next columns are the shared ones. Sources and
/// digest are for the caller to add.
pub(crate) fn read(row: &Row<'_>) -> Result<Activity, StoreError> {
    let id = ActivityId(row.text(0)?);
    let damaged = || StoreError::Damaged { what: "activity", id: id.0.clone() };
    let quality: Option<String> = row.maybe_text(29)?;
    Ok(Activity {
        start: instant_of(row.int(1)?, row.int(2)?).ok_or_else(damaged)?,
        is_start_exact: row.int(3)? != 0,
        utc_offset_s: i32::try_from(row.int(4)?).map_err(|_| damaged())?,
        offset_origin: origin_of(&row.text(5)?).ok_or_else(damaged)?,
        local_date: day_of(row.int(6)?).ok_or_else(damaged)?,
        sport: Sport::from_word(&row.text(7)?).ok_or_else(damaged)?,
        surface: row.maybe_text(8)?.map(|word| Surface::from_word(&word).ok_or_else(damaged)).transpose()?,
        elapsed: Seconds::new(row.real(9)?).map_err(|_| damaged())?,
        timer: quantity(row, 10, Seconds::new, damaged)?,
        moving: quantity(row, 11, Seconds::new, damaged)?,
        distance: quantity(row, 12, Metres::new, damaged)?,
        ascent: quantity(row, 13, Metres::new, damaged)?,
        descent: quantity(row, 14, Metres::new, damaged)?,
        mean_heart_rate: quantity(row, 15, BeatsPerMinute::new, damaged)?,
        max_heart_rate: quantity(row, 16, BeatsPerMinute::new, damaged)?,
        mean_cadence: quantity(row, 17, StepsPerMinute::new, damaged)?,
        mean_power: quantity(row, 18, Watts::new, damaged)?,
        session_rpe: quantity(row, 19, Rpe::new, damaged)?,
        feel: row.maybe_int(20)?.map(|feel| u8::try_from(feel).map_err(|_| damaged())).transpose()?,
        hard: quantity(row, 21, Seconds::new, damaged)?,
        title: row.maybe_text(22)?,
        description: row.maybe_text(23)?,
        private_note: row.maybe_text(24)?,
        shoe: row.maybe_text(25)?,
        device: row.maybe_text(26)?,
        laps: unpack_laps(row.maybe_bytes(27)?).ok_or_else(damaged)?,
        pauses: unpack_pauses(row.maybe_bytes(28)?).ok_or_else(damaged)?,
        quality: match quality {
            Some(text) => serde_json::from_str(&text).map_err(|_| damaged())?,
            None => Vec::new(),
        },
        sources: Vec::new(),
        digest: None,
        id: id.clone(),
    })
}

fn quantity<T>(
    row: &Row<'_>,
    column: usize,
    new: fn(f64) -> Result<T, OutOfRange>,
    damaged: impl Fn() -> StoreError,
) -> Result<Option<T>, StoreError> {
    row.maybe_real(column)?.map(|value| new(value).map_err(|_| damaged())).transpose()
}

const fn origin_word(origin: OffsetOrigin) -> &'static str {
    match origin {
        OffsetOrigin::Recorded => "recorded",
        OffsetOrigin::Coordinates => "coordinates",
        OffsetOrigin::Profile => "profile",
        OffsetOrigin::Assumed => "assumed",
    }
}

fn origin_of(word: &str) -> Option<OffsetOrigin> {
    use OffsetOrigin::{Assumed, Coordinates, Profile, Recorded};
    [Recorded, Coordinates, Profile, Assumed].into_iter().find(|origin| origin_word(*origin) == word)
}
