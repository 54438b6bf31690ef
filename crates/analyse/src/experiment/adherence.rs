//! How well a block was kept, from what was recorded: step rate, pair of shoes, rest days.
//!
//! Formula: a run counts as changed when its median rho lies above the middle between 1 and the factor asked (against the
//!   habit before the experiment); a run in the pair of the block is kept; of rest days every full week of the block with
//!   all days known, changed from so many days without run or strength training. Kept = as the block asks.
//! Units: counts of runs or weeks. Source: load text E6, F6 [choice], key `rule`. Grade D.
//! Limits: a metronome that was not followed for long enough looks like one that was not used.
//! Says nothing: runs without steady minutes, without a named pair; weeks with unknown days.

use crate::calendar::{Window, add_days, count, mean, real_days};
use crate::causes::case::strength_days;
use crate::gait::gait_baseline;
use crate::load::LoadHistory;
use crate::load::gather;
use crate::load::number::median;
use crate::order;
use crate::shoes::rack::Rack;
use kneewise_types::{Adherence, Arm, Date, Experiment, ExperimentKind, GaitDigest, History};

const WEEK: i64 = 7;

/// What the days are read from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Recorded<'a> {
    pub history: &'a History,
    pub load: &'a LoadHistory,
    pub rack: &'a Rack<'a>,
    pub as_of: Date,
}

/// The runs or weeks of the days of a block that have passed.
pub(super) fn adherence(
    experiment: &Experiment,
    arm: Arm,
    passed: Window,
    recorded: &Recorded<'_>,
) -> Adherence {
    let told: Vec<Seen> = match experiment.kind {
        ExperimentKind::StepRate => step_rates(experiment, passed, recorded),
        ExperimentKind::Shoes => pairs(experiment, passed, recorded),
        ExperimentKind::RestDays => rest_days(experiment, passed, recorded),
    };
    let number = |wanted: &dyn Fn(Seen) -> bool| count(told.iter().filter(|seen| wanted(**seen)).count());
    Adherence {
        kept: number(&|seen| seen == Seen::As(arm)),
        of: number(&|seen| seen != Seen::Unknown),
        unknown: number(&|seen| seen == Seen::Unknown),
    }
}

/// How one run or week was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    As(Arm),
    /// Like neither: a third pair of shoes.
    Otherwise,
    Unknown,
}

const fn seen(is_changed: bool) -> Seen {
    Seen::As(if is_changed { Arm::Changed } else { Arm::Usual })
}

fn step_rates(experiment: &Experiment, passed: Window, recorded: &Recorded<'_>) -> Vec<Seen> {
    let before = gait_baseline(&recorded.history.gait, experiment.start, Some(experiment.start));
    let middle = f64::midpoint(1.0, experiment.step_rate_factor.unwrap_or(1.0));
    let of_run = |run: &GaitDigest| {
        let preferred = before.as_ref()?.preferred;
        let mut rho: Vec<f64> =
            run.segments.iter().map(|steady| preferred.rho(steady.speed_mps, steady.cadence_spm)).collect();
        median(&mut rho).map(|rho| seen(rho >= middle))
    };
    let runs = recorded.history.gait.iter().filter(|run| passed.contains(run.local_date));
    runs.map(|run| of_run(run).unwrap_or(Seen::Unknown)).collect()
}

fn pairs(experiment: &Experiment, passed: Window, recorded: &Recorded<'_>) -> Vec<Seen> {
    let key = |name: &str| name.trim().to_lowercase();
    let [usual, changed] =
        [&experiment.usual_pair, &experiment.changed_pair].map(|name| name.as_deref().map(key));
    let of_run = |pair: Option<usize>| match pair.and_then(|at| recorded.rack.pairs.get(at)) {
        None => Seen::Unknown,
        Some(worn) if usual.as_ref() == Some(&worn.key) => Seen::As(Arm::Usual),
        Some(worn) if changed.as_ref() == Some(&worn.key) => Seen::As(Arm::Changed),
        Some(_) => Seen::Otherwise,
    };
    recorded.rack.runs(passed).iter().map(|run| of_run(run.pair)).collect()
}

/// Rest days a week of the last eight weeks whose days are all known; `None` without any.
#[must_use]
pub fn usual_rest_days(history: &History, as_of: Date) -> Option<f64> {
    let load = gather(history, as_of);
    let busy = busy_days(history, &load, as_of);
    let weeks = (0..8).map(|week| Window::ending(add_days(as_of, -WEEK * week), WEEK));
    let known = weeks.filter(|span| load.days.known_days(span.from, span.to) == 7);
    let rest: Vec<f64> = known.map(|span| real_days(rest_of(&busy, span))).collect();
    mean(&rest)
}

/// Days with a run or strength training, sorted.
fn busy_days(history: &History, load: &LoadHistory, as_of: Date) -> Vec<Date> {
    let mut busy: Vec<Date> = load.sessions.iter().map(|session| session.date).collect();
    busy.extend(strength_days(history, as_of));
    order::sort(&mut busy);
    busy.dedup();
    busy
}

fn rest_of(busy: &[Date], week: Window) -> i64 {
    let trained = busy.iter().filter(|day| week.contains(**day)).count();
    WEEK - i64::try_from(trained).unwrap_or(WEEK)
}

fn rest_days(experiment: &Experiment, passed: Window, recorded: &Recorded<'_>) -> Vec<Seen> {
    let least = i64::from(experiment.rest_days_a_week.unwrap_or(7));
    let busy = busy_days(recorded.history, recorded.load, recorded.as_of);
    (0..passed.days() / WEEK)
        .map(|week| {
            let from = add_days(passed.from, week * WEEK);
            let span = Window { from, to: add_days(from, WEEK - 1) };
            let is_known = recorded.load.days.known_days(span.from, span.to) == 7;
            if is_known { seen(rest_of(&busy, span) >= least) } else { Seen::Unknown }
        })
        .collect()
}
