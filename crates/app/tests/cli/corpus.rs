//! Real files, where they are at hand.

use crate::program::Place;
use std::collections::{BTreeMap, BTreeSet};
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

/// With a file for each: a run has a knee load, or a reason that names what is missing.
#[test]
fn every_real_run_has_a_knee_load_or_a_reason() {
    let Some(path) = corpus("") else { return };
    let place = Place::new();
    place.json(&["import", &path]);
    let knee = place.json(&["knee", "--since", "1990-01-01"]);
    let ids = |list: &str| -> BTreeSet<String> {
        let rows = knee[list].as_array().unwrap();
        rows.iter().map(|row| row["id"].as_str().unwrap().to_owned()).collect()
    };
    let (loaded, without) = (ids("activities"), ids("without_knee_load"));
    assert!(loaded.is_disjoint(&without));
    let all = place.json(&["activities"]);
    let mut on_foot = 0_u32;
    for activity in all["activities"].as_array().unwrap() {
        let (id, sport) = (activity["id"].as_str().unwrap(), activity["sport"].as_str().unwrap());
        if ["run", "trail_run", "treadmill_run", "walk", "hike"].contains(&sport) {
            on_foot += 1;
            assert!(loaded.contains(id) || without.contains(id), "{id}, a {sport}, has neither");
        }
    }
    let mut reasons: BTreeMap<&str, u32> = BTreeMap::new();
    for row in knee["without_knee_load"].as_array().unwrap() {
        *reasons.entry(row["reason"].as_str().unwrap()).or_default() += 1;
    }
    assert!(reasons.keys().all(|reason| ["no_speed", "no_steps", "not_on_foot"].contains(reason)));
    for load in knee["activities"].as_array().unwrap() {
        let impulse = load["patellofemoral"]["impulse_bw_s"].as_f64().unwrap();
        assert!(impulse > 0.0 && impulse.is_finite(), "{load}");
    }
    println!("corpus: {on_foot} activities on foot, {} with a knee load, without: {reasons:?}", loaded.len());
    assert!(on_foot > 1_900 && loaded.len() > 1_800, "{on_foot} {}", loaded.len());
}
