//! kneewise-advise: what to change first.
//!
//! In: an assessment. Out: at most two new actions in the order of clinical text G.3, each with its evidence and
//! the findings behind it; or, before anything else, that a person must be seen or questions must be answered.
//! Never: a plan beside a red flag; a sentence (those are in the app); a clock, a disk, a network.

mod actions;
mod exercises;
pub mod false_alarms;
pub mod questions;
mod situation;

pub use exercises::{Dose, Exercise, ExerciseSide, KneeLoadClass, LoadType, exercise_ids, exercises};

use actions::Group;
use kneewise_types::advice::{Action, Advice};
use kneewise_types::assessment::{Assessment, Family, State};
use kneewise_types::reason::Reason;
use situation::Situation;

/// What to do about it.
#[must_use]
pub fn advise(assessment: &Assessment) -> Advice {
    if assessment.red_flags.iter().any(|flag| flag.is_blocking) {
        return Advice::SeekCare { red_flags: assessment.red_flags.clone() };
    }
    if !assessment.open_questions.is_empty() {
        return Advice::AnswerFirst { questions: assessment.open_questions.clone() };
    }
    Advice::Train { actions: train(assessment) }
}

/// The id of every action that may be advised, so that each can be given its sentence.
#[must_use]
pub fn action_ids() -> Vec<&'static str> {
    actions::catalogue().actions.into_iter().map(|action| action.id).collect()
}

fn train(assessment: &Assessment) -> Vec<Action> {
    let catalogue = actions::catalogue();
    let situation = Situation::of(assessment);
    catalogue
        .order
        .iter()
        .filter(|group| is_supported(assessment, **group, catalogue.min_belief))
        .filter_map(|group| {
            let action =
                catalogue.actions.iter().find(|a| a.group() == Some(*group) && situation.meets(a))?;
            Some(Action {
                family: group.family(),
                id: action.id,
                evidence: action.evidence(),
                reasons: group.family().map(|family| reasons(assessment, family)).unwrap_or_default(),
            })
        })
        .take(catalogue.most_new)
        .collect()
}

/// Safety is always looked at, a family from `min_belief` on.
fn is_supported(assessment: &Assessment, group: Group, min_belief: f64) -> bool {
    group.family().is_none_or(|family| {
        assessment.findings.iter().any(|finding| finding.family == family && finding.belief >= min_belief)
    })
}

/// The reasons of the rows that were seen and counted, strongest first.
fn reasons(assessment: &Assessment, family: Family) -> Vec<Reason> {
    let mut seen: Vec<_> = assessment
        .findings
        .iter()
        .filter(|finding| finding.family == family)
        .flat_map(|finding| &finding.mechanisms)
        .filter(|mechanism| mechanism.state == State::Present && mechanism.contribution > 0.0)
        .collect();
    seen.sort_by(|a, b| b.contribution.total_cmp(&a.contribution).then(a.row.cmp(&b.row)));
    seen.into_iter().flat_map(|mechanism| mechanism.reasons.iter().cloned()).collect()
}

#[cfg(test)]
mod tests;
