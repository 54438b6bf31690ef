//! The gallery of errors: one bad input and the exact words, a folder each in `fixtures/errors`.
//!
//! A folder holds `command` (one line, as after `kneewise`), its inputs, and `expected.txt`: the exit status, then
//! what was said. It runs in a copy of the folder, with a database of its own.

use crate::program::Place;
use std::path::{Path, PathBuf};

const GALLERY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/errors");

#[test]
fn every_error_says_exactly_what_the_gallery_shows() {
    let mut cases: Vec<PathBuf> = std::fs::read_dir(GALLERY)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    assert!(cases.len() >= 15, "{} cases", cases.len());
    let wrong: Vec<String> = cases.iter().filter_map(|case| difference(case)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn difference(case: &Path) -> Option<String> {
    let place = Place::new();
    copy(case, place.path());
    let line = place.read("command");
    let arguments: Vec<&str> = line.split_whitespace().collect();
    let said = place.run(&arguments);
    let status = said.status.map_or_else(|| "killed".to_owned(), |status| status.to_string());
    let answer = without_duration(&said.out);
    let got = format!("exit status {status}\n{answer}{}", said.err);
    let expected = place.read("expected.txt");
    (got != expected).then(|| format!("{}\n--- expected\n{expected}--- got\n{got}", case.display()))
}

/// How long it took is not part of what is said.
fn without_duration(text: &str) -> String {
    let mut words: Vec<&str> = text.split_inclusive([' ', '\n']).collect();
    for at in 1..words.len() {
        let is_number = words[at - 1].trim_start_matches('(').trim_end().parse::<f64>().is_ok();
        if is_number && matches!(words[at].trim_end(), "s." | "s).") {
            words[at - 1] = if words[at - 1].starts_with('(') { "(0.0 " } else { "0.0 " };
        }
    }
    words.concat()
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            std::fs::create_dir(&target).unwrap();
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}
