//! The check after a run: three screens, one question each, answers in the lower half; and the pair that was worn.

use super::diary::keep_day;
use super::week;
use crate::importing::{Row, keep_rows};
use crate::web::asked::Asked;
use crate::web::form::Signed;
use crate::web::frame::{Frame, Here};
use crate::web::page::{html, see};
use crate::web::query::Query;
use crate::web::segment::Segment;
use crate::web::server::{Desk, Server};
use crate::web::trouble::Trouble;
use crate::words::knee;
use crate::words::pages::check::Check as Texts;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kneewise_types::{Activity, Date, Side};
use serde::Deserialize;

/// How far back a run is asked about, days.
const RECENT_DAYS: i32 = 2;
/// Pairs that are offered.
const PAIRS: usize = 3;

#[derive(Template)]
#[template(path = "check.html")]
struct CheckPage {
    frame: Frame,
    t: Texts,
    id: String,
    about: String,
    side: Side,
    other: &'static str,
    /// How many questions: what the run has told is not asked again.
    steps: &'static str,
}

/// Which knee.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Which {
    side: String,
}

/// `GET /check/{id}`
pub async fn show(
    State(server): State<Server>,
    asked: Asked,
    Segment(id): Segment,
    Query(which): Query<Which>,
) -> Result<Response, Trouble> {
    server
        .page(asked, Here::Log, move |desk| {
            let run = found(desk, &id)?;
            let side = match which.side.as_str() {
                "left" => Side::Left,
                "right" => Side::Right,
                _ => desk.snapshot.assessment.side.unwrap_or(Side::Right),
            };
            let frame = Frame::new(desk, Here::Log, Texts.title());
            let about =
                Texts.about(&distance(desk, run), &desk.voice().day(run.local_date), knee::knee(side));
            let steps = if run.session_rpe.is_some() { "2" } else { "3" };
            html(&CheckPage { steps, frame, t: Texts, about, side, other: knee::the(side.other()), id })
        })
        .await
}

/// `POST /check/{id}`: the pains of the day, and how hard the run was.
pub async fn save(
    State(server): State<Server>,
    asked: Asked,
    Segment(id): Segment,
    fields: Signed,
) -> Result<Response, Trouble> {
    server
        .change(asked, move |desk| {
            let run = found(desk, &id)?.clone();
            if let Some(rpe) = fields.text("rpe") {
                keep_session(desk, &run, ("rpe", rpe), &fields)?;
            }
            let has_pain = ["pain_during_max", "pain_60min"].iter().any(|name| fields.text(name).is_some());
            if has_pain {
                return keep_day(desk, run.local_date, &fields);
            }
            Ok(see("/"))
        })
        .await
}

/// `POST /check/{id}/shoe`: the pair of a run.
pub async fn shoe(
    State(server): State<Server>,
    asked: Asked,
    Segment(id): Segment,
    fields: Signed,
) -> Result<Response, Trouble> {
    server
        .change(asked, move |desk| {
            let run = found(desk, &id)?.clone();
            let Some(name) = fields.text("shoe") else {
                return Err(Trouble::invalid("shoe: say which pair"));
            };
            keep_session(desk, &run, ("shoe", name), &fields)?;
            Ok(see("/"))
        })
        .await
}

/// One thing more about an outing that is known: a line of the log of sessions with its start, which joins it.
fn keep_session(
    desk: &mut Desk<'_>,
    run: &Activity,
    (column, value): (&'static str, &str),
    fields: &Signed,
) -> Result<(), Trouble> {
    let profile = desk.history().profile.clone();
    // The reader of the log takes times in the zone of the profile, else in UTC.
    let named = profile.time_zone.as_deref().and_then(|name| jiff::tz::TimeZone::get(name).ok());
    let local = named.unwrap_or(jiff::tz::TimeZone::UTC).to_datetime(run.start);
    let mut row: Row = vec![
        ("date", local.date().to_string()),
        ("sport", run.sport.word().to_owned()),
        ("duration_min", format!("{:.2}", run.elapsed.as_s() / 60.0)),
    ];
    if run.is_start_exact {
        row.push(("start_time", format!("{:02}:{:02}:{:02}", local.hour(), local.minute(), local.second())));
    }
    if let Some(distance) = run.distance {
        row.push(("distance_km", format!("{:.3}", distance.as_km())));
    }
    row.push((column, value.to_owned()));
    keep_rows(desk.store, &profile, &[row], fields.moment()).map_err(super::diary::refused)?;
    Ok(())
}

fn found<'a>(desk: &'a Desk<'_>, id: &str) -> Result<&'a Activity, Trouble> {
    let known = desk.history().activities.iter().find(|one| one.id.0 == id);
    known
        .filter(|one| one.local_date <= desk.as_of())
        .ok_or_else(|| Trouble::not_found(format!("/check/{id}")))
}

fn distance(desk: &Desk<'_>, run: &Activity) -> String {
    match run.distance {
        Some(distance) => desk.voice().distance(distance.as_m()),
        None => crate::words::outings::clock(run.elapsed),
    }
}

/// The one card of home about a run or the week.
#[derive(Debug)]
pub enum Card {
    /// How was the knee?
    Run { id: String, question: String },
    /// Which pair?
    Shoes { id: String, question: String, pairs: Vec<String> },
    /// How was the week?
    Week(week::Ask),
}

/// The latest run of these days that still asks for something: first the knee, then the shoes; else the week.
pub fn card(desk: &Desk<'_>) -> Option<Card> {
    of_run(desk).or_else(|| week::ask(desk).map(Card::Week))
}

fn of_run(desk: &Desk<'_>) -> Option<Card> {
    let (history, as_of) = (desk.history(), desk.as_of());
    let runs = history.activities.iter().filter(|one| one.sport.is_running() && one.local_date <= as_of);
    let run = runs.max_by_key(|one| one.start)?;
    if (as_of - run.local_date).get_days() >= RECENT_DAYS {
        return None;
    }
    let (id, day) = (run.id.0.clone(), desk.voice().day(run.local_date));
    let side = desk.snapshot.assessment.side;
    let is_told = history.symptoms.iter().any(|entry| {
        entry.date == run.local_date
            && side.is_none_or(|side| side == entry.side)
            && entry.pain_during_max.is_some()
    });
    if !is_told && side.is_some() {
        return Some(Card::Run { id, question: Texts.ask_run(&distance(desk, run), &day) });
    }
    let pairs = pairs(desk, run.local_date);
    if run.shoe.is_some() || pairs.is_empty() {
        return None;
    }
    Some(Card::Shoes { id, question: Texts.which_shoes(&distance(desk, run), &day), pairs })
}

/// The pairs worn last, the latest first.
fn pairs(desk: &Desk<'_>, before: Date) -> Vec<String> {
    let mut worn: Vec<(Date, &str)> = desk
        .history()
        .activities
        .iter()
        .filter(|one| one.sport.is_running() && one.local_date <= before)
        .filter_map(|one| Some((one.local_date, one.shoe.as_deref()?)))
        .collect();
    worn.sort_by(|a, b| b.cmp(a));
    let mut names: Vec<String> = Vec::new();
    for (_, name) in worn {
        if names.len() < PAIRS && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}
