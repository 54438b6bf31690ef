//! The calibration table of load text D10: published, model, tolerance; one test a row.

use super::dose::{Dose, Robust, robust};
use super::kernel_tests::{even, km};
use super::laboratory::kneecap_force;
use super::parameters::GRAVITY_M_S2;

#[track_caller]
fn within(model: f64, printed: f64, published: f64, tolerance: f64) {
    assert!((model - printed).abs() <= 0.006 * printed.abs().max(1.0), "model {model}, printed {printed}");
    assert!((model - published).abs() <= tolerance, "model {model}, published {published} +- {tolerance}");
}

fn peak(dose: &Dose) -> f64 {
    dose.peak_bw.unwrap()
}

/// Percent change of the first over the second.
fn percent(now: f64, before: f64) -> f64 {
    100.0 * (now / before - 1.0)
}

fn front(speed_mps: f64, rho: f64) -> Dose {
    even(speed_mps, rho, 0.0, 1000.0).patellofemoral
}

fn tibial(rho: f64) -> Dose {
    even(3.0, rho, 0.0, 1000.0).tibiofemoral
}

#[test]
fn cal_01_ten_percent_more_steps() {
    within(percent(peak(&front(3.0, 1.10)), 4.8), -14.14, -14.0, 2.0);
}

#[test]
fn cal_02_ten_percent_more_steps_in_runners_with_pain() {
    let model = percent(peak(&front(3.0, 1.10)), 4.8);
    within(model, -14.14, -19.0, 5.0);
    within(model, -14.14, -16.0, 5.0);
}

#[test]
fn cal_03_minimal_shoe_and_more_steps() {
    let factor = super::modifiers::MINIMAL_SHOE.factor;
    within(percent(peak(&front(3.0, 1.10)) * factor, 4.8), -28.74, -29.0, 3.0);
}

#[test]
fn cal_04_peak_at_the_front() {
    within(peak(&front(3.0, 1.075)) - 4.8, -0.524, -0.5, 0.10);
}

#[test]
fn cal_05_impulse_at_the_front() {
    within(front(3.0, 1.075).impulse_bw_s - front(3.0, 1.0).impulse_bw_s, -15.00, -15.0, 3.0);
}

#[test]
fn cal_06_tibiofemoral_peak() {
    within(peak(&tibial(1.075)) - 8.0, -0.770, -0.8, 0.15);
}

#[test]
fn cal_07_tibiofemoral_impulse() {
    within(tibial(1.075).impulse_bw_s - tibial(1.0).impulse_bw_s, -18.65, -18.5, 4.0);
}

/// Change of stress per step and per mile for a step length ratio at fixed speed, percent.
fn step_length(ratio: f64) -> (f64, f64) {
    let (now, before) = (front(3.7, 1.0 / ratio), front(3.7, 1.0));
    (percent(peak(&now), peak(&before)), percent(now.sum_bw, before.sum_bw))
}

#[test]
fn cal_08_shorter_steps() {
    let (step, mile) = step_length(1.0 - 0.159);
    within(step, -24.2, -22.2, 5.0);
    within(mile, -9.9, -7.5, 5.0);
}

#[test]
fn cal_09_longer_steps() {
    let (step, mile) = step_length(1.149);
    within(step, 24.9, 31.0, 8.0);
    within(mile, 8.7, 14.0, 8.0);
}

#[test]
fn cal_10_peak_at_3_1_m_s() {
    let model = percent(peak(&front(3.1, 1.0)), peak(&front(2.5, 1.0)));
    within(model, 12.6, 9.3, 4.0);
}

#[test]
fn cal_11_peak_at_4_2_m_s() {
    let model = percent(peak(&front(4.2, 1.0)), peak(&front(2.5, 1.0)));
    within(model, 33.0, 35.6, 5.0);
}

#[test]
fn cal_12_cumulative_at_3_1_m_s() {
    let model = percent(front(3.1, 1.0).impulse_bw_s, front(2.5, 1.0).impulse_bw_s);
    within(model, -15.8, -13.7, 4.0);
    within(model, -15.8, -14.2, 4.0);
}

#[test]
fn cal_13_cumulative_at_4_2_m_s() {
    let model = percent(front(4.2, 1.0).impulse_bw_s, front(2.5, 1.0).impulse_bw_s);
    within(model, -34.0, -33.6, 5.0);
}

#[test]
fn cal_14_jogging_against_fast_running() {
    let slow = front(8.02 / 3.6, 1.0).impulse_bw_s;
    let fast = front(15.78 / 3.6, 1.0).impulse_bw_s;
    within(percent(slow, fast), 71.8, 80.0, 15.0);
}

#[test]
fn cal_15_summed_peaks_fall_with_speed() {
    let model = percent(front(4.46, 1.0).sum_bw, front(2.68, 1.0).sum_bw);
    within(model, -12.0, -12.0, 0.1);
    assert!(model < 0.0);
}

#[test]
fn cal_16_strides_per_kilometre() {
    for (speed, published, printed) in [(2.68, 491.0, 516.8), (3.35, 420.0, 432.3), (4.46, 372.0, 343.9)] {
        within(km(speed).running_steps, printed, published, 0.10 * published);
    }
}

#[test]
fn cal_17_patellar_tendon() {
    let model = peak(&km(4.0).patellar_tendon);
    within(model, 6.44, 6.49, 1.0);
    within(model, 6.44, 7.03, 1.0);
}

