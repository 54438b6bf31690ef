//! The day series that training software shows, side by side.
//!
//! What: this week compared with the last weeks (sums and moving averages), long-term and short-term load and their
//!   balance, change from week to week, monotony and strain, for every day.
//! Formula: those of `acute_chronic`, `long_and_short_term`, `week_change` and `monotony`.
//! Units: that of the chosen daily load; fractions and ratios; strain in AU.
//! Source: load text B1 to B7; each file's own.
//! Grade: D, week change C: they describe, none of them predicted injury in runners, and none enters a cause or a rule.
//! Limits: the long and short term rise from nothing, so the first six weeks of a history say little.
//! Says nothing: where a part says nothing; monotony and strain also when a rating of the week was estimated.

use super::acute_chronic::{self, AcuteChronic};
use super::long_and_short_term::{self, LongShort};
use super::monotony::{self, Monotony};
use super::week_change::week_change;
use kneewise_types::Date;
use kneewise_types::assessment::LoadDay;

/// What is summed each day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DailyLoad {
    /// Running distance, m.
    Distance,
    /// Running time, s.
    Duration,
    /// Session-RPE load, AU.
    SessionRpe,
    /// TRIMP.
    Trimp,
    /// Percent of an hour at threshold speed.
    RunStress,
}

impl DailyLoad {
    pub const ALL: [Self; 5] =
        [Self::Distance, Self::Duration, Self::SessionRpe, Self::Trimp, Self::RunStress];

    /// The name of the field of a day that it sums.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::Distance => "running_distance_m",
            Self::Duration => "running_duration_s",
            Self::SessionRpe => "session_rpe_load",
            Self::Trimp => "trimp",
            Self::RunStress => "run_stress",
        }
    }

    /// That of one day; `None` when it is not known.
    #[must_use]
    pub const fn of(self, day: &LoadDay) -> Option<f64> {
        match self {
            Self::Distance => day.running_distance_m,
            Self::Duration => day.running_duration_s,
            Self::SessionRpe => day.session_rpe_load,
            Self::Trimp => day.trimp,
            Self::RunStress => day.run_stress,
        }
    }
}

/// All of it for one day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SeriesDay {
    pub date: Date,
    pub acute_chronic: AcuteChronic,
    pub long_short: Option<LongShort>,
    /// Running distance of the last 7 days against the 7 before, a fraction.
    pub week_change: Option<f64>,
    /// Of session-RPE load, whatever load was chosen.
    pub monotony: Option<Monotony>,
}

/// The series of a daily load over dense days, oldest first.
#[must_use]
pub fn series(days: &[LoadDay], load: DailyLoad) -> Vec<SeriesDay> {
    let loads: Vec<Option<f64>> = days.iter().map(|day| load.of(day)).collect();
    let averages = acute_chronic::series(&loads).into_iter().zip(long_and_short_term::series(&loads));
    days.iter()
        .zip(averages)
        .enumerate()
        .map(|(at, (day, (acute_chronic, long_short)))| SeriesDay {
            date: day.date,
            acute_chronic,
            long_short,
            week_change: change(days, at),
            monotony: last_7(days, at).and_then(monotony_of),
        })
        .collect()
}

/// The 7 days that end with the one at `at`.
fn last_7(days: &[LoadDay], at: usize) -> Option<&[LoadDay; 7]> {
    days.get(..=at)?.last_chunk()
}

fn change(days: &[LoadDay], at: usize) -> Option<f64> {
    let week_m = |days: &[LoadDay; 7]| days.iter().map(|day| day.running_distance_m).sum::<Option<f64>>();
    let before = last_7(days, at.checked_sub(7)?).and_then(week_m)?;
    week_change(last_7(days, at).and_then(week_m)?, before)
}

fn monotony_of(week: &[LoadDay; 7]) -> Option<Monotony> {
    let mut loads = [0.0; 7];
    for (load, day) in loads.iter_mut().zip(week) {
        *load = day.session_rpe_load.filter(|_| !day.is_session_rpe_imputed)?;
    }
    monotony::of_week(&loads)
}

