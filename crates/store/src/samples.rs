//! Samples as compact bytes: each column through a numeric codec, gaps as a bitmap, exact to the last bit.
//!
//! Layout: version, number of samples, then the columns in a fixed order. A column is its state and, unless
//! that says it all, the bitmap of what is present and the coded values. Devices count in steps (fifths of a
//! metre, hundredths of a second): where every value is exactly a whole number of steps, the steps are coded,
//! which takes half the time and less room.

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
        put_numbers(&mut out, &samples.time_ms, ModeSpec::Classic, 1)?;
        put_column(&mut out, &samples.latitude_e7, n, |out, values| {
            put_numbers(out, values, ModeSpec::Classic, 2)
        })?;
        put_column(&mut out, &samples.longitude_e7, n, |out, values| {
            put_numbers(out, values, ModeSpec::Classic, 2)
        })?;
        put_column(&mut out, &samples.altitude_m, n, |out, values| {
            put_steps(out, values, &[5, 10, 100, 1000], 1)
        })?;
        put_column(&mut out, &samples.distance_m, n, |out, values| put_steps(out, values, &[100, 1000], 2))?;
        put_column(&mut out, &samples.speed_mps, n, |out, values| put_steps(out, values, &[1000], 1))?;
        for column in [&samples.heart_rate_bpm, &samples.power_w, &samples.temperature_c] {
            put_column(&mut out, column, n, |out, values| put_steps(out, values, &[1, 10], 1))?;
        }
        put_column(&mut out, &samples.cadence_spm, n, |out, values| {
            put_steps(out, values, &[1, 64, 100], 1)
        })?;
        for column in [
            &samples.stance_time_ms,
            &samples.stance_balance_left_pct,
            &samples.vertical_oscillation_mm,
            &samples.vertical_ratio_pct,
            &samples.step_length_mm,
        ] {
            put_column(&mut out, column, n, |out, values| put_steps(out, values, &[1, 10, 100], 1))?;
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
    let n = reader.length()?;
    // In the order in which they were put: the fields below are evaluated as written.
    let samples = Samples {
        time_ms: reader.numbers(n)?,
        latitude_e7: reader.column(n, Reader::numbers)?,
        longitude_e7: reader.column(n, Reader::numbers)?,
        altitude_m: reader.column(n, Reader::steps)?,
        distance_m: reader.column(n, Reader::steps)?,
        speed_mps: reader.column(n, Reader::steps)?,
        heart_rate_bpm: reader.column(n, Reader::steps)?,
        power_w: reader.column(n, Reader::steps)?,
        temperature_c: reader.column(n, Reader::steps)?,
        cadence_spm: reader.column(n, Reader::steps)?,
        stance_time_ms: reader.column(n, Reader::steps)?,
        stance_balance_left_pct: reader.column(n, Reader::steps)?,
        vertical_oscillation_mm: reader.column(n, Reader::steps)?,
        vertical_ratio_pct: reader.column(n, Reader::steps)?,
        step_length_mm: reader.column(n, Reader::steps)?,
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

fn put_numbers<T: Number>(
    out: &mut Vec<u8>,
    values: &[T],
    mode: ModeSpec,
    delta_order: usize,
) -> Result<(), StoreError> {
    let config = ChunkConfig::default()
        .with_compression_level(LEVEL)
        .with_mode_spec(mode)
        .with_delta_spec(DeltaSpec::TryConsecutive(delta_order));
    let coded = pco::standalone::simple_compress(values, &config)
        .map_err(|error| StoreError::Database(format!("cannot pack samples: {error}")))?;
    put_length(out, coded.len());
    out.extend_from_slice(&coded);
    Ok(())
}

/// A number that can be a whole number of steps.
trait Stepped: Number + Default {
    /// Exactly what [`Stepped::from_steps`] turns back into this very value, if there is such a number.
    fn steps(self, per_unit: f64) -> Option<i32>;
    fn from_steps(steps: i32, per_unit: f64) -> Self;
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a value out of range saturates and fails the comparison"
)]
fn nearest(steps: f64) -> i32 {
    steps.round_ties_even() as i32
}

impl Stepped for f64 {
    fn steps(self, per_unit: f64) -> Option<i32> {
        let steps = nearest(self * per_unit);
        (Self::from_steps(steps, per_unit).to_bits() == self.to_bits()).then_some(steps)
    }

    fn from_steps(steps: i32, per_unit: f64) -> Self {
        Self::from(steps) / per_unit
    }
}

impl Stepped for f32 {
    fn steps(self, per_unit: f64) -> Option<i32> {
        let steps = nearest(f64::from(self) * per_unit);
        (Self::from_steps(steps, per_unit).to_bits() == self.to_bits()).then_some(steps)
    }

    #[expect(clippy::cast_possible_truncation, reason = "the nearest f32 is what was recorded")]
    fn from_steps(steps: i32, per_unit: f64) -> Self {
        (f64::from(steps) / per_unit) as Self
    }
}

/// The first of `per_unit` whose steps give every value exactly, else the numbers as they are (marked 0).
fn put_steps<T: Stepped>(
    out: &mut Vec<u8>,
    values: &[T],
    per_unit: &[u16],
    delta_order: usize,
) -> Result<(), StoreError> {
    for steps_per_unit in per_unit {
        let steps = values.iter().map(|value| value.steps(f64::from(*steps_per_unit)));
        if let Some(steps) = steps.collect::<Option<Vec<i32>>>() {
            put_length(out, usize::from(*steps_per_unit));
            return put_numbers(out, &steps, ModeSpec::Classic, delta_order);
        }
    }
    put_length(out, 0);
    put_numbers(out, values, ModeSpec::Auto, delta_order)
}

fn put_column<T: Number + Default>(
    out: &mut Vec<u8>,
    column: &Column<T>,
    n: usize,
    put: impl Fn(&mut Vec<u8>, &[T]) -> Result<(), StoreError>,
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
        return put(out, column.raw());
    }
    out.push(GAPS);
    let words = column.presence().iter().flat_map(|word| word.to_le_bytes());
    out.extend(words.take(n.div_ceil(8)));
    put(out, &column.present().collect::<Vec<T>>())
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

    fn numbers<T: Number + Default>(&mut self, n: usize) -> Option<Vec<T>> {
        let length = self.length()?;
        let coded = self.take(length)?;
        if n > LIMIT {
            return None;
        }
        let mut values = vec![T::default(); n];
        let progress = pco::standalone::simple_decompress_into(coded, &mut values).ok()?;
        (progress.finished && progress.n_processed == n).then_some(values)
    }

    fn steps<T: Stepped>(&mut self, n: usize) -> Option<Vec<T>> {
        let per_unit = self.length()?;
        if per_unit == 0 {
            return self.numbers(n);
        }
        let per_unit = f64::from(u16::try_from(per_unit).ok()?);
        let steps = self.numbers::<i32>(n)?;
        Some(steps.into_iter().map(|steps| T::from_steps(steps, per_unit)).collect())
    }

    fn column<T: Copy + Default>(
        &mut self,
        n: usize,
        values: fn(&mut Self, usize) -> Option<Vec<T>>,
    ) -> Option<Column<T>> {
        match self.byte()? {
            NEVER => Some(Column::default()),
            COMPLETE => values(self, n).map(Column::all_present),
            ALL_MISSING if n <= LIMIT => Some(Column::all_missing(n)),
            GAPS => {
                let bits = self.take(n.div_ceil(8))?;
                let is_present = |at: usize| bits.get(at / 8).is_some_and(|byte| byte & (1 << (at % 8)) != 0);
                let present = (0..n).filter(|at| is_present(*at)).count();
                let mut values = values(self, present)?.into_iter();
                Some((0..n).map(|at| if is_present(at) { values.next() } else { None }).collect())
            }
            _ => None,
        }
    }
}
