//! The weekly check of a knee: four questions, one tap each; the weeks that were answered.

use crate::documents::scores::{WeekShown, week};
use crate::web::asked::Asked;
use crate::web::frame::{Frame, Here};
use crate::web::page::html;
use crate::web::query::Query;
use crate::web::server::{Desk, Server};
use crate::web::trouble::Trouble;
use crate::words::knee;
use crate::words::pages::week::Week as Texts;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kneewise_types::{Side, WeekStep};
use serde::Deserialize;

/// One answer: its word in the log, and whether it ends the check.
#[derive(Debug)]
pub struct Answer {
    pub word: &'static str,
    pub name: &'static str,
    pub ends: bool,
    pub is_chosen: bool,
}

/// The first question, while it is due.
#[derive(Debug)]
pub struct Ask {
    pub side: &'static str,
    pub question: String,
    pub answers: Vec<Answer>,
    /// Where an answer that ends the check leads.
    pub back: String,
}

/// Of the knee of the answer before the other one.
#[must_use]
pub fn ask(desk: &Desk<'_>) -> Option<Ask> {
    let assessment = &desk.snapshot.assessment;
    let due = &assessment.weekly_due;
    let side = due.iter().find(|due| Some(due.side) == assessment.side).or(due.first())?.side;
    Some(Ask {
        side: side.word(),
        question: Texts.ask(knee::the(side)),
        answers: taking_part(""),
        back: address(side),
    })
}

fn address(side: Side) -> String {
    format!("/week?side={}", side.word())
}

fn taking_part(chosen: &str) -> Vec<Answer> {
    let names = [Texts.full(), Texts.full_with_problem(), Texts.reduced(), Texts.no_part()];
    answers(WeekStep::TAKING_PART, names)
        .zip(WeekStep::ALL)
        .map(|(answer, step)| Answer { ends: step.ends_check(), is_chosen: answer.word == chosen, ..answer })
        .collect()
}

fn answers(words: [&'static str; 4], names: [&'static str; 4]) -> impl Iterator<Item = Answer> {
    words.into_iter().zip(names).map(|(word, name)| Answer { word, name, ends: false, is_chosen: false })
}

/// One question of the page.
struct Question {
    column: &'static str,
    title: &'static str,
    answers: Vec<Answer>,
}

fn questions(chosen: &str) -> Vec<Question> {
    let scale =
        |column, title, words, names| Question { column, title, answers: answers(words, names).collect() };
    let amount = [Texts.none(), Texts.little(), Texts.moderate(), Texts.lot()];
    let pain = [Texts.no_pain(), Texts.mild(), Texts.moderate_pain(), Texts.severe()];
    vec![
        Question { column: "taking_part", title: Texts.taking_part(), answers: taking_part(chosen) },
        scale("changing", Texts.changing(), WeekStep::AMOUNT, amount),
        scale("performance", Texts.performance(), WeekStep::AMOUNT, amount),
        scale("symptoms", Texts.symptoms(), WeekStep::PAIN, pain),
    ]
}

#[derive(Template)]
#[template(path = "week.html")]
struct WeekPage {
    frame: Frame,
    t: Texts,
    side: Side,
    about: String,
    other: &'static str,
    heading: String,
    is_due: bool,
    is_today: bool,
    questions: Vec<Question>,
    weeks: Vec<(String, WeekShown)>,
}

/// Which knee, and the first answer when it was given on home.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Which {
    side: String,
    taking_part: String,
}

/// `GET /week`
pub async fn show(
    State(server): State<Server>,
    asked: Asked,
    Query(which): Query<Which>,
) -> Result<Response, Trouble> {
    server.page(asked, Here::Diary, move |desk| page(desk, &which)).await
}

fn page(desk: &Desk<'_>, which: &Which) -> Result<Response, Trouble> {
    let assessment = &desk.snapshot.assessment;
    let named = Side::BOTH.into_iter().find(|side| side.word() == which.side);
    let due = |side: Side| assessment.weekly_due.iter().any(|due| due.side == side);
    let usual = Side::BOTH.into_iter().find(|side| due(*side)).or(assessment.side).unwrap_or(Side::Right);
    let side = named.unwrap_or(usual);
    let as_of = desk.as_of();
    let told = desk.history().weekly.iter().filter(|told| told.side == side && told.date <= as_of);
    let mut weeks: Vec<WeekShown> = told.filter_map(week).collect();
    weeks.sort_by_key(|week| std::cmp::Reverse(week.date));
    let today = weeks.first().filter(|week| week.date == as_of);
    let is_due = due(side);
    let heading = match today {
        Some(week) => week.text.clone(),
        None if is_due => Texts.heading().to_owned(),
        None => Texts.not_due(knee::knee(side)),
    };
    let is_today = today.is_some();
    let voice = desk.voice();
    html(&WeekPage {
        frame: Frame::new(desk, Here::Diary, Texts.title()),
        t: Texts,
        side,
        about: Texts.about(knee::knee(side)),
        other: knee::the(side.other()),
        heading,
        is_due,
        is_today,
        questions: questions(&which.taking_part),
        weeks: weeks.into_iter().map(|week| (voice.day(week.date), week)).collect(),
    })
}

impl WeekPage {
    /// The form is open while it is due, and when home began it.
    fn is_form_open(&self) -> bool {
        self.is_due || self.questions.iter().any(|question| question.answers.iter().any(|one| one.is_chosen))
    }
}
