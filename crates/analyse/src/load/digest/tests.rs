//! The summary of samples, on small ones whose sums are known.

use super::super::testing::run_on;
use super::*;
use kneewise_types::{Column, Pause, Seconds};

struct Stretch {
    seconds: usize,
    mps: f32,
    spm: f32,
}

fn samples(stretches: &[Stretch]) -> Samples {
    let mut samples = Samples::default();
    for stretch in stretches {
        for _ in 0..stretch.seconds {
            samples.time_ms.push(u32::try_from(samples.time_ms.len()).unwrap() * 1000);
            samples.speed_mps.push(Some(stretch.mps));
            samples.cadence_spm.push(Some(stretch.spm));
        }
    }
    samples
}

fn easy(seconds: usize) -> Stretch {
    Stretch { seconds, mps: 2.8, spm: 165.0 }
}

fn near(got: f64, expected: f64, tolerance: f64) {
    assert!((got - expected).abs() <= tolerance, "{got} is not {expected}");
}

#[test]
fn worked_example_of_a0() {
    let stretches = [
        easy(600),
        Stretch { seconds: 60, mps: 1.4, spm: 110.0 },
        Stretch { seconds: 30, mps: 0.0, spm: 0.0 },
    ];
    let digest = digest(&run_on("2026-03-01", 10.0), &samples(&stretches));
    near(digest.running_s, 600.0, 1e-9);
    near(digest.running_m, 1680.0, 1e-3);
    near(digest.walking_s, 60.0, 1e-9);
    near(digest.walking_m, 84.0, 1e-3);
    near(digest.stopped_s, 30.0, 1e-9);
    assert_eq!(digest.median_running_cadence_spm, Some(165.0));
}

#[test]
fn equal_time_at_two_speeds_of_a6() {
    let stretches =
        [Stretch { seconds: 1800, mps: 2.5, spm: 165.0 }, Stretch { seconds: 1800, mps: 4.0, spm: 180.0 }];
    let digest = digest(&run_on("2026-03-01", 10.0), &samples(&stretches));
    // The text gives the speeds as already smoothed: the 30 s in which the mean rises from one to the other
    // cost about half of 30 / 3600 of the difference of the fourth powers, 0.006 m/s.
    near(digest.normalised_graded_speed_mps.unwrap(), 3.4851 - 0.006, 0.001);
    near(digest.best_20_min_mps.unwrap(), 4.0, 1e-6);
    near(digest.best_60_min_mps.unwrap(), 3.25, 1e-6);
    near(f64::from(digest.flat_speed_s.iter().sum::<f32>()), 3600.0, 1e-3);
}

#[test]
fn smart_recording_counts_each_sample_until_the_next() {
    let mut sparse = Samples::default();
    for n in 0..120_u32 {
        sparse.time_ms.push(n * 5000);
        sparse.speed_mps.push(Some(3.0));
    }
    let digest = digest(&run_on("2026-03-01", 1.8), &sparse);
    near(digest.running_s, 119.0 * 5.0 + 1.0, 1e-9);
    near(digest.running_m, 596.0 * 3.0, 1e-3);
}

#[test]
fn one_instant_told_by_two_samples_is_put_together() {
    let mut twice = Samples::default();
    for n in 0..300_u32 {
        twice.time_ms.extend([n * 2000, n * 2000]);
        twice.speed_mps.push(Some(3.0));
        twice.speed_mps.push(None);
        twice.heart_rate_bpm.push(None);
        twice.heart_rate_bpm.push(Some(150.0));
    }
    let digest = digest(&run_on("2026-03-01", 1.8), &twice);
    near(digest.running_s, 599.0, 1e-9);
    near(digest.running_m, 1797.0, 1e-3);
    near(f64::from(digest.heart_rate_s.iter().sum::<f32>()), 599.0, 1e-3);
}

#[test]
fn a_speed_is_taken_from_the_distance_when_there_is_none() {
    let mut counted = samples(&[easy(600)]);
    counted.speed_mps = Column::default();
    counted.distance_m = Column::all_present((0..600).map(|n| f64::from(n) * 2.8).collect());
    let digest = digest(&run_on("2026-03-01", 1.7), &counted);
    near(digest.running_m, 1680.0, 0.5);
}

