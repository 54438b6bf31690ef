//! R7: a young runner whose knee pain can come from the hip.
//!
//! Formula: age < 16 with a limp, a vague or lower-thigh main region, a sore or stiff hip (F19), or HIP at 0.10 or
//! more in the pattern screen. Source: clinical text B.4, key `rule`. Grade D. Holds 42 days, unless cleared.
//! Limits: of the age only the year of birth is known; who may still be 15 is taken as under 16.

use super::{HOLDS_DAYS, Knee, RULE};
use crate::pattern::overlays::overlays;
use crate::pattern::posterior::posterior;
use crate::pattern::tables::AgeBand;
use kneewise_types::assessment::{RedFlag, RedFlagId};
use kneewise_types::reason::{DiarySign, Fact};
use kneewise_types::symptom::FindingCode;
use kneewise_types::{Region, SymptomEntry};

pub(crate) fn flag(knee: &Knee<'_>) -> Option<RedFlag> {
    let age = knee.age.filter(|_| knee.band == AgeBand::Teen)?;
    let entries = knee.diary.within(knee.uncleared(HOLDS_DAYS));
    let side = knee.diary.side;
    let mut facts = Vec::new();
    if let Some(entry) = entries.iter().rev().find(|entry| entry.has_limp == Some(true)) {
        facts.push(Fact::DiarySign { sign: DiarySign::Limp, date: entry.date, side, value: "1".to_owned() });
    }
    let told = entries.iter().rev().find(|entry| comes_from_hip(knee, entry));
    if let Some(entry) = told {
        facts.push(Fact::YoungHip { side, age, region: entry.regions.first().copied() });
    }
    if facts.is_empty() { None } else { Some(knee.flag(RedFlagId::R7, RULE, facts)) }
}

fn comes_from_hip(knee: &Knee<'_>, entry: &SymptomEntry) -> bool {
    let region = entry.regions.first();
    if matches!(region, Some(Region::DeepOrVague | Region::DistalThigh)) {
        return true;
    }
    if region.is_none() && entry.findings.is_empty() {
        return false;
    }
    let answers = knee.answers_on(entry.date);
    answers.has(FindingCode::GroinOrHipStiff) || overlays(&answers, &posterior(&answers)).is_hip_check
}
