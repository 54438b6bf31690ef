//! `watch`: what appears is imported once it is whole, and Ctrl-C ends it.
#![cfg(unix)]

use crate::program::Place;
use std::fs::OpenOptions;
use std::io::Write;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A loaded computer may take its time.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn a_file_that_grows_is_read_when_it_is_whole() {
    let place = Place::new();
    std::fs::create_dir(place.join("inbox")).unwrap();
    let mut watch = place
        .command(&["watch", "inbox", "--every", "1", "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    place.write("inbox/diary.csv", "date,side,pain_during_max\n2026-09-01,left,4\n");
    let mut file = OpenOptions::new().append(true).open(place.join("inbox/diary.csv")).unwrap();
    for day in 2..6 {
        sleep(Duration::from_millis(300));
        writeln!(file, "2026-09-0{day},left,3").unwrap();
    }
    drop(file);
    let started = Instant::now();
    let entries = || place.json(&["diary"])["entries"].as_array().unwrap().len();
    while entries() < 5 && started.elapsed() < PATIENCE {
        sleep(Duration::from_millis(200));
    }
    Command::new("kill").args(["-INT", &watch.id().to_string()]).status().unwrap();
    assert!(watch.wait().unwrap().success());
    let output = watch.wait_with_output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert_eq!(entries(), 5);
    assert_eq!(said.lines().count(), 1, "one import, one line: {said}");
    assert!(said.contains("\"diary\":5"), "{said}");
    assert!(String::from_utf8(output.stderr).unwrap().contains("Stopped watching"));
}
