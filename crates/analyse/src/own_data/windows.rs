//! The days before a flare, and the same weekdays of the weeks before them.
//!
//! What: for each flare the window t-2 ... t-1 (t too when the onset was felt during or after a run) and up to 4 reference
//!   windows, the same days moved back by 7, 14, … 56 days, nearest first.
//! Rules: a reference is not in a flare nor within 7 days after one, and at least 80 % of its days are known; a flare
//!   without a reference is not usable. Only past references: runners change their training after a flare.
//! Units: days. Source: load text F3 (`steffens2015`), grade B for the method. Limits: a trend over weeks looks like an
//!   effect; see the negative control and the permutation. Says nothing: the days before the flare are not known.

use super::joint::{self, Row, Set};
use super::stratum::{MOST_REFERENCES, Stratum};
use crate::calendar::real;
use kneewise_types::own_data::ExposureScale;

const WEEK: usize = 7;
/// Weeks that references may lie back.
const WEEKS_BACK: usize = 8;
/// Days after a flare that are no reference.
pub(super) const AFTER_FLARE: usize = 7;
const KNOWN_SHARE: f64 = 0.8;
/// The negative control: days 15 to 21 before the onset (load text F3).
const CONTROL_DAYS: usize = 7;
const CONTROL_LAST: usize = 15;

/// One flare on the timeline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Onset {
    /// Day of the onset.
    pub at: usize,
    /// Last day of the flare.
    pub end: usize,
    pub is_from_run: bool,
}

/// Flares and the days they take, on a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Calendar {
    pub onsets: Vec<Onset>,
    /// Running count of days in a flare or within 7 days after one.
    taken: Vec<usize>,
}

impl Calendar {
    pub(super) fn new(onsets: Vec<Onset>, days: usize) -> Self {
        let mut is_taken = vec![false; days];
        for onset in &onsets {
            for day in is_taken.iter_mut().take(onset.end + AFTER_FLARE + 1).skip(onset.at) {
                *day = true;
            }
        }
        Self::of_days(onsets, &is_taken)
    }

    /// From the days that are taken, as a shifted calendar has them.
    pub(super) fn of_days(onsets: Vec<Onset>, is_taken: &[bool]) -> Self {
        let mut taken = Vec::with_capacity(is_taken.len() + 1);
        let mut count = 0;
        taken.push(0);
        for is_taken in is_taken {
            count += usize::from(*is_taken);
            taken.push(count);
        }
        Self { onsets, taken }
    }

    pub(super) fn days(&self) -> usize {
        self.taken.len().saturating_sub(1)
    }

    pub(super) fn is_taken(&self, day: usize) -> bool {
        !self.is_free(day, 1)
    }

    /// Whether none of the `days` days that end with `end` is taken.
    fn is_free(&self, end: usize, days: usize) -> bool {
        let Some(from) = (end + 1).checked_sub(days) else { return false };
        self.taken.get(from).zip(self.taken.get(end + 1)).is_some_and(|(a, b)| a == b)
    }
}

/// A series summed up over windows of 2, 3 and 7 days that end with a day.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Windows {
    two: Vec<Option<f64>>,
    three: Vec<Option<f64>>,
    seven: Vec<Option<f64>>,
}

impl Windows {
    pub(super) fn new(values: &[Option<f64>], scale: ExposureScale) -> Self {
        Self {
            two: over(values, 2, scale),
            three: over(values, 3, scale),
            seven: over(values, CONTROL_DAYS, scale),
        }
    }

    /// The sets of all usable flares.
    pub(super) fn strata(&self, calendar: &Calendar, into: &mut Vec<Stratum>) {
        into.clear();
        into.extend(calendar.onsets.iter().filter_map(|onset| self.stratum(calendar, *onset)));
    }

    /// The set of one flare; `None` when it is not usable.
    pub(super) fn stratum(&self, calendar: &Calendar, onset: Onset) -> Option<Stratum> {
        let (values, end, days) = self.place(onset)?;
        set(values, calendar, end, days)
    }

    /// Value of the window before a flare.
    pub(super) fn hazard(&self, onset: Onset) -> Option<f64> {
        let (values, end, _) = self.place(onset)?;
        values.get(end).copied().flatten()
    }

    fn place(&self, onset: Onset) -> Option<(&[Option<f64>], usize, usize)> {
        Some(if onset.is_from_run {
            (&self.three, onset.at, 3)
        } else {
            (&self.two, onset.at.checked_sub(1)?, 2)
        })
    }

    /// One flare with its references for several series at once; `None` when it is not usable for all.
    pub(super) fn joint_set(series: &[&Self], calendar: &Calendar, onset: Onset) -> Option<Set> {
        let places: Vec<_> = series.iter().map(|windows| windows.place(onset)).collect::<Option<_>>()?;
        let (_, end, days) = places.first().copied()?;
        let at = |end: usize| -> Option<Row> {
            let mut row = [0.0; joint::MOST];
            for (slot, (values, ..)) in row.iter_mut().zip(&places) {
                *slot = values.get(end).copied().flatten()?;
            }
            Some(row)
        };
        let hazard = at(end)?;
        let minus_hazard = |mut row: Row| {
            for (value, hazard) in row.iter_mut().zip(hazard) {
                *value -= hazard;
            }
            row
        };
        let references = reference_ends(calendar, end, days).filter_map(at).take(MOST_REFERENCES);
        let set: Set = references.map(minus_hazard).collect();
        (!set.is_empty()).then_some(set)
    }

