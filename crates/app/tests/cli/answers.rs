//! What the commands answer, for people and for programs.

use crate::program::{Place, TODAY};
use serde_json::Value;

#[test]
fn an_empty_database_says_how_to_start() {
    let place = Place::new();
    let said = place.done(&["why"]);
    assert!(said.contains("kneewise import"), "{said}");
    let causes = place.json(&["why"])["causes"].clone();
    assert_eq!(causes.as_array().unwrap().len(), 5);
    assert!(place.done(&["activities"]).contains("kneewise import"));
    assert!(place.done(&["load"]).contains("kneewise import"));
    assert!(place.done(&["diary"]).contains("kneewise log pain"));
}

#[test]
fn every_document_has_a_schema_and_stands_alone_on_the_output() {
    let place = Place::new();
    place.simulate("runner", &["--days", "40"]);
    let calls: [&[&str]; 13] = [
        &["import", "runner"],
        &["why"],
        &["activities"],
        &["load", "--ratio", "--series=trimp"],
        &["knee"],
        &["diary"],
        &["diary", "show", TODAY],
        &["log", "wellness", "--sleep-h", "7"],
        &["export", "out"],
        &["backup", "copy.db"],
        &["restore", "copy.db", "--yes"],
        &["simulate", "more", "--days", "5"],
        &["erase", "--yes"],
    ];
    for call in calls {
        let said = place.run(&[call, &["--json", "--as-of", TODAY]].concat());
        assert_eq!(said.json()["schema"], 1, "{call:?}");
        assert_eq!(said.err, "", "{call:?}");
    }
}

#[test]
fn one_activity_opens_with_its_samples() {
    let place = Place::new();
    place.simulate("runner", &["--days", "30"]);
    place.done(&["import", "runner"]);
    let list = place.json(&["activities"]);
    let with_file = |row: &&Value| row["source"] == "fit";
    let row = list["activities"].as_array().unwrap().iter().find(with_file).unwrap().clone();
    let id = row["id"].as_str().unwrap();
    let one = place.json(&["activities", "show", id, "--samples"]);
    assert_eq!(one["activity"]["distance_m"], row["distance_m"]);
    let times = one["samples"]["time_s"].as_array().unwrap();
    assert_eq!(times.len(), one["samples"]["heart_rate_bpm"].as_array().unwrap().len());
    let csv = place.done(&["activities", "show", id, "--samples"]);
    assert_eq!(csv.lines().count(), times.len() + 1);
    assert!(place.done(&["activities", "show", id]).contains("distance"));
    // Enough of the id is enough.
    let short: String = id.chars().take(8).collect();
    assert_eq!(place.json(&["activities", "show", &short])["activity"]["id"], id);
}

#[test]
fn a_reader_that_stops_early_is_no_error() {
    let place = Place::new();
    place.simulate("runner", &["--days", "90"]);
    place.done(&["import", "runner"]);
    let mut list = place
        .command(&["activities", "--all", "--json"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(list.stdout.take());
    let output = list.wait_with_output().unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn colour_comes_only_where_it_is_wanted() {
    let place = Place::new();
    place.simulate("runner", &["--days", "40"]);
    place.done(&["import", "runner"]);
    assert!(!place.done(&["why"]).contains('\u{1b}'));
    assert!(place.done(&["why", "--color", "always"]).contains('\u{1b}'));
    assert!(!place.done(&["why", "--color", "never"]).contains('\u{1b}'));
}

#[test]
fn completions_and_manual_name_every_command() {
    let place = Place::new();
    let help = place.done(&["--help"]);
    let commands =
        ["demo", "import", "watch", "log", "why", "activities", "load", "diary", "export", "erase"];
    for shell in ["bash", "zsh", "fish"] {
        let script = place.done(&["completions", shell]);
        for command in commands {
            assert!(script.contains(command), "{shell} {command}");
        }
    }
    let page = place.done(&["man"]);
    for command in commands {
        assert!(help.contains(command), "help {command}");
        assert!(page.contains(command), "man {command}");
    }
    assert!(place.done(&["man", "import"]).contains("activities.csv"));
}

#[test]
fn miles_are_shown_and_files_stay_metric() {
    let place = Place::new();
    place.simulate("runner", &["--days", "40"]);
    place.done(&["import", "runner"]);
    assert!(place.done(&["load", "--units", "imperial"]).contains(" miles"));
    assert_eq!(place.json(&["activities"]), place.json(&["activities", "--units", "imperial"]));
}

#[test]
fn the_day_series_describe_and_judge_nothing() {
    let place = Place::new();
    place.simulate("runner", &["--days", "120", "--seed", "3"]);
    place.done(&["import", "runner"]);
    let document = place.json(&["load"]);
    let (days, series) = (document["days"].as_array().unwrap(), &document["series"]);
    assert_eq!(series["of"], "running_distance_m");
    assert!(series["note"].as_str().unwrap().starts_with("Describes change. It did not predict injury"));
    let rows = series["days"].as_array().unwrap();
    assert_eq!(rows.len(), days.len());
    let (day, row) = (days.last().unwrap(), rows.last().unwrap());
    assert_eq!(row["date"], day["date"]);
    let week: f64 =
        days.iter().rev().take(7).map(|day| day["running_distance_m"].as_f64().unwrap()).sum::<f64>();
    assert!((row["acute_load"].as_f64().unwrap() - week).abs() < 1e-6, "{row}");
    let (u, c) = (row["ratio_uncoupled"].as_f64().unwrap(), row["ratio_coupled"].as_f64().unwrap());
    assert!((c - 4.0 * u / (u + 3.0)).abs() < 1e-9, "B1 ties the two: {row}");
    assert!(rows.iter().any(|row| row["monotony"].is_number()), "no week has all its ratings");
    let early = &rows[20];
    assert!(early["ratio_ewma"].is_null() && early["ratio_uncoupled"].is_null(), "28 days first: {early}");

    let said = place.done(&["load", "--series", "--weeks", "3"]);
    let table = said.split("Week by week: running distance.").nth(1).unwrap();
    assert!(table.contains("this week compared with your last weeks"), "{said}");
    assert!(table.contains("Describes change. It did not predict injury in runners"), "{said}");
    for judging in ["zone", "danger", "risk", "sweet spot", "optimal", "too much"] {
        assert!(!table.to_lowercase().contains(judging), "`{judging}`: {said}");
    }
    assert!(!place.done(&["load"]).contains("Week by week"));
    assert_eq!(place.json(&["load", "--series=session-rpe"])["series"]["of"], "session_rpe_load");
}
