//! What was recorded.
#![expect(unused_qualifications, reason = "the macro of the description qualifies what is in scope")]

use super::always::Always;
use super::answer::json;
use crate::documents::{activities, activity, load, wire};
use crate::web::asked::Asked;
use crate::web::query::Query;
use crate::web::segment::Segment;
use crate::web::server::Server;
use crate::web::trouble::{Problem, Trouble};
use axum::extract::State;
use axum::response::Response;
use kneewise_analyse::load::series::DailyLoad;
use kneewise_types::{Activity, Date, Sport};
use serde::Deserialize;
use std::num::NonZeroU32;
use utoipa::{IntoParams, ToSchema};

/// Which activities.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// Only one sport, such as `run`
    #[param(value_type = Option<wire::Sport>)]
    sport: Option<Sport>,
    /// From this day on
    #[param(value_type = Option<String>, format = Date)]
    from: Option<Date>,
    /// Up to this day
    #[param(value_type = Option<String>, format = Date)]
    to: Option<Date>,
    /// The newest N
    #[param(value_type = Option<u32>, minimum = 1, maximum = 4_294_967_295_u32)]
    last: Option<NonZeroU32>,
}

/// The list of activities, oldest first
#[utoipa::path(
    get,
    path = "/api/v1/activities",
    operation_id = "activities",
    tag = "runs",
    params(Always, Wanted),
    responses(
        (status = 200, description = "The list", body = activities::Document<'static>),
        (status = 422, description = "A value that cannot be", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn list(
    State(server): State<Server>,
    asked: Asked,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Trouble> {
    server
        .document(asked, move |desk| {
            let is_wanted = |activity: &&Activity| {
                wanted.sport.is_none_or(|sport| activity.sport == sport)
                    && wanted.from.is_none_or(|from| activity.local_date >= from)
                    && wanted.to.is_none_or(|to| activity.local_date <= to)
            };
            let mut found: Vec<&Activity> = desk.history().activities.iter().filter(is_wanted).collect();
            let of = found.len();
            let newest = wanted.last.and_then(|last| usize::try_from(last.get()).ok()).unwrap_or(of);
            found.drain(..of.saturating_sub(newest));
            json(&activities::document(&found, desk.as_of(), of))
        })
        .await
}

/// What of an activity.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Parts {
    /// With every sample, as columns
    #[serde(default)]
    samples: bool,
}

/// One activity with its laps, and its samples when asked for
#[utoipa::path(
    get,
    path = "/api/v1/activities/{id}",
    operation_id = "activity",
    tag = "runs",
    params(Always, ("id" = String, Path, description = "The id, or enough of its beginning"), Parts),
    responses(
        (status = 200, description = "The activity", body = activity::Document<'static>),
        (status = 404, description = "No activity has that id", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A value that cannot be", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn one(
    State(server): State<Server>,
    asked: Asked,
    Segment(id): Segment,
    Query(parts): Query<Parts>,
) -> Result<Response, Trouble> {
    server
        .document(asked, move |desk| {
            let kept = desk.store.get_activity(&id)?.ok_or_else(|| {
                Trouble::not_found("no activity has that id: `/api/v1/activities` lists them")
            })?;
            let samples = parts.samples.then_some(&kept.samples);
            json(&activity::document(&kept.activity, samples, desk.as_of()))
        })
        .await
}

/// What else of the load.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Series {
    /// Also this week compared with the last weeks: describes change, predicts nothing
    #[serde(default)]
    ratio: bool,
    /// The daily load that the series are of
    #[serde(default)]
    #[param(inline)]
    series: SeriesOf,
}

/// What is summed each day.
#[derive(Debug, Default, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SeriesOf {
    #[default]
    Distance,
    Duration,
    SessionRpe,
    Trimp,
    RunStress,
}

impl SeriesOf {
    const fn load(self) -> DailyLoad {
        match self {
            Self::Distance => DailyLoad::Distance,
            Self::Duration => DailyLoad::Duration,
            Self::SessionRpe => DailyLoad::SessionRpe,
            Self::Trimp => DailyLoad::Trimp,
            Self::RunStress => DailyLoad::RunStress,
        }
    }
}

/// How much, how far, how hard, day by day
#[utoipa::path(
    get,
    path = "/api/v1/load",
    operation_id = "load",
    tag = "runs",
    params(Always, Series),
    responses(
        (status = 200, description = "The series", body = load::Document<'static>),
        (status = 422, description = "A value that cannot be", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn load(
    State(server): State<Server>,
    asked: Asked,
    Query(series): Query<Series>,
) -> Result<Response, Trouble> {
    server
        .document(asked, move |desk| {
            json(&load::document(&desk.snapshot.assessment, series.series.load(), series.ratio))
        })
        .await
}
