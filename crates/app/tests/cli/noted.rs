//! Complaints found in notes: nothing enters the diary unconfirmed, and nobody is asked twice.

use crate::program::{Place, TODAY};
use crate::serving::Served;
use serde_json::Value;

const SESSIONS: &str = "date,sport,duration_min,distance_km,note\n\
    2025-03-01,run,40,8,\"Lovely day. Left knee sore 4/10 on the descent, from km 5!\"\n\
    2025-03-08,run,50,10,Knie tut weh\n\
    2025-03-15,run,30,6,No knee pain at all\n\
    2025-03-22,run,30,6,Joelho direito inchado depois da corrida\n\
    2025-03-29,run,30,6,High knees and strides\n";

fn place() -> Place {
    let place = Place::new();
    place.write("sessions.csv", SESSIONS);
    place
}

fn proposals(place: &Place) -> Vec<Value> {
    place.json(&["diary", "proposals"])["proposals"].as_array().unwrap().clone()
}

fn entries(place: &Place) -> Vec<Value> {
    place.json(&["diary"])["entries"].as_array().unwrap().clone()
}

fn id_on(place: &Place, date: &str) -> String {
    let found = proposals(place);
    found.iter().find(|one| one["date"] == date).unwrap()["id"].as_str().unwrap().to_owned()
}

#[test]
fn an_import_says_how_many_wait_and_enters_none() {
    let place = place();
    let said = place.done(&["import", "sessions.csv"]);
    assert!(
        said.ends_with(
            "3 mentions of a sore knee in your notes wait for your word: kneewise diary proposals\n"
        ),
        "{said}"
    );
    assert!(entries(&place).is_empty());
    let found = proposals(&place);
    let dates: Vec<&str> = found.iter().map(|one| one["date"].as_str().unwrap()).collect();
    assert_eq!(dates, ["2025-03-22", "2025-03-08", "2025-03-01"]);
    let first = &found[2];
    assert_eq!(first["quote"], "Left knee sore 4/10 on the descent, from km 5");
    assert_eq!(
        (&first["sides"][0], &first["score"], &first["moment"]),
        (&"left".into(), &4.into(), &"during".into())
    );
    assert_eq!(found[1]["sides"], serde_json::json!([]));
    assert!(place.done(&["why"]).contains("3 mentions of a sore knee"));
}

#[test]
fn an_accepted_one_is_an_entry_with_its_words_and_counts_only_then() {
    let place = place();
    place.done(&["import", "sessions.csv"]);
    let id = id_on(&place, "2025-03-01");
    let told = place.json(&["diary", "accept", &id[..6]]);
    assert_eq!((&told["decided"][0], &told["waiting"]), (&id.into(), &2.into()));
    let entry = &entries(&place)[0];
    assert_eq!(
        (&entry["date"], &entry["side"], &entry["pain_during_max"]),
        (&"2025-03-01".into(), &"left".into(), &4.into())
    );
    assert_eq!(entry["pain_onset_m"], 5000.0);
    let note = entry["note"].as_str().unwrap();
    assert!(
        note.starts_with("“Left knee sore 4/10 on the descent, from km 5” (note of 2025-03-01 "),
        "{note}"
    );
}

#[test]
fn without_a_side_it_must_be_put_right_first() {
    let place = place();
    place.done(&["import", "sessions.csv"]);
    let id = id_on(&place, "2025-03-08");
    let refused = place.run(&["diary", "accept", &id, "--as-of", TODAY]);
    assert_eq!(refused.status, Some(2));
    assert!(refused.err.contains("do not say which knee"), "{}", refused.err);
    let told = place.json(&["diary", "accept", "--all"]);
    assert_eq!(
        (told["decided"].as_array().unwrap().len(), &told["without_side"][0]),
        (2, &id.clone().into())
    );
    place.done(&["diary", "correct", &id, "--right", "--score", "3", "--when", "morning"]);
    let entry = entries(&place).into_iter().find(|entry| entry["date"] == "2025-03-08").unwrap();
    assert_eq!((&entry["side"], &entry["pain_morning"]), (&"right".into(), &3.into()));
    assert!(proposals(&place).is_empty());
}

