//! The page as it is printed, and as one file that needs nothing else.

use super::{Case, Report, ReportPart};
use crate::charts::runs_and_pain::{Measure, Paper, Sources, Span, draw, gather};
use crate::web::assets::SHEET_ALONE;
use crate::web::drawing::knee_marked;
use crate::why::pick;
use crate::words::language::language;
use crate::words::numbers::{day, per_cent, short};
use crate::words::pages::report::Report as Texts;
use crate::words::tests::unit;
use crate::words::{Voice, knee};
use askama::Template;
use kneewise_analyse::advised::advised_lengths;
use kneewise_types::assessment::RedFlagId;
use std::collections::BTreeMap;

const DAYS: i64 = 16 * 7;
/// Tests that have a line; the rest are counted.
const TESTS: usize = 7;
/// Letters of the causes from which on everything is set closer.
const DENSE: usize = 1450;

/// Everything the sheet shows.
#[derive(Debug)]
pub struct Sheet {
    pub t: Texts,
    pub report: Report,
    pub day: String,
    pub figure: Option<Figure>,
    pub chart: Option<String>,
    /// Pairs worn in the weeks of the chart.
    pub shoes: String,
    pub has_tests: bool,
    pub tests: Vec<TestRow>,
    pub more_tests: usize,
    pub tests_heading: String,
    pub own_heading: String,
    pub left_out: String,
    /// Set closer, so that it stays one page.
    pub is_dense: bool,
}

/// The knee with the place of the pain.
#[derive(Debug)]
pub struct Figure {
    pub drawing: String,
    pub label: &'static str,
}

/// One test in words.
#[derive(Debug)]
pub struct TestRow {
    pub name: String,
    pub left: String,
    pub right: String,
    pub ratio: String,
}

impl Sheet {
    /// The sheet of a case.
    #[must_use]
    pub fn of(case: &Case<'_>) -> Self {
        let report = case.report();
        let voice = case.voice;
        let latest = report.tests.iter().map(|test| test.date).max();
        let tests: Vec<TestRow> = report.tests.iter().take(TESTS).map(row).collect();
        let (chart, shoes) = case.has(ReportPart::Chart).then(|| chart(case)).unzip();
        let names: Vec<&str> = report.left_out.iter().map(|part| name(*part)).collect();
        Self {
            t: Texts,
            day: date(&voice),
            figure: figure(case),
            chart,
            shoes: shoes.unwrap_or_default(),
            has_tests: case.has(ReportPart::Tests),
            more_tests: report.tests.len().saturating_sub(TESTS),
            tests,
            tests_heading: latest
                .map_or_else(|| Texts.tests().to_owned(), |latest| Texts.tests_until(&voice.day(latest))),
            own_heading: Texts.own_heading(&case.assessment.own_data.flares.to_string()),
            left_out: if names.is_empty() { String::new() } else { Texts.left_out(&names.join("; ")) },
            is_dense: letters(&report) > DENSE,
            report,
        }
    }

    /// Whether a bar of the ladder is filled; bars count from 1.
    #[must_use]
    pub const fn has(&self, rung: &usize, rungs: &usize) -> bool {
        *rung <= *rungs
    }

    /// The name of a flag in the table of the science text.
    #[must_use]
    pub fn code(&self, id: &RedFlagId) -> String {
        format!("{id:?}")
    }
}

/// The name of a part, as its switch says it.
#[must_use]
pub fn name(part: ReportPart) -> &'static str {
    match part {
        ReportPart::Body => Texts.body(),
        ReportPart::Past => Texts.past(),
        ReportPart::Chart => Texts.chart(),
        ReportPart::Shoes => Texts.shoes(),
        ReportPart::Own => Texts.own(),
        ReportPart::Tests => Texts.tests(),
        ReportPart::Done => Texts.done(),
    }
}

/// How much text there is in the parts that grow.
fn letters(report: &Report) -> usize {
    let causes = report.causes.iter().flat_map(|cause| cause.reasons.iter().chain(&cause.against));
    let flags = report
        .red_flags
        .iter()
        .map(|flag| flag.text.len() + flag.reasons.iter().map(|reason| reason.text.len()).sum::<usize>());
    let texts = [&report.in_short, &report.own, &report.done, &report.questions, &report.about];
    causes.map(|reason| reason.text.len()).sum::<usize>()
        + flags.sum::<usize>()
        + texts.into_iter().flatten().map(String::len).sum::<usize>()
}

/// `1 October 2026`.
fn date(voice: &Voice) -> String {
    let day = day(voice.as_of, voice.as_of);
    format!("{day} {}", voice.as_of.year())
}

fn figure(case: &Case<'_>) -> Option<Figure> {
    let flare = pick::latest_flare(case.assessment)?;
    let region = flare.main_region?;
    Some(Figure { drawing: knee_marked(Some(region), flare.side), label: knee::region(region) })
}

/// The drawing, and the pairs worn in its weeks.
fn chart(case: &Case<'_>) -> (String, String) {
    let as_of = case.assessment.as_of;
    let span = Span::ending(as_of, DAYS);
    let lengths = advised_lengths(case.history, (span.from, span.to), as_of);
    let advised_m = lengths.into_iter().filter_map(|day| Some((day.date, day.metres?))).collect();
    let (history, assessment, knee_bw_s) = (case.history, case.assessment, BTreeMap::new());
    let sources = Sources { history, assessment, advised_m: &advised_m, knee_bw_s: &knee_bw_s };
    let timeline = gather(&sources, span, Measure::Distance, &case.voice);
    let pairs: Vec<&str> = timeline.pairs.iter().map(|pair| pair.name.as_str()).collect();
    let is_told = case.has(ReportPart::Shoes) && !pairs.is_empty();
    let shoes = if is_told { Texts.chart_shoes(&pairs.join("; ")) } else { String::new() };
    (draw(&timeline, Paper::SHEET), shoes)
}

fn row(test: &crate::documents::report::ReportTest) -> TestRow {
    let number = |value: Option<f64>| value.map_or_else(|| "·".to_owned(), short);
    let (left, right) = match test.both {
        Some(both) if test.left.is_none() && test.right.is_none() => (short(both), short(both)),
        _ => (number(test.left), number(test.right)),
    };
    TestRow {
        name: format!("{}, {}", test.name, unit(test.unit)),
        left,
        right,
        ratio: test.ratio.map(per_cent).unwrap_or_default(),
    }
}

/// The sheet as one file: its style inside, no script, no request to anywhere.
#[derive(Debug, Template)]
#[template(path = "report-file.html")]
pub struct File {
    pub sheet: Sheet,
    pub style: &'static str,
    pub language: &'static str,
}

impl File {
    #[must_use]
    pub fn of(case: &Case<'_>) -> Self {
        Self { sheet: Sheet::of(case), style: SHEET_ALONE, language: language().tag() }
    }
}
