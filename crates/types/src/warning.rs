//! Early signs that a knee wants less, and what makes a return of pain more likely (clinical text G.4).

use crate::day::Date;
use crate::evidence::Evidence;
use crate::symptom::{Side, Swelling};
use serde::Serialize;

/// Which early sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WarningKind {
    Morning,
    EarlierOnset,
    Swelling,
    Stairs,
}

impl WarningKind {
    /// Every sign, in the order of the text.
    pub const ALL: [Self; 4] = [Self::Morning, Self::EarlierOnset, Self::Swelling, Self::Stairs];

    /// The word used in data and JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::EarlierOnset => "earlier_onset",
            Self::Swelling => "swelling",
            Self::Stairs => "stairs",
        }
    }
}

/// What was seen. Points are pain scores from 0 to 10.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", content = "numbers", rename_all = "snake_case")]
pub enum WarningFact {
    /// Two logged mornings above B of the day before them; half points are possible in `baseline`.
    MorningsAboveUsual { first: Date, first_points: u8, second: Date, second_points: u8, baseline: f64 },
    /// Pain began earlier in each of two runs than in the run before; `before_m` is `None` after a run without pain.
    StartsEarlier {
        before: Date,
        before_m: Option<f64>,
        first: Date,
        first_m: f64,
        second: Date,
        second_m: f64,
    },
    /// The runner said that pain starts earlier from run to run (F15), after having said that it does not.
    SaidEarlier { date: Date },
    /// Swelling of any grade.
    Swollen { date: Date, swelling: Swelling },
    /// Stairs down hurt (F02) after an answer that they do not.
    StairsBack { date: Date, free_on: Date },
}

impl WarningFact {
    /// The sign that it shows.
    #[must_use]
    pub const fn kind(&self) -> WarningKind {
        match self {
            Self::MorningsAboveUsual { .. } => WarningKind::Morning,
            Self::StartsEarlier { .. } | Self::SaidEarlier { .. } => WarningKind::EarlierOnset,
            Self::Swollen { .. } => WarningKind::Swelling,
            Self::StairsBack { .. } => WarningKind::Stairs,
        }
    }
}

/// An early sign of one knee, outside a flare.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EarlyWarning {
    pub side: Side,
    /// The day on which it was raised.
    pub since: Date,
    /// The last day on which the sign was seen.
    pub last: Date,
    /// Whether the 48 hours in which to react still run, with no flare since.
    pub is_active: bool,
    /// What was seen last.
    #[serde(flatten)]
    pub fact: WarningFact,
    #[serde(flatten)]
    pub evidence: Evidence,
}

/// A point of the sum that says how carefully to return.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReturnPoint {
    /// An earlier episode of the same knee that ended at most 12 months ago: 2.
    RecentEpisode,
    /// Pain lasted more than 12 months: 2; 3 to 12 months: 1.
    LongPain,
    /// Anterior knee pain scale below 70: 2.
    LowKneeScore,
    /// A break of 28 days or more: 1.
    LongBreak,
    /// Running for less than 2 years: 1.
    NewRunner,
    /// Sore side below 90 % of the other: 1.
    WeakerSide,
    /// Strength training stopped after recovery: 1.
    StrengthStopped,
    /// A planned long run beyond 1.10 times the longest of 30 days: 2.
    LongRunPlanned,
    /// Less than 7 hours of sleep: 1.
    ShortSleep,
}

/// How carefully to return.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReturnBand {
    /// 0 to 2 points.
    Normal,
    /// 3 to 5.
    Watch,
    /// 6 or more.
    Guarded,
}

/// How carefully one knee should return to running.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReturnWatch {
    pub side: Side,
    /// 0 to 14.
    pub points: u8,
    pub band: ReturnBand,
    /// What counted, with its points.
    pub counted: Vec<(ReturnPoint, u8)>,
    /// What nobody has told yet; it adds nothing.
    pub not_known: Vec<ReturnPoint>,
    #[serde(flatten)]
    pub evidence: Evidence,
}
