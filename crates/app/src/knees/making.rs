//! Reads the samples of activities never asked before, on all cores, and keeps what they come to.

use super::Telling;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use kneewise_analyse::knee::digest::is_on_foot;
use kneewise_analyse::knee::knee_digest;
use kneewise_store::{KneeOutcome, PackedSamples, Store, StoreError};
use kneewise_types::{Activity, ActivityId, History};
use std::collections::HashMap;
use std::sync::mpsc::channel;

/// Activities a batch: few enough that a stop is quick and memory small.
const BATCH: usize = 256;

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
            ) => make(batch, |id| store.packed_samples(id), |_| Ok(()))?,
            made => made?,
        };
        for (activity, outcome) in made {
            match outcome {
                Ok(outcome) => drop(outcomes.insert(activity.id.clone(), outcome)),
                Err(error) => (telling.note)(&error.to_string()),
            }
        }
        bar.inc(u64::try_from(batch.len()).unwrap_or_default());
    }
    bar.finish_and_clear();
    Ok(())
}

/// What an activity came to; an error when its own samples are damaged.
type Made<'a> = (&'a Activity, Result<KneeOutcome, StoreError>);

/// One batch, read and written in one transaction, so that no import comes between.
fn keep<'a>(store: &mut Store, batch: &[&'a Activity]) -> Result<Vec<Made<'a>>, StoreError> {
    store.write(|writing| {
        let keep = |(activity, outcome): &Made<'_>| {
            let Ok(outcome) = outcome else { return Ok(()) };
            // Another program may have put another activity in its place since the history was read.
            if writing.activity(&activity.id)?.is_some_and(|now| is_same(&now, activity)) {
                writing.put_knee_digest(&activity.id, outcome)?;
            }
            Ok(())
        };
        make(batch, |id| writing.packed_samples(id), keep)
    })
}

/// Whether nothing changed that an outcome depends on beside the samples.
pub fn is_same(now: &Activity, then: &Activity) -> bool {
    let basis = |of: &Activity| (of.sport, of.surface, of.distance, of.duration(), of.mean_cadence);
    basis(now) == basis(then) && now.pauses == then.pauses && now.digest == then.digest
}

/// This thread talks to the database, before and after; the others compute meanwhile.
fn make<'a>(
    batch: &[&'a Activity],
    packed: impl Fn(&ActivityId) -> Result<PackedSamples, StoreError>,
    keep: impl Fn(&Made<'a>) -> Result<(), StoreError>,
) -> Result<Vec<Made<'a>>, StoreError> {
    let (computed, waiting) = channel::<Made<'a>>();
    let mut all = Vec::with_capacity(batch.len());
    rayon::in_place_scope(|scope| {
        let mut take = |made: Made<'a>| {
            keep(&made)?;
            all.push(made);
            Ok::<_, StoreError>(())
        };
        for &activity in batch {
            let (packed, computed) = (packed(&activity.id)?, computed.clone());
            scope.spawn(move |_| {
                let samples = packed.unpack(&activity.id);
                // Nobody waits any more when the database failed.
                let _ = computed.send((activity, samples.map(|samples| knee_digest(activity, &samples))));
            });
            waiting.try_iter().try_for_each(&mut take)?;
        }
        drop(computed);
        waiting.iter().try_for_each(&mut take)
    })?;
    Ok(all)
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
