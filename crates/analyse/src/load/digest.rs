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
use super::seconds::Second;
use super::trace::{Trace, trace};
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
    digest_of_trace(&trace(activity, samples))
}

/// The same, from seconds laid out before.
pub(crate) fn digest_of_trace(trace: &Trace) -> SampleDigest {
    let seconds = trace.seconds.as_slice();
    let climbed = trace.profile.as_ref().map(HeightProfile::ascent_and_descent_m);
    let heart = heart_samples::sum_up(seconds);
    let moved = Moved::of(seconds);
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
        is_grade_ok: trace.is_grade_ok,
        median_running_cadence_spm: median_cadence(seconds),
        parts: parts(seconds),
        ..SampleDigest::default()
    };
    // Speeds need distance: a run on a step rate alone has none.
    if digest.running_m > 0.0 {
        add_speeds(&mut digest, seconds, &trace.grades);
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

fn add_speeds(digest: &mut SampleDigest, seconds: &[Second], grades: &[f64]) {
    let graded: Vec<f64> = seconds
        .iter()
        .zip(grades)
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
    digest.steady = steady(seconds, grades);
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
mod tests;
