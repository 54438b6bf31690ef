//! Every load of one activity, with the inputs of the runner applied to its digest.
//!
//! Says nothing: each load keeps `None` when its own input is missing; heart-rate loads also when heart rate covers less
//! than 80 % of the time in motion.

use super::imputed_rpe::{self, Features, Ridge};
use super::inputs::{Inputs, rating};
use super::threshold_heart_rate::Origin as HeartOrigin;
use super::{edwards, run_stress, session_rpe, threshold_trimp, trimp};
use crate::order;
use kneewise_types::{Activity, Rpe, SampleDigest, Sport};

/// Share of the time in motion that must have a heart rate.
const HEART_RATE_COVERAGE: f64 = 0.8;

/// Width of a bin of the speed histogram, m/s.
pub(crate) const SPEED_BIN_MPS: f64 = 0.1;

/// What one activity asked of the body.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct ActivityLoad {
    pub session_rpe_load: Option<f64>,
    /// The rating was estimated: display only.
    pub is_session_rpe_imputed: bool,
    pub trimp: Option<f64>,
    pub threshold_trimp: Option<f64>,
    pub edwards: Option<f64>,
    pub relative_intensity: Option<f64>,
    pub run_stress: Option<f64>,
    /// Time above threshold: logged, else by heart rate, else by a proven threshold speed.
    pub hard_s: Option<f64>,
    pub descent_m: Option<f64>,
}

/// Loads of every activity, in their order; missing ratings of runs are estimated from the rated ones.
pub(super) fn loads(activities: &[&Activity], inputs: &Inputs) -> Vec<ActivityLoad> {
    let mut loads: Vec<ActivityLoad> = activities.iter().map(|activity| load(activity, inputs)).collect();
    let mut rated: Vec<(Features, f64)> = activities
        .iter()
        .zip(&loads)
        .filter(|(activity, _)| activity.sport.is_running())
        .filter_map(|(activity, load)| Some((features(activity, load)?, rating(activity)?)))
        .collect();
    // INVARIANT: sums in one order, whatever the order of the activities.
    order::sort_by(&mut rated, |a, b| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal));
    let ridge = Ridge::fit(&rated);
    for (activity, load) in activities.iter().zip(&mut loads) {
        if activity.sport.is_running() && rating(activity).is_none() {
            impute(activity, load, ridge.as_ref());
        }
    }
    loads
}

fn load(activity: &Activity, inputs: &Inputs) -> ActivityLoad {
    let trimp = trimp_of(activity, inputs);
    let relative_intensity = activity
        .digest
        .as_ref()
        .and_then(|digest| digest.normalised_graded_speed_mps)
        .zip(inputs.threshold_speeds.on(activity.local_date))
        .and_then(|(mps, threshold)| run_stress::relative_intensity(mps, threshold.mps));
    let moving_s = activity.digest.as_ref().map(|digest| digest.running_s + digest.walking_s);
    let threshold = inputs.threshold_heart_rate;
    ActivityLoad {
        session_rpe_load: activity
            .session_rpe
            .and_then(|rpe| session_rpe::session_rpe_load(rpe, activity.duration())),
        is_session_rpe_imputed: false,
        trimp,
        threshold_trimp: trimp.zip(inputs.heart_range).zip(threshold).and_then(
            |((trimp, range), threshold)| threshold_trimp::threshold_trimp(trimp, &range, threshold.bpm),
        ),
        edwards: covered(activity.digest.as_ref()).zip(inputs.max_heart_rate).and_then(|(digest, max)| {
            edwards::from_histogram(max.bpm, digest.heart_rate_from_bpm, &digest.heart_rate_s)
        }),
        relative_intensity,
        run_stress: relative_intensity.zip(moving_s).map(|(i, s)| run_stress::run_stress(s, i)),
        hard_s: hard_s(activity, inputs),
        descent_m: descent_m(activity),
    }
}

