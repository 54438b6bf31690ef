//! What is kept of an activity says what every second says.

use super::activity_tests::{Leg, samples, varied};
use super::*;
use crate::load::testing::run_on;
use kneewise_types::{Activity, Column, Samples, Sport};

fn habit(at_3_mps_spm: f64, exponent: f64) -> KneeRunner {
    let preferred = PreferredCadence { at_3_mps_spm, exponent, origin: CadenceOrigin::Personal };
    KneeRunner { preferred, ..KneeRunner::POPULATION }
}

fn parted(got: f64, exact: f64) -> f64 {
    if exact == 0.0 { got.abs() } else { (got / exact - 1.0).abs() }
}

/// How far kept doses are from every second, the damage with m = 9 apart.
fn distance(run: &Activity, samples: &Samples, runner: &KneeRunner) -> (f64, f64) {
    let exact = knee_load(run, samples, runner).unwrap().dose();
    let digest = knee_digest(run, samples).unwrap();
    let kept = digest_dose(&digest, &runner.model());
    let structures = |dose: &KneeDose| [dose.patellofemoral, dose.patellar_tendon, dose.tibiofemoral];
    let (mut most, mut ninth) = (0.0_f64, 0.0_f64);
    for (kept, exact) in structures(&kept).iter().zip(structures(&exact)) {
        most = most.max(parted(kept.impulse_bw_s, exact.impulse_bw_s));
        most = most.max(parted(kept.sum_bw, exact.sum_bw));
        most = most.max(parted(kept.damage_steps.m4, exact.damage_steps.m4));
        most = most.max(parted(kept.damage_steps.m6, exact.damage_steps.m6));
        ninth = ninth.max(parted(kept.damage_steps.m9, exact.damage_steps.m9));
        ninth = ninth.max(parted(kept.peak_bw.unwrap_or(0.0), exact.peak_bw.unwrap_or(0.0)));
    }
    most = most.max(parted(kept.iliotibial_band_steps, exact.iliotibial_band_steps));
    most = most.max(parted(kept.running_steps, exact.running_steps));
    most = most.max(parted(kept.distance_m, exact.distance_m));
    most = most.max(parted(kept.walking_steps, exact.walking_steps));
    (most, ninth)
}

#[test]
fn kept_doses_agree_with_every_second_for_any_habit() {
    let run = run_on("2026-03-01", 10.8);
    let (same, ninth) = distance(&run, &varied(), &KneeRunner::POPULATION);
    assert!(same < 1e-6 && ninth < 1e-6, "{same} and {ninth} at the habit it was corrected for");
    for runner in [habit(160.0, 0.20), habit(178.0, 0.20), habit(166.0, 0.32), habit(172.0, 0.08)] {
        let (most, ninth) = distance(&run, &varied(), &runner);
        assert!(most < 0.001 && ninth < 0.005, "{most} and {ninth} for {runner:?}");
    }
}

#[test]
fn walks_summaries_and_runs_without_step_rate_are_kept_too() {
    let run = run_on("2026-03-01", 9.0);
    let mixed =
        samples(&[(600, 3.0, None, 0.03), (300, 1.4, Some(110.0), 0.0), (600, 3.2, Some(171.0), -0.05)]);
    for (activity, samples) in [
        (run.clone(), mixed.clone()),
        (run.clone(), Samples::default()),
        (Activity { sport: Sport::Walk, ..run.clone() }, samples(&[(900, 1.4, Some(112.0), 0.0)])),
        (run.clone(), Samples { altitude_m: Column::default(), ..mixed }),
    ] {
        let (most, ninth) = distance(&activity, &samples, &habit(163.0, 0.2));
        assert!(most < 1e-4 && ninth < 1e-3, "{most} and {ninth}");
    }
    let ride = Activity { sport: Sport::Ride, ..run };
    assert_eq!(knee_digest(&ride, &Samples::default()), Err(NoKneeLoad::NotOnFoot));
}

#[test]
fn a_summary_tells_rho_and_descents() {
    let legs =
        [(1079, 2.78, Some(167.0), 0.0), (800, 2.5, Some(164.0), 0.06), (625, 3.2, Some(172.0), -0.06)];
    let (run, samples) = (run_on("2026-03-01", 7.0), samples(&legs));
    let digest = knee_digest(&run, &samples).unwrap();
    let summary = knee_summary(&run, &digest, &habit(170.0, 0.2), &PreferredCadence::POPULATION);
    assert!((summary.mean_rho.unwrap() - 1.0).abs() < 0.005, "{summary:?}");
    assert!((summary.descent_running_m.unwrap() - 2000.0).abs() < 60.0, "{summary:?}");
    let knee = kept_activity(&run, &digest, &habit(170.0, 0.2));
    let shares = ground_shares(&knee, &habit(170.0, 0.2).preferred).unwrap();
    assert!((summary.descent_damage_share.unwrap() - shares.descent.damage_share.m6).abs() < 0.002);
    assert!(summary.is_cadence_known && summary.is_habit_personal && summary.is_grade_known);
    let blind = Samples { altitude_m: Column::default(), cadence_spm: Column::default(), ..samples };
    let digest = knee_digest(&run, &blind).unwrap();
    let summary = knee_summary(&run, &digest, &KneeRunner::POPULATION, &PreferredCadence::POPULATION);
    assert_eq!(
        (summary.mean_rho, summary.descent_running_m, summary.descent_damage_share),
        (None, None, None)
    );
    assert!(!summary.is_cadence_known && !summary.is_grade_known);
}

#[test]
fn the_order_of_the_seconds_changes_nothing_that_is_kept() {
    let run = run_on("2026-03-01", 9.0);
    let parts = [(700, 3.0, Some(168.0), 0.0), (500, 3.4, Some(174.0), 0.0), (300, 2.6, Some(163.0), 0.0)];
    let turned: Vec<_> = parts.iter().rev().copied().collect();
    let kept = |legs: &[Leg]| {
        let level = Samples { altitude_m: Column::default(), ..samples(legs) };
        knee_digest(&run, &level).unwrap()
    };
    let (one, other) = (kept(&parts), kept(&turned));
    assert_eq!((one.told, one.untold), (other.told, other.untold));
}
