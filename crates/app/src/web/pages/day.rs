//! One day: what was run, what it asked of the knee, what the rules say of it, how the knees were.

use super::chart::{self, ChartQuery, ChartShown};
use super::parts::Said;
use crate::web::asked::Asked;
use crate::web::frame::{Frame, Here};
use crate::web::page::html;
use crate::web::segment::Segment;
use crate::web::server::{Desk, Server};
use crate::web::trouble::Trouble;
use crate::words::knee;
use crate::words::numbers::{capital, full_day, per_cent, short};
use crate::words::pages::runs::Day as Texts;
use crate::words::{Voice, outings};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use jiff::ToSpan;
use kneewise_analyse::load::days_between;
use kneewise_types::assessment::LoadDay;
use kneewise_types::reason::{Fact, Reason};
use kneewise_types::{Activity, Date, Side, SymptomEntry};

/// Beyond this share of the longest run a run counts as longer (load text C1).
const BEYOND: f64 = 1.10;
const USUAL_DAYS: i64 = 56;

#[derive(Template)]
#[template(path = "day.html")]
struct DayPage {
    frame: Frame,
    t: Texts,
    title: String,
    day: String,
    previous: Option<Date>,
    next: Option<Date>,
    rules: Vec<Said>,
    notes: Vec<String>,
    outings: Vec<Outing>,
    knee: Vec<String>,
    knees: Vec<KneeThen>,
    diary: String,
    chart: ChartShown,
}

struct Outing {
    address: String,
    name: String,
    facts: String,
}

struct KneeThen {
    name: &'static str,
    said: String,
    note: Option<String>,
}

/// `GET /day/{date}`
pub async fn show(
    State(server): State<Server>,
    asked: Asked,
    Segment(date): Segment,
) -> Result<Response, Trouble> {
    let date: Date = date.parse().map_err(|_| Trouble::not_found(format!("/day/{date}")))?;
    server.page(asked, Here::Runs, move |desk| page(desk, date)).await
}

fn page(desk: &Desk<'_>, date: Date) -> Result<Response, Trouble> {
    if date > desk.as_of() {
        return Err(Trouble::not_found(format!("/day/{date}")));
    }
    let voice = desk.voice();
    let of_day = of(desk, date);
    let day = full_day(date);
    let title = title(of_day, &voice);
    let to = date.saturating_add(21.days()).min(desk.as_of());
    let query = ChartQuery::between(to.saturating_sub(41.days()), to);
    html(&DayPage {
        frame: Frame::new(desk, Here::Runs, format!("{day}: {title}")),
        t: Texts,
        title,
        previous: date.yesterday().ok(),
        next: date.tomorrow().ok().filter(|next| *next <= desk.as_of()),
        rules: of_day
            .and_then(|day| long_run(day, desk))
            .map(|reason| Said::reason(&reason, &voice))
            .into_iter()
            .collect(),
        notes: notes(desk, date, of_day, &voice)?,
        outings: of_day_list(desk, date, &voice),
        knee: knee_load(desk, date),
        knees: knees(desk, date),
        diary: format!("/diary/{date}"),
        chart: chart::chart(desk, &query)?,
        day,
    })
}

fn title(day: Option<&LoadDay>, voice: &Voice) -> String {
    let Some(day) = day else { return Texts.unknown().to_owned() };
    let length = match day.longest_session_m.or(day.running_distance_m) {
        None => return Texts.unknown().to_owned(),
        Some(metres) if metres <= 0.0 => return Texts.rest().to_owned(),
        Some(metres) => metres,
    };
    let ratio = day.best_30_days_m.filter(|best| *best > 0.0).map(|best| length / best);
    let said = voice.distance(length);
    match ratio {
        Some(ratio) if ratio >= 2.0 => Texts.ran_twice(&said, &short(ratio)),
        Some(ratio) if ratio > BEYOND => Texts.ran_beyond(&said, &per_cent(ratio - 1.0)),
        _ => Texts.ran(&said),
    }
}

/// A length with how far it went beyond the longest run of the 30 days before, when it did.
#[must_use]
pub fn beyond(desk: &Desk<'_>, date: Date, length_m: f64) -> Option<String> {
    let day = of(desk, date)?;
    let best_m = day.best_30_days_m.filter(|best| *best > 0.0)?;
    let (said, ratio) = (desk.voice().distance(length_m), length_m / best_m);
    (ratio > BEYOND).then(|| {
        if ratio >= 2.0 {
            Texts.ran_twice(&said, &short(ratio))
        } else {
            Texts.ran_beyond(&said, &per_cent(ratio - 1.0))
        }
    })
}

/// The rule of the longest run as a sentence, when that day broke it.
#[must_use]
pub fn long_run_on(desk: &Desk<'_>, date: Date) -> Option<Said> {
    long_run(of(desk, date)?, desk).map(|reason| Said::reason(&reason, &desk.voice()))
}

fn of<'a>(desk: &'a Desk<'_>, date: Date) -> Option<&'a LoadDay> {
    desk.snapshot.assessment.working.load_days.iter().find(|day| day.date == date)
}

