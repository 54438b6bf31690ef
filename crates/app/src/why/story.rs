//! The answer as the terminal and the page tell it: question, first sentence, flare, pattern.

use super::pick;
use crate::words::{Voice, answer, facts, families, knee};
use kneewise_types::assessment::{Assessment, Finding};

/// The question that is answered.
#[must_use]
pub fn question(assessment: &Assessment) -> String {
    let side = assessment.side.filter(|_| pick::is_sore(assessment));
    answer::question(side, pick::is_settled(assessment))
}

/// The answer in a sentence.
#[must_use]
pub fn opening(assessment: &Assessment, voice: &Voice) -> String {
    let lead = pick::lead(assessment);
    let clue = lead.and_then(|finding| clue(finding, voice));
    match lead {
        _ if !pick::is_sore(assessment) => {
            answer::painless(!assessment.working.pain_days.is_empty(), clue.as_deref())
        }
        Some(lead) => families::opening(lead.family, lead.word, clue.as_deref()),
        None => answer::unclear(!pick::open_families(assessment).is_empty()).to_owned(),
    }
}

/// A few words that name what leads in a family.
#[must_use]
pub fn clue(finding: &Finding, voice: &Voice) -> Option<String> {
    pick::reasons_for(finding).into_iter().find_map(|reason| facts::clue(&reason.fact, voice))
}

/// The flare it is about, if a knee hurts.
#[must_use]
pub fn flare(assessment: &Assessment, voice: &Voice) -> Option<String> {
    let flare = pick::latest_flare(assessment).filter(|_| pick::is_sore(assessment))?;
    Some(answer::flare(flare, voice))
}

/// The patterns of the knee it is about, each with its caveat.
#[must_use]
pub fn patterns(assessment: &Assessment) -> Vec<String> {
    if !pick::is_sore(assessment) {
        return vec![];
    }
    let of_this_knee =
        assessment.patterns.iter().filter(|p| assessment.side.is_none_or(|side| side == p.side));
    of_this_knee.filter_map(knee::pattern).map(|fits| format!("{fits} {}", knee::pattern_caveat())).collect()
}
