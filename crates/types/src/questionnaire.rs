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
