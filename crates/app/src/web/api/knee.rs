//! The answer of `why`, the diary, and entries.
#![expect(unused_qualifications, reason = "the macro of the description qualifies what is in scope")]

use super::always::Always;
use super::answer::{json, told};
use crate::documents::{diary, noted, why};
use crate::noting::columns::LOGS;
use crate::noting::{Entry, Refused, log};
use crate::web::asked::Asked;
use crate::web::body::Fields;
use crate::web::query::Query;
use crate::web::segment::Segment;
use crate::web::server::Server;
use crate::web::trouble::{Problem, Trouble};
use axum::extract::State;
use axum::response::Response;
use kneewise_types::Date;
use serde::Deserialize;
use utoipa::openapi::schema::Type;
use utoipa::openapi::{ObjectBuilder, RefOr, Schema};
use utoipa::{IntoParams, PartialSchema, ToSchema};

/// Which causes contribute to the pain, why, and what to do first
#[utoipa::path(
    get,
    path = "/api/v1/why",
    operation_id = "why",
    tag = "knee",
    params(Always),
    responses(
        (status = 200, description = "The answer", body = why::Document),
        (status = 422, description = "A value that cannot be", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn why(State(server): State<Server>, asked: Asked) -> Result<Response, Trouble> {
    server
        .document(asked, |desk| {
            json(&why::document(&desk.snapshot.assessment, &desk.snapshot.advice, desk.units()))
        })
        .await
}

/// Which days.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Days {
    /// From this day on
    #[param(value_type = Option<String>, format = Date)]
    from: Option<Date>,
    /// Up to this day
    #[param(value_type = Option<String>, format = Date)]
    to: Option<Date>,
}

/// The pain diary as it was entered
#[utoipa::path(
    get,
    path = "/api/v1/diary",
    operation_id = "diary",
    tag = "knee",
    params(Always, Days),
    responses(
        (status = 200, description = "The entries, oldest first", body = diary::Document<'static>),
        (status = 422, description = "A value that cannot be", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn diary(
    State(server): State<Server>,
    asked: Asked,
    Query(days): Query<Days>,
) -> Result<Response, Trouble> {
    server
        .document(asked, move |desk| {
            let last = days.to.unwrap_or(desk.as_of()).min(desk.as_of());
            let is_wanted = |date: Date| date <= last && days.from.is_none_or(|from| date >= from);
            let entries = desk.history().symptoms.iter().filter(|entry| is_wanted(entry.date));
            json(&diary::document(desk.history(), entries, &desk.voice()))
        })
        .await
}

/// The name of a log.
#[derive(Debug)]
struct LogName;

impl PartialSchema for LogName {
    fn schema() -> RefOr<Schema> {
        let names = LOGS.iter().map(|log| log.name);
        ObjectBuilder::new().schema_type(Type::String).enum_values(Some(names)).into()
    }
}

impl ToSchema for LogName {}

/// One entry, through the reader of the CSV logs: the columns of its log as keys
#[utoipa::path(
    post,
    path = "/api/v1/log/{kind}",
    operation_id = "log_entry",
    tag = "knee",
    params(Always, ("kind" = inline(LogName), Path, description = "The log")),
    request_body(content = Object, description = "Columns and values, such as `{\"side\": \"left\", \"pain_during_max\": 4}`; an empty or absent one stays unknown"),
    responses(
        (status = 200, description = "What it added", body = noted::Document),
        (status = 403, description = "From another page", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "There is no such log", body = Problem, content_type = "application/problem+json"),
        (status = 413, description = "More than an entry holds", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 422, description = "A value that cannot be", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn note(
    State(server): State<Server>,
    asked: Asked,
    Segment(kind): Segment,
    fields: Fields,
) -> Result<Response, Trouble> {
    let log = log(&kind).ok_or_else(|| Trouble::not_found(format!("`{kind}` is not a log")))?;
    if let Some(name) = fields.names().find(|name| log.options.iter().all(|column| column.column != *name)) {
        return Err(Trouble::invalid(format!("`{name}` is not a column of this log")));
    }
    server
        .change(asked, move |desk| {
            let entry = Entry::new(log, fields.pairs());
            let summary = entry.keep(desk.store, desk.as_of(), crate::cli::now()).map_err(refused)?;
            json(&noted::document(log.name, &summary))
        })
        .await
        .map(told)
}

/// Why an entry was not kept, by column.
pub fn refused(told: Refused) -> Trouble {
    match told {
        Refused::Store(error) => error.into(),
        Refused::Value { column: Some(column), what } => {
            Trouble::invalid(format!("{}: {what}", column.column))
        }
        Refused::Value { column: None, what } => Trouble::invalid(what),
    }
}
