//! Experiments on oneself: all of them, a new one, the end of one.

use super::always::Always;
use super::answer::{json, told};
use crate::cli::now;
use crate::documents::experiments::{Document, document, id_of};
use crate::experiments::{self, Known, Refused, Wish, seed};
use crate::web::asked::Asked;
use crate::web::body::Fields;
use crate::web::segment::Segment;
use crate::web::server::{Desk, Server};
use crate::web::trouble::{Kind, Problem, Trouble};
use crate::words::{experiment as said, plain};
use axum::extract::State;
use axum::response::Response;
use kneewise_types::Experiment;
use std::sync::Arc;

/// Every experiment, the latest first: today's block, what was kept, what the blocks say
#[utoipa::path(
    get,
    path = "/api/v1/experiments",
    operation_id = "experiments",
    tag = "knee",
    params(Always),
    responses(
        (status = 200, description = "The experiments", body = Document),
        (status = 422, description = "A value that cannot be", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn list(State(server): State<Server>, asked: Asked) -> Result<Response, Trouble> {
    server
        .document(asked, |desk| {
            let known = &desk.snapshot.assessment;
            json(&document(&known.experiments, &known.own_data, &desk.voice()))
        })
        .await
}

/// Sets one up: its order is drawn and kept
#[utoipa::path(
    post,
    path = "/api/v1/experiments",
    operation_id = "set_up_experiment",
    tag = "knee",
    params(Always),
    request_body(content = Object, description = "`kind` (`step_rate`, `shoes`, `rest_days`), `side`, and as wished `percent` (5 to 10), `usual` and `other` (names of pairs), `rest_days` (1 to 6), `pairs` (2 to 6), `block_days` (14 to 28), `outcome` (`daily_pain`, `flare_free_days`), `start`, `seed`"),
    responses(
        (status = 200, description = "The experiment", body = Document),
        (status = 403, description = "From another page", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "Another is not over, or the knee comes first", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "More than an experiment holds", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A value that cannot be", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn set_up(State(server): State<Server>, asked: Asked, fields: Fields) -> Result<Response, Trouble> {
    let later = asked.clone();
    let made = server
        .change(asked, move |desk| begin(desk, fields.pairs()).map_err(|refused| trouble(refused, desk)))
        .await?;
    one(&server, later, made).await
}

/// Ends one today; blocks that are over still count
#[utoipa::path(
    post,
    path = "/api/v1/experiments/{id}/stop",
    operation_id = "stop_experiment",
    tag = "knee",
    params(Always, ("id" = String, Path, description = "The id of one that is planned or running")),
    request_body(content = Object, description = "`because`, in the runner's own words, or nothing: `{}`"),
    responses(
        (status = 200, description = "The experiment", body = Document),
        (status = 403, description = "From another page", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "There is no such experiment", body = Problem, content_type = "application/problem+json"),
        (status = 409, description = "It is over", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "More than a reason holds", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A value that cannot be", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn stop(
    State(server): State<Server>,
    asked: Asked,
    Segment(id): Segment,
    fields: Fields,
) -> Result<Response, Trouble> {
    if let Some(name) = fields.names().find(|name| *name != "because") {
        return Err(Trouble::invalid(format!("`{name}` is not `because`")));
    }
    let later = asked.clone();
    let ended = server
        .change(asked, move |desk| {
            let because = fields.pairs().map(|(_, text)| text.to_owned()).next();
            end(desk, &id, because.as_deref())
        })
        .await?;
    one(&server, later, ended).await
}

/// Sets one up at a desk, as the fields wish.
pub fn begin<'a>(
    desk: &mut Desk<'_>,
    fields: impl Iterator<Item = (&'a str, &'a str)>,
) -> Result<Experiment, Refused> {
    let snapshot = Arc::clone(&desk.snapshot);
    let states = &snapshot.assessment.experiments;
    let known = Known { history: &snapshot.history, states, as_of: snapshot.as_of };
    Wish::read(fields, seed(now())).and_then(|wish| experiments::set_up(desk.store, &known, &wish, now()))
}

/// Ends one at a desk.
pub fn end(desk: &mut Desk<'_>, id: &str, because: Option<&str>) -> Result<Experiment, Trouble> {
    let (snapshot, as_of) = (Arc::clone(&desk.snapshot), desk.as_of());
    let states = &snapshot.assessment.experiments;
    let state = states.iter().find(|state| id_of(&state.experiment) == id);
    let state = state.ok_or_else(|| Trouble::not_found(format!("`{id}` is no experiment")))?;
    if !experiments::is_open(state) {
        return Err(Trouble::new(Kind::Conflict, format!("`{id}` is over")));
    }
    let profile = &snapshot.history.profile;
    experiments::end(desk.store, profile, (&state.experiment, because), (as_of, now()))
        .map_err(|refused| trouble(refused, desk))
}

/// The document of one, as it stands after a change.
async fn one(server: &Server, asked: Asked, experiment: Experiment) -> Result<Response, Trouble> {
    server
        .read(asked, move |desk| {
            let states = desk.snapshot.assessment.experiments.iter();
            let wanted: Vec<_> =
                states.filter(|state| id_of(&state.experiment) == id_of(&experiment)).cloned().collect();
            json(&document(&wanted, &desk.snapshot.assessment.own_data, &desk.voice()))
        })
        .await
        .map(told)
}

/// Why none was set up or ended, for a page or a program.
pub fn trouble(refused: Refused, desk: &Desk<'_>) -> Trouble {
    match refused {
        Refused::Store(error) => error.into(),
        Refused::Line(line) => Trouble::invalid(line),
        Refused::Value { field: "", what } => Trouble::invalid(what),
        Refused::Value { field, what } => Trouble::invalid(format!("{field}: {what}")),
        Refused::Open(id) => Trouble::new(Kind::Conflict, said::not_over(&id)),
        Refused::Knee(stop) => Trouble::new(Kind::Conflict, plain(&said::stop(&stop, &desk.voice()))),
    }
}
