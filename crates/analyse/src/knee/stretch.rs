//! Seconds of an activity sorted into the columns that the kernel runs over.
//!
//! What: running with a step rate, running without, and the steps walked.
//! Formula: classes of load text A0; a walking second without a step rate counts 110 steps/min; a running second without a
//!   speed is left out, or takes the mean of the activity when no second has a speed.
//! Units: m/s, steps/min, fraction, s.
//! Source: load text A0, D2 (`rule`).
//! Grade: D.
//! Limits: a second stands for one second.
//! Says nothing: while stopped or paused.

use super::dose::KneeDose;
use super::kernel::{Columns, Model, Time, running_dose, walking_dose};
use super::parameters::WALKING_CADENCE_SPM;
use crate::load::motion::Motion;
use crate::load::trace::Second;

/// A running second has at least this step rate, or none.
const LOWEST_RUNNING_SPM: f32 = 140.0;
const HIGHEST_SPM: f32 = 300.0;

/// Running with a step rate.
#[derive(Debug, Clone, Default)]
pub(crate) struct Told {
    pub(crate) speed_mps: Vec<f32>,
    pub(crate) cadence_spm: Vec<f32>,
    pub(crate) grade: Vec<f32>,
}

/// Running without one.
#[derive(Debug, Clone, Default)]
pub(crate) struct Untold {
    pub(crate) speed_mps: Vec<f32>,
    pub(crate) grade: Vec<f32>,
}

/// A stretch of an activity, in columns.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stretch {
    pub(crate) told: Told,
    pub(crate) untold: Untold,
    pub(crate) walking_steps: f64,
    pub(crate) walking_s: f64,
    pub(crate) walking_m: f64,
    /// Running seconds left out because nothing told a speed.
    pub(crate) speedless_s: f64,
    pub(crate) seconds_each: f64,
}

impl Stretch {
    pub(crate) fn with_capacity(seconds: usize) -> Self {
        Self {
            told: Told {
                speed_mps: Vec::with_capacity(seconds),
                cadence_spm: Vec::with_capacity(seconds),
                grade: Vec::with_capacity(seconds),
            },
            seconds_each: 1.0,
            ..Self::default()
        }
    }

    /// Forgets everything but its room.
    pub(crate) fn clear(&mut self) {
        self.told.speed_mps.clear();
        self.told.cadence_spm.clear();
        self.told.grade.clear();
        self.untold.speed_mps.clear();
        self.untold.grade.clear();
        (self.walking_steps, self.walking_s, self.walking_m, self.speedless_s) = (0.0, 0.0, 0.0, 0.0);
    }

    /// Sorts one second in.
    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "a grade between -0.45 and 0.45")]
    pub(crate) fn add(&mut self, second: &Second, grade: f64, mean_speed_mps: Option<f32>) {
        match second.motion {
            Motion::Running => {
                let speed = Some(second.speed_mps).filter(|mps| *mps > 0.0).or(mean_speed_mps);
                let Some(speed) = speed else {
                    self.speedless_s += 1.0;
                    return;
                };
                let cadence =
                    second.cadence_spm.filter(|spm| (LOWEST_RUNNING_SPM..=HIGHEST_SPM).contains(spm));
                if let Some(cadence) = cadence {
                    self.told.speed_mps.push(speed);
                    self.told.cadence_spm.push(cadence);
                    self.told.grade.push(grade as f32);
                } else {
                    self.untold.speed_mps.push(speed);
                    self.untold.grade.push(grade as f32);
                }
            }
            Motion::Walking => {
                let spm = second.cadence_spm.filter(|spm| (60.0..LOWEST_RUNNING_SPM).contains(spm));
                self.walking_steps += spm.map_or(WALKING_CADENCE_SPM, f64::from) / 120.0;
                self.walking_s += 1.0;
                self.walking_m += f64::from(second.speed_mps);
            }
            Motion::Stopped | Motion::Absent => {}
        }
    }

    /// What it asked of one leg.
    pub(crate) fn dose(&self, model: &Model) -> KneeDose {
        let told = Columns {
            speed_mps: &self.told.speed_mps,
            cadence_spm: Some(&self.told.cadence_spm),
            grade: &self.told.grade,
            time: Time::Each(self.seconds_each),
        };
        let untold = Columns {
            speed_mps: &self.untold.speed_mps,
            cadence_spm: None,
            grade: &self.untold.grade,
            time: Time::Each(self.seconds_each),
        };
        let mut dose = running_dose(&told, model);
        dose.add(&running_dose(&untold, model));
        dose.add(&walking_dose(self.walking_steps, self.walking_s, self.walking_m));
        dose
    }

    /// Mean grade of the running, when there is any.
    pub(crate) fn mean_grade(&self) -> Option<f64> {
        let grades = || self.told.grade.iter().chain(&self.untold.grade);
        let count = grades().count();
        (count > 0).then(|| grades().map(|grade| f64::from(*grade)).sum::<f64>() / count as f64)
    }

    /// Running time with a step rate, s.
    pub(crate) fn told_s(&self) -> f64 {
        self.told.speed_mps.len() as f64 * self.seconds_each
    }

    /// Running time without a step rate, s.
    pub(crate) fn untold_s(&self) -> f64 {
        self.untold.speed_mps.len() as f64 * self.seconds_each
    }
}
