//! What if: a slider is moved with keys, the answer follows; without script the same form answers.

use super::{DESKTOP, PHONE, Site};

#[test]
fn a_slider_is_moved_and_the_answer_follows() {
    let site = Site::demo();
    let Some(tab) = site.tab() else { return };
    for (screen, theme) in [(DESKTOP, "light"), (PHONE, "dark")] {
        tab.look(screen, theme);
        tab.go("/what-if");
        let before = tab.text("#effects-h");
        assert!(before.contains("less load") && before.contains("damage"), "{before}");
        tab.eval("document.getElementById('cadence_percent').focus()");
        tab.key("End");
        assert_eq!(tab.text("output[for=cadence_percent]"), "15 % more");
        tab.wait(&format!("document.getElementById('effects-h').textContent !== {before:?}"));
        let after = tab.text("#effects-h");
        assert!(after.contains("less load"), "{after}");
        assert!(tab.text("#effects").contains("15\u{a0}% more steps a minute"), "{}", tab.text("#effects"));
        assert!(tab.eval("location.search").as_str().unwrap().contains("cadence_percent=15"));
        assert!(tab.eval("document.querySelectorAll('#effects svg.ratio').length").as_u64().unwrap() >= 3);
        assert_eq!(tab.axe(&[]), Vec::<String>::new(), "after the change");
        assert!(tab.overflow() <= 0);
        // A reload shows what the address says.
        tab.go(&format!("/what-if{}", tab.eval("location.search").as_str().unwrap()));
        assert_eq!(tab.text("#effects-h"), after);
        tab.is_quiet("what if");
    }
}

#[test]
fn the_form_answers_without_script_and_refuses_what_cannot_be() {
    let site = Site::demo();
    let page = |query: &str| site.served.get(&format!("/what-if{query}")).body.replace('\u{a0}', " ");
    let level = page("?cadence_percent=0&steepest_descent_percent=2&speed_percent=-10&runs=all");
    for said in [
        "no descent steeper than 2 %",
        "10 % less speed",
        "When not to trust this",
        "All your runs",
        "/evidence#vanhooren2024",
    ] {
        assert!(level.contains(said), "{said}");
    }
    assert!(page("?cadence_percent=0").contains("Move a slider"));
    assert!(page("?shoe=minimal").contains("every run in a minimal shoe"));
    for wrong in ["?cadence_percent=99", "?shoe=boots", "?mass_percent=x"] {
        assert_eq!(site.served.get(&format!("/what-if{wrong}")).status, 422, "{wrong}");
    }
    let part = site.served.send("GET /what-if?cadence_percent=5", &["HX-Request: true"], "");
    assert!(part.body.trim_start().starts_with("<div class=\"stack\" id=\"effects\">"), "{}", part.body);
    assert!(Site::empty().served.get("/what-if").body.contains("There is no run in these days"));
}
