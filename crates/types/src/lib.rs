//! The vocabulary of kneewise: every word that two crates share, with its unit and its range.
//!
//! In: nothing. Out: plain data. Never: a clock, a disk, a network, a formula of the science.
//! One term, one meaning, one file; `docs/glossary.md` lists them all.

pub mod activity;
pub mod advice;
pub mod assessment;
pub mod day;
pub mod digest;
pub mod evidence;
pub mod experiment;
pub mod flare;
pub mod gait;
pub mod history;
pub mod knee;
pub mod light;
pub mod own_data;
pub mod pattern;
pub mod questionnaire;
pub mod reason;
pub mod runner;
pub mod samples;
pub mod shoe;
pub mod strength;
pub mod symptom;
pub mod test;
pub mod units;
pub mod warning;
pub mod wellness;

pub use activity::{
    Activity, ActivityId, ActivitySource, Lap, OffsetOrigin, Pause, Quality, SourceKind, Sport, Surface,
};
pub use day::{Date, Timestamp, local_date};
pub use digest::{ActivityPart, SampleDigest, SteadyStretch};
pub use evidence::{Evidence, Grade, SourceKey};
pub use experiment::{
    Adherence, Arm, Block, BlockDay, Experiment, ExperimentKind, ExperimentOutcome, ExperimentResult,
    ExperimentState, ExperimentStatus, ExperimentStop, ExperimentVerdict,
};
pub use gait::{GaitDigest, SteadySegment};
pub use history::History;
pub use knee::{KneeDigest, KneeDose, KneeSummary, NoKneeLoad};
pub use own_data::{Estimate, Exposure, OwnData, OwnFinding, Tier};
pub use questionnaire::{Instrument, QuestionnaireAnswers, WeekStep, WeeklyCheck, WeeklyDue};
pub use runner::{FootStrike, PreviousInjury, Profile, Sex, UnitSystem};
pub use samples::{Column, Samples};
pub use shoe::Shoe;
pub use strength::StrengthEntry;
pub use symptom::{
    FindingAnswer, GivingWay, Locking, NightPain, NoteDecision, NoteVerdict, OtherPain, PainScore,
    RedFlagQuestion, Region, ScreenAnswer, Side, Swelling, SymptomEntry,
};
pub use test::{TestId, TestResult, TestSide};
pub use units::{
    BeatsPerMinute, BodyWeights, Kilograms, Metres, MetresPerSecond, OutOfRange, Rpe, Seconds,
    StepsPerMinute, Watts,
};
pub use warning::{EarlyWarning, ReturnBand, ReturnPoint, ReturnWatch, WarningFact, WarningKind};
pub use wellness::WellnessEntry;
