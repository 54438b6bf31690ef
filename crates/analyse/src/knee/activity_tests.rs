//! Whole activities: quality, parts, sides, intervals, other ways of running.

use super::kernel_tests::{even, same};
use super::*;
use crate::load::number::agrees;
use crate::load::testing::run_on;
use kneewise_types::shoe::ShoeCategory;
use kneewise_types::{Activity, Column, Lap, Samples, Seconds, Sport};
use std::collections::BTreeSet;

/// Seconds, speed, step rate, grade.
pub(super) type Leg = (usize, f64, Option<f32>, f64);

#[expect(clippy::cast_possible_truncation, reason = "small test values")]
pub(super) fn samples(legs: &[Leg]) -> Samples {
    let mut samples = Samples::default();
    let mut altitude = 500.0;
    for (seconds, speed, cadence, grade) in legs {
        for _ in 0..*seconds {
            samples.time_ms.push(u32::try_from(samples.time_ms.len()).unwrap() * 1000);
            samples.speed_mps.push(Some(*speed as f32));
            samples.cadence_spm.push(*cadence);
            samples.altitude_m.push(Some(altitude as f32));
            altitude += speed * grade;
        }
    }
    samples
}

fn load(samples: &Samples) -> KneeLoad {
    activity(&run_on("2026-03-01", 10.0), samples).load
}

fn activity(activity: &Activity, samples: &Samples) -> KneeActivity {
    knee_activity(activity, samples, &KneeRunner::POPULATION).unwrap()
}

const EASY: Leg = (1800, 3.0, Some(170.0), 0.0);

#[test]
fn half_an_hour_at_the_reference() {
    let load = load(&samples(&[EASY]));
    let km = even(3.0, 1.0, 0.0, 5400.0);
    same(&load.dose(), &km, 1e-6);
    assert!(agrees(load.patellofemoral.dose.impulse_bw_s, 5.4 * 238.00, 0.1));
    assert_eq!(load.kilometres.len(), 6);
    assert!(agrees(load.medial_tibiofemoral_impulse_bw_s, 0.62 * load.tibiofemoral.dose.impulse_bw_s, 1e-6));
    assert_eq!(load.quality, vec![KneeQuality::PopulationCadence]);
}

#[test]
fn laps_and_kilometres_add_up() {
    let samples = samples(&[EASY, (300, 1.4, Some(110.0), 0.0), (900, 3.6, Some(178.0), 0.0)]);
    let mut run = run_on("2026-03-01", 9.0);
    let lap = |start: f64, elapsed: f64| Lap {
        start: Seconds::new(start).unwrap(),
        elapsed: Seconds::new(elapsed).unwrap(),
        timer: None,
        distance: None,
        mean_heart_rate: None,
        max_heart_rate: None,
        mean_cadence: None,
        ascent: None,
        descent: None,
    };
    run.laps = vec![lap(0.0, 1000.0), lap(1000.0, 1100.0), lap(2100.0, 900.0)];
    let load = activity(&run, &samples).load;
    assert_eq!(load.laps.len(), 3);
    for parts in [&load.laps, &load.kilometres] {
        let mut sum = KneeDose::default();
        for part in parts {
            sum.add(&part.dose);
        }
        same(&sum, &load.dose(), 1e-9);
    }
    assert!(agrees(load.walking_steps, 300.0 * 110.0 / 120.0, 0.1));
}

#[test]
fn a_missing_step_rate_is_one_and_said() {
    let told = load(&samples(&[EASY]));
    let untold = load(&samples(&[(1800, 3.0, None, 0.0)]));
    same(&told.dose(), &untold.dose(), 1e-6);
    assert_eq!(untold.quality, vec![KneeQuality::CadenceMissing { share: 1.0 }]);
    let half = load(&samples(&[(900, 3.0, Some(170.0), 0.0), (900, 3.0, None, 0.0)]));
    assert!(half.quality.contains(&KneeQuality::CadenceMissing { share: 0.5 }));
}

fn width(interval: Interval) -> f64 {
    interval.high - interval.low
}