#[test]
fn cal_18_pooled_running_force() {
    within(peak(&front(3.5, 1.0)), 5.22, 5.2, 0.6);
}

#[test]
fn cal_19_knee_moments_of_a_laboratory() {
    for (moment, flexion, printed, published) in [(157.0, 44.0, 4.53, 4.5), (124.0, 41.0, 3.39, 3.4)] {
        let force = kneecap_force(moment, flexion).unwrap().patellofemoral_force_n;
        within(force / (75.0 * GRAVITY_M_S2), printed, published, 0.2);
    }
}

#[test]
fn cal_20_directions_of_damage() {
    let level = even(3.0, 1.0, 0.0, 1000.0);
    let against = |speed, rho, grade| {
        let now = even(speed, rho, grade, 1000.0);
        [
            robust(&now.patellofemoral.damage_steps, &level.patellofemoral.damage_steps),
            robust(&now.patellar_tendon.damage_steps, &level.patellar_tendon.damage_steps),
            robust(&now.tibiofemoral.damage_steps, &level.tibiofemoral.damage_steps),
        ]
    };
    assert_eq!(against(3.3, 1.0, 0.0), [Robust::Higher; 3]);
    assert_eq!(against(3.0, 1.0, -0.06), [Robust::Higher; 3]);
    assert_eq!(against(3.0, 1.05, 0.0), [Robust::Lower; 3]);
    assert_eq!(against(3.0, 1.0, 0.06), [Robust::Lower, Robust::Lower, Robust::Equal]);
}

#[test]
fn cal_21_load_falls_while_damage_rises() {
    for pair in [2.5, 3.0, 3.5, 4.0, 4.5].windows(2) {
        let (slow, fast) = (front(pair[0], 1.0), front(pair[1], 1.0));
        assert!(fast.impulse_bw_s < slow.impulse_bw_s);
        assert_eq!(robust(&fast.damage_steps, &slow.damage_steps), Robust::Higher);
    }
}

/// Row, model, published, tolerance, of the rows that have a number.
fn rows() -> Vec<(&'static str, f64, f64, f64)> {
    let peaks = |now: Dose, before: Dose| percent(peak(&now), peak(&before));
    let impulses = |now: Dose, before: Dose| percent(now.impulse_bw_s, before.impulse_bw_s);
    let quick = percent(peak(&front(3.0, 1.10)), 4.8);
    let minimal = super::modifiers::MINIMAL_SHOE.factor * peak(&front(3.0, 1.10));
    let (short, long) = (step_length(1.0 - 0.159), step_length(1.149));
    let forward = kneecap_force(157.0, 44.0).unwrap().patellofemoral_force_n / (75.0 * GRAVITY_M_S2);
    vec![
        ("CAL-01", quick, -14.0, 2.0),
        ("CAL-02", quick, -19.0, 5.0),
        ("CAL-03", percent(minimal, 4.8), -29.0, 3.0),
        ("CAL-04", peak(&front(3.0, 1.075)) - 4.8, -0.5, 0.10),
        ("CAL-05", front(3.0, 1.075).impulse_bw_s - front(3.0, 1.0).impulse_bw_s, -15.0, 3.0),
        ("CAL-06", peak(&tibial(1.075)) - 8.0, -0.8, 0.15),
        ("CAL-07", tibial(1.075).impulse_bw_s - tibial(1.0).impulse_bw_s, -18.5, 4.0),
        ("CAL-08", short.0, -22.2, 5.0),
        ("CAL-09", long.0, 31.0, 8.0),
        ("CAL-10", peaks(front(3.1, 1.0), front(2.5, 1.0)), 9.3, 4.0),
        ("CAL-11", peaks(front(4.2, 1.0), front(2.5, 1.0)), 35.6, 5.0),
        ("CAL-12", impulses(front(3.1, 1.0), front(2.5, 1.0)), -13.7, 4.0),
        ("CAL-13", impulses(front(4.2, 1.0), front(2.5, 1.0)), -33.6, 5.0),
        ("CAL-14", impulses(front(8.02 / 3.6, 1.0), front(15.78 / 3.6, 1.0)), 80.0, 15.0),
        ("CAL-16", km(2.68).running_steps, 491.0, 49.1),
        ("CAL-17", peak(&km(4.0).patellar_tendon), 6.49, 1.0),
        ("CAL-18", peak(&front(3.5, 1.0)), 5.2, 0.6),
        ("CAL-19", forward, 4.5, 0.2),
    ]
}

/// One line a row: where the model lies between the tolerance below and above what was published.
fn plot() -> String {
    const HALF: i32 = 20;
    let mut text = String::new();
    for (row, model, published, tolerance) in rows() {
        let share = (model - published) / tolerance;
        let at = (-HALF..=HALF).min_by(|a, b| {
            let off = |cell: &i32| (share * f64::from(HALF) - f64::from(*cell)).abs();
            off(a).total_cmp(&off(b))
        });
        let cell = |n: i32| match n {
            n if Some(n) == at => 'o',
            0 => '|',
            n if n.abs() == HALF => '|',
            _ => '.',
        };
        let line: String = (-HALF..=HALF).map(cell).collect();
        text.push_str(&format!("{row}  {line}  {share:+.2}\n"));
    }
    text
}

/// The plot of the document is drawn here; when it differs, the failure prints the new one.
#[test]
fn the_document_shows_this_plot() {
    let document = include_str!("../../../../docs/knee-load.md");
    let plot = plot();
    assert!(document.contains(&plot), "docs/knee-load.md must hold\n{plot}");
}
