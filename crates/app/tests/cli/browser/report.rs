//! The page for a clinician: one sheet of paper, whatever is known, with red flags first.

use super::{DESKTOP, PHONE, Site, Tab};
use crate::program::TODAY;

/// Inches.
const A4: (f64, f64) = (8.27, 11.69);
const LETTER: (f64, f64) = (8.5, 11.0);

fn is_one_sheet(tab: &Tab, what: &str) {
    for (name, paper) in [("A4", A4), ("Letter", LETTER)] {
        assert_eq!(tab.printed_pages(paper), 1, "{what} on {name}");
    }
}

#[test]
fn the_report_is_one_sheet_for_real_runners() {
    for (name, site) in
        [("the demo", Site::demo()), ("ten years", Site::ten_years()), ("nobody", Site::empty())]
    {
        let Some(tab) = site.tab() else { return };
        tab.go("/report");
        is_one_sheet(&tab, name);
        tab.is_quiet(name);
    }
}

#[test]
fn a_red_flag_is_the_first_thing_said() {
    let site = Site::demo();
    for question in ["R1", "R4"] {
        let said = ["screen", "--side", "right", "--question", question, "--answer", "yes", "--date", TODAY];
        site.place.done(&[&["log"], &said[..]].concat());
    }
    let Some(tab) = site.tab() else { return };
    tab.go("/report");
    let first = tab.eval("document.querySelector('.sheet section').className");
    assert_eq!(first, "sheet-flags");
    assert!(tab.text(".sheet-flags").contains("Go to emergency care now."), "{}", tab.text(".sheet-flags"));
    let sheet = tab.text(".sheet");
    assert!(!sheet.contains("Advised now") && !sheet.contains("Red: rest"), "{sheet}");
    assert_eq!(tab.axe(&[]), Vec::<String>::new());
    is_one_sheet(&tab, "two red flags");
}

#[test]
fn what_is_left_out_is_not_on_the_sheet() {
    let site = Site::demo();
    let Some(tab) = site.tab() else { return };
    tab.look(PHONE, "light");
    tab.go("/report");
    assert!(tab.text(".sheet").contains("born 1989"), "{}", tab.text(".sheet"));
    tab.loading("leaving out the body", || tab.click("input[name=leave][value=body]"));
    let sheet = tab.text(".sheet");
    assert!(!sheet.contains("born") && !sheet.contains(" kg"), "{sheet}");
    assert!(sheet.contains("Left out on request"), "{sheet}");
    tab.look(DESKTOP, "dark");
    tab.loading("leaving out shoes", || tab.click("input[name=leave][value=shoes]"));
    let sheet = tab.text(".sheet");
    assert!(
        !sheet.contains("Footwear") && !sheet.contains("Meadow") && !sheet.contains("Harrier"),
        "{sheet}"
    );
    tab.is_quiet("the report");
}

#[test]
fn the_file_needs_nothing_else() {
    let site = Site::demo();
    site.place.done(&["report", "--out", "knee.html"]);
    let file = std::fs::read_to_string(site.place.join("knee.html")).unwrap();
    let served = site.served.get("/report/file").body;
    for text in [&file, &served] {
        assert!(text.contains("Right knee pain when running"));
        for from_elsewhere in ["<script", "<link", "src=", "@import", "href="] {
            assert!(!text.contains(from_elsewhere), "{from_elsewhere}");
        }
    }
    let left = site.place.json(&["report", "--leave-out", "tests,done"]);
    assert_eq!((&left["tests"], &left["done"]), (&serde_json::json!([]), &serde_json::json!([])));
    assert_eq!(left["causes"].as_array().unwrap().len(), 5);
}
