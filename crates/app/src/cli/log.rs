//! `kneewise log`: one entry from the command line, through the same reader as the CSV logs.
//!
//! The options are the columns of the logs, so whatever a file can say a line can say too.

mod foot_posture;
mod pain;
mod pain_answer;
mod pain_questions;

use super::context::{Context, now};
use super::failure::Failure;
use crate::documents::noted::document;
use crate::documents::scores::week;
use crate::importing::{Row, Summary};
use crate::noting::columns::{self, Column, Log};
use crate::noting::{Entry, Refused};
use clap::{Arg, ArgMatches, Command, FromArgMatches, Subcommand};
use kneewise_store::Store;
use kneewise_types::Date;

/// Which log, and what was given for it.
#[derive(Debug, Clone)]
pub enum LogArguments {
    Pain(pain::Line),
    FootPosture(foot_posture::Line),
    /// Columns with their values.
    Columns(&'static Log, Row),
}

impl FromArgMatches for LogArguments {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let missing = || clap::Error::new(clap::error::ErrorKind::MissingSubcommand);
        let (name, matches) = matches.subcommand().ok_or_else(missing)?;
        if name == pain::log().name {
            return Ok(Self::Pain(pain::line(matches)));
        }
        if name == foot_posture::NAME {
            return Ok(Self::FootPosture(foot_posture::line(matches)));
        }
        let log = columns::LOGS.iter().find(|log| log.name == name).ok_or_else(missing)?;
        let value = |option: &Column| {
            let value = matches.get_one::<String>(option.column)?;
            Some((option.column, value.clone()))
        };
        Ok(Self::Columns(log, log.options.iter().filter_map(value).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

impl clap::Args for LogArguments {
    fn augment_args(command: Command) -> Command {
        let command =
            command.subcommand_required(true).arg_required_else_help(true).after_help(columns::EXAMPLES);
        let command = columns::LOGS.iter().fold(command, |command, log| command.subcommand(subcommand(log)));
        command.subcommand(foot_posture::subcommand())
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl Subcommand for LogArguments {
    fn augment_subcommands(command: Command) -> Command {
        <Self as clap::Args>::augment_args(command)
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        Self::augment_subcommands(command)
    }

    fn has_subcommand(name: &str) -> bool {
        name == foot_posture::NAME || columns::LOGS.iter().any(|log| log.name == name)
    }
}

fn subcommand(log: &'static Log) -> Command {
    if log.name == pain::log().name {
        return pain::subcommand();
    }
    let command = Command::new(log.name)
        .about(log.about)
        .after_help(log.examples)
        .arg_required_else_help(log.options.iter().any(|option| option.is_required));
    let command = match log.name {
        "strength" => command.after_long_help(with_exercises(log.examples)),
        _ => command,
    };
    log.options.iter().fold(command, |command, option| command.arg(argument(option)))
}

/// The ids are too many for `-h`.
fn with_exercises(examples: &str) -> String {
    format!("{examples}\n\nExercises:\n  {}", kneewise_advise::exercise_ids().join(", "))
}

fn argument(option: &'static Column) -> Arg {
    let mut argument = Arg::new(option.column)
        .long(option.long())
        .value_name(option.value)
        .help(option.help)
        .allow_hyphen_values(true)
        .required(option.is_required);
    if let Some(short) = option.alias {
        argument = argument.visible_alias(short);
    }
    argument
}

pub fn run(arguments: &LogArguments, context: &Context) -> Result<(), Failure> {
    let (log, values) = match arguments {
        LogArguments::Pain(line) => return pain_answer::run(line, context),
        LogArguments::FootPosture(line) => return foot_posture::run(line, context),
        LogArguments::Columns(log, values) => (*log, values),
    };
    let mut store = context.store()?;
    let today = context.as_of(&store.profile()?);
    let entry = Entry::new(log, values.iter().map(|(column, value)| (*column, value.as_str())));
    let summary = entry.keep(&mut store, today, now()).map_err(refused)?;
    show(&summary, log, values, context)?;
    if log.name == "week" { say_week(&store, today, values, context) } else { Ok(()) }
}

/// Why a line was not kept, in the words of its options.
pub fn refused(told: Refused) -> Failure {
    match told {
        Refused::Store(error) => error.into(),
        Refused::Value { column: Some(column), what } => {
            Failure::WrongUsage(format!("--{}: {what}", column.alias.map_or(column.long(), str::to_owned)))
        }
        Refused::Value { column: None, what } => Failure::WrongUsage(what),
    }
}

/// What the week that was told came to.
fn say_week(store: &Store, today: Date, values: &Row, context: &Context) -> Result<(), Failure> {
    if context.screen.is_json || context.screen.is_quiet {
        return Ok(());
    }
    let of = |name: &str| values.iter().find(|(column, _)| *column == name).map(|(_, value)| value.clone());
    let date = of("date").and_then(|date| date.parse().ok()).unwrap_or(today);
    let weeks = store.history()?.weekly;
    let told = weeks.iter().find(|week| week.date == date && of("side").as_deref() == Some(week.side.word()));
    match told.and_then(week) {
        Some(week) => context.screen.print(&week.text),
        None => Ok(()),
    }
}

fn show(summary: &Summary, log: &Log, values: &Row, context: &Context) -> Result<(), Failure> {
    let screen = &context.screen;
    if screen.is_json {
        return screen.json(&document(log.name, summary));
    }
    if screen.is_quiet {
        return Ok(());
    }
    if summary.is_nothing_new() {
        return screen.print("Known already, nothing was added.");
    }
    let said: Vec<String> =
        values.iter().map(|(column, value)| format!("{} {value}", column.replace('_', " "))).collect();
    screen.print(&format!("Noted: {}.", said.join(", ")))
}
