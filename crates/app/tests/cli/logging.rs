//! `log`: every field of the logs, one line at a time.

use crate::program::Place;

#[test]
fn a_line_is_in_the_diary_at_once() {
    let place = Place::new();
    assert_eq!(
        place.done(&[
            "log",
            "pain",
            "--side",
            "left",
            "--during",
            "4",
            "--regions",
            "AROUND_PATELLA|INF_POLE"
        ]),
        "Noted: side left, pain during max 4, regions AROUND_PATELLA|INF_POLE.\n"
    );
    let entries = place.json(&["diary"])["entries"].clone();
    assert_eq!(entries[0]["date"], "2026-10-01");
    assert_eq!(entries[0]["pain_during_max"], 4);
    assert_eq!(entries[0]["regions"][1], "INF_POLE");
    let shown = place.done(&["diary", "show", "2026-10-01"]);
    assert!(shown.contains("worst during it  4 of 10"), "{shown}");
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
