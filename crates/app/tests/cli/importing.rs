//! Import: what it counts, in pieces, from archives, with files missing, interrupted.

use crate::program::{Place, assert_same};
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::Duration;

const DAYS: &[&str] = &["--days", "60", "--seed", "5"];

#[test]
fn the_second_import_adds_nothing_and_says_so() {
    let place = Place::new();
    place.simulate("runner", DAYS);
    let first = place.json(&["import", "runner"]);
    assert!(first["activities_added"].as_u64().unwrap() > 10, "{first}");
    assert!(first["entries_added"]["diary"].as_u64().unwrap() > 10, "{first}");
    assert_eq!(first["unusable"].as_array().unwrap().len(), 0, "{first}");
    let second = place.json(&["import", "runner"]);
    assert_eq!(second["files"], first["files"]);
    for nothing in ["activities_added", "activities_merged"] {
        assert_eq!(second[nothing], 0, "{nothing}");
    }
    assert!(second["entries_added"].as_object().unwrap().values().all(|count| count == 0));
    let known = second["activities_known"].as_u64().unwrap();
    let told = first["activities_added"].as_u64().unwrap() + first["activities_merged"].as_u64().unwrap();
    assert_eq!(known, told);
    assert!(place.done(&["import", "runner"]).starts_with("Nothing new: "));
}

#[test]
fn order_and_pieces_change_nothing() {
    let place = Place::new();
    place.simulate("runner", DAYS);
    place.done(&["import", "runner", "--database", "sqlite:whole.db"]);
    let mut files: Vec<String> = std::fs::read_dir(place.join("runner/activities"))
        .unwrap()
        .map(|entry| format!("runner/activities/{}", entry.unwrap().file_name().display()))
        .collect();
    files.sort();
    files.reverse();
    let logs = ["wellness", "tests", "strength", "shoes", "sessions", "screen", "diary"];
    files.splice(3..3, logs.map(|log| format!("runner/{log}.csv")));
    // The profile last: its time zone must still decide every day.
    files.push("runner/profile.toml".to_owned());
    for piece in files.chunks(7) {
        let names: Vec<&str> = piece.iter().map(String::as_str).collect();
        place.done(&[&["import", "--database", "sqlite:pieces.db"], names.as_slice()].concat());
    }
    assert_same(&place.exported("whole.db"), &place.exported("pieces.db"));
}

#[test]
fn an_archive_gives_what_its_folder_gives() {
    let place = Place::new();
    place.simulate("runner", &["--days", "60", "--export"]);
    let folder = place.json(&["import", "runner", "--database", "sqlite:folder.db"]);
    assert!(folder["activities_merged"].as_u64().unwrap() > 10, "rows join their files: {folder}");
    zip(&place.join("runner"), &place.join("runner.zip"));
    let archive = place.json(&["import", "runner.zip", "--database", "sqlite:archive.db"]);
    for field in ["files", "activities_added", "activities_merged", "entries_added", "unusable"] {
        assert_eq!(archive[field], folder[field], "{field}");
    }
    let again = place.json(&["import", "runner.zip", "--database", "sqlite:folder.db"]);
    assert_eq!(again["files_known"], folder["files"]);
}

fn zip(folder: &Path, archive: &Path) {
    let mut writer = zip::ZipWriter::new(File::create(archive).unwrap());
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).unwrap().display().to_string();
            writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(&std::fs::read(path).unwrap()).unwrap();
        }
    }
    writer.finish().unwrap();
}

#[test]
fn files_that_a_table_names_and_that_are_not_there_are_one_note() {
    let place = Place::new();
    place.simulate("runner", &["--days", "60", "--export"]);
    std::fs::copy(place.join("runner/activities.csv"), place.join("activities.csv")).unwrap();
    let said = place.json(&["import", "activities.csv"]);
    let notes = said["notes"].as_array().unwrap();
    assert_eq!(notes.len(), 1, "{said}");
    let what = notes[0]["what"].as_str().unwrap();
    assert!(what.contains("are not here: their activities are kept as summaries"), "{what}");
    assert!(said["activities_added"].as_u64().unwrap() > 10);
}

#[cfg(unix)]
#[test]
fn loops_and_closed_folders_do_not_stop_it() {
    let place = Place::new();
    place.simulate("runner", &["--days", "30"]);
    std::os::unix::fs::symlink(place.path(), place.join("runner/loop")).unwrap();
    std::os::unix::fs::symlink("nowhere", place.join("runner/dangling")).unwrap();
    let said = place.json(&["import", "runner"]);
    assert!(said["activities_added"].as_u64().unwrap() > 5);
    let unusable = said["unusable"].as_array().unwrap();
    let dangling = unusable.iter().find(|file| file["path"] == "runner/dangling").unwrap();
    assert_eq!(dangling["reason"], "it does not exist");
}

#[cfg(unix)]
#[test]
fn an_interrupted_import_says_so_and_goes_on_next_time() {
    let place = Place::new();
    place.simulate("runner", &["--days", "300"]);
    let import = place
        .command(&["import", "runner"])
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    std::thread::sleep(Duration::from_millis(150));
    std::process::Command::new("kill").args(["-INT", &import.id().to_string()]).status().unwrap();
    let output = import.wait_with_output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    // A quick computer may have finished before.
    if output.status.code() != Some(0) {
        assert_eq!(output.status.code(), Some(1), "{err}");
        assert_eq!(
            err.trim_end(),
            "kneewise: stopped: what was read so far is kept, run the same command again for the rest"
        );
    }
    place.done(&["import", "runner"]);
    place.done(&["import", "runner", "--database", "sqlite:whole.db"]);
    assert_same(&place.exported("whole.db"), &place.exported("runs.db"));
}
