//! The runner's own limits, estimated from history where the profile does not give them (load text A8).
//!
//! Heart rates are those known on the day asked and serve the whole history: a maximum hardly changes, and what shows it
//! later was true before. Speed changes with fitness, so each day has its own threshold speed.

use super::days::plus_days;
use super::max_heart_rate::{self, MaxHeartRate};
use super::resting_heart_rate::{self, RestingHeartRate};
use super::threshold_heart_rate::{self, ThresholdHeartRate};
use super::threshold_speed::ThresholdSpeed;
use super::threshold_speeds::{self, ThresholdSpeeds};
use super::trimp::HeartRange;
use kneewise_types::{Activity, Date, History};

/// What the loads of this runner are measured against.
#[derive(Debug, Clone, PartialEq)]
pub struct Inputs {
    pub max_heart_rate: Option<MaxHeartRate>,
    pub resting_heart_rate: RestingHeartRate,
    pub threshold_heart_rate: Option<ThresholdHeartRate>,
    /// On the day asked.
    pub threshold_speed: Option<ThresholdSpeed>,
    /// On every day with a run.
    pub threshold_speeds: ThresholdSpeeds,
    /// Rest to maximum; `None` without a maximum.
    pub heart_range: Option<HeartRange>,
}

/// From everything up to and including the day asked.
#[must_use]
pub fn estimate(history: &History, as_of: Date) -> Inputs {
    let profile = &history.profile;
    let known: Vec<&Activity> = history.activities.iter().filter(|a| a.local_date <= as_of).collect();
    let max_heart_rate = max_heart_rate(history, &known, as_of);
    let resting_heart_rate = resting_heart_rate(history, as_of);
    let threshold_heart_rate = threshold_heart_rate::estimate(
        profile.threshold_heart_rate.map(|rate| rate.as_bpm()),
        latest_all_out_bpm(&known),
        resting_heart_rate.bpm,
        max_heart_rate,
    );
    let threshold_bpm = threshold_heart_rate.map(|threshold| threshold.bpm);
    let threshold_speeds = threshold_speeds::of_days(profile, &known, as_of, threshold_bpm);
    Inputs {
        heart_range: max_heart_rate
            .and_then(|max| HeartRange::new(resting_heart_rate.bpm, max.bpm, profile.sex)),
        threshold_speed: threshold_speeds.on(as_of),
        threshold_speeds,
        max_heart_rate,
        resting_heart_rate,
        threshold_heart_rate,
    }
}

fn max_heart_rate(history: &History, known: &[&Activity], as_of: Date) -> Option<MaxHeartRate> {
    if let Some(rate) = history.profile.max_heart_rate {
        let bpm = rate.as_bpm();
        return Some(MaxHeartRate { bpm, plus_minus_bpm: 4.0, origin: max_heart_rate::Origin::Profile });
    }
    let from = as_of.checked_sub(jiff::Span::new().months(max_heart_rate::OBSERVED_MONTHS)).unwrap_or(as_of);
    let recent = || known.iter().filter(|activity| activity.local_date >= from);
    let peaks = recent().filter_map(|a| a.digest.as_ref()?.peak_heart_rate_bpm);
    let hard = recent().filter(|a| {
        rating(a).is_some_and(|points| points >= max_heart_rate::HARD_RATING)
            && a.duration().as_s() >= max_heart_rate::HARD_SESSION_S
    });
    let age = history.profile.birth_year.map(|year| f64::from(as_of.year() - year));
    max_heart_rate::estimate(age, max_heart_rate::second_highest(peaks), hard.count())
}

fn resting_heart_rate(history: &History, as_of: Date) -> RestingHeartRate {
    let from = plus_days(as_of, 1 - resting_heart_rate::WINDOW_DAYS);
    let recent = history
        .wellness
        .iter()
        .filter(|day| (from..=as_of).contains(&day.date))
        .filter_map(|day| day.resting_heart_rate.map(|rate| rate.as_bpm()))
        .collect();
    resting_heart_rate::estimate(recent, history.profile.resting_heart_rate.map(|rate| rate.as_bpm()))
}

