//! The days that own-data statistics look at: from the first activity to the day asked, by number.

use crate::calendar::{add_days, days_between};
use kneewise_types::Date;

/// Numbered days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Timeline {
    pub first: Date,
    pub days: usize,
}

impl Timeline {
    pub(super) fn position(self, date: Date) -> Option<usize> {
        usize::try_from(days_between(self.first, date)).ok().filter(|at| *at < self.days)
    }

    pub(super) fn date(self, at: usize) -> Date {
        add_days(self.first, i64::try_from(at).unwrap_or(i64::MAX))
    }

    /// A series with the same value on every day.
    pub(super) fn filled<T: Clone>(self, value: T) -> Vec<T> {
        vec![value; self.days]
    }
}
