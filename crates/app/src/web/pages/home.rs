//! Home: why the knee hurts, and whether to run today. The same findings in the same order as `kneewise why`.

use super::chart::{self, ChartQuery, ChartShown};
use super::check::{Card, card};
use super::experiments;
use super::notes::{self, Note};
use super::own::{self, OwnShown};
use super::parts::{From, Ladder, LightShown, Said};
use crate::web::asked::Asked;
use crate::web::drawing::knee_marked;
use crate::web::frame::{Frame, Here};
use crate::web::page::html;
use crate::web::server::{Desk, Server};
use crate::web::trouble::Trouble;
use crate::why::{self, PAIN_RULE, pick, story};
use crate::words::numbers::{capital, count, full_day};
use crate::words::pages::check::Check;
use crate::words::pages::experiments::Experiments;
use crate::words::pages::home::Home as Texts;
use crate::words::pages::own::Own as OwnTexts;
use crate::words::pages::week::Week;
use crate::words::{Voice, actions, answer, families, knee, lights, missing, tests};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use kneewise_types::Date;
use kneewise_types::advice::{Action, Advice};
use kneewise_types::assessment::{
    Assessment, Family, Finding, Light, Mechanism, NextTest, State as Standing,
};
use kneewise_types::reason::{Fact, Reason};

/// Reasons shown on each side; all of them are in the drawer.
const REASONS: usize = 4;
/// Tests named beside the causes.
const TESTS: usize = 3;

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    frame: Frame,
    t: Texts,
    question: String,
    day: String,
    opening: String,
    /// What follows the opening: the flare, or what a diary would add.
    lead: Vec<String>,
    figure: Option<Figure>,
    chart: Option<ChartShown>,
    causes: Vec<Cause>,
    today: Today,
    ask: Option<Ask>,
    found: Option<Found>,
    /// When the morning is known: a run that still asks for something.
    card: Option<Card>,
    experiment: Option<experiments::Card>,
    steps: Vec<Step>,
    tests: Vec<Test>,
    patterns: Vec<String>,
    missing: Vec<String>,
    more_missing: Vec<String>,
    questions: Vec<&'static str>,
    own: Option<OwnShown>,
    o: OwnTexts,
}

#[derive(Template)]
#[template(path = "home-empty.html")]
struct EmptyPage {
    frame: Frame,
    t: Texts,
}

struct Figure {
    drawing: String,
    label: String,
    place: &'static str,
}

struct Cause {
    /// The family's word, which is its anchor.
    id: &'static str,
    name: &'static str,
    clue: String,
    say: &'static str,
    ladder: Ladder,
    reasons: Vec<Said>,
    against: Vec<Said>,
    unknown: Vec<Said>,
    is_first: bool,
    answered: String,
    signs: Vec<Sign>,
}

/// A row of the drawer: one sign that was looked at.
struct Sign {
    code: &'static str,
    standing: &'static str,
    said: Vec<Said>,
}

struct Today {
    light: Option<LightShown>,
    why: String,
}

/// The one question of the day.
struct Ask {
    side: &'static str,
    date: Date,
    question: String,
}

/// The newest note that speaks of a knee, and how many there are.
struct Found {
    note: Note,
    waiting: usize,
}

struct Step {
    text: String,
    from: From,
}

struct Test {
    name: String,
    tells: String,
    minutes: String,
}

/// `GET /`
pub async fn show(State(server): State<Server>, asked: Asked) -> Result<Response, Trouble> {
    server.page(asked, Here::Knee, |desk| page(desk)).await
}

