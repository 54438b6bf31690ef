//! Scores of the weekly check and of longer questionnaires, from points alone.
//!
//! In: points in the order of the items. Out: a score, or why there is none; what a change between two scores means.
//! Never: the text of an item: those belong to their authors, and come from a file that the therapist supplies.

mod akps;
mod koos_pf;
mod lefs;
mod uwri;
mod visa_p;
pub mod weekly_check;

use kneewise_types::{Evidence, Instrument, QuestionnaireAnswers};

/// Why answers give no score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoScore {
    /// Not as many answers as the questionnaire has items.
    Items { need: usize, got: usize },
    /// Too many were left open.
    TooFew { need: usize, got: usize },
    /// This item, from 1, does not give so many points.
    Points { item: usize, got: u8 },
    /// Item 8 of VISA-P needs its branch.
    Branch,
}

/// What a questionnaire is like.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    pub items: usize,
    /// Points that each item may give, in its order.
    allowed: fn(usize, Option<char>) -> &'static [u8],
    pub highest: f64,
    /// Answers needed for a score.
    pub least_answers: usize,
    /// A change below this may be measurement error.
    pub error: f64,
    /// A change from here on matters to people.
    pub matters: f64,
    pub evidence: Evidence,
}

/// What became of a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeMeaning {
    /// Smaller than what measuring twice gives.
    WithinError,
    /// Beyond measurement error, below what people call important.
    Noticeable,
    Important,
}

/// The scale of a questionnaire; more is better in all of them.
#[must_use]
pub const fn scale(instrument: Instrument) -> Scale {
    match instrument {
        Instrument::KoosPf => koos_pf::SCALE,
        Instrument::Akps => akps::SCALE,
        Instrument::VisaP => visa_p::SCALE,
        Instrument::Uwri => uwri::SCALE,
        Instrument::Lefs => lefs::SCALE,
    }
}

impl Scale {
    /// Points that an item, from 0, may give; empty beyond the last, or while a branch is missing.
    #[must_use]
    pub fn allowed(&self, item: usize, branch: Option<char>) -> &'static [u8] {
        (self.allowed)(item, branch)
    }

    /// What the difference between two scores means.
    #[must_use]
    pub fn meaning(&self, before: f64, after: f64) -> ChangeMeaning {
        let change = (after - before).abs() + 1e-9;
        if change >= self.matters {
            ChangeMeaning::Important
        } else if change >= self.error {
            ChangeMeaning::Noticeable
        } else {
            ChangeMeaning::WithinError
        }
    }
}

/// The score of some answers.
pub fn score(told: &QuestionnaireAnswers) -> Result<f64, NoScore> {
    let scale = scale(told.instrument);
    let got = told.answers.len();
    if got != scale.items {
        return Err(NoScore::Items { need: scale.items, got });
    }
    if told.instrument == Instrument::VisaP && told.branch.is_none() {
        return Err(NoScore::Branch);
    }
    let wrong = told.answers.iter().enumerate().find_map(|(at, points)| {
        let got = (*points)?;
        (!scale.allowed(at, told.branch).contains(&got)).then_some(NoScore::Points { item: at + 1, got })
    });
    if let Some(wrong) = wrong {
        return Err(wrong);
    }
    let given: Vec<f64> = told.answers.iter().flatten().map(|points| f64::from(*points)).collect();
    if given.len() < scale.least_answers {
        return Err(NoScore::TooFew { need: scale.least_answers, got: given.len() });
    }
    Ok(match told.instrument {
        Instrument::KoosPf => koos_pf::of(&given),
        _ => given.iter().sum(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use kneewise_types::Side;

    pub(super) fn told(instrument: Instrument, points: &[u8], branch: Option<char>) -> QuestionnaireAnswers {
        QuestionnaireAnswers {
            date: crate::calendar::day("2026-03-01"),
            side: Side::Left,
            instrument,
            answers: points.iter().map(|points| Some(*points)).collect(),
            branch,
        }
    }

    #[test]
    fn what_cannot_be_scored_says_why() {
        let of = |instrument, points: &[u8]| score(&told(instrument, points, None));
        assert_eq!(of(Instrument::Uwri, &[1; 8]), Err(NoScore::Items { need: 9, got: 8 }));
        assert_eq!(
            of(Instrument::Uwri, &[1, 1, 1, 1, 5, 1, 1, 1, 1]),
            Err(NoScore::Points { item: 5, got: 5 })
        );
        assert_eq!(of(Instrument::VisaP, &[1; 8]), Err(NoScore::Branch));
        let mut open = told(Instrument::Uwri, &[2; 9], None);
        open.answers[3] = None;
        assert_eq!(score(&open), Err(NoScore::TooFew { need: 9, got: 8 }));
    }
}
