//! The pictures of the README, of the demo's runner on its day: `cargo xtask pictures` makes them.

use super::{PHONE, Screen, Site, Tab};
use std::path::Path;

const WINDOW: Screen = Screen { width: 1200, height: 800, is_phone: false };

/// What is on the screen, as a file of the documentation.
fn keep(tab: &Tab, name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/pictures");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{name}.png")), tab.screen()).unwrap();
}

#[test]
#[ignore = "writes into docs/pictures: cargo xtask pictures"]
fn pictures_of_the_readme() {
    let site = Site::demo();
    let tab = site.tab().expect("pictures need Chromium");
    tab.look(WINDOW, "light");
    tab.go("/");
    keep(&tab, "home");
    let runs = site.place.json(&["activities"]);
    let longest =
        runs["activities"].as_array().unwrap().iter().filter(|one| one["local_date"] == "2026-09-20");
    let id = longest.filter_map(|one| one["id"].as_str()).next().unwrap();
    tab.go(&format!("/runs/{id}"));
    tab.eval("document.querySelector('.half').scrollIntoView({ block: 'start', behavior: 'instant' })");
    keep(&tab, "run");
    tab.go("/what-if?cadence_percent=7");
    keep(&tab, "what-if");
    tab.look(PHONE, "dark");
    tab.go("/");
    keep(&tab, "phone");
    tab.is_quiet("the pictures");
}
