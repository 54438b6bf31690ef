//! Early signs of one knee, to react to within 48 hours, and how carefully to return.
//!
//! Formula: each sign gives the days on which it was seen; days of a flare are left out, because there the light
//! speaks; days at most 7 apart are one warning. A warning is active for two days after its last sign while no flare is
//! open. Units: local days. Source: clinical text G.4 [rule], key `rule`. Grade D.
//! Limits: how often each sign comes up without a flare is measured on simulated healthy runners
//! (`advise/data/early_warning.toml`). Says nothing: without a diary.

mod earlier_onset;
mod mornings;
pub(crate) mod return_points;
mod stairs;
mod swelling;
#[cfg(test)]
mod tests;

use crate::calendar::days_between;
use crate::symptoms::diary::Diary;
use crate::symptoms::flares::flares;
use kneewise_types::assessment::Flare;
use kneewise_types::{Date, EarlyWarning, Evidence, Grade, History, Side, WarningFact, WarningKind};

/// Signs at most so far apart are one warning.
const TOGETHER_DAYS: i64 = 7;
/// "Within 48 h".
const ACTIVE_DAYS: i64 = 2;
const RULE: Evidence = Evidence::new(Grade::D, "rule");

type Seen = Vec<(Date, WarningFact)>;

/// Every early warning of both knees up to a day, oldest first.
#[must_use]
pub fn early_warnings(history: &History, as_of: Date) -> Vec<EarlyWarning> {
    let of = |side| {
        let diary = Diary::new(history, side, as_of);
        warnings(&diary, &flares(&diary, as_of), as_of)
    };
    in_time(Side::BOTH.into_iter().flat_map(of).collect())
}

pub(crate) fn in_time(mut warnings: Vec<EarlyWarning>) -> Vec<EarlyWarning> {
    warnings.sort_by_key(|warning| (warning.since, warning.side, warning.fact.kind()));
    warnings
}

/// The warnings of one knee.
pub(crate) fn warnings(diary: &Diary, flares: &[Flare], as_of: Date) -> Vec<EarlyWarning> {
    let is_sore = flares.last().is_some_and(|flare| flare.end.is_none());
    let in_flare = |date: Date| {
        flares.iter().any(|flare| flare.start <= date && flare.end.is_none_or(|end| date <= end))
    };
    let kinds = WarningKind::ALL.into_iter().flat_map(|kind| {
        let mut seen = match kind {
            WarningKind::Morning => mornings::seen(diary),
            WarningKind::EarlierOnset => earlier_onset::seen(diary),
            WarningKind::Swelling => swelling::seen(diary),
            WarningKind::Stairs => stairs::seen(diary),
        };
        seen.retain(|(date, _)| !in_flare(*date));
        grouped(seen)
    });
    kinds
        .map(|(since, last, fact)| EarlyWarning {
            side: diary.side,
            since,
            last,
            is_active: !is_sore && days_between(last, as_of) <= ACTIVE_DAYS,
            fact,
            evidence: RULE,
        })
        .collect()
}

/// Signs close together, with the first and the last day and what was seen last.
fn grouped(seen: Seen) -> Vec<(Date, Date, WarningFact)> {
    let mut groups: Vec<(Date, Date, WarningFact)> = Vec::new();
    for (date, fact) in seen {
        match groups.last_mut() {
            Some((_, last, told)) if days_between(*last, date) <= TOGETHER_DAYS => {
                *last = date;
                *told = fact;
            }
            _ => groups.push((date, date, fact)),
        }
    }
    groups
}