fn page(desk: &Desk<'_>) -> Result<Response, Trouble> {
    let assessment = &desk.snapshot.assessment;
    if why::is_empty(assessment) {
        let frame = Frame::new(desk, Here::Knee, Texts.empty_title());
        return html(&EmptyPage { frame, t: Texts });
    }
    let voice = desk.voice();
    let question = story::question(assessment);
    let ask = ask(desk);
    let mut lacking = pick::missing(assessment).into_iter().map(missing::text);
    html(&HomePage {
        frame: Frame::new(desk, Here::Knee, question.trim_end_matches('?')),
        t: Texts,
        question,
        day: full_day(assessment.as_of),
        opening: story::opening(assessment, &voice),
        lead: lead(assessment, &voice),
        figure: figure(assessment),
        chart: has_runs(assessment).then(|| chart::chart(desk, &ChartQuery::default())).transpose()?,
        causes: causes(assessment, &voice),
        today: today(assessment, &desk.snapshot.advice),
        found: found(desk)?,
        experiment: experiments::card(desk),
        card: ask.is_none().then(|| card(desk)).flatten(),
        ask,
        steps: steps(assessment, &desk.snapshot.advice),
        tests: next_tests(assessment),
        patterns: story::patterns(assessment),
        missing: lacking.by_ref().take(TESTS).collect(),
        more_missing: lacking.collect(),
        questions: open_questions(&desk.snapshot.advice),
        own: own::own(desk),
        o: OwnTexts,
    })
}

fn has_runs(assessment: &Assessment) -> bool {
    assessment.working.load_days.iter().any(|day| day.running_distance_m.is_some_and(|m| m > 0.0))
}

fn lead(assessment: &Assessment, voice: &Voice) -> Vec<String> {
    let mut lead: Vec<String> = story::flare(assessment, voice).into_iter().collect();
    if !pick::is_sore(assessment) && assessment.working.pain_days.is_empty() {
        lead.push(answer::without_diary().to_owned());
    }
    lead
}

fn figure(assessment: &Assessment) -> Option<Figure> {
    let flare = pick::latest_flare(assessment)?;
    let place = knee::region(flare.main_region?);
    Some(Figure {
        drawing: knee_marked(flare.main_region, flare.side),
        label: Texts.figure(knee::knee(flare.side), place),
        place,
    })
}

fn causes(assessment: &Assessment, voice: &Voice) -> Vec<Cause> {
    let shown = pick::families(assessment).into_iter().enumerate();
    shown.map(|(place, shown)| cause(shown.finding, place == 0, voice)).collect()
}

fn cause(finding: &Finding, is_first: bool, voice: &Voice) -> Cause {
    let rows = finding.mechanisms.iter().chain(&finding.against);
    let said = |reason: &&Reason| {
        let row = rows.clone().find(|row| row.reasons.contains(reason)).map(|row| row.row);
        Said::of_sign(reason, row, voice)
    };
    let answered = rows.clone().filter(|row| row.state != Standing::Unknown).count();
    let all = finding.mechanisms.len() + finding.against.len();
    let number = |n: usize| crate::words::numbers::few(u32::try_from(n).unwrap_or(u32::MAX));
    Cause {
        id: finding.family.word(),
        name: families::name(finding.family),
        clue: story::clue(finding, voice).unwrap_or_default(),
        say: families::phrase(finding.family),
        ladder: Ladder::of(finding),
        reasons: pick::reasons_for(finding).iter().map(said).take(REASONS).collect(),
        against: pick::reasons_against(finding).iter().map(said).take(REASONS).collect(),
        unknown: if pick::is_open(finding) { unknown(finding, voice) } else { vec![] },
        is_first,
        answered: capital(&Texts.answered(&number(answered), &number(all))),
        signs: rows.map(|row| sign(row, voice)).collect(),
    }
}

/// What was never measured or entered, each thing once.
fn unknown(finding: &Finding, voice: &Voice) -> Vec<Said> {
    let rows = finding.mechanisms.iter().filter(|row| row.state == Standing::Unknown);
    let mut said: Vec<Said> = Vec::new();
    for reason in rows.flat_map(|row| &row.reasons) {
        let next = Said::reason(reason, voice);
        let is_new = !said.iter().any(|known| known.text == next.text);
        if matches!(reason.fact, Fact::NeverEntered { .. } | Fact::NotCovered { .. }) && is_new {
            said.push(next);
        }
    }
    said.truncate(REASONS);
    said
}

fn sign(row: &Mechanism, voice: &Voice) -> Sign {
    Sign {
        code: row.row.code(),
        standing: match row.state {
            Standing::Present => Texts.present(),
            Standing::Absent => Texts.absent(),
            Standing::Unknown => Texts.not_known(),
        },
        said: row.reasons.iter().map(|reason| Said::of_sign(reason, Some(row.row), voice)).collect(),
    }
}

