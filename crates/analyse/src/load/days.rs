//! The calendar-day series that every question about weeks is answered from.
//!
//! What: one entry a local day from the first activity to the day asked, 0 on rest days, `None` on days when
//!   recording is unknown.
//! Formula: 28 days or more in a row without anything entered or recorded count as recording unknown [choice]: a
//!   runner who rests still has other entries, one whose watch is broken has none.
//! Units: m, s, local days; all ranges include both ends.
//! Source: load text B (`rule`).
//! Grade: D.
//! Limits: a shorter hole in the records reads as rest.
//! Says nothing: before the first activity.

use super::spike::{Best, REFERENCE_DAYS};
use super::week_change::week_change;
pub use crate::calendar::{add_days as plus_days, days_between};
use kneewise_types::assessment::LoadDay;
use kneewise_types::{Date, Evidence, Grade};
use std::collections::VecDeque;

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

/// So many days in a row without any entry: recording is unknown.
pub const SILENT_DAYS: usize = 28;

/// No series reaches further back than this: a wrong clock must not make years of empty days.
const LONGEST_SERIES_DAYS: i64 = 60 * 366;

/// Running sums, so that any range is two look-ups.
#[derive(Debug, Clone, Default, PartialEq)]
struct Sums {
    known_days: u32,
    distance_m: f64,
    hard_s: f64,
    hard_unknown: u32,
    descent_m: f64,
    descent_unknown: u32,
}

impl Sums {
    fn and(&self, day: &LoadDay) -> Self {
        let is_known = day.running_distance_m.is_some();
        Self {
            known_days: self.known_days + u32::from(is_known),
            distance_m: self.distance_m + day.running_distance_m.unwrap_or(0.0),
            hard_s: self.hard_s + day.hard_s.unwrap_or(0.0),
            hard_unknown: self.hard_unknown + u32::from(is_known && day.hard_s.is_none()),
            descent_m: self.descent_m + day.descent_m.unwrap_or(0.0),
            descent_unknown: self.descent_unknown + u32::from(is_known && day.descent_m.is_none()),
        }
    }
}

/// A week far above the one before.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeekRise {
    pub from: Date,
    pub to: Date,
    pub distance_m: f64,
    pub before_m: f64,
    /// 1.44 is 44 % more.
    pub ratio: f64,
}

/// Dense days with their running sums.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DaySeries {
    days: Vec<LoadDay>,
    /// One more than days: the sums before each day, and after the last.
    sums: Vec<Sums>,
    best_30: Vec<Option<Best>>,
}

impl DaySeries {
    /// From dense days, oldest first.
    pub(super) fn new(mut days: Vec<LoadDay>) -> Self {
        let best_30 = best_before(&days);
        for (day, best) in days.iter_mut().zip(&best_30) {
            day.best_30_days_m = best.map(|best| best.distance_m);
        }
        let mut sums = vec![Sums::default()];
        for day in &days {
            let next = sums.last().map(|last| last.and(day));
            sums.extend(next);
        }
        Self { days, sums, best_30 }
    }

    /// Every day, oldest first, without holes.
    #[must_use]
    pub fn days(&self) -> &[LoadDay] {
        &self.days
    }

    /// The first day; `None` when nothing was ever recorded.
    #[must_use]
    pub fn first(&self) -> Option<Date> {
        self.days.first().map(|day| day.date)
    }

    /// The day asked; `None` when nothing was ever recorded.
    #[must_use]
    pub fn last(&self) -> Option<Date> {
        self.days.last().map(|day| day.date)
    }

    /// One day, when it lies in the series.
    #[must_use]
    pub fn day(&self, date: Date) -> Option<&LoadDay> {
        self.days.get(self.position(date)?)
    }

    /// Longest session of the 30 days before a day of the series.
    #[must_use]
    pub fn best_30(&self, date: Date) -> Option<Best> {
        self.best_30.get(self.position(date)?).copied().flatten()
    }

    /// Longest session between two days, the latest of equals.
    #[must_use]
    pub fn best_between(&self, from: Date, to: Date) -> Option<Best> {
        self.slice(from, to)
            .iter()
            .filter_map(|day| day.longest_session_m.map(|distance_m| Best { distance_m, date: day.date }))
            .max_by(|a, b| a.distance_m.total_cmp(&b.distance_m))
    }

    /// The days of a range that lie in the series.
    #[must_use]
    pub fn slice(&self, from: Date, to: Date) -> &[LoadDay] {
        let (from, to) = self.bounds(from, to);
        self.days.get(from..to).unwrap_or(&[])
    }

    /// Days of a range on which recording is known.
    #[must_use]
    pub fn known_days(&self, from: Date, to: Date) -> u32 {
        self.ends(from, to).map_or(0, |(a, b)| b.known_days - a.known_days)
    }

    /// Running distance of a range, known days only.
    #[must_use]
    pub fn distance_m(&self, from: Date, to: Date) -> f64 {
        self.ends(from, to).map_or(0.0, |(a, b)| (b.distance_m - a.distance_m).max(0.0))
    }

