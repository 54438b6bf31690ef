//! Safety overlays of the pattern screen: a bone that may be overloaded, a hip that may be the source.
//!
//! Source: clinical text B.3 [rule], key `rule`. Grade D. Independent of the label; other answers cannot outvote
//! the sign rules. Says nothing when neither region nor finding is known.

use super::answers::Answers;
use super::tables::{CONDITIONS, Row};
use kneewise_types::assessment::Condition;
use kneewise_types::symptom::FindingCode;

const CAUTION: f64 = 0.10;
const SUSPECTED: f64 = 0.30;

/// What the screen warns of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Overlays {
    pub is_bone_caution: bool,
    pub is_bone_stress_suspected: bool,
    pub is_hip_check: bool,
}

pub(crate) fn overlays(answers: &Answers, shares: &Row) -> Overlays {
    if answers.count() == 0 {
        return Overlays::default();
    }
    let bone = share(shares, Condition::Bsi);
    let signs =
        [FindingCode::RestOrNightPain, FindingCode::HurtsEarlierEachRun, FindingCode::BoneFocalTender];
    let bone_signs = signs.into_iter().filter(|code| answers.has(*code)).count();
    Overlays {
        is_bone_caution: bone >= CAUTION || bone_signs >= 2 || answers.has(FindingCode::HopGivesDeepBonePain),
        is_bone_stress_suspected: bone >= SUSPECTED,
        is_hip_check: share(shares, Condition::Hip) >= CAUTION,
    }
}

/// The share of one condition.
pub(crate) fn share(shares: &Row, condition: Condition) -> f64 {
    CONDITIONS.into_iter().zip(shares).find(|(known, _)| *known == condition).map_or(0.0, |(_, share)| *share)
}
