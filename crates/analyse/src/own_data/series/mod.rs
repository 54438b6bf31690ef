//! What may come before a flare, day by day: known, known to be nothing, or missing.
//!
//! A value belongs to the end of its day. Nothing here looks ahead. Source: load text F2, key `rule`. Grade D unless
//! the exposure's own file says better.

mod fast_days;
mod knee;
mod load;
mod rest;
mod rolling;
mod shoes;

use super::timeline::Timeline;
use crate::causes::case::Case;
use kneewise_types::own_data::Exposure;

/// One exposure, one value a day.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Series {
    pub exposure: Exposure,
    pub pair: Option<String>,
    pub values: Vec<Option<f64>>,
    /// The same under another choice (damage exponent 4 and 9).
    pub variants: Vec<Vec<Option<f64>>>,
}

impl Series {
    fn new(exposure: Exposure, values: Vec<Option<f64>>) -> Self {
        Self { exposure, pair: None, values, variants: Vec::new() }
    }
}

/// All series of a case.
pub(super) fn all(case: &Case<'_>, timeline: Timeline) -> Vec<Series> {
    let mut all = load::series(case, timeline);
    all.extend(knee::series(case, timeline));
    all.extend(rest::series(case, timeline));
    all.extend(shoes::series(case, timeline));
    all
}

const fn presence(is_there: bool) -> f64 {
    if is_there { 1.0 } else { 0.0 }
}

/// Whether the week that ends with each day has new speed, and new descent (clinical text G.2, L4).
pub(super) fn new_speed_and_descent(case: &Case<'_>) -> (Vec<Option<bool>>, Vec<Option<bool>>) {
    load::new_speed_and_descent(case)
}

/// Whether each day had a hard session, also by speed alone.
pub(super) fn hard_days(case: &Case<'_>, timeline: Timeline) -> Vec<Option<bool>> {
    fast_days::hard_days(case, timeline)
}

/// Mean hours short of enough sleep, and mean stress, of the last seven days, from three known ones on.
pub(super) fn sleep_and_stress(case: &Case<'_>, timeline: Timeline) -> [Vec<Option<f64>>; 2] {
    rest::sleep_and_stress(case, timeline, 3)
}

/// How far below the preferred step rate the runs of each day were.
pub(super) fn slow_days(case: &Case<'_>, timeline: Timeline) -> Vec<Option<f64>> {
    knee::slow_days(case, timeline)
}

/// Metres run on each day by surface, the unknown last.
pub(super) fn surface_metres(case: &Case<'_>, timeline: Timeline) -> Vec<[f64; 6]> {
    load::surface_metres(case, timeline)
}
