//! When not to trust this: what is weak, by part. It stays open with a red flag.

use crate::web::asked::Asked;
use crate::web::frame::{Frame, Here};
use crate::web::page::html;
use crate::web::server::Server;
use crate::web::trouble::Trouble;
use crate::words::pages::trust::{Part, Trust as Texts, parts};
use crate::words::sources::grade_meanings;
use askama::Template;
use axum::extract::State;
use axum::response::Response;

#[derive(Template)]
#[template(path = "trust.html")]
struct TrustPage {
    frame: Frame,
    t: Texts,
    parts: &'static [Part],
    grades: [(char, &'static str); 4],
}

/// `GET /trust`
pub async fn show(State(server): State<Server>, asked: Asked) -> Result<Response, Trouble> {
    server
        .page(asked, Here::Trust, |desk| {
            html(&TrustPage {
                frame: Frame::new(desk, Here::Trust, Texts.title()),
                t: Texts,
                parts: parts(),
                grades: grade_meanings(),
            })
        })
        .await
}
