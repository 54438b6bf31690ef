//! The program on a phone: what makes it installable, and the page that opens while the server is out of reach.
//!
//! Only files of the program and one page without anything about a person are ever kept in the browser; entries that wait
//! are kept until they are sent.

use crate::web::asked::Asked;
use crate::web::assets;
use crate::web::frame::{Frame, Here};
use crate::web::page::html;
use crate::web::trouble::Trouble;
use crate::words::knee::region;
use crate::words::language::{language, speak};
use crate::words::pages::offline::Offline as Texts;
use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kneewise_types::Region;
use serde_json::json;

/// Answers without a login: they hold nothing about anybody.
pub const OPEN: [&str; 4] = ["/offline", "/sw.js", "/manifest.webmanifest", "/alive"];

#[derive(Template)]
#[template(path = "offline.html")]
struct OfflinePage {
    frame: Frame,
    t: Texts,
    regions: Vec<(&'static str, &'static str)>,
}

/// `GET /offline`: the same for everybody, in the language of the browser; without a token.
pub async fn show(asked: Asked) -> Result<Response, Trouble> {
    speak(asked.language(), || {
        let mut frame = Frame::bare(&asked, Here::Elsewhere, Texts.title()).without_menu();
        frame.token.clear();
        let regions = Region::ALL.iter().map(|place| (place.code(), region(*place))).collect();
        html(&OfflinePage { frame, t: Texts, regions })
    })
}

/// `GET /alive`: whether the program answers.
pub async fn alive() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// `GET /sw.js`: the worker, with the files of this edition of the program.
pub async fn worker() -> Response {
    let mut files = assets::addresses();
    files.push("/offline".to_owned());
    let text = format!(
        "const EDITION = {};\nconst FILES = {};\n{}",
        json!(assets::edition()),
        json!(files),
        include_str!("../../../assets/js/sw.js")
    );
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")], text)
        .into_response()
}

/// `GET /manifest.webmanifest`
pub async fn manifest(asked: Asked) -> Response {
    let text = speak(asked.language(), || {
        let icon = |name: &str, sizes: &str, kind: &str, purpose: &str| json!({ "src": assets::address(name), "sizes": sizes, "type": kind, "purpose": purpose });
        json!({
            "name": "kneewise",
            "short_name": "kneewise",
            "lang": language().tag(),
            "id": "/",
            "start_url": "/",
            "scope": "/",
            "display": "standalone",
            "background_color": "#f3f6f5",
            "theme_color": "#0b5d66",
            "icons": [
                icon("icon.svg", "any", "image/svg+xml", "any"),
                icon("icon-192.png", "192x192", "image/png", "any"),
                icon("icon-512.png", "512x512", "image/png", "any"),
                icon("icon-maskable-512.png", "512x512", "image/png", "maskable"),
            ],
            "shortcuts": [{ "name": crate::words::pages::frame::Frame.diary(), "url": "/diary" }],
        })
        .to_string()
    });
    let mut response = text.into_response();
    let kind = HeaderValue::from_static("application/manifest+json");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}
