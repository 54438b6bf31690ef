//! What can be asked: the commands and the options that every command has.

use super::{
    activities, completions, demo, diary, experiment, export, gait, import, keeping, knee, load, log, manual,
    pattern_screen, questionnaire, report, serve, simulate, watch,
};
use clap::{Args, Parser, Subcommand, ValueEnum};
use kneewise_types::{Date, UnitSystem};

/// Why does my knee hurt when I run, and what do I do about it?
///
/// kneewise reads what a runner already has (watch files, a platform's export, logs, a pain diary) and says
/// which causes contribute to this knee's pain, with reasons for and against. Everything stays on this
/// computer. It does not diagnose.
#[derive(Debug, Parser)]
#[command(name = "kneewise", version, max_term_width = 100, after_help = FIRST_STEPS)]
pub struct Arguments {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

const FIRST_STEPS: &str = "\
First steps:
  kneewise demo                                   see an answer for a simulated runner
  kneewise import ~/Downloads/export.zip          read your own files, any mix, as often as you like
  kneewise log pain 4 --left --during             ten seconds a day
  kneewise why                                    the answer";

/// Options of every command.
#[derive(Debug, Clone, Args)]
pub struct Global {
    /// Where everything is kept: `sqlite:PATH` or `postgres://…` [default: SQLite in your data folder]
    #[arg(
        long,
        global = true,
        value_name = "URL",
        env = "KNEEWISE_DATABASE",
        hide_env_values = true,
        help_heading = "Global options"
    )]
    pub database: Option<String>,

    /// The runner's local day for which to answer [default: today]
    #[arg(long, global = true, value_name = "YYYY-MM-DD", value_parser = day, help_heading = "Global options")]
    pub as_of: Option<Date>,

    /// Print one JSON document and nothing else; notes go to the error stream
    #[arg(long, global = true, help_heading = "Global options")]
    pub json: bool,

    /// How distances are shown [default: the profile's, else metric]
    #[arg(long, global = true, value_enum, help_heading = "Global options")]
    pub units: Option<Units>,

    /// No progress, no notes; only the answer and errors
    #[arg(long, short, global = true, help_heading = "Global options")]
    pub quiet: bool,

    /// When to use colour; `NO_COLOR` is honoured
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN", help_heading = "Global options")]
    pub color: Color,
}

/// `--units`.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Units {
    Metric,
    Imperial,
}

impl From<Units> for UnitSystem {
    fn from(units: Units) -> Self {
        match units {
            Units::Metric => Self::Metric,
            Units::Imperial => Self::Imperial,
        }
    }
}

/// `--color`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Color {
    Auto,
    Always,
    Never,
}

/// One command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Show the answer for a simulated runner, without touching your data
    Demo(demo::DemoArguments),
    /// Read files, folders and archives: watch files, exports, logs
    Import(import::ImportArguments),
    /// Keep importing what appears in a folder
    Watch(watch::WatchArguments),
    /// Write down one thing: pain, a night's sleep, a session, a test, a shoe
    Log(log::LogArguments),
    /// Which causes contribute to the pain, why, and what to do first
    #[command(after_help = "\
Examples:
  kneewise why
  kneewise why --as-of 2026-03-01        what it would have said on that day
  kneewise why --json | jq .causes")]
    Why,
    /// Show the page in the browser, and the API
    Serve(serve::ServeArguments),
    /// What came before this knee's flares, by your own days, with the doubts
    #[command(after_help = "\
Each flare is compared with the same weekdays of the weeks before it. Most answers are suggestive at best.

Examples:
  kneewise own
  kneewise own --json | jq '.findings[] | {exposure, odds_ratio, interval, tier}'")]
    Own,
    /// List activities, or show one
    Activities(activities::ActivitiesArguments),
    /// How much, how far, how hard: the last weeks
    Load(load::LoadArguments),
    /// What the knee carried, and what another way of running would have changed
    Knee(knee::KneeArguments),
    /// How you run, whether it changed, and more steps as an experiment
    Gait(gait::GaitArguments),
    /// Read the pain diary
    Diary(diary::DiaryArguments),
    /// Which pattern the answers fit, the next question, and the safety questions
    Screen(pattern_screen::ScreenArguments),
    /// Try one change on yourself, in blocks, and see whether it helps
    Experiment(experiment::ExperimentArguments),
    /// Score longer questionnaires, and see what changed
    Questionnaire(questionnaire::QuestionnaireArguments),
    /// One printable page for a clinician, as HTML
    Report(report::ReportArguments),
    /// Write everything to a folder as CSV, JSON and original files
    Export(export::ExportArguments),
    /// Remove everything kneewise keeps about you
    Erase(keeping::EraseArguments),
    /// Write a consistent copy of the database to a file, also while it is in use
    Backup(keeping::BackupArguments),
    /// Put a backup in the place of the database
    Restore(keeping::RestoreArguments),
    /// Write a simulated runner's files, with the truth beside them
    Simulate(simulate::SimulateArguments),
    /// Print completions for a shell
    Completions(completions::CompletionsArguments),
    /// Print the manual page
    Man(manual::ManArguments),
}

/// A day as people and files write it.
pub fn day(text: &str) -> Result<Date, String> {
    let date: Date = text
        .parse()
        .map_err(|_| format!("`{text}` is not a day: write it as YYYY-MM-DD, such as 2026-03-01"))?;
    // The same years as in files: an answer for the year 9999 would draw eight thousand years of days.
    if (1900..=2100).contains(&date.year()) {
        Ok(date)
    } else {
        Err(format!("`{text}` is not a day of the years 1900 to 2100"))
    }
}
