//! The query of an address, read into a structure; what cannot be read is a trouble in one line.

use super::trouble::Trouble;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use serde::de::DeserializeOwned;

/// The values of the query. Empty ones, as forms send them, count as absent on a page; a program that sends one has
/// lost a value, so the API refuses it.
#[derive(Debug, Clone, Copy)]
pub struct Query<T>(pub T);

/// Whether a program asks, and not a form.
#[must_use]
pub fn is_strict(parts: &Parts) -> bool {
    parts.uri.path().starts_with("/api/")
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Trouble> {
        let query = parts.uri.query().unwrap_or_default();
        let is_given = |pair: &&str| is_strict(parts) || (!pair.ends_with('=') && pair.contains('='));
        let given: Vec<&str> = query.split('&').filter(is_given).collect();
        serde_urlencoded::from_str(&given.join("&"))
            .map(Self)
            .map_err(|error| Trouble::invalid(format!("the address cannot be read: {error}")))
    }
}
