//! `kneewise man`.

use super::arguments::Arguments;
use super::context::Context;
use super::failure::Failure;
use clap::{Args, CommandFactory};

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  kneewise man | man -l -
  kneewise man import > kneewise-import.1")]
pub struct ManArguments {
    /// The page of one command
    command: Option<String>,
}

pub fn run(arguments: &ManArguments, context: &Context) -> Result<(), Failure> {
    let mut command = Arguments::command();
    command.build();
    let page = match &arguments.command {
        None => command,
        Some(name) => command.find_subcommand(name).cloned().ok_or_else(|| {
            Failure::WrongUsage(format!("unknown command `{name}`: `kneewise --help` lists them"))
        })?,
    };
    let mut text = Vec::new();
    clap_mangen::Man::new(page)
        .render(&mut text)
        .map_err(|error| Failure::CannotDo(format!("cannot make the page: {error}")))?;
    let text = String::from_utf8_lossy(&text);
    if context.screen.is_json {
        return context.screen.json(&serde_json::json!({ "schema": 1, "page": text }));
    }
    context.screen.print(&text)
}