    /// The negative control: the same exposure 15 to 21 days before each flare, against its own references.
    pub(super) fn control(&self, calendar: &Calendar) -> Vec<Stratum> {
        let set_of = |onset: &Onset| {
            let end =
                onset.at.checked_sub(CONTROL_LAST).filter(|end| calendar.is_free(*end, CONTROL_DAYS))?;
            set(&self.seven, calendar, end, CONTROL_DAYS)
        };
        calendar.onsets.iter().filter_map(set_of).collect()
    }
}

/// The sets of a series that already is about several days: its value at the last day of each window.
pub(super) fn last_day_strata(values: &[Option<f64>], calendar: &Calendar) -> Vec<Stratum> {
    let set_of = |onset: &Onset| {
        let (end, days) = if onset.is_from_run { (onset.at, 3) } else { (onset.at.checked_sub(1)?, 2) };
        set(values, calendar, end, days)
    };
    calendar.onsets.iter().filter_map(set_of).collect()
}

/// Last days of the windows of the same weekdays before, nearest first, that no flare takes.
fn reference_ends(calendar: &Calendar, end: usize, days: usize) -> impl Iterator<Item = usize> {
    (1..=WEEKS_BACK)
        .map_while(move |weeks| end.checked_sub(weeks * WEEK))
        .filter(move |end| calendar.is_free(*end, days))
}

fn set(values: &[Option<f64>], calendar: &Calendar, end: usize, days: usize) -> Option<Stratum> {
    let hazard = values.get(end).copied().flatten()?;
    let references = reference_ends(calendar, end, days)
        .filter_map(|end| values.get(end).copied().flatten())
        .take(MOST_REFERENCES);
    let stratum = Stratum::new(hazard, references);
    (!stratum.differences().is_empty()).then_some(stratum)
}

/// Presence on any known day, or the mean of the known days, of windows that end with each day.
fn over(values: &[Option<f64>], days: usize, scale: ExposureScale) -> Vec<Option<f64>> {
    let mut out = vec![None; values.len().min(days - 1)];
    out.extend(values.windows(days).map(|window| {
        let known = window.iter().flatten();
        let count = known.clone().count();
        let is_enough = real(count) >= KNOWN_SHARE * real(days);
        is_enough.then(|| match scale {
            ExposureScale::Presence => known.copied().fold(0.0, f64::max),
            ExposureScale::Amount => known.sum::<f64>() / real(count),
        })
    }));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn onset(at: usize, is_from_run: bool) -> Onset {
        Onset { at, end: at + 3, is_from_run }
    }

    fn numbered(days: u32) -> Vec<Option<f64>> {
        (0..days).map(|day| Some(f64::from(day))).collect()
    }

    #[test]
    fn a_morning_flare_looks_at_the_two_days_before_and_a_run_flare_at_its_day_too() {
        let windows = Windows::new(&numbered(100), ExposureScale::Amount);
        let calendar = Calendar::new(vec![onset(80, false), onset(90, true)], 100);
        let morning = windows.stratum(&calendar, calendar.onsets[0]).unwrap();
        assert!((morning.hazard - 78.5).abs() < 1e-12);
        assert_eq!(morning.references().collect::<Vec<_>>(), [71.5, 64.5, 57.5, 50.5]);
        let run = windows.stratum(&calendar, calendar.onsets[1]).unwrap();
        assert!((run.hazard - 89.0).abs() < 1e-12);
        // Day 80 to 90 are in or after the first flare: the nearest reference ends on day 76.
        assert_eq!(run.references().collect::<Vec<_>>(), [75.0, 68.0, 61.0, 54.0]);
    }

    #[test]
    fn references_end_eight_weeks_back_and_need_known_days() {
        let mut values = numbered(100);
        values[72] = None;
        let windows = Windows::new(&values, ExposureScale::Amount);
        let calendar = Calendar::new(vec![onset(80, false)], 100);
        let told = windows.stratum(&calendar, calendar.onsets[0]).unwrap();
        assert_eq!(told.references().collect::<Vec<_>>(), [64.5, 57.5, 50.5, 43.5]);
        let early = Calendar::new(vec![onset(8, false)], 100);
        assert_eq!(windows.stratum(&early, early.onsets[0]), None, "no week before it");
    }

    #[test]
    fn presence_on_any_day_counts() {
        let mut values = vec![Some(0.0); 40];
        values[28] = Some(1.0);
        let windows = Windows::new(&values, ExposureScale::Presence);
        let calendar = Calendar::new(vec![onset(30, false)], 40);
        let told = windows.stratum(&calendar, calendar.onsets[0]).unwrap();
        assert!((told.hazard - 1.0).abs() < 1e-12 && told.is_above());
        assert!(told.references().all(|value| value.abs() < 1e-12));
    }

    #[test]
    fn the_control_lies_two_to_three_weeks_before() {
        let windows = Windows::new(&numbered(100), ExposureScale::Amount);
        let calendar = Calendar::new(vec![onset(80, true)], 100);
        let control = windows.control(&calendar);
        // Days 59 to 65, mean 62, and the same weekdays before.
        assert!((control[0].hazard - 62.0).abs() < 1e-12);
        assert_eq!(control[0].references().collect::<Vec<_>>(), [55.0, 48.0, 41.0, 34.0]);
    }
}
