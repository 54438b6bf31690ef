//! Finds the files under the given paths: folders, archives, exports of our own. Follows no loop, reads nothing
//! twice, and goes on past what cannot be opened.

mod archives;
mod exports;

pub use exports::{ExportedFile, MANIFEST, Manifest};

use super::reading::Outcome;
use crate::cli::io_reason;
use kneewise_types::Timestamp;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// One file to read.
#[derive(Debug)]
pub struct Found {
    /// The name it is remembered under.
    pub path: String,
    pub bytes: FoundBytes,
    /// When it was last changed.
    pub modified: Option<Timestamp>,
}

/// Where the bytes are.
#[derive(Debug)]
pub enum FoundBytes {
    InFile(PathBuf),
    /// Out of an archive.
    Here(Vec<u8>),
}

/// Takes one file; false means that no more is wanted.
type Take<'a> = dyn FnMut(Found) -> bool + 'a;

/// Hands out every file under `paths`, those of a folder before its folders, by name; returns what could not be opened.
pub fn walk(paths: &[PathBuf], take: &mut Take<'_>) -> Vec<Outcome> {
    let mut walker = Walker { take, seen: HashSet::new(), troubles: Vec::new(), is_stopped: false };
    for path in paths {
        walker.path(path);
    }
    walker.troubles
}

/// The time zone of the first profile under `paths`, so that all other files are read with it.
#[expect(clippy::disallowed_methods, reason = "only the app touches the disk")]
pub fn zone_in(paths: &[PathBuf]) -> Option<String> {
    let in_folder = |path: &PathBuf| if path.is_dir() { path.join("profile.toml") } else { path.clone() };
    paths
        .iter()
        .map(in_folder)
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .filter_map(|path| std::fs::read_to_string(path).ok())
        .find_map(|text| zone_of(&text))
}

fn zone_of(profile: &str) -> Option<String> {
    let value = profile.lines().find_map(|line| line.trim().strip_prefix("time_zone"))?;
    let name = value.trim().strip_prefix('=')?.trim().trim_matches(['"', '\'']);
    Some(name.to_owned())
}

struct Walker<'a, 'b> {
    take: &'a mut Take<'b>,
    /// Folders already entered, by their real place.
    seen: HashSet<PathBuf>,
    troubles: Vec<Outcome>,
    is_stopped: bool,
}

impl Walker<'_, '_> {
    fn path(&mut self, path: &Path) {
        if self.is_stopped {
            return;
        }
        match std::fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => self.folder(path),
            Ok(metadata) if metadata.is_file() => self.file(path, modified(&metadata)),
            // Sockets, pipes and devices hold no runs, and reading them may never end.
            Ok(_) => self.trouble(path, "it is not a file".to_owned()),
            Err(error) => self.trouble(path, io_reason(&error)),
        }
    }

    fn folder(&mut self, path: &Path) {
        let is_new = path.canonicalize().is_ok_and(|real| self.seen.insert(real));
        if !is_new {
            return;
        }
        if let Some(files) = exports::files_of(path) {
            return self.export(path, files);
        }
        match entries_of(path) {
            Ok(names) => names.iter().for_each(|name| self.path(&path.join(name))),
            Err(error) => self.trouble(path, io_reason(&error)),
        }
    }

    /// An export of our own: its original files under the names they had, not the tables made from them.
    fn export(&mut self, folder: &Path, files: Vec<ExportedFile>) {
        for file in files {
            let place = folder.join(&file.file);
            if place.is_file() {
                self.hand_out(Found {
                    path: file.path,
                    bytes: FoundBytes::InFile(place),
                    modified: file.modified,
                });
            } else {
                self.trouble(&place, "the export names it, but it does not exist".to_owned());
            }
        }
    }

    fn file(&mut self, path: &Path, modified: Option<Timestamp>) {
        match archives::open(path) {
            Ok(Some(archive)) => self.archive(path, archive),
            Ok(None) => {
                let bytes = FoundBytes::InFile(path.to_path_buf());
                self.hand_out(Found { path: path.display().to_string(), bytes, modified });
            }
            Err(error) => self.trouble(path, io_reason(&error)),
        }
    }

    fn hand_out(&mut self, found: Found) -> bool {
        if !self.is_stopped {
            self.is_stopped = !(self.take)(found);
        }
        !self.is_stopped
    }

    fn trouble(&mut self, path: &Path, reason: String) {
        self.troubles.push(Outcome::Unreadable { path: path.display().to_string(), reason });
    }
}

/// Names in a folder, hidden ones and truth files of a simulation left out: files before folders, by name. So the logs
/// of a history are kept first, and each outing joins its row while the next ones are read.
fn entries_of(folder: &Path) -> std::io::Result<Vec<std::ffi::OsString>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        if !is_skipped(&name.to_string_lossy()) {
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            names.push((is_folder, name));
        }
    }
    names.sort();
    Ok(names.into_iter().map(|(_, name)| name).collect())
}

/// Hidden files, and the truth beside simulated files: what the detection must not see.
fn is_skipped(name: &str) -> bool {
    name.starts_with('.') || name == "truth.json" || name == "__MACOSX"
}

/// When a file was last changed.
pub fn modified(metadata: &std::fs::Metadata) -> Option<Timestamp> {
    metadata.modified().ok().and_then(|time| Timestamp::try_from(time).ok())
}
