//! `kneewise knee`: what the knee carried, and what another way of running would have changed.

mod show;
mod what_if;

use super::context::Context;
use super::failure::Failure;
use super::tables::table;
use crate::documents::knee::{self as documents};
use crate::knees::Gathered;
use crate::words::Voice;
use crate::words::knee_load::{heaviest, model_note};
use clap::{Args, Subcommand};
use kneewise_analyse::knee::{KneeActivity, KneeDay, KneeLoad, ground_shares};
use kneewise_types::Date;

#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "\
Slower running is more load and less damage a kilometre, so both are always shown.

Examples:
  kneewise knee
  kneewise knee --since 2026-01-01 --json | jq '.days[-7:]'
  kneewise knee show 3f2a                where on a run the knee worked hardest
  kneewise knee day 2026-09-20           which part of which run made a day
  kneewise knee what-if --cadence +7% --since 2026-01-01"
)]
pub struct KneeArguments {
    #[command(subcommand)]
    verb: Option<Verb>,
    #[command(flatten)]
    since: Since,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// The same runs with more steps, at another speed, without steep descents, …
    WhatIf(what_if::WhatIfArguments),
    /// One activity: where the knee worked hardest, by kilometre and lap
    Show(show::ShowArguments),
    /// One day: which part of which run asked most of the knee
    Day(show::DayArguments),
}

#[derive(Debug, Args)]
struct Since {
    /// From this day on [default: the last 8 weeks]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::arguments::day)]
    since: Option<Date>,
}

impl Since {
    fn day(&self, as_of: Date) -> Date {
        self.since.unwrap_or_else(|| documents::since(as_of))
    }
}

pub fn run(arguments: &KneeArguments, context: &Context) -> Result<(), Failure> {
    match &arguments.verb {
        Some(Verb::WhatIf(what_if)) => what_if::run(what_if, context),
        Some(Verb::Show(show)) => show::show(show, context),
        Some(Verb::Day(day)) => show::day(day, context),
        None => overview(arguments, context),
    }
}

fn overview(arguments: &KneeArguments, context: &Context) -> Result<(), Failure> {
    let mut store = context.store()?;
    let history = store.history()?;
    let as_of = context.as_of(&history.profile);
    let from = arguments.since.day(as_of);
    let knees = context.knees(&mut store, &history)?;
    let gathered = knees.gather(&history, (from, as_of));
    let document = documents::document(&gathered, from, as_of);
    if context.screen.is_json {
        return context.screen.json(&document);
    }
    if document.activities.is_empty() {
        return context.screen.print("There is no run or walk in these days. To begin: kneewise import PATH");
    }
    let voice = Voice { as_of, units: context.units(&history.profile) };
    let mut lines = rows(&document.activities, &voice, context);
    lines.push(String::new());
    lines.extend(heaviest_day(&gathered, &document.days, &voice));
    lines.push(String::new());
    lines.push(context.screen.faint(model_note()));
    context.screen.print(&lines.join("\n").replace('\u{a0}', " "))
}

fn rows(loads: &[&KneeLoad], voice: &Voice, context: &Context) -> Vec<String> {
    let mut sorted = loads.to_vec();
    sorted.sort_by(|a, b| (a.local_date, &a.id).cmp(&(b.local_date, &b.id)));
    let most = sorted.iter().map(|load| load.patellofemoral.dose.impulse_bw_s).fold(0.0, f64::max);
    let rows: Vec<Vec<String>> = sorted
        .iter()
        .map(|load| {
            let front = load.patellofemoral.dose;
            let mut row = vec![
                voice.day(load.local_date),
                voice.distance(load.distance_m),
                front.peak_bw.map_or_else(|| "·".to_owned(), |bw| format!("{bw:.1}")),
                format!("{:.0}", front.impulse_bw_s),
                format!("{:.0}", front.damage_steps.m6),
            ];
            if context.screen.has_bars {
                row.push(super::chart::bar(front.impulse_bw_s, most, 20));
            }
            row
        })
        .collect();
    let mut header = vec!["kneecap joint", "distance", "peak BW", "load BW s", "damage steps"];
    if context.screen.has_bars {
        header.push("");
    }
    let mut lines = table(&header, &[true, true, true, true, true, false], &rows);
    if let Some(first) = lines.first_mut() {
        *first = context.screen.faint(first);
    }
    lines
}

/// Which day asked most, and which ground of it.
fn heaviest_day(gathered: &Gathered<'_>, days: &[KneeDay], voice: &Voice) -> Option<String> {
    let damage = |day: &KneeDay| day.dose.patellofemoral.damage_steps.m6;
    let day = days.iter().max_by(|a, b| damage(a).total_cmp(&damage(b)))?;
    let of_day = |knee: &&KneeActivity| knee.load.local_date == day.date;
    let own = |knee: &KneeActivity| knee.load.patellofemoral.dose.damage_steps.m6;
    let main = gathered.knees.iter().filter(of_day).max_by(|a, b| own(a).total_cmp(&own(b)))?;
    let ground = ground_shares(main, &gathered.preferred).filter(|_| day.activities.len() == 1);
    Some(heaviest(voice, day.date, damage(day), ground.as_ref()))
}
