//! The query of an address, read into a structure; what cannot be read is a trouble in one line.

use super::trouble::Trouble;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

/// The values of the query. Empty ones, as forms send them, count as absent.
#[derive(Debug, Clone, Copy)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Trouble> {
        let query = parts.uri.query().unwrap_or_default();
        let given: Vec<&str> =
            query.split('&').filter(|pair| !pair.ends_with('=') && pair.contains('=')).collect();
        serde_urlencoded::from_str(&given.join("&"))
            .map(Self)
            .map_err(|error| Trouble::invalid(format!("the address cannot be read: {error}")))
    }
}
