//! `kneewise diary`: the days as they were entered.

pub mod proposals;

use super::context::Context;
use super::failure::Failure;
use super::tables::{counted, table};
use crate::words::Voice;
use crate::{documents, words};
use clap::{Args, Subcommand};
use kneewise_types::{Date, History, PainScore, Side, SymptomEntry};

#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "\
Examples:
  kneewise diary                         the last four weeks
  kneewise diary list --days 365
  kneewise diary show 2026-03-01
  kneewise diary proposals               complaints found in your notes
  kneewise diary accept 1a2b3c4d
  kneewise diary correct 1a2b3c4d --left --score 3
  kneewise diary --json"
)]
pub struct DiaryArguments {
    #[command(subcommand)]
    verb: Option<Verb>,
    #[command(flatten)]
    list: ListArguments,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// The last days, one line an entry
    List(ListArguments),
    /// Everything of one day
    Show {
        /// Which day [default: today]
        #[arg(value_name = "YYYY-MM-DD", value_parser = super::arguments::day)]
        date: Option<Date>,
    },
    /// Complaints found in your titles and notes that wait for your word
    Proposals,
    /// They are so: enter them
    Accept(proposals::Which),
    /// It is so, but other than read: enter it put right
    Correct(proposals::Correction),
    /// They are no complaints of your own knee: never ask again
    Refuse(proposals::Which),
    /// Take decisions back: they wait again, and what they entered leaves the diary
    Reopen(proposals::Which),
}

#[derive(Debug, Args)]
struct ListArguments {
    /// How many days back
    #[arg(long, default_value_t = 28, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=36_600))]
    days: u32,
}

pub fn run(arguments: &DiaryArguments, context: &Context) -> Result<(), Failure> {
    match &arguments.verb {
        Some(Verb::Proposals) => proposals::list(context),
        Some(Verb::Accept(which)) => proposals::accept(which, context),
        Some(Verb::Correct(correction)) => proposals::correct(correction, context),
        Some(Verb::Refuse(which)) => proposals::refuse(which, context),
        Some(Verb::Reopen(which)) => proposals::again(which, context),
        Some(Verb::List(list)) => read(Asked::Days(list.days), context),
        Some(Verb::Show { date }) => read(Asked::Day(*date), context),
        // JSON is for programs: without a limit asked for they get everything.
        None if context.screen.is_json && arguments.list.days == 28 => read(Asked::All, context),
        None => read(Asked::Days(arguments.list.days), context),
    }
}

/// Which part of the diary.
enum Asked {
    Days(u32),
    Day(Option<Date>),
    All,
}

fn read(asked: Asked, context: &Context) -> Result<(), Failure> {
    let history = context.store()?.history()?;
    let as_of = context.as_of(&history.profile);
    let mut entries = history.symptoms.clone();
    entries.sort_by_key(|entry| (entry.date, entry.side));
    let known = Known { voice: Voice { as_of, units: context.units(&history.profile) }, history };
    match asked {
        Asked::Day(date) => show(&entries, date.unwrap_or(as_of), &known, context),
        Asked::Days(days) => list(entries, days, &known, context),
        Asked::All => {
            entries.retain(|entry| entry.date <= as_of);
            document(&entries, &known, context)
        }
    }
}

/// What is known on the day asked.
struct Known {
    history: History,
    voice: Voice,
}

impl Known {
    fn document<'a>(&self, entries: &'a [SymptomEntry]) -> documents::diary::Document<'a> {
        documents::diary::document(&self.history, entries, &self.voice)
    }
}

fn document(entries: &[SymptomEntry], known: &Known, context: &Context) -> Result<(), Failure> {
    context.screen.json(&known.document(entries))
}

