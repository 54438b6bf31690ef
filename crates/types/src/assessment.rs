//! What `analyse` concludes: flares, red flags, causes with reasons for and against, what would settle the doubt.

use crate::day::Date;
use crate::experiment::ExperimentState;
pub use crate::flare::Flare;
use crate::light::KneeLight;
pub use crate::light::Light;
use crate::own_data::OwnData;
pub use crate::pattern::{Condition, Pattern, PatternFit, PatternLabel, PatternSign};
use crate::questionnaire::WeeklyDue;
use crate::reason::Reason;
use crate::symptom::{RedFlagQuestion, Side};
use crate::test::TestId;
use crate::warning::{EarlyWarning, ReturnWatch};
use serde::Serialize;

/// One of the five families of causes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    Load,
    Overuse,
    Weakness,
    Mobility,
    Footwear,
}

impl Family {
    /// All five, in the order that breaks ties.
    pub const ALL: [Self; 5] = [Self::Load, Self::Overuse, Self::Weakness, Self::Mobility, Self::Footwear];

    /// The word used in JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Load => "load",
            Self::Overuse => "overuse",
            Self::Weakness => "weakness",
            Self::Mobility => "mobility",
            Self::Footwear => "footwear",
        }
    }
}

macro_rules! rows {
    ($($row:ident, $family:ident, $mechanism:expr;)+) => {
        /// A row of the cause table (clinical text G.2).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub enum CauseRow { $($row),+ }

        impl CauseRow {
            /// Every row, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$row),+];

            /// The row's name in the table.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $(Self::$row => stringify!($row)),+ }
            }

            /// The family it belongs to.
            #[must_use]
            pub const fn family(self) -> Family {
                match self { $(Self::$row => Family::$family),+ }
            }

            /// The mechanism it shows; `None` for the rows that speak against.
            #[must_use]
            pub const fn mechanism(self) -> Option<&'static str> {
                match self { $(Self::$row => $mechanism),+ }
            }
        }
    };
}

rows! {
    L1, Load, Some("load.single_session_spike");
    L2, Load, Some("load.single_session_spike");
    L3, Load, Some("load.novice_week_rise");
    L4, Load, Some("load.new_terrain_or_speed");
    L5, Load, Some("load.rapid_return");
    L6, Load, Some("load.hard_days_too_close");
    L7, Load, Some("load.surface_change");
    L8, Load, None;
    L9, Load, None;
    L10, Load, Some("load.knee_dose_rise");
    L11, Load, Some("load.descent_rise");
    L12, Load, Some("gait.cadence_drop");
    L13, Load, Some("gait.low_cadence");
    W1, Weakness, Some("weakness.limb_asymmetry");
    W2, Weakness, Some("weakness.quadriceps");
    W3, Weakness, Some("weakness.movement_control");
    W4, Weakness, Some("weakness.core");
    W5, Weakness, Some("weakness.hip_abduction");
    W6, Weakness, Some("weakness.untrained");
    W7, Weakness, None;
    W8, Weakness, None;
    M1, Mobility, Some("mobility.ankle");
    M2, Mobility, Some("mobility.quadriceps");
    M3, Mobility, Some("mobility.hamstrings");
    M4, Mobility, Some("mobility.hip_flexors");
    M5, Mobility, None;
    F1, Footwear, Some("footwear.pronated_in_neutral");
    F2, Footwear, Some("footwear.firm_for_light_runner");
    F3, Footwear, Some("footwear.single_pair");
    F4, Footwear, Some("footwear.low_drop");
    F5, Footwear, Some("footwear.recent_change");
    F6, Footwear, Some("footwear.worn");
    F7, Footwear, Some("footwear.one_pair_hurts");
    F8, Footwear, Some("footwear.minimal_heavy");
    F9, Footwear, None;
    F10, Footwear, None;
    O1, Overuse, Some("overuse.recurrence");
    O2, Overuse, Some("overuse.persistent_symptoms");
    O3, Overuse, Some("overuse.rising_pain");
    O4, Overuse, Some("overuse.short_sleep");
    O5, Overuse, Some("overuse.poor_sleep");
    O6, Overuse, Some("overuse.stress");
    O7, Overuse, Some("overuse.no_rest_day");
    O8, Overuse, None;
    O9, Overuse, Some("overuse.boom_and_bust");
}

