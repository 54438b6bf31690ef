//! Load on the knee: how it changed, which ground and which runs made it, day by day.

mod days;
mod origins;

use crate::knees::Celled;
use crate::web::asked::Asked;
use crate::web::frame::{Frame, Here};
use crate::web::other_way::Runs;
use crate::web::page::html;
use crate::web::pages::ratios::Ratios;
use crate::web::server::{Desk, Server};
use crate::web::trouble::Trouble;
use crate::words::knee_load::{more_or_less, structure};
use crate::words::numbers::capital;
use crate::words::pages::knee_load::KneeLoad as Texts;
use crate::words::pages::trust::parts as doubts;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use days::Days;
use jiff::ToSpan;
use kneewise_analyse::knee::{Cells, Compared, Dose, KneeDose, Robust, Structure, compared};
use kneewise_types::Date;
use origins::{Heavy, Origin};

/// Days of each side of the comparison.
const DAYS: i64 = 28;

#[derive(Template)]
#[template(path = "knee-load.html")]
struct KneeLoadPage {
    frame: Frame,
    t: Texts,
    heading: String,
    ratios: Option<Ratios>,
    figures: Vec<Figure>,
    days: Option<Days>,
    origins: Vec<Origin>,
    origins_note: Option<String>,
    heavy: Vec<Heavy>,
    without: Option<String>,
    doubts: &'static [&'static str],
}

/// Totals of one structure, four weeks before and now.
struct Figure {
    name: String,
    load: String,
    damage: String,
}

/// `GET /knee-load`
pub async fn show(State(server): State<Server>, asked: Asked) -> Result<Response, Trouble> {
    server.page(asked, Here::KneeLoad, |desk| page(desk)).await
}

/// First days of the four weeks, and of the four before.
fn spans(as_of: Date) -> (Date, Date) {
    let now = as_of.saturating_sub((DAYS - 1).days());
    (now, now.saturating_sub(DAYS.days()))
}

fn page(desk: &Desk<'_>) -> Result<Response, Trouble> {
    let runs = Runs::of(desk)?;
    let (now, before) = spans(desk.as_of());
    let later = runs.since(now);
    let both = runs.since(before);
    let earlier = both.get(..both.len() - later.len()).unwrap_or_default();
    let answer = desk.snapshot.derive("knee load compared", || {
        Ok::<_, Trouble>(compared(&cells(earlier), &cells(later), &runs.preferred))
    })?;
    let (origins, origins_note) = origins::origins(desk, &cells(later), &runs.preferred);
    html(&KneeLoadPage {
        frame: Frame::new(desk, Here::KneeLoad, Texts.title()),
        t: Texts,
        heading: heading(answer.as_ref().as_ref(), earlier.is_empty(), later.is_empty()),
        ratios: answer
            .as_ref()
            .map(|told| Ratios::of(&told.patellofemoral, &told.patellar_tendon, &told.tibiofemoral)),
        figures: answer.as_ref().map(|_| figures(desk, now, before)).unwrap_or_default(),
        days: Days::of(desk, before),
        origins,
        origins_note,
        heavy: origins::heavy(desk, now),
        without: without(desk, before),
        doubts: doubts().iter().find(|part| part.id == "knee-load").map_or(&[], |part| part.points),
    })
}

fn cells(runs: &[Celled]) -> Vec<Cells<'_>> {
    runs.iter().map(Celled::cells).collect()
}

/// The change as a sentence: both, or load alone where the sign of damage hangs on an assumption.
fn heading(answer: Option<&Compared>, is_before_empty: bool, is_now_empty: bool) -> String {
    let Some(told) = answer else {
        return match (is_before_empty, is_now_empty) {
            (true, true) => Texts.nothing(),
            (_, true) => Texts.only_before(),
            (_, false) => Texts.only_now(),
        }
        .to_owned();
    };
    let front = &told.patellofemoral;
    let is_same = |ratio: f64| (ratio - 1.0).abs() < 0.005;
    if is_same(front.impulse.ratio) && is_same(front.damage.ratio) {
        return Texts.changed_hardly().to_owned();
    }
    let load = more_or_less(front.impulse.ratio);
    match front.damage_sign {
        Robust::NotRobust => Texts.changed_unsure(&load),
        _ => Texts.changed_both(&load, &more_or_less(front.damage.ratio)),
    }
}

fn figures(desk: &Desk<'_>, now: Date, before: Date) -> Vec<Figure> {
    let total = |from: Date, to: Date| {
        let mut total = KneeDose::default();
        let days = desk.history().knee.iter().filter(|run| (from..=to).contains(&run.local_date));
        days.for_each(|run| total.add(&run.dose));
        total
    };
    let later = total(now, desk.as_of());
    let earlier = total(before, now.saturating_sub(1.day()));
    let of = |which, dose: fn(&KneeDose) -> &Dose| {
        let (before, after) = (dose(&earlier), dose(&later));
        let from_to = |a: f64, b: f64| Texts.from_to(&format!("{a:.0}"), &format!("{b:.0}"));
        Figure {
            name: capital(structure(which)),
            load: from_to(before.impulse_bw_s, after.impulse_bw_s),
            damage: from_to(before.damage_steps.m6, after.damage_steps.m6),
        }
    };
    vec![
        of(Structure::Patellofemoral, |dose| &dose.patellofemoral),
        of(Structure::PatellarTendon, |dose| &dose.patellar_tendon),
        of(Structure::Tibiofemoral, |dose| &dose.tibiofemoral),
    ]
}

/// Outings on foot of which nobody can tell.
fn without(desk: &Desk<'_>, since: Date) -> Option<String> {
    let knees = &desk.snapshot.kept.knees;
    let days = since..=desk.as_of();
    let shown = desk.history().activities.iter().filter(|activity| days.contains(&activity.local_date));
    match shown.filter(|activity| knees.outcome(&activity.id).is_some_and(Result::is_err)).count() {
        0 => None,
        1 => Some(Texts.without_one().to_owned()),
        number => Some(Texts.without(number)),
    }
}