fn trimp_of(activity: &Activity, inputs: &Inputs) -> Option<f64> {
    let range = inputs.heart_range?;
    if activity.digest.as_ref().is_some_and(|digest| !digest.heart_rate_s.is_empty()) {
        let digest = covered(activity.digest.as_ref())?;
        return trimp::from_histogram(&range, digest.heart_rate_from_bpm, &digest.heart_rate_s);
    }
    let mean = activity.mean_heart_rate?.as_bpm();
    Some(trimp::from_samples(&range, [(activity.duration().as_s(), mean)]))
}

/// The digest, when its heart rate covers enough of the motion.
fn covered(digest: Option<&SampleDigest>) -> Option<&SampleDigest> {
    digest.filter(|digest| {
        let seconds: f64 = digest.heart_rate_s.iter().map(|s| f64::from(*s)).sum();
        seconds > 0.0 && seconds >= HEART_RATE_COVERAGE * (digest.running_s + digest.walking_s)
    })
}

fn hard_s(activity: &Activity, inputs: &Inputs) -> Option<f64> {
    let by_heart_rate = || {
        let threshold =
            inputs.threshold_heart_rate.filter(|threshold| threshold.origin != HeartOrigin::Weak)?;
        let digest = covered(activity.digest.as_ref())?;
        let rates = (u32::from(digest.heart_rate_from_bpm)..).map(f64::from);
        let above = rates.zip(&digest.heart_rate_s).filter(|(bpm, _)| *bpm > threshold.bpm);
        Some(above.map(|(_, s)| f64::from(*s)).sum())
    };
    let by_speed = || {
        let threshold =
            inputs.threshold_speeds.on(activity.local_date).filter(|threshold| threshold.is_proven)?;
        let digest = activity.digest.as_ref().filter(|digest| !digest.flat_speed_s.is_empty())?;
        Some(seconds_above(&digest.flat_speed_s, threshold.mps))
    };
    activity.hard.map(|hard| hard.as_s()).or_else(by_heart_rate).or_else(by_speed)
}

/// Time above a speed; the bin that holds it counts in part.
pub(crate) fn seconds_above(flat_speed_s: &[f32], threshold_mps: f64) -> f64 {
    let bins = (0_u32..).map(|n| f64::from(n) * SPEED_BIN_MPS);
    bins.zip(flat_speed_s)
        .map(|(from, s)| {
            f64::from(*s) * ((from + SPEED_BIN_MPS - threshold_mps) / SPEED_BIN_MPS).clamp(0.0, 1.0)
        })
        .sum()
}

fn descent_m(activity: &Activity) -> Option<f64> {
    if activity.sport == Sport::TreadmillRun {
        return Some(0.0);
    }
    // A watch counts with its barometer while it runs; ours has only the samples that were written.
    let counted = activity.descent.map(|descent| descent.as_m());
    counted.or_else(|| activity.digest.as_ref()?.descent_m)
}

fn features(activity: &Activity, load: &ActivityLoad) -> Option<Features> {
    let hours = activity.duration().as_s() / 3600.0;
    (hours > 0.0).then_some(())?;
    Some([load.run_stress? / hours, load.threshold_trimp? / hours, hours])
}

fn impute(activity: &Activity, load: &mut ActivityLoad, ridge: Option<&Ridge>) {
    let learned = ridge.zip(features(activity, load)).map(|(ridge, features)| ridge.rate(features));
    let points = learned.or_else(|| load.relative_intensity.map(imputed_rpe::from_intensity));
    load.session_rpe_load = points
        .and_then(|points| Rpe::new(points).ok())
        .and_then(|rpe| session_rpe::session_rpe_load(rpe, activity.duration()));
    load.is_session_rpe_imputed = load.session_rpe_load.is_some();
}

#[cfg(test)]
mod tests {
    use super::super::testing::{day, history_of, run_on};
    use super::*;
    use crate::load::gather;
    use kneewise_types::{BeatsPerMinute, History, Metres, Seconds};

