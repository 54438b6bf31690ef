//! The digest of light samples, step by step instead of second by second: thirty times as quick.
//!
//! The same sums as the digest of an import, with the same rules for what is running and what a slope costs; only the
//! smoothing of speed, heart rate and height is done on steps of twenty seconds. A test holds the two together.

use super::steps::{LONGEST_STEP_S, Step, heights, steps};
use kneewise_analyse::load::motion::Motion;
use kneewise_analyse::load::run_stress::NormalisedSpeed;
use kneewise_types::digest::DIGEST_VERSION;
use kneewise_types::{Activity, SampleDigest, Samples, Sport, SteadyStretch};

/// Wrist sensors settle, s.
const SETTLING_S: f64 = 120.0;
const SPEED_BIN_MPS: f64 = 0.1;
/// Height gained or lost counts from here, m.
const CLIMB_M: f64 = 3.0;

/// All that is known of an activity from its light samples alone.
#[must_use]
pub fn light_digest(activity: &Activity, samples: &Samples) -> SampleDigest {
    let steps = steps(activity, samples);
    let sum = |motion, of: &dyn Fn(&Step) -> f64| -> f64 {
        steps.iter().filter(|step| step.motion == motion).map(of).sum()
    };
    let time = |motion| sum(motion, &|step| step.length_s);
    let metres = |motion| sum(motion, &|step| step.length_s * step.speed_mps);
    let climbed = climbed(samples).filter(|_| activity.sport != Sport::TreadmillRun);
    let mut digest = SampleDigest {
        version: DIGEST_VERSION,
        running_s: time(Motion::Running),
        running_m: metres(Motion::Running),
        walking_s: time(Motion::Walking),
        walking_m: metres(Motion::Walking),
        stopped_s: time(Motion::Stopped),
        ascent_m: climbed.map(|(ascent, _)| ascent),
        descent_m: climbed.map(|(_, descent)| descent),
        is_grade_ok: climbed.is_some(),
        median_running_cadence_spm: median_cadence(&steps),
        ..SampleDigest::default()
    };
    add_heart(&mut digest, &steps);
    if digest.running_m > 0.0 {
        add_speeds(&mut digest, &steps);
    }
    digest
}

/// Ascent and descent by hysteresis every ten metres of the way; `None` without altitude.
fn climbed(samples: &Samples) -> Option<(f64, f64)> {
    let heights: Vec<(f64, f64)> = heights(samples)
        .into_iter()
        .zip(samples.distance_m.iter())
        .filter_map(|(height, distance)| Some((distance?, height?)))
        .collect();
    let (_, mut reference) = *heights.first()?;
    let (mut ascent, mut descent) = (0.0, 0.0);
    for pair in heights.windows(2) {
        let [(from_m, from), (to_m, to)] = *pair else { continue };
        let parts = ((to_m - from_m) / 10.0).ceil().clamp(1.0, 20.0);
        for part in 1..=index(parts) {
            let altitude = from + (to - from) * part as f64 / parts;
            let change = altitude - reference;
            if change.abs() >= CLIMB_M {
                ascent += change.max(0.0);
                descent += (-change).max(0.0);
                reference = altitude;
            }
        }
    }
    Some((ascent, descent))
}

/// A place in a histogram.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a small positive number, floored"
)]
fn index(value: f64) -> usize {
    value.max(0.0) as usize
}

#[expect(clippy::cast_possible_truncation, reason = "bins are single precision")]
fn add(bins: &mut Vec<f32>, at: usize, seconds: f64) {
    if bins.len() <= at {
        bins.resize(at + 1, 0.0);
    }
    if let Some(bin) = bins.get_mut(at) {
        *bin += seconds as f32;
    }
}

