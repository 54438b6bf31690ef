//! R8: a pattern that can be an overloaded bone.
//!
//! Formula: BSI at 0.30 or more in the pattern screen on a day with an answer, or bone pain at rest or night (F14)
//! with one sore spot of bone (F16). Source: clinical text B.3, B.4, key `rule`. Grade D.
//! Holds 180 days after the last day on which it was so, unless cleared; no later answer lifts it.

use super::{BONE_HOLDS_DAYS, Knee, RULE};
use crate::pattern::overlays::overlays;
use crate::pattern::posterior::posterior;
use kneewise_types::assessment::{RedFlag, RedFlagId};
use kneewise_types::reason::Fact;
use kneewise_types::symptom::FindingCode;
use kneewise_types::{Date, SymptomEntry};

pub(crate) fn flag(knee: &Knee<'_>) -> Option<RedFlag> {
    let entries = knee.diary.within(knee.uncleared(BONE_HOLDS_DAYS));
    let tells = |entry: &&SymptomEntry| !entry.findings.is_empty() || !entry.regions.is_empty();
    let facts = entries.iter().rev().filter(tells).find_map(|entry| facts_on(knee, entry.date))?;
    Some(knee.flag(RedFlagId::R8, RULE, facts))
}

fn facts_on(knee: &Knee<'_>, date: Date) -> Option<Vec<Fact>> {
    let answers = knee.answers_on(date);
    let signs = [FindingCode::RestOrNightPain, FindingCode::BoneFocalTender];
    if signs.into_iter().all(|code| answers.has(code)) {
        return Some(signs.map(|code| Fact::Answered { code, is_present: true, date }).to_vec());
    }
    let shares = posterior(&answers);
    let fact = Fact::BonePattern { side: knee.diary.side, region: answers.region };
    overlays(&answers, &shares).is_bone_stress_suspected.then(|| vec![fact])
}
