//! What the samples of one activity come to, whatever the runner's other activities are.
//!
//! Computed once per activity, kept in the store with its model version, so that no question about years of
//! running has to read samples again. Thresholds of the runner (heart rate, speed) are applied later, to the
//! histograms.

use serde::{Deserialize, Serialize};

/// Version of the digest's formulas; a change recomputes every activity.
pub const DIGEST_VERSION: u32 = 1;

/// Summary of samples: running and walking time, histograms, best efforts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SampleDigest {
    /// Version of the formulas that made it.
    pub version: u32,
    /// Time and distance classified as running (load text A0).
    pub running_s: f64,
    pub running_m: f64,
    /// Time and distance classified as walking.
    pub walking_s: f64,
    pub walking_m: f64,
    /// Time classified as stopped.
    pub stopped_s: f64,
    /// First bin of `heart_rate_s`, bpm; bins are 1 bpm wide.
    pub heart_rate_from_bpm: u16,
    /// Seconds spent at each heart rate.
    pub heart_rate_s: Vec<f32>,
    /// Largest 15 s rolling median of clean heart rate, bpm.
    pub peak_heart_rate_bpm: Option<f64>,
    /// Seconds at each grade-adjusted running speed (30 s trailing mean); bins are 0.1 m/s wide from 0.
    pub flat_speed_s: Vec<f32>,
    /// Normalised graded speed, m/s.
    pub normalised_graded_speed_mps: Option<f64>,
    /// Best mean grade-adjusted speed over 2, 5, 10, 20 and 60 min, m/s.
    pub best_2_min_mps: Option<f64>,
    pub best_5_min_mps: Option<f64>,
    pub best_10_min_mps: Option<f64>,
    pub best_20_min_mps: Option<f64>,
    pub best_60_min_mps: Option<f64>,
    /// Best mean heart rate over 20 min, bpm.
    pub best_20_min_heart_rate_bpm: Option<f64>,
    /// Mean heart rate of the last 20 min, bpm.
    #[serde(default)]
    pub last_20_min_heart_rate_bpm: Option<f64>,
    /// Stretches of 5 min of even running on the flat.
    #[serde(default)]
    pub steady: Vec<SteadyStretch>,
    /// Ascent and descent by hysteresis on smoothed altitude, m; `None` without altitude.
    pub ascent_m: Option<f64>,
    pub descent_m: Option<f64>,
    /// Whether the grade could be trusted (not a treadmill, not GPS-only height).
    pub is_grade_ok: bool,
    /// Median running cadence, steps/min.
    pub median_running_cadence_spm: Option<f64>,
    /// The outings that an hour or more without running splits it into; empty when it is one.
    #[serde(default)]
    pub parts: Vec<ActivityPart>,
}

/// Speed and heart rate of 5 min of even running on the flat.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct SteadyStretch {
    pub speed_mps: f32,
    pub heart_rate_bpm: f32,
}

/// A stretch of an activity between two pauses of an hour or more, in seconds from the start of the activity.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct ActivityPart {
    pub from_s: f64,
    pub to_s: f64,
    pub distance_m: f64,
}