#[test]
fn pauses_are_neither_stopped_nor_run() {
    let mut activity = run_on("2026-03-01", 1.0);
    activity.pauses = vec![Pause { from: Seconds::new(100.0).unwrap(), to: Seconds::new(300.0).unwrap() }];
    let digest = digest(&activity, &samples(&[easy(600)]));
    near(digest.running_s, 400.0, 1e-9);
    near(digest.stopped_s, 0.0, 1e-9);
}

#[test]
fn an_hour_of_silence_parts_an_activity() {
    let mut parted = samples(&[easy(600), easy(300)]);
    for time_ms in parted.time_ms.iter_mut().skip(600) {
        *time_ms += 3 * 3_600_000;
    }
    let digest = digest(&run_on("2026-03-01", 2.5), &parted);
    let [first, second] = digest.parts[..] else { panic!("{:?}", digest.parts) };
    near(first.from_s, 0.0, 1e-9);
    near(second.from_s, 600.0 + 3.0 * 3600.0, 1e-9);
    near(second.to_s, 900.0 + 3.0 * 3600.0, 1e-9);
    // The last sample before the silence stands for 30 s at most.
    near(first.distance_m, 1680.0 + 29.0 * 2.8, 0.01);
    near(second.distance_m, 840.0, 0.01);
}

#[test]
fn uphill_counts_as_faster_on_the_flat_and_a_treadmill_is_level() {
    let mut hill = samples(&[easy(1500)]);
    hill.altitude_m = (0..1500_u16).map(|n| Some(100.0 + 0.05 * 2.8 * f32::from(n))).collect();
    let mut activity = run_on("2026-03-01", 4.2);
    let up = digest(&activity, &hill);
    assert!(up.is_grade_ok);
    near(up.best_20_min_mps.unwrap(), 2.8 * 4.685 / 3.6, 0.02);
    near(up.ascent_m.unwrap(), 210.0, 15.0);
    activity.sport = Sport::TreadmillRun;
    let level = digest(&activity, &hill);
    assert!(!level.is_grade_ok);
    assert_eq!(level.ascent_m, None);
    near(level.best_20_min_mps.unwrap(), 2.8, 1e-5);
}

#[test]
fn a_ride_is_no_run_but_keeps_its_heart_rate() {
    let mut ride = samples(&[Stretch { seconds: 900, mps: 8.0, spm: 85.0 }]);
    ride.heart_rate_bpm = Column::all_present(vec![140.0; 900]);
    let mut activity = run_on("2026-03-01", 7.2);
    activity.sport = Sport::Ride;
    let digest = digest(&activity, &ride);
    near(digest.running_s + digest.walking_s, 0.0, 1e-9);
    near(f64::from(digest.heart_rate_s.iter().sum::<f32>()), 900.0, 1e-3);
}

#[test]
fn a_clock_that_jumps_by_weeks_stays_small() {
    let mut jumping = samples(&[easy(600)]);
    for (n, time_ms) in jumping.time_ms.iter_mut().enumerate() {
        *time_ms = u32::try_from(n).unwrap() * 7_000_000;
    }
    let digest = digest(&run_on("2026-03-01", 1.0), &jumping);
    assert!(digest.running_s <= 600.0 * 30.0);
}

#[test]
fn nothing_recorded_says_nothing() {
    let digest = digest(&run_on("2026-03-01", 1.0), &Samples::default());
    assert_eq!(digest, SampleDigest { version: DIGEST_VERSION, ..SampleDigest::default() });
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn no_numbers_whatever_give_a_number_that_is_none(
        rows in proptest::collection::vec(
            (0_u32..200_000, proptest::num::f32::ANY, proptest::num::f32::ANY, proptest::num::f64::ANY), 0..80)
    ) {
        let mut wild = Samples::default();
        for (step, a, b, c) in rows {
            wild.time_ms.push(wild.time_ms.last().copied().unwrap_or(0) + step);
            wild.speed_mps.push(Some(a));
            wild.altitude_m.push(Some(b));
            wild.heart_rate_bpm.push(Some(b));
            wild.cadence_spm.push(Some(a));
            wild.distance_m.push(Some(c));
        }
        let digest = digest(&run_on("2026-03-01", 1.0), &wild);
        let sums = [digest.running_m, digest.walking_m, digest.ascent_m.unwrap_or(0.0)];
        let speeds = [digest.normalised_graded_speed_mps, digest.best_2_min_mps, digest.peak_heart_rate_bpm];
        proptest::prop_assert!(sums.iter().chain(speeds.iter().flatten()).all(|value| value.is_finite()));
    }
}
