//! What a record tells, quantity by quantity: which native field holds it and how, and what it can be.
//!
//! Stated once, for records that the decoder hands on one by one and for those that are read column by column.

use super::number::Unit;
use kneewise_types::{BeatsPerMinute, Metres, MetresPerSecond, Watts};
use rustyfit::profile::typedef::FitBaseType;
use std::ops::RangeInclusive;

/// One quantity of a sample, in the unit of its column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quantity {
    /// Seconds of the FIT epoch.
    Time,
    /// Semicircles, as is the longitude.
    Latitude,
    Longitude,
    Altitude,
    Distance,
    Speed,
    HeartRate,
    /// Whole turns of one leg, as the watch counts.
    Cadence,
    /// What a turn of one leg is beyond the whole ones.
    CadenceFraction,
    Power,
    StanceTime,
    StanceBalance,
    VerticalOscillation,
    VerticalRatio,
    StepLength,
    Temperature,
}

/// How many quantities there are. INVARIANT: the last one is named here.
pub(super) const QUANTITIES: usize = Quantity::Temperature as usize + 1;

/// What a quantity is called in a doubt, and the values it can have.
pub(super) struct Bounds {
    pub what: &'static str,
    range: RangeInclusive<f64>,
    is_zero_missing: bool,
}

/// What becomes of a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Kept,
    /// The sensor wrote that it read nothing.
    Missing,
    OutOfRange,
}

impl Bounds {
    const fn new(what: &'static str, least: f64, most: f64) -> Self {
        Self { what, range: least..=most, is_zero_missing: false }
    }

    #[inline]
    pub fn verdict(&self, reading: f64) -> Verdict {
        let is_reading = !self.is_zero_missing || reading > 0.0;
        match (is_reading, self.range.contains(&reading)) {
            (false, _) => Verdict::Missing,
            (true, true) => Verdict::Kept,
            (true, false) => Verdict::OutOfRange,
        }
    }
}

impl Quantity {
    /// Where it is looked at what a reading can be; of the others any is kept.
    #[inline]
    pub const fn bounds(self) -> Option<Bounds> {
        Some(match self {
            // From pole to pole.
            Self::Latitude => Bounds::new("latitude", -1_073_741_824.0, 1_073_741_824.0),
            Self::Altitude => Bounds::new("altitude", -500.0, 9_000.0),
            Self::Distance => Bounds::new("distance", Metres::MIN, Metres::MAX),
            Self::Speed => Bounds::new("speed", MetresPerSecond::MIN, MetresPerSecond::MAX),
            Self::HeartRate => Bounds {
                // Zero is how a sensor that lost its contact writes "no reading".
                is_zero_missing: true,
                ..Bounds::new("heart rate", BeatsPerMinute::MIN, BeatsPerMinute::MAX)
            },
            Self::Power => Bounds::new("power", Watts::MIN, Watts::MAX),
            _ => return None,
        })
    }
}

/// A place as latitude and longitude: both or neither, and only the latitude, to be counted, when that is not on earth.
#[inline]
pub(super) fn place(latitude: Option<f64>, longitude: Option<f64>) -> (Option<f64>, Option<f64>) {
    // Zero twice is how a receiver writes "no fix yet".
    let place = latitude.zip(longitude).filter(|place| *place != (0.0, 0.0));
    let is_on_earth = |latitude: f64| {
        Quantity::Latitude.bounds().is_none_or(|bounds| bounds.verdict(latitude) == Verdict::Kept)
    };
    let longitude = place.filter(|place| is_on_earth(place.0)).map(|place| place.1);
    (place.map(|place| place.0), longitude)
}

/// The whole turns and what there is beyond them, together.
#[inline]
pub(super) fn turns(whole: Option<f64>, fraction: Option<f64>) -> (Option<f64>, Option<f64>) {
    (whole.map(|whole| whole + fraction.unwrap_or(0.0)), None)
}

/// A native field of a record, as the profile gives it whatever a definition says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Native {
    pub quantity: Quantity,
    pub base_type: FitBaseType,
    pub unit: Unit,
    /// The short one of two fields of the same quantity: the enhanced one wins over it.
    pub is_short: bool,
}

impl Native {
    const fn new(quantity: Quantity, base_type: FitBaseType, per_unit: f64) -> Self {
        let unit = Unit { per_unit, offset: 0.0, factor: 1.0, is_zero_missing: false };
        Self { quantity, base_type, unit, is_short: false }
    }

