//! More: every page by name.

use crate::web::asked::Asked;
use crate::web::frame::{Frame, Here};
use crate::web::page::html;
use crate::web::server::Server;
use crate::web::trouble::Trouble;
use crate::words::pages::more::More as Texts;
use askama::Template;
use axum::extract::State;
use axum::response::Response;

#[derive(Template)]
#[template(path = "more.html")]
struct MorePage {
    frame: Frame,
    t: Texts,
}

/// `GET /more`
pub async fn show(State(server): State<Server>, asked: Asked) -> Result<Response, Trouble> {
    server
        .page(asked, Here::More, |desk| {
            html(&MorePage { frame: Frame::new(desk, Here::More, Texts.title()), t: Texts })
        })
        .await
}
