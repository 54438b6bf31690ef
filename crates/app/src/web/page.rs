//! How a page is answered: the template as HTML, a red flag instead of it, a redirect after a change.

use super::asked::Asked;
use super::frame::Here;
use super::lasting::lasting;
use super::pages::lock;
use super::server::{Desk, Server};
use super::trouble::Trouble;
use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// A template as HTML.
pub fn html(template: &impl Template) -> Result<Response, Trouble> {
    let text = template.render()?;
    Ok(([(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"))], text).into_response())
}

/// The answer to a form: look at that page now. Browsers repeat a GET harmlessly.
#[must_use]
pub fn see(address: &str) -> Response {
    let place = HeaderValue::from_str(address).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, place)]).into_response()
}

impl Server {
    /// Answers with a page. A red flag replaces every page that does not stay open: whoever adds a page need not think
    /// of it.
    pub async fn page(
        &self,
        asked: Asked,
        here: Here,
        work: impl FnOnce(&mut Desk<'_>) -> Result<Response, Trouble> + Send + 'static,
    ) -> Result<Response, Trouble> {
        self.read(asked, move |desk| {
            let response = match lock::instead(desk, here)? {
                Some(locked) => locked,
                None => work(desk)?,
            };
            // Imports under way show on their page and nowhere else.
            Ok(if here == Here::Import { response } else { lasting(response, desk) })
        })
        .await
    }
}
