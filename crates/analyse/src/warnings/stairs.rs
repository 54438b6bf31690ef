//! Pain on going down stairs that is back: F02 yes, after an answer no. Source: clinical text G.4 [rule], key `rule`.
//! Grade D. Says nothing when stairs were never free of pain, or nobody asked.

use super::Seen;
use crate::symptoms::diary::Diary;
use kneewise_types::symptom::FindingCode;
use kneewise_types::{Date, WarningFact};

pub(super) fn seen(diary: &Diary) -> Seen {
    turned(diary, FindingCode::PainStairsDown)
        .map(|(date, free_on)| (date, WarningFact::StairsBack { date, free_on }))
        .collect()
}

/// Days on which a finding is present, with the last day on which it was not; none before the first such day.
pub(super) fn turned(diary: &Diary, code: FindingCode) -> impl Iterator<Item = (Date, Date)> + '_ {
    let answers = diary.days().iter().flat_map(move |entry| {
        let of = entry.findings.iter().filter(move |answer| answer.code == code);
        of.map(|answer| (entry.date, answer.is_present))
    });
    answers
        .scan(None, |free_on, (date, is_present)| {
            if !is_present {
                *free_on = Some(date);
            }
            Some(free_on.filter(|_| is_present).map(|free| (date, free)))
        })
        .flatten()
}
