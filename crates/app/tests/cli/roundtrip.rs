//! Nothing is lost: exports and backups give everything back, erasing takes everything, a full disk spoils nothing.

use crate::program::assert_same;
use crate::runner::Runner;
use std::fs;
use std::process::Command;

#[test]
fn an_export_read_into_a_fresh_database_exports_the_same() {
    let runner = Runner::new(11, 120);
    runner.import("first");
    // Lines logged by hand are part of it, two equal ones too.
    for _ in 0..2 {
        runner.succeed("first", &["log", "wellness", "--sleep-h", "7.5"]);
    }
    runner.succeed("first", &["log", "pain", "--side", "left", "--during", "3", "--note", "a, \"b\""]);
    let folder = runner.path("export").display().to_string();
    runner.succeed("first", &["export", &folder]);
    runner.succeed("second", &["import", &folder]);
    assert_same(&runner.export("second"), &runner.export("first"));
    assert_eq!(runner.succeed("second", &["why", "--json"]), runner.succeed("first", &["why", "--json"]));
}

#[test]
fn a_backup_restores_the_same_over_anything() {
    let runner = Runner::new(12, 120);
    runner.import("kept");
    let kept = runner.export("kept");
    let copy = runner.path("copy.db").display().to_string();
    runner.succeed("kept", &["backup", &copy]);
    runner.succeed("fresh", &["restore", &copy]);
    assert_same(&runner.export("fresh"), &kept);
    runner.succeed("other", &["log", "pain", "--side", "right", "--during", "9"]);
    runner.succeed("other", &["restore", &copy, "--yes"]);
    assert_same(&runner.export("other"), &kept);
}

#[test]
fn erasing_asks_first_and_then_leaves_nothing() {
    let runner = Runner::new(13, 60);
    runner.succeed("gone", &["log", "pain", "--side", "left", "--during", "3", "--note", "telltale words"]);
    runner.import("gone");
    let before = runner.export("gone");
    let refused = runner.run("gone", &["erase"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(refused.stdout.is_empty());
    assert_same(&runner.export("gone"), &before);
    runner.succeed("gone", &["erase", "--yes"]);
    let after = runner.export("gone");
    assert!(!after.iter().any(|(name, _)| name.starts_with("originals/")), "{after:?}");
    assert_same(&after, &runner.export("never-used"));
    for ending in ["", "-wal", "-shm"] {
        let bytes = fs::read(runner.path(&format!("gone{ending}"))).unwrap_or_default();
        let has_words = bytes.windows(14).any(|window| window == b"telltale words");
        assert!(!has_words, "what was erased is still in the file `gone{ending}`");
    }
}

/// A limit on the size of files acts like a full disk, for whoever may not make one.
#[cfg(unix)]
#[test]
fn a_full_disk_is_told_in_one_line_and_spoils_nothing() {
    let runner = Runner::new(14, 200);
    runner.import("whole");
    let whole = runner.export("whole");
    let kilobytes = fs::metadata(runner.path("whole")).unwrap().len() / 1024;
    for part in 1..8 {
        let database = format!("full-{part}");
        let import = runner.command(&database, &["import", &runner.path("files").display().to_string()]);
        let output = with_small_files(&import, kilobytes * part / 10).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "at {part} tenths: {told}");
        assert_eq!(told.lines().count(), 1, "at {part} tenths: {told}");
        assert!(told.starts_with("kneewise: the disk refused: it may be full"), "at {part} tenths: {told}");
        runner.succeed(&database, &["why", "--json"]);
        runner.import(&database);
        assert_same(&runner.export(&database), &whole);
    }
}

/// The same command where no file may grow beyond so many kilobytes.
#[cfg(unix)]
fn with_small_files(command: &Command, kilobytes: u64) -> Command {
    let mut limited = Command::new("sh");
    // Blocks of 512 bytes, as POSIX has it. Without the signal's default action writing fails instead of killing.
    limited.arg("-c").arg(format!("trap '' XFSZ; ulimit -f {}; exec \"$@\"", kilobytes * 2)).arg("sh");
    limited.arg(command.get_program()).args(command.get_args()).env_remove("KNEEWISE_DATABASE");
    limited
}
