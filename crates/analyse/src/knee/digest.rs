//! What is kept of an activity for every later question about the knee, and its doses under any habit.
//!
//! What: cells of running time alike in speed, step rate and grade, with a correction that makes them say what every second
//!   says; then doses for a runner's own step rate and shoe without reading samples again.
//! Formula: dose = dose of the cells at the habit x (dose of every second / dose of the cells, both at everybody's habit);
//!   walking is exact.
//! Units: see [`super::dose`].
//! Source: `rule`.
//! Grade: D (a numerical device; within 0.1 % of the samples for impulse and damage of a habit 10 steps/min away, by test).
//! Limits: cells of [`super::bins`]; kilometres and laps need the samples.
//! Says nothing: off feet, without any speed, or without any step run or walked.

use super::activity::left_stance_share;
use super::bins::{Bin, Bins};
use super::kernel::{Columns, Model, Time, running_dose, walking_dose};
use super::outing::{KILOMETRE_M, Outing};
use crate::gait::digest::gait_of_trace;
use crate::load::trace::Trace;
use crate::order;
use kneewise_types::knee::{
    CellCorrection, Dose, DoseFactors, KNEE_MODEL_VERSION, KneeCells, KneeDigest, KneeDose, NoKneeLoad,
};
use kneewise_types::{Activity, Samples, Sport};

/// What is kept of an activity, or why nobody can tell its knee load.
pub fn knee_digest(activity: &Activity, samples: &Samples) -> Result<KneeDigest, NoKneeLoad> {
    if !is_on_foot(activity.sport) {
        return Err(NoKneeLoad::NotOnFoot);
    }
    digest_of_outing(activity, samples, &Outing::new(activity, samples, KILOMETRE_M)?)
}

/// The same, from seconds laid out before.
pub(crate) fn knee_digest_of_trace(
    activity: &Activity,
    samples: &Samples,
    trace: Trace,
) -> Result<KneeDigest, NoKneeLoad> {
    digest_of_outing(activity, samples, &Outing::of_trace(activity, trace, KILOMETRE_M))
}

fn digest_of_outing(
    activity: &Activity,
    samples: &Samples,
    outing: &Outing,
) -> Result<KneeDigest, NoKneeLoad> {
    let exact = outing.total(&Model::POPULATION)?;
    let bins = Bins::of(outing.stretches());
    let (told, untold) = bins.running.iter().partition(|bin: &&Bin| bin.cadence_spm.is_some());
    let mut digest = KneeDigest {
        model_version: KNEE_MODEL_VERSION,
        told: cells(told),
        untold: cells(untold),
        correction: CellCorrection::default(),
        walking_steps: bins.walking_steps,
        walking_s: bins.walking_s,
        walking_m: bins.walking_m,
        speedless_s: outing.speedless_s(),
        is_grade_known: outing.is_grade_known,
        is_summary: outing.is_summary,
        left_stance_share: left_stance_share(samples),
        gait: outing.trace().and_then(|trace| gait_of_trace(activity, samples, trace)),
    };
    digest.correction = correction(&exact, &walked(&digest), &cell_dose(&digest, &Model::POPULATION));
    Ok(digest)
}

/// Whether the knee model speaks of a sport.
#[must_use]
pub const fn is_on_foot(sport: Sport) -> bool {
    sport.is_running() || matches!(sport, Sport::Walk | Sport::Hike)
}

/// Doses of a kept activity, running and walking together.
#[must_use]
pub fn digest_dose(digest: &KneeDigest, model: &Model) -> KneeDose {
    let mut dose = corrected(&cell_dose(digest, model), &digest.correction);
    dose.add(&walked(digest));
    dose
}

/// Its cells as bins, to be asked with other parameters.
#[must_use]
pub fn digest_bins(digest: &KneeDigest) -> Bins {
    let told = &digest.told;
    let cadences = told.cadence_spm.iter().map(|spm| Some(f64::from(*spm)));
    let running = bins_of(told, cadences).chain(bins_of(&digest.untold, std::iter::repeat(None)));
    Bins {
        running: running.collect(),
        walking_steps: digest.walking_steps,
        walking_s: digest.walking_s,
        walking_m: digest.walking_m,
    }
}

fn bins_of<'a>(
    cells: &'a KneeCells,
    cadences: impl Iterator<Item = Option<f64>> + 'a,
) -> impl Iterator<Item = Bin> + 'a {
    let rows = cells.seconds.iter().zip(&cells.speed_mps).zip(&cells.grade).zip(cadences);
    rows.map(|(((seconds, speed), grade), cadence_spm)| Bin {
        seconds: f64::from(*seconds),
        speed_mps: f64::from(*speed),
        cadence_spm,
        grade: f64::from(*grade),
    })
}

