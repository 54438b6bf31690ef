//! Every page, one line each.

use super::{DESKTOP, PHONE, SMALL_PHONE, Screen, Site, Tab};
use crate::program::TODAY;

/// Every page that a runner can open. A new page is one line here; `RUN` stands for the id of the latest run.
const PAGES: &[&str] = &[
    "/",
    "/diary",
    "/diary?side=left",
    "/runs",
    "/runs?q=nothing+has+this+name",
    "/runs/RUN",
    "/check/RUN",
    "/check/RUN?side=left",
    "/diary/2026-09-27",
    "/day/2026-09-27",
    "/chart",
    "/chart?table=1",
    "/what-if",
    "/what-if?cadence_percent=0",
    "/what-if?runs=all&speed_percent=-10&steepest_descent_percent=4&shoe=minimal",
    "/experiments",
    "/experiments?kind=shoes&shoe=minimal",
    "/week",
    "/week?side=left&taking_part=reduced",
    "/knee-load",
    "/notes",
    "/trust",
    "/evidence",
    "/import",
    "/report",
    "/offline",
    "/settings",
    "/more",
    "/nowhere",
];

/// Addresses that answer with something else than a page, or only where a login is needed.
const NO_PAGES: &[&str] = &[
    "/assets/{edition}/{name}",
    "/runs/{id}/original",
    "/alive",
    "/sw.js",
    "/manifest.webmanifest",
    "/report/file",
    "/settings/kneewise.zip",
    "/settings/kneewise-backup.db",
    "/import/state",
    "/login",
    "/setup",
];

/// The pages of a site; those of a run only where there is one.
pub fn pages(site: &Site) -> Vec<String> {
    let all = site.place.json(&["activities"]);
    let runs = all["activities"].as_array().unwrap().iter().filter(|one| one["sport"] == "run");
    let latest = runs.max_by_key(|one| one["start"].as_str().unwrap().to_owned());
    let latest = latest.map(|run| run["id"].as_str().unwrap());
    let page = |page: &&str| match (page.contains("RUN"), latest) {
        (true, Some(id)) => Some(page.replace("RUN", id)),
        (true, None) => None,
        (false, _) => Some((*page).to_owned()),
    };
    PAGES.iter().filter_map(page).collect()
}

#[test]
fn no_page_is_forgotten() {
    let router = include_str!("../../../src/web/router.rs");
    let routes = router.split(".route(").skip(1).filter(|route| route.contains("get("));
    let mut forgotten: Vec<&str> = routes.map(|route| route.split('"').nth(1).unwrap()).collect();
    assert!(forgotten.len() > 25, "{forgotten:?}");
    let is_listed = |route: &str| {
        let fits = |page: &&&str| {
            let path = page.split('?').next().unwrap();
            let is_same = |(a, b): (&str, &str)| a == b || (a.starts_with('{') && !b.is_empty());
            path.split('/').count() == route.split('/').count()
                && route.split('/').zip(path.split('/')).all(is_same)
        };
        PAGES.iter().find(fits).is_some()
    };
    forgotten.retain(|route| !NO_PAGES.contains(route) && !is_listed(route));
    assert_eq!(forgotten, Vec::<&str>::new(), "add them to PAGES");
}

/// Pages that answer with a status of their own, which the browser counts as an error of the network.
const EXPECTED: &[&str] = &["/nowhere"];

