//! Swelling of any grade. Source: clinical text G.4 [rule], key `rule`. Grade D.

use super::Seen;
use crate::symptoms::diary::Diary;
use kneewise_types::{Swelling, WarningFact};

pub(super) fn seen(diary: &Diary) -> Seen {
    let swollen = diary.days().iter().filter_map(|entry| {
        let swelling = entry.swelling.filter(|swelling| *swelling >= Swelling::Slight)?;
        Some((entry.date, WarningFact::Swollen { date: entry.date, swelling }))
    });
    swollen.collect()
}
