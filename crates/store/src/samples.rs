//! Samples as compact bytes: each column as whole numbers in few bits, gaps as a bitmap, exact to the last bit.
//!
//! Layout: version, number of samples, then the columns in a fixed order. A column is its state and, unless
//! that says it all, the bitmap of what is present and the packed values.

mod numbers;
mod reader;
mod steps;

use crate::error::StoreError;
use kneewise_types::{ActivityId, Column, Samples};
use reader::Reader;
use steps::Stepped;

/// 1 was the codec of development builds.
const VERSION: u8 = 2;
/// Forty-eight days at one sample a second; also what keeps a damaged length from reserving all memory.
const LIMIT: usize = 1 << 22;

/// Column states.
const NEVER: u8 = 0;
const COMPLETE: u8 = 1;
const GAPS: u8 = 2;
const ALL_MISSING: u8 = 3;

/// Steps of devices, per unit of the column: fifths of a metre, hundredths of a second.
mod per_unit {
    pub(super) const ALTITUDE: &[u16] = &[5, 10, 100, 1000];
    pub(super) const DISTANCE: &[u16] = &[100, 1000];
    pub(super) const SPEED: &[u16] = &[1000];
    pub(super) const WHOLE_OR_TENTHS: &[u16] = &[1, 10];
    pub(super) const CADENCE: &[u16] = &[1, 64, 100];
    pub(super) const GAIT: &[u16] = &[1, 10, 100];
}

/// Samples ready to be kept. Packing takes time and needs no database: do it where files are read.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct PackedSamples(Vec<u8>);

impl std::fmt::Debug for PackedSamples {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PackedSamples({} bytes)", self.0.len())
    }
}

impl PackedSamples {
    /// Packs; no samples take no room at all.
    pub fn new(samples: &Samples) -> Result<Self, StoreError> {
        if samples.is_empty() {
            return Ok(Self::default());
        }
        let n = samples.len();
        if n > LIMIT {
            return Err(StoreError::TooManySamples { got: n, limit: LIMIT });
        }
        let mut out = Vec::with_capacity(32 * 1024);
        out.push(VERSION);
        put_length(&mut out, n);
        numbers::put(&mut out, &samples.time_ms);
        for column in [&samples.latitude_e7, &samples.longitude_e7] {
            put_column(&mut out, column, n, |out, values| {
                numbers::put(out, &values.iter().map(|value| value.cast_unsigned()).collect::<Vec<u32>>());
            })?;
        }
        put_stepped(&mut out, &samples.altitude_m, n, per_unit::ALTITUDE)?;
        put_stepped(&mut out, &samples.distance_m, n, per_unit::DISTANCE)?;
        put_stepped(&mut out, &samples.speed_mps, n, per_unit::SPEED)?;
        for column in [&samples.heart_rate_bpm, &samples.power_w, &samples.temperature_c] {
            put_stepped(&mut out, column, n, per_unit::WHOLE_OR_TENTHS)?;
        }
        put_stepped(&mut out, &samples.cadence_spm, n, per_unit::CADENCE)?;
        for column in [
            &samples.stance_time_ms,
            &samples.stance_balance_left_pct,
            &samples.vertical_oscillation_mm,
            &samples.vertical_ratio_pct,
            &samples.step_length_mm,
        ] {
            put_stepped(&mut out, column, n, per_unit::GAIT)?;
        }
        Ok(Self(out))
    }

    /// Bytes that this type had packed.
    pub(crate) const fn kept(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// Whether there are no samples.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many bytes they take in the database.
    #[must_use]
    pub fn packed_bytes(&self) -> usize {
        self.0.len()
    }

    /// The packed form.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// Packed earlier; checked only when unpacked.
    #[must_use]
    pub const fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The samples that went in.
    pub fn unpack(&self, id: &ActivityId) -> Result<Samples, StoreError> {
        Self::unpack_bytes(&self.0, id)
    }

    pub(crate) fn unpack_bytes(bytes: &[u8], id: &ActivityId) -> Result<Samples, StoreError> {
        if bytes.is_empty() {
            return Ok(Samples::default());
        }
        unpack(bytes).ok_or_else(|| StoreError::Damaged { what: "the samples of activity", id: id.0.clone() })
    }
}

fn unpack(bytes: &[u8]) -> Option<Samples> {
    let mut reader = Reader(bytes);
    if reader.byte()? != VERSION {
        return None;
    }
    let n = reader.length().filter(|n| *n <= LIMIT)?;
    let position = |reader: &mut Reader<'_>| {
        reader.column(n, |reader, n| {
            Some(numbers::take(reader, n)?.into_iter().map(u32::cast_signed).collect())
        })
    };
    // In the order in which they were put: the fields below are evaluated as written.
    let samples = Samples {
        time_ms: numbers::take(&mut reader, n)?,
        latitude_e7: position(&mut reader)?,
        longitude_e7: position(&mut reader)?,
        altitude_m: reader.column(n, steps::take)?,
        distance_m: reader.column(n, steps::take)?,
        speed_mps: reader.column(n, steps::take)?,
        heart_rate_bpm: reader.column(n, steps::take)?,
        power_w: reader.column(n, steps::take)?,
        temperature_c: reader.column(n, steps::take)?,
        cadence_spm: reader.column(n, steps::take)?,
        stance_time_ms: reader.column(n, steps::take)?,
        stance_balance_left_pct: reader.column(n, steps::take)?,
        vertical_oscillation_mm: reader.column(n, steps::take)?,
        vertical_ratio_pct: reader.column(n, steps::take)?,
        step_length_mm: reader.column(n, steps::take)?,
    };
    reader.is_at_end().then_some(samples)
}

fn put_length(out: &mut Vec<u8>, length: usize) {
    let mut rest = length;
    loop {
        let low = u8::try_from(rest & 0x7f).unwrap_or_default();
        rest >>= 7;
        if rest == 0 {
            out.push(low);
            return;
        }
        out.push(low | 0x80);
    }
}

fn put_stepped<T: Stepped>(
    out: &mut Vec<u8>,
    column: &Column<T>,
    n: usize,
    per_unit: &[u16],
) -> Result<(), StoreError> {
    put_column(out, column, n, |out, values| steps::put(out, values, per_unit))
}

fn put_column<T: Copy + Default>(
    out: &mut Vec<u8>,
    column: &Column<T>,
    n: usize,
    put: impl Fn(&mut Vec<u8>, &[T]),
) -> Result<(), StoreError> {
    if column.is_empty() {
        out.push(NEVER);
        return Ok(());
    }
    if column.len() != n {
        return Err(StoreError::UnevenSamples);
    }
    if column.is_all_missing() {
        out.push(ALL_MISSING);
    } else if column.presence().is_empty() {
        out.push(COMPLETE);
        put(out, column.raw());
    } else {
        out.push(GAPS);
        let words = column.presence().iter().flat_map(|word| word.to_le_bytes());
        out.extend(words.take(n.div_ceil(8)));
        put(out, &column.present().collect::<Vec<T>>());
    }
    Ok(())
}
