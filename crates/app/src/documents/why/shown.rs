//! The shape of the answer: names and meanings of its fields.

use crate::documents::experiments::ExperimentShown;
use crate::documents::lights::LightShown;
use crate::documents::own_data::{NoOwnShown, OwnShown};
use crate::documents::scores::WeeklyDueShown;
use crate::documents::warnings::{ReturnShown, WarningShown};
use crate::documents::wire;
use kneewise_types::Date;
use kneewise_types::assessment::{
    BeliefWord, CauseRow, Condition, Family, PatternLabel, RedFlagId, State, Urgency,
};
use kneewise_types::reason::Reason as Seen;
use kneewise_types::{Region, Side};
use serde::Serialize;
use utoipa::ToSchema;

/// The whole answer.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Why)]
pub struct Document {
    pub schema: u32,
    #[schema(value_type = String, format = Date)]
    pub as_of: Date,
    /// The knee the answer is about; `None` when no pain is known.
    #[schema(value_type = Option<wire::Side>)]
    pub side: Option<Side>,
    /// Whether a red flag or an open safety question holds back tests and actions.
    pub locked: bool,
    pub flares: Vec<FlareShown>,
    pub red_flags: Vec<FlagShown>,
    /// Safety questions to answer first.
    pub questions: Vec<QuestionShown>,
    /// The light of each knee with a diary; with two sore knees the worse one counts.
    pub lights: Vec<LightShown>,
    /// Early signs of the last 28 days, oldest first.
    pub warnings: Vec<WarningShown>,
    /// How carefully each knee that had an episode should return.
    pub return_watch: Vec<ReturnShown>,
    /// Experiments on oneself, the latest first.
    pub experiments: Vec<ExperimentShown>,
    /// Knees whose weekly check is due.
    pub weekly_due: Vec<WeeklyDueShown>,
    pub causes: Vec<CauseShown>,
    pub conditions: Vec<ConditionShown>,
    pub next_tests: Vec<TestShown>,
    pub actions: Vec<ActionShown>,
    pub missing: Vec<MissingShown>,
    /// How to start, on an empty database.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub next: Vec<&'static str>,
}

/// A flare; `end` is null while it goes on.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Flare)]
pub struct FlareShown {
    #[schema(value_type = String, format = Date)]
    pub start: Date,
    #[schema(value_type = Option<String>, format = Date)]
    pub end: Option<Date>,
    #[schema(value_type = wire::Side)]
    pub side: Side,
    pub peak_pain: u8,
    #[schema(value_type = Option<String>, example = "AROUND_PATELLA")]
    pub main_region: Option<Region>,
}

/// A red flag with what to do.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RedFlag)]
pub struct FlagShown {
    #[schema(value_type = String, example = "R4")]
    pub id: RedFlagId,
    #[schema(value_type = wire::Urgency)]
    pub urgency: Urgency,
    #[schema(value_type = Option<wire::Side>)]
    pub side: Option<Side>,
    /// Whether plans, exercises and tests are put away until the knee was seen.
    pub blocks: bool,
    pub text: String,
    pub reasons: Vec<ReasonShown>,
}

/// A safety question that is due.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SafetyQuestion)]
pub struct QuestionShown {
    pub id: &'static str,
    #[schema(value_type = wire::Side)]
    pub side: Side,
    pub text: &'static str,
}

/// One of the five families.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Cause)]
pub struct CauseShown {
    #[schema(value_type = wire::Family)]
    pub family: Family,
    pub belief: f64,
    #[schema(value_type = wire::BeliefWord)]
    pub word: BeliefWord,
    pub coverage: f64,
    pub text: String,
    pub mechanisms: Vec<MechanismShown>,
    pub against: Vec<AgainstShown>,
    /// The runner's own statistics, once there are enough flares.
    pub own_data: Option<OwnShown>,
    /// Why there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_data_missing: Option<NoOwnShown>,
}

/// A mechanism of the contract; two rows of the table may show the same one.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Mechanism)]
pub struct MechanismShown {
    pub id: &'static str,
    #[schema(value_type = String, example = "L1")]
    pub row: CauseRow,
    pub contribution: f64,
    #[schema(value_type = wire::State)]
    pub state: State,
    pub reasons: Vec<ReasonShown>,
}

/// A row that speaks against and was seen; the contribution is 1 minus its factor.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Against)]
pub struct AgainstShown {
    #[schema(value_type = String, example = "L1")]
    pub row: CauseRow,
    pub contribution: f64,
    #[schema(value_type = wire::State)]
    pub state: State,
    pub reasons: Vec<ReasonShown>,
}

/// A fact with numbers, evidence and sentence.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ReasonSaid)]
pub struct ReasonShown {
    #[serde(flatten)]
    #[schema(value_type = wire::Reason)]
    pub seen: Seen,
    pub text: String,
}

/// A condition whose pattern was compared.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ConditionFit)]
pub struct ConditionShown {
    #[schema(value_type = wire::Condition)]
    pub code: Condition,
    pub posterior: f64,
    #[schema(value_type = wire::Side)]
    pub side: Side,
    #[schema(value_type = wire::PatternLabel)]
    pub label: PatternLabel,
}

/// Something that would narrow the answer.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NextTest)]
pub struct TestShown {
    pub id: &'static str,
    pub minutes: f64,
    pub expected_bits: f64,
    #[schema(value_type = Vec<String>)]
    pub rows: Vec<CauseRow>,
    pub text: String,
}

/// One thing to change; `family` is null for what safety asks.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Action)]
pub struct ActionShown {
    #[schema(value_type = Option<wire::Family>)]
    pub family: Option<Family>,
    pub id: &'static str,
    pub text: String,
    #[schema(value_type = wire::Grade)]
    pub grade: char,
    pub source: &'static str,
    pub reasons: Vec<ReasonShown>,
}

/// Something not known.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Missing)]
pub struct MissingShown {
    pub what: &'static str,
    /// Mechanism ids or patterns of them, joined by a comma and a space.
    pub unlocks: String,
    pub text: String,
}