/// INVARIANT: by grade, steepest descent first, whatever the order of the seconds.
#[expect(clippy::cast_possible_truncation, reason = "seconds, speeds and step rates of people on foot")]
fn cells(mut bins: Vec<&Bin>) -> KneeCells {
    order::sort_by(&mut bins, |a, b| {
        let cadence = |bin: &Bin| bin.cadence_spm.unwrap_or(0.0);
        let by_cadence = cadence(a).total_cmp(&cadence(b));
        a.grade.total_cmp(&b.grade).then(a.speed_mps.total_cmp(&b.speed_mps)).then(by_cadence)
    });
    KneeCells {
        seconds: bins.iter().map(|bin| bin.seconds as f32).collect(),
        speed_mps: bins.iter().map(|bin| bin.speed_mps as f32).collect(),
        cadence_spm: bins.iter().filter_map(|bin| Some(bin.cadence_spm? as f32)).collect(),
        grade: bins.iter().map(|bin| bin.grade as f32).collect(),
    }
}

pub(super) fn cell_dose(digest: &KneeDigest, model: &Model) -> KneeDose {
    let mut dose = running_dose(&columns(&digest.told), model);
    dose.add(&running_dose(&columns(&digest.untold), model));
    dose
}

pub(super) fn columns(cells: &KneeCells) -> Columns<'_> {
    Columns {
        speed_mps: &cells.speed_mps,
        cadence_spm: Some(cells.cadence_spm.as_slice()).filter(|spm| !spm.is_empty()),
        grade: &cells.grade,
        time: Time::Of(&cells.seconds),
    }
}

fn walked(digest: &KneeDigest) -> KneeDose {
    walking_dose(digest.walking_steps, digest.walking_s, digest.walking_m)
}

/// `exact` holds the walking too.
fn correction(exact: &KneeDose, walked: &KneeDose, cells: &KneeDose) -> CellCorrection {
    CellCorrection {
        front: factors(&exact.patellofemoral, &walked.patellofemoral, &cells.patellofemoral),
        tibiofemoral: factors(&exact.tibiofemoral, &walked.tibiofemoral, &cells.tibiofemoral),
        iliotibial_band: over(exact.iliotibial_band_steps, cells.iliotibial_band_steps),
    }
}

fn factors(exact: &Dose, walked: &Dose, cells: &Dose) -> DoseFactors {
    let damages = exact.damage_steps.all().into_iter().zip(walked.damage_steps.all());
    let mut damage = [1.0; 3];
    for ((factor, (exact, walked)), cells) in damage.iter_mut().zip(damages).zip(cells.damage_steps.all()) {
        *factor = over(exact - walked, cells);
    }
    DoseFactors {
        peak: over(exact.peak_bw.unwrap_or(0.0), cells.peak_bw.unwrap_or(0.0)),
        sum: over(exact.sum_bw - walked.sum_bw, cells.sum_bw),
        impulse: over(exact.impulse_bw_s - walked.impulse_bw_s, cells.impulse_bw_s),
        damage,
    }
}

/// 1 where nothing was run.
fn over(exact: f64, cells: f64) -> f64 {
    if cells > 0.0 { exact / cells } else { 1.0 }
}

fn corrected(dose: &KneeDose, by: &CellCorrection) -> KneeDose {
    KneeDose {
        patellofemoral: scaled(&dose.patellofemoral, &by.front),
        patellar_tendon: scaled(&dose.patellar_tendon, &by.front),
        tibiofemoral: scaled(&dose.tibiofemoral, &by.tibiofemoral),
        iliotibial_band_steps: dose.iliotibial_band_steps * by.iliotibial_band,
        ..*dose
    }
}

fn scaled(dose: &Dose, by: &DoseFactors) -> Dose {
    let [m4, m6, m9] = by.damage;
    Dose {
        peak_bw: dose.peak_bw.map(|bw| bw * by.peak),
        sum_bw: dose.sum_bw * by.sum,
        impulse_bw_s: dose.impulse_bw_s * by.impulse,
        damage_steps: super::Damage {
            m4: dose.damage_steps.m4 * m4,
            m6: dose.damage_steps.m6 * m6,
            m9: dose.damage_steps.m9 * m9,
        },
    }
}