/// Opens every page on one screen and lists everything that is wrong with it.
fn wrong_on(tab: &Tab, pages: &[String], screen: Screen) -> Vec<String> {
    let mut wrong = Vec::new();
    for page in pages {
        tab.look(screen, "light");
        tab.go(page);
        let before = wrong.len();
        let mut add = |what: &str, lines: Vec<String>| {
            wrong.extend(lines.into_iter().map(|line| format!("{page} {}px {what}: {line}", screen.width)));
        };
        if tab.eval("document.querySelectorAll('h1').length") != 1 {
            add("page", vec!["has not one h1".to_owned()]);
        }
        if tab.overflow() > 0 {
            add("page", vec![format!("{} px too wide", tab.overflow())]);
        }
        add("light", tab.axe(&[]));
        tab.look(screen, "dark");
        add("dark", tab.axe(&["color-contrast", "link-in-text-block"]));
        let is_expected = |line: &String| EXPECTED.contains(&page.as_str()) && line.contains(page);
        add("opened", tab.troubles().into_iter().filter(|line| !is_expected(line)).collect());
        if wrong.len() > before {
            tab.picture(&format!("{}-{}", page.replace(['/', '?', '='], "-"), screen.width));
        }
    }
    wrong
}

fn are_right(site: &Site, screens: &[Screen]) {
    let Some(tab) = site.tab() else { return };
    let pages = pages(site);
    let wrong: Vec<String> = screens.iter().flat_map(|screen| wrong_on(&tab, &pages, *screen)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_page_is_right_on_a_desktop() {
    are_right(&Site::demo(), &[DESKTOP]);
}

#[test]
fn every_page_is_right_on_a_phone() {
    are_right(&Site::demo(), &[PHONE]);
}

#[test]
fn every_page_is_right_when_nothing_is_known() {
    are_right(&Site::empty(), &[SMALL_PHONE]);
}

#[test]
fn every_page_opens_on_ten_years() {
    let site = Site::ten_years();
    let Some(tab) = site.tab() else { return };
    for page in pages(&site).iter().filter(|page| !EXPECTED.contains(&page.as_str())) {
        tab.go(page);
        tab.is_quiet(page);
        assert!(tab.overflow() <= 0, "{page}");
    }
}

#[test]
fn every_reason_on_home_leads_to_its_own_entry() {
    let site = Site::demo();
    let Some(tab) = site.tab() else { return };
    tab.go("/");
    let links = "[...document.querySelectorAll('a[href^=\"/evidence#\"]')].map((link) => link.hash.slice(1))";
    let anchors = tab.eval(links);
    let anchors: Vec<&str> = anchors.as_array().unwrap().iter().filter_map(|one| one.as_str()).collect();
    assert!(anchors.len() > 20, "{anchors:?}");
    let evidence = site.served.get("/evidence").body;
    for anchor in anchors {
        assert!(evidence.contains(&format!("id=\"{anchor}\"")), "{anchor} leads nowhere");
    }
    tab.go("/evidence#L6");
    assert_eq!(tab.eval("document.getElementById('L6').closest('details').open"), true);
    tab.is_quiet("evidence");
}

#[test]
fn a_red_flag_takes_every_pages_place() {
    let site = Site::demo();
    let screen = ["log", "screen", "--side", "right", "--question", "R1", "--answer", "yes", "--date", TODAY];
    site.place.done(&screen);
    let Some(tab) = site.tab() else { return };
    for (screen, theme) in [(DESKTOP, "light"), (PHONE, "dark")] {
        tab.look(screen, theme);
        for page in ["/", "/runs", "/chart"] {
            tab.go(page);
            assert_eq!(tab.eval("document.querySelectorAll('.lock').length"), 1, "{page}");
            assert_eq!(tab.eval("document.querySelectorAll('nav').length"), 0, "{page}");
            assert_eq!(tab.axe(&[]), Vec::<String>::new(), "{page}");
            tab.is_quiet(page);
        }
        tab.go("/diary");
        assert_eq!(tab.eval("document.querySelectorAll('#diary-form').length"), 1);
    }
}

#[test]
fn the_files_of_others_are_the_ones_that_were_reviewed() {
    use sha2::{Digest, Sha256};
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vendor");
    let sources = std::fs::read_to_string(format!("{folder}/SOURCES.md")).unwrap();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name != "SOURCES.md" {
            let hash = Sha256::digest(std::fs::read(&path).unwrap());
            let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
            assert!(sources.contains(&format!("`{name}`")) && sources.contains(&hash), "{name}");
        }
    }
}
