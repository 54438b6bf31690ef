//! `kneewise backup`, `restore`, `erase`: the database as a whole.

use super::context::Context;
use super::failure::{Failure, io_reason};
use clap::Args;
use kneewise_store::Counts;
use serde_json::json;
use std::io::{BufRead, IsTerminal, Write};
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  kneewise backup ~/kneewise-backup.db")]
pub struct BackupArguments {
    /// The file to write; an existing one is replaced when the copy is whole
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  kneewise restore ~/kneewise-backup.db")]
pub struct RestoreArguments {
    /// A file that `kneewise backup` wrote
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Do not ask before what is kept now is replaced
    #[arg(long, short)]
    yes: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Your own files outside kneewise are never touched.

Examples:
  kneewise backup ~/last-copy.db && kneewise erase")]
pub struct EraseArguments {
    /// Do not ask
    #[arg(long, short)]
    yes: bool,
}

pub fn backup(arguments: &BackupArguments, context: &Context) -> Result<(), Failure> {
    let store = context.store()?;
    store.backup(&arguments.file)?;
    let counts = store.counts()?;
    let bytes = std::fs::metadata(&arguments.file)
        .map_err(|error| Failure::io("read", &arguments.file, &error))?
        .len();
    if context.screen.is_json {
        return context.screen.json(&json!({
            "schema": 1, "file": arguments.file, "bytes": bytes, "activities": counts.activities,
            "entries": counts.entries,
        }));
    }
    finished(
        context,
        &format!("Wrote {} to `{}` ({}).", contents(&counts), arguments.file.display(), megabytes(bytes)),
    )
}

pub fn restore(arguments: &RestoreArguments, context: &Context) -> Result<(), Failure> {
    std::fs::metadata(&arguments.file).map_err(|error| Failure::io("read", &arguments.file, &error))?;
    let mut store = context.store()?;
    let before = store.counts()?;
    if !is_empty(&before) {
        confirm(arguments.yes, &format!("This replaces {}.", contents(&before)), "restore")?;
    }
    store.restore(&arguments.file)?;
    let counts = store.counts()?;
    if context.screen.is_json {
        return context
            .screen
            .json(&json!({ "schema": 1, "activities": counts.activities, "entries": counts.entries }));
    }
    finished(context, &format!("Restored {}.", contents(&counts)))
}

pub fn erase(arguments: &EraseArguments, context: &Context) -> Result<(), Failure> {
    let mut store = context.store()?;
    let counts = store.counts()?;
    if !is_empty(&counts) {
        confirm(arguments.yes, &format!("This removes {} for good.", contents(&counts)), "erase")?;
        store.erase()?;
    }
    if context.screen.is_json {
        return context.screen.json(&json!({
            "schema": 1, "activities_removed": counts.activities, "entries_removed": counts.entries,
        }));
    }
    if is_empty(&counts) {
        return finished(context, "There was nothing to erase.");
    }
    finished(context, &format!("Erased {}.", contents(&counts)))
}

/// What was done, unless only answers are wanted.
fn finished(context: &Context, line: &str) -> Result<(), Failure> {
    if context.screen.is_quiet { Ok(()) } else { context.screen.print(line) }
}

const fn is_empty(counts: &Counts) -> bool {
    counts.originals == 0 && counts.unusable == 0 && counts.sources == 0 && counts.entries == 0
}

fn contents(counts: &Counts) -> String {
    format!(
        "{} activit{} and {} log entr{}",
        counts.activities,
        if counts.activities == 1 { "y" } else { "ies" },
        counts.entries,
        if counts.entries == 1 { "y" } else { "ies" },
    )
}

fn megabytes(bytes: u64) -> String {
    let tenths = bytes / 100_000;
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

/// Asks a person; a program must say `--yes`.
fn confirm(is_yes: bool, what: &str, command: &str) -> Result<(), Failure> {
    if is_yes {
        return Ok(());
    }
    let stdin = std::io::stdin();
    if !stdin.is_terminal() {
        return Err(Failure::WrongUsage(format!(
            "nobody is there to ask: `kneewise {command} --yes` does it without asking"
        )));
    }
    let mut err = std::io::stderr();
    let asked = write!(err, "{what} Type `yes` to go on: ").and_then(|()| err.flush());
    let mut answer = String::new();
    asked
        .and_then(|()| stdin.lock().read_line(&mut answer))
        .map_err(|error| Failure::CannotDo(format!("cannot ask: {}", io_reason(&error))))?;
    if answer.trim().eq_ignore_ascii_case("yes") {
        Ok(())
    } else {
        Err(Failure::CannotDo("nothing was changed".to_owned()))
    }
}
