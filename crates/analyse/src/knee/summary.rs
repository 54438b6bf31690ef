//! What each activity asked of the knee, as a history carries it.
//!
//! What: doses against the runner's own step rate, how far the step rate was from it, and what descents made of the damage.
//! Formula: doses of [`super::digest`]; rho the geometric mean over running with a step rate; descents below -2 %.
//! Units: see [`super::dose`]; ratios; m; share.
//! Source: load text D2, D3, E2 (`rule`).
//! Grade: C within one runner; D for hills and damage.
//! Limits: habit of the day asked, for all activities.
//! Says nothing: of activities without a knee load: they have no summary.

use super::digest::{columns, digest_dose};
use super::ground::LEVEL_GRADE;
use super::kernel::{Columns, Time, running_dose};
use super::knee_load::KneeRunner;
use super::preferred_cadence::PreferredCadence;
use kneewise_types::knee::{KneeCells, KneeDigest, KneeSummary};
use kneewise_types::{Activity, Evidence, Grade};

/// Where it comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::C, "rule");

/// The step rate is known when it was recorded for most of the running.
const CADENCE_COVERAGE: f64 = 0.8;

/// Summary of one activity; `population` is everybody's step rate at the runner's height.
#[must_use]
pub fn knee_summary(
    activity: &Activity,
    digest: &KneeDigest,
    runner: &KneeRunner,
    population: &PreferredCadence,
) -> KneeSummary {
    let dose = digest_dose(digest, &runner.model());
    let habit = mean_logs(&digest.told);
    let rho =
        |against: &PreferredCadence| habit.map(|(speed, cadence)| against.rho(speed.exp(), cadence.exp()));
    let told_s: f64 = digest.told.seconds.iter().map(|s| f64::from(*s)).sum();
    let descent = digest.is_grade_known.then(|| descent(digest, runner));
    KneeSummary {
        activity: activity.id.clone(),
        local_date: activity.local_date,
        model_version: digest.model_version,
        mean_rho: rho(&runner.preferred),
        mean_population_rho: rho(population),
        descent_running_m: descent.map(|(metres, _)| metres),
        descent_damage_share: descent
            .filter(|_| dose.patellofemoral.damage_steps.m6 > 0.0)
            .map(|(_, damage)| (damage / dose.patellofemoral.damage_steps.m6).min(1.0)),
        is_grade_known: digest.is_grade_known,
        is_cadence_known: dose.running_s > 0.0 && told_s >= CADENCE_COVERAGE * dose.running_s,
        is_habit_personal: runner.preferred.origin == super::CadenceOrigin::Personal,
        left_stance_share: digest.left_stance_share,
        dose,
    }
}

/// Time-weighted means of the logarithms of speed and step rate.
fn mean_logs(cells: &KneeCells) -> Option<(f64, f64)> {
    let rows = cells.seconds.iter().zip(&cells.speed_mps).zip(&cells.cadence_spm);
    let ln = super::elementary::ln;
    let (seconds, speed, cadence) = rows.fold((0.0, 0.0, 0.0), |(all, u, l), ((s, mps), spm)| {
        let s = f64::from(*s);
        (all + s, u + s * ln(f64::from(*mps)), l + s * ln(f64::from(*spm)))
    });
    (seconds > 0.0).then(|| (speed / seconds, cadence / seconds))
}

/// Metres run downhill, and the damage of the kneecap joint on them (m = 6).
fn descent(digest: &KneeDigest, runner: &KneeRunner) -> (f64, f64) {
    let factor = digest.correction.front.damage.get(1).copied().unwrap_or(1.0);
    let model = runner.model();
    let parts = [&digest.told, &digest.untold].map(|cells| running_dose(&downhill(cells), &model));
    let metres = parts.iter().map(|dose| dose.distance_m).sum();
    let damage: f64 = parts.iter().map(|dose| dose.patellofemoral.damage_steps.m6).sum();
    (metres, damage * factor)
}

/// The cells of descents; they come first.
fn downhill(cells: &KneeCells) -> Columns<'_> {
    let all = columns(cells);
    let end = cells.grade.partition_point(|grade| f64::from(*grade) < -LEVEL_GRADE);
    Columns {
        speed_mps: all.speed_mps.get(..end).unwrap_or(&[]),
        cadence_spm: all.cadence_spm.map(|spm| spm.get(..end).unwrap_or(&[])),
        grade: all.grade.get(..end).unwrap_or(&[]),
        time: Time::Of(cells.seconds.get(..end).unwrap_or(&[])),
    }
}
