//! The command line: what was asked, who answers it, how it ends.

mod activities;
mod arguments;
mod ask;
mod chart;
mod completions;
mod context;
mod demo;
mod diary;
mod experiment;
mod export;
mod failure;
mod gait;
mod import;
mod interrupt;
mod keeping;
mod knee;
mod load;
mod log;
mod manual;
mod own;
mod pattern_screen;
mod questionnaire;
mod report;
mod screen;
mod serve;
mod simulate;
mod tables;
mod usage;
mod watch;
mod why;

pub use arguments::day;
use arguments::{Arguments, Command};
use clap::Parser;
use context::Context;
pub use context::{now, today};
pub use export::write_export;
pub use failure::{Failure, io_reason};
use std::ffi::OsString;
use std::io::Write;
use std::process::ExitCode;

/// Answers one command line; the exit status is the contract's.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return usage::answer(&error),
    };
    let context = Context::new(arguments.global);
    match dispatch(arguments.command, &context) {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever read our output has seen enough.
        Err(Failure::PipeClosed) => ExitCode::SUCCESS,
        Err(failure) => {
            // With the error stream closed there is nobody left to tell.
            let _ = writeln!(std::io::stderr(), "kneewise: {failure}");
            ExitCode::from(failure.status())
        }
    }
}

fn dispatch(command: Command, context: &Context) -> Result<(), Failure> {
    match command {
        Command::Demo(arguments) => demo::run(&arguments, context),
        Command::Import(arguments) => import::run(&arguments, context),
        Command::Watch(arguments) => watch::run(&arguments, context),
        Command::Log(arguments) => log::run(&arguments, context),
        Command::Why => why::run(context),
        Command::Serve(arguments) => serve::run(&arguments, context),
        Command::Own => own::run(context),
        Command::Activities(arguments) => activities::run(&arguments, context),
        Command::Gait(arguments) => gait::run(&arguments, context),
        Command::Knee(arguments) => knee::run(&arguments, context),
        Command::Load(arguments) => load::run(&arguments, context),
        Command::Diary(arguments) => diary::run(&arguments, context),
        Command::Screen(arguments) => pattern_screen::run(&arguments, context),
        Command::Experiment(arguments) => experiment::run(&arguments, context),
        Command::Questionnaire(arguments) => questionnaire::run(&arguments, context),
        Command::Report(arguments) => report::run(&arguments, context),
        Command::Export(arguments) => export::run(&arguments, context),
        Command::Erase(arguments) => keeping::erase(&arguments, context),
        Command::Backup(arguments) => keeping::backup(&arguments, context),
        Command::Restore(arguments) => keeping::restore(&arguments, context),
        Command::Simulate(arguments) => simulate::run(&arguments, context),
        Command::Completions(arguments) => completions::run(&arguments, context),
        Command::Man(arguments) => manual::run(&arguments, context),
    }
}
