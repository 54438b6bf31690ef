//! What can go wrong with a request: one shape for the API (RFC 9457) and, by the layer of pages, one page for people.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kneewise_store::StoreError;
use serde::Serialize;
use utoipa::ToSchema;

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// There is nothing under this address.
    NotFound,
    /// Not logged in.
    LoginFirst,
    /// From another page, another host, or without token.
    Refused,
    /// It could not be read, or holds a value that cannot be.
    Invalid,
    /// The address takes no such request.
    WrongMethod,
    /// More bytes than are taken.
    TooLarge,
    /// Not the kind of content that is taken.
    WrongContent,
    /// What it would change is not as it was, or something else is under way.
    Conflict,
    /// Tried too often.
    TooOften,
    /// It should have worked.
    Failed,
}

/// Why there is no answer, in one line.
#[derive(Debug, Clone)]
pub struct Trouble {
    pub kind: Kind,
    /// What was wrong and what to do next; empty when the kind says it all.
    pub detail: String,
}

/// The problem as the API tells it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: the status says which kind it is.
    #[schema(example = "about:blank")]
    pub r#type: &'static str,
    pub title: &'static str,
    pub status: u16,
    /// What was wrong and what to do next.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub detail: String,
}

impl Kind {
    /// The status of HTTP and its name.
    #[must_use]
    pub const fn status(self) -> (StatusCode, &'static str) {
        match self {
            Self::NotFound => (StatusCode::NOT_FOUND, "not found"),
            Self::LoginFirst => (StatusCode::UNAUTHORIZED, "log in first"),
            Self::Refused => (StatusCode::FORBIDDEN, "refused"),
            Self::Invalid => (StatusCode::UNPROCESSABLE_ENTITY, "not understood"),
            Self::WrongMethod => (StatusCode::METHOD_NOT_ALLOWED, "wrong method"),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "too large"),
            Self::WrongContent => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "wrong content"),
            Self::Conflict => (StatusCode::CONFLICT, "not now"),
            Self::TooOften => (StatusCode::TOO_MANY_REQUESTS, "too often"),
            Self::Failed => (StatusCode::INTERNAL_SERVER_ERROR, "failed"),
        }
    }
}

impl Trouble {
    #[must_use]
    pub fn new(kind: Kind, detail: impl Into<String>) -> Self {
        Self { kind, detail: detail.into() }
    }

    /// There is nothing under this address.
    #[must_use]
    pub fn not_found(detail: impl Into<String>) -> Self {
        Self::new(Kind::NotFound, detail)
    }

    /// A value that cannot be.
    #[must_use]
    pub fn invalid(detail: impl Into<String>) -> Self {
        Self::new(Kind::Invalid, detail)
    }
}

impl From<StoreError> for Trouble {
    fn from(error: StoreError) -> Self {
        let kind = match &error {
            StoreError::AmbiguousId { .. } => Kind::NotFound,
            _ => Kind::Failed,
        };
        Self::new(kind, error.to_string())
    }
}

impl From<crate::cli::Failure> for Trouble {
    fn from(failure: crate::cli::Failure) -> Self {
        use crate::cli::Failure;
        let kind = match &failure {
            Failure::WrongUsage(_) | Failure::NothingUsable(_) => Kind::Invalid,
            Failure::CannotDo(_) | Failure::PipeClosed => Kind::Failed,
        };
        Self::new(kind, failure.to_string())
    }
}

impl From<askama::Error> for Trouble {
    fn from(error: askama::Error) -> Self {
        Self::new(Kind::Failed, format!("the page could not be written: {error}"))
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let (status, title) = self.kind.status();
        let problem =
            Problem { r#type: "about:blank", title, status: status.as_u16(), detail: self.detail.clone() };
        let mut response = (status, Json(problem)).into_response();
        response
            .headers_mut()
            .insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        response.extensions_mut().insert(self);
        response
    }
}
