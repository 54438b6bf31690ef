//! A period of pain above the knee's own baseline.

use crate::day::Date;
use crate::symptom::{Region, Side};
use serde::Serialize;

/// A period of pain clearly above the knee's own baseline (load text F1).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Flare {
    pub side: Side,
    pub start: Date,
    /// Last day of the flare; `None` while it goes on.
    pub end: Option<Date>,
    pub peak_pain: u8,
    pub main_region: Option<Region>,
    /// Median pain of the 28 days before, 0 when not known.
    pub baseline: f64,
    pub is_baseline_known: bool,
    /// Whether the onset value was felt during or after a run (load text F3).
    pub is_onset_from_run: bool,
}
