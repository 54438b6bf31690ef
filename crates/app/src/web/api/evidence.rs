//! What the answers rest on.

use super::always::Always;
use super::answer::json;
use crate::documents::evidence::{Document, document};
use crate::web::asked::Asked;
use crate::web::server::Server;
use crate::web::trouble::{Problem, Trouble};
use axum::extract::State;
use axum::response::Response;

/// Every source and every rule
#[utoipa::path(
    get,
    path = "/api/v1/evidence",
    operation_id = "evidence",
    tag = "knee",
    params(Always),
    responses(
        (status = 200, description = "Sources and rules, by key and id", body = Document),
        (status = 422, description = "A value that cannot be", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn all(State(server): State<Server>, asked: Asked) -> Result<Response, Trouble> {
    server.document(asked, |_| json(document())).await
}
