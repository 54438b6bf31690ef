//! How often chance alone looks like this: the whole flare calendar shifted by whole weeks.
//!
//! Formula: the calendar is shifted in a circle by 1 ... W-1 weeks (199 of them, or all), z = beta / SD of every exposure
//!   again; `p_k = (1 + #{|z*_k| >= |z_k|}) / (B + 1)`; family-wise with the largest |z*| of the set;
//!   Benjamini-Hochberg keeps the largest i with `p(i) <= i q / K`.
//! Units: probabilities. Source: load text F7, key `rule`. Grade D.
//! Limits: the shortest histories have few shifts. Says nothing: less than two weeks.

use super::logistic::{SCEPTICAL, quick_fit};
use super::random::Random;
use super::stratum::Stratum;
use super::windows::{Calendar, Onset, Windows};
use crate::calendar::real;

/// Shifts that are tried at most.
pub(super) const SHIFTS: usize = 199;

const WEEK: usize = 7;

/// The weeks to shift by: all of them, or 199 drawn from a fixed seed.
pub(super) fn shifts(days: usize) -> Vec<usize> {
    let mut weeks: Vec<usize> = (1..days / WEEK).collect();
    if weeks.len() > SHIFTS {
        Random::new(7).shuffle(&mut weeks);
        weeks.truncate(SHIFTS);
    }
    weeks
}

/// The calendar moved by whole weeks round a circle of whole weeks that ends with the last day.
pub(super) fn shifted(calendar: &Calendar, weeks: usize) -> Calendar {
    let days = calendar.days();
    let circle = days / WEEK * WEEK;
    let start = days - circle;
    let place = |at: usize| at.checked_sub(start).map(|at| start + (at + weeks * WEEK) % circle.max(1));
    let onsets: Vec<Onset> = calendar
        .onsets
        .iter()
        .filter_map(|onset| {
            let at = place(onset.at)?;
            Some(Onset { at, end: at + (onset.end - onset.at), is_from_run: onset.is_from_run })
        })
        .collect();
    let mut is_taken = vec![false; days];
    for day in (start..days).filter(|day| calendar.is_taken(*day)) {
        if let Some(taken) = place(day).and_then(|at| is_taken.get_mut(at)) {
            *taken = true;
        }
    }
    Calendar::of_days(onsets, &is_taken)
}

/// |z| of every exposure under every shift: one row a shift.
pub(super) fn under_shifts(calendar: &Calendar, exposures: &[&Windows]) -> Vec<Vec<f64>> {
    let mut strata: Vec<Stratum> = Vec::with_capacity(calendar.onsets.len());
    let mut z = |windows: &Windows, calendar: &Calendar| {
        windows.strata(calendar, &mut strata);
        strata.retain(Stratum::tells);
        if strata.is_empty() { 0.0 } else { quick_fit(&strata, SCEPTICAL, 0.0).z().abs() }
    };
    shifts(calendar.days())
        .into_iter()
        .map(|weeks| {
            let moved = shifted(calendar, weeks);
            exposures.iter().map(|windows| z(windows, &moved)).collect()
        })
        .collect()
}

/// Share of shifts at least as strong, the true calendar counted among them.
pub(super) fn p_value(z: f64, others: impl ExactSizeIterator<Item = f64>) -> f64 {
    let shifts = others.len();
    let stronger = others.filter(|other| *other >= z.abs() - 1e-9).count();
    real(1 + stronger) / real(1 + shifts)
}

/// Which p-values stay when a share `q` of the findings may be false.
pub(super) fn kept(p_values: &[f64], q: f64) -> Vec<bool> {
    let mut sorted = p_values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let limit = |rank: usize| real(rank + 1) * q / real(p_values.len());
    let largest = sorted
        .iter()
        .enumerate()
        .filter(|(rank, p)| **p <= limit(*rank) + 1e-12)
        .map(|(_, p)| *p)
        .next_back();
    p_values.iter().map(|p| largest.is_some_and(|largest| *p <= largest)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kneewise_types::own_data::ExposureScale;

    #[test]
    fn three_of_199_are_two_in_a_hundred() {
        let others: Vec<f64> = (0..199).map(|n| if n < 3 { 2.5 } else { 0.4 }).collect();
        assert!((p_value(-2.0, others.into_iter()) - 0.020).abs() < 1e-12);
    }

    #[test]
    fn benjamini_hochberg_of_f7() {
        let p = [0.25, 0.004, 0.030, 0.60, 0.020];
        assert_eq!(kept(&p, 0.10), [false, true, true, false, true]);
        assert_eq!(kept(&[0.5, 0.9], 0.10), [false, false]);
        // The third is above its own limit but below that of the fourth.
        assert_eq!(kept(&[0.01, 0.02, 0.07, 0.075], 0.10), [true; 4]);
    }

    #[test]
    fn a_shift_keeps_weekdays_lengths_and_distances() {
        let onsets =
            vec![Onset { at: 30, end: 33, is_from_run: true }, Onset { at: 80, end: 85, is_from_run: false }];
        let calendar = Calendar::new(onsets, 101);
        let moved = shifted(&calendar, 4);
        assert_eq!(moved.onsets[0], Onset { at: 58, end: 61, is_from_run: true });
        // 108 is beyond the last day: 14 weeks earlier.
        assert_eq!(moved.onsets[1].at, 10);
        assert_eq!(moved.onsets[1].at % 7, 80 % 7);
        let taken = |calendar: &Calendar| (3..101).filter(|day| calendar.is_taken(*day)).count();
        assert_eq!(taken(&moved), taken(&calendar));
        assert_eq!(shifted(&calendar, 14), calendar, "once round");
    }

    #[test]
    fn all_shifts_of_a_short_history_and_199_of_a_long_one() {
        assert_eq!(shifts(70), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
        let long = shifts(3650);
        assert_eq!(long.len(), SHIFTS);
        let distinct: std::collections::BTreeSet<_> = long.iter().collect();
        assert!(distinct.len() == SHIFTS && long.iter().all(|week| (1..521).contains(week)));
    }

    #[test]
    fn an_exposure_before_every_flare_is_rare_under_shifts() {
        let onsets: Vec<Onset> = (0..8)
            .map(|n| Onset { at: 60 + 50 * n + n * n, end: 63 + 50 * n + n * n, is_from_run: true })
            .collect();
        let calendar = Calendar::new(onsets.clone(), 560);
        let mut values = vec![Some(0.0); 560];
        for onset in &onsets {
            values[onset.at] = Some(1.0);
        }
        let windows = Windows::new(&values, ExposureScale::Presence);
        let mut strata = Vec::new();
        windows.strata(&calendar, &mut strata);
        let z = quick_fit(&strata, SCEPTICAL, 0.0).z();
        let others = under_shifts(&calendar, &[&windows]);
        assert!(p_value(z, others.iter().map(|row| row[0])) <= 0.03);
    }
}
