//! `kneewise export`: everything as tables, one document, and the original files.

mod logs;

use super::activities;
use super::context::Context;
use super::failure::Failure;
use super::tables::counted;
use crate::documents::layout;
use crate::importing::{ExportedFile, MANIFEST, Manifest};
use clap::Args;
use kneewise_store::{EntryOrigin, Original, Store};
use kneewise_types::History;
use serde::Serialize;
use serde_json::json;
use std::path::{Path, PathBuf};

#[derive(Debug, Args)]
#[command(after_help = "\
Writes the original files as they came, the logs and activities as CSV, and all of it as history.json.
`kneewise import DIR` reads it back without loss.

Examples:
  kneewise export ~/my-running
  kneewise export ~/my-running --samples        one CSV of samples an activity, too")]
pub struct ExportArguments {
    /// A new or empty folder
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Also every activity's samples as CSV
    #[arg(long)]
    samples: bool,
}

/// The document of `history.json`.
#[derive(Serialize)]
struct Document<'a> {
    schema: u32,
    #[serde(flatten)]
    history: &'a History,
}

pub fn run(arguments: &ExportArguments, context: &Context) -> Result<(), Failure> {
    let store = context.store()?;
    let folder = &arguments.folder;
    new_folder(folder)?;
    let (history, originals) = write(&store, folder, arguments.samples)?;
    report(&history, originals, folder, context)
}

/// Everything but samples, to an empty folder.
pub fn write_export(store: &Store, folder: &Path) -> Result<(), Failure> {
    write(store, folder, false).map(|_| ())
}

/// What was written, and how many original files.
fn write(store: &Store, folder: &Path, has_samples: bool) -> Result<(History, usize), Failure> {
    let mut history = store.history()?;
    sort(&mut history);
    let originals = write_originals(store, folder)?;
    let document = Document { schema: 1, history: &history };
    write_file(&folder.join("history.json"), &pretty(&document)?)?;
    let mut decisions = store.note_decisions()?;
    decisions.sort();
    logs::write(&history, &decisions, folder)?;
    if has_samples {
        write_samples(store, &history, folder)?;
    }
    // Last: a folder with a manifest is a whole export.
    let count = originals.len();
    write_file(&folder.join(MANIFEST), &pretty(&Manifest { schema: 1, originals })?)?;
    Ok((history, count))
}

fn report(history: &History, originals: usize, folder: &Path, context: &Context) -> Result<(), Failure> {
    if context.screen.is_json {
        return context.screen.json(&json!({
            "schema": 1,
            "folder": folder,
            "activities": history.activities.len(),
            "originals": originals,
            "entries": {
                "diary": history.symptoms.len(), "screen": history.screen.len(),
                "wellness": history.wellness.len(), "shoes": history.shoes.len(),
                "tests": history.tests.len(), "strength": history.strength.len(),
                "experiments": history.experiments.len(), "weekly": history.weekly.len(),
                "questionnaires": history.questionnaires.len(),
            },
        }));
    }
    if context.screen.is_quiet {
        return Ok(());
    }
    let count = |n: usize, one, many| counted(u32::try_from(n).unwrap_or(u32::MAX), one, many);
    context.screen.print(&format!(
        "Wrote {}, {} and {} to `{}`.",
        count(history.activities.len(), "activity", "activities"),
        count(history.symptoms.len(), "diary entry", "diary entries"),
        count(originals, "original file", "original files"),
        folder.display()
    ))
}

/// One order whatever the database's, so that equal histories give equal exports.
fn sort(history: &mut History) {
    history.symptoms.sort_by_key(|entry| (entry.date, entry.side));
    history.screen.sort();
    history.wellness.sort_by_key(|entry| entry.date);
    history.shoes.sort_by(|a, b| a.name.cmp(&b.name));
    let of_day = |entry: &kneewise_types::StrengthEntry| (entry.date, entry.exercise.clone(), entry.side);
    history.strength.sort_by_key(of_day);
    history.tests.sort_by_key(|result| (result.date, result.test));
    history.experiments.sort_by_key(|experiment| (experiment.start, experiment.kind));
    history.weekly.sort();
    history.questionnaires.sort_by_key(|told| (told.date, told.side, told.instrument));
}

fn write_originals(store: &Store, folder: &Path) -> Result<Vec<ExportedFile>, Failure> {
    let place = folder.join("originals");
    make_folder(&place)?;
    let origins = store.list_origins()?;
    let mut files = Vec::new();
    for original in store.list_originals()? {
        let Some(bytes) = store.get_original(&original.content)? else { continue };
        let file = format!("originals/{}", file_name(&original));
        let modified = match origins.get(&original.content) {
            Some(EntryOrigin::File { modified }) => *modified,
            Some(EntryOrigin::Logged { .. }) | None => None,
        };
        write_file(&folder.join(&file), &bytes)?;
        files.push(ExportedFile { file, path: original.path, modified });
    }
    files.sort();
    Ok(files)
}

/// Content first, so that two files of one name stay two; then the name, as far as any disk can hold it.
fn file_name(original: &Original) -> String {
    const LONGEST: usize = 80;
    let name = original.path.rsplit(['/', '\\']).next().unwrap_or_default();
    let safe: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' })
        .collect();
    let end = safe.len().saturating_sub(LONGEST);
    let hash: String = original.content.chars().take(12).collect();
    format!("{hash}-{}", safe.get(end..).unwrap_or_default())
}

fn write_samples(store: &Store, history: &History, folder: &Path) -> Result<(), Failure> {
    let place = folder.join("samples");
    make_folder(&place)?;
    for activity in history.activities.iter().filter(|activity| activity.digest.is_some()) {
        if let Some(kept) = store.get_activity(&activity.id.0)? {
            let text = activities::samples_csv(&kept.samples);
            write_file(&place.join(format!("{}.csv", activity.id.0)), text.as_bytes())?;
        }
    }
    Ok(())
}

fn pretty(document: &impl Serialize) -> Result<Vec<u8>, Failure> {
    layout::indented(document)
        .map_err(|error| Failure::CannotDo(format!("cannot write the document: {error}")))
}

/// Makes a folder to write to; one that holds something is refused, so that nothing is mixed or lost.
pub fn new_folder(folder: &Path) -> Result<(), Failure> {
    make_folder(folder)?;
    let is_empty =
        std::fs::read_dir(folder).map_err(|error| Failure::io("read", folder, &error))?.next().is_none();
    if is_empty {
        Ok(())
    } else {
        Err(Failure::CannotDo(format!(
            "`{}` is not empty: give a new folder, so that nothing in it is lost",
            folder.display()
        )))
    }
}

fn make_folder(folder: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(folder).map_err(|error| Failure::io("make the folder", folder, &error))
}

/// Writes one file.
#[expect(clippy::disallowed_methods, reason = "only the app touches the disk")]
pub fn write_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    std::fs::write(path, bytes).map_err(|error| Failure::io("write", path, &error))
}
