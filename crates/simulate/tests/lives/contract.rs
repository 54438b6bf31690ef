//! The CSV logs and the profile keep to the contract: columns, words and ranges.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use kneewise_simulate::{Layout, Mechanism, Planted, Scenario, SimulatedFile, plan, population};
use kneewise_types::shoe::ShoeCategory;
use kneewise_types::symptom::{FindingCode, RedFlagQuestion};
use kneewise_types::{Region, Sport, TestId};
use std::collections::BTreeMap;

type Row = BTreeMap<String, String>;

fn rows(files: &BTreeMap<String, Vec<u8>>, path: &str) -> Vec<Row> {
    let bytes = files.get(path).unwrap_or_else(|| panic!("{path} is missing"));
    csv::Reader::from_reader(bytes.as_slice())
        .deserialize()
        .map(|row| row.unwrap_or_else(|error| panic!("{path}: {error}")))
        .collect()
}

fn is_within(row: &Row, column: &str, low: f64, high: f64) {
    let text = &row[column];
    if !text.is_empty() {
        let value: f64 = text.parse().unwrap_or_else(|_| panic!("{column} `{text}`"));
        assert!((low..=high).contains(&value), "{column} {value}");
    }
}

/// Every file but, when only the logs matter, the activities.
fn files(scenario: &Scenario, with_activities: bool) -> BTreeMap<String, Vec<u8>> {
    let life = plan(scenario);
    let wanted = |index: &usize| with_activities || !life.path(*index).unwrap().starts_with("activities/");
    let made: Vec<SimulatedFile> =
        (0..life.file_count()).filter(wanted).map(|index| life.file(index).unwrap()).collect();
    let count = made.len();
    let by_path: BTreeMap<String, Vec<u8>> = made.into_iter().map(|file| (file.path, file.bytes)).collect();
    assert_eq!(by_path.len(), count, "two files with one path");
    by_path
}

fn check(files: &BTreeMap<String, Vec<u8>>, first: Date, last: Date) {
    for path in ["sessions.csv", "diary.csv", "screen.csv", "wellness.csv", "tests.csv", "strength.csv"] {
        for row in rows(files, path) {
            let day: Date = row["date"].parse().unwrap();
            assert!((first..=last).contains(&day), "{path}: {day}");
        }
    }
    for row in rows(files, "sessions.csv") {
        assert!(Sport::from_word(&row["sport"]).is_some(), "{}", row["sport"]);
        is_within(&row, "duration_min", 1.0, 1_440.0);
        is_within(&row, "distance_km", 0.1, 300.0);
        is_within(&row, "rpe", 0.0, 10.0);
        assert!(row["start_time"].parse::<jiff::civil::Time>().is_ok());
    }
    for row in rows(files, "diary.csv") {
        check_diary(&row);
    }
    for row in rows(files, "screen.csv") {
        assert!(RedFlagQuestion::from_code(&row["question"]).is_some());
        assert!(["yes", "no"].contains(&row["answer"].as_str()));
    }
    for row in rows(files, "wellness.csv") {
        is_within(&row, "sleep_h", 0.0, 24.0);
        is_within(&row, "resting_heart_rate_bpm", 25.0, 120.0);
        is_within(&row, "hrv_rmssd_ms", 1.0, 300.0);
        is_within(&row, "mass_kg", 25.0, 250.0);
        ["stress", "mood", "soreness"].iter().for_each(|column| is_within(&row, column, 0.0, 10.0));
    }
    for row in rows(files, "tests.csv") {
        let (low, high, _) = TestId::from_word(&row["test"]).unwrap().range();
        is_within(&row, "value", low, high);
    }
    for row in rows(files, "strength.csv") {
        is_within(&row, "sets", 1.0, 20.0);
        is_within(&row, "reps", 1.0, 200.0);
    }
}

fn check_diary(row: &Row) {
    assert!(["left", "right"].contains(&row["side"].as_str()));
    for column in ["pain_morning", "pain_before", "pain_during_max", "pain_60min"] {
        is_within(row, column, 0.0, 10.0);
        assert!(row[column].is_empty() || row[column].parse::<u8>().is_ok(), "whole points");
    }
    is_within(row, "swelling", 0.0, 3.0);
    is_within(row, "stiffness_min", 0.0, 30.0);
    for region in row["regions"].split('|').filter(|code| !code.is_empty()) {
        assert!(Region::from_code(region).is_some(), "{region}");
    }
    for code in row["findings"].split('|').filter(|code| !code.is_empty()) {
        assert!(FindingCode::from_code(code.trim_start_matches('-')).is_some(), "{code}");
    }
}

#[test]
fn logs_of_every_kind_of_runner_keep_to_the_contract() {
    let end = date(2026, 10, 1);
    for member in population::sample(33, 3, end) {
        let scenario = member.scenario.with_days(300);
        let (first, last) = (scenario.end.checked_sub(299.days()).unwrap(), scenario.end);
        let files = files(&scenario, false);
        check(&files, first, last);
        for row in rows(&files, "shoes.csv") {
            assert!(ShoeCategory::from_word(&row["category"]).is_some());
            is_within(&row, "drop_mm", 0.0, 15.0);
            let number = |column: &str| row[column].parse::<f64>().unwrap();
            let drop = number("stack_heel_mm") - number("stack_forefoot_mm");
            assert!((drop - number("drop_mm")).abs() <= 2.0);
        }
    }
}

#[test]
fn the_profile_is_toml_that_names_the_zone() {
    let files = files(&Scenario::new(1, date(2026, 10, 1)).with_days(30), false);
    let text = String::from_utf8(files["profile.toml"].clone()).unwrap();
    assert!(text.contains("time_zone = \"Europe/Berlin\"\n"), "{text}");
    assert!(text.lines().all(|line| line.split_once(" = ").is_some()));
}

#[test]
fn the_export_names_every_compressed_file_and_repeats_its_columns() {
    let mut scenario = Scenario::new(2, date(2026, 10, 1)).with_days(40);
    scenario.layout = Layout::Export;
    let files = files(&scenario, true);
    let mut reader = csv::Reader::from_reader(files["activities.csv"].as_slice());
    let header = reader.headers().unwrap().clone();
    for repeated in ["Elapsed Time", "Distance", "Max Heart Rate", "Relative Effort", "Commute"] {
        assert_eq!(header.iter().filter(|name| *name == repeated).count(), 2, "{repeated}");
    }
    let column = header.iter().position(|name| name == "Filename").unwrap();
    let named: Vec<String> =
        reader.records().map(|row| row.unwrap()[column].to_owned()).filter(|name| !name.is_empty()).collect();
    let present: Vec<&String> = files.keys().filter(|path| path.starts_with("activities/")).collect();
    assert_eq!(named.len(), present.len());
    assert!(named.iter().all(|name| name.ends_with(".fit.gz") && files[name].starts_with(&[0x1F, 0x8B])));
}

#[test]
fn the_truth_says_what_was_planted() {
    let planted = Planted { mechanism: Mechanism::ShortSleep, odds_ratio: 2.5 };
    let files = files(&Scenario::new(9, date(2026, 10, 1)).with_days(60).with_cause(planted), false);
    let truth: serde_json::Value = serde_json::from_slice(&files["truth.json"]).unwrap();
    assert_eq!(truth["scenario"]["cause"]["mechanism"], "overuse.short_sleep");
    assert_eq!(truth["scenario"]["cause"]["odds_ratio"], 2.5);
    assert_eq!(truth["scenario"]["seed"], 9);
    assert_eq!(truth["version"], 1);
}
