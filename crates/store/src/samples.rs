//! Samples as compact bytes: each column through a numeric codec, gaps as a bitmap, exact to the last bit.
//!
//! Layout: version, number of samples, then the columns in a fixed order. A column is its state and, unless
//! that says it all, the bitmap of what is present, the length of the coded values, the coded values.

use crate::error::StoreError;
use kneewise_types::{ActivityId, Column, Samples};
use pco::data_types::Number;
use pco::{ChunkConfig, DeltaSpec, ModeSpec};

const VERSION: u8 = 1;
/// Forty-eight days at one sample a second; also what keeps a damaged length from reserving all memory.
const LIMIT: usize = 1 << 22;
/// Measured: higher levels save a percent and cost twice the time.
const LEVEL: usize = 4;

/// Column states.
const NEVER: u8 = 0;
const COMPLETE: u8 = 1;
const GAPS: u8 = 2;
const ALL_MISSING: u8 = 3;

/// Samples ready to be kept. Packing takes time and needs no database: do it where files are read.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct PackedSamples(Vec<u8>);

impl std::fmt::Debug for PackedSamples {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PackedSamples({} bytes)", self.0.len())
    }
}

/// In what steps a quantity is usually recorded.
#[derive(Clone, Copy)]
enum Shape {
    Whole,
    Steps(f64),
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
        put_values(&mut out, &samples.time_ms, Shape::Whole, 2)?;
        put_column(&mut out, &samples.latitude_e7, n, Shape::Whole)?;
        put_column(&mut out, &samples.longitude_e7, n, Shape::Whole)?;
        put_column(&mut out, &samples.altitude_m, n, Shape::Steps(0.2))?;
        put_column(&mut out, &samples.distance_m, n, Shape::Steps(0.01))?;
        put_column(&mut out, &samples.speed_mps, n, Shape::Steps(0.001))?;
        put_column(&mut out, &samples.heart_rate_bpm, n, Shape::Steps(1.0))?;
        put_column(&mut out, &samples.cadence_spm, n, Shape::Steps(1.0))?;
        put_column(&mut out, &samples.power_w, n, Shape::Steps(1.0))?;
        put_column(&mut out, &samples.stance_time_ms, n, Shape::Steps(0.1))?;
        put_column(&mut out, &samples.stance_balance_left_pct, n, Shape::Steps(0.01))?;
        put_column(&mut out, &samples.vertical_oscillation_mm, n, Shape::Steps(0.1))?;
        put_column(&mut out, &samples.vertical_ratio_pct, n, Shape::Steps(0.01))?;
        put_column(&mut out, &samples.step_length_mm, n, Shape::Steps(0.1))?;
        put_column(&mut out, &samples.temperature_c, n, Shape::Steps(1.0))?;
        Ok(Self(out))
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
    let n = reader.length()?;
    let samples = Samples {
        time_ms: reader.values(n)?,
        latitude_e7: reader.column(n)?,
        longitude_e7: reader.column(n)?,
        altitude_m: reader.column(n)?,
        distance_m: reader.column(n)?,
        speed_mps: reader.column(n)?,
        heart_rate_bpm: reader.column(n)?,
        cadence_spm: reader.column(n)?,
        power_w: reader.column(n)?,
        stance_time_ms: reader.column(n)?,
        stance_balance_left_pct: reader.column(n)?,
        vertical_oscillation_mm: reader.column(n)?,
        vertical_ratio_pct: reader.column(n)?,
        step_length_mm: reader.column(n)?,
        temperature_c: reader.column(n)?,
    };
    reader.0.is_empty().then_some(samples)
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

fn put_values<T: Number>(
    out: &mut Vec<u8>,
    values: &[T],
    shape: Shape,
    order: usize,
) -> Result<(), StoreError> {
    let mode = match shape {
        Shape::Whole => ModeSpec::Classic,
        Shape::Steps(base) => ModeSpec::TryFloatMult(base),
    };
    let config = ChunkConfig::default()
        .with_compression_level(LEVEL)
        .with_mode_spec(mode)
        .with_delta_spec(DeltaSpec::TryConsecutive(order));
    let coded = pco::standalone::simple_compress(values, &config)
        .map_err(|error| StoreError::Database(format!("cannot pack samples: {error}")))?;
    put_length(out, coded.len());
    out.extend_from_slice(&coded);
    Ok(())
}

fn put_column<T: Number + Default>(
    out: &mut Vec<u8>,
    column: &Column<T>,
    n: usize,
    shape: Shape,
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
        return Ok(());
    }
    if column.presence().is_empty() {
        out.push(COMPLETE);
        return put_values(out, column.raw(), shape, 1);
    }
    out.push(GAPS);
    let words = column.presence().iter().flat_map(|word| word.to_le_bytes());
    out.extend(words.take(n.div_ceil(8)));
    let present: Vec<T> = column.present().collect();
    put_values(out, &present, shape, 1)
}

/// Takes bytes off the front; nothing it is given can make it panic or reserve more than the limit.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn length(&mut self) -> Option<usize> {
        let mut length = 0_usize;
        for shift in [0, 7, 14, 21] {
            let byte = self.byte()?;
            length |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return (length <= LIMIT * 16).then_some(length);
            }
        }
        None
    }

    fn values<T: Number + Default>(&mut self, n: usize) -> Option<Vec<T>> {
        let length = self.length()?;
        let coded = self.take(length)?;
        if n > LIMIT {
            return None;
        }
        let mut values = vec![T::default(); n];
        let progress = pco::standalone::simple_decompress_into(coded, &mut values).ok()?;
        (progress.finished && progress.n_processed == n).then_some(values)
    }

    fn column<T: Number + Default>(&mut self, n: usize) -> Option<Column<T>> {
        match self.byte()? {
            NEVER => Some(Column::default()),
            COMPLETE => self.values(n).map(Column::all_present),
            ALL_MISSING => Some(Column::all_missing(n)),
            GAPS => {
                let bits = self.take(n.div_ceil(8))?;
                let is_present = |at: usize| bits.get(at / 8).is_some_and(|byte| byte & (1 << (at % 8)) != 0);
                let mut values = self.values((0..n).filter(|at| is_present(*at)).count())?.into_iter();
                Some((0..n).map(|at| if is_present(at) { values.next() } else { None }).collect())
            }
            _ => None,
        }
    }
}
