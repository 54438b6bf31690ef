//! What programs and pipes get: documents of the agreed shape, exactly one of them, and no escape codes.

use crate::runner::Runner;
use serde_json::Value;

/// The families in the order of ties.
const FAMILIES: [&str; 5] = ["load", "overuse", "weakness", "mobility", "footwear"];

fn document(text: &str) -> Value {
    let mut documents = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    let first = documents.next().unwrap().unwrap();
    assert!(documents.next().is_none(), "more than one document: {text}");
    first
}

fn assert_keys(value: &Value, keys: &[&str]) {
    let fields = value.as_object().unwrap();
    let lacking: Vec<&&str> = keys.iter().filter(|key| !fields.contains_key(**key)).collect();
    assert!(lacking.is_empty(), "{lacking:?} are lacking in {value}");
}

/// Every field of the main answer that the contract names, wherever it occurs; returns how many were looked at.
fn assert_why(why: &Value) -> usize {
    assert_keys(
        why,
        &[
            "schema",
            "as_of",
            "flares",
            "red_flags",
            "causes",
            "conditions",
            "next_tests",
            "actions",
            "missing",
        ],
    );
    let mut looked_at = 0;
    let mut each = |list: &Value, keys: &[&str]| {
        for item in list.as_array().unwrap() {
            assert_keys(item, keys);
            looked_at += 1;
        }
    };
    each(&why["flares"], &["start", "end", "side", "peak_pain", "main_region"]);
    each(&why["red_flags"], &["id", "urgency", "reasons"]);
    each(&why["causes"], &["family", "belief", "word", "coverage", "mechanisms", "against", "own_data"]);
    each(&why["conditions"], &["code", "posterior"]);
    each(&why["next_tests"], &["id", "minutes", "expected_bits"]);
    each(&why["actions"], &["family", "id", "text", "grade"]);
    each(&why["missing"], &["what", "unlocks"]);
    for cause in why["causes"].as_array().unwrap() {
        each(&cause["mechanisms"], &["id", "row", "contribution", "state", "reasons"]);
        for mechanism in cause["mechanisms"].as_array().unwrap() {
            each(&mechanism["reasons"], &["kind", "numbers", "source", "grade", "text"]);
            let state = mechanism["state"].as_str().unwrap();
            assert!(["present", "absent", "unknown"].contains(&state), "{state}");
            let id = mechanism["id"].as_str().unwrap();
            // Signs of the way of running are filed under load.
            let family = cause["family"].as_str().unwrap();
            let is_of = |prefix: &str| id.split('.').next() == Some(prefix);
            assert!(is_of(family) || (family == "load" && is_of("gait")), "{id}");
        }
        each(&cause["against"], &["row", "contribution", "state", "reasons"]);
    }
    looked_at
}

/// All five, the best supported first, ties in the order of the contract.
fn assert_order(causes: &Value) {
    let place = |cause: &Value| {
        let family = cause["family"].as_str().unwrap();
        FAMILIES.iter().position(|known| *known == family).unwrap()
    };
    let causes = causes.as_array().unwrap();
    assert_eq!(causes.len(), FAMILIES.len());
    for pair in causes.windows(2) {
        let (first, second) = (pair.first().unwrap(), pair.last().unwrap());
        let beliefs = (first["belief"].as_f64().unwrap(), second["belief"].as_f64().unwrap());
        assert!(beliefs.0 > beliefs.1 || place(first) < place(second), "{beliefs:?}");
    }
}

