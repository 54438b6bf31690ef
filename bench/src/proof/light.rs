//! A life as a history with everything an import would have worked out, from light samples.

mod digest;
mod knee;
mod steps;

pub use digest::light_digest;

use kneewise_app::knees::Habits;
use kneewise_simulate::Life;
use kneewise_types::History;
use kneewise_types::knee::KneeDigest;

/// The history of a life as an import of its files would give it on the last day.
#[must_use]
pub fn history(life: &Life) -> History {
    let mut history = life.entries();
    let mut knees: Vec<Option<KneeDigest>> = Vec::new();
    for light in life.light_activities() {
        let mut activity = light.activity;
        knees.push(knee::light_knee(&activity, light.samples.as_ref()));
        activity.digest = light.samples.map(|samples| light_digest(&activity, &samples));
        history.activities.push(activity);
    }
    history.gait = knees.iter().filter_map(|knee| knee.as_ref()?.gait.clone()).collect();
    let habits = Habits::new(&history, &history.gait, life.end());
    let summary = |(activity, digest): (&_, &Option<KneeDigest>)| {
        let runner = habits.runner(&history, activity);
        let digest = digest.as_ref()?;
        Some(kneewise_analyse::knee::knee_summary(activity, digest, &runner, &habits.population))
    };
    history.knee = history.activities.iter().zip(&knees).filter_map(summary).collect();
    history
}
