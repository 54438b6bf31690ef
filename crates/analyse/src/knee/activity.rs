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
use super::dose::Dose;
use super::interval::intervals;
use super::knee_load::{
    DoseInterval, KneeActivity, KneeLoad, KneeQuality, KneeRunner, NoKneeLoad, StructureLoad,
};
use super::outing::Outing;
use super::parameters::{KNEE_MODEL_VERSION, MEDIAL_SHARE};
use super::preferred_cadence::CadenceOrigin;
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
    if !(activity.sport.is_running() || matches!(activity.sport, Sport::Walk | Sport::Hike)) {
        return Err(NoKneeLoad::NotOnFoot);
    }
    let outing = Outing::new(activity, samples)?;
    let model = runner.model();
    let kilometres = outing.kilometres(&model);
    let mut total = super::KneeDose::default();
    for part in &kilometres {
        total.add(&part.dose);
    }
    if total.running_steps + total.walking_steps <= 0.0 {
        return Err(if outing.speedless_s() > 0.0 { NoKneeLoad::NoSpeed } else { NoKneeLoad::NoSteps });
    }
    let bins = Bins::of(outing.stretches());
    let left = left_stance_share(samples);
    let [front, tendon, tibial] = intervals(&bins, runner, outing.is_grade_known, &total);
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
        laps: outing.laps(activity, &model),
        kilometres,
        quality: quality(activity, &outing, runner),
    };
    Ok(KneeActivity { load, bins, is_grade_known: outing.is_grade_known, carriage: runner.carriage })
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
fn left_stance_share(samples: &Samples) -> Option<f64> {
    let shares: Vec<f64> = samples
        .stance_balance_left_pct
        .present()
        .filter(|percent| (30.0..=70.0).contains(percent))
        .map(|percent| f64::from(percent) / 100.0)
        .collect();
    let is_covered = shares.len() as f64 >= BALANCE_COVERAGE * samples.len() as f64;
    crate::load::number::mean(&shares).filter(|_| is_covered)
}

fn quality(activity: &Activity, outing: &Outing, runner: &KneeRunner) -> Vec<KneeQuality> {
    let mut all = Vec::new();
    if outing.is_summary {
        all.push(KneeQuality::SummaryOnly);
    }
    let share = outing.untold_share();
    if share > 0.0 {
        all.push(KneeQuality::CadenceMissing { share });
    }
    if runner.preferred.origin == CadenceOrigin::Population && share < 1.0 {
        all.push(KneeQuality::PopulationCadence);
    }
    if activity.sport == Sport::TreadmillRun || activity.surface == Some(Surface::Treadmill) {
        all.push(KneeQuality::Treadmill);
    } else if !outing.is_grade_known {
        all.push(KneeQuality::GradeUnknown);
    }
    if outing.speedless_s() > 0.0 {
        all.push(KneeQuality::SpeedMissing { seconds: outing.speedless_s() });
    }
    all
}
