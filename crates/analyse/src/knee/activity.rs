//! What one activity asked of the knee.
//!
//! What: totals of one leg for each structure with intervals, per lap and per kilometre, by side where it is known.
//! Formula: the kernel over every second of the activity; intervals from the ensemble over its bins; a leg's impulse is the
//!   total times its share of stance time over a half (force and damage stay: stance time tells nothing of force) [choice].
//! Units: see [`super::dose`].
//! Source: load text D2 to D11, A7 (`rule`, and the keys of the parameters).
//! Grade: C within one runner; D for hills, damage, sides.
//! Limits: without grade the ground counts as level and the interval is wider; without step rate rho is 1. An activity
//!   without samples counts as one even run at its mean speed.
//! Says nothing: off feet, without any speed, or without any step run or walked.

use super::bins::Bins;
use super::digest::{digest_bins, digest_dose};
use super::dose::{Dose, KneeDose};
use super::interval::intervals;
use super::knee_load::{
    DoseInterval, KneeActivity, KneeLoad, KneeQuality, KneeRunner, NoKneeLoad, StructureLoad,
};
use super::outing::{KILOMETRE_M, Outing};
use super::parameters::{KNEE_MODEL_VERSION, MEDIAL_SHARE};
use super::preferred_cadence::CadenceOrigin;
use kneewise_types::knee::{KneeCells, KneeDigest};
use kneewise_types::{Activity, Evidence, Grade, Samples, Sport, Surface};

/// Where the split by side comes from.
pub const SIDE_EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

const BALANCE_COVERAGE: f64 = 0.8;

/// What an activity asked of the knee, or why nobody can tell.
pub fn knee_load(
    activity: &Activity,
    samples: &Samples,
    runner: &KneeRunner,
) -> Result<KneeLoad, NoKneeLoad> {
    knee_activity(activity, samples, runner).map(|knee| knee.load)
}

/// The same with its bins.
pub fn knee_activity(
    activity: &Activity,
    samples: &Samples,
    runner: &KneeRunner,
) -> Result<KneeActivity, NoKneeLoad> {
    lay_out_knee(activity, samples, runner, KILOMETRE_M).map(|laid| laid.knee)
}

/// An activity with the seconds it was told from.
pub(super) struct Laid {
    pub(super) knee: KneeActivity,
    pub(super) outing: Outing,
}

/// The same in parts of any length.
pub(super) fn lay_out_knee(
    activity: &Activity,
    samples: &Samples,
    runner: &KneeRunner,
    part_m: f64,
) -> Result<Laid, NoKneeLoad> {
    if !super::digest::is_on_foot(activity.sport) {
        return Err(NoKneeLoad::NotOnFoot);
    }
    let outing = Outing::new(activity, samples, part_m)?;
    let model = runner.model();
    let kilometres = outing.kilometres(&model);
    let mut total = KneeDose::default();
    for part in &kilometres {
        total.add(&part.dose);
    }
    let whole = Whole {
        total: outing.checked(total)?,
        bins: Bins::of(outing.stretches()),
        untold_share: outing.untold_share(),
        speedless_s: outing.speedless_s(),
        is_grade_known: outing.is_grade_known,
        is_summary: outing.is_summary,
        left_stance_share: left_stance_share(samples),
    };
    let mut knee = whole.knee(activity, runner);
    knee.load.laps = outing.laps(activity, &model);
    knee.load.kilometres = kilometres;
    Ok(Laid { knee, outing })
}

