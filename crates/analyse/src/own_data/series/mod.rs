//! What may come before a flare, day by day: known, known to be nothing, or missing.
//!
//! A value belongs to the end of its day. Nothing here looks ahead. Source: load text F2, key `rule`. Grade D unless
//! the exposure's own file says better.

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
