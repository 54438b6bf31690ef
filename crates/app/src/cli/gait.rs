//! `kneewise gait`: how you run, whether it changed, and more steps as an experiment.

mod plan;

use super::context::Context;
use super::failure::Failure;
use super::tables::table;
use crate::documents::gait::{self as documents, Document};
use crate::words::{Voice, gait as said};
use clap::{Args, Subcommand};
use kneewise_analyse::gait::{GaitWeek, gait_report};

#[derive(Debug, Args)]
#[command(after_help = "\
Norms are context: no way of running is good or bad by itself.

Examples:
  kneewise gait
  kneewise gait --json | jq .baseline.preferred
  kneewise gait plan                     two weeks of more steps, if yours are few for your speed
  kneewise gait plan --from 2026-10-05 --calf 1    how it is going, and whether to go on")]
pub struct GaitArguments {
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// More steps a minute as an experiment of two weeks, with the metronome of each run
    Plan(plan::PlanArguments),
}

pub fn run(arguments: &GaitArguments, context: &Context) -> Result<(), Failure> {
    if let Some(Verb::Plan(plan)) = &arguments.verb {
        return plan::run(plan, context);
    }
    let (history, as_of) = context.history(&mut context.store()?)?;
    let voice = Voice { as_of, units: context.units(&history.profile) };
    let report = gait_report(&history.gait, history.profile.height_m, as_of, None);
    let document = documents::document(&report, &voice);
    if context.screen.is_json {
        return context.screen.json(&document);
    }
    if report.runs == 0 {
        return context.screen.print("There is no run with samples yet. To begin: kneewise import PATH");
    }
    context.screen.print(&lines(&document, context).join("\n").replace('\u{a0}', " "))
}

fn lines(document: &Document, context: &Context) -> Vec<String> {
    let mut blocks = vec![document.text.clone()];
    if context.screen.has_bars && document.weeks.len() > 1 {
        blocks.push(vec![weeks(&document.weeks)]);
    }
    if !document.measures.is_empty() {
        blocks.push(measures(document, context));
    }
    blocks.push(document.missing.iter().map(|missing| context.screen.faint(&missing.text)).collect());
    blocks.retain(|block| !block.is_empty());
    blocks.join(&String::new())
}

/// Step rate against the habit, week by week, as one line of blocks.
fn weeks(weeks: &[GaitWeek]) -> String {
    const BLOCKS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    // From 10 % fewer to 10 % more steps than the habit.
    let level = |rho: f64| ((rho - 0.9) / 0.2 * 7.0).round().clamp(0.0, 7.0);
    let block = |week: &GaitWeek| {
        let level = level(week.rho);
        (0_u8..).zip(BLOCKS).find(|(at, _)| f64::from(*at) >= level).map_or('█', |(_, block)| block)
    };
    let line: String = weeks.iter().map(block).collect();
    format!("{line}  {}", said::texts().weeks(&weeks.len().to_string()))
}

fn measures(document: &Document, context: &Context) -> Vec<String> {
    let rows: Vec<Vec<String>> = document
        .measures
        .iter()
        .map(|one| {
            let value = |value: f64| said::value(one.measure, value);
            let none = || "·".to_owned();
            let band = one.vendor_percentiles.map(|(low, high)| format!("{low} to {high}"));
            vec![
                one.name.to_owned(),
                value(one.now),
                one.usual.map_or_else(none, value),
                one.runs.to_string(),
                band.unwrap_or_else(none),
            ]
        })
        .collect();
    let has_band = document.measures.iter().any(|one| one.vendor_percentiles.is_some());
    let mut lines = table(
        &["28 days", "now", "usual", "runs", "vendor's range"],
        &[false, true, true, true, true],
        &rows,
    );
    if let Some(first) = lines.first_mut() {
        *first = context.screen.faint(first);
    }
    lines.extend(has_band.then(|| context.screen.faint(said::texts().vendor_note())));
    lines
}
