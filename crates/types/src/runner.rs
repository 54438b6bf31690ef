//! The runner: what does not change from day to day. Everything is optional.

use crate::day::Date;
use crate::symptom::Side;
use crate::units::{BeatsPerMinute, Kilograms, MetresPerSecond};
use serde::{Deserialize, Serialize};

/// Sex as the published constants use it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    Female,
    Male,
}

/// How the foot meets the ground, as the runner says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FootStrike {
    Rearfoot,
    Midfoot,
    Forefoot,
}

/// How distances are shown. Files and JSON are always SI.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnitSystem {
    #[default]
    Metric,
    Imperial,
}

/// An earlier episode of knee trouble, from the profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviousInjury {
    pub side: Side,
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub condition: Option<String>,
}

/// The runner's profile, as `profile.toml` gives it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    pub sex: Option<Sex>,
    pub birth_year: Option<i16>,
    /// Body height, m, 1.0 to 2.5.
    pub height_m: Option<f64>,
    pub mass: Option<Kilograms>,
    /// When regular running began.
    pub running_since: Option<Date>,
    pub previous_knee_injury: Vec<PreviousInjury>,
    pub max_heart_rate: Option<BeatsPerMinute>,
    pub resting_heart_rate: Option<BeatsPerMinute>,
    pub threshold_heart_rate: Option<BeatsPerMinute>,
    pub threshold_speed: Option<MetresPerSecond>,
    pub foot_strike: Option<FootStrike>,
    /// Whether sleep is short, of low quality or troubled, as the runner says.
    #[serde(default)]
    pub is_poor_sleeper: Option<bool>,
    pub equipment: Vec<String>,
    pub units: Option<UnitSystem>,
    /// IANA name of the home time zone.
    pub time_zone: Option<String>,
}