fn latest_all_out_bpm(known: &[&Activity]) -> Option<f64> {
    known
        .iter()
        .filter(|a| a.sport.is_running() && is_all_out(a))
        .filter_map(|a| {
            let digest = a.digest.as_ref()?;
            let bpm = digest.last_20_min_heart_rate_bpm?;
            (digest.running_s >= threshold_heart_rate::ALL_OUT_S).then_some((a.start, &a.id, bpm))
        })
        .max_by(|a, b| (a.0, a.1).cmp(&(b.0, b.1)))
        .map(|(_, _, bpm)| bpm)
}

pub(super) fn is_all_out(activity: &Activity) -> bool {
    rating(activity).is_some_and(|points| points >= threshold_heart_rate::ALL_OUT_RATING)
}

/// The rating that the runner gave.
pub(super) fn rating(activity: &Activity) -> Option<f64> {
    activity.session_rpe.map(|rpe| rpe.as_points())
}

#[cfg(test)]
mod tests {
    use super::super::testing::{day, history_of, run_on};
    use super::*;
    use kneewise_types::{BeatsPerMinute, Rpe, SampleDigest};

    fn with_digest(date: &str, usual_mps: f64, best_20_min_mps: f64, peak_bpm: f64) -> Activity {
        let mut activity = run_on(date, 10.0);
        activity.digest = Some(SampleDigest {
            running_s: 3300.0,
            running_m: 10_000.0,
            normalised_graded_speed_mps: Some(usual_mps),
            best_20_min_mps: Some(best_20_min_mps),
            peak_heart_rate_bpm: Some(peak_bpm),
            last_20_min_heart_rate_bpm: Some(peak_bpm - 8.0),
            ..SampleDigest::default()
        });
        activity
    }

    #[test]
    fn easy_running_alone_proves_no_threshold() {
        let easy = history_of(vec![
            with_digest("2026-03-01", 2.8, 2.9, 160.0),
            with_digest("2026-03-03", 2.8, 2.85, 158.0),
        ]);
        let threshold = estimate(&easy, day("2026-03-10")).threshold_speed.unwrap();
        assert!(!threshold.is_proven);
        assert!((threshold.mps - 2.9 / 1.05).abs() < 1e-9);
    }

    #[test]
    fn one_fast_effort_proves_it_for_ninety_days() {
        let fast = history_of(vec![
            with_digest("2026-03-01", 2.8, 2.9, 160.0),
            with_digest("2026-03-03", 2.8, 2.85, 158.0),
            with_digest("2026-03-05", 3.0, 3.6, 170.0),
        ]);
        assert!(estimate(&fast, day("2026-03-10")).threshold_speed.unwrap().is_proven);
        assert_eq!(estimate(&fast, day("2026-06-03")).threshold_speed, None);
    }

    #[test]
    fn three_rated_hard_sessions_show_the_maximum() {
        let mut history = history_of(
            ["2026-03-01", "2026-03-08", "2026-03-15", "2026-03-22"]
                .iter()
                .map(|date| with_digest(date, 3.0, 3.6, 178.0))
                .collect(),
        );
        history.profile.birth_year = Some(1986);
        let easy = estimate(&history, day("2026-03-30"));
        assert!((easy.max_heart_rate.unwrap().bpm - 185.4).abs() < 0.05);
        for activity in &mut history.activities {
            activity.session_rpe = Rpe::new(8.0).ok();
        }
        let hard = estimate(&history, day("2026-03-30"));
        assert!((hard.max_heart_rate.unwrap().bpm - 181.0).abs() < 0.05);
        history.profile.max_heart_rate = BeatsPerMinute::new(190.0).ok();
        assert!((estimate(&history, day("2026-03-30")).max_heart_rate.unwrap().bpm - 190.0).abs() < 1e-9);
    }

    #[test]
    fn the_end_of_the_latest_all_out_effort_is_the_threshold() {
        let mut history = history_of(vec![
            with_digest("2026-03-01", 3.0, 3.6, 180.0),
            with_digest("2026-03-08", 3.0, 3.6, 178.0),
        ]);
        for activity in &mut history.activities {
            activity.session_rpe = Rpe::new(9.0).ok();
        }
        let threshold = estimate(&history, day("2026-03-30")).threshold_heart_rate.unwrap();
        assert!((threshold.bpm - 170.0).abs() < 1e-9);
        assert_eq!(threshold.origin, threshold_heart_rate::Origin::AllOutEffort);
    }
}
