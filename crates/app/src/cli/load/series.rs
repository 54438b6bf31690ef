//! `kneewise load --series`: the day series of training software, week by week, as figures without zones.

use crate::cli::context::Context;
use crate::cli::tables::table;
use crate::words::Voice;
use crate::words::series::{NOTES, heading};
use clap::ValueEnum;
use kneewise_analyse::load::series::{DailyLoad, SeriesDay, series};
use kneewise_types::Date;
use kneewise_types::assessment::LoadDay;

/// The daily load that the series are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// Running distance
    Distance,
    /// Running time
    Duration,
    /// Rating times minutes
    SessionRpe,
    /// Heart rate over time
    Trimp,
    /// Speed over time, against threshold speed
    RunStress,
}

impl Kind {
    /// What analysis calls it.
    pub const fn load(self) -> DailyLoad {
        match self {
            Self::Distance => DailyLoad::Distance,
            Self::Duration => DailyLoad::Duration,
            Self::SessionRpe => DailyLoad::SessionRpe,
            Self::Trimp => DailyLoad::Trimp,
            Self::RunStress => DailyLoad::RunStress,
        }
    }
}

/// One line a week, the last ending on the day asked, and what the columns mean.
pub fn lines(days: &[LoadDay], kind: Kind, weeks: u32, voice: &Voice, context: &Context) -> Vec<String> {
    let all = series(days, kind.load());
    let ends = (0..i64::from(weeks)).rev().map(|back| weeks_before(voice.as_of, back));
    let rows: Vec<Vec<String>> = ends
        .filter_map(|end| all.iter().find(|day| day.date == end))
        .map(|day| cells(day, kind, voice))
        .collect();
    let header = [
        "week to", "7 days", "vs weeks", "smoothed", "long", "short", "balance", "vs week", "monotony",
        "strain",
    ];
    let mut lines = vec![context.screen.bold(&heading(kind.load())), String::new()];
    let mut figures = table(&header, &[true; 10], &rows);
    if let Some(first) = figures.first_mut() {
        *first = context.screen.faint(first);
    }
    lines.extend(figures);
    lines.push(String::new());
    lines.extend(NOTES.iter().map(|note| context.screen.faint(note)));
    lines
}

fn weeks_before(as_of: Date, weeks: i64) -> Date {
    as_of.saturating_sub(jiff::Span::new().days(7 * weeks))
}

fn cells(day: &SeriesDay, kind: Kind, voice: &Voice) -> Vec<String> {
    let amount = |value: Option<f64>| value.map(|value| shown(value, kind, voice));
    let ratio = |value: Option<f64>| value.map(|value| format!("{value:.2}"));
    let state = day.long_short;
    [
        Some(voice.day(day.date)),
        amount(day.acute_chronic.acute_load),
        ratio(day.acute_chronic.uncoupled),
        ratio(day.acute_chronic.ewma),
        amount(state.map(|state| state.long_term)),
        amount(state.map(|state| state.short_term)),
        amount(state.map(|state| state.balance)),
        day.week_change.map(|change| format!("{:+.0} %", change * 100.0)),
        ratio(day.monotony.map(|week| week.monotony)),
        day.monotony.map(|week| format!("{:.0}", week.strain)),
    ]
    .map(|cell| cell.unwrap_or_else(|| "·".to_owned()))
    .to_vec()
}

/// Kilometres or miles, minutes, or a plain number. A balance may be below nothing.
fn shown(value: f64, kind: Kind, voice: &Voice) -> String {
    match kind {
        Kind::Distance if value < 0.0 => format!("-{}", voice.distance(-value)),
        Kind::Distance => voice.distance(value),
        Kind::Duration => format!("{:.0} min", value / 60.0),
        Kind::SessionRpe | Kind::Trimp | Kind::RunStress => format!("{value:.0}"),
    }
}
