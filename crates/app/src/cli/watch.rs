//! `kneewise watch`: keeps importing what appears in a folder.
//!
//! It looks again every two seconds: that also works on network disks and watches mounted as drives, where
//! the system tells nothing. A file counts as written when its size and time were the same at two looks.

use super::context::Context;
use super::failure::Failure;
use super::import::{import, show};
use super::interrupt::stop_flag;
use crate::documents::import::document;
use clap::Args;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::time::{Duration, SystemTime};

#[derive(Debug, Args)]
#[command(after_help = "\
What is in the folder already is imported first. A file still being written is left until it is whole.
With --json every import prints one document on one line. Ctrl-C ends it.

Examples:
  kneewise watch ~/Sync/watch
  kneewise watch ~/Downloads --quiet &")]
pub struct WatchArguments {
    /// The folder to watch, with all folders in it
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Seconds between two looks
    #[arg(long, value_name = "SECONDS", default_value_t = 2, value_parser = clap::value_parser!(u64).range(1..=3600))]
    every: u64,
}

/// What tells whether a file has changed.
type Look = HashMap<PathBuf, (u64, Option<SystemTime>)>;

pub fn run(arguments: &WatchArguments, context: &Context) -> Result<(), Failure> {
    let folder = &arguments.folder;
    let metadata = std::fs::metadata(folder).map_err(|error| Failure::io("watch", folder, &error))?;
    if !metadata.is_dir() {
        return Err(Failure::CannotDo(format!(
            "cannot watch `{}`: it is not a folder; `kneewise import` reads a file once",
            folder.display()
        )));
    }
    let database = context.url()?;
    let stop = stop_flag();
    context.screen.note(&format!("Watching `{}`; Ctrl-C ends it.", folder.display()));
    let mut before = Look::new();
    let mut imported = Look::new();
    while !stop.load(Ordering::Relaxed) {
        let now = look(folder);
        let settled: Vec<PathBuf> = now
            .iter()
            .filter(|(path, state)| before.get(*path) == Some(state) && imported.get(*path) != Some(state))
            .map(|(path, _)| path.clone())
            .collect();
        if !settled.is_empty() {
            let summary = import(&settled, &database, context)?;
            if !summary.is_nothing_new() || !summary.unusable.is_empty() {
                if context.screen.is_json {
                    context.screen.json_line(&document(&summary))?;
                } else {
                    show(&summary, context)?;
                }
            }
            imported.extend(settled.into_iter().filter_map(|path| {
                let state = *now.get(&path)?;
                Some((path, state))
            }));
        }
        before = now;
        wait(Duration::from_secs(arguments.every));
    }
    context.screen.note("Stopped watching; everything read is kept.");
    Ok(())
}

/// All files under a folder with size and time; links are not followed.
fn look(folder: &Path) -> Look {
    let mut found = Look::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        // A folder that vanished or is closed to us is looked at again next time.
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for entry in entries.flatten() {
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            let Ok(metadata) = entry.metadata() else { continue };
            if metadata.is_dir() && !is_hidden {
                folders.push(entry.path());
            } else if metadata.is_file() && !is_hidden {
                found.insert(entry.path(), (metadata.len(), metadata.modified().ok()));
            }
        }
    }
    found
}

/// Sleeps in short steps, so that Ctrl-C is heard at once.
fn wait(duration: Duration) {
    const STEP: Duration = Duration::from_millis(100);
    let mut left = duration;
    while !left.is_zero() && !stop_flag_is_set() {
        let step = STEP.min(left);
        std::thread::sleep(step);
        left = left.saturating_sub(step);
    }
}

fn stop_flag_is_set() -> bool {
    stop_flag().load(Ordering::Relaxed)
}
