//! How a document becomes an answer: written at the desk, so that it may borrow from what is kept.

use crate::documents::layout;
use crate::web::asked::Asked;
use crate::web::lasting::lasting;
use crate::web::server::{Desk, Server};
use crate::web::trouble::{Kind, Trouble};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// A document as text.
pub fn json(document: &impl Serialize) -> Result<Vec<u8>, Trouble> {
    layout::on_one_line(document)
        .map_err(|error| Trouble::new(Kind::Failed, format!("cannot write the document: {error}")))
}

/// Text of a document as an answer.
pub fn told(text: Vec<u8>) -> Response {
    ([(header::CONTENT_TYPE, HeaderValue::from_static("application/json"))], text).into_response()
}

impl Server {
    /// Answers with a document that changes nothing.
    pub async fn document(
        &self,
        asked: Asked,
        work: impl FnOnce(&mut Desk<'_>) -> Result<Vec<u8>, Trouble> + Send + 'static,
    ) -> Result<Response, Trouble> {
        self.read(asked, move |desk| work(desk).map(|text| lasting(told(text), desk))).await
    }
}
