//! The page for a clinician as a document.

use super::always::Always;
use super::answer::json;
use crate::documents::report::Report;
use crate::web::asked::Asked;
use crate::web::pages::report::{case, left_out};
use crate::web::server::Server;
use crate::web::trouble::{Problem, Trouble};
use axum::extract::State;
use axum::response::Response;

/// One page for a clinician: history, pattern, causes with reasons, home tests, what is being done, questions
#[utoipa::path(
    get,
    path = "/api/v1/report",
    operation_id = "report",
    tag = "knee",
    params(
        Always,
        ("leave" = Option<String>, Query, pattern = r"^((body|past|chart|shoes|own|tests|done)(,(body|past|chart|shoes|own|tests|done))*)?$", description = "Parts to leave out, joined by commas", example = "body,shoes"),
    ),
    responses(
        (status = 200, description = "The page as data", body = Report),
        (status = 422, description = "A value that cannot be", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn report(State(server): State<Server>, asked: Asked) -> Result<Response, Trouble> {
    server
        .document(asked, |desk| {
            let left_out = left_out(desk.asked)?;
            json(&case(desk, &left_out).report())
        })
        .await
}