fn list(mut entries: Vec<SymptomEntry>, days: u32, known: &Known, context: &Context) -> Result<(), Failure> {
    let as_of = known.voice.as_of;
    let from = as_of.saturating_sub(jiff::Span::new().days(i64::from(days) - 1));
    let all = entries.len();
    entries.retain(|entry| (from..=as_of).contains(&entry.date));
    if context.screen.is_json {
        return document(&entries, known, context);
    }
    if entries.is_empty() {
        return context.screen.print(&nothing(all, days));
    }
    let header = ["day", "knee", "morning", "before", "during", "after", "where and what else"];
    let right = [false, false, true, true, true, true, false];
    let rows: Vec<Vec<String>> = entries.iter().map(|entry| row(entry, as_of)).collect();
    let mut lines = table(&header, &right, &rows);
    if let Some(first) = lines.first_mut() {
        *first = context.screen.faint(first);
    }
    lines.push(String::new());
    let entered = counted(u32::try_from(rows.len()).unwrap_or(u32::MAX), "entry", "entries");
    lines.push(context.screen.faint(&format!("{entered} in {days} days; pain from 0 (none) to 10")));
    let document = known.document(&entries);
    for warning in document.warnings {
        lines.push(String::new());
        let still = if warning.is_active { "Early sign" } else { "Early sign, past" };
        let evidence = format!("[{}, expert rule]", warning.grade);
        lines.push(format!("{}: {} {evidence}", context.screen.bold(still), warning.text));
        lines.push(format!("  {}", context.screen.faint(&warning.false_alarms_text)));
        lines.extend(warning.next_step.map(|next| format!("  {next}")));
    }
    if !document.reminders.is_empty() {
        lines.push(String::new());
    }
    lines.extend(document.reminders.into_iter().map(|due| match due.experiment {
        Some(_) => format!("Experiment: {}", due.text),
        None => due.text,
    }));
    context.screen.print(&lines.join("\n"))
}

fn nothing(all: usize, days: u32) -> String {
    if all == 0 {
        "The diary is empty. Ten seconds a day: kneewise log pain 0 --left --morning".to_owned()
    } else {
        format!("No entry in the last {days} days; there are {all} in all: kneewise diary --days 3650")
    }
}

fn row(entry: &SymptomEntry, as_of: Date) -> Vec<String> {
    let score =
        |score: Option<PainScore>| score.map_or_else(|| "·".to_owned(), |score| score.points().to_string());
    vec![
        words::day(entry.date, as_of).replace('\u{a0}', " "),
        entry.side.word().to_owned(),
        score(entry.pain_morning),
        score(entry.pain_before),
        score(entry.pain_during_max),
        score(entry.pain_60min),
        details(entry).join(", "),
    ]
}

/// What was entered besides the scores, in words.
fn details(entry: &SymptomEntry) -> Vec<String> {
    let mut said: Vec<String> = entry
        .regions
        .first()
        .map(|region| region.code().to_lowercase().replace('_', " "))
        .into_iter()
        .collect();
    let mut add = |name: &str, word: Option<&str>| {
        if let Some(word) = word.filter(|word| !matches!(*word, "none" | "0")) {
            said.push(format!("{name} {word}"));
        }
    };
    add("swelling", entry.swelling.map(|value| value.code()));
    add("locking", entry.locking.map(|value| value.code()));
    add("giving way", entry.giving_way.map(|value| value.code()));
    add("night pain", entry.night_pain.map(|value| value.code()));
    if let Some(minutes) = entry.stiffness_min.filter(|minutes| *minutes > 0) {
        said.push(format!("stiff {minutes} min"));
    }
    if entry.has_limp == Some(true) {
        said.push("limp".to_owned());
    }
    if entry.has_medicine == Some(true) {
        said.push("painkiller".to_owned());
    }
    if let Some(note) = &entry.note {
        said.push(format!("“{note}”"));
    }
    said
}

fn show(entries: &[SymptomEntry], date: Date, known: &Known, context: &Context) -> Result<(), Failure> {
    let of_day: Vec<SymptomEntry> = entries.iter().filter(|entry| entry.date == date).cloned().collect();
    if context.screen.is_json {
        return document(&of_day, known, context);
    }
    if of_day.is_empty() {
        let hint = format!("kneewise log pain 0 --left --during --date {date}");
        return context.screen.print(&format!("Nothing was entered for {date}. To enter it: {hint}"));
    }
    let mut lines = vec![context.screen.bold(&words::numbers::full_day(date))];
    for side in Side::BOTH {
        for entry in of_day.iter().filter(|entry| entry.side == side) {
            lines.push(String::new());
            lines.push(format!("{} knee", words::numbers::capital(side.word())));
            lines.extend(scores(entry));
            lines.extend(details(entry).into_iter().map(|detail| format!("  {detail}")));
        }
    }
    context.screen.print(&lines.join("\n"))
}

fn scores(entry: &SymptomEntry) -> Vec<String> {
    [
        ("on getting up", entry.pain_morning),
        ("before the run", entry.pain_before),
        ("worst during it", entry.pain_during_max),
        ("an hour after", entry.pain_60min),
    ]
    .into_iter()
    .filter_map(|(when, score)| Some(format!("  {when:<16}{:>2} of 10", score?.points())))
    .collect()
}
