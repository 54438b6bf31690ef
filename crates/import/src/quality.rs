//! Doubts about what was recorded: flagged, never repaired.
//!
//! One pass a doubt over the columns, whatever format they came from. A doubt that reading already flagged is
//! left as it is.

mod cadence;
mod clock;
mod position;

use crate::Recorded;
use kneewise_types::{Activity, Quality, Samples};

/// All doubts that the samples of an activity raise.
#[must_use]
pub fn doubts(activity: &Activity, samples: &Samples) -> Vec<Quality> {
    [
        position::spikes(activity.sport, samples),
        clock::jump(&activity.pauses, samples),
        clock::duplicates(samples),
        cadence::doubled(activity.sport, samples),
        cadence::lock(activity.sport, samples),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Adds to an activity the kinds of doubt that it does not have yet.
pub(crate) fn flag(recorded: &mut Recorded) {
    let known: Vec<_> = recorded.activity.quality.iter().map(std::mem::discriminant).collect();
    let found = doubts(&recorded.activity, &recorded.samples);
    let is_new = |quality: &Quality| !known.contains(&std::mem::discriminant(quality));
    recorded.activity.quality.extend(found.into_iter().filter(is_new));
}

/// Milliseconds of the samples in seconds.
fn seconds(ms: u32) -> f64 {
    f64::from(ms) / 1000.0
}
