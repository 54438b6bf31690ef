//! Flares: periods of pain clearly above the knee's own baseline.
//!
//! Formula: P = the largest score of the day; base = median of P over the 28 days before (at least 14 values,
//! else 0 and marked as not known); a flare starts at P >= max(3, base + 2) when no flare day lies in the 7 days
//! before; it ends after 3 entered days in a row below max(3, base + 1), and its end is the entered day before
//! those 3; 14 days in a row without an entry end it on its last entered day that was not below.
//! Units: points of the pain scale, local days. Source: load text F1 [choice], key `rule`. Grade D.
//! Limits: a flare is a unit of counting; what the runner may do is decided by the light and the red flags.
//! Says nothing: without a diary.

use super::diary::Diary;
use crate::calendar::{Window, add_days, days_between, median};
use kneewise_types::assessment::Flare;
use kneewise_types::{Date, Region, SymptomEntry};

const BASELINE_DAYS: i64 = 28;
const BASELINE_VALUES: usize = 14;
const LEAST_PAIN: f64 = 3.0;
const QUIET_DAYS: i64 = 7;
const DAYS_BELOW: usize = 3;
const SILENT_DAYS: i64 = 14;

struct Open {
    flare: Flare,
    last_not_below: Date,
    last_entered: Date,
    below: usize,
}

/// All flares of one knee up to `as_of`, oldest first.
pub(crate) fn flares(diary: &Diary, as_of: Date) -> Vec<Flare> {
    let entries: Vec<(&SymptomEntry, f64)> = diary
        .days()
        .iter()
        .filter_map(|entry| entry.day_pain().map(|pain| (entry, f64::from(pain.points()))))
        .collect();
    let mut found: Vec<Flare> = Vec::new();
    let mut open: Option<Open> = None;
    for (at, (entry, pain)) in entries.iter().enumerate() {
        if let Some(flare) = open.take_if(|flare| is_silent(flare, add_days(entry.date, -1))) {
            found.push(close(diary, &flare));
        }
        if let Some(flare) = open.as_mut() {
            go_on(flare, entry.date, *pain);
        } else if is_quiet_before(&found, entry.date) {
            let (base, is_known) = baseline(entries.get(..at).unwrap_or(&[]), entry.date);
            open = start(diary, entry, base).map(|mut flare| {
                flare.flare.is_baseline_known = is_known;
                flare
            });
        }
        if let Some(flare) = open.take_if(|flare| flare.below >= DAYS_BELOW) {
            found.push(close(diary, &flare));
        }
    }
    if let Some(flare) = open {
        let is_over = is_silent(&flare, as_of);
        found.push(if is_over { close(diary, &flare) } else { describe(diary, flare.flare, as_of) });
    }
    found
}

fn is_silent(open: &Open, until: Date) -> bool {
    days_between(open.last_entered, until) >= SILENT_DAYS
}

fn is_quiet_before(found: &[Flare], date: Date) -> bool {
    found.last().and_then(|flare| flare.end).is_none_or(|end| days_between(end, date) > QUIET_DAYS)
}

fn baseline(before: &[(&SymptomEntry, f64)], date: Date) -> (f64, bool) {
    let from = add_days(date, -BASELINE_DAYS);
    let values: Vec<f64> =
        before.iter().rev().take_while(|(entry, _)| entry.date >= from).map(|(_, pain)| *pain).collect();
    if values.len() < BASELINE_VALUES { (0.0, false) } else { (median(&values).unwrap_or(0.0), true) }
}

fn start(diary: &Diary, entry: &SymptomEntry, baseline: f64) -> Option<Open> {
    let pain = entry.day_pain()?;
    if f64::from(pain.points()) < LEAST_PAIN.max(baseline + 2.0) {
        return None;
    }
    let at_rest = entry.pain_morning.max(entry.pain_before);
    let flare = Flare {
        side: diary.side,
        start: entry.date,
        end: None,
        peak_pain: pain.points(),
        main_region: None,
        baseline,
        is_baseline_known: false,
        is_onset_from_run: at_rest < Some(pain),
    };
    Some(Open { flare, last_not_below: entry.date, last_entered: entry.date, below: 0 })
}

