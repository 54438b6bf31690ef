//! Rules over several runs or weeks.
//!
//! Formula (clinical text A.3, series rules): 3 AMBER runs in a row; 2 RED in 7 days; 3 RED in 14; a RED not closed after
//! 14 days; mean `pain_morning` of this week more than 1 above last week; no improvement: mean `pain_during_max` of the
//! last 14 days not lower by 1 or more than in the first 14 days of a flare that began 6 weeks ago or earlier and goes on.
//! Units: points, local days. Source: [rule], key `rule`. Grade D.
//! Our choices: a PROVISIONAL run neither counts as AMBER nor breaks the row; REDs are looked at while the latest is at
//! most 14 days old; the flare stands for the plan that the text speaks of, with at least 3 rated runs in either window,
//! and a mean below 1 is an improvement.
//! Says nothing: without the runs or mornings that a rule needs.

use super::diary::Diary;
use super::light_days::LightDays;
use super::morning_weeks::morning_weeks;
use crate::calendar::{Window, add_days, count_days, days_between, mean};
use kneewise_types::assessment::Flare;
use kneewise_types::light::{Light, LightFact};
use kneewise_types::{Date, PainScore};

const ROW_OF_AMBER: usize = 3;
/// An old row says nothing of today.
const RECENT_DAYS: i64 = 28;
const RED_DAYS: i64 = 14;
const PLAN_DAYS: i64 = 42;
const MEAN_DAYS: i64 = 14;
const LEAST_RUNS: usize = 3;
const IMPROVED: f64 = 1.0;

/// All that hold on the day asked, the most serious first.
pub(super) fn series(diary: &Diary, flares: &[Flare], lights: &LightDays, as_of: Date) -> Vec<LightFact> {
    [
        not_closed(lights, as_of),
        reds(lights, as_of, 3, RED_DAYS).map(|dates| LightFact::ThreeReds { dates }),
        no_improvement(diary, flares, as_of),
        reds(lights, as_of, 2, 7).map(|dates| LightFact::TwoReds { dates }),
        ambers(lights, as_of),
        rising(diary, as_of),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn not_closed(lights: &LightDays, as_of: Date) -> Option<LightFact> {
    let red = lights.open.filter(|red| red.is_overdue(as_of))?;
    Some(LightFact::RedNotClosed { since: red.since, days: count_days(days_between(red.since, as_of)) })
}

/// The latest `number` REDs, when they lie within `days`.
fn reds(lights: &LightDays, as_of: Date, number: usize, days: i64) -> Option<Vec<Date>> {
    let from = lights.reds.len().checked_sub(number)?;
    let latest = lights.reds.get(from..)?;
    let (first, last) = (*latest.first()?, *latest.last()?);
    (days_between(first, last) < days && days_between(last, as_of) < RED_DAYS).then(|| latest.to_vec())
}

fn ambers(lights: &LightDays, as_of: Date) -> Option<LightFact> {
    let rated = lights.runs.iter().rev().filter(|run| run.light != Light::Provisional);
    let mut dates: Vec<Date> =
        rated.take_while(|run| run.light == Light::Amber).take(ROW_OF_AMBER).map(|run| run.date).collect();
    dates.reverse();
    let is_recent = dates.last().is_some_and(|last| days_between(*last, as_of) < RECENT_DAYS);
    (dates.len() == ROW_OF_AMBER && is_recent).then_some(LightFact::ThreeAmber { dates })
}

fn rising(diary: &Diary, as_of: Date) -> Option<LightFact> {
    let weeks = morning_weeks(diary, as_of).filter(|weeks| weeks.is_rising())?;
    Some(LightFact::MorningsRise { this_week: weeks.this_week, last_week: weeks.last_week })
}

fn no_improvement(diary: &Diary, flares: &[Flare], as_of: Date) -> Option<LightFact> {
    let since = flares.last().filter(|flare| flare.end.is_none())?.start;
    if days_between(since, as_of) < PLAN_DAYS {
        return None;
    }
    let first_mean = runs_mean(diary, Window { from: since, to: add_days(since, MEAN_DAYS - 1) })?;
    let last_mean = runs_mean(diary, Window::ending(as_of, MEAN_DAYS))?;
    let has_improved = last_mean < 1.0 || first_mean - last_mean >= IMPROVED;
    (!has_improved).then_some(LightFact::NoImprovement { since, first_mean, last_mean })
}

/// Mean pain during the runs of a window; `None` with fewer than 3 rated.
fn runs_mean(diary: &Diary, window: Window) -> Option<f64> {
    let rated = diary.within(window).iter().filter_map(|entry| entry.pain_during_max);
    let points: Vec<f64> = rated.map(|pain: PainScore| f64::from(pain.points())).collect();
    if points.len() < LEAST_RUNS { None } else { mean(&points) }
}