    /// 30 min at 150 bpm, then 30 min at 175 bpm, of a man with rest 50, threshold 172, maximum 190.
    fn history() -> History {
        let mut run = run_on("2026-03-01", 10.8);
        let mut heart_rate_s = vec![0.0_f32; 26];
        heart_rate_s[0] = 1800.0;
        heart_rate_s[25] = 1800.0;
        run.digest = Some(SampleDigest {
            running_s: 3600.0,
            running_m: 10_800.0,
            heart_rate_from_bpm: 150,
            heart_rate_s,
            descent_m: Some(120.0),
            is_grade_ok: false,
            ..SampleDigest::default()
        });
        let mut history = history_of(vec![run]);
        history.profile.sex = Some(kneewise_types::Sex::Male);
        history.profile.max_heart_rate = BeatsPerMinute::new(190.0).ok();
        history.profile.resting_heart_rate = BeatsPerMinute::new(50.0).ok();
        history.profile.threshold_heart_rate = BeatsPerMinute::new(172.0).ok();
        history
    }

    fn load_of(history: &History) -> ActivityLoad {
        gather(history, day("2026-03-02")).loads[0].unwrap()
    }

    #[test]
    fn time_above_threshold_is_logged_or_measured() {
        let mut history = history();
        assert_eq!(load_of(&history).hard_s, Some(1800.0));
        history.activities[0].hard = Seconds::new(300.0).ok();
        assert_eq!(load_of(&history).hard_s, Some(300.0));
    }

    #[test]
    fn heart_rate_of_half_the_run_is_too_little() {
        let mut history = history();
        history.activities[0].digest.as_mut().unwrap().running_s = 7200.0;
        let load = load_of(&history);
        assert_eq!((load.trimp, load.edwards, load.hard_s), (None, None, None));
    }

    #[test]
    fn a_mean_heart_rate_is_the_fallback_for_a_run_without_samples() {
        let mut history = history();
        history.activities[0].digest = None;
        history.activities[0].mean_heart_rate = BeatsPerMinute::new(150.0).ok();
        // The hour of A2.
        assert!((load_of(&history).trimp.unwrap() - 108.095).abs() < 0.11);
    }

    #[test]
    fn what_the_device_counted_wins_over_the_samples() {
        let mut history = history();
        assert_eq!(load_of(&history).descent_m, Some(120.0));
        history.activities[0].descent = Metres::new(140.0).ok();
        assert_eq!(load_of(&history).descent_m, Some(140.0));
        history.activities[0].digest.as_mut().unwrap().is_grade_ok = true;
        assert_eq!(load_of(&history).descent_m, Some(140.0));
        history.activities[0].sport = Sport::TreadmillRun;
        assert_eq!(load_of(&history).descent_m, Some(0.0));
    }

    #[test]
    fn an_estimated_rating_is_marked_and_judges_nothing() {
        let mut history = history();
        history.activities[0].digest.as_mut().unwrap().normalised_graded_speed_mps = Some(3.0);
        history.activities[0].digest.as_mut().unwrap().heart_rate_s.clear();
        history.profile.threshold_speed = kneewise_types::MetresPerSecond::new(3.0).ok();
        let load = load_of(&history);
        // Intensity 1: 10 * 0.45 / 0.55 = 8.18, to the half point 8, for an hour.
        assert_eq!((load.session_rpe_load, load.is_session_rpe_imputed), (Some(480.0), true));
        assert_eq!(gather(&history, day("2026-03-02")).sessions[0].is_hard, None);
    }

    #[test]
    fn the_bin_that_holds_the_threshold_counts_in_part() {
        let mut seconds = vec![0.0_f32; 40];
        seconds[35] = 100.0;
        seconds[36] = 60.0;
        assert!((seconds_above(&seconds, 3.55) - 110.0).abs() < 1e-6);
        assert!(seconds_above(&seconds, 4.0).abs() < 1e-6);
    }
}
