//! `kneewise demo`: a simulated runner's files, read into a throw-away database, and the answer.

use super::context::Context;
use super::failure::{Failure, io_reason};
use super::import::import;
use super::serve::{Listening, serve};
use crate::{documents, why};
use clap::Args;
use kneewise_simulate::{Scenario, plan};
use kneewise_store::{DatabaseUrl, Store};
use kneewise_types::{Date, History, Profile};
use serde_json::json;
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_help = "\
Your own database is not touched. The simulated runner did one run far too long for the month before it, and
the knee answered two days later: see whether the answer finds it.

Examples:
  kneewise demo
  kneewise demo --serve --open
  kneewise demo --json | jq .why.causes")]
pub struct DemoArguments {
    /// Show the page in the browser on the simulated runner
    #[arg(long)]
    serve: bool,
    #[command(flatten)]
    listening: Listening,
}

/// What was made, and where.
struct Demo {
    folder: PathBuf,
    database: DatabaseUrl,
    history: History,
}

pub fn run(arguments: &DemoArguments, context: &Context) -> Result<(), Failure> {
    let as_of = context.as_of(&Profile::default());
    let demo = make(as_of, context)?;
    if arguments.serve {
        return serve(&arguments.listening, demo.database, context);
    }
    let assessment = kneewise_analyse::assess(&demo.history, as_of);
    let advice = kneewise_advise::advise(&assessment);
    let next = next(&demo, as_of);
    if context.screen.is_json {
        let document = documents::why::document(&assessment, &advice, context.units(&demo.history.profile));
        return context.screen.json(&json!({
            "schema": 1,
            "as_of": as_of,
            "why": document,
            "database": demo.database.to_string(),
            "folder": demo.folder,
            "next": next,
        }));
    }
    let answer = why::render(&assessment, &advice, &context.style(&demo.history.profile));
    let mut text = context.screen.faint(&format!(
        "A simulated runner: {} activities and {} diary entries over eighteen months.",
        demo.history.activities.len(),
        demo.history.symptoms.len()
    ));
    text.push_str("\n\n");
    text.push_str(answer.trim_end());
    text.push_str("\n\n");
    text.push_str(&context.screen.bold("Where to look next"));
    for line in &next {
        text.push_str("\n  ");
        text.push_str(line);
    }
    context.screen.print(&text)
}

fn make(as_of: Date, context: &Context) -> Result<Demo, Failure> {
    let cannot = |error: std::io::Error| {
        Failure::CannotDo(format!("cannot make a folder for the demo: {}", io_reason(&error)))
    };
    let folder = tempfile::Builder::new().prefix("kneewise-demo-").tempdir().map_err(cannot)?.keep();
    let files = folder.join("files");
    super::simulate::write(&plan(&Scenario::demo(as_of)), &files)?;
    let database = DatabaseUrl::file(&folder.join("demo.db"));
    import(&[files], &database, context)?;
    let mut store = Store::open(&database)?;
    let mut history = store.history()?;
    context.add_knees(&mut history, &mut store, as_of)?;
    Ok(Demo { folder, database, history })
}

fn next(demo: &Demo, as_of: Date) -> Vec<String> {
    let on_it = format!("--database {} --as-of {as_of}", demo.database);
    vec![
        format!("kneewise load {on_it}"),
        format!("kneewise diary {on_it}"),
        "kneewise import PATH     your own files; then: kneewise why".to_owned(),
    ]
}
