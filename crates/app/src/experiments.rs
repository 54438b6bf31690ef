//! Experiments on oneself, set up and ended: the same for a command, a form and a program.
//!
//! In: what is wished, the history. Out: the line that is kept, or what stands against it. Never: a rule of when to stop;
//! those are in `analyse`.

mod wish;

pub use wish::Wish;

use crate::documents::experiments::id_of;
use crate::importing::{self, Row, keep_rows};
use crate::words::experiment as said;
use kneewise_analyse::experiment::{drawn_order, obstacle, usual_rest_days};
use kneewise_store::{Store, StoreError};
use kneewise_types::{
    Date, Experiment, ExperimentKind, ExperimentState, ExperimentStatus, ExperimentStop, History, Profile,
    Timestamp,
};

/// Why none was set up or ended.
#[derive(Debug)]
pub enum Refused {
    Store(StoreError),
    /// A value that cannot be, by its field.
    Value {
        field: &'static str,
        what: String,
    },
    /// Another one is not over: its id.
    Open(String),
    /// The knee comes first.
    Knee(ExperimentStop),
    /// The reader of the log did not take it.
    Line(String),
}

impl From<importing::Refused> for Refused {
    fn from(refused: importing::Refused) -> Self {
        match refused {
            importing::Refused::Store(error) => Self::Store(error),
            importing::Refused::Line(line) => Self::Line(line),
        }
    }
}

impl Refused {
    fn value(field: &'static str, what: impl Into<String>) -> Self {
        Self::Value { field, what: what.into() }
    }
}

/// The one that is planned or running.
#[must_use]
pub fn open(states: &[ExperimentState]) -> Option<&ExperimentState> {
    states.iter().find(|state| is_open(state))
}

/// Whether it is planned or running.
#[must_use]
pub fn is_open(state: &ExperimentState) -> bool {
    matches!(state.status, ExperimentStatus::Planned | ExperimentStatus::Running)
}

/// The names of the pairs that are known, sorted.
#[must_use]
pub fn pairs(history: &History) -> Vec<&str> {
    let mut names: Vec<&str> = history.shoes.iter().map(|shoe| shoe.name.trim()).collect();
    names.extend(history.activities.iter().filter_map(|activity| activity.shoe.as_deref()).map(str::trim));
    names.sort_unstable();
    names.dedup();
    names
}

/// How many rest days a week would be one more than usual; `None` when the usual is not known or no more is left.
#[must_use]
pub fn one_more_rest_day(history: &History, as_of: Date) -> Option<u8> {
    let usual = usual_rest_days(history, as_of)?;
    Wish::REST_DAYS.into_iter().find(|days| f64::from(*days) > usual + 0.5)
}

/// What an order is drawn from when nobody says it: the moment.
#[must_use]
pub fn seed(now: Timestamp) -> u64 {
    u64::try_from(now.as_millisecond()).unwrap_or(0)
}

/// What is known when one is set up.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    pub history: &'a History,
    /// Every experiment, as it stands on the day.
    pub states: &'a [ExperimentState],
    pub as_of: Date,
}

/// Sets one up: draws the order and keeps it, unless something stands against it.
pub fn set_up(
    store: &mut Store,
    known: &Known<'_>,
    wish: &Wish,
    now: Timestamp,
) -> Result<Experiment, Refused> {
    let experiment = planned(wish, known.history, known.as_of)?;
    check(&experiment, known)?;
    keep_rows(store, &known.history.profile, &[row(&experiment)], now)?;
    Ok(experiment)
}

/// Ends one on a day.
pub fn end(
    store: &mut Store,
    profile: &Profile,
    (experiment, because): (&Experiment, Option<&str>),
    (as_of, now): (Date, Timestamp),
) -> Result<Experiment, Refused> {
    let because = because.map(str::trim).filter(|text| !text.is_empty());
    let stopped =
        Experiment { stopped_on: Some(as_of), stop_reason: because.map(str::to_owned), ..experiment.clone() };
    keep_rows(store, profile, &[row(&stopped)], now)?;
    Ok(stopped)
}