#[test]
fn what_was_decided_is_not_asked_again_after_an_import_an_export_or_a_backup() {
    let place = place();
    place.done(&["import", "sessions.csv"]);
    let id = id_on(&place, "2025-03-22");
    place.done(&["diary", "refuse", &id]);
    place.done(&["diary", "accept", &id_on(&place, "2025-03-01")]);
    place.write("sessions.csv", &SESSIONS.replace("Lovely day.", "A lovely day it was."));
    place.done(&["import", "sessions.csv"]);
    assert_eq!(proposals(&place).len(), 1);
    place.done(&["export", "all"]);
    place.done(&["backup", "copy.db"]);
    for database in ["sqlite:again.db", "sqlite:restored.db"] {
        let bring: &[&str] =
            if database.contains("again") { &["import", "all"] } else { &["restore", "copy.db"] };
        place.done(&[bring, &["--database", database]].concat());
        let waiting = place.json(&["diary", "proposals", "--database", database]);
        assert_eq!(waiting["proposals"].as_array().unwrap().len(), 1, "{database}");
        let diary = place.json(&["diary", "--database", database]);
        assert_eq!(diary["entries"].as_array().unwrap().len(), 1, "{database}");
    }
}

#[test]
fn a_decision_is_taken_back_alone_with_its_entry() {
    let place = place();
    place.done(&["import", "sessions.csv"]);
    let first = id_on(&place, "2025-03-01");
    place.done(&["diary", "accept", "--all"]);
    assert_eq!(entries(&place).len(), 2);
    place.done(&["diary", "reopen", &first]);
    assert_eq!(entries(&place).len(), 1);
    assert_eq!(proposals(&place).len(), 2);
    let unknown = place.run(&["diary", "reopen", &first, "--as-of", TODAY]);
    assert_eq!(unknown.status, Some(2));
}

#[test]
fn a_day_that_the_diary_tells_of_is_not_asked_about() {
    let place = place();
    place.done(&["import", "sessions.csv"]);
    place.done(&["log", "pain", "--side", "left", "--during", "5", "--date", "2025-03-01"]);
    assert!(proposals(&place).iter().all(|one| one["date"] != "2025-03-01"));
}

#[test]
fn the_api_takes_the_runners_word_as_the_command_does() {
    let place = place();
    place.done(&["import", "sessions.csv"]);
    let served = Served::start(&place);
    let told: Value = serde_json::from_str(&served.get("/api/v1/diary/proposals").body).unwrap();
    assert_eq!(told, place.json(&["diary", "proposals"]));
    let post = |path: &str, body: &str| {
        let request = format!("POST /api/v1/diary/proposals/{path}");
        served.send(&request, &["Content-Type: application/json"], body)
    };
    let unsided = id_on(&place, "2025-03-08");
    let first = id_on(&place, "2025-03-01");
    assert_eq!(post("accept", &format!("{{\"ids\": [\"{unsided}\"]}}")).status, 422);
    let done = post("accept", "{\"all\": true}");
    assert_eq!(done.status, 200, "{}", done.body);
    let done: Value = serde_json::from_str(&done.body).unwrap();
    assert_eq!((&done["without_side"][0], &done["waiting"]), (&unsided.clone().into(), &1.into()));
    assert_eq!(entries(&place).len(), 2);
    let corrected =
        format!("{{\"id\": \"{unsided}\", \"side\": \"both\", \"score\": 3, \"when\": \"morning\"}}");
    assert_eq!(post("correct", &corrected).status, 200);
    let of_day = |date: &str| entries(&place).into_iter().filter(|entry| entry["date"] == date).count();
    assert_eq!(of_day("2025-03-08"), 2);
    assert_eq!(post("reopen", &format!("{{\"ids\": [\"{first}\"]}}")).status, 200);
    assert_eq!((of_day("2025-03-01"), proposals(&place).len()), (0, 1));
    assert_eq!(post("refuse", &format!("{{\"ids\": [\"{first}\"]}}")).status, 200);
    assert!(proposals(&place).is_empty());
    for (path, body, status) in [
        ("accept", "{}", 422),
        ("accept", "{\"ids\": [\"\"]}", 422),
        ("accept", "{\"all\": true, \"ids\": [\"x\"]}", 422),
        ("accept", "{\"id\": \"x\"}", 422),
        ("perhaps", "{\"all\": true}", 404),
        ("correct", "{\"side\": \"left\"}", 422),
        ("correct", "{\"id\": \"x\", \"side\": \"middle\"}", 422),
        ("correct", "{\"id\": \"x\", \"score\": 11}", 422),
        ("reopen", "{\"ids\": [\"x\"]}", 422),
    ] {
        assert_eq!(post(path, body).status, status, "{path} {body}");
    }
}