fn add_heart(digest: &mut SampleDigest, steps: &[Step]) {
    let mut bins = Vec::new();
    for step in steps {
        if let Some(bpm) = step.heart_rate_bpm {
            add(&mut bins, index(bpm.round()), step.length_s);
        }
    }
    let Some(first) = bins.iter().position(|seconds| *seconds > 0.0) else { return };
    digest.heart_rate_from_bpm = u16::try_from(first).unwrap_or(0);
    digest.heart_rate_s = bins.split_off(first);
    let clean = |step: &&Step| step.at_s >= SETTLING_S;
    digest.peak_heart_rate_bpm =
        steps.iter().filter(clean).filter_map(|step| step.heart_rate_bpm).max_by(f64::total_cmp);
    let rates: Vec<(f64, Option<f64>)> =
        steps.iter().map(|step| (step.length_s, step.heart_rate_bpm.filter(|_| clean(&step)))).collect();
    digest.best_20_min_heart_rate_bpm = windows(&rates, 60).max_by(f64::total_cmp);
    let last = steps.iter().rposition(|step| step.motion == Motion::Running).map(|at| at + 1);
    digest.last_20_min_heart_rate_bpm = last
        .and_then(|end| rates.get(end.checked_sub(60)?..end))
        .and_then(|window| windows(window, 60).next());
}

/// Means of so many steps in a row, where nine of ten have a value.
fn windows(values: &[(f64, Option<f64>)], steps: usize) -> impl Iterator<Item = f64> + '_ {
    values.windows(steps).filter_map(move |window| {
        let known = || window.iter().filter_map(|(_, value)| *value);
        let count = known().count();
        (count * 10 >= steps * 9).then(|| known().sum::<f64>() / count as f64)
    })
}

fn add_speeds(digest: &mut SampleDigest, steps: &[Step]) {
    let mut normalised = NormalisedSpeed::default();
    let moving: Vec<&Step> =
        steps.iter().filter(|step| matches!(step.motion, Motion::Running | Motion::Walking)).collect();
    for (at, step) in moving.iter().enumerate() {
        let before =
            |back: usize| at.checked_sub(back).and_then(|at| moving.get(at)).unwrap_or(step).graded_mps;
        // The mean of the last 30 s, five and fifteen seconds into the step.
        let early = (5.0 * step.graded_mps + 20.0 * before(1) + 5.0 * before(2)) / 30.0;
        let late = (15.0 * step.graded_mps + 15.0 * before(1)) / 30.0;
        for smooth in [early, late] {
            normalised.add(smooth);
            if step.motion == Motion::Running {
                add(&mut digest.flat_speed_s, index(smooth / SPEED_BIN_MPS), step.length_s / 2.0);
            }
        }
    }
    digest.normalised_graded_speed_mps = normalised.mps();
    let mut sums = vec![0.0];
    let mut sum = 0.0;
    for step in steps {
        sum += step.graded_mps * step.length_s;
        sums.extend(std::iter::repeat_n(sum, 1 + index((step.idle_s / LONGEST_STEP_S).round())));
    }
    let best = |steps: usize| {
        let furthest =
            sums.iter().zip(sums.iter().skip(steps)).map(|(from, to)| to - from).max_by(f64::total_cmp);
        furthest.filter(|metres| *metres > 0.0).map(|metres| metres / (LONGEST_STEP_S * steps as f64))
    };
    digest.best_2_min_mps = best(6);
    digest.best_5_min_mps = best(15);
    digest.best_10_min_mps = best(30);
    digest.best_20_min_mps = best(60);
    digest.best_60_min_mps = best(180);
    digest.steady = steps.chunks_exact(15).filter_map(steady).collect();
}

