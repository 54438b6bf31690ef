//! `kneewise log fpi`: the six items of foot posture, kept as their sum among the tests.

use crate::cli::context::{Context, now};
use crate::cli::failure::Failure;
use crate::importing::{self, Row, keep_rows};
use crate::words;
use clap::{Arg, ArgMatches, Command};
use kneewise_analyse::foot_posture::{class, sum};
use serde_json::json;

/// The name of the subcommand.
pub const NAME: &str = "fpi";

const HELP: &str = "\
Stand relaxed on both feet; somebody looks at one foot. Each item gives -2 (supinated) to 2 (pronated), 0 is neutral:
  1  feel the head of the ankle bone: on the outer side only -2, on both sides alike 0, on the inner side only 2
  2  the curves above and below the outer ankle bone: lower one flatter -2, alike 0, lower one deeper 2
  3  the heel from behind: tilted in -2, upright 0, tilted out 2
  4  the inner midfoot: hollow -2, flat 0, bulging 2
  5  the arch: high -2, ordinary 0, low 2
  6  the forefoot from behind: toes seen on the inner side -2, on both alike 0, on the outer side 2

Examples:
  kneewise log fpi --side left --items 1,1,2,1,1,1
  kneewise log fpi --side right --items 0,1,1,0,1,0 --date 2026-03-01";

/// What was given.
#[derive(Debug, Clone)]
pub struct Line {
    side: String,
    items: String,
    date: Option<String>,
}

pub fn subcommand() -> Command {
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(help).allow_hyphen_values(true)
    };
    Command::new(NAME)
        .about("Foot posture: the six items of FPI-6, summed")
        .after_help(HELP)
        .arg_required_else_help(true)
        .arg(option("side", "left|right", "Which foot").required(true).value_parser(["left", "right"]))
        .arg(option("items", "N,N,N,N,N,N", "The six items, each -2 to 2").required(true))
        .arg(option("date", "YYYY-MM-DD", "The day [default: today]"))
}

pub fn line(matches: &ArgMatches) -> Line {
    let text = |name| matches.get_one::<String>(name).cloned();
    Line {
        side: text("side").unwrap_or_default(),
        items: text("items").unwrap_or_default(),
        date: text("date"),
    }
}

pub fn run(line: &Line, context: &Context) -> Result<(), Failure> {
    let items: Option<Vec<i8>> = line.items.split([',', '|']).map(|item| item.trim().parse().ok()).collect();
    let total = items.as_deref().and_then(sum).ok_or_else(|| {
        Failure::WrongUsage(format!(
            "--items: `{}` is not six whole numbers between -2 and 2, such as 1,1,2,1,1,1",
            line.items
        ))
    })?;
    let mut store = context.store()?;
    let profile = store.profile()?;
    let row: Row = vec![
        ("date", line.date.clone().unwrap_or_else(|| context.as_of(&profile).to_string())),
        ("test", "fpi6".to_owned()),
        ("side", line.side.clone()),
        ("value", total.to_string()),
    ];
    keep_rows(&mut store, &profile, &[row], now()).map_err(|told| match told {
        importing::Refused::Store(error) => Failure::from(error),
        importing::Refused::Line(line) => Failure::WrongUsage(line),
    })?;
    if context.screen.is_json {
        return context
            .screen
            .json(&json!({ "schema": 1, "side": line.side, "sum": total, "class": class(total) }));
    }
    if context.screen.is_quiet {
        return Ok(());
    }
    context.screen.print(&words::scores::foot_posture(total, class(total)))
}
