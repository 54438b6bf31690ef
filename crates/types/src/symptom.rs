//! What the runner feels: the diary, the red-flag answers, the pain elsewhere (clinical text A.1, A.2, B.3, B.4).

use crate::day::Date;
use crate::units::{Metres, OutOfRange};
use serde::{Deserialize, Serialize};

/// Left or right; "both" is two entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Left,
    Right,
}

impl Side {
    /// Both knees, left first.
    pub const BOTH: [Self; 2] = [Self::Left, Self::Right];

    /// The word used in files and JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// Pain from 0 (none) to 10 (worst imaginable), whole points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct PainScore(u8);

impl PainScore {
    /// No pain.
    pub const NONE: Self = Self(0);

    /// Checks the range.
    pub fn new(points: u8) -> Result<Self, OutOfRange> {
        if points <= 10 {
            Ok(Self(points))
        } else {
            Err(OutOfRange {
                what: "pain score",
                value: f64::from(points),
                min: 0.0,
                max: 10.0,
                unit: "points",
            })
        }
    }

    /// The points, 0 to 10.
    #[must_use]
    pub const fn points(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for PainScore {
    type Error = OutOfRange;
    fn try_from(points: u8) -> Result<Self, OutOfRange> {
        Self::new(points)
    }
}

impl From<PainScore> for u8 {
    fn from(score: PainScore) -> Self {
        score.0
    }
}

macro_rules! coded {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $code)] $variant),+
        }

        impl $name {
            /// Every value, in the order of the science text.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code used in files and JSON.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The value of a code, if it is one.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use coded;

coded!(/// Where on the knee (clinical text A.2).
Region {
    /// Around or behind the kneecap.
    AroundPatella = "AROUND_PATELLA",
    /// Point at the lower tip of the kneecap.
    InferiorPole = "INF_POLE",
    /// Upper edge of the kneecap.
    SuperiorPole = "SUP_POLE",
    /// Soft pads beside the tendon.
    BesideTendon = "BESIDE_TENDON",
    /// Bump below the kneecap.
    Tubercle = "TUBERCLE",
    /// Outer side, 2 to 3 cm above the joint line.
    LateralAboveJointLine = "LAT_ABOVE_JL",
    /// Outer joint line.
    LateralJointLine = "LAT_JL",
    /// Inner joint line.
    MedialJointLine = "MED_JL",
    /// Inner shin bone, 2 to 7 cm below the joint line.
    MedialProximalTibia = "MED_PROX_TIBIA",
    /// Back of the knee.
    BackOfKnee = "BACK_OF_KNEE",
    /// Thigh just above the knee.
    DistalThigh = "DISTAL_THIGH",
    /// Cannot point with one finger.
    DeepOrVague = "DEEP_OR_VAGUE",
});

coded!(/// Visible swelling, 0 to 3.
Swelling {
    None = "0",
    /// Only the runner notices.
    Slight = "1",
    /// Others see it.
    Clear = "2",
    Tense = "3",
});

coded!(/// Whether the knee gets stuck.
Locking {
    None = "none",
    /// Catches but frees at once.
    Catches = "catches",
    /// Cannot bend or straighten fully.
    Stuck = "stuck",
});

coded!(/// Whether the knee gives way.
GivingWay { None = "none", Unsure = "unsure", Buckled = "buckled" });

coded!(/// Pain at night.
NightPain { None = "none", OnTurning = "turning", Wakes = "wakes" });

coded!(/// Pain elsewhere that blocks exercises (clinical text D.3).
OtherPainSite {
    CalfOrAchilles = "CALF_ACHILLES",
    Foot = "FOOT",
    Shin = "SHIN",
    HamstringTendon = "HAMSTRING_TENDON",
    HipOrGroin = "HIP_GROIN",
    LateralHip = "LAT_HIP",
    BackOfLeg = "BACK_LEG",
    WristOrShoulder = "WRIST_SHOULDER",
});

coded!(/// A question of the pattern screen (clinical text B.3).
FindingCode {
    PainSquatting = "F01", PainStairsDown = "F02", PainProlongedSitting = "F03", FixedDistanceOnset = "F04",
    DownhillWorse = "F05", JumpLandLocalTendon = "F06", WarmsUpThenReturns = "F07", StartedWithTwist = "F08",
    CatchingOrLocking = "F09", SwellingVisible = "F10", JointLineTender = "F11", KneelingHurts = "F12",
    FullStraightenHurts = "F13", RestOrNightPain = "F14", HurtsEarlierEachRun = "F15", BoneFocalTender = "F16",
    HopGivesDeepBonePain = "F17", MorningStiffUnder30 = "F18", GroinOrHipStiff = "F19",
    ResistedExtensionHurts = "F20", NoblePositive = "F21", LoadSpikeSixWeeks = "F22",
});

coded!(/// A red-flag question (clinical text B.4).
RedFlagQuestion {
    R1 = "R1", R2 = "R2", R3 = "R3", R4 = "R4", R5 = "R5", R6 = "R6", R7 = "R7", R8 = "R8", R9 = "R9",
    R10 = "R10", R11 = "R11", R12 = "R12",
    /// Asked after a yes to R10: bladder or bowel control changed, or numb between the legs.
    R10Saddle = "R10b",
    /// "None of these".
    All = "all",
    /// Answered yes: a professional has examined the knee and allowed running. Asks nothing.
    Cleared = "cleared",
});

/// One answered question of the pattern screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FindingAnswer {
    pub code: FindingCode,
    pub is_present: bool,
}

