//! The answer of `why`.

use crate::documents::why::{Document, document};
use crate::web::asked::Asked;
use crate::web::server::Server;
use crate::web::trouble::{Problem, Trouble};
use axum::Json;
use axum::extract::State;

/// Which causes contribute to the pain, why, and what to do first
#[utoipa::path(
    get,
    path = "/api/v1/why",
    tag = "knee",
    params(
        ("as_of" = Option<String>, Query, format = Date, description = "The day to answer for; today when absent"),
        ("units" = Option<String>, Query, description = "`metric` or `imperial`, for sentences"),
    ),
    responses(
        (status = 200, description = "The answer", body = Document),
        (status = 422, description = "A value that cannot be", body = Problem, content_type = "application/problem+json"),
    )
)]
pub async fn why(State(server): State<Server>, asked: Asked) -> Result<Json<Document>, Trouble> {
    server
        .read(asked, |desk| {
            Ok(Json(document(&desk.snapshot.assessment, &desk.snapshot.advice, desk.units())))
        })
        .await
}
