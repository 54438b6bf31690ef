//! An experiment from What if to its end, and the weekly check from home: with taps, and without script.

use super::{DESKTOP, PHONE, Site, Tab};
use crate::program::TODAY;
use serde_json::{Value, json};

fn first(site: &Site) -> Value {
    site.place.json(&["experiment"])["experiments"][0].clone()
}

/// The demo's knee, settled: a morning without pain, nothing that must be seen.
fn settled() -> Site {
    let site = Site::demo();
    for day in ["2026-09-28", "2026-09-29", "2026-09-30", TODAY] {
        site.place.done(&["log", "pain", "--side", "right", "--morning", "0", "--no-signs", "--date", day]);
    }
    for side in ["left", "right"] {
        site.place.done(&["log", "screen", "--side", side, "--question", "all", "--answer", "no"]);
    }
    site
}

fn choose(tab: &Tab, name: &str, value: &str) {
    let field = format!("details[open] form [name={name}]");
    tab.eval(&format!("document.querySelector({field:?}).value = {value:?}"));
}

#[test]
fn an_experiment_is_begun_from_what_if_followed_and_ended() {
    for (screen, theme) in [(DESKTOP, "light"), (PHONE, "dark")] {
        let site = settled();
        let Some(tab) = site.tab() else { return };
        tab.look(screen, theme);
        tab.go("/what-if?cadence_percent=12");
        let offer = "#effects a[href^='/experiments']";
        assert_eq!(tab.text(offer), "Try 10 % more steps yourself", "as much as may be tried");
        tab.loading("to the form", || tab.click(offer));
        assert_eq!(tab.eval("document.querySelector('details[open] [name=percent]').value"), "10");
        assert_eq!(tab.axe(&[]), Vec::<String>::new(), "the form");
        choose(&tab, "start", TODAY);
        tab.loading("beginning", || tab.click("details[open] form button[type=submit]"));
        assert_eq!(tab.path(), "/experiments");
        let made = first(&site);
        assert_eq!((&made["status"], &made["kind"]), (&json!("running"), &json!("step_rate")));
        assert_eq!((&made["step_rate_factor"], &made["side"]), (&json!(1.1), &json!("right")));
        let asked = made["today"]["text"].as_str().unwrap();
        assert_eq!(tab.text("h1").replace('\u{a0}', " "), asked, "the task of today is the heading");
        assert!(tab.text("#main").contains("Block 1 of 6, day 1 of 14"), "{}", tab.text("#main"));
        assert_eq!(tab.eval("document.querySelectorAll('.blocks li').length"), 6);
        assert_eq!(tab.axe(&[]), Vec::<String>::new(), "while it runs");
        assert!(tab.overflow() <= 0);
        tab.go("/");
        assert!(tab.text("#main").contains("Block 1 of 6"), "home says it too");
        tab.loading("to its blocks", || tab.click("a[href='/experiments']:not(nav a)"));
        tab.eval(
            "document.querySelector('form[action=\"/experiments/stop\"]').closest('details').open = true",
        );
        tab.eval("document.querySelector('[name=because]').value = 'sore <calf>'");
        tab.loading("ending", || tab.click("form[action='/experiments/stop'] button"));
        let ended = first(&site);
        assert_eq!((&ended["status"], &ended["stop_reason"]), (&json!("stopped"), &json!("sore <calf>")));
        assert!(tab.text("#main").contains("Ended because: sore <calf>"), "{}", tab.text("#main"));
        assert_eq!(tab.axe(&[]), Vec::<String>::new(), "after it");
        tab.is_quiet("experiments");
    }
}

#[test]
fn a_wish_that_cannot_be_is_mended_where_it_was_typed() {
    for (screen, theme) in [(DESKTOP, "dark"), (PHONE, "light")] {
        let site = settled();
        let Some(tab) = site.tab() else { return };
        tab.look(screen, theme);
        tab.go("/experiments?kind=rest_days");
        let typed =
            [("rest_days", "1"), ("start", "2026-10-08"), ("pairs", "4"), ("outcome", "flare_free_days")];
        typed.iter().for_each(|(name, value)| choose(&tab, name, value));
        tab.click("details[open] label:has(> input[value=left])");
        tab.loading("asking", || tab.click("details[open] form button[type=submit]"));
        assert!(tab.text("#not-taken").contains("ask for more"), "{}", tab.text("#not-taken"));
        // A browser gives the focus with the first picture it draws, which may be after the page has come.
        tab.wait("document.activeElement.name === 'rest_days'");
        assert_eq!(tab.eval("document.activeElement.ariaInvalid"), "true");
        for (name, value) in typed {
            let field = format!("details[open] form [name={name}]");
            assert_eq!(tab.eval(&format!("document.querySelector({field:?}).value")), value, "{name}");
        }
        assert_eq!(tab.eval("document.querySelector('details[open] [name=side]:checked').value"), "left");
        assert_eq!(tab.axe(&[]), Vec::<String>::new(), "what is wrong");
        assert!(tab.overflow() <= 0);
        choose(&tab, "rest_days", "6");
        tab.loading("mended", || tab.click("details[open] form button[type=submit]"));
        let made = first(&site);
        assert_eq!((&made["rest_days_a_week"], &made["side"]), (&json!(6), &json!("left")), "{made}");
        assert_eq!((&made["start"], &made["outcome"]), (&json!("2026-10-08"), &json!("flare_free_days")));
        assert_eq!(made["blocks"].as_array().map(Vec::len), Some(8));
    }
}

