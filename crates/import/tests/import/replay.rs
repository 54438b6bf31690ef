//! The fuzzer's seeds, and whatever ever crashed it, read in every test run: an answer or an error, never a panic.

use kneewise_import::archive::{Limits, Member, is_zip, walk};
use kneewise_import::{Context, ZoneMap, read};
use std::io::Cursor;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

const FUZZ: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fuzz");

#[test]
fn every_seed_is_read_and_no_old_crash_returns() {
    let mut read_ones = Vec::new();
    for path in files(&Path::new(FUZZ).join("seeds")) {
        let count = activities(&path);
        if count > 0 {
            read_ones.push(path.file_name().unwrap().to_string_lossy().into_owned());
        }
    }
    // A seed that holds nothing would teach the fuzzer nothing.
    for wanted in ["run.fit", "chained.fit", "run.tcx", "run.gpx", "sessions.csv", "export.csv", "export.zip"]
    {
        assert!(read_ones.iter().any(|name| name == wanted), "`{wanted}` gave no activity: {read_ones:?}");
    }
    for path in files(&Path::new(FUZZ).join("crashes")) {
        let _count = activities(&path);
    }
}

fn activities(path: &Path) -> usize {
    let bytes = bytes(path);
    if !is_zip(&bytes) {
        return count(&bytes);
    }
    let mut found = 0;
    let mut take = |member: Member| {
        found += count(&member.bytes);
        ControlFlow::Continue(())
    };
    let _walked = walk(Cursor::new(bytes), &Limits::default(), &mut take);
    found
}

fn count(bytes: &[u8]) -> usize {
    let zone_map = ZoneMap::new();
    let context = Context {
        content: "0123456789abcdef",
        path: "seed",
        zone: None,
        exercises: &[],
        zone_map: &zone_map,
    };
    read(bytes, &context).map_or(0, |imported| imported.activities.len())
}

#[expect(clippy::disallowed_methods, reason = "the seeds are files")]
fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
