//! One number out of a field, whatever integer or float it was stored as; `None` where the device wrote "no value".

use rustyfit::profile::typedef::FitBaseType;
use rustyfit::proto::Value;

/// From the number of a field to a quantity of ours.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit {
    pub per_unit: f64,
    pub offset: f64,
    pub factor: f64,
    pub is_zero_missing: bool,
}

impl Unit {
    #[inline]
    pub fn of(self, raw: f64) -> Option<f64> {
        let is_missing = self.is_zero_missing && raw == 0.0;
        (!is_missing).then(|| (raw / self.per_unit - self.offset) * self.factor)
    }
}

/// The number of a field, unscaled. All-ones (for the `z` types zero) is how FIT writes a missing value.
#[inline]
pub(super) fn number(value: &Value, base_type: FitBaseType) -> Option<f64> {
    // What fills a record comes first: this is read for every field of every second.
    let number = match value {
        Value::Uint8(v) => (*v != u8::MAX).then(|| f64::from(*v)),
        Value::Uint16(v) => (*v != u16::MAX).then(|| f64::from(*v)),
        Value::Uint32(v) => (*v != u32::MAX).then(|| f64::from(*v)),
        Value::Int8(v) => (*v != i8::MAX).then(|| f64::from(*v)),
        Value::Int32(v) => (*v != i32::MAX).then(|| f64::from(*v)),
        _ => rare_number(value, base_type),
    };
    number.filter(|number| *number != 0.0 || !is_zero_missing(base_type))
}

const fn is_zero_missing(base_type: FitBaseType) -> bool {
    matches!(
        base_type,
        FitBaseType::UINT8Z | FitBaseType::UINT16Z | FitBaseType::UINT32Z | FitBaseType::UINT64Z
    )
}

#[cold]
#[expect(clippy::cast_precision_loss, reason = "64-bit counts of an outing are far below 2^53")]
fn rare_number(value: &Value, base_type: FitBaseType) -> Option<f64> {
    Some(match value {
        Value::Uint64(v) if *v != u64::MAX => *v as f64,
        Value::Int16(v) if *v != i16::MAX => f64::from(*v),
        Value::Int64(v) if *v != i64::MAX => *v as f64,
        Value::Float32(v) if v.is_finite() => f64::from(*v),
        Value::Float64(v) if v.is_finite() => *v,
        Value::ArrayUint8(values) => return first(values, |v| number(&Value::Uint8(*v), base_type)),
        Value::ArrayUint16(values) => return first(values, |v| number(&Value::Uint16(*v), base_type)),
        Value::ArrayUint32(values) => return first(values, |v| number(&Value::Uint32(*v), base_type)),
        Value::ArrayFloat32(values) => return first(values, |v| number(&Value::Float32(*v), base_type)),
        _ => return None,
    })
}

fn first<T>(values: &[T], number: impl Fn(&T) -> Option<f64>) -> Option<f64> {
    values.first().and_then(number)
}

/// The text of a field.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim_end_matches('\0').to_owned()).filter(|text| !text.is_empty()),
        Value::ArrayString(texts) => texts.first().map(|text| text.to_string()),
        _ => None,
    }
}
