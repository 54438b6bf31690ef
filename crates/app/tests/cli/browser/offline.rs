//! The program on a phone that cannot reach it: the diary opens, keeps what is typed, and sends it once.

use super::{PHONE, Site, Tab};
use serde_json::{Value, json};

const DAY: &str = "2026-09-30";

fn entries(site: &Site) -> Vec<Value> {
    let diary = site.place.json(&["diary"]);
    let entries = diary["entries"].as_array().unwrap().iter();
    entries.filter(|entry| entry["date"] == DAY && entry["side"] == "left").cloned().collect()
}

fn waiting(tab: &Tab) -> Value {
    tab.eval("outbox.all().then((all) => all.length)")
}

#[test]
fn an_entry_typed_without_the_program_is_sent_later_and_once() {
    let mut site = Site::empty();
    let Some(tab) = site.tab() else { return };
    tab.look(PHONE, "light");
    tab.go("/diary");
    tab.wait("navigator.serviceWorker.controller");
    tab.eval("navigator.serviceWorker.ready.then(() => true)");
    tab.is_quiet("the diary");

    site.served.stop();
    tab.go("/");
    assert_eq!(tab.text("h1"), "The program is not answering.");
    assert_eq!(tab.axe(&[]), Vec::<String>::new());
    assert!(tab.overflow() <= 0);
    tab.eval(&format!(
        "(() => {{ const day = document.querySelector('input[name=date]'); day.value = '{DAY}'; day.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
    ));
    tab.click("label:has(> input[value=left])");
    tab.click("label:has(> input[name=pain_morning][value='4'])");
    tab.click("#offline-form button[type=submit]");
    tab.wait("!document.querySelector('[data-waiting]').hidden");
    assert!(tab.text("[data-waiting]").contains(DAY), "{}", tab.text("[data-waiting]"));
    assert_eq!(waiting(&tab), 1);
    let kept = tab.eval("outbox.all().then(([one]) => one)");

    // A page that was open when the program went away keeps what is typed, too; this one is told so.
    assert!(tab.text("#gone").contains("What you typed is kept here."));

    // What the browser holds of the program is about nobody.
    let cached = tab.eval(
        "caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((cache) => cache.keys()))))
           .then((all) => all.flat().map((request) => new URL(request.url).pathname).filter((path) => !path.startsWith('/assets/')))",
    );
    assert_eq!(cached, json!(["/offline"]));
    let token = tab.eval("caches.match('/offline').then((kept) => kept.text()).then((text) => text.match(/name=\"csrf\" content=\"(.*?)\"/)[1])");
    assert_eq!(token, "");

    site.served.again(&site.place);
    tab.loading("coming back", || tab.click("[data-again]"));
    tab.wait("outbox.all().then((all) => all.length === 0)");
    tab.eval("new Promise((done) => { const look = () => outbox.all().then((all) => all.length ? setTimeout(look, 50) : done()); look(); })");
    assert_eq!(waiting(&tab), 0);
    assert_eq!(entries(&site).len(), 1);
    assert_eq!(entries(&site)[0]["pain_morning"], 4);

    // Sent once more, as when the first answer was lost on its way: still one.
    let logged = site.place.json(&["diary"])["entries"].as_array().unwrap().len();
    tab.eval(&format!("outbox.put({kept}).then(outbox.send)"));
    assert_eq!(waiting(&tab), 0);
    assert_eq!(site.place.json(&["diary"])["entries"].as_array().unwrap().len(), logged);
    assert_eq!(entries(&site).len(), 1);
}

#[test]
fn a_page_that_is_open_keeps_what_is_typed() {
    let mut site = Site::demo();
    let Some(tab) = site.tab() else { return };
    tab.go(&format!("/diary/{DAY}?side=left"));
    site.served.stop();
    tab.click("input[name=pain_morning][value='7']");
    tab.click("#diary-form button[type=submit]");
    tab.wait("!document.getElementById('gone').hidden");
    assert_eq!(waiting(&tab), 1);
    assert_eq!(tab.eval("document.querySelector('input[name=pain_morning]:checked').value"), "7");
    site.served.again(&site.place);
    tab.go("/runs");
    tab.eval("new Promise((done) => { const look = () => outbox.all().then((all) => all.length ? setTimeout(look, 50) : done()); look(); })");
    let scores: Vec<Value> = entries(&site).iter().map(|entry| entry["pain_morning"].clone()).collect();
    assert_eq!(scores, [json!(7)]);
}

#[test]
fn what_is_refused_later_is_told() {
    let site = Site::demo();
    let Some(tab) = site.tab() else { return };
    tab.go("/runs");
    let entry = "{ at: '2026-09-30T08:00:00.000000001Z', day: '2026-09-30', action: '/diary/2026-09-30', body: 'side=left&pain_morning=99' }";
    tab.eval(&format!("outbox.put({entry}).then(outbox.send)"));
    tab.wait("!document.getElementById('refused').hidden");
    assert!(tab.text("#refused").contains("99"), "{}", tab.text("#refused"));
    assert_eq!(tab.axe(&[]), Vec::<String>::new());
    tab.click("#refused button");
    tab.wait("document.getElementById('refused').hidden");
    assert_eq!(waiting(&tab), 0);
}

#[test]
fn the_program_can_be_installed() {
    let site = Site::empty();
    let manifest: Value = serde_json::from_str(&site.served.get("/manifest.webmanifest").body).unwrap();
    assert_eq!((&manifest["start_url"], &manifest["display"]), (&json!("/"), &json!("standalone")));
    for icon in manifest["icons"].as_array().unwrap() {
        let got = site.served.get(icon["src"].as_str().unwrap());
        assert_eq!(got.status, 200, "{icon}");
        assert!(got.head.contains(icon["type"].as_str().unwrap()), "{icon}: {}", got.head);
    }
    let Some(tab) = site.tab() else { return };
    tab.go("/");
    let found = tab.call("Page.getInstallabilityErrors", json!({}));
    // A test's tab is a private one, where nothing is installed.
    let errors = found["installabilityErrors"].as_array().unwrap().iter();
    let others: Vec<_> = errors.filter(|error| error["errorId"] != "in-incognito").collect();
    assert!(others.is_empty(), "{others:?}");
}
