//! Sums up the samples of one activity, whatever the runner's other activities are.
//!
//! One pass lays the samples out second by second; every summary is then one more pass over plain numbers.

use super::activity_load::SPEED_BIN_MPS;
use super::graded_speed::graded_speed_mps;
use super::heart_samples;
use super::height::{Height, HeightProfile};
use super::motion::Motion;
use super::number::floor_index;
use super::run_stress::{NormalisedSpeed, SMOOTHING_S};
use super::seconds::{Second, lay_out};
use kneewise_types::digest::DIGEST_VERSION;
use kneewise_types::{Activity, ActivityPart, SampleDigest, Samples, Sport, SteadyStretch, Surface};

/// A pause from which on what follows is another session, s.
const SESSION_PAUSE_S: usize = 3600;

/// Length of a steady stretch, s, and what even and flat mean (load text A8, E2).
const STEADY_S: usize = 300;
const STEADY_GRADE: f64 = 0.02;
const STEADY_VARIATION: f64 = 0.05;

/// Beyond the last bin nobody runs, bins.
const SPEED_BINS: usize = 130;

/// All that is known of an activity from its samples alone.
#[must_use]
pub fn digest(activity: &Activity, samples: &Samples) -> SampleDigest {
    let (seconds, distances) = lay_out(activity, samples);
    let profile = height_profile(activity, samples, &distances);
    let climbed = profile.as_ref().map(HeightProfile::ascent_and_descent_m);
    let heart = heart_samples::sum_up(&seconds);
    let moved = Moved::of(&seconds);
    let mut digest = SampleDigest {
        version: DIGEST_VERSION,
        running_s: moved.running.0,
        running_m: moved.running.1,
        walking_s: moved.walking.0,
        walking_m: moved.walking.1,
        stopped_s: moved.stopped_s,
        heart_rate_from_bpm: heart.from_bpm,
        heart_rate_s: heart.histogram_s,
        peak_heart_rate_bpm: heart.peak_bpm,
        best_20_min_heart_rate_bpm: heart.best_20_min_bpm,
        last_20_min_heart_rate_bpm: heart.last_20_min_bpm,
        ascent_m: climbed.map(|(ascent, _)| ascent),
        descent_m: climbed.map(|(_, descent)| descent),
        is_grade_ok: profile.as_ref().is_some_and(HeightProfile::is_grade_ok),
        median_running_cadence_spm: median_cadence(&seconds),
        parts: parts(&seconds),
        ..SampleDigest::default()
    };
    // Speeds need distance: a run on a step rate alone has none.
    if digest.running_m > 0.0 {
        add_speeds(&mut digest, &seconds, profile.as_ref());
    }
    digest
}

/// Seconds and metres of each way of moving.
#[derive(Default)]
struct Moved {
    running: (f64, f64),
    walking: (f64, f64),
    stopped_s: f64,
}

impl Moved {
    fn of(seconds: &[Second]) -> Self {
        let mut moved = Self::default();
        for second in seconds {
            let sum = match second.motion {
                Motion::Running => &mut moved.running,
                Motion::Walking => &mut moved.walking,
                Motion::Stopped => {
                    moved.stopped_s += 1.0;
                    continue;
                }
                Motion::Absent => continue,
            };
            sum.0 += 1.0;
            sum.1 += f64::from(second.speed_mps);
        }
        moved
    }
}

pub(super) fn height_profile(
    activity: &Activity,
    samples: &Samples,
    distances: &[f64],
) -> Option<HeightProfile> {
    if activity.sport == Sport::TreadmillRun || activity.surface == Some(Surface::Treadmill) {
        return None;
    }
    let heights: Vec<Height> = (samples.time_ms.iter().zip(distances).zip(samples.altitude_m.iter()))
        .filter_map(|((time_ms, distance_m), altitude)| {
            Some(Height {
                time_s: f64::from(*time_ms) / 1000.0,
                distance_m: *distance_m,
                altitude_m: altitude.map(f64::from).filter(|metres| metres.is_finite())?,
            })
        })
        .collect();
    HeightProfile::new(&heights, samples.len())
}

fn add_speeds(digest: &mut SampleDigest, seconds: &[Second], profile: Option<&HeightProfile>) {
    let grades: Vec<f64> = seconds
        .iter()
        .map(|second| profile.map_or(0.0, |profile| profile.grade_at(second.distance_m)))
        .collect();
    let graded: Vec<f64> = seconds
        .iter()
        .zip(&grades)
        .map(|(second, grade)| match second.motion {
            Motion::Running | Motion::Walking => graded_speed_mps(f64::from(second.speed_mps), *grade),
            Motion::Stopped | Motion::Absent => 0.0,
        })
        .collect();
    add_smoothed(digest, seconds, &graded);
    let mut sums = Vec::with_capacity(graded.len() + 1);
    sums.push(0.0);
    sums.extend(graded.iter().scan(0.0, |sum, mps| {
        *sum += mps;
        Some(*sum)
    }));
    let best = |window: usize| {
        let ends = sums.get(window..)?;
        let furthest = sums.iter().zip(ends).map(|(from, to)| to - from).fold(0.0, f64::max);
        (furthest > 0.0).then(|| furthest / window as f64)
    };
    digest.best_2_min_mps = best(120);
    digest.best_5_min_mps = best(300);
    digest.best_10_min_mps = best(600);
    digest.best_20_min_mps = best(1200);
    digest.best_60_min_mps = best(3600);
    digest.steady = steady(seconds, &grades);
}

