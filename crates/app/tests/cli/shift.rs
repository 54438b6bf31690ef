//! The same life 52 weeks later has the same answer, 52 weeks later: no rule hangs on the calendar.

use crate::runner::Runner;
use kneewise_simulate::{Layout, Scenario, plan};
use kneewise_types::Date;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Whole weeks, so that every weekday stays one.
const SHIFT_DAYS: i64 = 364;

#[test]
fn a_life_shifted_by_whole_weeks_gets_the_shifted_answer() {
    let runner = Runner::new(1, 1);
    let end: Date = "2026-02-20".parse().unwrap();
    for (path, text) in logs(end) {
        write(&runner.path("early-files"), &path, &text);
        write(&runner.path("late-files"), &path, &later(&text));
    }
    let early = answer(&runner, "early", end);
    let late = answer(&runner, "late", end + jiff::Span::new().days(SHIFT_DAYS));
    assert!(!early["flares"].as_array().unwrap().is_empty(), "the life has no flare to shift");
    assert_eq!(early["causes"][0]["family"], "load", "the life has no long run to shift");
    assert_eq!(late["as_of"], "2027-02-19");
    assert_eq!(later_days(without_texts(&early)), without_texts(&late));
}

/// The logs of one life; its watch files stay out, because their days are inside of them.
fn logs(end: Date) -> Vec<(String, String)> {
    let mut scenario = Scenario::demo(end);
    // Every run as a row of sessions.csv.
    scenario.layout = Layout::Watch;
    let life = plan(&scenario);
    (0..life.file_count())
        .filter_map(|at| life.file(at))
        .filter(|file| file.path.ends_with(".csv") || file.path.ends_with(".toml"))
        .map(|file| (file.path, String::from_utf8(file.bytes).unwrap()))
        .collect()
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join(name), text).unwrap();
}

/// Every day in a text, and the year of birth, later by the shift.
fn later(text: &str) -> String {
    let mut shifted = String::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        if let Some(day) = rest.get(..10).and_then(|start| start.parse::<Date>().ok()) {
            shifted.push_str(&(day + jiff::Span::new().days(SHIFT_DAYS)).to_string());
            rest = rest.get(10..).unwrap();
        } else {
            shifted.push(next);
            rest = rest.get(next.len_utf8()..).unwrap();
        }
    }
    // A year older on the shifted day too.
    let is_birth = |line: &&str| line.starts_with("birth_year = ");
    match shifted.lines().find(is_birth) {
        Some(line) => {
            let year: i32 = line.trim_start_matches("birth_year = ").parse().unwrap();
            shifted.replace(line, &format!("birth_year = {}", year + 1))
        }
        None => shifted,
    }
}

fn answer(runner: &Runner, database: &str, as_of: Date) -> Value {
    let files = runner.path(&format!("{database}-files")).display().to_string();
    runner.succeed(database, &["--quiet", "import", &files]);
    let mut command = runner.command_on(as_of, database, &["why", "--json"]);
    let output = command.output().unwrap();
    assert!(output.status.success());
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The document without its sentences and commands, which name days.
fn without_texts(value: &Value) -> Value {
    match value {
        Value::Object(fields) => Value::Object(
            fields
                .iter()
                .filter(|(name, _)| *name != "text" && *name != "command")
                .map(|(name, value)| (name.clone(), without_texts(value)))
                .collect(),
        ),
        Value::Array(values) => values.iter().map(without_texts).collect(),
        other => other.clone(),
    }
}

/// Every day in it, later by the shift.
fn later_days(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            Value::Object(fields.into_iter().map(|(name, value)| (name, later_days(value))).collect())
        }
        Value::Array(values) => values.into_iter().map(later_days).collect(),
        Value::String(text) => Value::String(match text.parse::<Date>() {
            Ok(day) if text.len() == 10 => (day + jiff::Span::new().days(SHIFT_DAYS)).to_string(),
            _ => text,
        }),
        other => other,
    }
}
