//! One part of an address, decoded; bytes that are no text name nothing.

use super::trouble::Trouble;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;

/// What stands in the path where an id, a day or a name belongs.
#[derive(Debug, Clone)]
pub struct Segment(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Segment {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Trouble> {
        let Path(text) = Path::<String>::from_request_parts(parts, state)
            .await
            .map_err(|_| Trouble::not_found("the address is not text"))?;
        Ok(Self(text))
    }
}
