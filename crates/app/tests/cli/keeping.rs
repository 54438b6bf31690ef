//! Export, backup, restore, erase: nothing is lost, and nothing stays.

use crate::program::{Place, assert_same};

fn with_a_runner() -> Place {
    let place = Place::new();
    place.simulate("runner", &["--days", "45", "--seed", "3", "--export"]);
    place.done(&["import", "runner"]);
    place.done(&["log", "pain", "--side", "left", "--during", "3", "--note", "after, the \"stairs\""]);
    place.done(&["log", "profile", "--mass-kg", "68.5"]);
    place
}

#[test]
fn an_export_imports_to_an_equal_export() {
    let place = with_a_runner();
    let first = place.exported("runs.db");
    let said = place.json(&["import", "export-of-runs-db", "--database", "sqlite:again.db"]);
    assert_eq!(said["unusable"].as_array().unwrap().len(), 0, "{said}");
    assert_same(&first, &place.exported("again.db"));
}

#[test]
fn the_logs_of_an_export_can_be_read_on_their_own() {
    let place = with_a_runner();
    place.done(&["log", "test", "--test", "knee_to_wall", "--side", "left", "--value", "9.5"]);
    place.done(&["log", "strength", "--exercise", "split_squat", "--sets", "3", "--reps", "10"]);
    place.done(&["log", "screen", "--side", "left", "--question", "all", "--answer", "no"]);
    place.exported("runs.db");
    let logs = ["diary", "screen", "wellness", "shoes", "tests", "strength"];
    let paths: Vec<String> = logs.iter().map(|log| format!("export-of-runs-db/{log}.csv")).collect();
    let paths: Vec<&str> =
        paths.iter().map(String::as_str).chain(["export-of-runs-db/profile.toml"]).collect();
    let said = place.json(&[&["import", "--database", "sqlite:logs.db"], paths.as_slice()].concat());
    assert_eq!(said["unusable"].as_array().unwrap().len(), 0, "{said}");
    assert_eq!(said["rows_left_out"], 0, "{said}");
    assert_eq!(said["notes"].as_array().unwrap().len(), 0, "{said}");
    place.exported("logs.db");
    for name in
        ["diary.csv", "screen.csv", "wellness.csv", "shoes.csv", "tests.csv", "strength.csv", "profile.toml"]
    {
        assert_eq!(
            place.read(&format!("export-of-runs-db/{name}")),
            place.read(&format!("export-of-logs-db/{name}")),
            "{name}"
        );
    }
}

#[test]
fn erase_asks_and_then_leaves_nothing() {
    let place = with_a_runner();
    let unasked = place.run(&["erase"]);
    assert_eq!(unasked.status, Some(2));
    assert_eq!(
        unasked.err,
        "kneewise: nobody is there to ask: `kneewise erase --yes` does it without asking\n"
    );
    assert!(place.done(&["erase", "--yes"]).starts_with("Erased "));
    assert_eq!(place.json(&["activities"])["activities"].as_array().unwrap().len(), 0);
    assert_eq!(place.json(&["diary"])["entries"].as_array().unwrap().len(), 0);
    assert_eq!(place.done(&["erase", "--yes"]), "There was nothing to erase.\n");
}

#[test]
fn an_export_is_never_mixed_with_other_files() {
    let place = with_a_runner();
    std::fs::create_dir(place.join("mine")).unwrap();
    place.write("mine/letter.txt", "keep me");
    let said = place.run(&["export", "mine"]);
    assert_eq!(said.status, Some(1));
    assert_eq!(said.err, "kneewise: `mine` is not empty: give a new folder, so that nothing in it is lost\n");
}
