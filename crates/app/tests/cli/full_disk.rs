//! A disk that is really full: a small file system in memory, filled up but for some room.

use crate::program::assert_same;
use crate::runner::Runner;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A mounted file system, unmounted at the end.
struct Disk(PathBuf);

impl Disk {
    /// `None`, with a line that says so, where this process may not mount one.
    fn new(place: PathBuf, bytes: u64) -> Option<Self> {
        fs::create_dir_all(&place).unwrap();
        let size = format!("size={bytes}");
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", &size, "tmpfs"]).arg(&place).output();
        if mount.is_ok_and(|output| output.status.success()) {
            return Some(Self(place));
        }
        // Past the capture of the tests: who reads the run must see that this was left out.
        let mut shown = std::io::stderr();
        writeln!(shown, "full disk: no file system can be mounted here (that takes root), skipped").unwrap();
        None
    }

    /// Takes all the room but so many bytes; returns what has to be removed to free it.
    fn fill(&self, size: u64, room: u64) -> PathBuf {
        let filler = self.0.join("filler");
        fs::write(&filler, vec![0_u8; usize::try_from(size - room).unwrap()]).unwrap();
        filler
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _unmounted = Command::new("umount").arg(&self.0).status();
    }
}

fn is_about_the_disk(told: &str) -> bool {
    ["is full: nothing", "refused: it may be full"]
        .iter()
        .any(|what| told.starts_with(&format!("kneewise: the disk {what}")))
}

fn size_of(folder: &Path, name: &str) -> u64 {
    ["", "-wal", "-shm"]
        .iter()
        .filter_map(|ending| fs::metadata(folder.join(format!("{name}{ending}"))).ok())
        .map(|file| file.len())
        .sum()
}

#[test]
fn a_full_disk_is_told_in_one_line_spoils_nothing_and_the_next_import_completes() {
    let runner = Runner::new(14, 200);
    runner.import("whole");
    let whole = runner.export("whole");
    let needed = size_of(&runner.path(""), "whole");
    let size = 4 * needed + (8 << 20);
    let Some(disk) = Disk::new(runner.path("disk"), size) else { return };
    let mut failed = 0;
    for tenths in [0, 2, 6] {
        // Room for the empty database, so that it is the import that meets the end of the disk.
        let database = format!("disk/{tenths}.db");
        runner.succeed(&database, &["why", "--json"]);
        let taken: u64 =
            fs::read_dir(&disk.0).unwrap().map(|file| file.unwrap().metadata().unwrap().len()).sum();
        let filler = disk.fill(size - taken, needed * tenths / 10);
        let output = runner.run(&database, &["import", &runner.path("files").display().to_string()]);
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{tenths} tenths: {told}");
        assert_eq!(told.lines().count(), 1, "{tenths} tenths: {told}");
        assert!(is_about_the_disk(&told), "{tenths} tenths: {told}");
        // Without any room not even a journal to read with can be made.
        let read = runner.run(&database, &["why", "--json"]);
        let told = String::from_utf8(read.stderr).unwrap();
        assert!(read.status.success() || is_about_the_disk(&told), "{tenths} tenths: {told}");
        fs::remove_file(filler).unwrap();
        runner.succeed(&database, &["why", "--json"]);
        runner.import(&database);
        assert_same(&runner.export(&database), &whole);
        for ending in ["", "-wal", "-shm"] {
            let _gone = fs::remove_file(disk.0.join(format!("{tenths}.db{ending}")));
        }
        failed += 1;
    }
    assert_eq!(failed, 3);
}
