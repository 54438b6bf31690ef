//! What was recorded.
#![expect(unused_qualifications, reason = "the macro of the description qualifies what is in scope")]

use crate::documents::activities::{Document, document};
use crate::web::asked::Asked;
use crate::web::query::Query;
use crate::web::server::Server;
use crate::web::trouble::{Problem, Trouble};
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use kneewise_types::{Activity, Date, Sport};
use serde::Deserialize;
use utoipa::IntoParams;

/// Which activities.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// Only one sport, such as `run`
    #[param(value_type = Option<crate::documents::wire::Sport>)]
    sport: Option<Sport>,
    /// From this day on
    #[param(value_type = Option<String>, format = Date)]
    from: Option<Date>,
    /// Up to this day
    #[param(value_type = Option<String>, format = Date)]
    to: Option<Date>,
    /// The newest N
    #[param(minimum = 1, maximum = 100000)]
    last: Option<u32>,
}

/// The list of activities, oldest first
#[utoipa::path(
    get,
    path = "/api/v1/activities",
    tag = "runs",
    params(Wanted),
    responses(
        (status = 200, description = "The list", body = Document<'static>),
        (status = 422, description = "A value that cannot be", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn list(
    State(server): State<Server>,
    asked: Asked,
    Query(wanted): Query<Wanted>,
) -> Result<Response, Trouble> {
    let text = server
        .read(asked, move |desk| {
            let is_wanted = |activity: &&Activity| {
                wanted.sport.is_none_or(|sport| activity.sport == sport)
                    && wanted.from.is_none_or(|from| activity.local_date >= from)
                    && wanted.to.is_none_or(|to| activity.local_date <= to)
            };
            let mut found: Vec<&Activity> = desk.history().activities.iter().filter(is_wanted).collect();
            let of = found.len();
            let newest = wanted.last.and_then(|last| usize::try_from(last).ok()).unwrap_or(of);
            found.drain(..of.saturating_sub(newest));
            serde_json::to_string(&document(&found, desk.as_of(), of))
                .map_err(|error| Trouble::new(crate::web::trouble::Kind::Failed, error.to_string()))
        })
        .await?;
    Ok(([(header::CONTENT_TYPE, "application/json")], text).into_response())
}
