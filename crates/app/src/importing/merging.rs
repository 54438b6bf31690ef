//! One outing, however many files tell of it: groups new sources with those kept before, inside the batch.
//!
//! A group is made again from all its sources whenever one joins it, so it does not matter which came first.

mod group;

use super::editions;
use super::reading::Told;
use group::{Group, Made};
use kneewise_import::duplicates;
use kneewise_store::{KneeOutcome, StoreError, StoredSource, Writing};
use kneewise_types::{Activity, ActivityId, Date};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A source that this batch kept, with its digest.
#[derive(Debug)]
pub struct New {
    pub activity: Activity,
    /// What it asked of the knee, where that is known.
    pub knee: Option<KneeOutcome>,
}

impl From<Told> for New {
    fn from(told: Told) -> Self {
        Self { activity: told.activity, knee: told.knee }
    }
}

/// How the batch changed the activities.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Merged {
    pub added: u32,
    /// New sources that joined another one.
    pub merged: u32,
}

/// Days around a new source in which another can tell of the same outing.
const NEAR_DAYS: i64 = 2;

/// Puts every new source into the activity it tells of.
pub fn merge(writing: &Writing<'_>, new: Vec<New>) -> Result<Merged, StoreError> {
    let days: BTreeSet<Date> = new.iter().map(|new| new.activity.local_date).collect();
    let mut fresh: BTreeMap<ActivityId, New> =
        new.into_iter().map(|new| (new.activity.id.clone(), new)).collect();
    let sources = fresh.len();
    let mut changed = Changed::default();
    for (from, to) in stretches(&days) {
        let near = writing.sources_between(from, to)?;
        let activities: Vec<&Activity> = near.iter().map(|source| &source.activity).collect();
        let replaced = editions::replaced(writing, &activities)?;
        let older: BTreeSet<&ActivityId> =
            replaced.iter().filter_map(|(older, _)| activities.get(*older)).map(|row| &row.id).collect();
        let mut merged = HashMap::new();
        for id in near.iter().filter_map(|source| source.merged_into.as_ref()) {
            *merged.entry(id).or_insert(0) += 1;
        }
        let around = Near { merged: &merged, older: &older };
        for group in duplicates::group_editions(&activities, &replaced) {
            let members: Vec<&StoredSource> = group.iter().filter_map(|at| near.get(*at)).collect();
            changed.look_at(&members, &around, &mut fresh);
        }
    }
    let before = changed.old.len();
    let after = changed.put(writing)?;
    let added = after.saturating_sub(before);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Ok(Merged { added: count(added), merged: count(sources.saturating_sub(added)) })
}

/// The sources around those of a batch.
struct Near<'a> {
    /// How many of them each activity was made from.
    merged: &'a HashMap<&'a ActivityId, usize>,
    /// Rows of logs that a later edition replaced: remembered, but no longer believed.
    older: &'a BTreeSet<&'a ActivityId>,
}

impl Near<'_> {
    /// Whether an activity was made from these members and no other source.
    fn is_of(&self, old: &ActivityId, members: &[&StoredSource]) -> bool {
        let of_it = members.iter().filter(|member| member.merged_into.as_ref() == Some(old)).count();
        self.merged.get(old).is_some_and(|sources| *sources == of_it)
    }
}

/// Activities to be made, and those in whose place they come.
#[derive(Default)]
struct Changed {
    alone: Vec<New>,
    groups: Vec<Group>,
    old: BTreeSet<ActivityId>,
}

impl Changed {
    /// Takes a group when its members are not exactly those of one activity made before.
    fn look_at(&mut self, members: &[&StoredSource], near: &Near<'_>, fresh: &mut BTreeMap<ActivityId, New>) {
        let old: BTreeSet<&ActivityId> =
            members.iter().filter_map(|member| member.merged_into.as_ref()).collect();
        let has_all = members.iter().all(|member| member.merged_into.is_some());
        if has_all && old.len() == 1 && old.iter().all(|old| near.is_of(old, members)) {
            return;
        }
        self.old.extend(old.into_iter().cloned());
        if let [only] = members
            && let Some(new) = fresh.remove(&only.activity.id)
        {
            self.alone.push(new);
            return;
        }
        self.groups.push(Group::new(members, near, fresh));
    }

    /// Merges on all cores, writes in order; returns how many activities were made.
    fn put(mut self, writing: &Writing<'_>) -> Result<usize, StoreError> {
        self.read(writing)?;
        writing.delete_activities(&self.old.iter().collect::<Vec<_>>())?;
        let merged: Vec<Made> =
            self.groups.par_iter().map(Group::merged).collect::<Result<_, StoreError>>()?;
        let made: Vec<Made> = self.alone.into_iter().map(Made::from).chain(merged).collect();
        let activities: Vec<_> = made.iter().map(|made| (&made.activity, made.samples.as_ref())).collect();
        writing.put_activities(&activities)?;
        let knees = made.iter().filter_map(|made| Some((&made.activity.id, made.knee.as_ref()?)));
        writing.put_knee_digests(&knees.collect::<Vec<_>>())?;
        Ok(made.len())
    }

    /// What the groups need of the database: digests made before and, only where they are needed, samples.
    fn read(&mut self, writing: &Writing<'_>) -> Result<(), StoreError> {
        let members = self.groups.iter().flat_map(|group| &group.sources);
        let sampled = writing.sampled_of(&members.map(|source| &source.activity.id).collect::<Vec<_>>())?;
        let before: Vec<&ActivityId> = self.groups.iter().flat_map(|group| &group.before).collect();
        let mut before: HashMap<ActivityId, Activity> =
            writing.activities_of(&before)?.into_iter().map(|old| (old.id.clone(), old)).collect();
        for group in &mut self.groups {
            group.remember(&mut before);
            for source in &mut group.sources {
                source.is_sampled = sampled.contains(&source.activity.id);
            }
            if group.needs_samples() {
                for source in group.sources.iter_mut().filter(|source| source.is_sampled) {
                    source.packed = writing.packed_source_samples(&source.activity.id)?;
                }
            }
        }
        Ok(())
    }
}

/// The days as few ranges, each wide enough to hold every source that may be the same outing.
fn stretches(days: &BTreeSet<Date>) -> Vec<(Date, Date)> {
    let widened = |day: Date, by: i64| day.saturating_add(jiff::Span::new().days(by));
    let mut ranges: Vec<(Date, Date)> = Vec::new();
    for day in days {
        let (from, to) = (widened(*day, -NEAR_DAYS), widened(*day, NEAR_DAYS));
        match ranges.last_mut() {
            Some(last) if from <= last.1 => last.1 = to,
            _ => ranges.push((from, to)),
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbouring_days_are_asked_for_once() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let days = ["2026-03-01", "2026-03-04", "2026-03-20"].into_iter().map(day).collect();
        assert_eq!(
            stretches(&days),
            [(day("2026-02-27"), day("2026-03-06")), (day("2026-03-18"), day("2026-03-22"))]
        );
    }
}