#[test]
fn treadmill_and_unknown_grade_widen_the_interval() {
    let level = samples(&[EASY]);
    let known = load(&level);
    let mut treadmill = run_on("2026-03-01", 5.4);
    treadmill.sport = Sport::TreadmillRun;
    let indoors = activity(&treadmill, &level).load;
    let blind = load(&Samples { altitude_m: Column::default(), ..level });
    assert!(indoors.quality.contains(&KneeQuality::Treadmill));
    assert!(blind.quality.contains(&KneeQuality::GradeUnknown));
    for other in [&indoors, &blind] {
        for (wide, narrow) in
            [(&other.patellofemoral, &known.patellofemoral), (&other.tibiofemoral, &known.tibiofemoral)]
        {
            assert!(width(wide.interval.damage_steps) > width(narrow.interval.damage_steps));
            assert!(width(wide.interval.impulse_bw_s) > width(narrow.interval.impulse_bw_s));
        }
    }
}

#[test]
fn an_interval_holds_its_total() {
    let load = load(&samples(&[EASY, (600, 4.0, Some(180.0), 0.0)]));
    for one in [&load.patellofemoral, &load.patellar_tendon, &load.tibiofemoral] {
        let holds = |interval: Interval, value: f64| interval.low < value && value < interval.high;
        assert!(holds(one.interval.impulse_bw_s, one.dose.impulse_bw_s), "{one:?}");
        assert!(holds(one.interval.sum_bw, one.dose.sum_bw), "{one:?}");
        let peak = one.dose.peak_bw.unwrap();
        assert!((one.interval.peak_bw.unwrap().low / peak - 0.75).abs() < 1e-9);
    }
}

#[test]
fn sides_by_stance_time() {
    let mut samples = samples(&[EASY]);
    assert_eq!(load(&samples).left_stance_share, None);
    samples.stance_balance_left_pct = Column::all_present(vec![51.0; 1800]);
    let load = load(&samples);
    let (left, right) =
        (load.patellofemoral.left_impulse_bw_s.unwrap(), load.patellofemoral.right_impulse_bw_s.unwrap());
    assert!((left / right - 51.0 / 49.0).abs() < 1e-6);
    assert!((f64::midpoint(left, right) / load.patellofemoral.dose.impulse_bw_s - 1.0).abs() < 1e-9);
}

#[test]
fn a_summary_is_one_even_run_and_what_is_no_run_says_why() {
    let mut run = run_on("2026-03-01", 9.0);
    let of = |run: &Activity| knee_activity(run, &Samples::default(), &KneeRunner::POPULATION);
    let knee = of(&run).unwrap();
    same(&knee.load.dose(), &even(3.0, 1.0, 0.0, 9000.0), 1e-6);
    assert!(knee.load.quality.contains(&KneeQuality::SummaryOnly));
    run.distance = None;
    assert_eq!(of(&run), Err(NoKneeLoad::NoSpeed));
    run.sport = Sport::Ride;
    assert_eq!(of(&run), Err(NoKneeLoad::NotOnFoot));
    let still = samples(&[(600, 0.0, Some(0.0), 0.0)]);
    let run = run_on("2026-03-01", 9.0);
    assert_eq!(knee_load(&run, &still, &KneeRunner::POPULATION), Err(NoKneeLoad::NoSteps));
}

/// The session of D3 as samples: climbs and descents must survive the smoothing of the ground.
#[test]
fn the_descent_of_d3_makes_more_of_the_damage_than_of_the_distance() {
    let legs =
        [(1079, 2.78, None, 0.0), (800, 2.5, None, 0.06), (625, 3.2, None, -0.06), (1079, 2.78, None, 0.0)];
    let knee = activity(&run_on("2026-03-01", 10.0), &samples(&legs));
    let shares = ground_shares(&knee, &PreferredCadence::POPULATION).unwrap();
    assert!((shares.descent.distance_share - 0.20).abs() < 0.01, "{shares:?}");
    assert!((shares.descent.damage_share.m6 - 0.36).abs() < 0.01, "{shares:?}");
    assert!(shares.descent.is_heavier() && !shares.climb.is_heavier());
    assert!((knee.load.patellofemoral.dose.damage_steps.m6 / 4432.92 - 1.0).abs() < 0.01);
}

