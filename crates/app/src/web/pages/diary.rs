//! The diary: how a knee is on a day, where it hurts, and what that makes of today; both knees over a year.

mod calendar;
mod form;
mod saving;

pub use saving::{keep_day, refused, save, undo};

use super::notes::{self, Note, note};
use super::parts::LightShown;
use super::week;
use crate::web::asked::Asked;
use crate::web::drawing::knee_for_marking;
use crate::web::frame::{Frame, Here};
use crate::web::page::html;
use crate::web::query::Query;
use crate::web::segment::Segment;
use crate::web::server::{Desk, Server};
use crate::web::trouble::Trouble;
use crate::words::knee;
use crate::words::language::{Language, language};
use crate::words::numbers::day as said_day;
use crate::words::outings;
use crate::words::pages::diary::{Diary as Texts, region as region_name};
use crate::words::pages::week::Week;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use calendar::{Calendar, Mornings};
use form::{Field, Scale};
use jiff::ToSpan;
use kneewise_types::{Date, Region, Side, SymptomEntry};
use serde::Deserialize;

/// Notes found that are shown here; all of them have their page.
const NOTES: usize = 3;

/// What the address asks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DiaryQuery {
    /// `left`, `right` or `both`.
    side: String,
    /// The content that was just kept, for Undo.
    saved: String,
    /// `yes` after something was taken back.
    undone: String,
    /// Last day of the calendar.
    year: String,
}

/// Which knees the form is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sides {
    One(Side),
    Both,
}

impl Sides {
    /// The word in an address and in the form.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::One(side) => side.word(),
            Self::Both => "both",
        }
    }

    fn of_word(word: &str) -> Option<Self> {
        match word {
            "left" => Some(Self::One(Side::Left)),
            "right" => Some(Self::One(Side::Right)),
            "both" => Some(Self::Both),
            _ => None,
        }
    }

    /// The knee whose entry fills the form.
    const fn first(self) -> Side {
        match self {
            Self::One(side) => side,
            Self::Both => Side::Right,
        }
    }
}

#[derive(Template)]
#[template(path = "diary.html")]
struct DiaryPage {
    frame: Frame,
    t: Texts,
    date: Date,
    day: String,
    question: String,
    sides: Sides,
    earlier: String,
    later: Option<String>,
    morning: Scale,
    runs: Option<String>,
    run_scales: Vec<Scale>,
    signs: Vec<Field>,
    flags: Vec<Field>,
    stiffness: String,
    note: String,
    views: Vec<View>,
    regions: Vec<RegionRow>,
    saved: Option<Saved>,
    is_undone: bool,
    calendar: Calendar,
    mornings: Vec<Mornings>,
    notes: Vec<Note>,
    notes_waiting: usize,
    /// The weekly check, when it is due.
    week: Option<week::Ask>,
}

struct View {
    name: &'static str,
    title: &'static str,
    drawing: String,
    left_word: &'static str,
    right_word: &'static str,
}

struct RegionRow {
    code: &'static str,
    name: &'static str,
    is_on: bool,
    is_main: bool,
}

struct Saved {
    content: String,
    light: Option<LightShown>,
    why: String,
}

/// `GET /diary`: today.
pub async fn today(
    State(server): State<Server>,
    asked: Asked,
    Query(query): Query<DiaryQuery>,
) -> Result<Response, Trouble> {
    server.page(asked, Here::Diary, move |desk| page(desk, desk.as_of(), &query)).await
}

/// `GET /diary/{date}`
pub async fn show(
    State(server): State<Server>,
    asked: Asked,
    Segment(date): Segment,
    Query(query): Query<DiaryQuery>,
) -> Result<Response, Trouble> {
    let date: Date = date.parse().map_err(|_| Trouble::not_found(format!("/diary/{date}")))?;
    server
        .page(asked, Here::Diary, move |desk| {
            if date > desk.as_of() {
                return Err(Trouble::not_found(format!("/diary/{date}")));
            }
            page(desk, date, &query)
        })
        .await
}

