//! Sources put together into outings, whatever their order.
//!
//! The closest pairs join first; two sources of one content never come into one group, directly or by way of
//! others; a log line joins one recording at most.

use super::agree::{self, Distance};
use kneewise_types::Activity;
use std::collections::{BTreeMap, BTreeSet};

/// Groups sources that tell of one outing. Each group lists indices into `activities`, in order.
#[must_use]
pub fn group(activities: &[&Activity]) -> Vec<Vec<usize>> {
    group_linked(activities, &[])
}

/// Groups sources, those that an export table links by name in any case.
#[must_use]
pub fn group_linked(activities: &[&Activity], links: &[(usize, usize)]) -> Vec<Vec<usize>> {
    group_all(activities, links, &BTreeSet::new())
}

/// Groups sources; rows of a log that a later edition `replaced` follow the newest row of their outing and look for
/// no other company.
#[must_use]
pub fn group_editions(activities: &[&Activity], replaced: &[(usize, usize)]) -> Vec<Vec<usize>> {
    group_all(activities, replaced, &replaced.iter().map(|(older, _)| *older).collect())
}

fn group_all(
    activities: &[&Activity],
    links: &[(usize, usize)],
    silent: &BTreeSet<usize>,
) -> Vec<Vec<usize>> {
    let mut groups = Groups::new(activities);
    groups.join_equal_sources();
    for (a, b) in links {
        groups.join(*a, *b);
    }
    for pairs in [timed_pairs(activities), log_pairs(activities, true), log_pairs(activities, false)] {
        for pair in pairs {
            if silent.contains(&pair.a) || silent.contains(&pair.b) {
                continue;
            }
            groups.join(pair.a, pair.b);
        }
    }
    groups.finish()
}

/// Two sources that may be one outing.
#[derive(Debug, Clone, Copy)]
struct Pair {
    distance: Distance,
    a: usize,
    b: usize,
}

/// Closest first; equals by their names, so that the order of the input does not matter.
fn sorted(activities: &[&Activity], mut pairs: Vec<Pair>) -> Vec<Pair> {
    let key = |at: usize| activities.get(at).map(|activity| first_source(activity));
    let names = |pair: &Pair| {
        let (a, b) = (key(pair.a), key(pair.b));
        if a <= b { (a, b) } else { (b, a) }
    };
    pairs.sort_by(|x, y| {
        let by_distance = x.distance.partial_cmp(&y.distance).unwrap_or(std::cmp::Ordering::Equal);
        by_distance.then_with(|| names(x).cmp(&names(y)))
    });
    pairs
}

/// Content and part of an activity's first source.
fn first_source(activity: &Activity) -> (&str, u32) {
    activity.sources.first().map_or(("", 0), |source| (source.content.as_str(), source.part))
}

/// Pairs of sources with a start of their own.
fn timed_pairs(activities: &[&Activity]) -> Vec<Pair> {
    let mut order: Vec<(usize, &Activity)> =
        activities.iter().copied().enumerate().filter(|(_, activity)| !agree::is_log(activity)).collect();
    order.sort_by_key(|(_, activity)| activity.start);
    let mut pairs = Vec::new();
    for (position, (a, first)) in order.iter().enumerate() {
        for (b, second) in order.iter().skip(position + 1) {
            if agree::start_difference_s(first, second) > agree::ZONES_S {
                break;
            }
            pairs.extend(agree::timed(first, second).map(|distance| Pair { distance, a: *a, b: *b }));
        }
    }
    sorted(activities, pairs)
}

/// Pairs with a log line in them: of two logs, or of a log and a recording of the same local day.
fn log_pairs(activities: &[&Activity], between_logs: bool) -> Vec<Pair> {
    let mut days: BTreeMap<_, Vec<(usize, &Activity)>> = BTreeMap::new();
    for (at, activity) in activities.iter().enumerate() {
        days.entry(activity.local_date).or_default().push((at, activity));
    }
    let mut pairs = Vec::new();
    for day in days.values() {
        for (a, log) in day.iter().filter(|(_, activity)| agree::is_log(activity)) {
            for (b, other) in day {
                let is_wanted =
                    if between_logs { agree::is_log(other) && a < b } else { !agree::is_log(other) };
                if is_wanted {
                    pairs.extend(agree::logged(log, other).map(|distance| Pair { distance, a: *a, b: *b }));
                }
            }
        }
    }
    sorted(activities, pairs)
}

/// Disjoint sets that refuse to hold one content twice or, for log lines, two recordings.
struct Groups<'a> {
    activities: &'a [&'a Activity],
    parent: Vec<usize>,
    members: Vec<Vec<usize>>,
}

impl<'a> Groups<'a> {
    fn new(activities: &'a [&'a Activity]) -> Self {
        let all = 0..activities.len();
        Self { activities, parent: all.clone().collect(), members: all.map(|at| vec![at]).collect() }
    }

    fn root(&self, mut at: usize) -> usize {
        while let Some(parent) = self.parent.get(at).filter(|parent| **parent != at) {
            at = *parent;
        }
        at
    }

    fn members_of(&self, root: usize) -> &[usize] {
        self.members.get(root).map_or(&[], Vec::as_slice)
    }

    /// The same part of the same content given twice is one source.
    fn join_equal_sources(&mut self) {
        let mut seen: BTreeMap<(&str, u32), usize> = BTreeMap::new();
        for (at, activity) in self.activities.iter().enumerate() {
            if activity.sources.is_empty() {
                continue;
            }
            match seen.get(&first_source(activity)) {
                Some(first) => self.unite(*first, at),
                None => {
                    seen.insert(first_source(activity), at);
                }
            }
        }
    }

    fn join(&mut self, a: usize, b: usize) {
        if a.max(b) >= self.activities.len() {
            return;
        }
        let (a, b) = (self.root(a), self.root(b));
        if a != b && !self.shares_content(a, b) && !self.would_bridge(a, b) {
            self.unite(a, b);
        }
    }

    fn contents(&self, root: usize) -> BTreeSet<&'a str> {
        let activities = self.activities;
        let of = |at: &usize| activities.get(*at).copied().into_iter().flat_map(|activity| &activity.sources);
        self.members_of(root).iter().flat_map(of).map(|source| source.content.as_str()).collect()
    }

    fn shares_content(&self, a: usize, b: usize) -> bool {
        !self.contents(a).is_disjoint(&self.contents(b))
    }

    /// A log line must not join two recordings that do not agree themselves.
    fn would_bridge(&self, a: usize, b: usize) -> bool {
        let is = |root: usize, wanted: bool| {
            self.members_of(root)
                .iter()
                .filter_map(|at| self.activities.get(*at))
                .any(|activity| agree::is_log(activity) == wanted)
        };
        is(a, false) && is(b, false) && (is(a, true) || is(b, true))
    }

    fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        let (keep, give) = (a.min(b), a.max(b));
        if keep == give {
            return;
        }
        if let Some(parent) = self.parent.get_mut(give) {
            *parent = keep;
        }
        let moved = self.members.get_mut(give).map(std::mem::take).unwrap_or_default();
        if let Some(members) = self.members.get_mut(keep) {
            members.extend(moved);
        }
    }

    fn finish(self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> =
            self.members.into_iter().filter(|members| !members.is_empty()).collect();
        groups.iter_mut().for_each(|members| members.sort_unstable());
        groups.sort_unstable();
        groups
    }
}

#[cfg(test)]
#[path = "group_tests.rs"]
mod tests;