    /// Time above threshold of a range; `None` when it could not be told for one of its runs.
    #[must_use]
    pub fn hard_s(&self, from: Date, to: Date) -> Option<f64> {
        let (a, b) = self.ends(from, to)?;
        (a.hard_unknown == b.hard_unknown).then(|| (b.hard_s - a.hard_s).max(0.0))
    }

    /// Metres downhill of a range; `None` when it could not be told for one of its runs.
    #[must_use]
    pub fn descent_m(&self, from: Date, to: Date) -> Option<f64> {
        let (a, b) = self.ends(from, to)?;
        (a.descent_unknown == b.descent_unknown).then(|| (b.descent_m - a.descent_m).max(0.0))
    }

    /// The largest 7-day sum that ends in a range over the 7 days before it, of those that have at least 3 km.
    #[must_use]
    pub fn largest_week_rise(&self, from: Date, to: Date) -> Option<WeekRise> {
        self.slice(from, to)
            .iter()
            .filter_map(|day| self.week_rise(day.date))
            .max_by(|a, b| a.ratio.total_cmp(&b.ratio))
    }

    fn week_rise(&self, to: Date) -> Option<WeekRise> {
        let (from, before_to, before_from) = (plus_days(to, -6), plus_days(to, -7), plus_days(to, -13));
        let before_m = self.distance_m(before_from, before_to);
        let distance_m = self.distance_m(from, to);
        let change = week_change(distance_m, before_m).filter(|_| self.known_days(before_from, to) == 14)?;
        Some(WeekRise { from, to, distance_m, before_m, ratio: 1.0 + change })
    }

    /// Weekly distances, oldest first, the last week ending on `last`; `None` unless every day is known.
    #[must_use]
    pub fn weekly_m(&self, last: Date, weeks: u32) -> Option<Vec<f64>> {
        let first = plus_days(last, 1 - 7 * i64::from(weeks));
        let week = |n: u32| {
            let from = plus_days(first, 7 * i64::from(n));
            self.distance_m(from, plus_days(from, 6))
        };
        (self.known_days(first, last) == 7 * weeks).then(|| (0..weeks).map(week).collect())
    }

    /// Sample standard deviation over mean of weekly distances, the last week ending on `last`.
    #[must_use]
    pub fn coefficient_of_variation(&self, last: Date, weeks: u32) -> Option<f64> {
        let weekly = self.weekly_m(last, weeks)?;
        let mean = super::number::mean(&weekly).filter(|mean| *mean > 0.0)?;
        Some(super::number::sample_sd(&weekly)? / mean)
    }

    fn position(&self, date: Date) -> Option<usize> {
        usize::try_from(days_between(self.first()?, date)).ok().filter(|at| *at < self.days.len())
    }

    /// Positions from (inclusive) and to (exclusive) of a range, cut to the series.
    fn bounds(&self, from: Date, to: Date) -> (usize, usize) {
        let Some(first) = self.first() else { return (0, 0) };
        let cut = |days: i64| usize::try_from(days.max(0)).unwrap_or(0).min(self.days.len());
        (cut(days_between(first, from)), cut(days_between(first, to) + 1))
    }

    fn ends(&self, from: Date, to: Date) -> Option<(&Sums, &Sums)> {
        let (from, to) = self.bounds(from, to);
        if to < from {
            return None;
        }
        Some((self.sums.get(from)?, self.sums.get(to)?))
    }
}

/// For each day the longest session of the 30 days before it, in one pass: candidates wait in falling order.
fn best_before(days: &[LoadDay]) -> Vec<Option<Best>> {
    let mut waiting: VecDeque<Best> = VecDeque::new();
    days.iter()
        .map(|day| {
            while waiting
                .front()
                .is_some_and(|best| days_between(best.date, day.date) > i64::from(REFERENCE_DAYS))
            {
                waiting.pop_front();
            }
            let best = waiting.front().copied();
            if let Some(distance_m) = day.longest_session_m {
                while waiting.back().is_some_and(|shorter| shorter.distance_m <= distance_m) {
                    waiting.pop_back();
                }
                waiting.push_back(Best { distance_m, date: day.date });
            }
            best
        })
        .collect()
}

/// Every date from the first day to the last, at most 60 years.
pub(super) fn dates(first: Date, last: Date) -> impl Iterator<Item = Date> {
    let start = first.max(plus_days(last, -LONGEST_SERIES_DAYS));
    std::iter::successors(Some(start), |date| date.tomorrow().ok()).take_while(move |date| *date <= last)
}

/// Marks the days that belong to a silent stretch: `true` where recording is unknown.
pub(super) fn silent_days(has_entry: &[bool]) -> Vec<bool> {
    let mut silent = Vec::with_capacity(has_entry.len());
    for stretch in has_entry.chunk_by(|a, b| a == b) {
        let is_silent = stretch.len() >= SILENT_DAYS && stretch.first() == Some(&false);
        silent.extend(std::iter::repeat_n(is_silent, stretch.len()));
    }
    silent
}