fn planned(wish: &Wish, history: &History, as_of: Date) -> Result<Experiment, Refused> {
    let is = |kind| wish.kind == kind;
    let pair = |field: &'static str, name: &Option<String>| {
        is(ExperimentKind::Shoes).then(|| known_pair(field, name.as_deref(), history)).transpose()
    };
    Ok(Experiment {
        start: wish.start.unwrap_or_else(|| as_of.tomorrow().unwrap_or(as_of)),
        kind: wish.kind,
        side: wish.side,
        block_days: wish.block_days,
        order: drawn_order(wish.seed, wish.pairs),
        seed: wish.seed,
        outcome: wish.outcome,
        step_rate_factor: is(ExperimentKind::StepRate).then_some(1.0 + wish.percent / 100.0),
        usual_pair: pair("usual", &wish.usual)?,
        changed_pair: pair("other", &wish.other)?,
        rest_days_a_week: is(ExperimentKind::RestDays)
            .then(|| more_rest(wish.rest_days, history, as_of))
            .transpose()?,
        stopped_on: None,
        stop_reason: None,
    })
}

/// The name as it is kept.
fn known_pair(field: &'static str, name: Option<&str>, history: &History) -> Result<String, Refused> {
    let name = name.ok_or_else(|| Refused::value(field, said::which_pair()))?;
    let key = |name: &str| name.trim().to_lowercase();
    let known = pairs(history);
    if let Some(known) = known.iter().find(|known| key(known) == key(name)) {
        return Ok((*known).to_owned());
    }
    Err(Refused::value(field, said::unknown_pair(name, &known)))
}

fn more_rest(asked: Option<u8>, history: &History, as_of: Date) -> Result<u8, Refused> {
    let refused = |what: String| Err(Refused::value("rest_days", what));
    match (asked, usual_rest_days(history, as_of)) {
        (Some(asked), Some(usual)) if f64::from(asked) <= usual => refused(said::ask_for_more_rest(usual)),
        (Some(asked), _) => Ok(asked),
        (None, Some(usual)) => match one_more_rest_day(history, as_of) {
            Some(days) => Ok(days),
            None => refused(said::no_more_rest_left(usual)),
        },
        (None, None) => refused(said::usual_rest_unknown().to_owned()),
    }
}

/// What stands against it.
fn check(experiment: &Experiment, known: &Known<'_>) -> Result<(), Refused> {
    if experiment.start < known.as_of {
        return Err(Refused::value("start", said::start_has_passed(experiment.start)));
    }
    if experiment.kind == ExperimentKind::Shoes && experiment.usual_pair == experiment.changed_pair {
        return Err(Refused::value("other", said::same_pair()));
    }
    if let Some(open) = open(known.states) {
        return Err(Refused::Open(id_of(&open.experiment)));
    }
    if known.states.iter().any(|state| id_of(&state.experiment) == id_of(experiment)) {
        return Err(Refused::value("start", said::began_that_day()));
    }
    match obstacle(known.history, experiment.kind, known.as_of) {
        Some(stop) => Err(Refused::Knee(stop)),
        None => Ok(()),
    }
}

/// The columns of `experiments.csv`.
#[must_use]
pub fn row(experiment: &Experiment) -> Row {
    let text = |value: Option<String>| value.unwrap_or_default();
    let order: Vec<String> = experiment
        .order
        .chunks(2)
        .map(|pair| pair.iter().map(|arm| arm.code()).collect::<String>())
        .collect();
    vec![
        ("date", experiment.start.to_string()),
        ("kind", experiment.kind.code().to_owned()),
        ("side", experiment.side.word().to_owned()),
        ("block_days", experiment.block_days.to_string()),
        ("order", order.join("-")),
        ("seed", experiment.seed.to_string()),
        ("outcome", experiment.outcome.code().to_owned()),
        ("step_rate_factor", text(experiment.step_rate_factor.map(|factor| factor.to_string()))),
        ("usual_pair", text(experiment.usual_pair.clone())),
        ("changed_pair", text(experiment.changed_pair.clone())),
        ("rest_days_a_week", text(experiment.rest_days_a_week.map(|days| days.to_string()))),
        ("stopped_on", text(experiment.stopped_on.map(|day: Date| day.to_string()))),
        ("stop_reason", text(experiment.stop_reason.clone())),
    ]
}
