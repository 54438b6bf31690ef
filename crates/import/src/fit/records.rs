//! Records read straight from their bytes, a quarter of the time that it takes to make messages of them first.
//!
//! A field is where its layout says, a whole number or a float of the size that the profile gives it. A layout in which
//! one of our fields has another size is left to the decoder, and the whole part with it.

use super::columns::{Columns, Row};
use super::developer::{Described, DeveloperFields};
use super::number::number;
use super::split::{Definition, Split};
use rustyfit::profile::typedef::FitBaseType;
use rustyfit::proto::Value;

/// One of our fields within a record.
struct Place<'a> {
    from: usize,
    to: usize,
    base_type: FitBaseType,
    target: Target<'a>,
}

/// What a field fills.
enum Target<'a> {
    /// The native field of this number.
    Native(u8),
    Developer(&'a Described),
}

/// Appends all records of a part whose other messages have been read; false when the decoder has to do it.
pub(super) fn append(split: &Split<'_>, columns: &mut Columns, developer: &DeveloperFields) -> bool {
    columns.reserve(split.records);
    let mut layout: Option<(&[u8], Vec<Place<'_>>)> = None;
    for run in &split.runs {
        let definition = &run.definition;
        let is_known = layout.as_ref().is_some_and(|(whole, _)| std::ptr::eq(*whole, definition.whole));
        if !is_known {
            layout = places(definition, developer).map(|places| (definition.whole, places));
        }
        let Some((_, places)) = &layout else { return false };
        for record in split.records_of(run) {
            columns.append(&row(record, places, definition.is_big_endian));
        }
    }
    true
}

#[inline]
fn row(record: &[u8], places: &[Place<'_>], is_big_endian: bool) -> Row {
    let mut row = Row::default();
    for Place { from, to, base_type, target } in places {
        let bytes = record.get(*from..*to).unwrap_or_default();
        let Some(raw) = value(bytes, *base_type, is_big_endian).and_then(|value| number(&value, *base_type))
        else {
            continue;
        };
        match target {
            Target::Native(field) => row.take(*field, raw),
            Target::Developer(described) => row.fill(described.quantity, described.value(raw)),
        }
    }
    row
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
        if let Some(base_type) = native(*field) {
            places.push(Place { from, to, base_type, target: Target::Native(*field) });
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
        let size = usize::from(place.base_type.size());
        place.base_type != FitBaseType::STRING && size > 0 && place.to - place.from == size
    };
    places.iter().all(is_plain).then_some(places)
}

/// Base types of the native fields that [`Row::take`] knows, as the profile gives them, whatever a definition says.
const fn native(field: u8) -> Option<FitBaseType> {
    Some(match field {
        0 | 1 => FitBaseType::SINT32,
        3 | 4 | 53 => FitBaseType::UINT8,
        2 | 6 | 7 | 39 | 41 | 83 | 84 | 85 => FitBaseType::UINT16,
        5 | 73 | 78 | 253 => FitBaseType::UINT32,
        13 => FitBaseType::SINT8,
        _ => return None,
    })
}

/// One value, as the decoder makes it.
#[inline]
fn value(bytes: &[u8], base_type: FitBaseType, is_big_endian: bool) -> Option<Value> {
    Some(match base_type {
        FitBaseType::UINT8 | FitBaseType::UINT8Z | FitBaseType::ENUM | FitBaseType::BYTE => {
            Value::Uint8(*bytes.first()?)
        }
        FitBaseType::UINT16 | FitBaseType::UINT16Z => {
            Value::Uint16(u16::from_le_bytes(fixed(bytes, is_big_endian)?))
        }
        FitBaseType::UINT32 | FitBaseType::UINT32Z => {
            Value::Uint32(u32::from_le_bytes(fixed(bytes, is_big_endian)?))
        }
        FitBaseType::UINT64 | FitBaseType::UINT64Z => {
            Value::Uint64(u64::from_le_bytes(fixed(bytes, is_big_endian)?))
        }
        FitBaseType::SINT8 => Value::Int8(i8::from_le_bytes(fixed(bytes, is_big_endian)?)),
        FitBaseType::SINT16 => Value::Int16(i16::from_le_bytes(fixed(bytes, is_big_endian)?)),
        FitBaseType::SINT32 => Value::Int32(i32::from_le_bytes(fixed(bytes, is_big_endian)?)),
        FitBaseType::SINT64 => Value::Int64(i64::from_le_bytes(fixed(bytes, is_big_endian)?)),
        FitBaseType::FLOAT32 => Value::Float32(f32::from_le_bytes(fixed(bytes, is_big_endian)?)),
        FitBaseType::FLOAT64 => Value::Float64(f64::from_le_bytes(fixed(bytes, is_big_endian)?)),
        _ => return None,
    })
}

/// The bytes of one number, the lowest first.
#[inline]
fn fixed<const N: usize>(bytes: &[u8], is_big_endian: bool) -> Option<[u8; N]> {
    let mut bytes: [u8; N] = bytes.try_into().ok()?;
    if is_big_endian {
        bytes.reverse();
    }
    Some(bytes)
}