#[cfg(test)]
mod tests {
    use super::super::number::agrees;
    use super::*;

    fn days(km: &[f64]) -> Vec<LoadDay> {
        let first: Date = "2026-01-01".parse().unwrap();
        km.iter()
            .zip(0..)
            .map(|(km, n)| LoadDay {
                running_distance_m: Some(km * 1000.0),
                session_rpe_load: Some(*km),
                ..LoadDay::unknown(super::super::days::plus_days(first, n))
            })
            .collect()
    }

    /// The worked examples of B1, B2, B5 and B6 through the day series itself.
    #[test]
    fn the_worked_examples_come_out_of_the_series() {
        let mut km = [0.0, 120.0, 0.0, 0.0, 60.0, 60.0, 0.0].repeat(3);
        km.extend([0.0, 200.0, 0.0, 0.0, 100.0, 60.0, 0.0]);
        let b1 = *series(&days(&km), DailyLoad::Distance).last().unwrap();
        assert!(agrees(b1.acute_chronic.uncoupled.unwrap(), 1.5, 1e-9));
        assert!(agrees(b1.acute_chronic.coupled.unwrap(), 1.3333, 0.0001));
        assert!(agrees(b1.week_change.unwrap(), 0.5, 1e-9));

        let mut pattern = [0.0, 50.0, 0.0, 60.0, 0.0, 40.0, 90.0].repeat(4);
        pattern.extend([0.0, 60.0, 0.0, 90.0, 0.0, 60.0, 150.0]);
        let b2 = *series(&days(&pattern), DailyLoad::SessionRpe).last().unwrap();
        assert!(agrees(b2.acute_chronic.acute_ewma.unwrap(), 67.8530, 0.0001));
        assert!(agrees(b2.acute_chronic.ewma.unwrap(), 1.63674, 0.00001));

        let b5 =
            *series(&days(&[0.0, 300.0, 0.0, 400.0, 0.0, 200.0, 600.0]), DailyLoad::Distance).last().unwrap();
        assert!(agrees(b5.monotony.unwrap().monotony, 0.91570, 0.00001));
        assert!(agrees(b5.monotony.unwrap().strain, 1373.55, 0.01));

        let mut weeks = vec![24.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
        weeks.extend([30.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
        let b6 = *series(&days(&weeks), DailyLoad::Distance).last().unwrap();
        assert!(agrees(b6.week_change.unwrap(), 0.25, 1e-9));
    }

    #[test]
    fn a_missing_day_is_not_zero() {
        let mut missing = days(&[5.0; 40]);
        missing[35] = LoadDay::unknown(missing[35].date);
        let last = *series(&missing, DailyLoad::Distance).last().unwrap();
        assert_eq!(
            (last.week_change, last.acute_chronic.uncoupled, last.monotony.is_some()),
            (None, None, false)
        );
        assert!(last.long_short.is_some() && last.acute_chronic.ewma.is_some());
        assert_eq!(series(&missing, DailyLoad::Distance)[35].long_short, None);
    }

    #[test]
    fn an_estimated_rating_gives_no_monotony() {
        let mut rated = days(&[0.0, 300.0, 0.0, 400.0, 0.0, 200.0, 600.0]);
        rated[1].is_session_rpe_imputed = true;
        assert_eq!(series(&rated, DailyLoad::SessionRpe).last().unwrap().monotony, None);
    }

    #[test]
    fn each_load_reads_its_own_field_and_nothing_gives_nothing() {
        let mut day = LoadDay::unknown("2026-01-01".parse().unwrap());
        day.running_distance_m = Some(1.0);
        day.running_duration_s = Some(2.0);
        day.session_rpe_load = Some(3.0);
        day.trimp = Some(4.0);
        day.run_stress = Some(5.0);
        assert_eq!(DailyLoad::ALL.map(|load| load.of(&day)), [1.0, 2.0, 3.0, 4.0, 5.0].map(Some));
        let written = serde_json::to_value(day).unwrap();
        assert!(DailyLoad::ALL.iter().all(|load| written.get(load.field()).is_some()));
        assert_eq!(series(&[], DailyLoad::Trimp), []);
    }
}
