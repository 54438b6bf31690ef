//! Which address is answered by what, and the layers around all of them.

use super::server::Server;
use super::{api, assets, guard, lasting, login, pages};
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use tower_http::compression::{CompressionLayer, CompressionLevel};

/// No form and no document that is sent here is larger; uploads have their own way.
const BODY_LIMIT: usize = 256 * 1024;

/// What one upload may bring; it is streamed to the disk.
#[expect(clippy::cast_possible_truncation, reason = "less on a computer that could not hold more")]
const UPLOAD_LIMIT: usize = super::upload::LIMIT as usize;

/// The whole server.
pub fn router(server: &Server) -> Router {
    Router::new()
        .merge(pages(server))
        .merge(api::router(server))
        .route("/assets/{edition}/{name}", get(assets::serve))
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        .layer(from_fn_with_state(server.clone(), lasting::layer))
        .layer(from_fn_with_state(server.clone(), login::layer))
        .layer(from_fn_with_state(server.clone(), guard::layer))
        .with_state(server.clone())
}

/// One line a page.
fn pages(server: &Server) -> Router<Server> {
    Router::new()
        .route("/", get(pages::home::show))
        .route("/diary", get(pages::diary::today))
        .route("/diary/undo", post(pages::diary::undo))
        .route("/diary/{date}", get(pages::diary::show).post(pages::diary::save))
        .route("/runs", get(pages::runs::show))
        .route("/runs/{id}", get(pages::run::show))
        .route("/runs/{id}/original", get(pages::run::original))
        .route("/day/{date}", get(pages::day::show))
        .route("/chart", get(pages::chart::show))
        .route("/check/{id}", get(pages::check::show).post(pages::check::save))
        .route("/check/{id}/shoe", post(pages::check::shoe))
        .route("/offline", get(pages::offline::show))
        .route("/alive", get(pages::offline::alive))
        .route("/sw.js", get(pages::offline::worker))
        .route("/manifest.webmanifest", get(pages::offline::manifest))
        .route("/report", get(pages::report::show))
        .route("/report/file", get(pages::report::file))
        .route("/experiments", get(pages::experiments::show).post(pages::experiments::set_up))
        .route("/experiments/stop", post(pages::experiments::stop))
        .route("/week", get(pages::week::show))
        .route("/knee-load", get(pages::knee_load::show))
        .route("/what-if", get(pages::what_if::show))
        .route("/evidence", get(pages::evidence::show))
        .route("/trust", get(pages::trust::show))
        .route("/notes", get(pages::notes::show))
        .route("/notes/all", post(pages::notes::all))
        .route("/notes/reopen", post(pages::notes::reopen))
        .route("/notes/{id}", post(pages::notes::one))
        .route("/more", get(pages::more::show))
        .route("/settings", get(pages::settings::show).post(pages::settings::save))
        .route("/settings/kneewise.zip", get(pages::settings::data::export))
        .route("/settings/kneewise-backup.db", get(pages::settings::data::backup))
        .route(
            "/settings/restore",
            post(pages::settings::data::restore).layer(DefaultBodyLimit::max(UPLOAD_LIMIT)),
        )
        .route("/settings/erase", post(pages::settings::data::erase))
        .route("/view", post(pages::settings::choose))
        .route(
            "/import",
            get(pages::import::show).post(pages::import::take).layer(DefaultBodyLimit::max(UPLOAD_LIMIT)),
        )
        .route("/import/state", get(pages::import::state))
        .route("/import/stop", post(pages::import::stop))
        .route("/log/{kind}", post(pages::log::keep))
        .route("/login", get(pages::login::show).post(pages::login::enter))
        .route("/setup", get(pages::login::setup).post(pages::login::set))
        .route("/logout", post(pages::login::leave))
        .fallback(|| async { super::trouble::Trouble::not_found("") })
        .layer(from_fn_with_state(server.clone(), pages::trouble::layer))
}
