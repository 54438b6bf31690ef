//! Everything known of one runner up to the day asked: the one input of `analyse`.

use crate::activity::Activity;
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
}
