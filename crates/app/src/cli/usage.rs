//! Wrong usage in one line: what, and what to do instead.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

/// Prints help or version where they were asked for, else the one line.
pub fn answer(error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // A closed pipe ends help quietly.
            let _ = error.print();
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            ExitCode::from(2)
        }
        _ => {
            let _ = writeln!(std::io::stderr(), "kneewise: {}", line(error));
            ExitCode::from(2)
        }
    }
}

/// One line, lower case, the user's words in backticks.
fn line(error: &clap::Error) -> String {
    let said = |kind| error.get(kind).map(words).unwrap_or_default();
    let name = without_placeholder(&said(ContextKind::InvalidArg));
    let value = said(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => format!("{name} needs a value"),
        ErrorKind::InvalidValue => {
            format!("`{value}` is not a value of {name}: use {}", said(ContextKind::ValidValue))
        }
        ErrorKind::ValueValidation => error.source().map_or_else(
            || format!("`{value}` is not a value of {name}"),
            |source| format!("{name}: {source}"),
        ),
        ErrorKind::UnknownArgument => format!(
            "unknown option or word `{name}`{}",
            advice(&said(ContextKind::SuggestedArg), "`--help` lists what there is")
        ),
        ErrorKind::InvalidSubcommand => format!(
            "unknown command `{}`{}",
            said(ContextKind::InvalidSubcommand),
            advice(&said(ContextKind::SuggestedSubcommand), "`kneewise --help` lists them")
        ),
        ErrorKind::MissingSubcommand => {
            "which one? `--help` after the command lists what there is".to_owned()
        }
        ErrorKind::MissingRequiredArgument => format!("missing {name}: `--help` after the command shows how"),
        ErrorKind::ArgumentConflict => {
            format!("{name} cannot be used with {}", said(ContextKind::PriorArg))
        }
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("{name} needs a value")
        }
        ErrorKind::TooManyValues => format!("{name} takes fewer values, not `{value}`"),
        _ => error.to_string().lines().next().unwrap_or_default().trim_start_matches("error: ").to_owned(),
    }
}

/// `--as-of` of `--as-of <YYYY-MM-DD>`, `PATH` of `<PATH>...`.
fn without_placeholder(name: &str) -> String {
    let option = name.split(" <").next().unwrap_or_default();
    option.trim_end_matches('.').trim_matches(['<', '>']).to_owned()
}

fn advice(suggestion: &str, otherwise: &str) -> String {
    match suggestion {
        "" => format!(": {otherwise}"),
        several if several.starts_with('`') => format!(": did you mean {several}?"),
        one => format!(": did you mean `{one}`?"),
    }
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => short(text),
        ContextValue::Strings(texts) => {
            let quoted: Vec<String> = texts.iter().map(|text| format!("`{}`", short(text))).collect();
            match quoted.as_slice() {
                [] => String::new(),
                [one] => one.trim_matches('`').to_owned(),
                [most @ .., last] => format!("{} or {last}", most.join(", ")),
            }
        }
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// A value as it was given, on one line and not longer than a line.
fn short(text: &str) -> String {
    const LIMIT: usize = 120;
    let one_line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if one_line.chars().count() <= LIMIT {
        one_line
    } else {
        one_line.chars().take(LIMIT).chain(std::iter::once('…')).collect()
    }
}
