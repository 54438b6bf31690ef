//! Files dropped on the page.

use super::{PHONE, Site};

#[test]
fn files_and_a_folder_are_dropped_and_read() {
    let site = Site::empty();
    site.place.simulate("files", &["--days", "120"]);
    site.place.write("page.fit", "<!doctype html><script>document.title = 'owned'</script>");
    let Some(tab) = site.tab() else { return };
    tab.look(PHONE, "light");
    tab.go("/import");
    let (folder, page) = (site.place.join("files"), site.place.join("page.fit"));
    tab.drop_files("[data-drop]", &[&folder, &page]);
    tab.wait("document.querySelector('[data-result]')");
    let told = tab.text("#import-state");
    assert!(told.contains("Files read") && told.contains("outings added"), "{told}");
    assert!(told.contains("page.fit") && told.contains("not usable"), "{told}");
    assert!(!told.contains("kneewise-upload"), "{told}");
    assert_ne!(tab.eval("document.title"), "owned");
    assert_eq!(tab.axe(&[]), Vec::<String>::new());
    assert_eq!(tab.overflow(), 0);
    tab.is_quiet("the import");
    // The same once more: nothing twice.
    let before = site.place.json(&["activities"]);
    assert!(before["activities"].as_array().unwrap().len() > 20);
    tab.drop_files("[data-drop]", &[&folder]);
    tab.wait("document.querySelectorAll('[data-result]').length === 2");
    assert!(tab.text("[data-result]").contains("Nothing new"), "{}", tab.text("[data-result]"));
    assert_eq!(site.place.json(&["activities"]), before);
}
