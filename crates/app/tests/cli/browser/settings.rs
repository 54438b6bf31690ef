//! Settings: what is chosen is kept, the data go out and come back, and nothing is erased by a slip.

use super::{DESKTOP, Site};
use crate::serving::FORM;
use std::io::Read;

#[test]
fn units_and_look_are_kept() {
    let site = Site::demo();
    let Some(tab) = site.tab() else { return };
    tab.look(DESKTOP, "light");
    tab.go("/settings");
    tab.click("input[name=units][value=imperial]");
    tab.loading("saving", || tab.click("form[action='/settings'] button"));
    assert_eq!(tab.text("#done"), "Saved.");
    assert_eq!(tab.eval("document.querySelector('input[name=units]:checked').value"), "imperial");
    assert!(site.place.done(&["load"]).contains("miles"), "the command follows");
    tab.loading("going dark", || tab.click("input[name=theme][value=dark]"));
    assert_eq!(tab.eval("document.documentElement.dataset.theme"), "dark");
    assert_eq!(tab.axe(&[]), Vec::<String>::new());
    tab.is_quiet("settings");
    // A browser that has chosen nothing looks the same.
    assert!(site.served.get("/more").body.contains("data-theme=\"dark\""));
    let Some(other) = site.tab() else { return };
    other.go("/settings");
    other.eval("document.querySelector('input[name=time_zone]').value = 'Nowhere/Land'");
    other.loading("a zone that is none", || other.click("form[action='/settings'] button"));
    assert!(other.text("main").contains("Nowhere/Land"), "{}", other.text("main"));
}

#[test]
fn the_data_go_out_and_come_back() {
    let site = Site::demo();
    let before = site.place.json(&["why"]);
    let zip = site.served.get_bytes("/settings/kneewise.zip");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(zip)).unwrap();
    let mut history = String::new();
    archive.by_name("history.json").unwrap().read_to_string(&mut history).unwrap();
    assert!(history.contains("\"activities\"") && archive.by_name("diary.csv").is_ok());
    assert!(
        archive
            .file_names()
            .filter(|name| name.as_ref().is_ok_and(|name| name.starts_with("originals/")))
            .count()
            > 200
    );

    let backup = site.served.get_bytes("/settings/kneewise-backup.db");
    std::fs::write(site.place.join("copy.db"), &backup).unwrap();
    let Some(tab) = site.tab() else { return };
    tab.go("/settings");
    tab.eval("document.querySelector('form[action=\"/settings/erase\"] input[name=confirm]').value = 'no'");
    tab.loading("a slip", || tab.click("form[action='/settings/erase'] button"));
    assert!(tab.text("main").contains("Nothing was changed"), "{}", tab.text("main"));
    tab.go("/settings");
    tab.eval(
        "document.querySelector('form[action=\"/settings/erase\"] input[name=confirm]').value = 'Erase'",
    );
    tab.loading("erasing", || tab.click("form[action='/settings/erase'] button"));
    assert_eq!(tab.text("#done"), "Everything was erased.");
    assert!(tab.text("main").contains("0 activities and 0 entries"));

    tab.set_file("form[action='/settings/restore'] input[type=file]", &site.place.join("copy.db"));
    tab.eval(
        "document.querySelector('form[action=\"/settings/restore\"] input[name=confirm]').value = 'restore'",
    );
    tab.loading("putting back", || tab.click("form[action='/settings/restore'] button"));
    assert_eq!(tab.text("#done"), "The backup is back in its place.", "{}", tab.text("main"));
    assert_eq!(site.place.json(&["why"]), before);
}

#[test]
fn erasing_needs_our_page_and_a_word() {
    let site = Site::demo();
    let token = site.served.token();
    for body in ["confirm=erase".to_owned(), format!("csrf={token}"), format!("csrf={token}&confirm=yes")] {
        assert!(site.served.send("POST /settings/erase", &[FORM], &body).status >= 400, "{body}");
    }
    assert_eq!(site.served.get("/settings/erase").status, 405);
    let boundary = "Content-Type: multipart/form-data; boundary=x";
    let form = "--x\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nTOKEN\r\n--x\r\nContent-Disposition: form-data; name=\"confirm\"\r\n\r\nrestore\r\n--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"../../evil.db\"\r\n\r\n<html>not a database</html>\r\n--x--\r\n";
    let sent = site.served.send("POST /settings/restore", &[boundary], &form.replace("TOKEN", &token));
    assert_eq!(sent.status, 422, "{}", sent.body);
    assert!(sent.body.contains("evil.db") && !sent.body.contains(".kneewise-upload"), "{}", sent.body);
    let sent = site.served.send("POST /settings/restore", &[boundary], &form.replace("TOKEN", "0000"));
    assert_eq!(sent.status, 403);
    assert!(!site.place.json(&["activities"])["activities"].as_array().unwrap().is_empty());
}