/// Whether an observation was made, made and not found, or never made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    Present,
    Absent,
    Unknown,
}

/// How much a family is supported, in words (clinical text G.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum BeliefWord {
    #[serde(rename = "little sign")]
    LittleSign,
    #[serde(rename = "may")]
    May,
    #[serde(rename = "probably")]
    Probably,
    #[serde(rename = "main candidate")]
    MainCandidate,
}

/// One row of the cause table, answered or not, with what answers it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mechanism {
    pub row: CauseRow,
    pub state: State,
    /// The c of a row that speaks for, or 1 - l of one that speaks against; 0 unless present and counted.
    pub contribution: f64,
    pub reasons: Vec<Reason>,
}

/// One family with everything for and against it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    pub family: Family,
    /// 0 to 0.85; orders families, never shown as a percentage.
    pub belief: f64,
    pub word: BeliefWord,
    /// Answered rows over rows.
    pub coverage: f64,
    /// Rows that speak for.
    pub mechanisms: Vec<Mechanism>,
    /// Rows that speak against.
    pub against: Vec<Mechanism>,
}

/// How soon a person must be seen, most urgent first (clinical text B.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Urgency {
    #[serde(rename = "emergency")]
    Emergency,
    #[serde(rename = "same_day")]
    SameDay,
    #[serde(rename = "within_days")]
    WithinDays,
    #[serde(rename = "within_1_week")]
    WithinOneWeek,
    #[serde(rename = "within_2_weeks")]
    WithinTwoWeeks,
    #[serde(rename = "routine")]
    Routine,
}

/// A sign at which a person must see a clinician.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RedFlag {
    /// `R1` to `R13`.
    pub id: RedFlagId,
    pub side: Option<Side>,
    pub urgency: Urgency,
    /// Whether plans, exercises and tests are put away; of R13 "no improvement" stops increases alone.
    pub is_blocking: bool,
    pub reasons: Vec<Reason>,
}

/// R1 to R13 of clinical text B.4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum RedFlagId {
    R1,
    R2,
    R3,
    R4,
    R5,
    R6,
    R7,
    R8,
    R9,
    R10,
    R11,
    R12,
    R13,
}

/// Why red-flag questions became due (clinical text B.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DueReason {
    /// The first pain or sign of this knee.
    FirstSign,
    NewFlare,
    /// A sign that was not there before.
    NewSign,
    /// An answer asks one more question.
    FollowUp,
}

/// Red-flag questions that must be answered before a plan is given.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OpenQuestions {
    pub side: Side,
    pub since: Date,
    pub why: DueReason,
    pub questions: Vec<RedFlagQuestion>,
}

/// A test or question that would narrow the answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NextTest {
    pub what: NextTestId,
    pub rows: Vec<CauseRow>,
    pub minutes: f64,
    pub expected_bits: f64,
}

/// What is to be done to learn more: a test of D.1, or something only the runner or the watch can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum NextTestId {
    Test(TestId),
    /// Keep a diary of pain for two weeks.
    Diary,
    /// Name the shoes and which runs they were worn on.
    Shoes,
    /// Log strength training, or say there is none.
    StrengthLog,
    /// Log sleep, stress and mood.
    Wellness,
    /// Fill in the profile.
    Profile,
    /// Import more of the runs.
    Activities,
    /// Rate how hard sessions were.
    SessionRpe,
}

