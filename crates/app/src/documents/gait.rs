//! `gait --json`: the way of running as the watch tells it.

use super::SCHEMA;
use crate::words::{Voice, gait as said, plain};
use kneewise_analyse::gait::norms::Third;
use kneewise_analyse::gait::{
    BalanceShift, CadenceAlarm, CadenceOpportunity, GaitBaseline, GaitLack, GaitMeasure, GaitReport, GaitWeek,
};
use kneewise_types::Date;
use serde::Serialize;
use utoipa::ToSchema;

/// Weeks shown.
const WEEKS: usize = 26;

/// The way of running on a day.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Gait)]
pub struct Document {
    pub schema: u32,
    #[schema(value_type = String, format = Date)]
    pub as_of: Date,
    /// Runs up to that day whose way of running is known.
    pub runs: usize,
    /// What it says in sentences, the most telling first.
    pub text: Vec<String>,
    /// Preferred step rate `at_3_mps_spm * (v / 3) ^ exponent`, and the days it was fitted to.
    #[schema(value_type = Option<Object>)]
    pub baseline: Option<GaitBaseline>,
    /// The latest 26 weeks against the baseline: `rho` is measured over preferred step rate.
    #[schema(value_type = Vec<Object>)]
    pub weeks: Vec<GaitWeek>,
    #[schema(value_type = Option<Object>)]
    pub change: Option<CadenceAlarm>,
    #[schema(value_type = Option<Object>)]
    pub balance_shift: Option<BalanceShift>,
    /// The last 28 days against everybody at the same speed.
    #[schema(value_type = Option<Object>)]
    pub beside_others: Option<CadenceOpportunity>,
    /// Third of recreational women at about 2.98 m/s; context, never good or bad.
    #[schema(value_type = Option<String>)]
    pub third: Option<Third>,
    pub measures: Vec<MeasureShown>,
    pub missing: Vec<GaitMissing>,
}

/// One measure: how it is, and how it was.
#[derive(Debug, Serialize, ToSchema)]
pub struct MeasureShown {
    #[schema(value_type = String)]
    pub measure: GaitMeasure,
    pub name: &'static str,
    pub unit: &'static str,
    /// Median over the runs of 28 days that tell it.
    pub now: f64,
    pub runs: usize,
    pub usual: Option<f64>,
    /// Percentiles of a vendor's users; grade D.
    #[schema(value_type = Option<Vec<u8>>)]
    pub vendor_percentiles: Option<(u8, u8)>,
}

/// What is not known, and what it would need.
#[derive(Debug, Serialize, ToSchema)]
pub struct GaitMissing {
    #[serde(flatten)]
    #[schema(value_type = Object)]
    pub lack: GaitLack,
    pub text: String,
}

/// The document of a report.
#[must_use]
pub fn document(report: &GaitReport, voice: &Voice) -> Document {
    let measures = report.measures.iter().map(|one| {
        let (name, unit) = said::measure(one.measure);
        let (now, runs, usual) = (one.now, one.runs, one.usual);
        MeasureShown {
            measure: one.measure,
            name,
            unit,
            now,
            runs,
            usual,
            vendor_percentiles: one.vendor_band,
        }
    });
    let from = report.weeks.len().saturating_sub(WEEKS);
    Document {
        schema: SCHEMA,
        as_of: report.as_of,
        runs: report.runs,
        text: sentences(report, voice).iter().map(|sentence| plain(sentence)).collect(),
        baseline: report.baseline,
        weeks: report.weeks.get(from..).unwrap_or_default().to_vec(),
        change: report.alarm,
        balance_shift: report.balance,
        beside_others: report.opportunity,
        third: report.third,
        measures: measures.collect(),
        missing: report
            .lacks
            .iter()
            .map(|lack| GaitMissing { lack: *lack, text: plain(&said::lack(*lack)) })
            .collect(),
    }
}

fn sentences(report: &GaitReport, voice: &Voice) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(own) = &report.baseline {
        let speed = report
            .opportunity
            .map_or(kneewise_analyse::knee::REFERENCE_SPEED_M_S, |now| now.median_speed_mps);
        lines.push(said::habit(voice, own, speed));
        lines.push(said::change(voice, report.alarm.as_ref()));
    }
    lines.extend(report.opportunity.map(|now| said::beside_others(voice, &now, &report.everybody)));
    lines.extend(report.third.map(|third| said::third(third).to_owned()));
    lines.extend(report.balance.map(|shift| said::balance(voice, &shift)));
    lines
}
