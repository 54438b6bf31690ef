//! Developer fields: values that an app or a sensor added under names of its own.
//!
//! A field that says which native field it stands for, or that bears one of the usual names, fills that quantity where
//! the watch itself recorded none. It never replaces a recorded value.

use super::number::{number, text};
use rustyfit::profile::typedef::FitBaseType;
use rustyfit::proto::{DeveloperField, Message};

/// A quantity of the samples that a developer field can fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quantity {
    HeartRate,
    /// One leg, as the watch counts.
    Cadence,
    Speed,
    Distance,
    Power,
    StanceTime,
    VerticalOscillation,
}

/// One described field.
#[derive(Debug, Clone, Copy)]
struct Described {
    index: u8,
    number: u8,
    base_type: FitBaseType,
    scale: f64,
    offset: f64,
    quantity: Quantity,
}

/// The described fields of one part that mean something to us.
#[derive(Debug, Default)]
pub(super) struct DeveloperFields {
    described: Vec<Described>,
}

impl DeveloperFields {
    /// Remembers a `field_description` message.
    pub fn describe(&mut self, message: &Message) {
        let value = |num: u8| {
            let field = message.fields.iter().find(|field| field.num == num)?;
            number(&field.value, field.base_type)
        };
        let name = message.fields.iter().find(|field| field.num == 3).and_then(|field| text(&field.value));
        let units = message.fields.iter().find(|field| field.num == 8).and_then(|field| text(&field.value));
        let is_of_samples = as_byte(value(14)).is_none_or(|native| native == 20);
        let native = as_byte(value(15)).filter(|_| is_of_samples);
        let (Some(index), Some(number), Some(base)) =
            (as_byte(value(0)), as_byte(value(1)), as_byte(value(2)))
        else {
            return;
        };
        let Some(quantity) = quantity(native, name.as_deref(), units.as_deref()) else { return };
        self.described.retain(|known| (known.index, known.number) != (index, number));
        self.described.push(Described {
            index,
            number,
            base_type: FitBaseType(base),
            scale: value(6).filter(|scale| *scale > 0.0).unwrap_or(1.0),
            offset: value(7).unwrap_or(0.0),
            quantity,
        });
    }

    /// Whether any developer field matters.
    pub fn is_empty(&self) -> bool {
        self.described.is_empty()
    }

    /// The quantity and value of one developer field.
    pub fn value(&self, field: &DeveloperField) -> Option<(Quantity, f64)> {
        let is_it =
            |known: &&Described| (known.index, known.number) == (field.developer_data_index, field.num);
        let known = self.described.iter().find(is_it)?;
        let raw = number(&field.value, known.base_type)?;
        Some((known.quantity, raw / known.scale - known.offset))
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked first")]
fn as_byte(number: Option<f64>) -> Option<u8> {
    number.filter(|number| (0.0..=255.0).contains(number)).map(|number| number as u8)
}

/// By the native field it stands for, else by name and unit. Units that are not the native ones are left alone.
fn quantity(native: Option<u8>, name: Option<&str>, units: Option<&str>) -> Option<Quantity> {
    let name = name.unwrap_or_default().to_lowercase();
    let units = units.unwrap_or_default().to_lowercase();
    let is_any = |words: &[&str]| words.contains(&name.as_str());
    let is_native = |number: u8| native == Some(number);
    Some(match units.as_str() {
        "watts" | "watt" | "w" if is_native(7) || is_any(&["power", "rp_power", "running power"]) => {
            Quantity::Power
        }
        "m/s" | "mps" if is_native(6) || is_any(&["speed"]) => Quantity::Speed,
        "m" | "meters" if is_native(5) || is_any(&["distance"]) => Quantity::Distance,
        "bpm" if is_native(3) || is_any(&["heart rate", "heart_rate"]) => Quantity::HeartRate,
        "rpm" if is_native(4) || is_any(&["cadence"]) => Quantity::Cadence,
        "ms" | "milliseconds" if is_native(41) || is_any(&["ground time"]) => Quantity::StanceTime,
        "mm" if is_native(39) => Quantity::VerticalOscillation,
        _ => return None,
    })
}
