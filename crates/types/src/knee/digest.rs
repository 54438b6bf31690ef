//! What is kept of one activity's samples for every later question about the knee.
//!
//! A runner's own step rate moves with the day asked, so doses cannot be kept. Kept are cells of running time alike in
//! speed, step rate and grade, what a pass over every second gave beyond the cells, and the way of running.

use crate::gait::GaitDigest;
use serde::{Deserialize, Serialize};

/// Why an activity has no knee load.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoKneeLoad {
    /// Not run, walked or hiked.
    NotOnFoot,
    /// Neither samples nor distance and time tell a speed.
    NoSpeed,
    /// Nothing in it was running or walking.
    NoSteps,
}

/// Cells of running time in columns of one length: time, and the means over it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct KneeCells {
    pub seconds: Vec<f32>,
    pub speed_mps: Vec<f32>,
    /// Steps per minute of both feet; empty for running without a recorded step rate.
    pub cadence_spm: Vec<f32>,
    /// Fraction, downhill negative; 0 where it is not known.
    pub grade: Vec<f32>,
}

/// Totals over every second divided by totals over cells, one structure, running only.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct DoseFactors {
    pub peak: f64,
    pub sum: f64,
    pub impulse: f64,
    /// For m = 4, 6, 9.
    pub damage: [f64; 3],
}

impl DoseFactors {
    /// Cells that say just what the seconds say.
    pub const ONE: Self = Self { peak: 1.0, sum: 1.0, impulse: 1.0, damage: [1.0; 3] };
}

impl Default for DoseFactors {
    fn default() -> Self {
        Self::ONE
    }
}

/// What averaging within cells lost, measured at everybody's step rate.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct CellCorrection {
    /// Kneecap joint and kneecap tendon, which share their shape.
    pub front: DoseFactors,
    pub tibiofemoral: DoseFactors,
    pub iliotibial_band: f64,
}

impl Default for CellCorrection {
    fn default() -> Self {
        Self { front: DoseFactors::ONE, tibiofemoral: DoseFactors::ONE, iliotibial_band: 1.0 }
    }
}

/// One activity on foot, whatever the runner's habits.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct KneeDigest {
    /// Version of the formulas that made it.
    pub model_version: u32,
    /// Running with a recorded step rate.
    pub told: KneeCells,
    /// Running without one.
    pub untold: KneeCells,
    pub correction: CellCorrection,
    /// Steps walked with one leg.
    pub walking_steps: f64,
    pub walking_s: f64,
    pub walking_m: f64,
    /// Running time without a speed, left out.
    pub speedless_s: f64,
    /// Whether grades come from a barometer or height model, not from a treadmill or satellites.
    pub is_grade_known: bool,
    /// Made without samples: one even stretch at the mean speed.
    pub is_summary: bool,
    /// Share of stance time on the left foot, 0 to 1, when most samples tell it.
    pub left_stance_share: Option<f64>,
    /// The way of running; `None` for walks and without samples.
    pub gait: Option<GaitDigest>,
}
