//! Files the page needs: embedded, so that a missing one does not compile, and served under an address that changes
//! with their content, so that browsers may keep them for ever.
//!
//! Third-party files stand in `assets/vendor/SOURCES.md` with version, licence and checksum.

use axum::body::Body;
use axum::extract::Path;
use axum::http::{HeaderValue, Response, StatusCode, header};
use axum::response::IntoResponse;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

/// One file: name, media type, bytes.
type Asset = (&'static str, &'static str, &'static [u8]);

const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";
const PNG: &str = "image/png";

/// The sheet of the page, one section a file, in this order.
const SHEET: &str = concat!(
    include_str!("../../assets/css/tokens.css"),
    include_str!("../../assets/css/base.css"),
    include_str!("../../assets/css/frame.css"),
    include_str!("../../assets/css/parts.css"),
    include_str!("../../assets/css/charts.css"),
    include_str!("../../assets/css/home.css"),
    include_str!("../../assets/css/diary.css"),
    include_str!("../../assets/css/own.css"),
    include_str!("../../assets/css/what-if.css"),
    include_str!("../../assets/css/notes.css"),
    include_str!("../../assets/css/evidence.css"),
    include_str!("../../assets/css/import.css"),
    include_str!("../../assets/css/lock.css"),
    include_str!("../../assets/css/runs.css"),
    include_str!("../../assets/css/run.css"),
    include_str!("../../assets/css/report.css"),
    include_str!("../../assets/css/check.css"),
    include_str!("../../assets/css/experiments.css"),
    include_str!("../../assets/css/print.css"),
);

/// What a sheet needs that stands in a file of its own.
pub const SHEET_ALONE: &str = concat!(
    include_str!("../../assets/css/tokens.css"),
    include_str!("../../assets/css/base.css"),
    include_str!("../../assets/css/parts.css"),
    include_str!("../../assets/css/charts.css"),
    include_str!("../../assets/css/home.css"),
    include_str!("../../assets/css/report.css"),
    include_str!("../../assets/css/print.css"),
);

const FILES: &[Asset] = &[
    ("kneewise.css", CSS, SHEET.as_bytes()),
    ("chart.js", JS, include_bytes!("../../assets/js/chart.js")),
    ("core.js", JS, include_bytes!("../../assets/js/core.js")),
    ("diary.js", JS, include_bytes!("../../assets/js/diary.js")),
    ("evidence.js", JS, include_bytes!("../../assets/js/evidence.js")),
    ("home.js", JS, include_bytes!("../../assets/js/home.js")),
    ("import.js", JS, include_bytes!("../../assets/js/import.js")),
    ("check.js", JS, include_bytes!("../../assets/js/check.js")),
    ("palette.js", JS, include_bytes!("../../assets/js/palette.js")),
    ("report.js", JS, include_bytes!("../../assets/js/report.js")),
    ("run.js", JS, include_bytes!("../../assets/js/run.js")),
    ("outbox.js", JS, include_bytes!("../../assets/js/outbox.js")),
    ("offline.js", JS, include_bytes!("../../assets/js/offline.js")),
    ("icon-192.png", PNG, include_bytes!("../../assets/icon-192.png")),
    ("icon-512.png", PNG, include_bytes!("../../assets/icon-512.png")),
    ("icon-maskable-512.png", PNG, include_bytes!("../../assets/icon-maskable-512.png")),
    ("what-if.js", JS, include_bytes!("../../assets/js/what-if.js")),
    ("icon.svg", SVG, include_bytes!("../../assets/icon.svg")),
    ("htmx.js", JS, include_bytes!("../../assets/vendor/htmx-4.0.1.min.js")),
    ("uplot.js", JS, include_bytes!("../../assets/vendor/uplot-1.6.32.iife.min.js")),
    ("uplot.css", CSS, include_bytes!("../../assets/vendor/uplot-1.6.32.min.css")),
];

/// Changes when any file changes.
static EDITION: LazyLock<String> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    for (name, _, bytes) in FILES {
        hash.update(name.as_bytes());
        hash.update(bytes);
    }
    hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
});

/// The address of a file; of one that does not exist the address answers 404, which the browser tests notice.
#[must_use]
pub fn address(name: &str) -> String {
    format!("/assets/{}/{name}", *EDITION)
}

/// What tells this edition of the files from others.
#[must_use]
pub fn edition() -> &'static str {
    &EDITION
}

/// The addresses of all files.
#[must_use]
pub fn addresses() -> Vec<String> {
    FILES.iter().map(|(name, _, _)| address(name)).collect()
}

/// `GET /assets/{edition}/{name}`: an older edition gets the current file, but may not keep it.
pub async fn serve(Path((edition, name)): Path<(String, String)>) -> Response<Body> {
    let Some((_, kind, bytes)) = FILES.iter().find(|(known, _, _)| *known == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let keep = if edition == *EDITION { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = Response::new(Body::from(*bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    response
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn every_third_party_file_is_the_one_that_was_reviewed() {
        let sources = include_str!("../../assets/vendor/SOURCES.md");
        let listed: Vec<Vec<&str>> = sources
            .lines()
            .filter(|line| line.starts_with("| `"))
            .map(|line| line.split('|').map(|cell| cell.trim().trim_matches('`')).collect())
            .collect();
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/vendor");
        let mut on_disk = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if name == "SOURCES.md" {
                continue;
            }
            on_disk += 1;
            #[expect(clippy::disallowed_methods, reason = "a test reads its files")]
            let bytes = std::fs::read(&path).unwrap();
            let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            let row = listed.iter().find(|row| row[1] == name);
            let row = row.unwrap_or_else(|| panic!("{name} is not in SOURCES.md"));
            assert!(!row[2].is_empty() && !row[3].is_empty(), "{name} lacks version or licence");
            assert_eq!(row[4], hash, "{name}");
        }
        assert_eq!(listed.len(), on_disk);
    }

    #[test]
    fn the_page_asks_nothing_of_other_hosts() {
        for (name, _, bytes) in FILES {
            let text = String::from_utf8_lossy(bytes);
            // Namespaces are names, not addresses.
            let text = text.replace("http://www.w3.org/", "");
            for scheme in ["http://", "https://"] {
                assert!(
                    !text.contains(scheme) || *name == "htmx.js" || *name == "uplot.js",
                    "{name} has {scheme}"
                );
            }
            assert!(!text.contains("@import") && !text.contains("url(//"), "{name}");
        }
    }
}
