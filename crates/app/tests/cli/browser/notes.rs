//! Complaints found in notes: accepted, corrected, refused and taken back in the page.

use super::{DESKTOP, PHONE, Site};
use serde_json::Value;

const SESSIONS: &str = "date,sport,duration_min,distance_km,note\n\
    2025-03-01,run,40,8,\"Left knee sore 4/10 on the descent, from km 5\"\n\
    2025-03-08,run,50,10,Knie tut weh\n\
    2025-03-22,run,30,6,Joelho direito inchado depois da corrida\n";

fn site() -> Site {
    let site = Site::empty();
    site.place.write("sessions.csv", SESSIONS);
    site.place.done(&["import", "sessions.csv"]);
    site
}

fn entries(site: &Site) -> Vec<Value> {
    site.place.json(&["diary"])["entries"].as_array().unwrap().clone()
}

#[test]
fn a_mined_note_is_accepted_and_taken_back() {
    let site = site();
    let Some(tab) = site.tab() else { return };
    for (screen, theme) in [(DESKTOP, "light"), (PHONE, "dark")] {
        tab.look(screen, theme);
        tab.go("/notes");
        assert_eq!(tab.text("h1"), "3 old notes speak of a knee.");
        assert_eq!(tab.axe(&[]), Vec::<String>::new());
        tab.loading("answering", || tab.click(".note:last-of-type button[value=left]"));
        assert!(tab.text("#done").contains("Entered in the diary: 1"), "{}", tab.text("#done"));
        let [entry] = &entries(&site)[..] else { panic!("one entry") };
        assert_eq!((&entry["side"], &entry["pain_during_max"]), (&"left".into(), &4.into()));
        assert_eq!(tab.axe(&[]), Vec::<String>::new(), "after answering");
        tab.loading("taking back", || tab.click("#done button"));
        assert!(entries(&site).is_empty());
        assert_eq!(tab.text("h1"), "3 old notes speak of a knee.");
        tab.is_quiet("notes");
    }
    // All of the page: the one without a side waits on.
    tab.look(DESKTOP, "light");
    tab.loading("all", || tab.click(".all-notes button[value=accept]"));
    assert_eq!((entries(&site).len(), tab.text("h1")), (2, "One old note speaks of a knee.".to_owned()));
    // And that one from the card on home.
    tab.go("/");
    tab.loading("home", || tab.click(".found button[value=both]"));
    assert_eq!(
        (entries(&site).len(), tab.text("h1")),
        (4, "Nothing in your notes waits for your word.".to_owned())
    );
}

#[test]
fn a_note_is_put_right_or_refused_by_a_form() {
    let site = site();
    let found = site.place.json(&["diary", "proposals"])["proposals"].clone();
    let id = |at: usize| found[at]["id"].as_str().unwrap().to_owned();
    let token = site.served.token();
    let post = |path: &str, body: &str| {
        let form = format!("csrf={token}&{body}");
        site.served.send(&format!("POST /notes/{path}"), &[crate::serving::FORM], &form)
    };
    let right = "answer=correct&side=right&score=3&when=morning&region=INF_POLE&date=2025-03-09";
    assert_eq!(post(&id(1), right).status, 303);
    let [entry] = &entries(&site)[..] else { panic!("one entry") };
    assert_eq!((&entry["date"], &entry["pain_morning"]), (&"2025-03-09".into(), &3.into()));
    let refused = post(&id(0), "answer=refuse");
    assert!(
        refused.head.contains(&format!("location: /notes?done=refused&ids={}#done", id(0))),
        "{}",
        refused.head
    );
    assert_eq!(post(&id(0), "answer=left").status, 422, "asked once");
    assert_eq!(post(&id(2), "answer=perhaps").status, 422);
    assert_eq!(
        site.served.send(&format!("POST /notes/{}", id(2)), &[crate::serving::FORM], "answer=left").status,
        403
    );
    assert_eq!(entries(&site).len(), 1);
}
