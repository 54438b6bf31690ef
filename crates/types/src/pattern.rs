//! The pattern screen: which conditions the answers about one knee fit, in words for the runner (clinical text B.3).

use crate::symptom::{FindingAnswer, FindingCode, Region, Side};
use serde::Serialize;

/// A condition that the pattern of one knee is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Condition {
    Pfp,
    Itbs,
    Pt,
    Qt,
    Fp,
    Pa,
    Men,
    Oa,
    Apo,
    Bsi,
    Hip,
    Oth,
}

/// How clearly the pattern points (clinical text B.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum PatternLabel {
    NotEnough,
    FitsBest,
    TwoPossible,
    Leans,
    Unclear,
}

/// The pattern screen of one knee.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Pattern {
    pub side: Side,
    pub label: PatternLabel,
    /// Conditions with their posterior, largest first. Therapists may see it, capped at 0.90; runners see words.
    pub posterior: Vec<(Condition, f64)>,
    pub is_bone_caution: bool,
    pub is_bone_stress_suspected: bool,
    pub is_hip_check: bool,
    /// The finding whose answer would narrow the pattern most, with the expected bits.
    pub next_question: Option<(FindingCode, f64)>,
    /// Of the conditions that the label names: what fits each and what does not, the most telling first.
    pub fits: Vec<PatternFit>,
    /// Whether the age is known; without it adults are assumed, and the age is asked first.
    pub is_age_known: bool,
    /// All answers it was made from.
    pub answers: Vec<FindingAnswer>,
    pub region: Option<Region>,
}

impl Pattern {
    /// A label with the shares behind it and nothing else.
    #[must_use]
    pub const fn bare(side: Side, label: PatternLabel, posterior: Vec<(Condition, f64)>) -> Self {
        Self {
            side,
            label,
            posterior,
            is_bone_caution: false,
            is_bone_stress_suspected: false,
            is_hip_check: false,
            next_question: None,
            fits: Vec::new(),
            is_age_known: true,
            answers: Vec::new(),
            region: None,
        }
    }
}

/// What fits a condition, and what does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PatternFit {
    pub condition: Condition,
    pub fits: Vec<PatternSign>,
    pub against: Vec<PatternSign>,
}

/// One answer as the pattern screen reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PatternSign {
    Region(Region),
    Finding(FindingAnswer),
}
