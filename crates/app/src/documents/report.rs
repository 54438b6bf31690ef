//! `report --json`: the one page for a clinician as data. No route, no place, no note.

use super::why::FlagShown;
use super::wire;
use kneewise_types::assessment::Family;
use kneewise_types::{Date, Side};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A part that may be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReportPart {
    /// Sex, year of birth, height, mass.
    Body,
    /// Earlier episodes.
    Past,
    Chart,
    /// Names of shoes, and the family of footwear.
    Shoes,
    /// What the runner's own flares say.
    Own,
    Tests,
    /// What is being done.
    Done,
}

impl ReportPart {
    pub const ALL: [Self; 7] =
        [Self::Body, Self::Past, Self::Chart, Self::Shoes, Self::Own, Self::Tests, Self::Done];

    /// The word in an address, an option and JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Past => "past",
            Self::Chart => "chart",
            Self::Shoes => "shoes",
            Self::Own => "own",
            Self::Tests => "tests",
            Self::Done => "done",
        }
    }

    /// The part of a word, if it is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.word() == word)
    }
}

/// The page.
#[derive(Debug, Serialize, ToSchema)]
pub struct Report {
    pub schema: u32,
    #[schema(value_type = String, format = Date)]
    pub as_of: Date,
    #[schema(value_type = Option<wire::Side>)]
    pub side: Option<Side>,
    pub title: String,
    /// Who it is about: sentences without a name.
    pub about: Vec<String>,
    /// How much was known.
    pub known: String,
    /// Told first; with one that blocks, nothing is said of training.
    pub red_flags: Vec<FlagShown>,
    pub in_short: Vec<String>,
    /// The light that counts, as a sentence; null before any pain was entered.
    pub light: Option<String>,
    pub causes: Vec<ReportCause>,
    pub patterns: Vec<String>,
    /// How the safety questions stand.
    pub safety: String,
    pub own: Vec<String>,
    pub tests: Vec<ReportTest>,
    pub done: Vec<String>,
    pub questions: Vec<String>,
    pub left_out: Vec<ReportPart>,
}

/// A family of causes with its main reasons.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReportCause {
    #[schema(value_type = wire::Family)]
    pub family: Family,
    pub name: &'static str,
    /// 1 to 4; 0 when not enough is known.
    pub rungs: usize,
    pub word: String,
    #[serde(rename = "for")]
    pub reasons: Vec<ReportReason>,
    pub against: Vec<ReportReason>,
}

/// A reason with the grade of its evidence.
#[derive(Debug, PartialEq, Serialize, ToSchema)]
pub struct ReportReason {
    pub text: String,
    /// Null where it says that something is not known.
    #[schema(value_type = Option<wire::Grade>)]
    pub grade: Option<char>,
}

/// The latest results of one home test.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReportTest {
    pub id: &'static str,
    pub name: String,
    #[schema(value_type = String, format = Date)]
    pub date: Date,
    pub left: Option<f64>,
    pub right: Option<f64>,
    /// One figure for both legs.
    pub both: Option<f64>,
    pub unit: &'static str,
    /// Right over left, where more is better on both sides.
    pub ratio: Option<f64>,
}
