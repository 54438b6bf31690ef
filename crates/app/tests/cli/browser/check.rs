//! The check after a run with one thumb, the pair of a run with one tap, the palette with keys.

use super::{DESKTOP, PHONE, Site, Tab};
use crate::program::TODAY;
use serde_json::Value;

/// The latest run of the demo, with its id.
fn latest_run(site: &Site) -> Value {
    let all = site.place.json(&["activities"]);
    let runs = all["activities"].as_array().unwrap().iter().filter(|one| one["sport"] == "run");
    runs.max_by_key(|one| one["start"].as_str().unwrap().to_owned()).unwrap().clone()
}

#[test]
fn a_run_is_checked_in_three_taps() {
    let site = Site::demo();
    let more =
        ["log", "session", "--sport", "run", "--duration-min", "31", "--distance-km", "5.4", "--date", TODAY];
    site.place.done(&[&more[..], &["--start-time", "19:00"]].concat());
    let run = latest_run(&site);
    let (id, count) = (
        run["id"].as_str().unwrap(),
        site.place.json(&["activities"])["activities"].as_array().unwrap().len(),
    );
    let Some(tab) = site.tab() else { return };
    tab.look(PHONE, "light");
    tab.go(&format!("/check/{id}?side=left"));
    assert_eq!(tab.axe(&[]), Vec::<String>::new());
    let low = "(() => { const all = [...document.querySelectorAll('[data-step]:not([hidden]) .keypad label')].map((one) => one.getBoundingClientRect()); \
               return Math.min(...all.map((box) => box.top)) > innerHeight * 0.38 && Math.max(...all.map((box) => box.bottom)) < innerHeight; })()";
    assert_eq!(tab.eval(low), true, "answers are in the lower half");
    for (column, points) in [("pain_during_max", "4"), ("pain_60min", "0")] {
        tab.click(&format!("label:has(> input[name={column}][value='{points}'])"));
        tab.click("[data-next]");
    }
    tab.click("label:has(> input[name=rpe][value='7'])");
    tab.loading("saving", || tab.click("[data-save]"));
    assert!(tab.text("#saved").contains("Saved"), "{}", tab.text("#saved"));
    tab.is_quiet("the check");
    let diary = site.place.json(&["diary"]);
    let entries = diary["entries"].as_array().unwrap().iter();
    let [entry] = entries
        .filter(|one| one["date"] == run["local_date"] && one["side"] == "left")
        .collect::<Vec<_>>()[..]
    else {
        panic!("{diary}")
    };
    assert_eq!((&entry["pain_during_max"], &entry["pain_60min"]), (&4.into(), &0.into()));
    let after = latest_run(&site);
    assert_eq!(after["session_rpe"], 7.0, "{after}");
    let activities = site.place.json(&["activities"]);
    assert_eq!(activities["activities"].as_array().unwrap().len(), count, "it joined the run");
}

#[test]
fn the_pair_of_a_run_is_one_tap() {
    let site = Site::demo();
    let more =
        ["log", "session", "--sport", "run", "--duration-min", "31", "--distance-km", "5.4", "--date", TODAY];
    site.place.done(&[&more[..], &["--start-time", "19:00"]].concat());
    site.place.done(&["log", "pain", "--side", "right", "--morning", "1", "--during", "1"]);
    let count = site.place.json(&["activities"])["activities"].as_array().unwrap().len();
    let Some(tab) = site.tab() else { return };
    tab.look(DESKTOP, "light");
    tab.go("/");
    assert!(tab.text(".ask h3").contains("Which shoes"), "{}", tab.text(".ask"));
    let pair = tab.text(".ask button");
    tab.loading("choosing", || tab.click(".ask button"));
    let run = latest_run(&site);
    assert_eq!(
        (run["shoe"].as_str(), run["distance_m"].as_f64()),
        (Some(pair.as_str()), Some(5400.0)),
        "{run}"
    );
    assert_eq!(site.place.json(&["activities"])["activities"].as_array().unwrap().len(), count);
    assert_eq!(
        tab.eval(
            "[...document.querySelectorAll('.ask h3')].some((one) => one.textContent.includes('Which shoes'))"
        ),
        false
    );
}

fn with_control(tab: &Tab, letter: &str) {
    for kind in ["rawKeyDown", "keyUp"] {
        let event = serde_json::json!({ "type": kind, "key": letter, "code": "KeyK", "windowsVirtualKeyCode": 75, "modifiers": 2 });
        tab.call("Input.dispatchKeyEvent", event);
    }
}

#[test]
fn the_palette_leads_everywhere_with_keys_alone() {
    let site = Site::demo();
    let Some(tab) = site.tab() else { return };
    tab.go("/");
    with_control(&tab, "k");
    tab.wait("document.getElementById('palette').open");
    assert_eq!(tab.axe(&[]), Vec::<String>::new());
    for letter in "report".chars() {
        tab.key(&letter.to_string());
    }
    tab.loading("going to the report", || tab.key("Enter"));
    assert_eq!(tab.path(), "/report");
    tab.key("/");
    tab.wait("document.getElementById('palette').open");
    for letter in "2026-09-20".chars() {
        tab.key(&letter.to_string());
    }
    tab.loading("going to a day", || tab.key("Enter"));
    assert_eq!(tab.path(), "/day/2026-09-20");
    tab.key("?");
    tab.wait("document.getElementById('keys').open");
    assert_eq!(tab.axe(&[]), Vec::<String>::new());
    tab.key("Escape");
    tab.wait("!document.getElementById('keys').open");
    tab.loading("going to the diary", || ["g", "d"].into_iter().for_each(|key| tab.key(key)));
    assert_eq!(tab.path(), "/diary");
    tab.loading("the day before", || tab.key("["));
    assert!(tab.path().starts_with("/diary/2026-09-30"), "{}", tab.path());
    tab.eval("localStorage.setItem('single-keys', 'off')");
    tab.go("/runs");
    tab.key("?");
    assert_eq!(tab.eval("document.getElementById('keys').open"), false, "switched off");
    tab.is_quiet("the palette");
}