#[test]
fn numbers_of_links_and_fields_are_read_in_every_language() {
    let site = settled();
    for language in ["en-GB", "de"] {
        let cookie = format!("Cookie: kneewise-view=theme=light&language={language}");
        let page = |path: &str| site.served.send(&format!("GET {path}"), &[&cookie], "").body;
        let link = "/experiments?kind=step_rate&#38;percent=7.5#new";
        assert!(page("/what-if?cadence_percent=7.5").contains(link), "{language}");
        let form = page("/experiments?kind=step_rate&percent=7.5");
        assert!(
            form.contains("name=\"percent\" min=\"5\" max=\"10\" step=\"0.5\" value=\"7.5\""),
            "{language}"
        );
    }
}

#[test]
fn the_knee_comes_before_an_experiment() {
    let site = Site::demo();
    let page = || site.served.get("/experiments").body.replace('\u{a0}', " ");
    assert!(page().contains("Not now") && page().contains("red light since"), "{}", page());
    assert!(!page().contains("name=\"kind\""), "no form");
    let flag = ["log", "screen", "--side", "right", "--question", "R1", "--answer", "yes", "--date", TODAY];
    site.place.done(&flag);
    assert!(page().contains("class=\"lock") && !page().contains("Experiments"), "the page is put away");
}

#[test]
fn the_week_is_answered_from_home() {
    let site = Site::demo();
    site.place.done(&["log", "pain", "--side", "right", "--morning", "1", "--during", "1"]);
    let Some(tab) = site.tab() else { return };
    tab.look(PHONE, "light");
    tab.go("/diary");
    assert!(tab.text(".week-link").contains("The last seven days"), "{}", tab.text(".week-link"));
    tab.go("/");
    let question = tab.text(".ask h3");
    assert!(question.contains("the right knee"), "{question}");
    tab.loading("one answer", || tab.click(".ask a[href*='taking_part=reduced']"));
    assert!(tab.path().starts_with("/week?side=right"), "{}", tab.path());
    assert_eq!(tab.eval("document.querySelector('[name=taking_part]:checked').value"), "reduced");
    assert_eq!(tab.axe(&[]), Vec::<String>::new(), "the questions");
    for (name, value) in [("changing", "moderate"), ("performance", "little"), ("symptoms", "mild")] {
        tab.click(&format!("label:has(> input[name={name}][value='{value}'])"));
    }
    tab.loading("saving", || tab.click("#week button[type=submit]"));
    assert_eq!(
        tab.text("h1"),
        "A substantial problem this week: 50 of 100. Training or performance was clearly less."
    );
    assert_eq!(tab.axe(&[]), Vec::<String>::new(), "after it");
    tab.is_quiet("the week");
    let week = &site.place.json(&["questionnaire"])["weeks"][0];
    assert_eq!((&week["score"], &week["is_substantial"]), (&json!(50), &json!(true)));
    assert_eq!(site.place.json(&["why"])["weekly_due"], json!([]));
    tab.go("/");
    assert_eq!(tab.eval("document.querySelectorAll('form[action=\"/log/week\"]').length"), 0, "once a week");
}

#[test]
fn one_tap_is_enough_for_a_week_without_trouble() {
    let site = Site::demo();
    site.place.done(&["log", "pain", "--side", "right", "--morning", "1", "--during", "1"]);
    let Some(tab) = site.tab() else { return };
    tab.look(DESKTOP, "dark");
    tab.go("/");
    tab.loading("one tap", || tab.click(".ask button[value=full]"));
    assert_eq!(tab.text("h1"), "The knee did not get in the way this week: 0 of 100.");
    assert_eq!(site.place.json(&["questionnaire"])["weeks"][0]["score"], 0);
    tab.is_quiet("the week");
}
