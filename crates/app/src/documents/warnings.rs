//! Early signs and how carefully to return, as documents for the command, the API and the pages.

use super::wire;
use crate::words::{self, Voice, warnings as said};
use kneewise_advise::false_alarms::{FalseAlarms, false_alarms};
use kneewise_types::assessment::Assessment;
use kneewise_types::{Date, EarlyWarning, ReturnBand, ReturnPoint, ReturnWatch, Side, WarningFact};
use serde::Serialize;
use utoipa::ToSchema;

/// An early sign with what was seen.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EarlyWarning)]
pub struct WarningShown {
    /// `morning`, `earlier_onset`, `swelling` or `stairs`.
    pub sign: &'static str,
    #[schema(value_type = wire::Side)]
    pub side: Side,
    #[schema(value_type = String, format = Date)]
    pub since: Date,
    /// The last day on which it was seen.
    #[schema(value_type = String, format = Date)]
    pub last: Date,
    /// Whether the 48 hours in which to react still run, with no flare since.
    pub is_active: bool,
    /// The fact in numbers.
    #[schema(value_type = Object)]
    pub fact: WarningFact,
    pub source: &'static str,
    pub grade: char,
    pub text: String,
    /// What to do within two days; null once they are over.
    pub next_step: Option<&'static str>,
    /// False alarms in a year of diary of simulated healthy runners; null when that is not measured.
    pub false_alarms_per_year: Option<f64>,
    /// The same in words.
    pub false_alarms_text: String,
}

/// How carefully one knee should return.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReturnWatch)]
pub struct ReturnShown {
    #[schema(value_type = wire::Side)]
    pub side: Side,
    pub points: u8,
    /// `normal`, `watch` or `guarded`.
    #[schema(value_type = String, example = "watch")]
    pub band: ReturnBand,
    pub counted: Vec<PointShown>,
    #[schema(value_type = Vec<String>)]
    pub not_known: Vec<ReturnPoint>,
    pub source: &'static str,
    pub grade: char,
    pub text: String,
}

/// What counted.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ReturnPoint)]
pub struct PointShown {
    #[schema(value_type = String, example = "short_sleep")]
    pub what: ReturnPoint,
    pub points: u8,
}

/// Early signs, oldest first.
#[must_use]
pub fn warnings(warnings: &[EarlyWarning], voice: &Voice) -> Vec<WarningShown> {
    let figures = false_alarms();
    warnings.iter().map(|warning| shown(warning, &figures, voice)).collect()
}

fn shown(warning: &EarlyWarning, figures: &FalseAlarms, voice: &Voice) -> WarningShown {
    let kind = warning.fact.kind();
    WarningShown {
        sign: kind.word(),
        side: warning.side,
        since: warning.since,
        last: warning.last,
        is_active: warning.is_active,
        fact: warning.fact.clone(),
        source: warning.evidence.source.0,
        grade: warning.evidence.grade.letter(),
        text: words::plain(&said::sentence(&warning.fact, warning.side, voice)),
        next_step: warning.is_active.then_some(said::next()),
        false_alarms_per_year: figures.all.false_alarms_a_year(kind),
        false_alarms_text: said::rate(kind, figures),
    }
}

/// How carefully each knee that had an episode should return.
#[must_use]
pub fn return_watch(assessment: &Assessment) -> Vec<ReturnShown> {
    let shown = |watch: &ReturnWatch| ReturnShown {
        side: watch.side,
        points: watch.points,
        band: watch.band,
        counted: watch
            .counted
            .iter()
            .map(|(what, points)| PointShown { what: *what, points: *points })
            .collect(),
        not_known: watch.not_known.clone(),
        source: watch.evidence.source.0,
        grade: watch.evidence.grade.letter(),
        text: said::return_watch(watch),
    };
    assessment.return_watch.iter().map(shown).collect()
}
