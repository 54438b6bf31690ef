//! An entry from a form: the fields are the columns of its log, read like a line of the file.

use crate::noting::{Entry, log};
use crate::web::api::refused;
use crate::web::asked::Asked;
use crate::web::form::Signed;
use crate::web::page::see;
use crate::web::segment::Segment;
use crate::web::server::Server;
use crate::web::trouble::Trouble;
use axum::extract::State;
use axum::response::Response;

/// Where a form may lead to afterwards: a page of ours, never another site.
#[must_use]
pub fn back(fields: &Signed) -> &str {
    fields
        .text("back")
        .filter(|path| path.starts_with('/') && !path.starts_with("//") && !path.contains('\\'))
        .unwrap_or("/")
}

/// `POST /log/{kind}`
pub async fn keep(
    State(server): State<Server>,
    asked: Asked,
    Segment(kind): Segment,
    fields: Signed,
) -> Result<Response, Trouble> {
    let log = log(&kind).ok_or_else(|| Trouble::not_found(""))?;
    let place = back(&fields).to_owned();
    server
        .change(asked, move |desk| {
            let entry = Entry::new(log, fields.fields().filter(|(name, _)| *name != "back"));
            entry.keep(desk.store, desk.as_of(), fields.moment()).map_err(refused)?;
            Ok(see(&place))
        })
        .await
}
