//! Sleep, mood and the body at rest, one line a day.

use crate::day::Date;
use crate::units::{BeatsPerMinute, Kilograms};
use serde::{Deserialize, Serialize};

/// One day of `wellness.csv`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WellnessEntry {
    pub date: Date,
    /// Hours asleep in the night that ended on this day, 0 to 24.
    pub sleep_h: Option<f64>,
    pub resting_heart_rate: Option<BeatsPerMinute>,
    /// Heart-rate variability (RMSSD), ms.
    pub hrv_rmssd_ms: Option<f64>,
    /// 0 none to 10 extreme.
    pub stress: Option<f64>,
    /// 0 worst to 10 best.
    pub mood: Option<f64>,
    /// 0 none to 10 extreme.
    pub soreness: Option<f64>,
    pub mass: Option<Kilograms>,
}
