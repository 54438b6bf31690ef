//! `load --json` and `/api/v1/load`: the days, and the longest run of 30 days first.

use super::load_series::{self, DaySeries};
use super::{SCHEMA, wire};
use crate::words::series::RATIO_NOTE;
use kneewise_analyse::load::series::DailyLoad;
use kneewise_types::Date;
use kneewise_types::assessment::{Assessment, LoadDay, Missing};
use serde::Serialize;
use utoipa::ToSchema;

/// The load series up to a day.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Load)]
pub struct Document<'a> {
    pub schema: u32,
    #[schema(value_type = String, format = Date)]
    pub as_of: Date,
    pub longest_30_days: Option<Longest>,
    #[schema(value_type = Vec<wire::LoadDay>)]
    pub days: &'a [LoadDay],
    #[schema(value_type = Vec<wire::Lacking>)]
    pub missing: &'a [Missing],
    /// The day series of training software, as descriptions.
    pub series: DaySeries,
    /// Only when asked for: describes change, predicts nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub week_against_last_weeks: Option<Ratios>,
}

/// The longest run of the 30 days before the day asked.
#[derive(Debug, Serialize, ToSchema)]
pub struct Longest {
    #[schema(value_type = String, format = Date)]
    pub date: Date,
    pub distance_m: Option<f64>,
}

/// The last seven days over the mean of the three weeks before, of each day.
#[derive(Debug, Serialize, ToSchema)]
pub struct Ratios {
    pub note: &'static str,
    pub days: Vec<Ratio>,
}

/// One day's ratio; `null` when not enough is known of the four weeks.
#[derive(Debug, Serialize, ToSchema)]
pub struct Ratio {
    #[schema(value_type = String, format = Date)]
    pub date: Date,
    pub ratio: Option<f64>,
}

/// The document with the series of one daily load, and the ratio when it was asked for.
#[must_use]
pub fn document(assessment: &Assessment, load: DailyLoad, has_ratio: bool) -> Document<'_> {
    let days = &assessment.working.load_days;
    let longest = best_of(days, assessment.as_of);
    let ratio = |(date, ratio)| Ratio { date, ratio };
    Document {
        schema: SCHEMA,
        as_of: assessment.as_of,
        longest_30_days: longest.map(|day| Longest { date: day.date, distance_m: day.longest_session_m }),
        days,
        missing: &assessment.missing,
        series: load_series::document(days, load),
        week_against_last_weeks: has_ratio
            .then(|| Ratios { note: RATIO_NOTE, days: ratios(days).map(ratio).collect() }),
    }
}

/// The day of the longest run in the 30 days before `as_of`, that day not included.
#[must_use]
pub fn best_of(days: &[LoadDay], as_of: Date) -> Option<&LoadDay> {
    let from = as_of.saturating_sub(jiff::Span::new().days(30));
    days.iter()
        .filter(|day| (from..as_of).contains(&day.date))
        .filter(|day| day.longest_session_m.is_some_and(|distance| distance > 0.0))
        .max_by(|a, b| a.longest_session_m.unwrap_or(0.0).total_cmp(&b.longest_session_m.unwrap_or(0.0)))
}

/// The last seven days over the mean of the three weeks before, of each day.
pub fn ratios(days: &[LoadDay]) -> impl Iterator<Item = (Date, Option<f64>)> {
    let distances: Vec<Option<f64>> = days.iter().map(|day| day.running_distance_m).collect();
    let series = kneewise_analyse::load::acute_chronic::series(&distances);
    days.iter().map(|day| day.date).zip(series.into_iter().map(|day| day.uncoupled))
}
