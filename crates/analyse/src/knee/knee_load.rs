//! The shape of a knee load: what one activity asked of one knee, per structure, per part, and what could not be known.
//!
//! Field names are those of `knee --json`. Totals are of one leg; BW is mass x 9.81 N; damage in reference steps.

use super::bins::Bins;
use super::dose::{Dose, KneeDose};
use super::kernel::Model;
use super::modifiers::Carriage;
use super::preferred_cadence::PreferredCadence;
pub use kneewise_types::NoKneeLoad;
use kneewise_types::{ActivityId, Date};
use serde::{Deserialize, Serialize};

/// What the model needs of the runner.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct KneeRunner {
    pub preferred: PreferredCadence,
    /// Shoe, strike and carried mass of this activity.
    pub carriage: Carriage,
}

impl KneeRunner {
    /// Nothing known.
    pub const POPULATION: Self = Self {
        preferred: PreferredCadence::POPULATION,
        carriage: Carriage { shoe: None, foot_strike: None, carried_share: None },
    };

    /// As the kernel takes it.
    #[must_use]
    pub fn model(&self) -> Model {
        Model { preferred: self.preferred, front_modifier: self.carriage.factor() }
    }
}

/// What a knee load could not know.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum KneeQuality {
    /// Share of running time without a step rate: the preferred one was taken.
    CadenceMissing { share: f64 },
    /// Step rate is compared with everybody's, not the runner's own.
    PopulationCadence,
    /// A treadmill: taken as level.
    Treadmill,
    /// No altitude, or one from satellites: taken as level.
    GradeUnknown,
    /// Running time without a speed, left out.
    SpeedMissing { seconds: f64 },
    /// No samples: one even run at the mean speed.
    SummaryOnly,
}

/// 10th to 90th percentile.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    pub low: f64,
    pub high: f64,
}

/// Intervals of one structure's totals.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct DoseInterval {
    pub peak_bw: Option<Interval>,
    pub sum_bw: Interval,
    pub impulse_bw_s: Interval,
    /// Over all three damage exponents.
    pub damage_steps: Interval,
}

/// One structure: totals and how sure they are.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct StructureLoad {
    #[serde(flatten)]
    pub dose: Dose,
    pub interval: DoseInterval,
    /// `None` when stance balance was not recorded.
    pub left_impulse_bw_s: Option<f64>,
    pub right_impulse_bw_s: Option<f64>,
}

/// A lap or a kilometre.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct KneePart {
    pub from_s: f64,
    pub from_m: f64,
    /// Mean grade of its running; `None` when not known.
    pub grade: Option<f64>,
    #[serde(flatten)]
    pub dose: KneeDose,
}

/// What one activity asked of one knee.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KneeLoad {
    pub model_version: u32,
    pub id: ActivityId,
    pub local_date: Date,
    pub distance_m: f64,
    pub running_s: f64,
    pub walking_s: f64,
    /// Of one leg.
    pub running_steps: f64,
    pub walking_steps: f64,
    pub patellofemoral: StructureLoad,
    pub patellar_tendon: StructureLoad,
    pub tibiofemoral: StructureLoad,
    pub medial_tibiofemoral_impulse_bw_s: f64,
    pub iliotibial_band_steps: f64,
    /// Share of stance time on the left foot, 0 to 1.
    pub left_stance_share: Option<f64>,
    pub laps: Vec<KneePart>,
    pub kilometres: Vec<KneePart>,
    pub quality: Vec<KneeQuality>,
}

impl KneeLoad {
    /// Its totals.
    #[must_use]
    pub const fn dose(&self) -> KneeDose {
        KneeDose {
            patellofemoral: self.patellofemoral.dose,
            patellar_tendon: self.patellar_tendon.dose,
            tibiofemoral: self.tibiofemoral.dose,
            iliotibial_band_steps: self.iliotibial_band_steps,
            running_steps: self.running_steps,
            walking_steps: self.walking_steps,
            running_s: self.running_s,
            walking_s: self.walking_s,
            distance_m: self.distance_m,
        }
    }
}

/// A knee load and what it takes to ask again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct KneeActivity {
    pub load: KneeLoad,
    pub bins: Bins,
    pub is_grade_known: bool,
    pub carriage: Carriage,
}

impl KneeActivity {
    /// What it takes to ask again.
    #[must_use]
    pub const fn cells(&self) -> Cells<'_> {
        Cells { bins: &self.bins, is_grade_known: self.is_grade_known, carriage: self.carriage }
    }
}

/// What it takes to ask an activity again in another way.
#[derive(Debug, Clone, Copy)]
pub struct Cells<'a> {
    pub bins: &'a Bins,
    pub is_grade_known: bool,
    pub carriage: Carriage,
}
