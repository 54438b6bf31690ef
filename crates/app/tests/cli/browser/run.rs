//! The page of one run, read with pointer and keys.

use super::{DESKTOP, PHONE, Site};

#[test]
fn a_run_shows_where_the_knee_worked_and_answers_to_the_keys() {
    let site = Site::demo();
    let Some(tab) = site.tab() else { return };
    tab.go("/runs?sport=running");
    let links = "[...document.querySelectorAll('.runs tbody th a')].map((link) => link.getAttribute('href'))";
    let listed = tab.eval(links);
    // Some runs were only written down, without a file: the first that was recorded along its way.
    let recorded = listed.as_array().unwrap().iter().filter_map(|address| address.as_str()).find(|address| {
        tab.go(address);
        tab.eval("document.querySelectorAll('[data-way]').length") == 1
    });
    let address = recorded.expect("a run with a recorded way").to_owned();
    for (screen, theme) in [(DESKTOP, "light"), (PHONE, "dark")] {
        tab.look(screen, theme);
        tab.go(&address);
        assert!(tab.overflow() <= 0, "{} px too wide", tab.overflow());
        assert_eq!(tab.axe(&[]), Vec::<String>::new());
        tab.eval("document.querySelector('[data-way]').focus()");
        tab.key("End");
        let end = tab.text("#way-said");
        tab.key("Home");
        let start = tab.text("#way-said");
        assert!(start.starts_with("km 0.0"), "{start}");
        assert!(end != start && end.contains("body weights"), "{end}");
        assert_eq!(tab.eval("document.querySelectorAll('svg.route').length"), 1);
        tab.is_quiet(&address);
    }
}
