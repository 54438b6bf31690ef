//! When an experiment must not begin, and when it must not go on.
//!
//! Formula: in this order: a blocking red flag; open safety questions; a red light that is not closed; for more steps a
//!   minute calf or Achilles pain above 2 in the days of this block, or a pair of low drop (at most 6 mm, or minimal) first
//!   used in the last 56 days; amber or red after two runs of a changed block. Units: points, days, mm.
//! Source: load text E5, E6; clinical text A.3, B.4; low drop as in G.2 F4; 56 days as in clinical E.5 [choice], key `rule`.
//! Grade D. Limits: what is not entered cannot stop anything. Says nothing: of experiments that are over.

use super::adherence::Recorded;
use crate::assess::assess;
use crate::calendar::{Window, add_days};
use crate::causes::footwear::low_drop::drop_mm;
use crate::one_knee::Knee;
use kneewise_types::assessment::Assessment;
use kneewise_types::light::Light;
use kneewise_types::shoe::ShoeCategory;
use kneewise_types::symptom::OtherPainSite;
use kneewise_types::{Arm, Block, Date, Experiment, ExperimentKind, ExperimentStop, History, Shoe};

const MOST_CALF_PAIN: u8 = 2;
const RECENT_DAYS: i64 = 7;
const LOW_DROP_MM: f64 = 6.0;
const NEW_DAYS: i64 = 56;

/// Why an experiment must not begin on a day, if anything stands against it.
#[must_use]
pub fn obstacle(history: &History, kind: ExperimentKind, as_of: Date) -> Option<ExperimentStop> {
    let assessment = assess(history, as_of);
    safety(&assessment).or_else(|| {
        let is_step_rate = kind == ExperimentKind::StepRate;
        is_step_rate.then(|| new_low_drop_pair(history, as_of)).flatten()
    })
}

/// What concerns either knee.
fn safety(assessment: &Assessment) -> Option<ExperimentStop> {
    let flag = assessment.red_flags.iter().find(|flag| flag.is_blocking);
    let red = assessment.lights.iter().find_map(|light| light.open_red.as_ref());
    flag.map(|flag| ExperimentStop::RedFlag { id: flag.id })
        .or_else(|| (!assessment.open_questions.is_empty()).then_some(ExperimentStop::OpenQuestions))
        .or_else(|| red.map(|red| ExperimentStop::RedLight { since: red.since }))
}

/// Why a planned or running experiment must stop.
pub(super) fn stop(
    experiment: &Experiment,
    today: Option<&Block>,
    knee: &Knee,
    recorded: &Recorded<'_>,
) -> Option<ExperimentStop> {
    let flag = knee.red_flags.iter().find(|flag| flag.is_blocking);
    let red = knee.light.as_ref().and_then(|light| light.open_red.as_ref());
    let is_step_rate = experiment.kind == ExperimentKind::StepRate;
    flag.map(|flag| ExperimentStop::RedFlag { id: flag.id })
        .or_else(|| knee.open_questions.as_ref().map(|_| ExperimentStop::OpenQuestions))
        .or_else(|| red.map(|red| ExperimentStop::RedLight { since: red.since }))
        .or_else(|| is_step_rate.then(|| calf(recorded, today)).flatten())
        .or_else(|| is_step_rate.then(|| new_low_drop_pair(recorded.history, recorded.as_of)).flatten())
        .or_else(|| pain_rule(knee, today.filter(|block| block.arm == Arm::Changed)?, recorded.as_of))
}

/// The worst calf pain of the last week of this block, on either side: both legs run at the new rate.
fn calf(recorded: &Recorded<'_>, today: Option<&Block>) -> Option<ExperimentStop> {
    let from = add_days(recorded.as_of, 1 - RECENT_DAYS).max(today?.from);
    let window = Window { from, to: recorded.as_of };
    let told = recorded.history.symptoms.iter().filter(|entry| window.contains(entry.date));
    let pains = told.flat_map(|entry| entry.other_pain.iter().map(|pain| (entry.date, pain)));
    let calves = pains.filter(|(_, pain)| pain.site == OtherPainSite::CalfOrAchilles);
    calves
        .map(|(date, pain)| (pain.score.points(), date))
        .filter(|(points, _)| *points > MOST_CALF_PAIN)
        .max()
        .map(|(points, date)| ExperimentStop::CalfPain { date, points })
}

/// The last two runs of the block after which the knee was amber or red.
fn pain_rule(knee: &Knee, block: &Block, as_of: Date) -> Option<ExperimentStop> {
    let window = Window { from: block.from, to: block.to.min(as_of) };
    let mut failed = knee
        .lights
        .runs
        .iter()
        .filter(|run| window.contains(run.date) && matches!(run.light, Light::Amber | Light::Red))
        .map(|run| run.date)
        .rev();
    let (second, first) = (failed.next()?, failed.next()?);
    Some(ExperimentStop::PainRuleTwice { first, second })
}

/// The latest low-drop pair that is new.
fn new_low_drop_pair(history: &History, as_of: Date) -> Option<ExperimentStop> {
    let window = Window::ending(as_of, NEW_DAYS);
    let is_low = |shoe: &&Shoe| {
        shoe.category == Some(ShoeCategory::Minimal) || drop_mm(shoe).is_some_and(|drop| drop <= LOW_DROP_MM)
    };
    let first_used = |shoe: &Shoe| {
        let name = shoe.name.trim().to_lowercase();
        let worn = history.activities.iter().filter(|activity| {
            activity.shoe.as_deref().is_some_and(|worn| worn.trim().to_lowercase() == name)
        });
        worn.map(|activity| activity.local_date).chain(shoe.first_used).min()
    };
    let new = history.shoes.iter().filter(is_low).filter_map(first_used).filter(|day| window.contains(*day));
    new.max().map(|since| ExperimentStop::NewLowDropPair { since })
}
