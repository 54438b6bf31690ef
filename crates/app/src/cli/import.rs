//! `kneewise import`.

use super::context::Context;
use super::failure::Failure;
use super::interrupt::stop_flag;
use super::tables::counted;

use crate::documents::import::document;
use crate::importing::{self, Counts, Job, Summary};
use crate::words::numbers::list;
use clap::Args;
use kneewise_store::DatabaseUrl;
use std::fmt::Write;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_help = "\
Reads FIT, TCX and GPX, each also compressed; folders and ZIP archives of these; the bulk export of the big
platform with its activities.csv; the CSV logs (sessions, diary, screen, wellness, shoes, tests, strength) and
profile.toml. Files are recognised by what is in them. What is known already is not added twice.

Examples:
  kneewise import ~/Downloads/export_1234.zip
  kneewise import /media/WATCH/Activity ~/running/diary.csv
  kneewise import ~/running --json")]
pub struct ImportArguments {
    /// Files, folders and archives, any mix
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
}

pub fn run(arguments: &ImportArguments, context: &Context) -> Result<(), Failure> {
    for path in &arguments.paths {
        std::fs::metadata(path).map_err(|error| Failure::io("read", path, &error))?;
    }
    let summary = import(&arguments.paths, &context.url()?, context)?;
    show(&summary, context)?;
    let is_heard = !context.screen.is_json && !context.screen.is_quiet;
    if is_heard && !summary.is_nothing_new() && !summary.is_stopped {
        let store = context.store()?;
        let history = store.history()?;
        let as_of = context.as_of(&history.profile);
        super::diary::proposals::line(&store, &history, context, as_of)?;
    }
    ending(&summary, &arguments.paths)
}

/// Imports with progress as the screen allows.
pub fn import(paths: &[PathBuf], database: &DatabaseUrl, context: &Context) -> Result<Summary, Failure> {
    importing::import(&Job {
        paths,
        base: None,
        database,
        stop: stop_flag(),
        has_progress: context.screen.has_progress,
        counts: &Counts::default(),
    })
}

pub fn show(summary: &Summary, context: &Context) -> Result<(), Failure> {
    if context.screen.is_json {
        return context.screen.json(&document(summary));
    }
    // One file without anything in it is said once, by the line that ends the command.
    let is_said_at_the_end =
        summary.is_nothing_usable() && summary.unusable.len() <= 1 && summary.notes.is_empty();
    if context.screen.is_quiet || is_said_at_the_end {
        return Ok(());
    }
    context.screen.print(&text(summary, context))
}

fn ending(summary: &Summary, paths: &[PathBuf]) -> Result<(), Failure> {
    if summary.is_stopped {
        return Err(Failure::CannotDo(
            "stopped: what was read so far is kept, run the same command again for the rest".to_owned(),
        ));
    }
    if summary.is_nothing_usable() {
        let names: Vec<String> = paths.iter().map(|path| format!("`{}`", path.display())).collect();
        let hint = "give watch files, an export, or logs; `kneewise import --help` lists what is read";
        return Err(Failure::NothingUsable(match summary.unusable.as_slice() {
            [] => format!("nothing to import in {}: {hint}", list(&names)),
            [only] => format!("`{}` cannot be used: {}", only.path, only.reason),
            _ => format!(
                "none of the {} in {} can be used: {hint}",
                counted(summary.files, "file", "files"),
                list(&names)
            ),
        }));
    }
    Ok(())
}

/// Lines of one kind before the rest is only counted.
const LINES: usize = 8;

fn text(summary: &Summary, context: &Context) -> String {
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{}", headline(summary));
    if !summary.is_nothing_new() {
        text.push_str(&added(summary));
    }
    let screen = &context.screen;
    let unusable: Vec<String> =
        summary.unusable.iter().map(|file| format!("{}: {}", file.path, file.reason)).collect();
    let _ = write!(text, "{}", block(&screen.warm("not usable"), &unusable));
    let notes: Vec<String> = summary
        .notes
        .iter()
        .map(|note| {
            let at = note.at.as_deref().map(|at| format!("{at}: ")).unwrap_or_default();
            format!("{}: {at}{}", note.path, note.what)
        })
        .collect();
    let _ = write!(text, "{}", block(&screen.bold("notes"), &notes));
    if !summary.is_nothing_new() && !summary.is_stopped {
        let _ = writeln!(text, "\nNext: {}", screen.bold("kneewise why"));
    }
    text
}

fn headline(summary: &Summary) -> String {
    let files = counted(summary.files, "file", "files");
    let seconds = format!("{:.1} s", summary.seconds);
    if summary.files == 0 {
        "There is no file here.".to_owned()
    } else if summary.is_nothing_new() && summary.files_known > 0 {
        format!("Nothing new: {} of {files} known already ({seconds}).", summary.files_known)
    } else if summary.is_nothing_new() {
        format!("Nothing new in {files} ({seconds}).")
    } else {
        format!("Read {files} in {seconds}.")
    }
}

fn added(summary: &Summary) -> String {
    let mut parts = vec![format!("{} added", summary.activities_added)];
    if summary.activities_merged > 0 {
        parts.push(format!("{} joined with another file of the same outing", summary.activities_merged));
    }
    if summary.activities_known > 0 {
        parts.push(format!("{} known already", summary.activities_known));
    }
    let mut text = if summary.activities_added + summary.activities_merged + summary.activities_known > 0 {
        format!("  activities  {}\n", parts.join(", "))
    } else {
        String::new()
    };
    let entries: Vec<String> = summary
        .entries_added
        .by_kind()
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(kind, count)| format!("{kind} {count}"))
        .collect();
    if !entries.is_empty() {
        let _ = writeln!(text, "  entries     {}", entries.join(", "));
    }
    if summary.rows_left_out > 0 {
        let rows = counted(summary.rows_left_out, "row", "rows");
        let _ = writeln!(text, "  left out    {rows} with a value that cannot be, see the notes");
    }
    text
}

fn block(title: &str, lines: &[String]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let mut text = format!("\n  {title} ({})\n", lines.len());
    for line in lines.iter().take(LINES) {
        let _ = writeln!(text, "    {line}");
    }
    if lines.len() > LINES {
        let _ = writeln!(text, "    and {} more; --json lists all", lines.len() - LINES);
    }
    text
}
