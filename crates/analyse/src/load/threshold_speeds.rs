//! Threshold speed of every day with an activity.
//!
//! What: what a runner could hold for an hour then, so that a run of years ago is measured against the runner of its day.
//! Formula: `threshold_speed` over the 90 days that end with each day; what the profile says holds for all days.
//! Unit: m/s.
//! Source: load text A8 (`rule`).
//! Grade: D.
//! Limits: a season without a hard effort has too low a threshold, marked as not proven.
//! Says nothing: on days without samples of a run in their 90 days.

use super::days::plus_days;
use super::inputs::{is_all_out, rating};
use super::number::median;
use super::threshold_speed::{self, Efforts, Origin, ThresholdSpeed};
use crate::order;
use kneewise_types::{Activity, Date, Evidence, Grade, Profile, SampleDigest};
use std::collections::BTreeMap;

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

/// A best 20 min this many times the usual speed shows that the runner went hard.
const PROVEN_RATIO: f64 = 1.10;

/// From this rating on a run proves that its speed was hard.
const PROVEN_RATING: f64 = 7.0;

/// One threshold a day, as far as it could be told.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ThresholdSpeeds(BTreeMap<Date, ThresholdSpeed>);

impl ThresholdSpeeds {
    /// That of one day with an activity, or of the day asked.
    #[must_use]
    pub fn on(&self, date: Date) -> Option<ThresholdSpeed> {
        self.0.get(&date).copied()
    }
}

/// For every day of the activities, all of them known on the day asked, and for that day.
pub(super) fn of_days(
    profile: &Profile,
    known: &[&Activity],
    as_of: Date,
    threshold_bpm: Option<f64>,
) -> ThresholdSpeeds {
    let mut days: Vec<Date> = known.iter().map(|activity| activity.local_date).collect();
    days.push(as_of);
    order::sort(&mut days);
    days.dedup();
    if let Some(speed) = profile.threshold_speed {
        let told = ThresholdSpeed { mps: speed.as_mps(), origin: Origin::Profile, is_proven: true };
        return ThresholdSpeeds(days.into_iter().map(|day| (day, told)).collect());
    }
    let mut runs: Vec<&Activity> = known.iter().copied().filter(|a| a.sport.is_running()).collect();
    order::sort_by_key(&mut runs, |run| run.local_date);
    let of_day = |day: Date| {
        let first = plus_days(day, 1 - threshold_speed::WINDOW_DAYS);
        let from = runs.partition_point(|run| run.local_date < first);
        let to = runs.partition_point(|run| run.local_date <= day);
        Some((day, of_window(runs.get(from..to)?, threshold_bpm)?))
    };
    ThresholdSpeeds(days.into_iter().filter_map(of_day).collect())
}

fn of_window(runs: &[&Activity], threshold_bpm: Option<f64>) -> Option<ThresholdSpeed> {
    let digests: Vec<&SampleDigest> = runs.iter().filter_map(|a| a.digest.as_ref()).collect();
    let efforts = efforts(runs, &digests);
    if let Some((mps, origin)) = threshold_speed::from_efforts(&efforts) {
        let is_proven = origin == Origin::Race || is_proven(runs, &digests, &efforts);
        return Some(ThresholdSpeed { mps, origin, is_proven });
    }
    let mut steady: Vec<(f64, f64)> = digests
        .iter()
        .flat_map(|digest| &digest.steady)
        .map(|stretch| (f64::from(stretch.heart_rate_bpm), f64::from(stretch.speed_mps)))
        .collect();
    // INVARIANT: sums in one order, whatever the order of the activities.
    order::sort_by(&mut steady, |a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
    let mps = threshold_speed::from_steady(&steady, threshold_bpm?)?;
    Some(ThresholdSpeed { mps, origin: Origin::HeartRateLine, is_proven: false })
}

fn efforts(runs: &[&Activity], digests: &[&SampleDigest]) -> Efforts {
    let best = |pick: fn(&SampleDigest) -> Option<f64>| {
        digests.iter().filter_map(|digest| pick(digest)).max_by(f64::total_cmp)
    };
    let bests = [
        (120.0, best(|digest| digest.best_2_min_mps)),
        (300.0, best(|digest| digest.best_5_min_mps)),
        (600.0, best(|digest| digest.best_10_min_mps)),
        (1200.0, best(|digest| digest.best_20_min_mps)),
    ];
    Efforts {
        best_60_min_mps: best(|digest| digest.best_60_min_mps),
        best_20_min_mps: best(|digest| digest.best_20_min_mps),
        best_efforts: bests.iter().filter_map(|(s, mps)| mps.map(|mps| (*s, mps * s))).collect(),
        races: runs
            .iter()
            .filter(|a| is_all_out(a))
            .filter_map(|a| a.distance.map(|distance| (distance.as_m(), a.duration().as_s())))
            .collect(),
    }
}

fn is_proven(runs: &[&Activity], digests: &[&SampleDigest], efforts: &Efforts) -> bool {
    let mut usual: Vec<f64> =
        digests.iter().filter_map(|digest| digest.normalised_graded_speed_mps).collect();
    let is_faster = efforts
        .best_20_min_mps
        .zip(median(&mut usual))
        .is_some_and(|(best, usual)| best >= PROVEN_RATIO * usual);
    is_faster || runs.iter().any(|a| a.digest.is_some() && rating(a).is_some_and(|r| r >= PROVEN_RATING))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{day, history_of, run_on};
    use super::*;
    use crate::load::gather;
    use kneewise_types::{History, MetresPerSecond};

    /// An hour at `mps` throughout.
    fn hour(date: &str, mps: f64) -> Activity {
        let mut run = run_on(date, mps * 3.6);
        run.digest = Some(SampleDigest {
            running_s: 3600.0,
            running_m: mps * 3600.0,
            normalised_graded_speed_mps: Some(mps),
            best_60_min_mps: Some(mps),
            ..SampleDigest::default()
        });
        run
    }

    fn faster_every_year() -> History {
        history_of(vec![hour("2024-05-01", 2.5), hour("2025-05-01", 3.0), hour("2026-05-01", 3.5)])
    }

    #[test]
    fn a_run_is_measured_against_the_runner_of_its_day() {
        // An hour at what one can hold for an hour is 100 by definition, in every year.
        let loads = gather(&faster_every_year(), day("2026-05-10")).loads;
        for load in loads.into_iter().flatten() {
            assert!((load.run_stress.unwrap() - 100.0).abs() < 1e-6, "{load:?}");
        }
    }

    #[test]
    fn later_runs_change_nothing_about_earlier_days() {
        let history = faster_every_year();
        let early = gather(&history, day("2025-05-10")).inputs;
        let late = gather(&history, day("2026-05-10")).inputs;
        for date in ["2024-05-01", "2025-05-01"] {
            assert_eq!(early.threshold_speeds.on(day(date)), late.threshold_speeds.on(day(date)));
        }
        assert!((late.threshold_speed.unwrap().mps - 3.5).abs() < 1e-9);
        assert_eq!(gather(&history, day("2026-09-30")).inputs.threshold_speed, None, "90 days are over");
    }

    #[test]
    fn what_the_profile_says_holds_for_all_days() {
        let mut history = faster_every_year();
        history.profile.threshold_speed = MetresPerSecond::new(3.2).ok();
        let inputs = gather(&history, day("2026-05-10")).inputs;
        for date in ["2024-05-01", "2026-05-01", "2026-05-10"] {
            assert!((inputs.threshold_speeds.on(day(date)).unwrap().mps - 3.2).abs() < 1e-9);
        }
    }
}
