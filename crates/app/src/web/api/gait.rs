//! The way of running.
#![expect(unused_qualifications, reason = "the macro of the description qualifies what is in scope")]

use super::always::Always;
use super::answer::json;
use crate::documents::{gait, gait_plan};
use crate::retraining::runs_since;
use crate::web::asked::Asked;
use crate::web::query::Query;
use crate::web::server::Server;
use crate::web::trouble::{Problem, Trouble};
use axum::extract::State;
use axum::response::Response;
use kneewise_analyse::gait::gait_report;
use kneewise_analyse::gait::offer::{Wish, offer};
use kneewise_types::{Date, PainScore};
use serde::Deserialize;
use std::sync::Arc;
use utoipa::IntoParams;

/// How the runner runs, and whether it changed
#[utoipa::path(
    get,
    path = "/api/v1/gait",
    operation_id = "gait",
    tag = "knee",
    params(Always),
    responses(
        (status = 200, description = "Habit, weeks, measures", body = gait::Document),
        (status = 422, description = "A value that cannot be", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn report(State(server): State<Server>, asked: Asked) -> Result<Response, Trouble> {
    server
        .document(asked, move |desk| {
            let history = desk.history();
            let report = gait_report(&history.gait, history.profile.height_m, desk.as_of(), None);
            json(&gait::document(&report, &desk.voice()))
        })
        .await
}

/// From when, and how the calf took it.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Begun {
    /// First day of the two weeks; today when absent
    #[param(value_type = Option<String>, format = Date)]
    from: Option<Date>,
    /// Pain of calf or Achilles tendon at the last of these runs
    #[param(minimum = 0, maximum = 10)]
    calf: Option<u8>,
}

/// More steps a minute as an experiment of two weeks, or why it is not offered
#[utoipa::path(
    get,
    path = "/api/v1/gait/plan",
    operation_id = "gait_plan",
    tag = "knee",
    params(Always, Begun),
    responses(
        (status = 200, description = "The schedule and how it goes", body = gait_plan::Document),
        (status = 422, description = "A value that cannot be", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn plan(
    State(server): State<Server>,
    asked: Asked,
    Query(begun): Query<Begun>,
) -> Result<Response, Trouble> {
    let pain = |points: u8| {
        PainScore::new(points).map_err(|_| Trouble::invalid("`calf` is a whole number from 0 to 10"))
    };
    let calf_pain = begun.calf.map(pain).transpose()?;
    server
        .document(asked, move |desk| {
            let (snapshot, voice, as_of) = (Arc::clone(&desk.snapshot), desk.voice(), desk.as_of());
            let history = &snapshot.history;
            let from = begun.from.unwrap_or(as_of);
            let height_m = history.profile.height_m;
            let wish = Wish { gaits: &history.gait, height_m, from, calf_pain };
            let offered = offer(&wish, &snapshot.assessment);
            let done = match &offered {
                Ok(offer) if begun.from.is_some() => runs_since(desk.store, history, offer, (from, as_of))?,
                _ => Vec::new(),
            };
            json(&gait_plan::document(&wish, &offered, done, &voice))
        })
        .await
}