/// The rule of the longest run, when this day broke it.
fn long_run(day: &LoadDay, desk: &Desk<'_>) -> Option<Reason> {
    let (distance_m, best_30_days_m) = (day.longest_session_m?, day.best_30_days_m?);
    let best_date = best_day(desk, day.date, best_30_days_m)?;
    (distance_m > best_30_days_m * BEYOND + 1e-6).then(|| Reason {
        fact: Fact::LongRun {
            date: day.date,
            distance_m,
            best_30_days_m,
            best_date,
            ratio: distance_m / best_30_days_m,
        },
        evidence: kneewise_analyse::load::spike::EVIDENCE,
    })
}

fn best_day(desk: &Desk<'_>, date: Date, best_m: f64) -> Option<Date> {
    let days = desk.snapshot.assessment.working.load_days.iter().rev();
    days.filter(|day| day.date < date && days_between(day.date, date) <= 30)
        .find(|day| day.longest_session_m.is_some_and(|m| (m - best_m).abs() < 0.5))
        .map(|day| day.date)
}

fn notes(desk: &Desk<'_>, date: Date, day: Option<&LoadDay>, voice: &Voice) -> Result<Vec<String>, Trouble> {
    let mut notes = Vec::new();
    let length = day.and_then(|day| day.longest_session_m).filter(|metres| *metres > 0.0);
    if length.is_some() {
        match day.and_then(|day| day.best_30_days_m) {
            None => notes.push(Texts.no_longest().to_owned()),
            Some(best) if length.is_some_and(|length| length <= best * BEYOND) => {
                let when = best_day(desk, date, best);
                notes.extend(when.map(|when| Texts.longest_before(&voice.distance(best), &voice.day(when))));
            }
            Some(_) => {}
        }
    }
    if let Some(metres) = chart::advised_on(desk, date)? {
        notes.push(Texts.advised(&voice.distance(metres)));
    }
    if day.and_then(|day| day.hard_s).is_some_and(|seconds| seconds >= 600.0) {
        notes.push(Texts.hard().to_owned());
    }
    let flares = desk.snapshot.assessment.flares.iter();
    for flare in flares.filter(|flare| flare.start <= date && flare.end.is_none_or(|end| date <= end)) {
        notes.push(Texts.in_flare(days_between(flare.start, date) + 1, knee::knee(flare.side)));
    }
    Ok(notes)
}

fn of_day_list(desk: &Desk<'_>, date: Date, voice: &Voice) -> Vec<Outing> {
    let mut of_day: Vec<&Activity> =
        desk.history().activities.iter().filter(|activity| activity.local_date == date).collect();
    of_day.sort_by_key(|activity| activity.start);
    of_day
        .into_iter()
        .map(|activity| {
            let sport = outings::sport(activity.sport);
            let mut said = vec![];
            said.extend(activity.distance.map(|distance| voice.distance(distance.as_m())));
            said.push(outings::clock(activity.duration()));
            said.extend(activity.shoe.clone());
            Outing {
                address: format!("/runs/{}", activity.id.0),
                name: activity.title.clone().unwrap_or_else(|| capital(&sport)),
                facts: said.join(", "),
            }
        })
        .collect()
}

/// Against the median day with a run of the eight weeks before.
fn knee_load(desk: &Desk<'_>, date: Date) -> Vec<String> {
    let of_day = |day: Date| desk.history().knee.iter().filter(move |summary| summary.local_date == day);
    let impulse =
        |day: Date| of_day(day).map(|summary| summary.dose.patellofemoral.impulse_bw_s).sum::<f64>();
    if of_day(date).next().is_none() {
        return Vec::new();
    }
    let mut days: Vec<Date> = desk
        .history()
        .knee
        .iter()
        .map(|summary| summary.local_date)
        .filter(|day| *day < date && days_between(*day, date) <= USUAL_DAYS)
        .collect();
    days.sort_unstable();
    days.dedup();
    let mut usual: Vec<f64> = days.into_iter().map(impulse).filter(|value| *value > 0.0).collect();
    usual.sort_by(f64::total_cmp);
    let mut said = Vec::new();
    if let Some(median) = usual.get(usual.len() / 2).filter(|_| usual.len() >= 5) {
        said.push(Texts.knee_ratio(&short(impulse(date) / median)));
    }
    let share = of_day(date).filter_map(|summary| summary.descent_damage_share).fold(0.0, f64::max);
    if share >= 0.25 {
        said.push(Texts.knee_descent(&per_cent(share)));
    }
    if !said.is_empty() {
        said.push(Texts.model().to_owned());
    }
    said
}

fn knees(desk: &Desk<'_>, date: Date) -> Vec<KneeThen> {
    let entry = |side: Side| desk.history().symptoms.iter().find(move |e| e.side == side && e.date == date);
    Side::BOTH.into_iter().filter_map(|side| Some(knee_then(entry(side)?))).collect()
}

fn knee_then(entry: &SymptomEntry) -> KneeThen {
    let scores = [
        (entry.pain_morning, Texts.morning()),
        (entry.pain_before, Texts.before()),
        (entry.pain_during_max, Texts.during()),
        (entry.pain_60min, Texts.after()),
    ];
    let mut said: Vec<String> =
        scores.iter().filter_map(|(pain, when)| Some(format!("{} {when}", (*pain)?.points()))).collect();
    said.extend(entry.regions.first().map(|region| knee::region(*region).to_owned()));
    KneeThen { name: knee::knee(entry.side), said: capital(&said.join(", ")), note: entry.note.clone() }
}
