//! `log`: every field of the logs, one line at a time.

use crate::program::Place;

#[test]
fn a_line_is_in_the_diary_at_once_and_is_answered_with_the_light() {
    let place = Place::new();
    let said = place.done(&["log", "pain", "4", "--left", "--around-patella", "--inf-pole", "--during"]);
    assert!(said.starts_with("Noted. Left knee: 4 of 10 during the run; around the kneecap;"), "{said}");
    assert!(said.contains("△ Left knee amber"), "{said}");
    assert!(said.contains("Pain reached 4 of 10 during the run on 1 October"), "{said}");
    assert!(said.contains("tomorrow morning: kneewise log pain N --left --morning"), "{said}");
    let entries = place.json(&["diary"])["entries"].clone();
    assert_eq!(entries[0]["date"], "2026-10-01");
    assert_eq!(entries[0]["pain_during_max"], 4);
    assert_eq!(entries[0]["regions"], serde_json::json!(["AROUND_PATELLA", "INF_POLE"]));
    let shown = place.done(&["diary", "show", "2026-10-01"]);
    assert!(shown.contains("worst during it  4 of 10"), "{shown}");
}

#[test]
fn every_way_of_saying_the_same() {
    let ways: [&[&str]; 6] = [
        &["4", "--left", "--kneecap", "--during"],
        &["--left", "--during", "4", "--around-patella"],
        &["--during", "4", "--side", "left", "--region", "AROUND_PATELLA"],
        &["--side", "left", "--pain-during-max", "4", "--regions", "AROUND_PATELLA"],
        &["--around-patella", "4", "--during", "--left"],
        &["--left", "--during=4", "--kneecap", "--date", "2026-10-01"],
    ];
    for way in ways {
        let place = Place::new();
        place.done(&[&["log", "pain"], way].concat());
        let entries = place.json(&["diary"])["entries"].clone();
        let told = (&entries[0]["side"], &entries[0]["pain_during_max"], &entries[0]["regions"][0]);
        assert_eq!(told, (&"left".into(), &4.into(), &"AROUND_PATELLA".into()), "{way:?}");
    }
}

#[test]
fn a_score_without_a_moment_is_of_the_run_of_that_day_or_else_of_the_morning() {
    let place = Place::new();
    let said = place.done(&["log", "pain", "0", "--both"]);
    assert!(said.contains("Taken as pain on getting up"), "{said}");
    let document = place.json(&["log", "pain", "3", "--both", "--date", "2026-09-30"]);
    assert_eq!((&document["assumed_moment"], &document["kind"]), (&"morning".into(), &"pain".into()));
    place.done(&["log", "session", "--sport", "run", "--duration-min", "40", "--date", "2026-09-29"]);
    let document = place.json(&["log", "pain", "2", "--left", "--date", "2026-09-29"]);
    assert_eq!(document["assumed_moment"], "during");
    let entries = place.json(&["diary"])["entries"].clone();
    let all: Vec<_> =
        entries.as_array().unwrap().iter().map(|entry| (&entry["side"], &entry["date"])).collect();
    assert_eq!(all.len(), 5, "{all:?}");
    assert_eq!(entries[0]["pain_during_max"], 2);
}

#[test]
fn the_knee_can_be_left_out_when_the_diary_knows_one() {
    let place = Place::new();
    place.done(&["log", "pain", "1", "--right", "--morning", "--date", "2026-09-30"]);
    let document = place.json(&["log", "pain", "0", "--morning"]);
    assert_eq!(
        (&document["assumed_side"], &document["lights"][0]["side"]),
        (&"right".into(), &"right".into())
    );
    place.done(&["log", "pain", "1", "--left", "--morning"]);
    assert_eq!(place.run(&["log", "pain", "0", "--morning"]).status, Some(2));
}

#[test]
fn the_light_document_says_why_and_what_comes_next() {
    let place = Place::new();
    let document = place.json(&[
        "log",
        "pain",
        "--left",
        "--morning",
        "0",
        "--before",
        "0",
        "--during",
        "7",
        "--no-signs",
    ]);
    let light = &document["lights"][0];
    assert_eq!((&document["light"], &light["light"]), (&"red".into(), &"red".into()));
    assert_eq!(light["reasons"][0]["kind"], "high_pain");
    assert_eq!(light["reasons"][0]["numbers"]["points"], 7);
    assert_eq!(light["next_step"]["id"], "rest");
    assert_eq!(light["open_red"]["earliest_close"], "2026-10-03");
    assert_eq!(light["lacks"][0]["command"], "kneewise log pain N --left --morning");
    assert_eq!((&document["locked"], &document["questions_due"]), (&true.into(), &11.into()));
}

#[test]
fn a_later_line_adds_to_the_day_and_corrects_it() {
    let place = Place::new();
    place.done(&["log", "pain", "--side", "left", "--during", "4"]);
    place.done(&["log", "pain", "--side", "left", "--morning", "2"]);
    place.done(&["log", "pain", "--side", "left", "--during", "5"]);
    let entries = place.json(&["diary"])["entries"].clone();
    assert_eq!(entries.as_array().unwrap().len(), 1);
    assert_eq!(entries[0]["pain_morning"], 2);
    assert_eq!(entries[0]["pain_during_max"], 5);
}

#[test]
fn every_log_takes_a_line() {
    let place = Place::new();
    let lines: [&[&str]; 7] = [
        &["wellness", "--sleep-h", "7.5", "--stress", "3", "--mood", "7", "--mass-kg", "71"],
        &["session", "--sport", "swim", "--duration-min", "40", "--rpe", "5", "--start-time", "07:10"],
        &["strength", "--exercise", "split_squat", "--sets", "3", "--reps", "10", "--side", "left"],
        &["test", "--test", "knee_to_wall", "--side", "left", "--value", "9.5", "--pain", "0"],
        &["shoe", "--name", "Old, grey pair", "--category", "daily", "--drop-mm", "8"],
        &["screen", "--side", "left", "--question", "all", "--answer", "no"],
        &["profile", "--sex", "female", "--birth-year", "1988", "--time-zone", "Europe/Vienna"],
    ];
    for line in lines {
        let said = place.json(&[&["log"], line].concat());
        let entries: u64 =
            said["entries_added"].as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum();
        assert_eq!(entries + said["activities_added"].as_u64().unwrap(), 1, "{line:?}: {said}");
    }
    assert_eq!(place.json(&["activities"])["activities"][0]["sport"], "swim");
}

#[test]
fn a_wrong_value_is_refused_with_its_option_and_its_range() {
    let place = Place::new();
    let said = place.run(&["log", "pain", "--side", "left", "--during", "11"]);
    assert_eq!(said.status, Some(2));
    assert!(said.err.starts_with("kneewise: --during: `11` "), "{}", said.err);
    assert!(said.err.contains("0") && said.err.contains("10"), "{}", said.err);
    assert_eq!(place.json(&["diary"])["entries"].as_array().unwrap().len(), 0);
}