#[expect(clippy::cast_possible_truncation, reason = "small test values")]
pub(super) fn varied() -> Samples {
    let mut samples = samples(&[(3600, 3.0, Some(170.0), 0.0)]);
    let wave = |n: usize, period: f64| (n as f64 / period).sin();
    samples.speed_mps = (0..3600).map(|n| Some((3.0 + 0.6 * wave(n, 97.0)) as f32)).collect();
    samples.cadence_spm = (0..3600).map(|n| Some((168.0 + 7.0 * wave(n, 61.0)) as f32)).collect();
    samples.altitude_m = (0..3600).map(|n| Some((100.0 + 12.0 * wave(n, 130.0)) as f32)).collect();
    samples
}

#[test]
fn bins_say_what_the_samples_say() {
    let knee = activity(&run_on("2026-03-01", 10.8), &varied());
    let prepared = ensemble::Prepared::new(&knee.bins, &PreferredCadence::POPULATION, true);
    for (structure, dose) in [
        (Structure::Patellofemoral, knee.load.patellofemoral.dose),
        (Structure::Tibiofemoral, knee.load.tibiofemoral.dose),
    ] {
        let of_m = dose.damage_steps;
        for (m, damage, tolerance) in [(4, of_m.m4, 0.002), (6, of_m.m6, 0.004), (9, of_m.m9, 0.01)] {
            let set = ensemble::Set::central(structure, m);
            let outcome = prepared.outcome(structure.parameters(), &set, 1.0, &mut Vec::new());
            assert!((outcome.damage_steps / damage - 1.0).abs() < tolerance, "{structure:?} m {m}");
            assert!((outcome.impulse_bw_s / dose.impulse_bw_s - 1.0).abs() < 0.002, "{structure:?}");
        }
    }
    assert!((knee.bins.running_m() / knee.load.distance_m - 1.0).abs() < 1e-9);
}

fn asked(change: Change) -> WhatIf {
    let knee = activity(&run_on("2026-03-01", 10.8), &varied());
    what_if(&[knee.cells(), knee.cells()], &PreferredCadence::POPULATION, &change).unwrap()
}

/// Expected: rho^(1 - 1.6 - 0.3) for impulse and rho^(1 - 1.6 m) for damage, by hand.
#[test]
fn seven_percent_more_steps() {
    let answer = asked(Change { cadence_factor: Some(1.07), ..Change::default() });
    let front = answer.patellofemoral;
    assert!((front.impulse.ratio - 1.07_f64.powf(-0.9)).abs() < 1e-6, "{front:?}");
    assert!((front.damage.ratio - 1.07_f64.powf(1.0 - 9.6)).abs() < 1e-6);
    assert!((front.damage_by_exponent.m4 - 1.07_f64.powf(1.0 - 6.4)).abs() < 1e-6);
    assert!((answer.tibiofemoral.impulse.ratio - 1.07_f64.powf(-0.7)).abs() < 1e-6);
    assert_eq!(front.damage_sign, Robust::Lower);
    assert!(front.is_sign_robust && front.impulse.is_one_sided());
    assert!(
        front.impulse.interval.low < front.impulse.ratio && front.impulse.ratio < front.impulse.interval.high
    );
    assert_eq!(answer.activities, 2);
}

/// Expected: the same powers by hand, and nothing without a change.
#[test]
fn one_run_alone_is_changed_alike() {
    let knee = activity(&run_on("2026-03-01", 10.8), &varied());
    let change = Change { cadence_factor: Some(1.07), ..Change::default() };
    let run = what_if_run(knee.cells(), &PreferredCadence::POPULATION, &change);
    assert!((run.impulse_after_bw_s / run.impulse_before_bw_s - 1.07_f64.powf(-0.9)).abs() < 1e-6, "{run:?}");
    assert!((run.damage_after_steps / run.damage_before_steps - 1.07_f64.powf(1.0 - 9.6)).abs() < 1e-6);
    let impulse_bw_s = knee.load.patellofemoral.dose.impulse_bw_s;
    assert!((run.impulse_before_bw_s / impulse_bw_s - 1.0).abs() < 0.002);
    let same = what_if_run(knee.cells(), &PreferredCadence::POPULATION, &Change::default());
    assert!((same.impulse_after_bw_s - same.impulse_before_bw_s).abs() < 1e-9);
}

