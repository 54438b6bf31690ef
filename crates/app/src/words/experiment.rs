//! Experiments on oneself: what today's block asks, how it was kept, what the blocks say, why to stop.

use super::numbers::{capital, count, few, per_cent, short};
use super::{Voice, knee};
use kneewise_types::{
    Arm, Block, Experiment, ExperimentKind, ExperimentOutcome, ExperimentState, ExperimentStatus,
    ExperimentStop, ExperimentVerdict, History,
};

/// What is changed, in the middle of a sentence.
#[must_use]
pub fn change(experiment: &Experiment) -> String {
    match experiment.kind {
        ExperimentKind::StepRate => "more steps a minute".to_owned(),
        ExperimentKind::Shoes => {
            let pair = |name: &Option<String>| name.clone().unwrap_or_default();
            format!("{} instead of {}", pair(&experiment.changed_pair), pair(&experiment.usual_pair))
        }
        ExperimentKind::RestDays => "more rest days".to_owned(),
    }
}

/// What a block asks.
#[must_use]
pub fn task(experiment: &Experiment, arm: Arm) -> String {
    let usual = arm == Arm::Usual;
    match experiment.kind {
        ExperimentKind::StepRate if usual => {
            "Run with your usual step rate, without counting steps.".to_owned()
        }
        ExperimentKind::StepRate => format!(
            "Run at the same speed with about {} more steps a minute.",
            per_cent(experiment.step_rate_factor.unwrap_or(1.0) - 1.0)
        ),
        ExperimentKind::Shoes => {
            let pair = if usual { &experiment.usual_pair } else { &experiment.changed_pair };
            format!("Run in {}, and name the pair of each run.", pair.as_deref().unwrap_or("that pair"))
        }
        ExperimentKind::RestDays if usual => "Train on your usual days.".to_owned(),
        ExperimentKind::RestDays => {
            let days = u32::from(experiment.rest_days_a_week.unwrap_or(1));
            let days = count(days, "day", "days");
            format!("Leave {days} a week without a run or strength training.")
        }
    }
}

/// Today's block for `why` and the diary; `None` unless the experiment runs.
#[must_use]
pub fn today(state: &ExperimentState) -> Option<String> {
    let (today, block) = (state.today?, state.block_today()?);
    let number = u32::try_from(today.block + 1).unwrap_or(u32::MAX);
    let how = match block.arm {
        Arm::Usual => "as usual",
        Arm::Changed => "with the change",
    };
    Some(format!(
        "Block {number} of {}, day {} of {}, {how}. {}",
        state.blocks.len(),
        today.day + 1,
        state.experiment.block_days,
        task(&state.experiment, block.arm)
    ))
}

/// Why it must not go on.
#[must_use]
pub fn stop(stop: &ExperimentStop, voice: &Voice) -> String {
    match stop {
        ExperimentStop::RedFlag { .. } => {
            "A sign of the knee must be seen by a professional first.".to_owned()
        }
        ExperimentStop::OpenQuestions => "The safety questions of the knee wait for an answer.".to_owned(),
        ExperimentStop::RedLight { since } => {
            format!("The knee has a red light since {}; first it must settle.", voice.day(*since))
        }
        ExperimentStop::CalfPain { date, points } => format!(
            "Calf or Achilles tendon hurt {points} of 10 on {}; above 2, more steps a minute must wait.",
            voice.day(*date)
        ),
        ExperimentStop::PainRuleTwice { first, second } => format!(
            "The knee did not take the runs of {} and {} well; twice in one block is the limit.",
            voice.day(*first),
            voice.day(*second)
        ),
        ExperimentStop::NewLowDropPair { since } => format!(
            "A pair with a low heel is new since {}; together with more steps a minute that asks too much of calf and Achilles tendon.",
            voice.day(*since)
        ),
    }
}

