//! What one activity asked of one knee, against the runner's own step rate on the day asked: what a history carries.

use crate::activity::ActivityId;
use crate::day::Date;
use crate::knee::KneeDose;
use serde::{Deserialize, Serialize};

/// One activity on foot. An activity without a knee load has none: absent, never 0.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KneeSummary {
    pub activity: ActivityId,
    pub local_date: Date,
    /// Version of the model's formulas.
    pub model_version: u32,
    /// Doses, steps, time and metres of one leg, running and walking together.
    pub dose: KneeDose,
    /// Step rate over the preferred one at the same speed, mean over running time with a step rate.
    pub mean_rho: Option<f64>,
    /// The same against everybody's step rate (adjusted for height where known).
    pub mean_population_rho: Option<f64>,
    /// Running metres on grades below -2 %; `None` when the grade is not known.
    pub descent_running_m: Option<f64>,
    /// Share of the kneecap joint's damage (m = 6) made on them, 0 to 1.
    pub descent_damage_share: Option<f64>,
    /// Whether the ground was known; else it counted as level.
    pub is_grade_known: bool,
    /// Whether most of the running had a step rate; else the preferred one counted.
    pub is_cadence_known: bool,
    /// Whether the preferred step rate is the runner's own.
    pub is_habit_personal: bool,
    /// Share of stance time on the left foot, 0 to 1.
    pub left_stance_share: Option<f64>,
}
