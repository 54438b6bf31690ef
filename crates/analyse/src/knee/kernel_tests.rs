//! The worked values of D3 to D6 and D8, and the kernel against the slow reference.

use super::dose::{KneeDose, Robust, robust};
use super::kernel::{Columns, Model, Time, running_dose, walking_dose};
use super::preferred_cadence::PreferredCadence;
use super::reference::{self, Sample};
use crate::load::number::agrees;
use proptest::prelude::*;

/// `metres` at one speed, step rate relative to the preferred one, and grade.
pub(super) fn even(speed_mps: f64, rho: f64, grade: f64, metres: f64) -> KneeDose {
    even_with(&Model::POPULATION, speed_mps, rho, (grade, metres))
}

#[expect(clippy::cast_possible_truncation, reason = "speeds and step rates of a table")]
fn even_with(model: &Model, speed_mps: f64, rho: f64, (grade, metres): (f64, f64)) -> KneeDose {
    let cadence = [(model.preferred.at_spm(speed_mps) * rho) as f32];
    let columns = Columns {
        speed_mps: &[speed_mps as f32],
        cadence_spm: Some(&cadence),
        grade: &[grade as f32],
        time: Time::Each(metres / speed_mps),
    };
    running_dose(&columns, model)
}

/// One kilometre at the reference ground and step rate.
pub(super) fn km(speed_mps: f64) -> KneeDose {
    even(speed_mps, 1.0, 0.0, 1000.0)
}

#[track_caller]
fn near(got: f64, printed: f64, last_digit: f64) {
    assert!(agrees(got, printed, last_digit), "{got} is not {printed}");
}

#[test]
fn the_table_of_d3() {
    for (v, steps, front, tendon, tibial, sum, impulse, damage) in [
        (2.5, 546.4, 4.342, 4.975, 7.437, 2372.4, 275.37, 299.4),
        (3.0, 472.2, 4.800, 5.500, 8.000, 2266.7, 238.00, 472.2),
        (3.5, 417.4, 5.225, 5.987, 8.509, 2181.0, 210.39, 694.2),
        (4.0, 375.1, 5.623, 6.443, 8.976, 2109.4, 189.07, 969.4),
    ] {
        let dose = km(v);
        near(dose.running_steps, steps, 0.1);
        near(dose.patellofemoral.peak_bw.unwrap(), front, 0.001);
        near(dose.patellar_tendon.peak_bw.unwrap(), tendon, 0.001);
        near(dose.tibiofemoral.peak_bw.unwrap(), tibial, 0.001);
        near(dose.patellofemoral.sum_bw, sum, 0.1);
        near(dose.patellofemoral.impulse_bw_s, impulse, 0.01);
        near(dose.patellofemoral.damage_steps.m6, damage, 0.1);
    }
}

#[test]
fn the_other_vectors_of_d3() {
    let down = even(3.0, 1.0, -0.05, 1000.0).patellofemoral;
    near(down.peak_bw.unwrap(), 5.0461, 0.0001);
    near(down.sum_bw, 2382.9, 0.1);
    near(down.impulse_bw_s, 250.20, 0.01);
    near(down.damage_steps.m6, 637.4, 0.1);
    let quick = even(3.0, 1.10, 0.0, 1000.0).patellofemoral;
    near(quick.peak_bw.unwrap(), 4.1211, 0.0001);
    near(quick.sum_bw, 2140.7, 0.1);
    near(quick.impulse_bw_s, 218.44, 0.01);
    near(quick.damage_steps.m6, 208.05, 0.01);
    near(super::force_n(4.8, 70.0), 3296.2, 0.1);
}

