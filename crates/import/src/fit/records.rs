//! Records read straight from their bytes, a quarter of the time that it takes to make messages of them first.
//!
//! A field is where its layout says, a whole number or a float of the size that the profile gives it. A layout in which
//! one of our fields has another size is left to the decoder, and the whole part with it.

use super::columns::Columns;
use super::developer::{Described, DeveloperFields};
use super::number::Raw;
use super::quantity::{Native, Quantity, native};
use super::split::{Definition, Run, Split};
use rustyfit::profile::typedef::FitBaseType;

/// Layouts that can be in use at once.
const LOCALS: usize = 16;
/// More than any device changes its layout.
const MAX_LAYOUTS: usize = 4096;

/// One of our fields within a record.
struct Place<'a> {
    from: usize,
    to: usize,
    base_type: FitBaseType,
    target: Target<'a>,
}

/// What a field fills.
enum Target<'a> {
    Native(Native),
    Developer(&'a Described),
}

/// Appends all records of a part whose other messages have been read; false when the decoder has to do it.
pub(super) fn append(split: &Split<'_>, columns: &mut Columns, developer: &DeveloperFields) -> bool {
    let mut layouts: Vec<(&[u8], Vec<Place<'_>>)> = Vec::new();
    let mut runs = Vec::with_capacity(split.runs.len());
    for run in &split.runs {
        let whole = run.definition.whole;
        let mut recent = layouts.iter().enumerate().rev().take(LOCALS);
        let known = recent.find(|(_, (known, _))| std::ptr::eq(*known, whole)).map(|(layout, _)| layout);
        if known.is_none() {
            let plain = places(&run.definition, developer).filter(|_| layouts.len() < MAX_LAYOUTS);
            let Some(places) = plain else { return false };
            layouts.push((whole, places));
        }
        runs.push((run, known.unwrap_or_else(|| layouts.len().saturating_sub(1))));
    }
    let read = |quantity: Quantity| {
        let is_of = |place: &&Place<'_>| place.target.quantity() == quantity;
        let is_there = layouts.iter().any(|(_, places)| places.iter().any(|place| is_of(&place)));
        is_there.then(|| {
            let mut readings = vec![None; split.records];
            let mut rest = readings.as_mut_slice();
            for (run, layout) in &runs {
                let (slots, later) = rest.split_at_mut(run.records().min(rest.len()));
                rest = later;
                let places = layouts.get(*layout).map_or(&[][..], |(_, places)| places);
                for place in places.iter().filter(is_of) {
                    let Run { definition, .. } = run;
                    place.read(split.records_of(run), definition.stride, definition.is_big_endian, slots);
                }
            }
            readings
        })
    };
    columns.fill(read)
}

impl Place<'_> {
    /// Reads the field of every record of a run; what the unit does not depend on is decided once.
    fn read(&self, records: &[u8], stride: usize, is_big_endian: bool, slots: &mut [Option<f64>]) {
        let fields = Fields { rest: records.get(self.from..).unwrap_or_default(), stride };
        let (base, is_big) = (self.base_type, is_big_endian);
        let mut fill = Fill { target: &self.target, base, slots };
        match base {
            FitBaseType::UINT8 | FitBaseType::UINT8Z | FitBaseType::ENUM | FitBaseType::BYTE => {
                fill.with(fields, |[byte]| byte);
            }
            FitBaseType::UINT16 | FitBaseType::UINT16Z => {
                fill.with(fields, |bytes| u16::from_le_bytes(low_first(bytes, is_big)));
            }
            FitBaseType::UINT32 | FitBaseType::UINT32Z => {
                fill.with(fields, |bytes| u32::from_le_bytes(low_first(bytes, is_big)));
            }
            FitBaseType::SINT8 => fill.with(fields, i8::from_le_bytes),
            FitBaseType::SINT16 => {
                fill.with(fields, |bytes| i16::from_le_bytes(low_first(bytes, is_big)));
            }
            FitBaseType::SINT32 => {
                fill.with(fields, |bytes| i32::from_le_bytes(low_first(bytes, is_big)));
            }
            FitBaseType::FLOAT32 => {
                fill.with(fields, |bytes| f32::from_le_bytes(low_first(bytes, is_big)));
            }
            // INVARIANT: `places` lets no other through.
            _ => fill.with(fields, |bytes| f64::from_le_bytes(low_first(bytes, is_big))),
        }
    }
}

/// The bytes of one field in one record after another.
struct Fields<'a> {
    rest: &'a [u8],
    stride: usize,
}

/// Where the readings of one field go.
struct Fill<'a> {
    target: &'a Target<'a>,
    base: FitBaseType,
    slots: &'a mut [Option<f64>],
}

impl Fill<'_> {
    #[inline]
    fn with<const N: usize, R: Raw>(&mut self, fields: Fields<'_>, raw: impl Fn([u8; N]) -> R) {
        let Fields { mut rest, stride } = fields;
        let (unit, yields) = match self.target {
            // An enhanced value wins over the short one, and both over a developer's.
            Target::Native(native) => (native.unit, native.is_short),
            Target::Developer(described) => (described.unit, true),
        };
        for slot in &mut *self.slots {
            let Some(bytes) = rest.first_chunk() else { return };
            let reading = raw(*bytes).number(self.base).and_then(|number| unit.of(number));
            *slot = if yields { slot.or(reading) } else { reading.or(*slot) };
            rest = rest.get(stride..).unwrap_or_default();
        }
    }
}

/// The bytes of one number, the lowest first.
#[inline]
fn low_first<const N: usize>(mut bytes: [u8; N], is_big_endian: bool) -> [u8; N] {
    if is_big_endian {
        bytes.reverse();
    }
    bytes
}

impl Target<'_> {
    const fn quantity(&self) -> Quantity {
        match self {
            Self::Native(native) => native.quantity,
            Self::Developer(described) => described.quantity,
        }
    }
}

/// Where our fields are, native ones first; `None` when one of them is not plain.
fn places<'a>(definition: &Definition<'_>, developer: &'a DeveloperFields) -> Option<Vec<Place<'a>>> {
    let mut places = Vec::new();
    let mut from = 1;
    for [field, size, _] in definition.fields {
        let to = from + usize::from(*size);
        // Three bytes that hold two quantities.
        if *field == 8 {
            return None;
        }
        if let Some(native) = native(*field) {
            places.push(Place { from, to, base_type: native.base_type, target: Target::Native(native) });
        }
        from = to;
    }
    for [field, size, index] in definition.developer_fields {
        let to = from + usize::from(*size);
        if let Some(described) = developer.described(*index, *field) {
            let target = Target::Developer(described);
            places.push(Place { from, to, base_type: described.base_type, target });
        }
        from = to;
    }
    let is_plain = |place: &Place<'_>| {
        let is_number = !matches!(
            place.base_type,
            FitBaseType::STRING | FitBaseType::SINT64 | FitBaseType::UINT64 | FitBaseType::UINT64Z
        );
        let size = usize::from(place.base_type.size());
        is_number && size > 0 && place.to - place.from == size
    };
    places.iter().all(is_plain).then_some(places)
}
