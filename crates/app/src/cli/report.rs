//! `kneewise report`: one printable page for a clinician, as one file that needs nothing else.

use super::context::Context;
use super::export::write_file;
use super::failure::Failure;
use crate::report::{Case, File, ReportPart};
use crate::words::Voice;
use askama::Template;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_help = "\
One A4 or Letter page, black and grey: history, pattern, causes with reasons for and against, runs and pain, home
tests, what is being done, questions. No route, no place, no note.

Examples:
  kneewise report --out knee.html
  kneewise report --leave-out body,shoes > knee.html")]
pub struct ReportArguments {
    /// The file to write [default: the standard output]
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Parts to leave out, joined by commas: body, past, chart, shoes, own, tests, done
    #[arg(long, value_name = "PARTS", value_delimiter = ',', value_parser = part)]
    leave_out: Vec<ReportPart>,
}

fn part(word: &str) -> Result<ReportPart, String> {
    ReportPart::from_word(word.trim()).ok_or_else(|| {
        let all: Vec<&str> = ReportPart::ALL.into_iter().map(ReportPart::word).collect();
        format!("`{word}` is no part of the page: {}", all.join(", "))
    })
}

pub fn run(arguments: &ReportArguments, context: &Context) -> Result<(), Failure> {
    let (history, as_of) = context.history(&mut context.store()?)?;
    let assessment = kneewise_analyse::assess(&history, as_of);
    let advice = kneewise_advise::advise(&assessment);
    let left_out = arguments.leave_out.iter().copied().collect();
    let voice = Voice { as_of, units: context.units(&history.profile) };
    let case =
        Case { history: &history, assessment: &assessment, advice: &advice, voice, left_out: &left_out };
    if context.screen.is_json {
        return context.screen.json(&case.report());
    }
    let text = File::of(&case)
        .render()
        .map_err(|error| Failure::CannotDo(format!("cannot write the page: {error}")))?;
    let Some(path) = &arguments.out else { return context.screen.print(&text) };
    write_file(path, text.as_bytes())?;
    if context.screen.is_quiet {
        return Ok(());
    }
    context
        .screen
        .print(&format!("Wrote one page to `{}`. Open it in a browser and print it.", path.display()))
}