/// Segment by segment: SR, steps, F, S, I, D.
#[test]
fn the_session_of_d3_row_by_row() {
    let rows = [
        (2.78, 0.0, 3000.0, [167.43, 1505.7, 4.6031, 6930.7, 758.86, 1171.05]),
        (2.5, 0.06, 2000.0, [163.91, 1092.8, 4.2137, 4604.5, 534.47, 500.09]),
        (3.2, -0.06, 2000.0, [172.21, 896.9, 5.2810, 4736.6, 480.00, 1590.72]),
        (2.78, 0.0, 3000.0, [167.43, 1505.7, 4.6031, 6930.7, 758.86, 1171.05]),
    ];
    let mut total = KneeDose::default();
    for (v, grade, metres, [spm, steps, force, sum, impulse, damage]) in rows {
        let dose = even(v, 1.0, grade, metres);
        near(PreferredCadence::POPULATION.at_spm(v), spm, 0.01);
        near(dose.running_steps, steps, 0.1);
        near(dose.patellofemoral.peak_bw.unwrap(), force, 0.0001);
        near(dose.patellofemoral.sum_bw, sum, 0.1);
        near(dose.patellofemoral.impulse_bw_s, impulse, 0.01);
        near(dose.patellofemoral.damage_steps.m6, damage, 0.01);
        total.add(&dose);
    }
    near(total.running_steps, 5001.0, 0.1);
    near(total.patellofemoral.sum_bw, 23_202.6, 0.1);
    near(total.patellofemoral.impulse_bw_s, 2532.18, 0.01);
    near(total.patellofemoral.damage_steps.m6, 4432.92, 0.01);
    let downhill = even(3.2, 1.0, -0.06, 2000.0).patellofemoral.damage_steps.m6;
    near(downhill / total.patellofemoral.damage_steps.m6, 0.36, 0.01);
}

#[test]
fn slower_is_more_load_and_faster_more_damage_per_kilometre() {
    for pair in [2.5, 3.0, 3.5, 4.0].windows(2) {
        let (slow, fast) = (km(pair[0]).patellofemoral, km(pair[1]).patellofemoral);
        assert!(slow.impulse_bw_s > fast.impulse_bw_s && slow.sum_bw > fast.sum_bw);
        assert_eq!(robust(&fast.damage_steps, &slow.damage_steps), Robust::Higher);
        assert!(fast.impulse_bw_s * pair[1] > slow.impulse_bw_s * pair[0], "per minute both rise");
    }
}

#[test]
fn hills_of_d4() {
    let level = km(3.0).patellofemoral;
    for (grade, force, damage) in [(-0.05, 1.051, 1.35), (-0.10, 1.105, 1.82)] {
        let down = even(3.0, 1.0, grade, 1000.0).patellofemoral;
        near(down.peak_bw.unwrap() / level.peak_bw.unwrap(), force, 0.001);
        near(down.damage_steps.m6 / level.damage_steps.m6, damage, 0.01);
    }
}

#[test]
fn minimal_shoe_and_quick_steps_of_d5() {
    let model = Model { front_modifier: super::modifiers::MINIMAL_SHOE.factor, ..Model::POPULATION };
    let both = even_with(&model, 3.0, 1.10, (0.0, 1000.0));
    near(both.patellofemoral.peak_bw.unwrap() / 4.8, 0.7126, 0.0001);
    near(both.tibiofemoral.peak_bw.unwrap(), 8.0 * 1.1_f64.powf(-1.4), 0.001);
}

#[test]
fn damage_per_kilometre_of_d6() {
    for (v, grade, rho, expected) in [
        (2.5, 0.0, 1.0, [365.8, 299.4, 221.6]),
        (3.0, 0.0, 1.0, [472.2, 472.2, 472.2]),
        (3.5, 0.0, 1.0, [586.0, 694.2, 895.3]),
        (4.0, 0.0, 1.0, [706.4, 969.4, 1558.3]),
        (3.0, -0.05, 1.0, [576.8, 637.4, 740.6]),
        (3.0, 0.0, 1.1, [282.2, 208.1, 131.7]),
    ] {
        let damage = even(v, rho, grade, 1000.0).patellofemoral.damage_steps;
        for (got, printed) in damage.all().into_iter().zip(expected) {
            near(got, printed, 0.1);
        }
    }
}

#[test]
fn band_steps_of_d8() {
    let dose = even(3.0, 1.0, -0.05, 1000.0);
    near(dose.iliotibial_band_steps / dose.running_steps * 1000.0, 1105.2, 0.1);
}

#[test]
fn walking_is_gentle() {
    let walk = walking_dose(55.0, 60.0, 84.0);
    near(walk.patellofemoral.sum_bw, 55.0 * 0.9, 0.1);
    near(walk.patellofemoral.impulse_bw_s, 55.0 * 0.9 * 0.2, 0.1);
    near(walk.tibiofemoral.sum_bw, 55.0 * 2.7, 0.1);
    assert!(walk.patellofemoral.damage_steps.m6 < 55.0 * 1e-4);
    assert_eq!(walk.patellofemoral.peak_bw, None);
}

