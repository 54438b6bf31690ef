//! Developer fields: values that an app or a sensor added under names of its own.
//!
//! A field that says which native field it stands for, or that bears one of the usual names, fills that quantity where
//! the watch itself recorded none. It never replaces a recorded value.

use super::number::{Unit, number, text};
use super::quantity::{Quantity, native};
use rustyfit::profile::typedef::FitBaseType;
use rustyfit::proto::{DeveloperField, Message};

/// One described field.
#[derive(Debug, Clone, Copy)]
pub(super) struct Described {
    index: u8,
    number: u8,
    pub base_type: FitBaseType,
    pub unit: Unit,
    pub quantity: Quantity,
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
        // Some apps write a message number of no meaning here; only sessions (18) and laps (19) surely are not samples.
        let is_of_samples = as_byte(value(14)).is_none_or(|native| !matches!(native, 18 | 19));
        let native = as_byte(value(15)).filter(|_| is_of_samples);
        let (Some(index), Some(number), Some(base)) =
            (as_byte(value(0)), as_byte(value(1)), as_byte(value(2)))
        else {
            return;
        };
        self.described.retain(|known| (known.index, known.number) != (index, number));
        let words = |text: Option<String>| text.unwrap_or_default().trim().to_lowercase();
        let quantity = quantity(native, &words(name)).filter(|_| is_of_samples);
        let known =
            quantity.and_then(|quantity| factor(quantity, &words(units)).map(|factor| (quantity, factor)));
        let Some((quantity, factor)) = known else { return };
        let per_unit = value(6).filter(|scale| *scale > 0.0).unwrap_or(1.0);
        self.described.push(Described {
            index,
            number,
            base_type: FitBaseType(base),
            unit: Unit { per_unit, offset: value(7).unwrap_or(0.0), factor, is_zero_missing: false },
            quantity,
        });
    }

    /// Whether any developer field matters.
    pub fn is_empty(&self) -> bool {
        self.described.is_empty()
    }

    /// The quantity and value of one developer field.
    pub fn value(&self, field: &DeveloperField) -> Option<(Quantity, f64)> {
        let known = self.described(field.developer_data_index, field.num)?;
        Some((known.quantity, known.unit.of(number(&field.value, known.base_type)?)?))
    }

    /// What is known of the field of that index and number.
    pub fn described(&self, index: u8, number: u8) -> Option<&Described> {
        self.described.iter().find(|known| (known.index, known.number) == (index, number))
    }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked first")]
fn as_byte(number: Option<f64>) -> Option<u8> {
    number.filter(|number| (0.0..=255.0).contains(number)).map(|number| number as u8)
}

/// By the native field it stands for, else by its name.
fn quantity(field: Option<u8>, name: &str) -> Option<Quantity> {
    let by_number = field.and_then(native).map(|native| native.quantity).filter(|quantity| {
        use Quantity as Q;
        !matches!(quantity, Q::Time | Q::Latitude | Q::Longitude | Q::CadenceFraction | Q::Temperature)
    });
    by_number.or_else(|| {
        Some(match name.replace('_', " ").as_str() {
            "power" | "rp power" | "running power" | "run power" => Quantity::Power,
            "cadence" | "running cadence" | "run cadence" => Quantity::Cadence,
            "speed" => Quantity::Speed,
            "distance" => Quantity::Distance,
            "heart rate" => Quantity::HeartRate,
            "elevation" | "altitude" => Quantity::Altitude,
            "ground time" | "ground contact time" | "stance time" => Quantity::StanceTime,
            "vertical oscillation" => Quantity::VerticalOscillation,
            "vertical ratio" => Quantity::VerticalRatio,
            "step length" => Quantity::StepLength,
            _ => return None,
        })
    })
}

/// From a developer's unit to ours; a unit that we do not know makes the value useless.
fn factor(quantity: Quantity, unit: &str) -> Option<f64> {
    use Quantity as Q;
    Some(match (quantity, unit) {
        (Q::Power, "watts" | "watt" | "w" | "")
        | (Q::HeartRate, "bpm" | "")
        | (Q::Cadence, "rpm" | "spm" | "steps/min" | "")
        | (Q::Speed, "m/s" | "mps" | "")
        | (Q::Distance | Q::Altitude, "m" | "meters" | "metres" | "")
        | (Q::StanceTime, "ms" | "milliseconds" | "")
        | (Q::VerticalOscillation | Q::StepLength, "mm" | "millimeters" | "millimetres" | "")
        | (Q::VerticalRatio | Q::StanceBalance, "%" | "percent" | "") => 1.0,
        (Q::Speed, "km/h" | "kph" | "kmh") => 1.0 / 3.6,
        (Q::Speed, "mph") => 0.447_04,
        (Q::Distance, "km" | "kilometers" | "kilometres") => 1000.0,
        (Q::StanceTime, "s" | "seconds") => 1000.0,
        (Q::VerticalOscillation | Q::StepLength, "cm" | "centimeters" | "centimetres") => 10.0,
        (Q::VerticalOscillation | Q::StepLength, "m" | "meters" | "metres") => 1000.0,
        _ => return None,
    })
}
