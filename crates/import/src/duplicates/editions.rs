//! Rows of a log that was edited: the row of the later edition speaks for the outing, the earlier one is remembered.
//!
//! Rows of two editions of one file tell of the same outing when day and kind of sport are equal and, tried in this
//! order, the rows are equal; or their start times are; or, where not both have a start time, they stand in the same
//! order among those of the day that are left. Lines logged by hand are no file: only equal start times join them.

use super::agree;
use kneewise_types::Activity;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Which file the content of a log is an edition of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edition {
    /// Editions of one file have the same number.
    pub file: usize,
    /// The greater is the later.
    pub place: usize,
    /// A line logged by hand; all of them have one file number.
    pub is_logged: bool,
}

/// Rows that a later edition replaced, each with the newest row of its outing, as indices into `activities`.
#[must_use]
pub fn replaced(
    activities: &[&Activity],
    edition: impl Fn(&Activity) -> Option<Edition>,
) -> Vec<(usize, usize)> {
    let mut days: BTreeMap<_, Vec<Row<'_>>> = BTreeMap::new();
    for (at, activity) in activities.iter().enumerate() {
        let (Some(edition), Some(source)) = (edition(activity), activity.sources.first()) else { continue };
        let key = (edition.file, activity.local_date, agree::kind_of_sport(activity.sport));
        days.entry(key).or_default().push(Row { edition, part: source.part, at, activity });
    }
    days.into_values().flat_map(of_day).collect()
}

#[derive(Debug, Clone, Copy)]
struct Row<'a> {
    edition: Edition,
    part: u32,
    at: usize,
    activity: &'a Activity,
}

/// One outing: its rows, newest first.
type Outing<'a> = Vec<Row<'a>>;

fn of_day(mut rows: Vec<Row<'_>>) -> Vec<(usize, usize)> {
    rows.sort_by_key(|row| (Reverse(row.edition.place), row.part));
    let mut outings: Vec<Outing<'_>> = Vec::new();
    for edition in rows.chunk_by(|a, b| a.edition.place == b.edition.place) {
        add_edition(&mut outings, edition);
    }
    let mut replaced = Vec::new();
    for outing in outings {
        if let Some((newest, older)) = outing.split_first() {
            replaced.extend(older.iter().map(|row| (row.at, newest.at)));
        }
    }
    replaced
}

/// Gives every row of an older edition to the outing it tells of, else an outing of its own.
fn add_edition<'a>(outings: &mut Vec<Outing<'a>>, edition: &[Row<'a>]) {
    let mut is_taken = vec![false; outings.len()];
    let mut left: Vec<Row<'a>> = edition.to_vec();
    for is_same in [is_equal, is_at_same_time, is_next] {
        left.retain(|row| {
            let fits = |outing: &Outing<'_>| outing.iter().any(|known| is_same(row, known));
            let found = outings.iter().zip(&is_taken).position(|(outing, taken)| !taken && fits(outing));
            let Some(found) = found else { return true };
            if let (Some(outing), Some(taken)) = (outings.get_mut(found), is_taken.get_mut(found)) {
                outing.push(*row);
                *taken = true;
            }
            false
        });
    }
    outings.extend(left.into_iter().map(|row| vec![row]));
}

fn is_equal(a: &Row<'_>, b: &Row<'_>) -> bool {
    let told = |row: &Row<'_>| {
        let activity = row.activity;
        (activity.start, activity.is_start_exact, activity.sport, activity.elapsed, activity.distance)
    };
    !a.edition.is_logged && told(a) == told(b)
}

fn is_at_same_time(a: &Row<'_>, b: &Row<'_>) -> bool {
    let (a, b) = (a.activity, b.activity);
    a.is_start_exact && b.is_start_exact && a.start == b.start
}

fn is_next(a: &Row<'_>, b: &Row<'_>) -> bool {
    let have_times = a.activity.is_start_exact && b.activity.is_start_exact;
    !a.edition.is_logged && !have_times
}

#[cfg(test)]
#[path = "editions_tests.rs"]
mod tests;
