//! The main chart: on home, and alone under `/chart`, where its links lead without script.

use crate::charts::runs_and_pain::{Measure, Paper, Slot, Sources, Span, draw, gather};
use crate::web::asked::Asked;
use crate::web::frame::{Frame, Here};
use crate::web::page::html;
use crate::web::server::{Desk, Server};
use crate::web::trouble::Trouble;
use crate::words::pages::chart::Chart as Texts;
use crate::words::{Voice, knee, numbers};
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use jiff::ToSpan;
use kneewise_analyse::advised::advised_lengths;
use kneewise_analyse::load::days_between;
use kneewise_types::Date;
use serde::Deserialize;
use std::collections::BTreeMap;

const WIDE_DAYS: i64 = 16 * 7;
const NARROW_DAYS: i64 = 6 * 7;

/// What the address asks for; anything else is the usual.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ChartQuery {
    show: String,
    /// `6`, `16`, `52` or `all`.
    weeks: String,
    from: String,
    to: String,
    /// Not empty: with its numbers as a table.
    table: String,
}

impl ChartQuery {
    /// The days between two, both included.
    #[must_use]
    pub fn between(from: Date, to: Date) -> Self {
        Self { from: from.to_string(), to: to.to_string(), ..Self::default() }
    }
}

/// One of the choices above the chart.
#[derive(Debug, Clone)]
pub struct Choice {
    pub name: &'static str,
    pub address: String,
    pub is_chosen: bool,
}

/// Everything the template needs.
#[derive(Debug)]
pub struct ChartShown {
    pub t: Texts,
    pub title: String,
    pub note: &'static str,
    pub wide: String,
    pub narrow: String,
    pub has_band: bool,
    pub is_weekly: bool,
    pub measures: Vec<Choice>,
    pub spans: Vec<Choice>,
    pub earlier: Option<String>,
    pub later: Option<String>,
    pub axis: String,
    /// Where its numbers are as a table.
    pub table: String,
    /// The table, when it was asked for: it is longer than the rest of a page.
    pub rows: Option<Vec<Row>>,
}

/// A day in the table.
#[derive(Debug, Clone)]
pub struct Row {
    pub day: String,
    pub address: String,
    pub value: String,
    pub advised: String,
    pub morning: String,
    pub in_run: String,
}

#[derive(Template)]
#[template(path = "chart-page.html")]
struct ChartPage {
    frame: Frame,
    chart: ChartShown,
}

#[derive(Template)]
#[template(path = "chart.html")]
struct ChartPart {
    chart: ChartShown,
}

#[derive(Template)]
#[template(path = "chart-table.html")]
struct TablePart {
    chart: ChartShown,
}

/// `GET /chart`: the part when htmx asks, else a page with nothing but the chart.
pub async fn show(
    State(server): State<Server>,
    asked: Asked,
    Query(query): Query<ChartQuery>,
) -> Result<Response, Trouble> {
    server
        .page(asked, Here::Knee, move |desk| {
            let chart = chart(desk, &query)?;
            match (desk.asked.is_part, chart.rows.is_some()) {
                (true, false) => return html(&ChartPart { chart }),
                (true, true) => return html(&TablePart { chart }),
                (false, _) => {}
            }
            html(&ChartPage { frame: Frame::new(desk, Here::Knee, chart.title.clone()), chart })
        })
        .await
}

/// What was asked for, within what there is.
#[derive(Debug, Clone, Copy)]
struct Wish {
    measure: Measure,
    span: Span,
    narrow: Span,
    is_usual: bool,
    weeks: Option<i64>,
}

fn wish(query: &ChartQuery, first: Date, as_of: Date) -> Wish {
    let measure = Measure::ALL.into_iter().find(|measure| measure.word() == query.show).unwrap_or_default();
    let all = days_between(first, as_of).max(NARROW_DAYS) + 1;
    let day = |text: &str| text.parse::<Date>().ok().filter(|day| (first..=as_of).contains(day));
    let to = day(&query.to).unwrap_or(as_of);
    if let Some(from) = day(&query.from).filter(|from| *from < to) {
        let from = from.min(to.saturating_sub(13.days()));
        let span = Span { from, to };
        return Wish { measure, span, narrow: span, is_usual: false, weeks: None };
    }
    let weeks = match query.weeks.as_str() {
        "6" => Some(6),
        "16" => Some(16),
        "52" => Some(52),
        _ => None,
    };
    let days = match weeks {
        Some(weeks) => weeks * 7,
        None if query.weeks == "all" => all,
        None => WIDE_DAYS,
    };
    let is_usual = weeks.is_none() && query.weeks != "all";
    let narrow = if is_usual { NARROW_DAYS } else { days };
    Wish { measure, span: Span::ending(to, days), narrow: Span::ending(to, narrow), is_usual, weeks }
}