#[expect(clippy::cast_possible_truncation, reason = "means of single-precision values")]
fn steady(steps: &[Step]) -> Option<SteadyStretch> {
    let n = steps.len() as f64;
    let mean =
        |of: &dyn Fn(&Step) -> Option<f64>| steps.iter().map(of).sum::<Option<f64>>().map(|sum| sum / n);
    let heart_rate_bpm = mean(&|step| step.heart_rate_bpm)?;
    let speed_mps = mean(&|step| Some(step.speed_mps))?;
    let variance = mean(&|step| Some((step.speed_mps - speed_mps).powi(2)))?;
    let is_flat = mean(&|step| Some(step.grade))?.abs() < 0.02;
    let is_even = variance.sqrt() < 0.05 * speed_mps;
    let runs = steps.iter().all(|step| step.motion == Motion::Running);
    (is_flat && is_even && runs)
        .then_some(SteadyStretch { speed_mps: speed_mps as f32, heart_rate_bpm: heart_rate_bpm as f32 })
}

fn median_cadence(steps: &[Step]) -> Option<f64> {
    let running = steps.iter().filter(|step| step.motion == Motion::Running);
    let mut cadences: Vec<f64> = running.filter_map(|step| step.cadence_spm).map(f64::round).collect();
    cadences.sort_by(f64::total_cmp);
    cadences.get(cadences.len().checked_sub(1)? / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kneewise_simulate::{plan, population};

    fn near(a: Option<f64>, b: Option<f64>, tolerance: f64, what: &str) {
        assert_eq!(a.is_some(), b.is_some(), "{what}");
        if let (Some(a), Some(b)) = (a, b) {
            assert!((a - b).abs() <= tolerance * b.abs().max(1.0), "{what}: {a} light, {b} full");
        }
    }

    #[test]
    fn it_agrees_with_the_digest_of_an_import() {
        for member in population::v1().take(6) {
            let life = plan(&member.scenario.with_days(150));
            for light in life.light_activities() {
                let Some(samples) = light.samples.filter(|_| light.activity.sport.is_running()) else {
                    continue;
                };
                let (ours, full) = (
                    light_digest(&light.activity, &samples),
                    kneewise_analyse::load::digest(&light.activity, &samples),
                );
                // The step around a pause is held only up to the pause by the other digest.
                near(Some(ours.running_m), Some(full.running_m), 0.04, "running_m");
                near(Some(ours.running_s), Some(full.running_s), 0.04, "running_s");
                near(ours.best_2_min_mps, full.best_2_min_mps, 0.06, "best_2_min_mps");
                let twenty = (ours.best_20_min_mps, full.best_20_min_mps);
                near(twenty.1.and(twenty.0), twenty.0.and(twenty.1), 0.05, "best_20_min_mps");
                near(ours.peak_heart_rate_bpm, full.peak_heart_rate_bpm, 0.01, "peak_heart_rate_bpm");
                // A window of 20 min is full or not by a few seconds of a lost sensor.
                for (a, b) in [
                    (ours.best_20_min_heart_rate_bpm, full.best_20_min_heart_rate_bpm),
                    (ours.last_20_min_heart_rate_bpm, full.last_20_min_heart_rate_bpm),
                ] {
                    near(b.and(a), a.and(b), 0.02, "heart rate of 20 min");
                }
                near(ours.median_running_cadence_spm, full.median_running_cadence_spm, 0.01, "cadence");
                near(
                    ours.normalised_graded_speed_mps,
                    full.normalised_graded_speed_mps,
                    0.03,
                    "graded speed",
                );
                assert_eq!(ours.is_grade_ok, full.is_grade_ok);
                let (down, full_down) = (ours.descent_m.unwrap_or(0.0), full.descent_m.unwrap_or(0.0));
                // Hills of about 3 m count or not by a hair: up to 1.5 m a kilometre.
                let hair = 4.0 + 0.1 * full_down + 0.0015 * full.running_m;
                assert!((down - full_down).abs() <= hair, "{down} {full_down}");
                let above = |digest: &SampleDigest| -> f64 {
                    digest.flat_speed_s.iter().skip(36).map(|seconds| f64::from(*seconds)).sum()
                };
                let off = (above(&ours) - above(&full)).abs();
                assert!(off <= 60.0 + 0.05 * full.running_s, "{} {}", above(&ours), above(&full));
            }
        }
    }
}