#[test]
fn the_demo_finds_the_planted_cause_and_says_where_to_look_next() {
    let runner = Runner::new(1, 1);
    let mut command = runner.command("untouched", &["demo", "--json"]);
    let output = command.env("TMPDIR", runner.path("")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let demo = document(std::str::from_utf8(&output.stdout).unwrap());
    assert_keys(&demo, &["schema", "as_of", "why", "database", "next"]);
    assert!(assert_why(&demo["why"]) > 50);
    assert_order(&demo["why"]["causes"]);
    let first = &demo["why"]["causes"][0];
    assert_eq!(first["family"], "load");
    let is_spike = |mechanism: &Value| mechanism["id"] == "load.single_session_spike";
    let spike = first["mechanisms"].as_array().unwrap().iter().find(|m| is_spike(m)).unwrap();
    assert_eq!(spike["state"], "present");
    assert!(!demo["why"]["flares"].as_array().unwrap().is_empty());
    assert!(!demo["next"].as_array().unwrap().is_empty());
    assert!(!runner.path("untouched").exists(), "the demo touched the runner's own database");
    // The demo keeps its database, so that the runner can look around in it.
    let database = demo["database"].as_str().unwrap();
    let look = document(&runner.succeed(database, &["activities", "--json"]));
    assert!(look["activities"].as_array().unwrap().len() > 200);
    let folder = demo["folder"].as_str().unwrap();
    assert!(database.contains(folder), "{database} is not in {folder}");
}

#[test]
fn the_demo_finds_the_planted_cause_on_every_weekday_and_over_a_leap_day() {
    let runner = Runner::new(1, 1);
    for as_of in [
        "2026-11-23",
        "2026-11-24",
        "2026-11-25",
        "2026-11-26",
        "2026-11-27",
        "2026-11-28",
        "2026-11-29",
        "2028-02-29",
        "2027-01-03",
    ] {
        let mut command = runner.command("untouched", &["demo", "--as-of", as_of]);
        let output = command.env("TMPDIR", runner.path("")).output().unwrap();
        let told = String::from_utf8(output.stdout).unwrap();
        let answer = told.lines().nth(4).unwrap_or_default();
        assert!(
            answer.starts_with("It may have got more than it was used to: one long run"),
            "{as_of}: {told}"
        );
        let first = told.lines().find(|line| line.ends_with("may play a part")).unwrap_or_default();
        assert!(first.starts_with("Load"), "{as_of}: {told}");
    }
}

#[test]
fn an_empty_database_says_how_to_start() {
    let runner = Runner::new(1, 1);
    let why = document(&runner.succeed("empty", &["why", "--json"]));
    assert_why(&why);
    assert_order(&why["causes"]);
    assert_eq!(why["as_of"], crate::program::TODAY);
    assert!(why["next"][0].as_str().unwrap().starts_with("kneewise import"));
    assert!(!why["missing"].as_array().unwrap().is_empty());
    assert!(runner.succeed("empty", &["why"]).contains("kneewise import"));
}

#[test]
fn without_a_diary_the_answer_says_what_it_can() {
    let runner = Runner::new(9, 200);
    for path in runner.files.iter().filter(|path| path.ends_with("diary.csv")) {
        std::fs::remove_file(path).unwrap();
    }
    runner.import("silent");
    let why = document(&runner.succeed("silent", &["why", "--json"]));
    assert_why(&why);
    assert_order(&why["causes"]);
    assert!(why["flares"].as_array().unwrap().is_empty());
    let is_named = why["missing"].as_array().unwrap().iter().any(|missing| missing["what"] == "diary");
    assert!(is_named, "{}", why["missing"]);
    assert!(why.get("next").is_none(), "there are activities: nothing has to be started");
    let load = why["causes"].as_array().unwrap().iter().find(|cause| cause["family"] == "load").unwrap();
    assert!(load["coverage"].as_f64().unwrap() > 0.0, "{load}");
}

#[test]
fn an_import_counts_what_it_did() {
    let runner = Runner::new(2, 40);
    let files = runner.path("files").display().to_string();
    let first = document(&runner.succeed("counted", &["import", &files, "--json"]));
    let keys = ["schema", "files", "activities_added", "activities_known", "activities_merged"];
    assert_keys(&first, &keys);
    assert_keys(&first, &["entries_added", "unusable", "notes", "seconds"]);
    assert_keys(&first["entries_added"], &["diary", "wellness", "shoes", "strength", "tests"]);
    let added = first["activities_added"].as_u64().unwrap();
    assert!(added > 0 && first["entries_added"]["diary"].as_u64().unwrap() > 0, "{first}");
    for note in first["notes"].as_array().unwrap() {
        assert_keys(note, &["path", "at", "what"]);
    }
    let second = document(&runner.succeed("counted", &["import", &files, "--json"]));
    assert_eq!(second["activities_added"], 0);
    // Sources are counted, so that files which joined an activity count too.
    let merged = first["activities_merged"].as_u64().unwrap();
    assert_eq!(second["activities_known"].as_u64().unwrap(), added + merged);
    assert_eq!(second["entries_added"]["diary"], 0);
}

#[test]
fn every_row_of_the_activities_has_the_agreed_fields() {
    let runner = Runner::new(2, 40);
    runner.import("asked");
    let activities = document(&runner.succeed("asked", &["activities", "--json"]));
    let rows = activities["activities"].as_array().unwrap();
    assert!(rows.len() > 10, "{} activities", rows.len());
    for row in rows {
        assert_keys(row, &["id", "start", "local_date", "sport", "distance_m", "elapsed_s", "moving_s"]);
        assert_keys(row, &["mean_heart_rate_bpm", "max_heart_rate_bpm", "mean_cadence_spm", "ascent_m"]);
        assert_keys(row, &["descent_m", "shoe", "source"]);
    }
}

#[test]
fn pipes_and_no_color_get_no_escape_codes() {
    let runner = Runner::new(2, 60);
    runner.import("plain");
    for arguments in [
        vec!["why"],
        vec!["activities"],
        vec!["load", "--ratio"],
        vec!["diary"],
        vec!["why", "--help"],
        vec!["--help"],
        vec!["imprt"],
        vec!["activities", "show", "nothing"],
    ] {
        for is_no_color in [true, false] {
            let mut command = runner.command("plain", &arguments);
            if !is_no_color {
                command.env_remove("NO_COLOR");
            }
            let output = command.output().unwrap();
            let told = [output.stdout, output.stderr].concat();
            assert!(!told.is_empty(), "{arguments:?}");
            assert!(!told.contains(&0x1b), "{arguments:?}: {}", String::from_utf8_lossy(&told));
        }
    }
    let coloured = runner.succeed("plain", &["why", "--color", "always"]);
    assert!(coloured.contains('\u{1b}'), "colour that was asked for is given");
}
