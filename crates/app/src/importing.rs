//! Files in, database out: walk, read on all cores, keep in batches.
//!
//! ```text
//! walk (1 thread) --found--> read (all cores) --prepared--> keep (1 thread, 1 transaction a batch)
//! ```
//!
//! Both queues are bounded, so memory does not grow with the number of files. What is kept does not depend on
//! the order of files or on where batches end.

mod contents;
mod editions;
mod keeping;
mod line;
mod logged;
mod merging;
mod progress;
#[cfg(test)]
mod race;
mod reading;
mod refreshing;
mod rereading;
mod row;
mod summary;
mod walking;

pub use contents::content_of;
pub use line::{Refused, keep_line};
pub use logged::stamp;
pub use progress::Counts;
pub use reading::Reader;
pub use refreshing::refresh_digests;
pub use row::{Kept, Row, keep_all, keep_rows};
pub use summary::{EntriesAdded, FileNote, Summary, UnusableFile};
pub use walking::{ExportedFile, MANIFEST, Manifest};

use crate::cli::Failure;
use kneewise_store::{DatabaseUrl, Store};
use progress::Progress;
use reading::Outcome;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;
use walking::Found;

/// Files waiting to be read. Members of archives wait with their bytes, so the queue is short.
const FOUND_QUEUE: usize = 32;
/// Files read and waiting to be kept.
const PREPARED_QUEUE: usize = 128;

/// What to import, and how to speak of it.
#[derive(Debug)]
pub struct Job<'a> {
    pub paths: &'a [PathBuf],
    /// The folder that names of files do not show, such as the one that uploads are kept in.
    pub base: Option<&'a Path>,
    pub database: &'a DatabaseUrl,
    /// Set from outside to stop after the batch under way.
    pub stop: &'a AtomicBool,
    pub has_progress: bool,
    pub counts: &'a Counts,
}

impl Job<'_> {
    /// The name of a file as people know it.
    fn shown(&self, path: String) -> String {
        let below = self.base.and_then(|base| Path::new(&path).strip_prefix(base).ok());
        below.map_or_else(|| path.clone(), |below| below.display().to_string())
    }

    fn named(&self, trouble: Outcome) -> Outcome {
        match trouble {
            Outcome::Unreadable { path, reason } => Outcome::Unreadable { path: self.shown(path), reason },
            Outcome::Noted { path, note } => Outcome::Noted { path: self.shown(path), note },
            other => other,
        }
    }
}

/// Reads everything under the paths and keeps it.
pub fn import(job: &Job<'_>) -> Result<Summary, Failure> {
    let started = start();
    let mut store = Store::open(job.database)?;
    let known = store.known_contents()?;
    let mut profile = store.profile()?;
    let zone_before = Reader::of_profile(&profile).zone;
    profile.time_zone = walking::zone_in(job.paths).or(profile.time_zone);
    let reader = Reader { known, ..Reader::of_profile(&profile) };
    let progress = Progress::new(job.has_progress, job.counts);
    if reader.known.is_empty() {
        store.begin_filling()?;
    }
    let mut summary = pipeline(job, &reader, &mut store, &progress)?;
    store.end_filling()?;
    // What this import did not keep was read with the zone of then.
    let is_all_ours = store.known_contents()?.len() == summary.contents_added();
    let zone_before = if is_all_ours { reader.zone.clone() } else { zone_before };
    rereading::with_new_zone(&mut store, &[zone_before, reader.zone])?;

    summary.finish(&store)?;
    progress.finish();
    summary.is_stopped = job.stop.load(Ordering::Relaxed);
    summary.seconds = started.elapsed().as_secs_f64();
    Ok(summary)
}

#[expect(clippy::disallowed_methods, reason = "the app measures how long it takes")]
fn start() -> Instant {
    Instant::now()
}

/// The three stages side by side; the calling thread is the one that writes.
fn pipeline(
    job: &Job<'_>,
    reader: &Reader,
    store: &mut Store,
    progress: &Progress<'_>,
) -> Result<Summary, Failure> {
    let (found_in, found_out) = sync_channel::<Found>(FOUND_QUEUE);
    let (prepared_in, prepared_out) = sync_channel::<Outcome>(PREPARED_QUEUE);
    let found_out = Mutex::new(found_out);
    // A stop of our own too: when keeping fails, the others must not go on.
    let failed = AtomicBool::new(false);
    let is_stopped = || job.stop.load(Ordering::Relaxed) || failed.load(Ordering::Relaxed);
    std::thread::scope(|scope| {
        let walker = prepared_in.clone();
        scope.spawn(|| {
            let (found_in, walker) = (found_in, walker);
            walking::walk(job.paths, &mut |mut found| {
                progress.found();
                found.path = job.shown(found.path);
                !is_stopped() && found_in.send(found).is_ok()
            })
            .into_iter()
            .for_each(|trouble| drop(walker.send(job.named(trouble))));
            progress.all_found();
        });
        for _ in 0..workers() {
            let prepared_in = prepared_in.clone();
            scope.spawn(|| read_all(reader, &found_out, prepared_in, &is_stopped));
        }
        drop(prepared_in);
        let kept = keeping::keep_all(store, &prepared_out, progress);
        if kept.is_err() {
            failed.store(true, Ordering::Relaxed);
        }
        // Threads that wait for room in the queue must see that nobody will make it.
        drop(prepared_out);
        Ok(kept?)
    })
}

fn workers() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn read_all(
    reader: &Reader,
    found: &Mutex<Receiver<Found>>,
    prepared: SyncSender<Outcome>,
    is_stopped: &(dyn Fn() -> bool + Sync),
) {
    loop {
        let next = found.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(next) = next else { return };
        // After a stop the queue is emptied unread, so that the walker can end.
        if !is_stopped() && prepared.send(reader.read(next)).is_err() {
            return;
        }
    }
}