/// Something that is not known, and what knowing it would unlock.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Missing {
    /// Such as `cadence`, `diary`, `shoes`.
    pub what: &'static str,
    /// Mechanism ids or a pattern of them, such as `gait.*`.
    pub unlocks: Vec<&'static str>,
}

/// A day of the load series.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LoadDay {
    pub date: Date,
    /// `None` on a day when recording is unknown; 0 on a rest day.
    pub running_distance_m: Option<f64>,
    pub running_duration_s: Option<f64>,
    /// Session-RPE load, arbitrary units; `None` when a session of the day has no rating.
    pub session_rpe_load: Option<f64>,
    pub trimp: Option<f64>,
    /// Longest running session of the day.
    pub longest_session_m: Option<f64>,
    /// Longest session of the 30 days before.
    pub best_30_days_m: Option<f64>,
    /// Time above threshold, s; `None` when it could not be told for a run of the day.
    pub hard_s: Option<f64>,
    /// Metres downhill on foot at a run; `None` when not known for a run of the day.
    pub descent_m: Option<f64>,
    /// Whether a rating of the day was estimated; such a load never speaks for or against a cause.
    pub is_session_rpe_imputed: bool,
    /// TRIMP in percent of an hour at threshold heart rate.
    pub threshold_trimp: Option<f64>,
    /// Summated heart-rate zones.
    pub edwards: Option<f64>,
    /// Percent of an hour at threshold speed.
    pub run_stress: Option<f64>,
}

impl LoadDay {
    /// A day nothing is known of.
    #[must_use]
    pub const fn unknown(date: Date) -> Self {
        Self {
            date,
            running_distance_m: None,
            running_duration_s: None,
            session_rpe_load: None,
            trimp: None,
            longest_session_m: None,
            best_30_days_m: None,
            hard_s: None,
            descent_m: None,
            is_session_rpe_imputed: false,
            threshold_trimp: None,
            edwards: None,
            run_stress: None,
        }
    }
}

/// The worst pain of one knee on one day (load text F1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct PainDay {
    pub date: Date,
    pub side: Side,
    pub points: u8,
}

/// Every intermediate series, also when the answer is "not enough data".
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Working {
    pub load_days: Vec<LoadDay>,
    /// Entered days only, oldest first; a day without an entry is absent, never 0.
    pub pain_days: Vec<PainDay>,
}

/// What `analyse` concludes for one runner on one day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Assessment {
    pub as_of: Date,
    /// The knee the answer is about, and the onset it looks back from.
    pub side: Option<Side>,
    pub onset: Date,
    pub flares: Vec<Flare>,
    /// Most urgent first. With any that blocks the rest stays, but no plan is given.
    pub red_flags: Vec<RedFlag>,
    pub open_questions: Vec<OpenQuestions>,
    /// The light of each knee with a diary, left first.
    pub lights: Vec<KneeLight>,
    /// Early signs, oldest first, those of the past among them.
    pub warnings: Vec<EarlyWarning>,
    /// For each knee that had an episode, how carefully to return.
    pub return_watch: Vec<ReturnWatch>,
    /// Knees whose weekly check is due.
    pub weekly_due: Vec<WeeklyDue>,
    /// Experiments on oneself, the latest first.
    pub experiments: Vec<ExperimentState>,
    /// All five families, best supported first.
    pub findings: Vec<Finding>,
    pub patterns: Vec<Pattern>,
    pub next_tests: Vec<NextTest>,
    pub missing: Vec<Missing>,
    /// What the runner's own flares and days say.
    pub own_data: OwnData,
    pub working: Working,
}

impl Assessment {
    /// Whether a red flag, or an unanswered red-flag question, locks plans and exercises.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.red_flags.iter().any(|flag| flag.is_blocking) || !self.open_questions.is_empty()
    }

    /// The light that counts: with two sore knees the worse one.
    #[must_use]
    pub fn light(&self) -> Option<Light> {
        self.lights.iter().filter_map(|knee| knee.light).max()
    }
}
