//! B: what this knee's mornings usually are.
//!
//! Formula: median `pain_morning` of the last 7 logged mornings within 28 days, up to the morning asked; 0 with
//! fewer than 3 values, never above 3. Mornings between a RED light and its close are left out.
//! Units: points, half points possible. Source: clinical text A.3 [rule], key `rule`. Grade D.
//! Limits: capped at 3, so that slowly worse mornings cannot make a GREEN.

use super::diary::Diary;
use crate::calendar::{Window, median};
use kneewise_types::Date;

const MORNINGS: usize = 7;
const WITHIN_DAYS: i64 = 28;
const LEAST_MORNINGS: usize = 3;
const CAP: f64 = 3.0;

/// B as of the morning of `date`, without the mornings of the `left_out` windows.
pub(crate) fn morning_baseline(diary: &Diary, date: Date, left_out: &[Window]) -> f64 {
    let entries = diary.within(Window::ending(date, WITHIN_DAYS));
    let mornings: Vec<f64> = entries
        .iter()
        .rev()
        .filter(|entry| !left_out.iter().rev().take(28).any(|span| span.contains(entry.date)))
        .filter_map(|entry| entry.pain_morning.map(|pain| f64::from(pain.points())))
        .take(MORNINGS)
        .collect();
    of_mornings(&mornings)
}

/// The median of mornings with its floor and cap.
pub(crate) fn of_mornings(mornings: &[f64]) -> f64 {
    if mornings.len() < LEAST_MORNINGS { 0.0 } else { median(mornings).unwrap_or(0.0).min(CAP) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worked_examples_of_b() {
        let cases: [(&[f64], f64); 3] =
            [(&[1.0, 0.0, 1.0, 2.0, 1.0, 1.0, 0.0], 1.0), (&[5.0, 5.0, 4.0, 5.0], 3.0), (&[2.0, 3.0], 0.0)];
        for (mornings, expected) in cases {
            assert!((of_mornings(mornings) - expected).abs() < 1e-9, "{mornings:?}");
        }
    }
}
