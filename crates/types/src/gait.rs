//! What one run says of the way of running (load text E1, E2); `analyse` holds the formulas.

use crate::activity::ActivityId;
use crate::day::Date;
use serde::{Deserialize, Serialize};

/// A minute of even running on the flat.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct SteadySegment {
    pub speed_mps: f64,
    pub cadence_spm: f64,
}

/// One run: its steady minutes, and the means of what the watch measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GaitDigest {
    pub id: ActivityId,
    pub local_date: Date,
    pub segments: Vec<SteadySegment>,
    pub mean_cadence_spm: Option<f64>,
    pub step_length_m: Option<f64>,
    pub stance_time_s: Option<f64>,
    /// Stance time over stride time, 0 to 1.
    pub duty_factor: Option<f64>,
    pub vertical_oscillation_m: Option<f64>,
    /// Vertical oscillation over step length.
    pub vertical_ratio: Option<f64>,
    /// Share of stance time on the left foot, 0 to 1.
    pub left_stance_share: Option<f64>,
}
