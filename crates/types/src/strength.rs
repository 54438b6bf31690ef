//! Strength training actually done.

use crate::day::Date;
use crate::symptom::Side;
use serde::{Deserialize, Serialize};

/// One exercise of one day, as `strength.csv` gives it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StrengthEntry {
    pub date: Date,
    /// Id in the exercise library.
    pub exercise: String,
    /// Number of sets, 1 to 20.
    pub sets: u8,
    /// Repetitions a set, 1 to 200.
    pub reps: u16,
    pub side: Option<Side>,
    pub load_kg: Option<f64>,
    /// Repetitions in reserve at the end of a set, 0 to 10.
    pub reps_in_reserve: Option<f64>,
    /// Seconds held per repetition.
    pub hold_s: Option<f64>,
}
