//! What is due today besides the answer: the block of an experiment, the weekly check.

use super::experiments::id_of;
use super::wire;
use crate::words::{Voice, experiment, plain, scores};
use kneewise_analyse::Due;
use kneewise_types::Side;
use serde::Serialize;
use utoipa::ToSchema;

/// One thing to do, or to stop doing.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Reminder)]
pub struct ReminderShown {
    /// `experiment`, `experiment_stop` or `weekly_check`.
    #[schema(example = "experiment")]
    pub kind: &'static str,
    #[schema(value_type = wire::Side)]
    pub side: Side,
    /// The experiment, as `experiment show` takes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub experiment: Option<String>,
    pub text: String,
}

/// Everything due, in the order of the diary.
#[must_use]
pub fn reminders(due: &Due, voice: &Voice) -> Vec<ReminderShown> {
    let experiments = due.experiments.iter().filter_map(|state| {
        let (kind, text) = match &state.stop {
            Some(stop) => ("experiment_stop", format!("Wait. {}", experiment::stop(stop, voice))),
            None => ("experiment", experiment::today(state)?),
        };
        let (side, experiment) = (state.experiment.side, Some(id_of(&state.experiment)));
        Some(ReminderShown { kind, side, experiment, text: plain(&text) })
    });
    let weekly = due.weekly.iter().map(|due| {
        let text = format!("{} {}", scores::week_due(due, voice), scores::week_line(due));
        ReminderShown { kind: "weekly_check", side: due.side, experiment: None, text: plain(&text) }
    });
    experiments.chain(weekly).collect()
}
