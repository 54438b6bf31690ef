//! What several sources of one outing say together: field by field the richest that knows it.
//!
//! Samples come whole from one source, with its start, pauses and doubts: columns of two clocks do not mix. A
//! source that broke off is the poorest, however rich its kind. Texts of all sources are kept.
//!
//! Merging a merged activity again gives what merging all at once gives, as long as no source broke off and the
//! newcomer is richer or poorer in kind than every source merged before: a merged activity does not say which
//! source gave which field. So keep the sources, and merge all of them whenever one joins.

use crate::Recorded;
use crate::source::nothing;
use kneewise_types::{Activity, ActivitySource, Quality, Samples, Seconds, Sport, local_date};
use std::cmp::Reverse;
use std::collections::HashSet;

/// Laps of a source belong to the samples of another when both start within this time, s.
const SAME_START_S: f64 = 1.0;

/// One activity from its sources, whatever their order. Of no source: an activity of no length.
#[must_use]
pub fn merge(mut recorded: Vec<Recorded>) -> Recorded {
    recorded.sort_by(|a, b| rank(a).cmp(&rank(b)));
    let owner = recorded.iter().position(|one| !one.samples.is_empty());
    let samples = owner.and_then(|at| recorded.get_mut(at)).map(|one| std::mem::take(&mut one.samples));
    let activities: Vec<&Activity> = recorded.iter().map(|one| &one.activity).collect();
    let timed = activities.iter().find(|activity| activity.is_start_exact);
    let owner = owner.and_then(|at| activities.get(at)).or(timed).or(activities.first());
    let Some(owner) = owner else {
        return Recorded { activity: nothing(), samples: Samples::default() };
    };
    let activity = together(&activities, owner);
    Recorded { activity, samples: samples.unwrap_or_default() }
}

/// Richest first: whole before broken, then by kind, by number of samples, and by name.
fn rank(recorded: &Recorded) -> impl Ord {
    let activity = &recorded.activity;
    let is_broken = activity.quality.iter().any(|flag| matches!(flag, Quality::Truncated { .. }));
    let richest = activity.sources.first().cloned();
    let kind = richest.as_ref().map(|source| source.kind);
    (is_broken, kind.is_none(), kind, Reverse(recorded.samples.len()), richest, activity.id.clone())
}

/// `activities` richest first; `owner` gives the start and what is counted from it.
fn together(activities: &[&Activity], owner: &Activity) -> Activity {
    let mut merged = owner.clone();
    merged.id = activities.iter().map(|activity| &activity.id).min().unwrap_or(&owner.id).clone();
    merged.sources = sources(activities);
    merged.sport = sport(activities);
    merged.elapsed = elapsed(activities);
    fill(&mut merged, activities);
    place(&mut merged, activities);
    merged.laps = activities
        .iter()
        .filter(|activity| !activity.laps.is_empty() && starts_with(activity, owner))
        .map(|activity| activity.laps.clone())
        .next()
        .unwrap_or_default();
    merged.digest = None;
    merged
}

/// The fields that stand alone.
fn fill(merged: &mut Activity, activities: &[&Activity]) {
    merged.surface = first(activities, |activity| activity.surface);
    merged.timer = first(activities, |activity| activity.timer);
    merged.moving = first(activities, |activity| activity.moving);
    merged.distance = first(activities, |activity| activity.distance);
    merged.ascent = first(activities, |activity| activity.ascent);
    merged.descent = first(activities, |activity| activity.descent);
    merged.mean_heart_rate = first(activities, |activity| activity.mean_heart_rate);
    merged.max_heart_rate = first(activities, |activity| activity.max_heart_rate);
    merged.mean_cadence = first(activities, |activity| activity.mean_cadence);
    merged.mean_power = first(activities, |activity| activity.mean_power);
    merged.session_rpe = first(activities, |activity| activity.session_rpe);
    merged.feel = first(activities, |activity| activity.feel);
    merged.hard = first(activities, |activity| activity.hard);
    merged.title = first(activities, |activity| activity.title.clone());
    merged.shoe = first(activities, |activity| activity.shoe.clone());
    merged.device = first(activities, |activity| activity.device.clone());
    merged.description = texts(activities, |activity| activity.description.as_deref());
    merged.private_note = texts(activities, |activity| activity.private_note.as_deref());
}

fn first<T>(activities: &[&Activity], pick: impl Fn(&Activity) -> Option<T>) -> Option<T> {
    activities.iter().find_map(|activity| pick(activity))
}

/// The text of the richest source, and below it the lines that only others have.
fn texts<'a>(activities: &[&'a Activity], pick: impl Fn(&'a Activity) -> Option<&'a str>) -> Option<String> {
    let mut told = activities.iter().filter_map(|activity| pick(activity));
    let mut all = told.next()?.to_owned();
    for line in told.flat_map(str::lines) {
        if !all.lines().any(|kept| kept == line) {
            all.push('\n');
            all.push_str(line);
        }
    }
    Some(all)
}

/// A named sport before `other`, and a run on a trail or treadmill before a mere run.
fn sport(activities: &[&Activity]) -> Sport {
    let named = || activities.iter().map(|activity| activity.sport).filter(|sport| *sport != Sport::Other);
    match named().next() {
        Some(Sport::Run) => {
            named().find(|sport| matches!(sport, Sport::TrailRun | Sport::TreadmillRun)).unwrap_or(Sport::Run)
        }
        Some(sport) => sport,
        None => Sport::Other,
    }
}

/// The richest that tells more than none.
fn elapsed(activities: &[&Activity]) -> Seconds {
    let told = activities.iter().map(|activity| activity.elapsed);
    let first_told = told.clone().find(|elapsed| elapsed.as_s() > 0.0);
    first_told.or_else(|| told.clone().next()).unwrap_or(nothing().elapsed)
}

/// The best-founded offset, and the local day it gives the start.
fn place(merged: &mut Activity, activities: &[&Activity]) {
    let Some(best) = activities.iter().min_by_key(|activity| activity.offset_origin) else { return };
    merged.utc_offset_s = best.utc_offset_s;
    merged.offset_origin = best.offset_origin;
    if merged.is_start_exact {
        merged.local_date = local_date(merged.start, merged.utc_offset_s);
    }
}

fn starts_with(activity: &Activity, owner: &Activity) -> bool {
    super::agree::start_difference_s(activity, owner) <= SAME_START_S
}

/// Every source once, in the order in which they were believed.
fn sources(activities: &[&Activity]) -> Vec<ActivitySource> {
    let mut seen = HashSet::new();
    let all = activities.iter().flat_map(|activity| &activity.sources);
    all.filter(|source| seen.insert((source.content.as_str(), source.part))).cloned().collect()
}

#[cfg(test)]
#[path = "merge_tests.rs"]
mod tests;