/// Trailing mean over moving seconds: normalised speed and the histogram of running.
fn add_smoothed(digest: &mut SampleDigest, seconds: &[Second], graded: &[f64]) {
    let mut normalised = NormalisedSpeed::default();
    let mut bins = vec![0.0_f32; SPEED_BINS];
    let mut ring = [0.0_f64; SMOOTHING_S];
    let (mut sum, mut count) = (0.0, 0_usize);
    for (second, mps) in seconds.iter().zip(graded) {
        if !matches!(second.motion, Motion::Running | Motion::Walking) {
            continue;
        }
        if let Some(slot) = ring.get_mut(count % SMOOTHING_S) {
            sum += mps - *slot;
            *slot = *mps;
        }
        count += 1;
        let smooth = sum / count.min(SMOOTHING_S) as f64;
        normalised.add(smooth);
        if second.motion == Motion::Running {
            let bin = floor_index(smooth / SPEED_BIN_MPS).unwrap_or(0).min(SPEED_BINS - 1);
            if let Some(bin) = bins.get_mut(bin) {
                *bin += 1.0;
            }
        }
    }
    bins.truncate(bins.iter().rposition(|s| *s > 0.0).map_or(0, |last| last + 1));
    digest.flat_speed_s = bins;
    digest.normalised_graded_speed_mps = normalised.mps();
}

#[expect(clippy::cast_possible_truncation, reason = "means of values that were f32")]
fn steady(seconds: &[Second], grades: &[f64]) -> Vec<SteadyStretch> {
    let stretches = seconds.chunks_exact(STEADY_S).zip(grades.chunks_exact(STEADY_S));
    stretches
        .filter(|(seconds, grades)| {
            seconds.iter().all(|second| second.motion == Motion::Running && second.heart_rate_bpm.is_some())
                && (grades.iter().sum::<f64>() / STEADY_S as f64).abs() < STEADY_GRADE
        })
        .filter_map(|(seconds, _)| {
            let n = STEADY_S as f64;
            let speeds = || seconds.iter().map(|second| f64::from(second.speed_mps));
            let mean = speeds().sum::<f64>() / n;
            let variance = speeds().map(|mps| (mps - mean).powi(2)).sum::<f64>() / (n - 1.0);
            let rates = seconds.iter().filter_map(|second| second.heart_rate_bpm).map(f64::from);
            (variance.sqrt() < STEADY_VARIATION * mean).then(|| SteadyStretch {
                speed_mps: mean as f32,
                heart_rate_bpm: (rates.sum::<f64>() / n) as f32,
            })
        })
        .collect()
}

/// From bins of 1 step/min, so that no sorting is needed.
fn median_cadence(seconds: &[Second]) -> Option<f64> {
    let mut bins = [0_usize; 401];
    let mut all = 0_usize;
    for spm in seconds.iter().filter(|s| s.motion == Motion::Running).filter_map(|s| s.cadence_spm) {
        if let Some(bin) = floor_index(f64::from(spm) + 0.5).and_then(|at| bins.get_mut(at)) {
            *bin += 1;
            all += 1;
        }
    }
    let mut seen = 0;
    let middle = bins.iter().position(|count| {
        seen += count;
        all > 0 && seen * 2 >= all
    })?;
    Some(middle as f64)
}

/// Splits at silences of an hour or more; one stretch alone needs no list.
fn parts(seconds: &[Second]) -> Vec<ActivityPart> {
    let mut parts: Vec<(usize, usize)> = Vec::new();
    for (at, _) in seconds.iter().enumerate().filter(|(_, second)| second.motion != Motion::Absent) {
        match parts.last_mut() {
            Some((_, to)) if at - *to < SESSION_PAUSE_S => *to = at + 1,
            _ => parts.push((at, at + 1)),
        }
    }
    if parts.len() < 2 {
        return Vec::new();
    }
    let distance = |at: usize| seconds.get(at).map_or(0.0, |second| second.distance_m);
    let time = |at: usize| seconds.get(at).map_or(0.0, |second| f64::from(second.at_s));
    parts
        .into_iter()
        .map(|(from, to)| ActivityPart {
            from_s: time(from),
            to_s: time(to - 1) + 1.0,
            distance_m: distance(to - 1) - from.checked_sub(1).map_or(0.0, distance),
        })
        .collect()
}

#[cfg(test)]
mod tests {
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
        let stretches = [
            Stretch { seconds: 1800, mps: 2.5, spm: 165.0 },
            Stretch { seconds: 1800, mps: 4.0, spm: 180.0 },
        ];
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
        activity.pauses =
            vec![Pause { from: Seconds::new(100.0).unwrap(), to: Seconds::new(300.0).unwrap() }];
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
}
