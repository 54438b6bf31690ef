//! The day series of training software inside `load`: descriptions without zones (load text B7).

use crate::words::series::RATIO_NOTE;
use kneewise_analyse::load::series::{DailyLoad, SeriesDay, series};
use kneewise_types::Date;
use kneewise_types::assessment::LoadDay;
use serde::Serialize;
use utoipa::ToSchema;

/// The series of one daily load.
#[derive(Debug, Serialize, ToSchema)]
pub struct DaySeries {
    /// The field of the days that is summed.
    pub of: &'static str,
    pub note: &'static str,
    pub grade: &'static str,
    pub days: Vec<SeriesOfDay>,
}

/// One day; `null` where not enough is known.
#[derive(Debug, Serialize, ToSchema)]
pub struct SeriesOfDay {
    #[schema(value_type = String, format = Date)]
    pub date: Date,
    /// Of the last seven days, in the unit of the load.
    pub acute_load: Option<f64>,
    /// The last seven days over the mean of the three weeks before.
    pub ratio_uncoupled: Option<f64>,
    /// The last seven days over the mean of the last four weeks.
    pub ratio_coupled: Option<f64>,
    pub acute_ewma: Option<f64>,
    pub chronic_ewma: Option<f64>,
    pub ratio_ewma: Option<f64>,
    pub long_term_load: Option<f64>,
    pub short_term_load: Option<f64>,
    pub balance: Option<f64>,
    /// Distance of the last seven days against the seven before.
    pub week_change_fraction: Option<f64>,
    pub monotony: Option<f64>,
    pub strain_au: Option<f64>,
}

/// The series of every day, by name.
#[must_use]
pub fn document(days: &[LoadDay], load: DailyLoad) -> DaySeries {
    let days = series(days, load).iter().map(row).collect();
    DaySeries { of: load.field(), note: RATIO_NOTE, grade: "D", days }
}

fn row(day: &SeriesDay) -> SeriesOfDay {
    let SeriesDay { date, acute_chronic, long_short, week_change, monotony } = day;
    SeriesOfDay {
        date: *date,
        acute_load: acute_chronic.acute_load,
        ratio_uncoupled: acute_chronic.uncoupled,
        ratio_coupled: acute_chronic.coupled,
        acute_ewma: acute_chronic.acute_ewma,
        chronic_ewma: acute_chronic.chronic_ewma,
        ratio_ewma: acute_chronic.ewma,
        long_term_load: long_short.map(|state| state.long_term),
        short_term_load: long_short.map(|state| state.short_term),
        balance: long_short.map(|state| state.balance),
        week_change_fraction: *week_change,
        monotony: monotony.map(|week| week.monotony),
        strain_au: monotony.map(|week| week.strain),
    }
}
