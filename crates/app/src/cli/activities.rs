//! `kneewise activities`: the list, and one of them.

mod one;

pub use one::csv as samples_csv;

use super::context::Context;
use super::failure::Failure;
use super::tables::{counted, table};
use crate::words::outings::{clock, pace, sport};
use crate::{documents, words};
use clap::{Args, Subcommand};
use kneewise_types::{Activity, ActivityId, Date, UnitSystem};

#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "\
Examples:
  kneewise activities                    the newest twenty
  kneewise activities --all --sport run
  kneewise activities show 3f2a          enough of the id is enough
  kneewise activities show 3f2a --samples --json"
)]
pub struct ActivitiesArguments {
    #[command(subcommand)]
    verb: Option<Verb>,
    #[command(flatten)]
    list: ListArguments,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// The list
    List(ListArguments),
    /// One activity with its laps
    Show(one::ShowArguments),
}

#[derive(Debug, Args)]
struct ListArguments {
    /// The newest N [default: 20; with --json all]
    #[arg(long, value_name = "N", conflicts_with = "all")]
    last: Option<usize>,
    /// All of them
    #[arg(long)]
    all: bool,
    /// Only one sport, such as run
    #[arg(long, value_name = "SPORT", value_parser = sport_word)]
    sport: Option<kneewise_types::Sport>,
    /// From this day on
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::arguments::day)]
    from: Option<Date>,
    /// Up to this day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = super::arguments::day)]
    to: Option<Date>,
}

fn sport_word(word: &str) -> Result<kneewise_types::Sport, String> {
    kneewise_types::Sport::from_word(word).ok_or_else(|| {
        let words: Vec<&str> = kneewise_types::Sport::ALL.iter().map(|sport| sport.word()).collect();
        format!("`{word}` is not a sport: use one of {}", words.join(", "))
    })
}

/// Lines shown unless asked for more.
const NEWEST: usize = 20;

pub fn run(arguments: &ActivitiesArguments, context: &Context) -> Result<(), Failure> {
    match &arguments.verb {
        Some(Verb::Show(show)) => one::show(show, context),
        Some(Verb::List(list_arguments)) => list(list_arguments, context),
        None => list(&arguments.list, context),
    }
}

fn list(arguments: &ListArguments, context: &Context) -> Result<(), Failure> {
    let history = context.store()?.history()?;
    let as_of = context.as_of(&history.profile);
    let last_day = arguments.to.or(context.asked_day());
    let is_wanted = |activity: &Activity| {
        arguments.sport.is_none_or(|sport| activity.sport == sport)
            && arguments.from.is_none_or(|from| activity.local_date >= from)
            && last_day.is_none_or(|to| activity.local_date <= to)
    };
    let mut activities: Vec<&Activity> = history.activities.iter().filter(|a| is_wanted(a)).collect();
    let all = activities.len();
    let is_all = arguments.all || (context.screen.is_json && arguments.last.is_none());
    let shown = if is_all { all } else { arguments.last.unwrap_or(NEWEST) };
    activities.drain(..all.saturating_sub(shown));
    if context.screen.is_json {
        return context.screen.json(&documents::activities::document(&activities, as_of, activities.len()));
    }
    if all == 0 {
        return context.screen.print(if history.activities.is_empty() {
            "There are no activities yet. To begin: kneewise import PATH"
        } else {
            "No activity fits; `kneewise activities --all` lists all."
        });
    }
    context.screen.print(&text(&activities, all, as_of, context, context.units(&history.profile)))
}

fn text(activities: &[&Activity], all: usize, as_of: Date, context: &Context, units: UnitSystem) -> String {
    let per = match units {
        UnitSystem::Metric => "/km",
        UnitSystem::Imperial => "/mile",
    };
    let header = ["id", "day", "sport", "distance", "time", per, "bpm", "spm", "shoe"];
    let right = [false, true, false, true, true, true, true, true, false];
    let rows: Vec<Vec<String>> = activities.iter().map(|activity| cells(activity, as_of, units)).collect();
    let mut lines = table(&header, &right, &rows);
    if let Some(first) = lines.first_mut() {
        *first = context.screen.faint(first);
    }
    lines.push(String::new());
    let total = counted(u32::try_from(all).unwrap_or(u32::MAX), "activity", "activities");
    let more = if activities.len() < all {
        format!(
            "the newest {} of {total}; --all lists all, `kneewise activities show ID` opens one",
            activities.len()
        )
    } else {
        format!("{total}; `kneewise activities show ID` opens one")
    };
    lines.push(context.screen.faint(&more));
    lines.join("\n")
}

/// Enough of an id to open it: all of it when its file holds several activities.
pub fn short_id(id: &ActivityId) -> String {
    const ENOUGH: usize = 8;
    if id.0.contains('-') { id.0.clone() } else { id.0.chars().take(ENOUGH).collect() }
}

fn cells(activity: &Activity, as_of: Date, units: UnitSystem) -> Vec<String> {
    let dot = || "·".to_owned();
    let whole = |value: Option<f64>| value.map_or_else(dot, |value| format!("{value:.0}"));
    let is_on_foot = activity.sport.is_running()
        || matches!(activity.sport, kneewise_types::Sport::Walk | kneewise_types::Sport::Hike);
    vec![
        short_id(&activity.id),
        words::day(activity.local_date, as_of).replace('\u{a0}', " "),
        sport(activity.sport),
        activity.distance.map_or_else(dot, |d| words::distance(d.as_m(), units).replace('\u{a0}', " ")),
        clock(activity.duration()),
        pace(activity, units).filter(|_| is_on_foot).unwrap_or_else(dot),
        whole(activity.mean_heart_rate.map(kneewise_types::BeatsPerMinute::as_bpm)),
        whole(activity.mean_cadence.filter(|_| is_on_foot).map(kneewise_types::StepsPerMinute::as_spm)),
        activity.shoe.clone().unwrap_or_else(dot),
    ]
}
