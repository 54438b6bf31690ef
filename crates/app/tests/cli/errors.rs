//! The gallery of errors: one bad input and the exact words, a folder each in `fixtures/errors`.
//!
//! A folder holds `command` (one line, as after `kneewise`), its inputs, and `expected.txt`: the exit status, then
//! what was said. Where something must be kept first, `before` has its command lines. It runs in a copy of the folder,
//! with a database of its own. With `KNEEWISE_BLESS` set what is said becomes what is expected, for a review.

use crate::program::{Place, Said};
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
    if place.join("before").exists() {
        place.read("before").lines().for_each(|line| drop(run(&place, line).done()));
    }
    let said = run(&place, &place.read("command"));
    let status = said.status.map_or_else(|| "killed".to_owned(), |status| status.to_string());
    let answer = without_duration(&said.out);
    let got = format!("exit status {status}\n{answer}{}", said.err);
    if std::env::var_os("KNEEWISE_BLESS").is_some() {
        std::fs::write(case.join("expected.txt"), &got).unwrap();
        return None;
    }
    let expected = std::fs::read_to_string(case.join("expected.txt")).unwrap_or_default();
    (got != expected).then(|| format!("{}\n--- expected\n{expected}--- got\n{got}", case.display()))
}

fn run(place: &Place, line: &str) -> Said {
    place.run(&line.split_whitespace().collect::<Vec<_>>())
}

#[test]
fn what_went_wrong_is_one_line_in_one_style() {
    for entry in std::fs::read_dir(GALLERY).unwrap() {
        let case = entry.unwrap().path();
        let Ok(text) = std::fs::read_to_string(case.join("expected.txt")) else { continue };
        let failures: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("kneewise: ")).collect();
        let has_failed = !text.starts_with("exit status 0\n");
        assert_eq!(failures.len(), usize::from(has_failed), "{}", case.display());
        for line in failures {
            assert!(!line.ends_with('.') && !line.starts_with(char::is_uppercase), "{}", case.display());
        }
        for word in ["panicked", "s3cret", "os error", "Error"] {
            assert!(!text.contains(word), "{} tells `{word}`", case.display());
        }
    }
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