fn sample() -> impl Strategy<Value = Sample> {
    (1.6_f32..8.0, 140.0_f32..230.0, -0.45_f32..0.45).prop_map(|(speed_mps, spm, grade)| Sample {
        speed_mps,
        cadence_spm: Some(spm),
        grade,
        seconds: 1.0,
    })
}

fn model() -> impl Strategy<Value = Model> {
    (150.0..195.0_f64, 0.05..0.45_f64, 0.6..1.1_f64).prop_map(|(c, exponent, front_modifier)| Model {
        preferred: PreferredCadence { at_3_mps_spm: c, exponent, ..PreferredCadence::POPULATION },
        front_modifier,
    })
}

fn fast(samples: &[Sample], model: &Model) -> KneeDose {
    let speed: Vec<f32> = samples.iter().map(|s| s.speed_mps).collect();
    let grade: Vec<f32> = samples.iter().map(|s| s.grade).collect();
    let cadence: Option<Vec<f32>> = samples.iter().map(|s| s.cadence_spm).collect();
    let columns =
        Columns { speed_mps: &speed, cadence_spm: cadence.as_deref(), grade: &grade, time: Time::Each(1.0) };
    running_dose(&columns, model)
}

pub(super) fn numbers(dose: &KneeDose) -> Vec<f64> {
    let mut all = vec![
        dose.iliotibial_band_steps,
        dose.running_steps,
        dose.walking_steps,
        dose.running_s,
        dose.walking_s,
        dose.distance_m,
    ];
    for one in [&dose.patellofemoral, &dose.patellar_tendon, &dose.tibiofemoral] {
        all.extend([one.peak_bw.unwrap_or(0.0), one.sum_bw, one.impulse_bw_s]);
        all.extend(one.damage_steps.all());
    }
    all
}

#[track_caller]
pub(super) fn same(a: &KneeDose, b: &KneeDose, tolerance: f64) {
    for (a, b) in numbers(a).into_iter().zip(numbers(b)) {
        assert!((a - b).abs() <= tolerance * a.abs().max(b.abs()), "{a} is not {b}");
    }
}

proptest! {
    #[test]
    fn the_kernel_agrees_with_the_slow_reference(
        samples in proptest::collection::vec(sample(), 0..300), model in model(), has_cadence: bool
    ) {
        let samples: Vec<Sample> = samples
            .into_iter()
            .map(|s| Sample { cadence_spm: s.cadence_spm.filter(|_| has_cadence), ..s })
            .collect();
        same(&fast(&samples, &model), &reference::dose(&samples, &model), 1e-9);
    }

    #[test]
    fn splitting_adds_up(samples in proptest::collection::vec(sample(), 2..300), at in 0_usize..300) {
        let (first, second) = samples.split_at(at % samples.len());
        let mut parts = fast(first, &Model::POPULATION);
        parts.add(&fast(second, &Model::POPULATION));
        same(&parts, &fast(&samples, &Model::POPULATION), 1e-9);
    }

    #[test]
    fn the_order_of_samples_does_not_matter(
        samples in proptest::collection::vec(sample(), 1..200).prop_shuffle(), by in 0_usize..200
    ) {
        let mut turned = samples.clone();
        turned.rotate_left(by % samples.len());
        turned.reverse();
        same(&fast(&turned, &Model::POPULATION), &fast(&samples, &Model::POPULATION), 1e-9);
    }

    #[test]
    fn more_running_never_lowers_a_dose(samples in proptest::collection::vec(sample(), 1..200), one in sample()) {
        let before = numbers(&fast(&samples, &Model::POPULATION));
        let mut more = samples;
        more.push(one);
        for (after, before) in numbers(&fast(&more, &Model::POPULATION)).into_iter().zip(before) {
            prop_assert!(after >= before * (1.0 - 1e-12));
        }
    }

    #[test]
    fn no_step_rate_is_the_preferred_one(v in 1.6_f32..8.0, g in -0.2_f32..0.2) {
        let preferred = PreferredCadence::POPULATION.at_spm(f64::from(v));
        #[expect(clippy::cast_possible_truncation, reason = "a step rate")]
        let told = Sample { speed_mps: v, cadence_spm: Some(preferred as f32), grade: g, seconds: 1.0 };
        let untold = Sample { cadence_spm: None, ..told };
        same(&fast(&[told], &Model::POPULATION), &fast(&[untold], &Model::POPULATION), 1e-6);
    }
}
