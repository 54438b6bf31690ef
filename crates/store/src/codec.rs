//! Small structures as compact bytes.

use crate::error::StoreError;
use kneewise_types::knee::KNEE_MODEL_VERSION;
use kneewise_types::{
    ActivityId, BeatsPerMinute, Date, GaitDigest, KneeDigest, Lap, Metres, OutOfRange, Pause, SampleDigest,
    Seconds, SteadySegment, StepsPerMinute, Timestamp,
};
use serde::{Serialize, de::DeserializeOwned};

/// A day as a number that reads and sorts as one: 20260301.
pub(crate) fn day_number(date: Date) -> i64 {
    i64::from(date.year()) * 10_000 + i64::from(date.month()) * 100 + i64::from(date.day())
}

/// The day of a number made by [`day_number`].
pub(crate) fn day_of(number: i64) -> Option<Date> {
    let year = i16::try_from(number.div_euclid(10_000)).ok()?;
    let month = i8::try_from(number.rem_euclid(10_000) / 100).ok()?;
    let day = i8::try_from(number.rem_euclid(100)).ok()?;
    Date::new(year, month, day).ok()
}

/// An instant from its two columns.
pub(crate) fn instant_of(seconds: i64, nanoseconds: i64) -> Option<Timestamp> {
    Timestamp::new(seconds, i32::try_from(nanoseconds).ok()?).ok()
}

/// A lap as it is kept: a field added to [`Lap`] does not compile here until its place in old rows is decided.
type KeptLap = (f64, f64, [Option<f64>; 7]);

/// Laps as bytes; nothing for none.
pub(crate) fn pack_laps(laps: &[Lap]) -> Result<Option<Vec<u8>>, StoreError> {
    let kept = laps.iter().map(|lap| {
        let Lap {
            start,
            elapsed,
            timer,
            distance,
            mean_heart_rate,
            max_heart_rate,
            mean_cadence,
            ascent,
            descent,
        } = lap;
        let rest = [
            timer.map(Seconds::as_s),
            distance.map(Metres::as_m),
            mean_heart_rate.map(BeatsPerMinute::as_bpm),
            max_heart_rate.map(BeatsPerMinute::as_bpm),
            mean_cadence.map(StepsPerMinute::as_spm),
            ascent.map(Metres::as_m),
            descent.map(Metres::as_m),
        ];
        (start.as_s(), elapsed.as_s(), rest)
    });
    pack_list(&kept.collect::<Vec<KeptLap>>())
}

/// The laps of [`pack_laps`]; `None` when damaged.
pub(crate) fn unpack_laps(bytes: Option<Vec<u8>>) -> Option<Vec<Lap>> {
    let lap = |(start, elapsed, rest): KeptLap| {
        let [timer, distance, mean_heart_rate, max_heart_rate, mean_cadence, ascent, descent] = rest;
        Ok::<Lap, OutOfRange>(Lap {
            start: Seconds::new(start)?,
            elapsed: Seconds::new(elapsed)?,
            timer: timer.map(Seconds::new).transpose()?,
            distance: distance.map(Metres::new).transpose()?,
            mean_heart_rate: mean_heart_rate.map(BeatsPerMinute::new).transpose()?,
            max_heart_rate: max_heart_rate.map(BeatsPerMinute::new).transpose()?,
            mean_cadence: mean_cadence.map(StepsPerMinute::new).transpose()?,
            ascent: ascent.map(Metres::new).transpose()?,
            descent: descent.map(Metres::new).transpose()?,
        })
    };
    unpack_list(bytes)?.into_iter().map(lap).collect::<Result<_, _>>().ok()
}

/// Pauses as bytes; nothing for none.
pub(crate) fn pack_pauses(pauses: &[Pause]) -> Result<Option<Vec<u8>>, StoreError> {
    let kept = pauses.iter().map(|Pause { from, to }| (from.as_s(), to.as_s()));
    pack_list(&kept.collect::<Vec<(f64, f64)>>())
}

/// The pauses of [`pack_pauses`]; `None` when damaged.
pub(crate) fn unpack_pauses(bytes: Option<Vec<u8>>) -> Option<Vec<Pause>> {
    let pause = |(from, to): (f64, f64)| {
        Ok::<Pause, OutOfRange>(Pause { from: Seconds::new(from)?, to: Seconds::new(to)? })
    };
    unpack_list(bytes)?.into_iter().map(pause).collect::<Result<_, _>>().ok()
}

fn pack_list<T: Serialize>(list: &[T]) -> Result<Option<Vec<u8>>, StoreError> {
    if list.is_empty() { Ok(None) } else { pack(list).map(Some) }
}

fn unpack_list<T: DeserializeOwned>(bytes: Option<Vec<u8>>) -> Option<Vec<T>> {
    bytes.map_or_else(|| Some(Vec::new()), |bytes| postcard::from_bytes(&bytes).ok())
}

/// What tells digests apart that today's program cannot read or would make differently: the version of the
/// formulas and, in the low half, a hash of the fields' names, so that a changed shape is never misread.
pub(crate) fn digest_form(version: u32) -> Result<i64, StoreError> {
    form(version, &SampleDigest::default())
}

/// The same of what is kept for the knee.
pub(crate) fn knee_form() -> Result<i64, StoreError> {
    let gait = GaitDigest {
        id: ActivityId(String::new()),
        local_date: Date::ZERO,
        segments: vec![SteadySegment { speed_mps: 0.0, cadence_spm: 0.0 }],
        mean_cadence_spm: None,
        step_length_m: None,
        stance_time_s: None,
        duty_factor: None,
        vertical_oscillation_m: None,
        vertical_ratio: None,
        left_stance_share: None,
    };
    form(KNEE_MODEL_VERSION, &KneeDigest { gait: Some(gait), ..KneeDigest::default() })
}

fn form(version: u32, example: &impl Serialize) -> Result<i64, StoreError> {
    let shape = serde_json::to_vec(example).map_err(|error| StoreError::Database(error.to_string()))?;
    // FNV-1a, 32 bits.
    let hash =
        shape.iter().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    Ok((i64::from(version) << 32) | i64::from(hash))
}

pub(crate) fn pack_digest(digest: &SampleDigest) -> Result<Vec<u8>, StoreError> {
    pack(digest)
}

pub(crate) fn unpack_digest(bytes: &[u8], id: &ActivityId) -> Result<SampleDigest, StoreError> {
    postcard::from_bytes(bytes)
        .map_err(|_| StoreError::Damaged { what: "the digest of activity", id: id.0.clone() })
}

pub(crate) fn pack<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, StoreError> {
    postcard::to_stdvec(value).map_err(|error| StoreError::Database(error.to_string()))
}

/// The value of [`pack`]; `None` when damaged.
pub(crate) fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_reads_back_from_its_number() {
        for text in ["2026-03-01", "1969-12-31", "0001-01-01", "-000044-03-15", "9999-12-31"] {
            let date: Date = text.parse().unwrap();
            assert_eq!(day_of(day_number(date)), Some(date));
        }
        assert_eq!(day_number("2026-03-01".parse().unwrap()), 20_260_301);
        assert!(day_number("-000044-03-15".parse().unwrap()) < day_number("-000044-03-16".parse().unwrap()));
        assert_eq!(day_of(20_261_301), None);
    }

    #[test]
    fn another_version_is_another_form() {
        assert_ne!(digest_form(1).unwrap(), digest_form(2).unwrap());
        assert!(digest_form(1).unwrap() < digest_form(2).unwrap());
        assert_ne!(digest_form(KNEE_MODEL_VERSION).unwrap(), knee_form().unwrap());
    }
}