fn go_on(open: &mut Open, date: Date, pain: f64) {
    open.last_entered = date;
    if pain < LEAST_PAIN.max(open.flare.baseline + 1.0) {
        open.below += 1;
    } else {
        open.below = 0;
        open.last_not_below = date;
    }
}

/// The end is the entered day before the 3 days below; a gap ends it on the last day that was not below.
fn close(diary: &Diary, open: &Open) -> Flare {
    let mut flare = describe(diary, open.flare.clone(), open.last_not_below);
    flare.end = Some(open.last_not_below);
    flare
}

fn describe(diary: &Diary, mut flare: Flare, until: Date) -> Flare {
    let window = Window { from: flare.start, to: until };
    flare.peak_pain = diary.pains(window).iter().map(|(_, pain)| *pain).max().unwrap_or(flare.peak_pain);
    flare.main_region = most_frequent(diary.within(window));
    flare
}

/// The main region given most often; the earlier in the table when tied.
fn most_frequent(entries: &[SymptomEntry]) -> Option<Region> {
    let mains: Vec<Region> = entries.iter().filter_map(|entry| entry.regions.first().copied()).collect();
    let times = |region: &Region| mains.iter().filter(|main| *main == region).count();
    Region::ALL.iter().rev().copied().filter(|region| times(region) > 0).max_by_key(times)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::day;
    use kneewise_types::{History, PainScore, Side};

    fn history(from: Date, pains: &[Option<u8>]) -> History {
        let mut symptoms = Vec::new();
        for (days, pain) in (0..).zip(pains) {
            let Some(points) = pain else { continue };
            symptoms.push(SymptomEntry {
                pain_during_max: PainScore::new(*points).ok(),
                ..SymptomEntry::empty(add_days(from, days), Side::Left)
            });
        }
        History { symptoms, ..History::default() }
    }

    fn found(pains: &[Option<u8>]) -> Vec<Flare> {
        let from = day("2026-03-01");
        let as_of = add_days(from, i64::try_from(pains.len()).unwrap() - 1);
        flares(&Diary::new(&history(from, pains), Side::Left, as_of), as_of)
    }

    #[test]
    fn worked_example_of_f1() {
        let mut pains = vec![Some(1); 14];
        pains.extend([1, 1, 4, 4, 3, 2, 1, 1, 1].map(Some));
        let flares = found(&pains);
        assert_eq!(flares.len(), 1);
        assert_eq!(flares[0].start, day("2026-03-17"));
        assert_eq!(flares[0].end, Some(day("2026-03-19")));
        assert_eq!(flares[0].peak_pain, 4);
        assert!(flares[0].is_baseline_known);
        assert!((flares[0].baseline - 1.0).abs() < 1e-9);
    }

    #[test]
    fn two_days_below_do_not_end_a_flare() {
        let flares = found(&[4, 2, 2, 3].map(Some));
        assert_eq!(flares.len(), 1);
        assert_eq!(flares[0].end, None);
        assert!(!flares[0].is_baseline_known);
    }

    #[test]
    fn pain_of_two_is_no_flare_on_a_quiet_knee() {
        assert!(found(&[0, 0, 2, 2, 0].map(Some)).is_empty());
    }

    #[test]
    fn a_high_baseline_asks_for_more_pain() {
        let mut pains = vec![Some(3); 1];
        pains.extend([Some(2); 30]);
        pains.push(Some(3));
        assert_eq!(found(&pains).len(), 1, "3 is not 2 above a baseline of 2");
        *pains.last_mut().unwrap() = Some(4);
        assert_eq!(found(&pains).len(), 2);
    }

    #[test]
    fn fourteen_silent_days_end_a_flare_on_its_last_day_above() {
        let mut pains = vec![Some(5), Some(4), Some(1)];
        pains.extend([None; 14]);
        let flares = found(&pains);
        assert_eq!(flares[0].end, Some(day("2026-03-02")));
        pains.pop();
        assert_eq!(found(&pains)[0].end, None);
    }

    #[test]
    fn a_new_flare_needs_seven_days_without_one() {
        let within = [5, 1, 1, 1, 1, 1, 1, 5].map(Some);
        assert_eq!(found(&within).len(), 1);
        let later = [5, 1, 1, 1, 1, 1, 1, 1, 5].map(Some);
        assert_eq!(found(&later).len(), 2);
    }
}
