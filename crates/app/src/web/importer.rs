//! Imports that the page asked for: folders of uploaded files wait in a queue and are read one after another.

use crate::importing::{self, Counts, Job, Summary};
use kneewise_store::DatabaseUrl;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tempfile::TempDir;

/// Uploads begun at once; the oldest goes when another begins.
const BEGUN: usize = 4;
/// Results that are remembered.
const REMEMBERED: usize = 5;
/// How folders of uploads are named.
const PREFIX: &str = ".kneewise-upload-";
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// One import under way.
#[derive(Debug, Default)]
pub struct Running {
    pub counts: Counts,
    stop: AtomicBool,
}

/// What came of one.
pub type Result = std::result::Result<Arc<Summary>, String>;

#[derive(Debug, Default)]
struct State {
    /// Folders that still grow, by the name their sender gave.
    begun: VecDeque<(String, Arc<TempDir>)>,
    waiting: VecDeque<Arc<TempDir>>,
    current: Option<Arc<Running>>,
    /// The latest first.
    results: VecDeque<Result>,
}

/// The imports of one server.
#[derive(Debug, Default)]
pub struct Importer(Arc<Mutex<State>>);

/// What a page shows of it.
#[derive(Debug)]
pub struct Standing {
    pub current: Option<Arc<Running>>,
    pub waiting: usize,
    pub results: Vec<Result>,
}

impl Importer {
    /// The folder of an upload that comes in several parts, on the disk of the database, for this person alone.
    pub fn folder(&self, name: &str, database: &DatabaseUrl) -> std::io::Result<Arc<TempDir>> {
        let mut state = held(&self.0);
        if let Some((_, folder)) = state.begun.iter().find(|(known, _)| known == name) {
            return Ok(Arc::clone(folder));
        }
        let folder = Arc::new(private_folder(database)?);
        if state.begun.len() >= BEGUN {
            state.begun.pop_front();
        }
        state.begun.push_back((name.to_owned(), Arc::clone(&folder)));
        Ok(folder)
    }

    /// All parts are there: read them as soon as it is their turn.
    pub fn begin(&self, name: &str, database: &DatabaseUrl) {
        let mut state = held(&self.0);
        let Some(at) = state.begun.iter().position(|(known, _)| known == name) else { return };
        let Some((_, folder)) = state.begun.remove(at) else { return };
        state.waiting.push_back(folder);
        if state.current.is_none() {
            state.current = Some(Arc::default());
            let (shared, database) = (Arc::clone(&self.0), database.clone());
            std::thread::spawn(move || work(&shared, &database));
        }
    }

    /// Ends the import under way after what it is reading; what was read is kept.
    pub fn stop(&self) {
        let mut state = held(&self.0);
        state.waiting.clear();
        if let Some(running) = &state.current {
            running.stop.store(true, Ordering::Relaxed);
        }
    }

    #[must_use]
    pub fn standing(&self) -> Standing {
        let state = held(&self.0);
        Standing {
            current: state.current.clone(),
            waiting: state.waiting.len(),
            results: state.results.iter().cloned().collect(),
        }
    }
}

/// Reads what waits, until nothing does.
fn work(shared: &Mutex<State>, database: &DatabaseUrl) {
    loop {
        let (folder, running) = {
            let mut state = held(shared);
            let Some(folder) = state.waiting.pop_front() else {
                state.current = None;
                return;
            };
            let running = Arc::<Running>::default();
            state.current = Some(Arc::clone(&running));
            (folder, running)
        };
        let result = read(folder.path(), &running, database);
        drop(folder);
        let mut state = held(shared);
        state.results.push_front(result);
        state.results.truncate(REMEMBERED);
    }
}

fn read(folder: &Path, running: &Running, database: &DatabaseUrl) -> Result {
    let paths = [folder.to_path_buf()];
    let job = Job {
        paths: &paths,
        base: Some(folder),
        database,
        stop: &running.stop,
        has_progress: false,
        counts: &running.counts,
    };
    // A file that breaks its reader must not take the server's later imports with it.
    let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| importing::import(&job)));
    match done {
        Ok(Ok(summary)) => Ok(Arc::new(summary)),
        Ok(Err(failure)) => Err(failure.to_string()),
        Err(_) => Err("something unexpected happened; what was read before is kept".to_owned()),
    }
}

fn held(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A folder on the disk of the database, so that a full disk of the system is no matter, readable by this person alone;
/// it goes when it is dropped.
pub fn private_folder(database: &DatabaseUrl) -> std::io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX);
    match beside(database) {
        Some(folder) => builder.tempdir_in(folder),
        None => builder.tempdir(),
    }
}

fn beside(database: &DatabaseUrl) -> Option<PathBuf> {
    let folder = database.path()?.parent().filter(|folder| !folder.as_os_str().is_empty());
    Some(folder.map_or_else(|| PathBuf::from("."), Path::to_path_buf))
}

/// Removes folders of uploads that a server left because it was killed: nothing was written to them for a day, so no
/// other server fills them. What cannot be removed stays.
pub fn remove_abandoned(database: &DatabaseUrl) {
    let Some(entries) = beside(database).and_then(|folder| std::fs::read_dir(folder).ok()) else { return };
    for entry in entries.flatten() {
        let is_upload = entry.file_name().to_string_lossy().starts_with(PREFIX);
        if is_upload && is_older_than_a_day(&entry.path()) {
            let _ = std::fs::remove_dir_all(entry.path());
        }
    }
}

/// Whether nothing in a folder, however deep, was changed within a day; no when that cannot be told.
fn is_older_than_a_day(path: &Path) -> bool {
    let Ok(known) = std::fs::symlink_metadata(path) else { return false };
    let age = known.modified().ok().and_then(|changed| changed.elapsed().ok());
    let is_old = age.is_some_and(|age| age > DAY);
    if !is_old || !known.is_dir() {
        return is_old;
    }
    std::fs::read_dir(path).is_ok_and(|mut entries| {
        entries.all(|entry| entry.is_ok_and(|entry| is_older_than_a_day(&entry.path())))
    })
}