/// The chart of the knee the answer is about.
pub fn chart(desk: &Desk<'_>, query: &ChartQuery) -> Result<ChartShown, Trouble> {
    let (history, assessment) = (desk.history(), &desk.snapshot.assessment);
    let as_of = desk.as_of();
    let first = assessment.working.load_days.first().map_or(as_of, |day| day.date);
    let wish = wish(query, first, as_of);
    let knee_bw_s = impulses(desk)?;
    let advised_m = advised(desk, wish)?;
    let sources = Sources { history, assessment, advised_m: &advised_m, knee_bw_s: &knee_bw_s };
    let voice = desk.voice();
    let wide = gather(&sources, wish.span, wish.measure, &voice);
    let narrow = gather(&sources, wish.narrow, wish.measure, &voice);
    let has_band = wide.slots.iter().any(|slot| slot.advised.is_some());
    let is_weekly = wide.is_weekly();
    Ok(ChartShown {
        t: Texts,
        title: assessment
            .side
            .map_or_else(|| Texts.title_runs().to_owned(), |side| Texts.title(knee::knee(side))),
        note: match (is_weekly, has_band) {
            (true, _) => Texts.note_weeks(),
            (false, true) => Texts.note(),
            (false, false) => Texts.note_plain(),
        },
        wide: draw(&wide, Paper::WIDE),
        narrow: draw(&narrow, Paper::NARROW),
        has_band,
        is_weekly,
        measures: measures(wish),
        spans: spans(wish),
        earlier: page(wish, first, as_of, -1),
        later: page(wish, first, as_of, 1),
        axis: wide.axis.clone(),
        table: format!("{}&table=1", address(wish)),
        rows: (!query.table.is_empty()).then(|| rows(&wide.slots, &voice)),
    })
}

fn rows(slots: &[Slot], voice: &Voice) -> Vec<Row> {
    slots.iter().rev().filter(|slot| is_told(slot)).map(|slot| row(slot, voice)).collect()
}

fn is_told(slot: &Slot) -> bool {
    slot.value.is_some_and(|value| value > 0.0) || slot.morning.is_some() || slot.run_pain.is_some()
}

fn row(slot: &Slot, voice: &Voice) -> Row {
    let number = |value: Option<f64>| value.map_or_else(String::new, numbers::short);
    let points =
        |pain: Option<u8>| pain.map_or_else(|| Texts.no_entry().to_owned(), |points| points.to_string());
    Row {
        day: voice.day(slot.date),
        address: format!("/day/{}", slot.date),
        value: number(slot.value),
        advised: number(slot.advised),
        morning: points(slot.morning),
        in_run: slot.run_pain.map_or_else(String::new, |points| points.to_string()),
    }
}

fn measures(wish: Wish) -> Vec<Choice> {
    let name = |measure| match measure {
        Measure::Distance => Texts.distance(),
        Measure::Time => Texts.time(),
        Measure::Load => Texts.load(),
        Measure::Knee => Texts.knee_load(),
    };
    Measure::ALL
        .into_iter()
        .map(|measure| Choice {
            name: name(measure),
            address: address(Wish { measure, ..wish }),
            is_chosen: measure == wish.measure,
        })
        .collect()
}

fn spans(wish: Wish) -> Vec<Choice> {
    let choices =
        [("6", Texts.six_weeks()), ("16", Texts.sixteen_weeks()), ("52", Texts.year()), ("all", Texts.all())];
    let chosen = match (wish.is_usual, wish.weeks, wish.span == wish.narrow) {
        (true, ..) => "16".to_owned(),
        (false, Some(weeks), _) => weeks.to_string(),
        (false, None, _) => String::new(),
    };
    choices
        .into_iter()
        .map(|(word, name)| Choice {
            name,
            address: format!("/chart?show={}&weeks={word}", wish.measure.word()),
            is_chosen: word == chosen,
        })
        .collect()
}

/// The span before or after this one, if there are days in it.
fn page(wish: Wish, first: Date, as_of: Date, direction: i64) -> Option<String> {
    let days = wish.span.days();
    let to = wish.span.to.saturating_add((direction * days).days());
    let to = to.min(as_of);
    let is_there = if direction < 0 { to >= first } else { wish.span.to < as_of };
    is_there.then(|| address(Wish { span: Span::ending(to, days), is_usual: false, weeks: None, ..wish }))
}

fn address(wish: Wish) -> String {
    let show = wish.measure.word();
    match (wish.is_usual, wish.weeks) {
        (true, _) => format!("/chart?show={show}"),
        (false, Some(weeks)) => format!("/chart?show={show}&weeks={weeks}&to={}", wish.span.to),
        (false, None) => format!("/chart?show={show}&from={}&to={}", wish.span.from, wish.span.to),
    }
}

/// Impulse on the kneecap joint by day; a day with a run that has no knee load is left out.
fn impulses(desk: &Desk<'_>) -> Result<std::sync::Arc<BTreeMap<Date, f64>>, Trouble> {
    desk.snapshot.derive("impulse by day", || {
        let mut days: BTreeMap<Date, f64> = BTreeMap::new();
        for summary in desk.history().knee.iter().filter(|summary| summary.local_date <= desk.as_of()) {
            *days.entry(summary.local_date).or_default() += summary.dose.patellofemoral.impulse_bw_s;
        }
        Ok(days)
    })
}

/// Advised length of one day, m.
pub fn advised_on(desk: &Desk<'_>, date: Date) -> Result<Option<f64>, Trouble> {
    let lengths = advised_lengths(desk.history(), (date, date), desk.as_of());
    Ok(lengths.first().and_then(|day| day.metres))
}

/// Advised length by day, of at most the days that are shown as days.
fn advised(desk: &Desk<'_>, wish: Wish) -> Result<std::sync::Arc<BTreeMap<Date, f64>>, Trouble> {
    let (from, to) = (wish.span.from.min(wish.narrow.from), wish.span.to);
    if wish.span.days() > 200 {
        return Ok(std::sync::Arc::default());
    }
    desk.snapshot.derive(&format!("advised {from} {to}"), || {
        let lengths = advised_lengths(desk.history(), (from, to), desk.as_of());
        Ok(lengths.into_iter().filter_map(|day| Some((day.date, day.metres?))).collect())
    })
}