/// Pain somewhere else than the knee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct OtherPain {
    pub site: OtherPainSite,
    pub score: PainScore,
}

/// One line of the diary: one knee, one day. What was not entered is missing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SymptomEntry {
    pub date: Date,
    pub side: Side,
    pub pain_morning: Option<PainScore>,
    pub pain_before: Option<PainScore>,
    pub pain_during_max: Option<PainScore>,
    pub pain_60min: Option<PainScore>,
    /// Distance into the run at which the pain began; 0 when it was there from the start.
    #[serde(rename = "pain_onset_m")]
    pub pain_onset: Option<Metres>,
    /// Marked regions, the main one first.
    pub regions: Vec<Region>,
    pub swelling: Option<Swelling>,
    /// Morning stiffness, minutes, 0 to 1440.
    pub stiffness_min: Option<u16>,
    pub locking: Option<Locking>,
    pub giving_way: Option<GivingWay>,
    pub night_pain: Option<NightPain>,
    pub has_limp: Option<bool>,
    /// A painkiller in the 8 h before a rating.
    pub has_medicine: Option<bool>,
    pub findings: Vec<FindingAnswer>,
    pub other_pain: Vec<OtherPain>,
    pub note: Option<String>,
}

impl SymptomEntry {
    /// An entry with nothing filled in.
    #[must_use]
    pub const fn empty(date: Date, side: Side) -> Self {
        Self {
            date,
            side,
            pain_morning: None,
            pain_before: None,
            pain_during_max: None,
            pain_60min: None,
            pain_onset: None,
            regions: Vec::new(),
            swelling: None,
            stiffness_min: None,
            locking: None,
            giving_way: None,
            night_pain: None,
            has_limp: None,
            has_medicine: None,
            findings: Vec::new(),
            other_pain: Vec::new(),
            note: None,
        }
    }

    /// The day's pain: the largest of its four scores (load text F1).
    #[must_use]
    pub fn day_pain(&self) -> Option<PainScore> {
        [self.pain_morning, self.pain_before, self.pain_during_max, self.pain_60min]
            .into_iter()
            .flatten()
            .max()
    }
}

coded!(/// What the runner said to a complaint found in an old note.
NoteVerdict {
    /// It is so; it stands in the diary.
    Accepted = "accepted",
    /// It stands in the diary as the runner put it right.
    Corrected = "corrected",
    /// It is no complaint of the own knee.
    Refused = "refused",
});

/// A complaint found in an old note that the runner has decided on. It is not found again.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct NoteDecision {
    /// Local day of the outing.
    pub date: Date,
    pub verdict: NoteVerdict,
    /// The words of the note, white space as single spaces.
    pub quote: String,
    /// The outing, as it was called then; for people only.
    pub activity: Option<String>,
}

/// One answer to a red-flag question.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ScreenAnswer {
    pub date: Date,
    pub side: Side,
    pub question: RedFlagQuestion,
    pub is_yes: bool,
    /// Who examined the knee, when it was cleared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eleven_is_not_a_pain_score() {
        assert_eq!(
            PainScore::new(11).unwrap_err().to_string(),
            "`11` is not a pain score between 0 and 10 points"
        );
    }

    #[test]
    fn codes_read_back() {
        for region in Region::ALL {
            assert_eq!(Region::from_code(region.code()), Some(*region));
        }
        assert_eq!(FindingCode::from_code("F21"), Some(FindingCode::NoblePositive));
        assert_eq!(FindingCode::from_code("F99"), None);
    }
}
