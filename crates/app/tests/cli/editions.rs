//! An edited row of `sessions.csv` replaces the earlier one, whatever the order of imports.

use crate::program::{Place, assert_same};
use serde_json::Value;
use std::fs::{File, create_dir_all};
use std::time::{Duration, SystemTime};

const HEAD: &str = "date,sport,duration_min,distance_km,rpe,note\n";

/// A log in a folder of its own, changed last that many hours after a day long ago.
fn write(place: &Place, name: &str, rows: &str, hours: u64) {
    create_dir_all(place.join(name).parent().unwrap()).unwrap();
    place.write(name, &format!("{HEAD}{rows}"));
    let changed = SystemTime::UNIX_EPOCH + Duration::from_hours(480_000 + hours);
    File::options().write(true).open(place.join(name)).unwrap().set_modified(changed).unwrap();
}

fn minutes(activities: &Value) -> Vec<f64> {
    let list = activities["activities"].as_array().unwrap();
    let mut minutes: Vec<f64> = list.iter().map(|a| a["elapsed_s"].as_f64().unwrap() / 60.0).collect();
    minutes.sort_by(f64::total_cmp);
    minutes
}

const FIRST: &str = "2026-09-01,run,30,5,3,felt good\n2026-09-01,run,50,,,\n2026-09-02,ride,60,20,,\n2026-09-04,run,40,7,4,\n";
const SECOND: &str =
    "2026-09-01,run,35,6,,\n2026-09-01,run,50,,,\n2026-09-02,ride,60,20,,\n2026-09-04,trail_run,40,7,4,\n";

#[test]
fn the_edited_row_is_the_run_and_says_only_what_it_says_now() {
    let place = Place::new();
    write(&place, "sessions.csv", FIRST, 0);
    assert_eq!(place.json(&["import", "sessions.csv"])["activities_added"], 4);
    write(&place, "sessions.csv", SECOND, 1);
    let said = place.json(&["import", "sessions.csv"]);
    assert_eq!((&said["activities_added"], &said["activities_merged"]), (&0.into(), &4.into()), "{said}");
    let listed = place.json(&["activities"]);
    assert_eq!(minutes(&listed), [35.0, 40.0, 50.0, 60.0]);
    let edited = listed["activities"].as_array().unwrap().iter().find(|a| a["elapsed_s"] == 2100.0).unwrap();
    assert_eq!(edited["distance_m"], 6000.0);
    let shown = place.json(&["activities", "show", edited["id"].as_str().unwrap()]);
    assert_eq!(shown.pointer("/activity/session_rpe"), Some(&Value::Null), "{shown}");
    assert!(!shown.to_string().contains("felt good"), "a note taken out is gone: {shown}");
}

#[test]
fn the_order_of_imports_and_an_export_change_nothing() {
    let place = Place::new();
    write(&place, "old/sessions.csv", FIRST, 0);
    write(&place, "new/Sessions (1).csv", SECOND, 1);
    place.done(&["import", "old", "--database", "sqlite:forward.db"]);
    place.done(&["import", "new", "--database", "sqlite:forward.db"]);
    place.done(&["import", "new", "--database", "sqlite:backward.db"]);
    place.done(&["import", "old", "--database", "sqlite:backward.db"]);
    place.done(&["import", "old", "new", "--database", "sqlite:at-once.db"]);
    let forward = place.exported("forward.db");
    assert_same(&forward, &place.exported("backward.db"));
    assert_same(&forward, &place.exported("at-once.db"));
    place.done(&["import", "export-of-forward-db", "--database", "sqlite:again.db"]);
    assert_same(&forward, &place.exported("again.db"));
    let listed = place.json(&["activities", "--database", "sqlite:again.db"]);
    assert_eq!(minutes(&listed), [35.0, 40.0, 50.0, 60.0]);
}

#[test]
fn a_log_split_into_two_folders_keeps_both_runs_of_a_day() {
    let place = Place::new();
    write(&place, "a/sessions.csv", "2026-09-01,run,30,5,,\n", 0);
    write(&place, "b/sessions.csv", "2026-09-01,run,50,9,,\n", 1);
    place.done(&["import", "a", "b"]);
    assert_eq!(minutes(&place.json(&["activities"])), [30.0, 50.0]);
}

#[test]
fn a_recording_keeps_what_it_measured_and_takes_the_edited_words() {
    let place = Place::new();
    place.simulate("runner", &["--days", "20", "--seed", "5"]);
    std::fs::remove_file(place.join("runner/sessions.csv")).unwrap();
    place.done(&["import", "runner"]);
    let before = place.json(&["activities"]);
    let run = before["activities"].as_array().unwrap().iter().find(|a| a["sport"] == "run").unwrap();
    let (day, min) = (run["local_date"].as_str().unwrap(), run["elapsed_s"].as_f64().unwrap() / 60.0);
    write(&place, "sessions.csv", &format!("{day},run,{min:.1},,3,easy\n"), 0);
    place.done(&["import", "sessions.csv"]);
    write(&place, "sessions.csv", &format!("{day},run,{:.1},,7,hard\n", min + 0.5), 1);
    place.done(&["import", "sessions.csv"]);
    let after = place.json(&["activities"]);
    assert_eq!(after["activities"].as_array().unwrap().len(), before["activities"].as_array().unwrap().len());
    let shown = place.json(&["activities", "show", run["id"].as_str().unwrap()]);
    let text = shown.to_string();
    assert!(text.contains("hard") && !text.contains("easy"), "{text}");
    assert!(after["activities"].as_array().unwrap().iter().any(|a| a["elapsed_s"] == run["elapsed_s"]));
}

#[test]
fn two_lines_logged_for_one_day_are_two_sessions_unless_they_began_together() {
    let place = Place::new();
    for minutes in ["30", "35"] {
        place.done(&["log", "session", "--sport", "run", "--duration-min", minutes]);
    }
    assert_eq!(minutes(&place.json(&["activities"])), [30.0, 35.0]);
    for minutes in ["40", "45"] {
        let line = ["log", "session", "--sport", "ride", "--duration-min", minutes, "--start-time", "07:00"];
        place.done(&line);
    }
    assert_eq!(minutes(&place.json(&["activities"])), [30.0, 35.0, 45.0]);
}
