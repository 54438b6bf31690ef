//! What an action's conditions are compared with: pain, today's light, the pattern, the rows seen.

use crate::actions::Entry;
use kneewise_types::assessment::{Assessment, Condition, Light, PatternLabel, State};

/// Days after its end during which a flare still counts as a sore knee (clinical text B.3 asks about 42 days).
const SORE_FOR_DAYS: i32 = 42;

/// The parts of an assessment that decide between actions.
#[derive(Debug)]
pub struct Situation {
    has_pain: bool,
    light: Option<Light>,
    best_fits: Vec<&'static str>,
    cautions: Vec<&'static str>,
    rows: Vec<&'static str>,
}

impl Situation {
    pub fn of(assessment: &Assessment) -> Self {
        let light = assessment.light();
        Self {
            has_pain: has_pain(assessment, light),
            light,
            best_fits: best_fits(assessment),
            cautions: cautions(assessment),
            rows: rows_seen(assessment),
        }
    }

    /// Whether all conditions of an action hold.
    pub fn meets(&self, entry: &Entry<'_>) -> bool {
        let light = self.light.map(light_word);
        any_of(&entry.rows, &self.rows)
            && any_of(&entry.pattern, &self.best_fits)
            && any_of(&entry.caution, &self.cautions)
            && (entry.light.is_empty() || light.is_some_and(|word| entry.light.contains(&word)))
            && entry.pain.is_none_or(|pain| pain == self.has_pain)
            && !(entry.rests && self.light == Some(Light::Red))
    }
}

/// No condition, or one of them holds.
fn any_of(wanted: &[&str], have: &[&str]) -> bool {
    wanted.is_empty() || wanted.iter().any(|word| have.contains(word))
}

fn has_pain(assessment: &Assessment, light: Option<Light>) -> bool {
    let is_recent = assessment.flares.iter().any(|flare| {
        flare.start <= assessment.as_of
            && flare.end.is_none_or(|end| (assessment.as_of - end).get_days() <= SORE_FOR_DAYS)
    });
    // A provisional light lacks a morning, which is no sign of pain.
    is_recent || matches!(light, Some(Light::Amber | Light::Red))
}

/// Conditions whose pattern fits best, in the words of the file.
fn best_fits(assessment: &Assessment) -> Vec<&'static str> {
    assessment
        .patterns
        .iter()
        .filter(|pattern| pattern.label == PatternLabel::FitsBest)
        .filter_map(|pattern| pattern.posterior.first())
        .map(|(condition, _)| condition_word(*condition))
        .collect()
}

fn cautions(assessment: &Assessment) -> Vec<&'static str> {
    let bone = assessment.patterns.iter().any(|pattern| pattern.is_bone_caution);
    let hip = assessment.patterns.iter().any(|pattern| pattern.is_hip_check);
    [bone.then_some("bone"), hip.then_some("hip")].into_iter().flatten().collect()
}

fn rows_seen(assessment: &Assessment) -> Vec<&'static str> {
    assessment
        .findings
        .iter()
        .flat_map(|finding| &finding.mechanisms)
        .filter(|mechanism| mechanism.state == State::Present)
        .map(|mechanism| mechanism.row.code())
        .collect()
}

pub const fn light_word(light: Light) -> &'static str {
    match light {
        Light::Green => "green",
        Light::Provisional => "provisional",
        Light::Amber => "amber",
        Light::Red => "red",
    }
}

pub const fn condition_word(condition: Condition) -> &'static str {
    match condition {
        Condition::Pfp => "PFP",
        Condition::Itbs => "ITBS",
        Condition::Pt => "PT",
        Condition::Qt => "QT",
        Condition::Fp => "FP",
        Condition::Pa => "PA",
        Condition::Men => "MEN",
        Condition::Oa => "OA",
        Condition::Apo => "APO",
        Condition::Bsi => "BSI",
        Condition::Hip => "HIP",
        Condition::Oth => "OTH",
    }
}
