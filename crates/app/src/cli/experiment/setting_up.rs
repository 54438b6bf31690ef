//! Setting up an experiment: what is asked, what stands against it, the drawn order.

use super::{Context, Failure, keep, say};
use crate::cli::context::now;
use crate::documents::experiments::id_of;
use crate::words::{self, Voice, experiment as said};
use clap::{Args, Subcommand, ValueEnum};
use kneewise_analyse::experiment::{drawn_order, obstacle, usual_rest_days};
use kneewise_types::{Date, Experiment, ExperimentKind, ExperimentOutcome, ExperimentStatus, History, Side};

/// At least one more than usual, and a day to train on.
const MOST_REST_DAYS: u8 = 6;

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
        #[arg(long, default_value_t = 7.5, value_name = "5-10", value_parser = percent)]
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
        #[arg(long, value_name = "1-6", value_parser = clap::value_parser!(u8).range(1..=6))]
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
    #[arg(long, default_value_t = 3, value_name = "2-6", value_parser = clap::value_parser!(u8).range(2..=6))]
    pairs: u8,
    /// Days of a block
    #[arg(long, default_value_t = 14, value_name = "14-28", value_parser = clap::value_parser!(u8).range(14..=28))]
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
    let value = text.parse().ok().filter(|value| (5.0..=10.0).contains(value));
    value.ok_or_else(|| format!("`{text}` is not a number between 5 and 10"))
}

pub fn run(arguments: &NewArguments, context: &Context) -> Result<(), Failure> {
    let mut store = context.store()?;
    let (history, as_of) = context.history(&mut store)?;
    let experiment = planned(&arguments.change, &history, as_of)?;
    let voice = Voice { as_of, units: context.units(&history.profile) };
    check(&experiment, &history, &voice)?;
    keep(&mut store, &history.profile, &experiment)?;
    drop(store);
    if let Some(note) = said::unseen(&experiment, &history) {
        context.screen.note(&note);
    }
    say(&id_of(&experiment), "Set up", context)
}

fn planned(change: &Change, history: &History, as_of: Date) -> Result<Experiment, Failure> {
    let (Change::StepRate { plan, .. } | Change::Shoes { plan, .. } | Change::RestDay { plan, .. }) = change;
    let seed = plan.seed.unwrap_or_else(|| now().as_millisecond().max(0));
    let seed = u64::try_from(seed).unwrap_or(0);
    let bare = Experiment {
        start: plan.start.unwrap_or_else(|| as_of.tomorrow().unwrap_or(as_of)),
        kind: ExperimentKind::StepRate,
        side: match plan.side {
            Knee::Left => Side::Left,
            Knee::Right => Side::Right,
        },
        block_days: plan.block_days,
        order: drawn_order(seed, plan.pairs),
        seed,
        outcome: match plan.outcome {
            Outcome::DailyPain => ExperimentOutcome::DailyPain,
            Outcome::FlareFreeDays => ExperimentOutcome::FlareFreeDays,
        },
        step_rate_factor: None,
        usual_pair: None,
        changed_pair: None,
        rest_days_a_week: None,
        stopped_on: None,
        stop_reason: None,
    };
    Ok(match change {
        Change::StepRate { percent, .. } => {
            Experiment { step_rate_factor: Some(1.0 + percent / 100.0), ..bare }
        }
        Change::Shoes { usual, other, .. } => Experiment {
            kind: ExperimentKind::Shoes,
            usual_pair: Some(known_pair("usual", usual, history)?),
            changed_pair: Some(known_pair("other", other, history)?),
            ..bare
        },
        Change::RestDay { rest_days, .. } => Experiment {
            kind: ExperimentKind::RestDays,
            rest_days_a_week: Some(more_rest(*rest_days, history, as_of)?),
            ..bare
        },
    })
}

/// The name as it is kept.
fn known_pair(option: &str, name: &str, history: &History) -> Result<String, Failure> {
    let key = |name: &str| name.trim().to_lowercase();
    let mut names: Vec<&str> = history.shoes.iter().map(|shoe| shoe.name.as_str()).collect();
    names.extend(history.activities.iter().filter_map(|activity| activity.shoe.as_deref()));
    if let Some(known) = names.iter().find(|known| key(known) == key(name)) {
        return Ok((*known).trim().to_owned());
    }
    names.sort_unstable();
    names.dedup();
    let known = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    Err(Failure::WrongUsage(if known.is_empty() {
        format!("--{option}: no pair is known yet: kneewise log shoe --name '{name}' --category daily")
    } else {
        format!("--{option}: `{name}` is no pair of yours, only {known}")
    }))
}

fn more_rest(asked: Option<u8>, history: &History, as_of: Date) -> Result<u8, Failure> {
    let usual = usual_rest_days(history, as_of);
    match (asked, usual) {
        (Some(asked), Some(usual)) if f64::from(asked) <= usual => Err(Failure::WrongUsage(format!(
            "--rest-days: you rest {usual:.1} days a week as it is; ask for more"
        ))),
        (Some(asked), _) => Ok(asked),
        (None, Some(usual)) => {
            let next = (1..=MOST_REST_DAYS).find(|days| f64::from(*days) > usual + 0.5);
            next.ok_or_else(|| {
                Failure::WrongUsage(format!(
                    "you rest {usual:.1} days a week as it is, no more is left to try"
                ))
            })
        }
        (None, None) => Err(Failure::WrongUsage(
            "--rest-days: your usual rest days are not known yet; say how many to try".to_owned(),
        )),
    }
}

/// What stands against it.
fn check(experiment: &Experiment, history: &History, voice: &Voice) -> Result<(), Failure> {
    let as_of = voice.as_of;
    if experiment.start < as_of {
        return Err(Failure::WrongUsage(format!(
            "--start: `{}` has passed; the order must be drawn before the first block",
            experiment.start
        )));
    }
    if experiment.kind == ExperimentKind::Shoes && experiment.usual_pair == experiment.changed_pair {
        return Err(Failure::WrongUsage("--other: it is the same pair as --usual".to_owned()));
    }
    let others = kneewise_analyse::assess(history, as_of).experiments;
    let open = others
        .iter()
        .find(|state| matches!(state.status, ExperimentStatus::Planned | ExperimentStatus::Running));
    if let Some(open) = open {
        return Err(Failure::CannotDo(said::one_at_a_time(&id_of(&open.experiment))));
    }
    let same = others.iter().any(|state| id_of(&state.experiment) == id_of(experiment));
    if same {
        return Err(Failure::WrongUsage("--start: an experiment of this kind began on that day".to_owned()));
    }
    match obstacle(history, experiment.kind, as_of) {
        Some(stop) => {
            let why = words::plain(&said::stop(&stop, voice));
            Err(Failure::CannotDo(format!(
                "not now: {}; kneewise why",
                lower_first(why.trim_end_matches('.'))
            )))
        }
        None => Ok(()),
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
