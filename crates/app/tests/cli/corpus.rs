//! Real files, where they are at hand.

use crate::program::Place;
use std::path::Path;

const CORPUS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data");

fn corpus(name: &str) -> Option<String> {
    let path = format!("{CORPUS}/{name}");
    if Path::new(&path).exists() {
        return Some(path);
    }
    println!("corpus: ../shared/data is not here, skipped");
    None
}

#[test]
fn every_real_file_is_read_or_refused_in_words() {
    let Some(path) = corpus("") else { return };
    let place = Place::new();
    let first = place.json(&["import", &path]);
    assert!(first["activities_added"].as_u64().unwrap() > 2_189, "{}", first["activities_added"]);
    for file in first["unusable"].as_array().unwrap() {
        let reason = file["reason"].as_str().unwrap();
        assert!(!reason.is_empty() && !reason.contains('\n'), "{file}");
    }
    let second = place.json(&["import", &path]);
    assert_eq!(second["files"], first["files"]);
    assert_eq!(second["unusable"], first["unusable"]);
    assert_eq!(second["activities_added"], 0);
    assert_eq!(second["activities_merged"], 0);
}

#[test]
fn five_years_of_a_platforms_table_are_all_there() {
    let Some(path) = corpus("real-history/activities.csv") else { return };
    let place = Place::new();
    let said = place.json(&["import", &path]);
    assert_eq!(said["activities_added"], 2_189);
    assert!(said["notes"].as_array().unwrap().len() <= 2, "{}", said["notes"]);
    let list = place.json(&["activities"]);
    let rows = list["activities"].as_array().unwrap();
    assert_eq!(rows.len(), 2_189);
    assert_eq!(rows.iter().filter(|row| row["sport"] == "run").count(), 1_822);
    assert_eq!(rows.iter().filter(|row| row["shoe"].is_string()).count(), 1_167);
}