fn page(desk: &Desk<'_>, date: Date, query: &DiaryQuery) -> Result<Response, Trouble> {
    let usual = desk.snapshot.assessment.side.unwrap_or(Side::Right);
    let sides = Sides::of_word(&query.side).unwrap_or(Sides::One(usual));
    let entry = entry(desk, sides.first(), date);
    let is_today = date == desk.as_of();
    let day = said_day(date, desk.as_of());
    let question = if is_today { Texts.question_today().to_owned() } else { Texts.question_then(&day) };
    let address = |date: Date| format!("/diary/{date}?side={}", sides.word());
    let waiting = notes::waiting(desk)?;
    let run = desk.history().activities.iter().find(|a| a.local_date == date && a.sport.is_running());
    html(&DiaryPage {
        frame: Frame::new(desk, Here::Diary, question.clone()),
        t: Texts,
        earlier: address(date.saturating_sub(1.day())),
        later: date.tomorrow().ok().filter(|next| *next <= desk.as_of()).map(address),
        morning: Scale::new("pain_morning", Texts.morning(), entry.pain_morning),
        runs: run.map(|run| {
            let length = run.distance.map(|distance| desk.voice().distance(distance.as_m()));
            let sport = outings::sport(run.sport);
            Texts.run_of(&[Some(sport), length].into_iter().flatten().collect::<Vec<_>>().join(", "))
        }),
        run_scales: vec![
            Scale::new("pain_before", Texts.before(), entry.pain_before),
            Scale::new("pain_during_max", Texts.during(), entry.pain_during_max),
            Scale::new("pain_60min", Texts.after(), entry.pain_60min),
        ],
        signs: form::signs(&entry),
        flags: form::flags(&entry),
        stiffness: entry.stiffness_min.map_or_else(String::new, |minutes| minutes.to_string()),
        note: entry.note.clone().unwrap_or_default(),
        views: views(&entry.regions, sides.first()),
        regions: regions(&entry.regions),
        saved: (!query.saved.is_empty()).then(|| saved(desk, sides, &query.saved)),
        is_undone: query.undone == "yes",
        calendar: calendar::calendar(desk, query.year.parse().ok()),
        mornings: calendar::mornings(desk),
        notes: waiting.iter().take(NOTES).map(|one| note(desk, one)).collect(),
        notes_waiting: waiting.len(),
        week: week::ask(desk),
        date,
        day,
        question,
        sides,
    })
}

/// What is known of a knee on a day; nothing filled in when nothing is.
fn entry(desk: &Desk<'_>, side: Side, date: Date) -> SymptomEntry {
    let known = desk.history().symptoms.iter().find(|entry| entry.side == side && entry.date == date);
    known.cloned().unwrap_or_else(|| SymptomEntry::empty(date, side))
}

fn views(marked: &[Region], side: Side) -> Vec<View> {
    let titles = [Texts.front(), Texts.outer(), Texts.inner(), Texts.back()];
    let (outer, inner) = (Texts.outer(), Texts.inner());
    knee_for_marking(marked, side, name)
        .into_iter()
        .zip(titles)
        .map(|((name, drawing), title)| {
            // The drawing is of a right knee, seen from the front: its outer side is at the left.
            let (left_word, right_word) = match (name, side) {
                ("front", Side::Right) | ("back", Side::Left) => (outer, inner),
                ("front", Side::Left) | ("back", Side::Right) => (inner, outer),
                _ => ("", ""),
            };
            View { name, title, drawing, left_word, right_word }
        })
        .collect()
}

fn name(region: Region) -> &'static str {
    let (english, german) = region_name(region);
    match language() {
        Language::English => english,
        Language::German => german,
    }
}

/// In the order of the map: front from thigh to shin, outer, inner, back, deep.
fn regions(marked: &[Region]) -> Vec<RegionRow> {
    const ORDER: [Region; 12] = [
        Region::DistalThigh,
        Region::SuperiorPole,
        Region::AroundPatella,
        Region::InferiorPole,
        Region::BesideTendon,
        Region::Tubercle,
        Region::LateralAboveJointLine,
        Region::LateralJointLine,
        Region::MedialJointLine,
        Region::MedialProximalTibia,
        Region::BackOfKnee,
        Region::DeepOrVague,
    ];
    ORDER
        .into_iter()
        .map(|region| RegionRow {
            code: region.code(),
            name: name(region),
            is_on: marked.contains(&region),
            is_main: marked.first() == Some(&region),
        })
        .collect()
}

/// The light as it is now that the entry counts, and the next step.
fn saved(desk: &Desk<'_>, sides: Sides, content: &str) -> Saved {
    let lights = desk.snapshot.assessment.lights.iter();
    let light = lights
        .filter(|knee| sides == Sides::Both || sides == Sides::One(knee.side))
        .filter_map(|knee| knee.light)
        .max();
    Saved {
        content: content.to_owned(),
        light: light.map(LightShown::of),
        why: super::home::light_says(&desk.snapshot.assessment, &desk.snapshot.advice),
    }
}

impl DiaryPage {
    fn whose(&self) -> &'static str {
        match self.sides {
            Sides::One(side) => knee::knee(side),
            Sides::Both => Texts.both(),
        }
    }

    /// Links to the same day of the other knee, or of both.
    fn side_links(&self) -> Vec<SideLink> {
        let names = [("left", Texts.left()), ("right", Texts.right()), ("both", Texts.both())];
        names
            .into_iter()
            .map(|(word, name)| SideLink {
                address: format!("/diary/{}?side={word}", self.date),
                name,
                is_here: self.sides.word() == word,
            })
            .collect()
    }
}

struct SideLink {
    address: String,
    name: &'static str,
    is_here: bool,
}
