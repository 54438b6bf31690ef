//! Experiments on oneself: today's block and what it asks, what the blocks say, a new one, the end of one.

mod form;
mod shown;

use crate::experiments::{self, Refused, is_open};
use crate::web::api::experiments as doing;
use crate::web::asked::Asked;
use crate::web::form::Signed;
use crate::web::frame::{Frame, Here};
use crate::web::page::{html, see};
use crate::web::pages::lock;
use crate::web::query::Query;
use crate::web::server::{Desk, Server};
use crate::web::trouble::Trouble;
use crate::words::experiment as said;
use crate::words::pages::experiments::Experiments as Texts;
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use form::{Fields, Filled, Form};
use kneewise_analyse::experiment::obstacle;
use kneewise_types::{ExperimentKind, ExperimentState, ExperimentStatus};
use serde::Deserialize;
pub use shown::Shown;

/// The page of experiments.
pub const ADDRESS: &str = "/experiments";

#[derive(Template)]
#[template(path = "experiments.html")]
struct ExperimentsPage {
    frame: Frame,
    t: Texts,
    heading: String,
    current: Option<Shown>,
    /// Why none can be set up now.
    refusal: Option<String>,
    forms: Vec<Form>,
    earlier: Vec<Shown>,
}

/// What the form is opened with.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Proposed {
    kind: String,
    percent: String,
    shoe: String,
}

/// `GET /experiments`
pub async fn show(
    State(server): State<Server>,
    asked: Asked,
    Query(proposed): Query<Proposed>,
) -> Result<Response, Trouble> {
    server.page(asked, Here::Experiments, move |desk| html(&page(desk, &Filled::Proposed(&proposed)))).await
}

/// `POST /experiments`: what cannot be is said beside its field, in the form as it was filled in.
pub async fn set_up(State(server): State<Server>, asked: Asked, fields: Signed) -> Result<Response, Trouble> {
    server
        .change(asked, move |desk| match doing::begin(desk, fields.fields()) {
            Ok(_) => Ok(see(ADDRESS)),
            Err(refused) => again(desk, &fields, refused),
        })
        .await
}

/// The page once more, unless its form cannot be shown.
fn again(desk: &Desk<'_>, typed: &Signed, refused: Refused) -> Result<Response, Trouble> {
    let (field, what) = match &refused {
        Refused::Value { field, what } => (*field, what),
        Refused::Line(line) => ("", line),
        Refused::Store(_) | Refused::Open(_) | Refused::Knee(_) => return Err(doing::trouble(refused, desk)),
    };
    if let Some(locked) = lock::instead(desk, Here::Experiments)? {
        return Ok(locked);
    }
    let page = page(desk, &Filled::Typed { typed, field, what });
    if !page.forms.iter().any(Form::is_refused) {
        return Err(doing::trouble(refused, desk));
    }
    let mut answer = html(&page)?;
    *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(answer)
}

/// `POST /experiments/stop`
pub async fn stop(State(server): State<Server>, asked: Asked, fields: Signed) -> Result<Response, Trouble> {
    server
        .change(asked, move |desk| {
            doing::end(desk, fields.text("id").unwrap_or_default(), fields.text("because"))?;
            Ok(see(ADDRESS))
        })
        .await
}

fn page(desk: &Desk<'_>, filled: &Filled<'_>) -> ExperimentsPage {
    let states = &desk.snapshot.assessment.experiments;
    let (voice, own) = (desk.voice(), &desk.snapshot.assessment.own_data);
    let open = experiments::open(states);
    let refusal = match open {
        Some(_) => None,
        // What concerns one kind alone is said in its form.
        None => obstacle(desk.history(), ExperimentKind::Shoes, desk.as_of())
            .map(|stop| said::stop(&stop, &voice)),
    };
    let forms = if open.is_none() && refusal.is_none() { form::forms(desk, filled) } else { Vec::new() };
    ExperimentsPage {
        frame: Frame::new(desk, Here::Experiments, Texts.title()),
        t: Texts,
        heading: open.map_or_else(|| Texts.none_open().to_owned(), |state| heading(state, desk)),
        current: open.map(|state| shown::shown(state, own, &voice)),
        refusal,
        forms,
        earlier: states
            .iter()
            .filter(|state| !is_open(state))
            .map(|state| shown::shown(state, own, &voice))
            .collect(),
    }
}

/// The answer of today in one sentence.
fn heading(state: &ExperimentState, desk: &Desk<'_>) -> String {
    if state.stop.is_some() {
        return Texts.waits().to_owned();
    }
    match (state.status, state.block_today()) {
        (ExperimentStatus::Running, Some(block)) => said::task(&state.experiment, block.arm),
        _ => said::status(state, &desk.voice()),
    }
}

/// The card of home: the block of today, or why to wait.
#[derive(Debug)]
pub struct Card {
    pub text: String,
    pub waits: bool,
}

/// Of an experiment that runs.
#[must_use]
pub fn card(desk: &Desk<'_>) -> Option<Card> {
    let state = experiments::open(&desk.snapshot.assessment.experiments)?;
    match &state.stop {
        Some(stop) => Some(Card { text: said::stop(stop, &desk.voice()), waits: true }),
        None => said::today(state).map(|text| Card { text, waits: false }),
    }
}