/// What the blocks say so far.
#[must_use]
pub fn verdict(state: &ExperimentState) -> String {
    let pairs = u32::try_from(state.result.differences.len()).unwrap_or(u32::MAX);
    let of_pairs = count(pairs, "pair of blocks", "pairs of blocks");
    let what = change(&state.experiment);
    let by = state.result.mean_difference.map(|by| size(by, state.experiment.outcome)).unwrap_or_default();
    match state.result.verdict {
        ExperimentVerdict::TooEarly => format!(
            "Too early to say: {} can be compared, and two are needed. A block counts once it is over and has five diary days.",
            if pairs == 0 { "no pair of blocks".to_owned() } else { of_pairs }
        ),
        ExperimentVerdict::Fits => {
            format!("It fits: with {what}, {by}, over {of_pairs}. {}", chance(state))
        }
        ExperimentVerdict::DoesNotFit => {
            format!("It does not fit: over {of_pairs} the knee was no better with {what}.")
        }
        ExperimentVerdict::Unclear => {
            format!("Not clear: over {of_pairs}, {by} with {what}, but not steadily. {}", chance(state))
        }
    }
}

fn size(by: f64, outcome: ExperimentOutcome) -> String {
    match outcome {
        ExperimentOutcome::DailyPain => format!("the knee hurt {} of 10 less on average", short(by)),
        ExperimentOutcome::FlareFreeDays => {
            format!("{} more of the days were without a flare", per_cent(by))
        }
    }
}

/// How many of the label swaps look as good.
fn chance(state: &ExperimentState) -> String {
    let swaps = 1_u32 << u32::try_from(state.result.differences.len()).unwrap_or(0).min(20);
    let whole = (state.result.p.unwrap_or(1.0) * f64::from(swaps)).round();
    let as_good = (1..=swaps).find(|n| f64::from(*n) >= whole - 0.5).unwrap_or(swaps);
    format!("Of {} ways to swap the labels {} would look as good.", few(swaps), few(as_good))
}

/// What weakens the comparison.
#[must_use]
pub fn doubt(state: &ExperimentState) -> Option<&'static str> {
    let is_told = !matches!(state.result.verdict, ExperimentVerdict::TooEarly);
    (is_told && !state.result.is_kept).then_some(
        "The blocks were not kept well enough, or it was not recorded, so this says little about the change.",
    )
}

/// What must be kept in mind, every time.
pub const CAVEAT: &str =
    "You know which block it is, and what you expect can change what you feel and enter.";

/// Where it stands.
#[must_use]
pub fn status(state: &ExperimentState, voice: &Voice) -> String {
    let end = state.blocks.last().map_or(state.experiment.start, |block| block.to);
    match state.status {
        ExperimentStatus::Planned => format!("It begins on {}.", voice.day(state.experiment.start)),
        ExperimentStatus::Running => format!("It runs until {}.", voice.day(end)),
        ExperimentStatus::Finished => format!("It ended on {}.", voice.day(end)),
        ExperimentStatus::Stopped => {
            let day = state.experiment.stopped_on.unwrap_or(end);
            format!("It was stopped on {}.", voice.day(day))
        }
    }
}

/// One line for a list: what, which knee, what is compared.
#[must_use]
pub fn title(experiment: &Experiment) -> String {
    let outcome = match experiment.outcome {
        ExperimentOutcome::DailyPain => "by the pain of each day",
        ExperimentOutcome::FlareFreeDays => "by days without a flare",
    };
    format!("{}, {}, {outcome}", capital(&change(experiment)), knee::knee(experiment.side))
}

/// How a block was kept.
#[must_use]
pub fn kept(experiment: &Experiment, block: &Block) -> String {
    let (one, many) = match experiment.kind {
        ExperimentKind::RestDays => ("week", "weeks"),
        ExperimentKind::StepRate | ExperimentKind::Shoes => ("run", "runs"),
    };
    let Some(_) = block.adherence.share() else {
        return if block.adherence.unknown > 0 { "not recorded".to_owned() } else { format!("no {one} yet") };
    };
    let noun = if block.adherence.of == 1 { one } else { many };
    format!("{} of {} {noun} as asked", block.adherence.kept, block.adherence.of)
}

/// What would not be seen of the blocks with what is recorded so far; one line, as notes are.
#[must_use]
pub fn unseen(experiment: &Experiment, history: &History) -> Option<String> {
    let is_named = || history.activities.iter().any(|activity| activity.shoe.is_some());
    let what = match experiment.kind {
        ExperimentKind::StepRate if history.gait.is_empty() => "no run tells a step rate yet",
        ExperimentKind::Shoes if !is_named() => "no run names its pair yet",
        ExperimentKind::RestDays if history.activities.is_empty() => "no run is recorded yet",
        _ if !history.symptoms.iter().any(|entry| entry.side == experiment.side) => {
            let knee = knee::knee(experiment.side);
            return Some(format!("the diary of the {knee} is empty; a block counts with five days entered"));
        }
        _ => return None,
    };
    Some(format!("{what}; without it nobody can see how well the blocks are kept"))
}

