//! What runs asked of the knee, and what another way of running would have changed.
#![expect(unused_qualifications, reason = "the macro of the description qualifies what is in scope")]

use super::always::Always;
use super::answer::json;
use crate::documents::{knee, knee_activity};
use crate::knees::Habits;
use crate::web::asked::Asked;
use crate::web::other_way::{self, OtherWay, Runs};
use crate::web::query::Query;
use crate::web::segment::Segment;
use crate::web::server::Server;
use crate::web::trouble::{Problem, Trouble};
use axum::extract::State;
use axum::response::Response;
use kneewise_analyse::knee::Change;
use kneewise_types::{Activity, Date};
use serde::Deserialize;
use std::sync::Arc;
use utoipa::IntoParams;

/// From which day on.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Since {
    /// From this day on; the last eight weeks when absent
    #[param(value_type = Option<String>, format = Date)]
    since: Option<Date>,
}

/// What each run and each day asked of the knee
#[utoipa::path(
    get,
    path = "/api/v1/knee",
    operation_id = "knee_load",
    tag = "knee",
    params(Always, Since),
    responses(
        (status = 200, description = "Loads of one leg", body = knee::Document<'static>),
        (status = 422, description = "A value that cannot be", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn list(
    State(server): State<Server>,
    asked: Asked,
    Query(wanted): Query<Since>,
) -> Result<Response, Trouble> {
    server
        .document(asked, move |desk| {
            let as_of = desk.as_of();
            let since = wanted.since.unwrap_or_else(|| knee::since(as_of));
            let text = desk.snapshot.derive(&format!("knee since {since}"), || {
                let gathered = desk.snapshot.kept.knees.gather(desk.history(), (since, as_of));
                json(&knee::document(&gathered, since, as_of))
            })?;
            Ok(Vec::clone(&text))
        })
        .await
}

/// Where on one run the knee worked hardest, by kilometre and lap
#[utoipa::path(
    get,
    path = "/api/v1/knee/activities/{id}",
    operation_id = "knee_load_of_activity",
    tag = "knee",
    params(Always, ("id" = String, Path, description = "The id, or enough of its beginning")),
    responses(
        (status = 200, description = "The picture of the activity", body = knee_activity::Document),
        (status = 404, description = "No activity has that id", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A value that cannot be", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn activity(
    State(server): State<Server>,
    asked: Asked,
    Segment(id): Segment,
) -> Result<Response, Trouble> {
    server
        .document(asked, move |desk| {
            let kept = desk.store.get_activity(&id)?.ok_or_else(|| {
                Trouble::not_found("no activity has that id: `/api/v1/activities` lists them")
            })?;
            let habits = Habits::new(desk.history(), &desk.history().gait, desk.as_of());
            let runner = habits.runner(desk.history(), &kept.activity);
            json(&knee_activity::document(&kept.activity, &kept.samples, &runner, &desk.voice()))
        })
        .await
}

/// Which part of which run made a day
#[utoipa::path(
    get,
    path = "/api/v1/knee/days/{date}",
    operation_id = "knee_load_of_day",
    tag = "knee",
    params(Always, ("date" = String, Path, format = Date, description = "The day")),
    responses(
        (status = 200, description = "The day with its activities, the hardest first", body = knee_activity::DayDocument),
        (status = 404, description = "Not a day", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A value that cannot be", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn day(
    State(server): State<Server>,
    asked: Asked,
    Segment(date): Segment,
) -> Result<Response, Trouble> {
    let date: Date =
        date.parse().map_err(|_| Trouble::not_found("that is not a day: write it as 2026-09-20"))?;
    server
        .document(asked, move |desk| {
            let (snapshot, voice) = (Arc::clone(&desk.snapshot), desk.voice());
            let history = &snapshot.history;
            let habits = Habits::new(history, &history.gait, desk.as_of());
            let mut runs = Vec::new();
            let is_of_day = |activity: &&Activity| activity.local_date == date;
            for activity in history.activities.iter().filter(is_of_day) {
                if let Some(kept) = desk.store.get_activity(&activity.id.0)? {
                    let runner = habits.runner(history, &kept.activity);
                    runs.push(knee_activity::run(&kept.activity, &kept.samples, &runner, &voice));
                }
            }
            json(&knee_activity::day(date, runs, &voice))
        })
        .await
}

/// What another way of running would have changed
#[utoipa::path(
    get,
    path = "/api/v1/knee/what-if",
    operation_id = "knee_load_what_if",
    tag = "knee",
    params(Always, OtherWay),
    responses(
        (status = 200, description = "Load and damage, after over before", body = knee::WhatIfDocument),
        (status = 422, description = "A value that cannot be, or nothing that should be other", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn what_if(
    State(server): State<Server>,
    asked: Asked,
    Query(way): Query<OtherWay>,
) -> Result<Response, Trouble> {
    let change = way.change()?;
    if change == Change::default() {
        return Err(Trouble::invalid("say what should be other: for example `cadence_percent=7`"));
    }
    server
        .document(asked, move |desk| {
            let since = other_way::since(&way, desk.as_of());
            let answer = Runs::of(desk)?.ask(since, &change);
            json(&knee::what_if(answer, since, desk.as_of()))
        })
        .await
}