/// The same from what was kept, without laps and kilometres.
#[must_use]
pub fn kept_activity(activity: &Activity, digest: &KneeDigest, runner: &KneeRunner) -> KneeActivity {
    let seconds = |cells: &KneeCells| -> f64 { cells.seconds.iter().map(|s| f64::from(*s)).sum() };
    let (told_s, untold_s) = (seconds(&digest.told), seconds(&digest.untold));
    let whole = Whole {
        total: digest_dose(digest, &runner.model()),
        bins: digest_bins(digest),
        untold_share: if untold_s > 0.0 { untold_s / (told_s + untold_s) } else { 0.0 },
        speedless_s: digest.speedless_s,
        is_grade_known: digest.is_grade_known,
        is_summary: digest.is_summary,
        left_stance_share: digest.left_stance_share,
    };
    whole.knee(activity, runner)
}

/// An activity summed up, from its seconds or from what was kept of them.
struct Whole {
    total: KneeDose,
    bins: Bins,
    untold_share: f64,
    speedless_s: f64,
    is_grade_known: bool,
    is_summary: bool,
    left_stance_share: Option<f64>,
}

impl Whole {
    fn knee(self, activity: &Activity, runner: &KneeRunner) -> KneeActivity {
        let (total, left) = (&self.total, self.left_stance_share);
        let [front, tendon, tibial] = intervals(&self.bins, runner, self.is_grade_known, total);
        let load = KneeLoad {
            model_version: KNEE_MODEL_VERSION,
            id: activity.id.clone(),
            local_date: activity.local_date,
            distance_m: total.distance_m,
            running_s: total.running_s,
            walking_s: total.walking_s,
            running_steps: total.running_steps,
            walking_steps: total.walking_steps,
            patellofemoral: structure_load(total.patellofemoral, front, left),
            patellar_tendon: structure_load(total.patellar_tendon, tendon, left),
            tibiofemoral: structure_load(total.tibiofemoral, tibial, left),
            medial_tibiofemoral_impulse_bw_s: MEDIAL_SHARE * total.tibiofemoral.impulse_bw_s,
            iliotibial_band_steps: total.iliotibial_band_steps,
            left_stance_share: left,
            laps: Vec::new(),
            kilometres: Vec::new(),
            quality: self.quality(activity, runner),
        };
        let (bins, is_grade_known) = (self.bins, self.is_grade_known);
        KneeActivity { load, bins, is_grade_known, carriage: runner.carriage }
    }

    fn quality(&self, activity: &Activity, runner: &KneeRunner) -> Vec<KneeQuality> {
        let mut all = Vec::new();
        if self.is_summary {
            all.push(KneeQuality::SummaryOnly);
        }
        if self.untold_share > 0.0 {
            all.push(KneeQuality::CadenceMissing { share: self.untold_share });
        }
        if runner.preferred.origin == CadenceOrigin::Population && self.untold_share < 1.0 {
            all.push(KneeQuality::PopulationCadence);
        }
        if activity.sport == Sport::TreadmillRun || activity.surface == Some(Surface::Treadmill) {
            all.push(KneeQuality::Treadmill);
        } else if !self.is_grade_known {
            all.push(KneeQuality::GradeUnknown);
        }
        if self.speedless_s > 0.0 {
            all.push(KneeQuality::SpeedMissing { seconds: self.speedless_s });
        }
        all
    }
}

fn structure_load(dose: Dose, interval: DoseInterval, left: Option<f64>) -> StructureLoad {
    StructureLoad {
        dose,
        interval,
        left_impulse_bw_s: left.map(|share| 2.0 * share * dose.impulse_bw_s),
        right_impulse_bw_s: left.map(|share| 2.0 * (1.0 - share) * dose.impulse_bw_s),
    }
}

/// Mean share of stance on the left, when most samples tell it.
pub(super) fn left_stance_share(samples: &Samples) -> Option<f64> {
    let shares: Vec<f64> = samples
        .stance_balance_left_pct
        .present()
        .filter(|percent| (30.0..=70.0).contains(percent))
        .map(|percent| f64::from(percent) / 100.0)
        .collect();
    let is_covered = shares.len() as f64 >= BALANCE_COVERAGE * samples.len() as f64;
    crate::load::number::mean(&shares).filter(|_| is_covered)
}
