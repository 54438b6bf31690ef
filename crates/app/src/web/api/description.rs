//! What the description says besides the documents.

use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "kneewise",
        description = "What may contribute to the pain of a runner's knee, with reasons for and against. \
                       Education and decision support, not a diagnosis. Numbers are SI, names carry their unit; what is \
                       not known is null or absent, never 0. Every path also takes `as_of` (the day to answer for) and \
                       `units` (for sentences).",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")
    ),
    servers((url = "/", description = "this server")),
    tags(
        (name = "knee", description = "The answer: causes, signs, what to do first"),
        (name = "runs", description = "What was recorded"),
    )
)]
struct Frame;

/// The description without its documents.
pub fn frame() -> utoipa::openapi::OpenApi {
    Frame::openapi()
}

/// As JSON.
pub fn text(description: &utoipa::openapi::OpenApi) -> String {
    description.to_pretty_json().unwrap_or_default()
}

/// The description as an answer.
pub fn answer(text: &str) -> Response {
    let kind = HeaderValue::from_static("application/json");
    ([(header::CONTENT_TYPE, kind)], text.to_owned()).into_response()
}