    const fn short(self) -> Self {
        Self { is_short: true, ..self }
    }

    /// Metres, counted from 500 below the sea.
    const fn below_sea(self) -> Self {
        Self { unit: Unit { offset: 500.0, ..self.unit }, ..self }
    }

    /// No foot stands for 0 ms: zero is written while there is no step.
    const fn of_steps(self) -> Self {
        Self { unit: Unit { is_zero_missing: true, ..self.unit }, ..self }
    }
}

/// What the native field of a number is to us; `None` when nothing.
#[inline]
pub(super) const fn native(field: u8) -> Option<Native> {
    use Quantity as Q;
    Some(match field {
        253 => Native::new(Q::Time, FitBaseType::UINT32, 1.0),
        0 => Native::new(Q::Latitude, FitBaseType::SINT32, 1.0),
        1 => Native::new(Q::Longitude, FitBaseType::SINT32, 1.0),
        2 => Native::new(Q::Altitude, FitBaseType::UINT16, 5.0).below_sea().short(),
        78 => Native::new(Q::Altitude, FitBaseType::UINT32, 5.0).below_sea(),
        3 => Native::new(Q::HeartRate, FitBaseType::UINT8, 1.0),
        4 => Native::new(Q::Cadence, FitBaseType::UINT8, 1.0),
        53 => Native::new(Q::CadenceFraction, FitBaseType::UINT8, 128.0),
        5 => Native::new(Q::Distance, FitBaseType::UINT32, 100.0),
        6 => Native::new(Q::Speed, FitBaseType::UINT16, 1000.0).short(),
        73 => Native::new(Q::Speed, FitBaseType::UINT32, 1000.0),
        7 => Native::new(Q::Power, FitBaseType::UINT16, 1.0),
        13 => Native::new(Q::Temperature, FitBaseType::SINT8, 1.0),
        39 => Native::new(Q::VerticalOscillation, FitBaseType::UINT16, 10.0).of_steps(),
        41 => Native::new(Q::StanceTime, FitBaseType::UINT16, 10.0).of_steps(),
        83 => Native::new(Q::VerticalRatio, FitBaseType::UINT16, 100.0).of_steps(),
        84 => Native::new(Q::StanceBalance, FitBaseType::UINT16, 100.0).of_steps(),
        85 => Native::new(Q::StepLength, FitBaseType::UINT16, 10.0).of_steps(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_is_no_heart_rate_but_a_power() {
        let verdict = |quantity: Quantity, reading| quantity.bounds().unwrap().verdict(reading);
        assert_eq!(verdict(Quantity::HeartRate, 0.0), Verdict::Missing);
        assert_eq!(verdict(Quantity::HeartRate, BeatsPerMinute::MAX), Verdict::Kept);
        assert_eq!(verdict(Quantity::HeartRate, BeatsPerMinute::MAX + 1.0), Verdict::OutOfRange);
        assert_eq!(verdict(Quantity::Power, 0.0), Verdict::Kept);
        assert_eq!(verdict(Quantity::Power, -1.0), Verdict::OutOfRange);
    }

    #[test]
    fn a_place_needs_both_and_a_fix() {
        assert_eq!(place(Some(5.0), Some(6.0)), (Some(5.0), Some(6.0)));
        assert_eq!(place(Some(5.0), None), (None, None));
        assert_eq!(place(None, Some(6.0)), (None, None));
        assert_eq!(place(Some(0.0), Some(0.0)), (None, None), "no fix yet");
        assert_eq!(place(Some(0.0), Some(6.0)), (Some(0.0), Some(6.0)), "the equator");
        assert_eq!(place(Some(2e9), Some(6.0)), (Some(2e9), None), "beyond the pole: only to be counted");
    }

    #[test]
    fn of_every_short_field_there_is_an_enhanced_one_in_the_same_unit() {
        let all: Vec<Native> = (0..=u8::MAX).filter_map(native).collect();
        assert_eq!(all.iter().filter(|native| native.is_short).count(), 2);
        for short in all.iter().filter(|native| native.is_short) {
            let enhanced =
                all.iter().find(|native| native.quantity == short.quantity && !native.is_short).unwrap();
            assert_eq!(format!("{:?}", enhanced.unit), format!("{:?}", short.unit));
        }
        // INVARIANT of `QUANTITIES`.
        let most = all.iter().map(|native| native.quantity as usize).max();
        assert_eq!(most, Some(QUANTITIES - 1));
        assert_eq!(all.len(), QUANTITIES + 2);
    }
}
