//! A RED that has not been closed.
//!
//! It closes when `pain_morning` is at most its frozen B on two mornings in a row, no sign of step 1 is left, and 48 h
//! have passed since the latest RED. Not closed after 14 days, B is taken afresh from those mornings.
//! Source: clinical text A.3, table of actions [rule], key `rule`. Grade D. Units: points, local days.

use super::diary::Diary;
use super::morning_baseline::of_mornings;
use super::signs::Signs;
use crate::calendar::{Window, add_days, days_between};
use kneewise_types::Date;
use kneewise_types::light::OpenRed;

const LEAST_OPEN_DAYS: i64 = 2;
/// From then on B is taken afresh, and an assessment is advised.
pub(super) const OVERDUE_DAYS: i64 = 14;
const MORNINGS: usize = 7;

/// What is kept of an open RED while the diary is walked through.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Red {
    pub since: Date,
    pub latest: Date,
    /// B on the day it opened.
    pub frozen: f64,
}

impl Red {
    /// B while it is open.
    pub(super) fn baseline(&self, diary: &Diary, date: Date) -> f64 {
        if !self.is_overdue(date) {
            return self.frozen;
        }
        let mornings: Vec<f64> = diary
            .within(Window { from: self.since, to: date })
            .iter()
            .rev()
            .filter_map(|entry| entry.pain_morning.map(|pain| f64::from(pain.points())))
            .take(MORNINGS)
            .collect();
        of_mornings(&mornings)
    }

    pub(super) fn is_overdue(&self, date: Date) -> bool {
        days_between(self.since, date) >= OVERDUE_DAYS
    }

    pub(super) fn is_closed(&self, diary: &Diary, date: Date) -> bool {
        let settled = |day| self.is_settled(diary, day, date) == Some(true);
        days_between(self.latest, date) >= LEAST_OPEN_DAYS
            && settled(date)
            && settled(add_days(date, -1))
            && !Signs::latest(diary, Window { from: self.since, to: date }).is_red()
    }

    /// Whether the morning of `day` is no worse than B as of `date`; `None` when it was not entered.
    fn is_settled(&self, diary: &Diary, day: Date, date: Date) -> Option<bool> {
        let morning = diary.day(day)?.pain_morning?;
        Some(f64::from(morning.points()) <= self.baseline(diary, date))
    }

    /// How it stands on a day on which it is open.
    pub(super) fn describe(&self, diary: &Diary, date: Date) -> OpenRed {
        let settled = |day| self.is_settled(diary, day, date);
        let (today, yesterday) = (settled(date), settled(add_days(date, -1)));
        // Days until two settled mornings in a row are there, if all goes well from now on.
        let (settled_mornings, days) = match (today, yesterday) {
            (Some(true), Some(true)) => (2, 0),
            (Some(true), _) => (1, 1),
            (Some(false), _) => (0, 2),
            (None, Some(true)) => (1, 0),
            (None, _) => (0, 1),
        };
        let earliest = add_days(date, days).max(add_days(self.latest, LEAST_OPEN_DAYS));
        let signs = Signs::latest(diary, Window { from: self.since, to: date }).red();
        OpenRed {
            since: self.since,
            latest: self.latest,
            baseline: self.baseline(diary, date),
            is_baseline_fresh: self.is_overdue(date),
            settled_mornings,
            // What closes it is entered after this day when everything else is there.
            earliest_close: if signs.is_empty() { earliest } else { earliest.max(add_days(date, 1)) },
            signs,
        }
    }
}
