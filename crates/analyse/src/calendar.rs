//! Arithmetic on the runner's local days. Saturates at the ends of the calendar instead of failing.

use jiff::SignedDuration;
use kneewise_types::Date;

const SECONDS_A_DAY: i64 = 86_400;

/// The day `days` later (earlier when negative).
#[must_use]
pub fn add_days(date: Date, days: i64) -> Date {
    date.saturating_add(SignedDuration::from_secs(days.saturating_mul(SECONDS_A_DAY)))
}

/// Days from `from` to `to`; negative when `to` is earlier.
#[must_use]
pub fn days_between(from: Date, to: Date) -> i64 {
    to.duration_since(from).as_secs() / SECONDS_A_DAY
}

/// A span of days, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Window {
    pub from: Date,
    pub to: Date,
}

impl Window {
    /// The `days` days that end with `to`.
    pub(crate) fn ending(to: Date, days: i64) -> Self {
        Self { from: add_days(to, 1 - days), to }
    }

    pub(crate) fn contains(self, date: Date) -> bool {
        self.from <= date && date <= self.to
    }

    /// Number of days; 0 when the window is empty.
    pub(crate) fn days(self) -> i64 {
        (days_between(self.from, self.to) + 1).max(0)
    }

    /// The days that both windows hold, as a number.
    pub(crate) fn overlap_days(self, other: Self) -> i64 {
        Self { from: self.from.max(other.from), to: self.to.min(other.to) }.days()
    }
}

/// A count as a real number, for means and shares.
#[expect(clippy::cast_precision_loss, reason = "counts of days and runs are far below 2^52")]
pub(crate) const fn real(count: usize) -> f64 {
    count as f64
}

/// A number of days as a real number.
#[expect(clippy::cast_precision_loss, reason = "days of the calendar are far below 2^52")]
pub(crate) const fn real_days(days: i64) -> f64 {
    days as f64
}

/// A count as it is written in reasons.
pub(crate) fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Days as they are written in reasons.
pub(crate) fn count_days(days: i64) -> u32 {
    u32::try_from(days).unwrap_or(0)
}

pub(crate) use crate::load::number::mean;

/// The median; `None` of nothing.
pub(crate) fn median(values: &[f64]) -> Option<f64> {
    crate::load::number::median(&mut values.to_vec())
}

#[cfg(test)]
pub(crate) fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_cross_months_and_leap_years() {
        assert_eq!(add_days(day("2024-02-28"), 2), day("2024-03-01"));
        assert_eq!(add_days(day("2026-01-01"), -1), day("2025-12-31"));
        assert_eq!(days_between(day("2024-02-28"), day("2024-03-01")), 2);
        assert_eq!(Window::ending(day("2026-03-28"), 28).from, day("2026-03-01"));
    }

    #[test]
    fn the_median_of_an_even_number_is_halfway() {
        assert_eq!(median(&[3.0, 1.0, 2.0, 10.0]), Some(2.5));
        assert_eq!(median(&[]), None);
    }
}
