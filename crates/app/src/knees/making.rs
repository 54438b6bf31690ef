//! Reads the samples of activities never asked before, on all cores, and keeps what they come to.

use super::Telling;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use kneewise_analyse::knee::digest::is_on_foot;
use kneewise_analyse::knee::knee_digest;
use kneewise_store::{KneeOutcome, PackedSamples, Store, StoreError};
use kneewise_types::{Activity, ActivityId, History};
use rayon::prelude::*;
use std::collections::HashMap;

/// Activities a batch: few enough that a stop is quick and memory small.
const BATCH: usize = 64;

/// Asks every activity on foot that was not asked before.
pub fn make_missing(
    store: &mut Store,
    history: &History,
    outcomes: &mut HashMap<ActivityId, KneeOutcome>,
    telling: &Telling<'_>,
) -> Result<(), StoreError> {
    let missing: Vec<&Activity> = history
        .activities
        .iter()
        .filter(|activity| is_on_foot(activity.sport) && !outcomes.contains_key(&activity.id))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let bar = bar(missing.len(), telling);
    for batch in missing.chunks(BATCH) {
        let made = match keep(store, batch) {
            // Whoever cannot write or wait can still be answered.
            Err(
                StoreError::ReadOnly | StoreError::Locked | StoreError::DiskFull | StoreError::DiskFailed,
            ) => make(batch, |id| store.packed_samples(id))?,
            made => made?,
        };
        for (id, outcome) in made {
            match outcome {
                Ok(outcome) => drop(outcomes.insert(id, outcome)),
                Err(error) => (telling.note)(&error.to_string()),
            }
        }
        bar.inc(u64::try_from(batch.len()).unwrap_or_default());
    }
    bar.finish_and_clear();
    Ok(())
}

/// What an activity came to; an error when its own samples are damaged.
type Made = (ActivityId, Result<KneeOutcome, StoreError>);

/// One batch, read and written in one transaction, so that no import comes between.
fn keep(store: &mut Store, batch: &[&Activity]) -> Result<Vec<Made>, StoreError> {
    store.write(|writing| {
        let made = make(batch, |id| writing.packed_samples(id))?;
        for (activity, (id, outcome)) in batch.iter().zip(&made) {
            let Ok(outcome) = outcome else { continue };
            // Another program may have put another activity in its place since the history was read.
            if writing.activity(id)?.is_some_and(|now| is_same(&now, activity)) {
                writing.put_knee_digest(id, outcome)?;
            }
        }
        Ok(made)
    })
}

/// Whether nothing changed that an outcome depends on beside the samples.
fn is_same(now: &Activity, then: &Activity) -> bool {
    let basis = |of: &Activity| (of.sport, of.surface, of.distance, of.duration(), of.mean_cadence);
    basis(now) == basis(then) && now.pauses == then.pauses && now.digest == then.digest
}

fn make(
    batch: &[&Activity],
    packed: impl Fn(&ActivityId) -> Result<PackedSamples, StoreError>,
) -> Result<Vec<Made>, StoreError> {
    let read = batch
        .iter()
        .map(|activity| Ok((*activity, packed(&activity.id)?)))
        .collect::<Result<Vec<_>, StoreError>>()?;
    let made = read.par_iter().map(|(activity, packed)| {
        let outcome = packed.unpack(&activity.id).map(|samples| knee_digest(activity, &samples));
        (activity.id.clone(), outcome)
    });
    Ok(made.collect())
}

fn bar(activities: usize, telling: &Telling<'_>) -> ProgressBar {
    if !telling.has_progress {
        return ProgressBar::hidden();
    }
    let length = u64::try_from(activities).unwrap_or_default();
    let bar = ProgressBar::with_draw_target(Some(length), ProgressDrawTarget::stderr_with_hz(10));
    let style = ProgressStyle::with_template("{bar:32} knee load of {pos} of {len} activities")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.set_style(style.progress_chars("━╸─"));
    bar
}
