//! The light of every run and entered day of one knee, walked through once, oldest first.
//!
//! Source: clinical text A.3, table of actions [rule], key `rule`. Grade D.

use super::diary::Diary;
use super::explain::RatedDay;
use super::light::{Rating, Scores, light};
use super::mode::Modes;
use super::morning_baseline::morning_baseline;
use super::open_red::Red;
use super::signs::Signs;
use crate::calendar::{Window, add_days};
use crate::order;
use kneewise_types::assessment::Flare;
use kneewise_types::light::{Light, RunLight};
use kneewise_types::{Date, SymptomEntry};

/// All that the light needs to know of one knee.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Knee<'a> {
    pub diary: &'a Diary,
    pub flares: &'a [Flare],
    /// Days with a run, sorted.
    pub run_days: &'a [Date],
    pub modes: &'a Modes<'a>,
}

/// The lights of one knee.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct LightDays {
    /// Days on which a run was RED, or a RED opened on a day without a run.
    pub reds: Vec<Date>,
    /// Every run since the first entry, with its light.
    pub runs: Vec<RunLight>,
    /// Every run and every entered day, with its light.
    pub days: Vec<RunLight>,
    /// From a RED to the day before it was closed; one that is still open ends with the day asked.
    pub open_spans: Vec<Window>,
    /// Mornings that do not count for B: from a RED until it was closed.
    pub spans: Vec<Window>,
    pub(super) open: Option<Red>,
    /// The latest RED, the latest run, and the day asked: how each was rated.
    pub(super) latest_red: Option<Rated>,
    pub(super) latest_run: Option<Rated>,
    pub(super) today: Option<Rated>,
}

/// One day and how it was rated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rated {
    pub date: Date,
    pub is_run: bool,
    pub rating: Rating,
    pub light: Light,
}

/// Walks through the diary once and lights every day.
pub(crate) fn light_days(knee: &Knee<'_>, as_of: Date) -> LightDays {
    let mut lights = LightDays::default();
    for date in event_days(knee) {
        if let Some(red) = lights.open.take_if(|red| red.is_closed(knee.diary, date)) {
            lights.open_spans.push(Window { from: red.since, to: add_days(date, -1) });
            // Mornings from which B was taken afresh count from then on; the others are left out.
            if !red.is_overdue(date) {
                lights.spans.push(Window { from: red.since, to: add_days(date, -1) });
            }
        }
        let rated = rate(knee, &lights, date, is_run_day(knee, date));
        if rated.light == Light::Red {
            if rated.is_run || lights.open.is_none() {
                lights.reds.push(date);
            }
            let opened = Red { since: date, latest: date, frozen: rated.rating.baseline };
            lights.open.get_or_insert(opened).latest = date;
            lights.latest_red = Some(rated);
        }
        lights.days.push(RunLight { date, light: rated.light });
        if rated.is_run {
            lights.runs.push(RunLight { date, light: rated.light });
            lights.latest_run = Some(rated);
        }
        lights.today = (date == as_of).then_some(rated);
    }
    lights.open_spans.extend(lights.open.map(|red| Window { from: red.since, to: as_of }));
    if lights.today.is_none() && !knee.diary.days().is_empty() {
        lights.today = Some(rate(knee, &lights, as_of, false));
    }
    lights
}

impl LightDays {
    /// The light of a rated day.
    pub(crate) fn on(&self, date: Date) -> Option<Light> {
        let at = self.days.binary_search_by(|day| day.date.cmp(&date)).ok()?;
        self.days.get(at).map(|day| day.light)
    }

    /// The lights of a window, oldest first.
    pub(crate) fn rated_within(&self, window: Window) -> impl Iterator<Item = Light> {
        let from = self.days.partition_point(|day| day.date < window.from);
        let to = self.days.partition_point(|day| day.date <= window.to);
        self.days.get(from..to).unwrap_or_default().iter().map(|day| day.light)
    }

    /// Whether a RED was open on that morning.
    pub(crate) fn is_red_open(&self, date: Date) -> bool {
        self.open_spans.iter().any(|span| span.from < date && date <= span.to)
    }
}

fn rate(knee: &Knee<'_>, lights: &LightDays, date: Date, is_run: bool) -> Rated {
    let baseline = match &lights.open {
        Some(red) => red.baseline(knee.diary, date),
        None => morning_baseline(knee.diary, if is_run { date } else { add_days(date, -1) }, &lights.spans),
    };
    let rating = rating(knee, date, is_run, baseline);
    Rated { date, is_run, rating, light: light(&rating) }
}

/// Days with an entry or a run, oldest first; runs before the first entry tell nothing.
fn event_days(knee: &Knee<'_>) -> Vec<Date> {
    let Some(first) = knee.diary.days().first().map(|entry| entry.date) else { return Vec::new() };
    let mut days: Vec<Date> = knee.diary.days().iter().map(|entry| entry.date).collect();
    days.extend(knee.run_days.iter().copied().filter(|date| *date >= first));
    order::sort(&mut days);
    days.dedup();
    days
}

fn is_run_day(knee: &Knee<'_>, date: Date) -> bool {
    let has_run_pain = |entry: &SymptomEntry| {
        entry.pain_before.is_some() || entry.pain_during_max.is_some() || entry.pain_60min.is_some()
    };
    knee.run_days.binary_search(&date).is_ok() || knee.diary.day(date).is_some_and(has_run_pain)
}

fn rating(knee: &Knee<'_>, date: Date, is_run: bool, baseline: f64) -> Rating {
    let entry = knee.diary.day(date);
    let morning_of = |day: Date| knee.diary.day(day).and_then(|entry| entry.pain_morning);
    let scores = if is_run {
        Scores {
            before: entry.and_then(|entry| entry.pain_before),
            during: entry.and_then(|entry| entry.pain_during_max),
            after_60_min: entry.and_then(|entry| entry.pain_60min),
            next_morning: morning_of(add_days(date, 1)),
        }
    } else {
        Scores::of_rest_day(morning_of(date))
    };
    Rating {
        mode: knee.modes.on(date),
        baseline,
        scores,
        signs: Signs::on(knee.diary, date),
        is_in_flare: flare_on(knee.flares, date).is_some(),
    }
}

/// The flare that goes on that day.
fn flare_on(flares: &[Flare], date: Date) -> Option<&Flare> {
    let latest = flares.iter().rev().find(|flare| flare.start <= date)?;
    latest.end.is_none_or(|end| date <= end).then_some(latest)
}

impl Knee<'_> {
    /// The day of a rating, as its reasons need it.
    pub(super) fn day_of(&self, rated: &Rated) -> RatedDay<'_> {
        RatedDay {
            diary: self.diary,
            date: rated.date,
            is_run: rated.is_run,
            flare_since: flare_on(self.flares, rated.date).map(|flare| flare.start),
        }
    }
}