#[test]
fn no_change_changes_nothing() {
    let answer = asked(Change::default());
    assert!((answer.patellofemoral.impulse.ratio - 1.0).abs() < 1e-12);
    assert_eq!(answer.patellofemoral.damage_sign, Robust::Equal);
    assert!(!answer.patellofemoral.is_sign_robust);
}

#[test]
fn slower_is_more_load_and_less_damage() {
    let front = asked(Change { speed_factor: Some(0.9), ..Change::default() }).patellofemoral;
    assert!((front.impulse.ratio - 0.9_f64.powf(0.2 - 1.0)).abs() < 1e-6, "{front:?}");
    assert_eq!(front.damage_sign, Robust::Lower);
    assert!(front.impulse.ratio > 1.0 && front.impulse.is_one_sided() && front.damage.is_one_sided());
}

#[test]
fn level_instead_of_steep_descents_is_less_and_its_size_unsure() {
    let front = asked(Change { steepest_descent: Some(0.02), ..Change::default() }).patellofemoral;
    assert_eq!(front.damage_sign, Robust::Lower);
    assert!(width(front.damage.interval) > 0.0 && front.impulse.ratio < 1.0);
}

#[test]
fn a_minimal_shoe_and_a_heavier_runner() {
    let shoe = asked(Change { shoe: Some(ShoeCategory::Minimal), ..Change::default() });
    assert!((shoe.patellofemoral.impulse.ratio - 0.83).abs() < 1e-9);
    assert!(
        shoe.patellofemoral.impulse.interval.low > 0.75 && shoe.patellofemoral.impulse.interval.high < 0.92
    );
    assert!((shoe.tibiofemoral.impulse.ratio - 1.0).abs() < 1e-12);
    let mass = asked(Change { mass_factor: Some(1.2), ..Change::default() });
    assert!((mass.patellofemoral.impulse.ratio - 1.04).abs() < 1e-9);
}

#[test]
fn only_what_the_model_can_answer() {
    assert!(Change { cadence_factor: Some(1.07), ..Change::default() }.check().is_ok());
    assert!(Change { cadence_factor: Some(7.0), ..Change::default() }.check().is_err());
    assert!(Change { steepest_descent: Some(f64::NAN), ..Change::default() }.check().is_err());
    assert_eq!(what_if(&[], &PreferredCadence::POPULATION, &Change::default()), None);
}

#[test]
fn personal_step_rate_narrows_a_what_if() {
    let knee = activity(&run_on("2026-03-01", 10.8), &varied());
    let change = Change { cadence_factor: Some(1.07), ..Change::default() };
    let own = PreferredCadence { origin: CadenceOrigin::Personal, ..PreferredCadence::POPULATION };
    let width_with = |preferred| {
        width(what_if(&[knee.cells()], preferred, &change).unwrap().patellofemoral.damage.interval)
    };
    assert!(width_with(&own) < width_with(&PreferredCadence::POPULATION));
}

#[test]
fn days_are_dense_and_known_or_not() {
    let one = |date: &str| activity(&run_on(date, 5.4), &samples(&[EASY])).load;
    let loads = [one("2026-03-01"), one("2026-03-03"), one("2026-03-03")];
    let loads: Vec<&KneeLoad> = loads.iter().collect();
    let unknown = BTreeSet::from(["2026-03-04".parse().unwrap()]);
    let days = days(&loads, &unknown, "2026-03-05".parse().unwrap());
    assert_eq!(days.len(), 5);
    assert!((days[2].dose.running_s - 3600.0).abs() < 1e-9 && days[2].activities.len() == 2);
    assert!(days[1].is_known && days[1].dose.running_s < 1e-9 && !days[3].is_known);
    assert!(days.iter().all(|day| day.tissue.patellofemoral.is_none()), "still warming up");
}
