//! Experiments on oneself: which block a day belongs to, how it was kept, what the pairs of blocks say, when to stop.
//!
//! In: a planned experiment and the history. Out: its state on a day. Alternating blocks of two to four weeks, in pairs of
//! one usual and one changed block, in an order drawn before the first (load text F6). An experiment never outranks the knee:
//! behind a red flag, an open safety question or a red light it stops.

mod adherence;
mod comparison;
mod draw;
mod stop;

pub use adherence::usual_rest_days;
pub use draw::drawn_order;
pub use stop::obstacle;

use crate::calendar::{Window, add_days, count, days_between, mean};
use crate::load::LoadHistory;
use crate::one_knee::Knee;
use crate::order;
use crate::shoes::rack::Rack;
use adherence::Recorded;
use comparison::result;
use kneewise_types::{
    Block, BlockDay, Date, Evidence, Experiment, ExperimentState, ExperimentStatus, Grade, History,
};

/// Where the rules come from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

/// Every experiment known on a day, the latest first.
pub(crate) fn experiments(
    history: &History,
    load: &LoadHistory,
    knees: &[Knee; 2],
    as_of: Date,
) -> Vec<ExperimentState> {
    if history.experiments.is_empty() {
        return Vec::new();
    }
    let rack = Rack::new(history, as_of);
    let mut known: Vec<&Experiment> = history.experiments.iter().collect();
    order::sort_by_key(&mut known, |experiment| (std::cmp::Reverse(experiment.start), experiment.kind));
    known
        .into_iter()
        .filter_map(|experiment| {
            let knee = knees.iter().find(|knee| knee.side == experiment.side)?;
            let recorded = Recorded { history, load, rack: &rack, as_of };
            Some(state(experiment, knee, &recorded))
        })
        .collect()
}

fn state(experiment: &Experiment, knee: &Knee, recorded: &Recorded<'_>) -> ExperimentState {
    let as_of = recorded.as_of;
    let stopped_on = experiment.stopped_on.filter(|day| *day <= as_of);
    let last = stopped_on.map_or(as_of, |day| add_days(day, -1));
    let blocks: Vec<Block> = windows(experiment)
        .map(|(at, window)| block(experiment, (at, window), knee, &Recorded { as_of: last, ..*recorded }))
        .collect();
    let end = blocks.last().map_or(experiment.start, |block| block.to);
    let status = match stopped_on {
        Some(_) => ExperimentStatus::Stopped,
        None if as_of < experiment.start => ExperimentStatus::Planned,
        None if as_of > end => ExperimentStatus::Finished,
        None => ExperimentStatus::Running,
    };
    let today = (status == ExperimentStatus::Running).then(|| {
        let days = days_between(experiment.start, as_of);
        let length = i64::from(experiment.block_days).max(1);
        BlockDay {
            block: usize::try_from(days / length).unwrap_or(0),
            day: u32::try_from(days % length).unwrap_or(0),
        }
    });
    let is_open = matches!(status, ExperimentStatus::Planned | ExperimentStatus::Running);
    let current = today.and_then(|today| blocks.get(today.block));
    let stop = is_open.then(|| stop::stop(experiment, current, knee, recorded)).flatten();
    ExperimentState {
        experiment: experiment.clone(),
        status,
        today,
        stop,
        result: result(&blocks, experiment.outcome),
        blocks,
        evidence: EVIDENCE,
    }
}

/// The days of every block, oldest first.
fn windows(experiment: &Experiment) -> impl Iterator<Item = (usize, Window)> + '_ {
    let length = i64::from(experiment.block_days);
    experiment.order.iter().enumerate().map(move |(at, _)| {
        let from = add_days(experiment.start, length * i64::try_from(at).unwrap_or(0));
        (at, Window { from, to: add_days(from, length - 1) })
    })
}

fn block(
    experiment: &Experiment,
    (at, window): (usize, Window),
    knee: &Knee,
    recorded: &Recorded<'_>,
) -> Block {
    let arm = experiment.order.get(at).copied().unwrap_or(kneewise_types::Arm::Usual);
    let passed = Window { from: window.from, to: window.to.min(recorded.as_of) };
    let pains: Vec<f64> = knee.diary.pains(passed).into_iter().map(|(_, points)| f64::from(points)).collect();
    let in_flare: i64 = knee
        .flares
        .iter()
        .map(|flare| {
            passed.overlap_days(Window { from: flare.start, to: flare.end.unwrap_or(recorded.as_of) })
        })
        .sum();
    Block {
        arm,
        from: window.from,
        to: window.to,
        is_over: window.to <= recorded.as_of,
        entered_days: count(pains.len()),
        mean_pain: mean(&pains),
        flare_free_days: u32::try_from((passed.days() - in_flare).max(0)).unwrap_or(0),
        adherence: adherence::adherence(experiment, arm, passed, recorded),
    }
}

#[cfg(test)]
mod tests;
