//! Everything known of one runner up to the day asked: the one input of `analyse`.

use crate::activity::Activity;
use crate::experiment::Experiment;
use crate::gait::GaitDigest;
use crate::knee::KneeSummary;
use crate::questionnaire::{QuestionnaireAnswers, WeeklyCheck};
use crate::runner::Profile;
use crate::shoe::Shoe;
use crate::strength::StrengthEntry;
use crate::symptom::{ScreenAnswer, SymptomEntry};
use crate::test::TestResult;
use crate::wellness::WellnessEntry;
use serde::{Deserialize, Serialize};

/// One runner's history. Order carries no meaning; `analyse` sorts what it needs.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct History {
    pub profile: Profile,
    pub activities: Vec<Activity>,
    pub symptoms: Vec<SymptomEntry>,
    pub screen: Vec<ScreenAnswer>,
    pub wellness: Vec<WellnessEntry>,
    pub shoes: Vec<Shoe>,
    pub tests: Vec<TestResult>,
    pub strength: Vec<StrengthEntry>,
    /// What each activity on foot asked of the knee; empty when nobody worked it out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub knee: Vec<KneeSummary>,
    /// The way of running of each run with samples.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gait: Vec<GaitDigest>,
    /// Experiments on oneself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub experiments: Vec<Experiment>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub weekly: Vec<WeeklyCheck>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questionnaires: Vec<QuestionnaireAnswers>,
}
