//! `kneewise log`: one entry from the command line, through the same reader as the CSV logs.
//!
//! The options are the columns of the logs, so whatever a file can say a line can say too.

mod columns;
mod profile;

use super::context::{Context, now};
use super::failure::Failure;
use crate::importing::{self, Reader, Summary, stamp};
use clap::{Arg, ArgMatches, Command, FromArgMatches, Subcommand};
use columns::{Log, Option_};
use kneewise_types::Date;
use serde_json::json;

/// Which log, and what was given for its columns.
#[derive(Debug, Clone)]
pub struct LogArguments {
    log: &'static Log,
    values: Vec<(&'static str, String)>,
}

impl FromArgMatches for LogArguments {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let missing = || clap::Error::new(clap::error::ErrorKind::MissingSubcommand);
        let (name, matches) = matches.subcommand().ok_or_else(missing)?;
        let log = columns::LOGS.iter().find(|log| log.name == name).ok_or_else(missing)?;
        let value = |option: &Option_| {
            let value = matches.get_one::<String>(option.column)?;
            Some((option.column, value.clone()))
        };
        Ok(Self { log, values: log.options.iter().filter_map(value).collect() })
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
        columns::LOGS.iter().fold(command, |command, log| command.subcommand(subcommand(log)))
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
        columns::LOGS.iter().any(|log| log.name == name)
    }
}

fn subcommand(log: &'static Log) -> Command {
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

fn argument(option: &'static Option_) -> Arg {
    let mut argument = Arg::new(option.column)
        .long(columns::long(option.column))
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
    let mut store = context.store()?;
    let profile = store.history()?.profile;
    let text = if arguments.log.name == "profile" {
        profile::toml(&arguments.values)?
    } else {
        csv_line(arguments, context.as_of(&profile))?
    };
    let reader = Reader::of_profile(&profile);
    let summary = importing::keep_line(&mut store, &reader, &stamp(now(), &text))
        .map_err(|told| refused(told, arguments.log))?;
    show(&summary, arguments, context)
}

/// Header and row of the log, the day filled in.
fn csv_line(arguments: &LogArguments, today: Date) -> Result<String, Failure> {
    let mut values = arguments.values.clone();
    let has_date = arguments.log.options.iter().any(|option| option.column == "date");
    if has_date && !values.iter().any(|(column, _)| *column == "date") {
        values.insert(0, ("date", today.to_string()));
    }
    let impossible = |error: csv::Error| Failure::CannotDo(format!("cannot write the line: {error}"));
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(values.iter().map(|(column, _)| *column)).map_err(impossible)?;
    writer.write_record(values.iter().map(|(_, value)| value.as_str())).map_err(impossible)?;
    let bytes = writer.into_inner().map_err(|error| Failure::CannotDo(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| Failure::CannotDo(error.to_string()))
}

/// What the reader of the log says of a line, in the words of its options.
fn refused(told: importing::Refused, log: &Log) -> Failure {
    match told {
        importing::Refused::Store(error) => error.into(),
        importing::Refused::Line(line) => {
            let line = line.replace(", the row was left out", "");
            let option = log.options.iter().find(|option| {
                line.split_once(": ")
                    .is_some_and(|(at, _)| at.ends_with(&format!("column {}", option.column)))
            });
            Failure::WrongUsage(match (option, line.split_once(": ")) {
                (Some(option), Some((_, what))) => {
                    let long = columns::long(option.column);
                    format!("--{}: {what}", option.alias.map_or(long, str::to_owned))
                }
                _ => line,
            })
        }
    }
}

fn show(summary: &Summary, arguments: &LogArguments, context: &Context) -> Result<(), Failure> {
    let screen = &context.screen;
    if screen.is_json {
        return screen.json(&json!({
            "schema": 1,
            "kind": arguments.log.name,
            "activities_added": summary.activities_added,
            "activities_merged": summary.activities_merged,
            "entries_added": summary.entries_added,
        }));
    }
    if screen.is_quiet {
        return Ok(());
    }
    if summary.is_nothing_new() {
        return screen.print("Known already, nothing was added.");
    }
    let said: Vec<String> = arguments
        .values
        .iter()
        .map(|(column, value)| format!("{} {value}", column.replace('_', " ")))
        .collect();
    screen.print(&format!("Noted: {}.", said.join(", ")))
}
