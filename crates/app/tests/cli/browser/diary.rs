//! Pain on the map, with the pointer and with a thumb.

use super::{DESKTOP, PHONE, Site};
use crate::program::TODAY;

#[test]
fn pain_is_logged_on_the_map_and_taken_back() {
    let site = Site::demo();
    let Some(tab) = site.tab() else { return };
    for (screen, view) in [(DESKTOP, "front"), (PHONE, "inner")] {
        tab.look(screen, "light");
        tab.go("/diary?side=left");
        if screen == PHONE {
            tab.click(&format!(".map-tabs [data-view={view}]"));
        }
        let shape = format!("figure[data-view={view}] [role=checkbox]");
        let code =
            tab.eval(&format!("document.querySelector({shape:?}).dataset.code")).as_str().unwrap().to_owned();
        tab.click(&format!("figure[data-view={view}] [role=checkbox][data-code={code}]"));
        tab.wait(&format!("document.querySelector('input[name=regions][value={code}]').checked"));
        assert_eq!(
            tab.eval(&format!("document.querySelector('figure[data-view={view}] [role=checkbox][data-code={code}]').ariaChecked")),
            "true"
        );
        tab.click("input[name=pain_morning][value='3']");
        tab.loading("saving", || tab.click("#diary-form button[type=submit]"));
        assert!(tab.text("#saved").contains("Saved"), "{}", tab.text("#saved"));
        assert_eq!(tab.axe(&[]), Vec::<String>::new(), "after saving");
        let diary = site.place.json(&["diary"]);
        let today = diary["entries"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|entry| entry["date"] == TODAY && entry["side"] == "left");
        let [entry] = today.collect::<Vec<_>>()[..] else { panic!("{diary}") };
        assert_eq!((&entry["pain_morning"], &entry["regions"][0]), (&3.into(), &code.as_str().into()));

        tab.loading("undoing", || tab.click("[data-undo] button"));
        let diary = site.place.json(&["diary"]);
        let is_there = |entry: &&serde_json::Value| entry["date"] == TODAY && entry["side"] == "left";
        assert_eq!(diary["entries"].as_array().unwrap().iter().filter(is_there).count(), 0);
        tab.is_quiet("the diary");
    }
}

#[test]
fn a_note_with_script_in_it_is_shown_as_text() {
    let site = Site::demo();
    let evil =
        "</textarea><script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">";
    site.place.done(&["log", "pain", "--side", "left", "--morning", "2", "--note", evil]);
    let session = [
        "log",
        "session",
        "--sport",
        "run",
        "--duration-min",
        "30",
        "--distance-km",
        "5",
        "--shoe",
        evil,
        "--note",
        evil,
    ];
    site.place.done(&session);
    let Some(tab) = site.tab() else { return };
    for page in ["/diary?side=left", &format!("/day/{TODAY}"), "/runs", "/"] {
        tab.go(page);
        assert_ne!(tab.eval("document.title"), "owned", "{page}");
        assert_eq!(tab.eval("document.querySelectorAll('img, main script').length"), 0, "{page}");
        tab.is_quiet(page);
    }
    assert!(site.served.get("/runs").body.contains("&#60;script&#62;"), "it is there, as text");
}
