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

/// A number as it lies in a field.
pub(super) trait Raw: Copy + Into<f64> {
    /// All-ones is how FIT writes a missing value.
    fn is_value(self) -> bool;

    /// The number, unless it is missing; for the `z` types zero is missing too.
    #[inline]
    fn number(self, base_type: FitBaseType) -> Option<f64> {
        let number = self.into();
        (self.is_value() && (number != 0.0 || !is_zero_missing(base_type))).then_some(number)
    }
}

macro_rules! raw {
    ($is_value:expr; $($kind:ty)+) => {
        $(impl Raw for $kind {
            #[inline]
            fn is_value(self) -> bool {
                $is_value(self)
            }
        })+
    };
}

raw! { |number| number != Self::MAX; u8 u16 u32 i8 i16 i32 }
raw! { Self::is_finite; f32 f64 }

/// The number of a field, unscaled.
#[inline]
pub(super) fn number(value: &Value, base_type: FitBaseType) -> Option<f64> {
    // What fills a record comes first: this is read for every field of every second.
    match value {
        Value::Uint8(v) => v.number(base_type),
        Value::Uint16(v) => v.number(base_type),
        Value::Uint32(v) => v.number(base_type),
        Value::Int8(v) => v.number(base_type),
        Value::Int32(v) => v.number(base_type),
        _ => rare_number(value, base_type),
    }
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
    match value {
        Value::Int16(v) => v.number(base_type),
        Value::Uint64(v) => (*v != u64::MAX).then_some(*v as f64).and_then(|v| v.number(base_type)),
        Value::Int64(v) => (*v != i64::MAX).then_some(*v as f64).and_then(|v| v.number(base_type)),
        Value::Float32(v) => v.number(base_type),
        Value::Float64(v) => v.number(base_type),
        Value::ArrayUint8(values) => first(values, base_type),
        Value::ArrayUint16(values) => first(values, base_type),
        Value::ArrayUint32(values) => first(values, base_type),
        Value::ArrayFloat32(values) => first(values, base_type),
        _ => None,
    }
}

fn first(values: &[impl Raw], base_type: FitBaseType) -> Option<f64> {
    values.first().and_then(|value| value.number(base_type))
}

/// The text of a field.
pub(super) fn text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim_end_matches('\0').to_owned()).filter(|text| !text.is_empty()),
        Value::ArrayString(texts) => texts.first().map(|text| text.to_string()),
        _ => None,
    }
}
