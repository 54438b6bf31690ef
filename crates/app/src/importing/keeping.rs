//! The one thread that writes: batches of prepared files, each one transaction.

use super::merging;
use super::progress::Progress;
use super::reading::{Outcome, Prepared, Told};
use super::summary::Summary;
use kneewise_store::{Store, StoreError, Writing};
use kneewise_types::{Activity, Date, SourceKind};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

/// Files a batch: enough that a transaction costs nothing, few enough that a stop is quick.
const BATCH_FILES: usize = 256;
const BATCH_BYTES: usize = 16 << 20;
/// A batch that grows slowly is kept anyway, so that what was read is safe soon.
const PATIENCE: Duration = Duration::from_millis(500);

/// Keeps everything that comes out of the queue.
pub fn keep_all(
    store: &mut Store,
    queue: &Receiver<Outcome>,
    progress: &Progress<'_>,
) -> Result<Summary, StoreError> {
    let mut summary = Summary::default();
    loop {
        let (batch, is_last) = next_batch(queue);
        if !batch.is_empty() {
            let files = u64::try_from(batch.len()).unwrap_or_default();
            keep_batch(store, batch, &mut summary)?;
            progress.done(files);
        }
        if is_last {
            return Ok(summary);
        }
    }
}

fn next_batch(queue: &Receiver<Outcome>) -> (Vec<Outcome>, bool) {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while batch.len() < BATCH_FILES && bytes < BATCH_BYTES {
        match queue.recv_timeout(PATIENCE) {
            Ok(outcome) => {
                if let Outcome::Prepared(prepared) = &outcome {
                    bytes += prepared.packed_bytes();
                }
                batch.push(outcome);
            }
            Err(RecvTimeoutError::Timeout) => break,
            Err(RecvTimeoutError::Disconnected) => return (batch, true),
        }
    }
    (batch, false)
}

/// Keeps one batch; what it adds is counted only when all of it is kept.
pub fn keep_batch(store: &mut Store, batch: Vec<Outcome>, summary: &mut Summary) -> Result<(), StoreError> {
    batch.iter().for_each(|outcome| summary.see(outcome.path()));
    let is_writing =
        batch.iter().any(|outcome| matches!(outcome, Outcome::Prepared(_) | Outcome::Unusable(_)));
    let counted = if is_writing {
        store.write(|writing| keep_outcomes(writing, batch))?
    } else {
        let mut counted = Summary::default();
        batch.into_iter().for_each(|outcome| counted.count_unkept(outcome));
        counted
    };
    summary.add(counted);
    Ok(())
}

fn keep_outcomes(writing: &Writing<'_>, batch: Vec<Outcome>) -> Result<Summary, StoreError> {
    let mut counted = Summary::default();
    let mut prepared = Vec::new();
    for outcome in batch {
        match outcome {
            Outcome::Prepared(file) => prepared.push(*file),
            Outcome::Unusable(file) => {
                writing.keep_unusable(&file)?;
                counted.count_unusable(file.path, file.reason);
            }
            other => counted.count_unkept(other),
        }
    }
    let new_sources = keep_prepared(writing, prepared, &mut counted)?;
    let merged = merging::merge(writing, new_sources)?;
    counted.activities_added += merged.added;
    counted.activities_merged += merged.merged;
    Ok(counted)
}

/// Keeps the files and what they tell; returns the sources that are new, to be merged.
fn keep_prepared(
    writing: &Writing<'_>,
    files: Vec<Prepared>,
    counted: &mut Summary,
) -> Result<Vec<merging::New>, StoreError> {
    // Another import, or another copy in this one, may have been faster.
    let contents: Vec<&str> = files.iter().map(|file| file.content.as_str()).collect();
    let mut known = writing.known_of(&contents)?;
    writing.keep_originals(&files.iter().map(|file| &file.original).collect::<Vec<_>>())?;
    let mut sources = Vec::new();
    for file in files {
        if known.insert(file.content.clone()) {
            sources.extend(keep_told(writing, file, counted)?);
        } else {
            counted.count_known(file.content, file.path);
        }
    }
    let kept: Vec<_> = sources.iter().map(|told| (&told.activity, &told.samples)).collect();
    writing.keep_sources(&kept)?;
    Ok(sources.into_iter().map(merging::New::from).collect())
}

/// Keeps what one file tells but its outings, which it returns.
fn keep_told(writing: &Writing<'_>, file: Prepared, counted: &mut Summary) -> Result<Vec<Told>, StoreError> {
    counted.files += 1;
    counted.rows_left_out += file.rows_left_out;
    counted.name_files(&file.path, file.links);
    counted.add_notes(&file.path, file.notes);
    counted.entries_added.add(writing.keep_entries(&file.content, file.origin, &file.entries)?);
    let is_logged =
        |activity: &Activity| activity.sources.iter().any(|source| source.kind == SourceKind::Log);
    let outings = file.sources.iter().map(|told| &told.activity);
    let days: Vec<Date> = outings.filter(|a| is_logged(a)).map(|a| a.local_date).collect();
    if !days.is_empty() {
        writing.keep_session_origin(&file.content, file.origin, &days)?;
    }
    Ok(file.sources)
}
