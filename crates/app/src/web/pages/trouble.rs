//! Troubles for people: what, and the next step. It stands around every page; the API tells its own.

use crate::web::asked::Asked;
use crate::web::frame::{Frame, Here};
use crate::web::page::html;
use crate::web::server::Server;
use crate::web::trouble::{Kind, Trouble};
use crate::words::language::speak;
use crate::words::pages::trouble::Trouble as Texts;
use askama::Template;
use axum::extract::{FromRequestParts, Request, State};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::middleware::Next;
use axum::response::Response;

#[derive(Template)]
#[template(path = "trouble.html")]
struct TroublePage {
    frame: Frame,
    t: Texts,
    what: &'static str,
    next: String,
}

/// Turns a trouble into a page, or for htmx into a line that stands where the answer would.
pub async fn layer(State(server): State<Server>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    let asked = asked(&mut parts, &server).await;
    let response = next.run(Request::from_parts(parts, body)).await;
    let Some(trouble) = response.extensions().get::<Trouble>().cloned().or_else(|| untold(&response)) else {
        return response;
    };
    let Some(asked) = asked else { return response };
    let page = speak(asked.language(), || {
        let page = TroublePage {
            frame: Frame::bare(&asked, Here::Elsewhere, what(trouble.kind)),
            t: Texts,
            what: what(trouble.kind),
            next: next_step(&trouble),
        };
        html(&page)
    });
    match page {
        Ok(mut page) => {
            *page.status_mut() = response.status();
            page
        }
        Err(_) => response,
    }
}

/// What is asked; where the query cannot be read, what the browser asks of the page without it.
async fn asked(parts: &mut Parts, server: &Server) -> Option<Asked> {
    if let Ok(asked) = Asked::from_request_parts(parts, server).await {
        return Some(asked);
    }
    let mut bare = parts.clone();
    bare.uri = parts.uri.path().parse().ok()?;
    Asked::from_request_parts(&mut bare, server).await.ok()
}

/// What axum itself refuses.
fn untold(response: &Response) -> Option<Trouble> {
    let kind = match response.status() {
        StatusCode::NOT_FOUND => Kind::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => Kind::WrongMethod,
        StatusCode::PAYLOAD_TOO_LARGE => Kind::TooLarge,
        _ => return None,
    };
    Some(Trouble::new(kind, ""))
}

fn what(kind: Kind) -> &'static str {
    match kind {
        Kind::NotFound => Texts.not_here(),
        Kind::Refused | Kind::WrongMethod | Kind::WrongContent | Kind::LoginFirst => Texts.not_allowed(),
        Kind::Invalid => Texts.not_understood(),
        Kind::TooLarge => Texts.too_large(),
        Kind::TooOften => Texts.busy(),
        Kind::Failed | Kind::Conflict => Texts.failed(),
    }
}

fn next_step(trouble: &Trouble) -> String {
    match trouble.kind {
        Kind::NotFound if trouble.detail.is_empty() => Texts.not_here_next().to_owned(),
        _ => crate::words::told::trouble(&trouble.detail),
    }
}
