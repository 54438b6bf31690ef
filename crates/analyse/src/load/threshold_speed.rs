//! Threshold speed: about what a runner can hold for an hour.
//!
//! What: the largest of the qualified estimates from the last 90 days, on grade-adjusted speed.
//! Formula: best 60 min mean; best 20 min mean / 1.05; race by Riegel, D60 = D * (60 / T_min)^(1/1.06), v = D60 / 3600;
//!   0.97 * critical speed, the slope of distance on time over three best efforts or more of 2 to 20 min. If nothing
//!   qualifies: speed at threshold heart rate from a robust line through steady stretches. The profile's value wins.
//! Unit: m/s.
//! Source: Riegel 1981 (`riegel1981`), load text A8 [choice] (`rule`).
//! Grade: D; +-4 %.
//! Limits: a runner who never ran hard has too low a threshold; `is_proven` tells (profile, an effort rated 7 or more,
//!   or a best 20 min at least 10 % above the runner's usual speed [choice]).
//! Says nothing: without samples of runs in the last 90 days.

use super::line::{self, Line};
use kneewise_types::{Evidence, Grade};

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

/// Days whose efforts count.
pub const WINDOW_DAYS: i64 = 90;

/// Uncertainty, as a fraction.
pub const UNCERTAINTY: f64 = 0.04;

/// Durations for which Riegel's line holds, min.
const RIEGEL_MIN: std::ops::RangeInclusive<f64> = 3.5..=230.0;

/// What an estimate rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    Profile,
    Best60Min,
    Best20Min,
    Race,
    CriticalSpeed,
    HeartRateLine,
}

/// An estimate, its origin, and whether a hard effort stands behind it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ThresholdSpeed {
    pub mps: f64,
    pub origin: Origin,
    pub is_proven: bool,
}

/// The efforts of the last 90 days.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Efforts {
    pub best_60_min_mps: Option<f64>,
    pub best_20_min_mps: Option<f64>,
    /// Best efforts of 2 to 20 min: seconds and metres.
    pub best_efforts: Vec<(f64, f64)>,
    /// Races, or runs rated as all-out: metres and seconds.
    pub races: Vec<(f64, f64)>,
}

/// Speed over an hour from one race, m/s; `None` outside 3.5 to 230 min.
#[must_use]
pub fn from_race(distance_m: f64, duration_s: f64) -> Option<f64> {
    let minutes = duration_s / 60.0;
    RIEGEL_MIN.contains(&minutes).then(|| distance_m * (60.0 / minutes).powf(1.0 / 1.06) / 3600.0)
}

/// Critical speed (m/s) and the distance above it (m), from best efforts of 2 to 20 min in seconds and metres.
#[must_use]
pub fn critical_speed(efforts: &[(f64, f64)]) -> Option<Line> {
    let usable: Vec<_> = efforts.iter().copied().filter(|(s, _)| (120.0..=1200.0).contains(s)).collect();
    (usable.len() >= 3).then(|| line::least_squares(&usable)).flatten()
}

/// The largest of the qualified estimates.
#[must_use]
pub fn from_efforts(efforts: &Efforts) -> Option<(f64, Origin)> {
    let race = efforts.races.iter().filter_map(|(m, s)| from_race(*m, *s)).max_by(f64::total_cmp);
    let critical = critical_speed(&efforts.best_efforts).map(|line| 0.97 * line.slope);
    [
        (efforts.best_60_min_mps, Origin::Best60Min),
        (efforts.best_20_min_mps.map(|mps| mps / 1.05), Origin::Best20Min),
        (race, Origin::Race),
        (critical, Origin::CriticalSpeed),
    ]
    .into_iter()
    .filter_map(|(mps, origin)| mps.filter(|mps| *mps > 0.0).map(|mps| (mps, origin)))
    .max_by(|a, b| a.0.total_cmp(&b.0))
}

/// Fewest stretches, and fewest beats between the lowest and the highest, for a line.
const LINE_STRETCHES: usize = 10;
const LINE_SPAN_BPM: f64 = 10.0;

/// Speed at threshold heart rate from steady stretches (heart rate in bpm, speed in m/s).
#[must_use]
pub fn from_steady(stretches: &[(f64, f64)], threshold_bpm: f64) -> Option<f64> {
    let rates = || stretches.iter().map(|(bpm, _)| *bpm);
    let span = rates().max_by(f64::total_cmp)? - rates().min_by(f64::total_cmp)?;
    let fit =
        (stretches.len() >= LINE_STRETCHES && span >= LINE_SPAN_BPM).then(|| line::huber(stretches))??;
    (fit.slope > 0.0).then(|| fit.at(threshold_bpm)).filter(|mps| *mps > 0.0)
}

#[cfg(test)]
mod tests {
    use super::super::number::agrees;
    use super::*;

    #[test]
    fn best_20_min_of_a8() {
        let efforts = Efforts { best_20_min_mps: Some(4.1), ..Efforts::default() };
        let (mps, origin) = from_efforts(&efforts).unwrap();
        assert!(agrees(mps, 3.9048, 0.0001));
        assert_eq!(origin, Origin::Best20Min);
    }

    #[test]
    fn riegel_of_a8() {
        let mps = from_race(10_000.0, 45.0 * 60.0).unwrap();
        assert!(agrees(mps * 3.6, 13.118, 0.001));
        assert!(agrees(mps, 3.6439, 0.0001));
        assert_eq!(from_race(800.0, 150.0), None);
        assert_eq!(from_race(42_195.0, 4.0 * 3600.0), None);
    }

    #[test]
    fn critical_speed_of_a8() {
        let line = critical_speed(&[(180.0, 900.0), (600.0, 2580.0), (1200.0, 4920.0)]).unwrap();
        assert!(agrees(line.slope, 3.93836, 0.00001));
        assert!(agrees(line.intercept, 200.685, 0.001));
        assert_eq!(critical_speed(&[(180.0, 900.0), (600.0, 2580.0)]), None);
    }

    #[test]
    fn the_largest_estimate_is_taken() {
        let efforts = Efforts {
            best_60_min_mps: Some(3.5),
            best_20_min_mps: Some(4.1),
            races: vec![(10_000.0, 2700.0)],
            ..Efforts::default()
        };
        assert_eq!(from_efforts(&efforts).unwrap().1, Origin::Best20Min);
        assert_eq!(from_efforts(&Efforts::default()), None);
    }

    #[test]
    fn a_line_through_easy_runs_reaches_to_the_threshold_and_ignores_an_outlier() {
        let mut stretches: Vec<(f64, f64)> =
            (0..20).map(|n| (130.0 + f64::from(n), 2.0 + 0.02 * f64::from(n))).collect();
        stretches.push((140.0, 6.0));
        let mps = from_steady(&stretches, 170.0).unwrap();
        assert!((mps - 2.8).abs() < 0.06, "{mps}");
        assert_eq!(from_steady(&stretches[..5], 170.0), None);
    }
}