/// The light that counts, with two sore knees the worse one, and what safety asks.
fn today(assessment: &Assessment, advice: &Advice) -> Today {
    let light = assessment.light();
    let asked = match advice {
        Advice::Train { actions } => actions.iter().find(|action| action.family.is_none()),
        _ => None,
    };
    let why = match (asked, light) {
        (Some(action), Some(_)) => without_light(actions::text(action.id)),
        (None, Some(Light::Green)) => lights::Lights.go_on().to_owned(),
        (_, None) => Texts.no_light_why().to_owned(),
        (None, Some(_)) => answer::nothing_to_change(true).to_owned(),
    };
    Today { light: light.map(LightShown::of), why }
}

/// What the light of today asks, in one sentence.
#[must_use]
pub fn light_says(assessment: &Assessment, advice: &Advice) -> String {
    today(assessment, advice).why
}

/// The action's sentence without the name of the light, which stands above it.
fn without_light(text: &str) -> String {
    let names = ["Red light: ", "Amber light: ", "Rote Ampel: ", "Gelbe Ampel: "];
    let rest = names.iter().find_map(|name| text.strip_prefix(name)).unwrap_or(text);
    capital(rest)
}

/// This morning, of the knee it is about, when nothing was entered for it yet.
fn ask(desk: &Desk<'_>) -> Option<Ask> {
    let (date, side) = (desk.as_of(), desk.snapshot.assessment.side?);
    let is_known = desk
        .history()
        .symptoms
        .iter()
        .any(|entry| entry.date == date && entry.side == side && entry.pain_morning.is_some());
    let question = Texts.morning(knee::for_the(side));
    (!is_known).then(|| Ask { side: side.word(), date, question })
}

fn found(desk: &Desk<'_>) -> Result<Option<Found>, Trouble> {
    let waiting = notes::waiting(desk)?;
    Ok(waiting.first().map(|newest| Found { note: notes::note(desk, newest), waiting: waiting.len() }))
}

fn steps(assessment: &Assessment, advice: &Advice) -> Vec<Step> {
    let Advice::Train { actions: advised } = advice else { return vec![] };
    let step = |action: &Action| Step {
        text: actions::text(action.id).to_owned(),
        from: From::new(&action.evidence),
    };
    if !advised.is_empty() {
        return advised.iter().map(step).collect();
    }
    let is_sore = pick::is_sore(assessment) && !pick::is_settled(assessment);
    vec![Step { text: answer::nothing_to_change(is_sore).to_owned(), from: From::new(&PAIN_RULE) }]
}

fn next_tests(assessment: &Assessment) -> Vec<Test> {
    if assessment.is_locked() {
        return vec![];
    }
    let shown = |next: &NextTest| {
        let whole = capital(&tests::next(next));
        Test {
            name: whole.rsplit_once(", ").map_or(whole.clone(), |(name, _)| name.to_owned()),
            tells: Texts.tells(&tells(next)),
            minutes: Texts.minutes(&format!("{:.0}", next.minutes.max(1.0))),
        }
    };
    assessment.next_tests.iter().take(TESTS).map(shown).collect()
}

/// The families a test would tell about.
fn tells(next: &NextTest) -> String {
    let about = Family::ALL.into_iter().filter(|family| next.rows.iter().any(|row| row.family() == *family));
    about.map(families::in_sentence).collect::<Vec<_>>().join(", ")
}

fn open_questions(advice: &Advice) -> Vec<&'static str> {
    let Advice::AnswerFirst { questions } = advice else { return vec![] };
    let mut asked: Vec<_> = questions.iter().flat_map(|open| open.questions.iter().copied()).collect();
    asked.sort_unstable();
    asked.dedup();
    asked.into_iter().map(crate::words::questions::flag).collect()
}

impl HomePage {
    fn questions_heading(&self) -> String {
        let number = u32::try_from(self.questions.len()).unwrap_or(u32::MAX);
        let questions = capital(&count(number, "question", "questions"));
        crate::words::pages::lock::Lock.first(&questions)
    }

    fn more(&self) -> String {
        let number = u32::try_from(self.more_missing.len()).unwrap_or(u32::MAX);
        Texts.more_missing(&count(number, "thing", "things"))
    }
}
