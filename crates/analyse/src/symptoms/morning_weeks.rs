//! Mean morning pain of one week against the week before.
//!
//! Formula: mean `pain_morning` over 7 days, at least 3 mornings each; rising when more than 1 point higher.
//! Source: clinical text A.3, week rule [rule], key `rule`. Grade D.

use super::diary::Diary;
use crate::calendar::{Window, add_days, mean};
use kneewise_types::Date;

const LEAST_MORNINGS: usize = 3;
const RISE: f64 = 1.0;

/// Two weeks of mornings side by side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct MorningWeeks {
    pub this_week: f64,
    pub last_week: f64,
}

impl MorningWeeks {
    pub(crate) fn is_rising(self) -> bool {
        self.this_week - self.last_week > RISE
    }
}

/// The week that ends with `to` and the one before; `None` with fewer than 3 mornings in either.
pub(crate) fn morning_weeks(diary: &Diary, to: Date) -> Option<MorningWeeks> {
    let this_week = week_mean(diary, to)?;
    let last_week = week_mean(diary, add_days(to, -7))?;
    Some(MorningWeeks { this_week, last_week })
}

fn week_mean(diary: &Diary, to: Date) -> Option<f64> {
    let mornings: Vec<f64> = diary
        .within(Window::ending(to, 7))
        .iter()
        .filter_map(|entry| entry.pain_morning.map(|pain| f64::from(pain.points())))
        .collect();
    if mornings.len() < LEAST_MORNINGS { None } else { mean(&mornings) }
}
