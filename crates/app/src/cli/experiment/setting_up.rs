//! Setting up an experiment: its options.

use super::{Context, Failure, failure, say};
use crate::cli::context::now;
use crate::documents::experiments::id_of;
use crate::experiments::{self, Known, Wish, seed};
use crate::words::{Voice, experiment as said};
use clap::builder::RangedI64ValueParser;
use clap::{Args, Subcommand, ValueEnum};
use kneewise_types::{Date, ExperimentKind, ExperimentOutcome, Side};
use std::ops::RangeInclusive;

#[derive(Debug, Args)]
pub struct NewArguments {
    #[command(subcommand)]
    change: Change,
}

#[derive(Debug, Subcommand)]
enum Change {
    /// More steps a minute at the same speed
    StepRate {
        /// How many more, in percent
        #[arg(long, default_value_t = Wish::PERCENT, value_name = "5-10", value_parser = percent)]
        percent: f64,
        #[command(flatten)]
        plan: Plan,
    },
    /// Another pair of shoes
    Shoes {
        /// The pair you run in, by its name
        #[arg(long, value_name = "NAME")]
        usual: String,
        /// The pair to try
        #[arg(long, value_name = "NAME")]
        other: String,
        #[command(flatten)]
        plan: Plan,
    },
    /// More days a week without a run or strength training
    #[command(alias = "rest-days")]
    RestDay {
        /// How many rest days a week [default: one more than usual]
        #[arg(long, value_name = "1-6", value_parser = within(Wish::REST_DAYS))]
        rest_days: Option<u8>,
        #[command(flatten)]
        plan: Plan,
    },
}

#[derive(Debug, Args)]
struct Plan {
    /// Which knee it is for
    #[arg(long, value_enum)]
    side: Knee,
    /// Pairs of blocks: with two the smallest chance is one in four, with three one in eight
    #[arg(long, default_value_t = Wish::PROPOSED_PAIRS, value_name = "2-6", value_parser = within(Wish::PAIRS))]
    pairs: u8,
    /// Days of a block
    #[arg(long, default_value_t = *Wish::BLOCK_DAYS.start(), value_name = "14-28", value_parser = within(Wish::BLOCK_DAYS))]
    block_days: u8,
    /// What is compared
    #[arg(long, value_enum, default_value_t = Outcome::DailyPain)]
    outcome: Outcome,
    /// First day [default: the day after the one asked]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::cli::arguments::day)]
    start: Option<Date>,
    /// What the order is drawn from [default: the moment]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i64).range(0..))]
    seed: Option<i64>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Knee {
    Left,
    Right,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Outcome {
    DailyPain,
    FlareFreeDays,
}

fn percent(text: &str) -> Result<f64, String> {
    let value = text.parse().ok().filter(|value| Wish::PERCENTS.contains(value));
    value.ok_or_else(|| format!("`{text}` is not a number between 5 and 10"))
}

fn within(range: RangeInclusive<u8>) -> RangedI64ValueParser<u8> {
    clap::value_parser!(u8).range(i64::from(*range.start())..=i64::from(*range.end()))
}

pub fn run(arguments: &NewArguments, context: &Context) -> Result<(), Failure> {
    let mut store = context.store()?;
    let (history, as_of) = context.history(&mut store)?;
    let voice = Voice { as_of, units: context.units(&history.profile) };
    let states = kneewise_analyse::assess(&history, as_of).experiments;
    let known = Known { history: &history, states: &states, as_of };
    let experiment = experiments::set_up(&mut store, &known, &wish(&arguments.change), now())
        .map_err(|refused| failure(refused, &voice))?;
    drop(store);
    if let Some(note) = said::unseen(&experiment, &history) {
        context.screen.note(&note);
    }
    say(&id_of(&experiment), "Set up", context)
}

fn wish(change: &Change) -> Wish {
    let (Change::StepRate { plan, .. } | Change::Shoes { plan, .. } | Change::RestDay { plan, .. }) = change;
    let kind = match change {
        Change::StepRate { .. } => ExperimentKind::StepRate,
        Change::Shoes { .. } => ExperimentKind::Shoes,
        Change::RestDay { .. } => ExperimentKind::RestDays,
    };
    let side = match plan.side {
        Knee::Left => Side::Left,
        Knee::Right => Side::Right,
    };
    let seed = plan.seed.and_then(|seed| u64::try_from(seed).ok()).unwrap_or_else(|| seed(now()));
    let bare = Wish {
        pairs: plan.pairs,
        block_days: plan.block_days,
        outcome: match plan.outcome {
            Outcome::DailyPain => ExperimentOutcome::DailyPain,
            Outcome::FlareFreeDays => ExperimentOutcome::FlareFreeDays,
        },
        start: plan.start,
        ..Wish::new(kind, side, seed)
    };
    match change {
        Change::StepRate { percent, .. } => Wish { percent: *percent, ..bare },
        Change::Shoes { usual, other, .. } => {
            Wish { usual: Some(usual.clone()), other: Some(other.clone()), ..bare }
        }
        Change::RestDay { rest_days, .. } => Wish { rest_days: *rest_days, ..bare },
    }
}
