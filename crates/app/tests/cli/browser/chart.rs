//! The main chart: another measure in place, a day told by the keys, a zoom by dragging, its numbers as a table.

use super::{DESKTOP, PHONE, Site};

#[test]
fn the_chart_is_switched_walked_zoomed_and_read_as_a_table() {
    let site = Site::demo();
    let Some(tab) = site.tab() else { return };
    for (screen, theme) in [(DESKTOP, "light"), (PHONE, "dark")] {
        tab.look(screen, theme);
        tab.go("/");
        // In place, so that the rest of the page stays as it was read.
        tab.eval("document.querySelector('.choices a[href*=\"show=time\"]').click()");
        tab.wait("document.querySelector('.choices a[href*=\"show=time\"]')?.getAttribute('aria-current') === 'true'");
        assert_eq!(tab.eval("location.pathname"), "/");

        tab.eval("document.querySelector('[data-chart]').focus()");
        tab.key("End");
        let last = tab.text(".chart-said");
        tab.key("ArrowLeft");
        let before = tab.text(".chart-said");
        assert!(!last.is_empty() && !before.is_empty() && last != before, "{last} {before}");

        let rows = "document.querySelectorAll('[data-chart-table] tbody tr').length";
        assert_eq!(tab.eval(rows), 0, "no table before it is asked for");
        tab.key("t");
        tab.wait(&format!("{rows} > 20"));
        let first = tab.eval("document.querySelector('[data-chart-table] tbody th a').getAttribute('href')");
        assert!(first.as_str().unwrap().starts_with("/day/2026-"), "{first}");
        assert_eq!(tab.axe(&[]), Vec::<String>::new(), "with the table");
        assert!(tab.overflow() <= 0);
        tab.is_quiet("the table");
    }
}

#[test]
fn dragging_across_days_zooms_into_them() {
    let site = Site::demo();
    let Some(tab) = site.tab() else { return };
    tab.look(DESKTOP, "light");
    tab.go("/chart");
    let days = "document.querySelectorAll('.only-wide .c-days a').length";
    assert_eq!(tab.eval(days), 112);
    tab.eval(
        "(() => { const all = document.querySelectorAll('.only-wide .c-days a');
          const send = (kind, at) => all[at].dispatchEvent(new PointerEvent(kind, { bubbles: true }));
          send('pointerdown', 20); send('pointermove', 30); send('pointerup', 60); })()",
    );
    tab.wait(&format!("{days} === 41"));
    tab.is_quiet("the zoom");
}

#[test]
fn without_script_the_table_is_a_page() {
    let site = Site::demo();
    let page = site.served.get("/").body;
    assert!(page.contains("href=\"/chart?show=distance&#38;table=1\""), "a link leads to the table");
    let table = site.served.get("/chart?show=distance&table=1").body;
    assert!(
        table.contains("<details class=\"more\" data-chart-table open>") && table.contains("<tbody><tr>")
    );
    let part = site.served.send("GET /chart?table=1", &["HX-Request: true"], "").body;
    assert!(part.trim_start().starts_with("<table"), "{part}");
}
