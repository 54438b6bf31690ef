//! The weekly check and answers to longer questionnaires (clinical text A.4, A.5). Item texts are never part of this project.

use crate::day::Date;
use crate::symptom::{Side, coded};
use serde::{Deserialize, Serialize};

coded!(/// How much, in the four steps of the weekly check.
WeekStep {
    /// Not at all: 0 points.
    Nothing = "none",
    /// 8 points.
    Little = "little",
    /// 17 points.
    Moderate = "moderate",
    /// 25 points.
    Most = "lot",
});

impl WeekStep {
    /// Words of each step for taking part, as logs hold them.
    pub const TAKING_PART: [&'static str; 4] = ["full", "full_with_problem", "reduced", "none"];
    /// The same for how much training changed and how much performance suffered.
    pub const AMOUNT: [&'static str; 4] = ["none", "little", "moderate", "lot"];
    /// The same for pain.
    pub const PAIN: [&'static str; 4] = ["none", "mild", "moderate", "severe"];

    /// The step of a word, by its place among the words of its question.
    #[must_use]
    pub fn of_word(word: &str, words: [&str; 4]) -> Option<Self> {
        Self::ALL.get(words.iter().position(|known| *known == word)?).copied()
    }

    /// The word of the step among those of its question.
    #[must_use]
    pub const fn word(self, words: [&'static str; 4]) -> &'static str {
        let [nothing, little, moderate, most] = words;
        match self {
            Self::Nothing => nothing,
            Self::Little => little,
            Self::Moderate => moderate,
            Self::Most => most,
        }
    }

    /// Whether this answer about taking part ends the check: nothing to ask of a week without trouble, nor of one without training.
    #[must_use]
    pub const fn ends_check(self) -> bool {
        matches!(self, Self::Nothing | Self::Most)
    }
}

/// One week of one knee: how it affected taking part, and, where it did, training, performance and pain.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct WeeklyCheck {
    /// Last day of the week it is about.
    pub date: Date,
    pub side: Side,
    pub taking_part: WeekStep,
    /// The next three are answered unless the first is `none` or `lot`.
    pub changing: Option<WeekStep>,
    pub performance: Option<WeekStep>,
    pub symptoms: Option<WeekStep>,
}

/// A knee whose weekly check is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct WeeklyDue {
    pub side: Side,
    /// Day of the last one.
    pub last: Option<Date>,
}

coded!(/// A questionnaire whose answers can be scored here.
Instrument {
    KoosPf = "koos_pf",
    Akps = "akps",
    VisaP = "visa_p",
    Uwri = "uwri",
    Lefs = "lefs",
});

/// The answers to one questionnaire.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QuestionnaireAnswers {
    pub date: Date,
    pub side: Side,
    pub instrument: Instrument,
    /// Points in the order of the items; `None` was left open.
    pub answers: Vec<Option<u8>>,
    /// The branch of item 8 of VISA-P, `A`, `B` or `C`; `None` for the others.
    pub branch: Option<char>,
}
