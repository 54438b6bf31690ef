//! Quantities that cross from one crate to another: private field, checked range, named unit.

use serde::{Deserialize, Serialize};

/// A value that lies outside the range of its quantity.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("`{value}` is not a {what} between {min} and {max} {unit}")]
pub struct OutOfRange {
    /// The quantity, in words.
    pub what: &'static str,
    /// The value as it was given.
    pub value: f64,
    /// Lowest accepted value.
    pub min: f64,
    /// Highest accepted value.
    pub max: f64,
    /// Unit of all three numbers.
    pub unit: &'static str,
}

macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident, $what:literal, $unit:literal, $min:literal, $max:literal, $get:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
        #[serde(try_from = "f64", into = "f64")]
        pub struct $name(f64);

        impl $name {
            /// Lowest accepted value.
            pub const MIN: f64 = $min;
            /// Highest accepted value.
            pub const MAX: f64 = $max;

            /// Checks finiteness and range.
            pub fn new(value: f64) -> Result<Self, OutOfRange> {
                if value.is_finite() && (Self::MIN..=Self::MAX).contains(&value) {
                    Ok(Self(value))
                } else {
                    Err(OutOfRange { what: $what, value, min: Self::MIN, max: Self::MAX, unit: $unit })
                }
            }

            /// The number, in the unit of its name.
            #[must_use]
            pub const fn $get(self) -> f64 {
                self.0
            }
        }

        impl TryFrom<f64> for $name {
            type Error = OutOfRange;
            fn try_from(value: f64) -> Result<Self, OutOfRange> {
                Self::new(value)
            }
        }

        impl From<$name> for f64 {
            fn from(value: $name) -> f64 {
                value.0
            }
        }
    };
}

quantity!(/// A distance or a height difference, 0 to 2 000 km.
    Metres, "distance", "m", 0.0, 2_000_000.0, as_m);
quantity!(/// A duration, 0 to 31 days.
    Seconds, "duration", "s", 0.0, 2_678_400.0, as_s);
quantity!(/// A speed over ground.
    MetresPerSecond, "speed", "m/s", 0.0, 150.0, as_mps);
quantity!(/// A body mass.
    Kilograms, "mass", "kg", 25.0, 250.0, as_kg);
quantity!(/// Step rate counting both feet.
    StepsPerMinute, "cadence", "steps/min", 0.0, 400.0, as_spm);
quantity!(/// A heart rate.
    BeatsPerMinute, "heart rate", "bpm", 20.0, 260.0, as_bpm);
quantity!(/// A force in multiples of the runner's own weight (mass x 9.81 N).
    BodyWeights, "force", "BW", 0.0, 60.0, as_bw);
quantity!(/// Mechanical power as the device reports it.
    Watts, "power", "W", 0.0, 5_000.0, as_w);
quantity!(/// Whole-session exertion on the CR-10 scale, half points allowed.
    Rpe, "session RPE", "points", 0.0, 10.0, as_points);

impl Metres {
    /// From kilometres, as logs give them.
    pub fn from_km(km: f64) -> Result<Self, OutOfRange> {
        Self::new(km * 1000.0)
    }

    /// In kilometres, for display.
    #[must_use]
    pub fn as_km(self) -> f64 {
        self.as_m() / 1000.0
    }
}

impl Seconds {
    /// No time at all.
    pub const ZERO: Self = Self(0.0);

    /// From minutes, as logs give them.
    pub fn from_min(minutes: f64) -> Result<Self, OutOfRange> {
        Self::new(minutes * 60.0)
    }

    /// In minutes, for the load formulas.
    #[must_use]
    pub fn as_min(self) -> f64 {
        self.as_s() / 60.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_outside_its_range_is_quoted_with_the_range() {
        let error = Kilograms::new(12.0).unwrap_err();
        assert_eq!(error.to_string(), "`12` is not a mass between 25 and 250 kg");
    }

    #[test]
    fn not_a_number_is_refused_everywhere() {
        assert!(Metres::new(f64::NAN).is_err());
        assert!(Seconds::new(f64::INFINITY).is_err());
    }

    #[test]
    fn json_cannot_smuggle_in_a_bad_value() {
        assert!(serde_json::from_str::<BeatsPerMinute>("400").is_err());
        assert_eq!(serde_json::from_str("140").ok(), BeatsPerMinute::new(140.0).ok());
    }
}
