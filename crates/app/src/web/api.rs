//! The API: the documents of `--json` under `/api/v1`, described by OpenAPI at `/api/v1/openapi.json`.

mod activities;
mod always;
mod answer;
mod description;
mod evidence;
pub mod experiments;
mod gait;
mod knee;
mod knee_load;
pub mod notes;
mod report;

pub use knee::refused;

use super::server::Server;
use super::trouble::{Kind, Trouble};
use axum::Router;
use axum::routing::get;
use utoipa::openapi::OpenApi;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Every document with its description: one line each.
fn documents() -> OpenApiRouter<Server> {
    OpenApiRouter::with_openapi(description::frame())
        .routes(routes!(knee::why))
        .routes(routes!(knee::diary))
        .routes(routes!(knee::note))
        .routes(routes!(gait::report))
        .routes(routes!(gait::plan))
        .routes(routes!(knee_load::list))
        .routes(routes!(knee_load::activity))
        .routes(routes!(knee_load::day))
        .routes(routes!(knee_load::what_if))
        .routes(routes!(evidence::all))
        .routes(routes!(experiments::list, experiments::set_up))
        .routes(routes!(experiments::stop))
        .routes(routes!(notes::list))
        .routes(routes!(notes::answer))
        .routes(routes!(notes::correct))
        .routes(routes!(report::report))
        .routes(routes!(activities::list))
        .routes(routes!(activities::one))
        .routes(routes!(activities::load))
}

/// The documents and their description.
pub fn router(_server: &Server) -> Router<Server> {
    let (router, description) = documents().split_for_parts();
    let text = std::sync::Arc::new(description::text(&description));
    router
        .route("/api/v1/openapi.json", get(move || async move { description::answer(&text) }))
        .route("/api/{*rest}", get(|| async { Trouble::not_found("there is no such document") }))
        .method_not_allowed_fallback(|| async { Trouble::new(Kind::WrongMethod, "") })
}

/// The description of the API, for tests and tasks.
#[must_use]
pub fn openapi() -> OpenApi {
    documents().split_for_parts().1
}

#[cfg(test)]
mod test {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_operation_has_an_id_of_its_own() {
        let description = serde_json::to_value(openapi()).unwrap();
        let paths = description["paths"].as_object().unwrap();
        let operations = paths.values().flat_map(|path| path.as_object().unwrap().values());
        let ids: Vec<&str> = operations.map(|one| one["operationId"].as_str().unwrap()).collect();
        assert!(ids.len() > 16, "{ids:?}");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
    }
}
