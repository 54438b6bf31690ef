//! Pain on getting up above its usual on two mornings.
//!
//! Formula: two logged mornings in a row, at most 3 days apart, both above B of the day before the first, so that they
//! cannot lift their own bar; with fewer than 3 mornings in the 28 days before there is no usual one. Units: points. Source: clinical text G.4, A.3 [rule], key `rule`. Grade D.

use super::Seen;
use crate::calendar::{Window, add_days, days_between};
use crate::symptoms::diary::Diary;
use crate::symptoms::morning_baseline::morning_baseline;
use kneewise_types::WarningFact;

const APART_DAYS: i64 = 3;
const USUAL_DAYS: i64 = 28;
const LEAST_MORNINGS: usize = 3;

pub(super) fn seen(diary: &Diary) -> Seen {
    let mornings = diary.days().iter().filter_map(|entry| Some((entry.date, entry.pain_morning?.points())));
    let mornings: Vec<_> = mornings.collect();
    let pairs = mornings.iter().zip(mornings.iter().skip(1));
    let raised = |((first, first_points), (second, second_points)): (&(_, u8), &(_, u8))| {
        if *first_points.min(second_points) == 0 || days_between(*first, *second) > APART_DAYS {
            return None;
        }
        let before = add_days(*first, -1);
        let known = diary.within(Window::ending(before, USUAL_DAYS));
        if known.iter().filter(|entry| entry.pain_morning.is_some()).count() < LEAST_MORNINGS {
            return None;
        }
        let baseline = morning_baseline(diary, before, &[]);
        let is_above = f64::from(*first_points.min(second_points)) > baseline;
        is_above.then_some((
            *second,
            WarningFact::MorningsAboveUsual {
                first: *first,
                first_points: *first_points,
                second: *second,
                second_points: *second_points,
                baseline,
            },
        ))
    };
    pairs.filter_map(raised).collect()
}
