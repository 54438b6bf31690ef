//! The file a clinician edits: every problem in it is named at once.

use crate::actions::{FILE, Group, catalogue};
use crate::situation::{condition_word, light_word};
use kneewise_types::assessment::{CauseRow, Condition, Light};
use std::collections::BTreeSet;

const CONDITIONS: [Condition; 12] = [
    Condition::Pfp,
    Condition::Itbs,
    Condition::Pt,
    Condition::Qt,
    Condition::Fp,
    Condition::Pa,
    Condition::Men,
    Condition::Oa,
    Condition::Apo,
    Condition::Bsi,
    Condition::Hip,
    Condition::Oth,
];
const LIGHTS: [Light; 4] = [Light::Green, Light::Provisional, Light::Amber, Light::Red];
const KEYS: [&str; 9] = ["id", "grade", "source", "rows", "pattern", "pain", "light", "caution", "rests"];

/// Every problem of a file, one line each.
fn problems(file: &str) -> Vec<String> {
    let table: toml::Table = match file.parse() {
        Ok(table) => table,
        Err(error) => return vec![format!("not TOML: {error}")],
    };
    let mut found = head_problems(&table);
    let entries = table.get("action").and_then(|v| v.as_array()).cloned().unwrap_or_default();
    let mut ids = BTreeSet::new();
    for (at, entry) in entries.iter().enumerate() {
        let Some(entry) = entry.as_table() else { continue };
        let id = entry.get("id").and_then(|v| v.as_str()).unwrap_or("");
        let name = if id.is_empty() { format!("action {}", at + 1) } else { format!("`{id}`") };
        if !ids.insert(id) {
            found.push(format!("{name}: the id occurs twice"));
        }
        found.extend(entry_problems(entry, id).into_iter().map(|problem| format!("{name}: {problem}")));
    }
    for group in Group::ALL.into_iter().filter(|group| group.family().is_some()) {
        if !ids.iter().any(|id| id.starts_with(&format!("{}.", group.word()))) {
            found.push(format!("no action for {}", group.word()));
        }
    }
    found
}

fn head_problems(table: &toml::Table) -> Vec<String> {
    let mut found = vec![];
    let order = words(table.get("order"));
    let groups: Vec<_> = Group::ALL.into_iter().map(Group::word).collect();
    if order.iter().collect::<BTreeSet<_>>()
        != groups.iter().map(|g| (*g).to_owned()).collect::<Vec<_>>().iter().collect()
    {
        found.push(format!("`order` must name each of {groups:?} once"));
    }
    if order.first().is_some_and(|first| first != "safety") {
        found.push("`order` must begin with safety".to_owned());
    }
    if !table.get("min_belief").and_then(toml::Value::as_float).is_some_and(|v| (0.0..=0.85).contains(&v)) {
        found.push("`min_belief` must lie between 0.0 and 0.85".to_owned());
    }
    if !table.get("most_new").and_then(toml::Value::as_integer).is_some_and(|v| (1..=2).contains(&v)) {
        found.push("`most_new` must be 1 or 2".to_owned());
    }
    found
}

fn entry_problems(entry: &toml::Table, id: &str) -> Vec<String> {
    let mut found = vec![];
    let group = id.split_once('.').and_then(|(word, _)| Group::ALL.into_iter().find(|g| g.word() == word));
    if group.is_none() {
        found.push("the id must be a group, a dot and a name".to_owned());
    }
    found.extend(
        entry.keys().filter(|key| !KEYS.contains(&key.as_str())).map(|key| format!("unknown key `{key}`")),
    );
    let grade = entry.get("grade").and_then(|v| v.as_str()).unwrap_or("");
    if !["A", "B", "C", "D"].contains(&grade) {
        found.push(format!("grade `{grade}` is not A, B, C or D"));
    }
    let source = entry.get("source").and_then(|v| v.as_str()).unwrap_or("");
    if source.is_empty() {
        found.push("no source".to_owned());
    }
    if source == "rule" && grade != "D" {
        found.push("our own rule is grade D".to_owned());
    }
    for row in words(entry.get("rows")) {
        let row_group = CauseRow::ALL.iter().find(|r| r.code() == row).map(|r| r.family());
        if row_group.is_none() || row_group != group.and_then(Group::family) {
            found.push(format!("row `{row}` is not one of its family"));
        }
    }
    found.extend(unknown(entry, "pattern", &CONDITIONS.map(condition_word)));
    found.extend(unknown(entry, "light", &LIGHTS.map(light_word)));
    found.extend(unknown(entry, "caution", &["bone", "hip"]));
    found
}

fn unknown(entry: &toml::Table, key: &str, known: &[&str]) -> Vec<String> {
    let given = words(entry.get(key));
    given
        .into_iter()
        .filter(|word| !known.contains(&word.as_str()))
        .map(|w| format!("unknown {key} `{w}`"))
        .collect()
}

fn words(value: Option<&toml::Value>) -> Vec<String> {
    let list = value.and_then(|v| v.as_array()).cloned().unwrap_or_default();
    list.iter().filter_map(|v| v.as_str()).map(str::to_owned).collect()
}

#[test]
fn the_file_has_no_problem() {
    let found = problems(FILE);
    assert!(found.is_empty(), "data/actions.toml:\n{}", found.join("\n"));
    let read: Result<crate::actions::Catalogue, _> = toml::from_str(FILE);
    assert!(read.is_ok(), "{}", read.unwrap_err());
    assert_eq!(catalogue().actions.len(), FILE.lines().filter(|line| *line == "[[action]]").count());
}

#[test]
fn all_problems_are_named_at_once() {
    let bad = r#"
        order = ["load", "safety"]
        min_belief = 2.0
        most_new = 5
        [[action]]
        id = "load.ease"
        grade = "E"
        source = ""
        rows = ["M1"]
        colour = "blue"
        [[action]]
        id = "load.ease"
        grade = "A"
        source = "rule"
        light = ["purple"]
    "#;
    let found = problems(bad);
    for expected in [
        "`order` must begin with safety",
        "`min_belief` must lie between 0.0 and 0.85",
        "`most_new` must be 1 or 2",
        "`load.ease`: unknown key `colour`",
        "`load.ease`: grade `E` is not A, B, C or D",
        "`load.ease`: no source",
        "`load.ease`: row `M1` is not one of its family",
        "`load.ease`: the id occurs twice",
        "`load.ease`: our own rule is grade D",
        "`load.ease`: unknown light `purple`",
        "no action for mobility",
    ] {
        assert!(found.iter().any(|problem| problem == expected), "{expected} is missing in {found:#?}");
    }
}

#[test]
fn the_last_action_of_a_family_has_no_condition_on_what_was_seen() {
    for group in Group::ALL.into_iter().filter(|group| group.family().is_some()) {
        let all = catalogue();
        let last = all.actions.iter().rfind(|action| action.group() == Some(group)).unwrap();
        assert!(last.rows.is_empty() && last.pattern.is_empty(), "{}", last.id);
    }
}
