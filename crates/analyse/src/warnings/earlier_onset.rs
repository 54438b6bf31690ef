//! Pain that starts earlier in two runs.
//!
//! Formula: three runs in a row whose onset is known, within 28 days; the second and the third each began at less than
//! 0.9 times the distance of the one before; a run without pain began nowhere, which is later than anything. Or F15
//! answered yes after an answer no. Units: m. Source: clinical text G.4 [rule], key `rule`; 0.9 is ours. Grade D.

use super::Seen;
use crate::calendar::days_between;
use crate::order;
use crate::symptoms::diary::Diary;
use kneewise_types::symptom::FindingCode;
use kneewise_types::{Date, SymptomEntry, WarningFact};

const WITHIN_DAYS: i64 = 28;
const CLEARLY_EARLIER: f64 = 0.9;

pub(super) fn seen(diary: &Diary) -> Seen {
    let runs: Vec<(Date, Option<f64>)> = diary.days().iter().filter_map(onset).collect();
    let triples = runs.iter().zip(runs.iter().skip(1)).zip(runs.iter().skip(2));
    let mut seen: Seen = triples.filter_map(|((a, b), c)| earlier(*a, *b, *c)).collect();
    let said = super::stairs::turned(diary, FindingCode::HurtsEarlierEachRun);
    seen.extend(said.map(|(date, _)| (date, WarningFact::SaidEarlier { date })));
    order::sort_by_key(&mut seen, |(date, _)| *date);
    seen
}

/// Where pain began; `None` inside for a run without pain. Unknown runs are left out.
fn onset(entry: &SymptomEntry) -> Option<(Date, Option<f64>)> {
    match (entry.pain_onset, entry.pain_during_max) {
        (Some(at), _) => Some((entry.date, Some(at.as_m()))),
        (None, Some(during)) if during.points() == 0 => Some((entry.date, None)),
        (None, _) => None,
    }
}

fn earlier(
    (before, before_m): (Date, Option<f64>),
    (first, first_m): (Date, Option<f64>),
    (second, second_m): (Date, Option<f64>),
) -> Option<(Date, WarningFact)> {
    let (first_m, second_m) = (first_m?, second_m?);
    let is_first = before_m.is_none_or(|before| first_m < CLEARLY_EARLIER * before);
    let is_second = second_m < CLEARLY_EARLIER * first_m;
    let is_near = days_between(before, second) < WITHIN_DAYS;
    (is_first && is_second && is_near).then_some((
        second,
        WarningFact::StartsEarlier { before, before_m, first, first_m, second, second_m },
    ))
}
