//! Runs the binary in a folder of its own, with a database of its own.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;

/// The day on which all tests are run.
pub const TODAY: &str = "2026-10-01";

/// A folder, and the binary run in it.
pub struct Place {
    folder: TempDir,
}

/// What one call said.
#[derive(Debug)]
pub struct Said {
    pub status: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Said {
    pub fn json(&self) -> Value {
        assert_eq!(self.status, Some(0), "{self:?}");
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {}", self.out))
    }

    /// The answer of a call that must succeed.
    pub fn done(self) -> String {
        assert_eq!(self.status, Some(0), "{self:?}");
        self.out
    }
}

impl From<Output> for Said {
    fn from(output: Output) -> Self {
        Self {
            status: output.status.code(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Place {
    pub fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    pub fn join(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    pub fn write(&self, name: &str, text: &str) {
        std::fs::write(self.join(name), text).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.join(name)).unwrap()
    }

    /// The command, not yet started: database `runs.db` in this folder, nothing from outside.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kneewise"));
        command
            .args(arguments)
            .current_dir(self.path())
            .env_clear()
            .env("HOME", self.path())
            .env("TMPDIR", self.path())
            .env("TZ", "UTC")
            .env("KNEEWISE_DATABASE", "sqlite:runs.db")
            .stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Said {
        self.command(arguments).output().unwrap().into()
    }

    /// A call that must succeed, on the day of all tests.
    pub fn done(&self, arguments: &[&str]) -> String {
        self.run(&[arguments, &["--as-of", TODAY]].concat()).done()
    }

    /// The document of a call that must succeed.
    pub fn json(&self, arguments: &[&str]) -> Value {
        self.run(&[arguments, &["--json", "--as-of", TODAY]].concat()).json()
    }

    /// Writes a simulated runner's files.
    pub fn simulate(&self, folder: &str, more: &[&str]) {
        self.done(&[&["simulate", folder], more].concat());
    }

    /// Everything that is kept, as one comparable text: file names and contents of an export.
    pub fn exported(&self, database: &str) -> Exported {
        let folder = format!("export-of-{}", database.replace('.', "-"));
        self.done(&["export", &folder, "--database", &format!("sqlite:{database}")]);
        files_below(&self.join(&folder))
    }
}

/// Names and contents of the files of an export, by name.
pub type Exported = Vec<(String, Vec<u8>)>;

/// Every file of a folder and of those in it.
pub fn files_below(folder: &Path) -> Exported {
    let mut files = Vec::new();
    collect(folder, folder, &mut files);
    files.sort();
    files
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().display().to_string();
            files.push((name, std::fs::read(&path).unwrap()));
        }
    }
}

/// Fails with the first difference, not with megabytes.
pub fn assert_same(a: &[(String, Vec<u8>)], b: &[(String, Vec<u8>)]) {
    assert!(!a.is_empty(), "nothing was exported");
    let names = |files: &[(String, Vec<u8>)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(a), names(b));
    for ((name, a), (_, b)) in a.iter().zip(b) {
        if a == b {
            continue;
        }
        let (a, b) = (String::from_utf8_lossy(a), String::from_utf8_lossy(b));
        let differing = a.lines().zip(b.lines()).enumerate().find(|(_, (a, b))| a != b);
        panic!("{name} differs: {differing:?}");
    }
}
