//! `experiment --json`, and the experiments of `why --json`.

use super::own_data::{self, OwnShown};
use super::{SCHEMA, wire};
use crate::words::{Voice, experiment as said, plain};
use kneewise_types::own_data::OwnData;
use kneewise_types::{
    Arm, Block, Date, Experiment, ExperimentKind, ExperimentOutcome, ExperimentResult, ExperimentState,
    ExperimentStatus, ExperimentStop, Side,
};
use serde::Serialize;
use utoipa::ToSchema;

/// Experiments, the latest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Experiments)]
pub struct Document {
    pub schema: u32,
    #[schema(value_type = String, format = Date)]
    pub as_of: Date,
    pub experiments: Vec<ExperimentShown>,
}

/// One experiment with its blocks.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Experiment)]
pub struct ExperimentShown {
    pub id: String,
    /// `step_rate`, `shoes` or `rest_days`.
    #[schema(value_type = String, example = "step_rate")]
    pub kind: ExperimentKind,
    #[schema(value_type = wire::Side)]
    pub side: Side,
    #[schema(value_type = String, format = Date)]
    pub start: Date,
    /// Last day of the last block.
    #[schema(value_type = String, format = Date)]
    pub end: Date,
    pub block_days: u8,
    /// `daily_pain` or `flare_free_days`.
    #[schema(value_type = String, example = "daily_pain")]
    pub outcome: ExperimentOutcome,
    /// What the order was drawn from.
    pub seed: u64,
    pub step_rate_factor: Option<f64>,
    pub usual_pair: Option<String>,
    pub changed_pair: Option<String>,
    pub rest_days_a_week: Option<u8>,
    #[schema(value_type = Option<String>, format = Date)]
    pub stopped_on: Option<Date>,
    pub stop_reason: Option<String>,
    /// `planned`, `running`, `finished` or `stopped`.
    #[schema(value_type = String, example = "running")]
    pub status: ExperimentStatus,
    pub today: Option<TodayShown>,
    /// Why it must not go on.
    pub stop: Option<StopShown>,
    /// Each with `arm` (`A` usual, `B` changed), `from`, `to`, `is_over`, `entered_days`, `mean_pain`, `flare_free_days` and
    /// `adherence` (`kept` of `of`, `unknown`).
    #[schema(value_type = Vec<Object>)]
    pub blocks: Vec<Block>,
    /// `differences` (better with the change is positive), `mean_difference`, `p`, `smallest_p`, `verdict`, `is_kept`.
    #[schema(value_type = Object)]
    pub result: ExperimentResult,
    /// Whether it counts as tested in the runner's own statistics.
    pub agrees: bool,
    /// What these say of what it changes: `tier` is `tested` when they and the blocks agree.
    pub own_data: Option<OwnShown>,
    pub source: &'static str,
    pub grade: char,
    pub text: String,
    pub caveat: &'static str,
}

/// What today's block asks.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ExperimentDay)]
pub struct TodayShown {
    /// From 1.
    pub block: usize,
    pub day: u32,
    #[schema(value_type = String, example = "B")]
    pub arm: Arm,
    pub text: String,
}

/// Why an experiment must not go on.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ExperimentStop)]
pub struct StopShown {
    #[serde(flatten)]
    #[schema(value_type = Object)]
    pub reason: ExperimentStop,
    pub text: String,
}

/// The document of some experiments.
#[must_use]
pub fn document(states: &[ExperimentState], own: &OwnData, voice: &Voice) -> Document {
    Document { schema: SCHEMA, as_of: voice.as_of, experiments: shown_all(states, own, voice) }
}

/// Each experiment for programs.
#[must_use]
pub fn shown_all(states: &[ExperimentState], own: &OwnData, voice: &Voice) -> Vec<ExperimentShown> {
    states.iter().map(|state| shown(state, own, voice)).collect()
}

/// First day and kind: what an experiment is called.
#[must_use]
pub fn id_of(experiment: &Experiment) -> String {
    format!("{}-{}", experiment.start, experiment.kind.code().replace('_', "-"))
}

fn shown(state: &ExperimentState, own: &OwnData, voice: &Voice) -> ExperimentShown {
    let Experiment { start, kind, side, block_days, outcome, seed, .. } = state.experiment;
    let experiment = state.experiment.clone();
    let today = state.today.zip(state.block_today()).map(|(today, block)| TodayShown {
        block: today.block + 1,
        day: today.day + 1,
        arm: block.arm,
        text: plain(&said::task(&state.experiment, block.arm)),
    });
    ExperimentShown {
        id: id_of(&experiment),
        kind,
        side,
        start,
        end: state.blocks.last().map_or(start, |block| block.to),
        block_days,
        outcome,
        seed,
        step_rate_factor: experiment.step_rate_factor,
        usual_pair: experiment.usual_pair,
        changed_pair: experiment.changed_pair,
        rest_days_a_week: experiment.rest_days_a_week,
        stopped_on: experiment.stopped_on,
        stop_reason: experiment.stop_reason,
        status: state.status,
        // Who must stop is not told to go on.
        today: today.filter(|_| state.stop.is_none()),
        stop: state.stop.map(|reason| StopShown { reason, text: plain(&said::stop(&reason, voice)) }),
        blocks: state.blocks.clone(),
        result: state.result.clone(),
        agrees: state.agrees(),
        own_data: own.of_experiment(&state.experiment).map(own_data::shown),
        source: state.evidence.source.0,
        grade: state.evidence.grade.letter(),
        text: plain(&said::verdict(state)),
        caveat: said::caveat(),
    }
}