/// Why nothing was set up, beside the reasons to stop.
#[must_use]
pub fn one_at_a_time(id: &str) -> String {
    format!("one experiment at a time: `{id}` is not over; end it with kneewise experiment stop {id}")
}

#[cfg(test)]
pub(super) mod examples {
    use super::super::examples::day;
    use super::*;
    use kneewise_types::assessment::RedFlagId;
    use kneewise_types::{Adherence, BlockDay, Evidence, ExperimentResult, Grade, Side};

    /// Five days into the second of four blocks.
    pub fn state(kind: ExperimentKind, outcome: ExperimentOutcome) -> ExperimentState {
        let order = [Arm::Usual, Arm::Changed, Arm::Changed, Arm::Usual];
        let block = |arm: Arm| Block {
            arm,
            from: day("2026-09-14"),
            to: day("2026-09-27"),
            is_over: true,
            entered_days: 12,
            mean_pain: Some(2.0),
            flare_free_days: 14,
            adherence: Adherence { kept: 5, of: 6, unknown: 1 },
        };
        ExperimentState {
            experiment: Experiment {
                start: day("2026-09-14"),
                kind,
                side: Side::Left,
                block_days: 14,
                order: order.to_vec(),
                seed: 1,
                outcome,
                step_rate_factor: Some(1.08),
                usual_pair: Some("Swift 5".to_owned()),
                changed_pair: Some("Cove 2".to_owned()),
                rest_days_a_week: Some(3),
                stopped_on: None,
                stop_reason: None,
            },
            status: ExperimentStatus::Running,
            blocks: order.map(block).to_vec(),
            today: Some(BlockDay { block: 1, day: 4 }),
            stop: None,
            result: ExperimentResult {
                differences: vec![1.0, 0.6],
                mean_difference: Some(0.8),
                p: Some(0.25),
                smallest_p: Some(0.25),
                verdict: ExperimentVerdict::Fits,
                is_kept: true,
            },
            evidence: Evidence::new(Grade::D, "rule"),
        }
    }

    /// Every sentence, for the gallery.
    pub fn sentences(voice: &Voice) -> Vec<String> {
        let mut all = Vec::new();
        for kind in ExperimentKind::ALL {
            let state = state(*kind, ExperimentOutcome::DailyPain);
            all.push(format!("{}.", title(&state.experiment)));
            all.extend([Arm::Usual, Arm::Changed].map(|arm| task(&state.experiment, arm)));
            all.extend(today(&state));
            all.extend(
                state.blocks.iter().take(1).map(|block| format!("{}.", kept(&state.experiment, block))),
            );
        }
        for outcome in ExperimentOutcome::ALL {
            let mut state = state(ExperimentKind::Shoes, *outcome);
            for verdict_told in [
                ExperimentVerdict::Fits,
                ExperimentVerdict::DoesNotFit,
                ExperimentVerdict::Unclear,
                ExperimentVerdict::TooEarly,
            ] {
                state.result.verdict = verdict_told;
                all.push(verdict(&state));
            }
            state.result.verdict = ExperimentVerdict::Fits;
            state.result.is_kept = false;
            all.extend(doubt(&state).map(str::to_owned));
        }
        let mut state = state(ExperimentKind::RestDays, ExperimentOutcome::DailyPain);
        for stands in [
            ExperimentStatus::Planned,
            ExperimentStatus::Running,
            ExperimentStatus::Finished,
            ExperimentStatus::Stopped,
        ] {
            state.status = stands;
            all.push(status(&state, voice));
        }
        let day = day("2026-09-20");
        let stops = [
            ExperimentStop::RedFlag { id: RedFlagId::R4 },
            ExperimentStop::OpenQuestions,
            ExperimentStop::RedLight { since: day },
            ExperimentStop::CalfPain { date: day, points: 4 },
            ExperimentStop::PainRuleTwice { first: day, second: day },
            ExperimentStop::NewLowDropPair { since: day },
        ];
        all.extend(stops.iter().map(|reason| stop(reason, voice)));
        all.push(CAVEAT.to_owned());
        all
    }
}
