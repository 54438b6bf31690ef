//! How ready a day is for a hard run.
//!
//! Formula: 100 - 20 (mean sleep below 7 h) - 20 (high stress or low mood) - 15 (heart-rate variability low or resting heart
//!   rate up) - 25 (yesterday AMBER or PROVISIONAL) - 60 (RED open), floor 0; below 60 no hard run, below 40 rest or
//!   cross-training. Units: points, 0 to 100. Source: clinical text F.5 [rule] (`S85`, `S86a`), key `rule`. Grade D.
//! Limits: a sum of rules of thumb; an open RED forbids running whatever the sum; the watch's heart signs alone never change a knee's plan. Says nothing: what was not
//!   entered takes nothing off, and is listed as not known by whoever shows it.

use kneewise_types::light::Light;
use kneewise_types::{Evidence, Grade};

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

const ENOUGH_SLEEP_H: f64 = 7.0;
const FOR_HARD: u8 = 60;
const FOR_RUNNING: u8 = 40;

/// What the day is judged by; `None` is not known.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Signs {
    /// Mean of the last seven nights, h.
    pub mean_sleep_h: Option<f64>,
    pub is_stressed: Option<bool>,
    /// Heart-rate variability low, or resting heart rate up, for days.
    pub is_heart_strained: Option<bool>,
    pub yesterday: Option<Light>,
    pub is_red_open: bool,
}

/// What a day is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DayFor {
    RestOrCrossTraining,
    /// Running, not hard.
    EasyRun,
    HardRun,
}

/// Points of readiness, 0 to 100.
#[must_use]
pub fn readiness(signs: &Signs) -> u8 {
    let less = |is_so: bool, points: u8| if is_so { points } else { 0 };
    let off = [
        less(signs.mean_sleep_h.is_some_and(|hours| hours < ENOUGH_SLEEP_H), 20),
        less(signs.is_stressed == Some(true), 20),
        less(signs.is_heart_strained == Some(true), 15),
        less(matches!(signs.yesterday, Some(Light::Amber | Light::Provisional)), 25),
        less(signs.is_red_open, 60),
    ];
    off.into_iter().fold(100, u8::saturating_sub)
}

/// What so many points are good for.
#[must_use]
pub const fn day_for(points: u8) -> DayFor {
    if points < FOR_RUNNING {
        DayFor::RestOrCrossTraining
    } else if points < FOR_HARD {
        DayFor::EasyRun
    } else {
        DayFor::HardRun
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_example_of_f5() {
        let signs = Signs { mean_sleep_h: Some(6.4), yesterday: Some(Light::Amber), ..Signs::default() };
        assert_eq!(readiness(&signs), 55);
        assert_eq!(day_for(55), DayFor::EasyRun, "no hard run");
    }

    #[test]
    fn what_is_not_known_takes_nothing_off_and_the_floor_is_zero() {
        assert_eq!(readiness(&Signs::default()), 100);
        let all = Signs {
            mean_sleep_h: Some(5.0),
            is_stressed: Some(true),
            is_heart_strained: Some(true),
            yesterday: Some(Light::Provisional),
            is_red_open: true,
        };
        assert_eq!(readiness(&all), 0);
        assert_eq!(day_for(0), DayFor::RestOrCrossTraining);
        let red = Signs { is_red_open: true, ..Signs::default() };
        assert_eq!((readiness(&red), day_for(readiness(&red))), (40, DayFor::EasyRun));
        assert_eq!(day_for(60), DayFor::HardRun);
    }
}
