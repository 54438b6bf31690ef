//! Which findings are worth a line: the two or three reasons that matter, and what speaks against.

use crate::words::families;
use kneewise_types::assessment::{Assessment, Family, Finding, Flare, Light, Mechanism, Missing, State};
use kneewise_types::reason::{Fact, Reason};

/// From this belief on a family may play a part (clinical text G.1).
pub const SUPPORTED_FROM: f64 = 0.25;
/// Reasons for the best supported family, and for each other one that may play a part.
const REASONS_OF_LEAD: usize = 2;
const REASONS_OF_OTHERS: usize = 1;

/// A family with the reasons shown below it.
#[derive(Debug)]
pub struct Shown<'a> {
    pub finding: &'a Finding,
    pub reasons: Vec<&'a Reason>,
    /// Empty only when nothing speaks against it, or when no reason for it is shown.
    pub against: Vec<&'a Reason>,
}

/// Five families, best supported first, with as many reasons as fit a screen.
pub fn families(assessment: &Assessment) -> Vec<Shown<'_>> {
    let mut findings: Vec<&Finding> = assessment.findings.iter().collect();
    findings.sort_by(|a, b| {
        is_open(a).cmp(&is_open(b)).then(b.belief.total_cmp(&a.belief)).then(a.family.cmp(&b.family))
    });
    findings
        .into_iter()
        .enumerate()
        .map(|(place, finding)| {
            let take = match place {
                _ if !is_supported(finding) => 0,
                0 => REASONS_OF_LEAD,
                _ => REASONS_OF_OTHERS,
            };
            let reasons: Vec<_> = reasons_for(finding).into_iter().take(take).collect();
            let against = if reasons.is_empty() {
                vec![]
            } else {
                reasons_against(finding).into_iter().take(1).collect()
            };
            Shown { finding, reasons, against }
        })
        .collect()
}

/// The best supported family, if any plays a part.
pub fn lead(assessment: &Assessment) -> Option<&Finding> {
    assessment
        .findings
        .iter()
        .filter(|finding| is_supported(finding))
        .max_by(|a, b| a.belief.total_cmp(&b.belief).then(b.family.cmp(&a.family)))
}

/// Whether a family may play a part or more.
pub fn is_supported(finding: &Finding) -> bool {
    finding.belief >= SUPPORTED_FROM
}

/// Too little answered and no sign either way: "not enough known" stands apart from "little sign".
pub fn is_open(finding: &Finding) -> bool {
    finding.coverage < families::ENOUGH_COVERAGE && !is_supported(finding)
}

/// The family's standing in words.
pub fn headline(finding: &Finding) -> String {
    let word = families::belief(finding.word);
    if is_open(finding) {
        families::not_enough().to_owned()
    } else if finding.coverage < families::ENOUGH_COVERAGE {
        format!("{word}, {}", families::not_enough())
    } else {
        word.to_owned()
    }
}

/// The first reason of each row that was seen and counted, strongest row first, then the other reasons.
pub fn reasons_for(finding: &Finding) -> Vec<&Reason> {
    let mut rows: Vec<&Mechanism> = finding
        .mechanisms
        .iter()
        .filter(|row| row.state == State::Present && row.contribution > 0.0)
        .collect();
    rows.sort_by(|a, b| b.contribution.total_cmp(&a.contribution).then(a.row.cmp(&b.row)));
    let first = rows.iter().filter_map(|row| row.reasons.first());
    let rest = rows.iter().flat_map(|row| row.reasons.iter().skip(1));
    distinct(first.chain(rest))
}

/// Rows that speak against and were seen, then what was looked for and not found. Of two rows that show one
/// mechanism, the absent one says nothing once the other was seen.
pub fn reasons_against(finding: &Finding) -> Vec<&Reason> {
    let seen = finding.against.iter().filter(|row| row.state == State::Present);
    let is_seen = |row: &Mechanism| {
        let other = |known: &&Mechanism| known.row.mechanism() == row.row.mechanism();
        finding.mechanisms.iter().filter(other).any(|known| known.state == State::Present)
    };
    let not_found = finding.mechanisms.iter().filter(|row| row.state == State::Absent && !is_seen(row));
    let speaks = |reason: &&Reason| {
        !matches!(reason.fact, Fact::NotCovered { .. } | Fact::NeverEntered { .. } | Fact::NotNovice { .. })
    };
    distinct(seen.chain(not_found).flat_map(|row| &row.reasons).filter(speaks))
}

fn distinct<'a>(reasons: impl Iterator<Item = &'a Reason>) -> Vec<&'a Reason> {
    let mut kept: Vec<&Reason> = vec![];
    for reason in reasons {
        if !kept.iter().any(|known| known.fact == reason.fact) {
            kept.push(reason);
        }
    }
    kept
}

/// Whether a knee hurts: the answer is about one, and pain was entered for it.
pub fn is_sore(assessment: &Assessment) -> bool {
    assessment.side.is_some() && (latest_flare(assessment).is_some() || has_painful_light(assessment))
}

/// A provisional light lacks a morning, which is no sign of pain.
fn has_painful_light(assessment: &Assessment) -> bool {
    let is_painful = |light: Option<Light>| matches!(light, Some(Light::Amber | Light::Red));
    assessment.lights.iter().any(|knee| is_painful(knee.light))
}

/// The latest flare of the knee the answer is about.
pub fn latest_flare(assessment: &Assessment) -> Option<&Flare> {
    assessment
        .flares
        .iter()
        .filter(|flare| {
            assessment.side.is_none_or(|side| side == flare.side) && flare.start <= assessment.as_of
        })
        .max_by_key(|flare| flare.start)
}

/// Whether the pain of the latest flare is over, as far as was entered.
pub fn is_settled(assessment: &Assessment) -> bool {
    !has_painful_light(assessment) && latest_flare(assessment).is_some_and(|flare| flare.end.is_some())
}

/// Families in the order of the contract that lack answers, for the "missing" line.
pub fn open_families(assessment: &Assessment) -> Vec<Family> {
    let is_lacking = |family: &Family| assessment.findings.iter().any(|f| f.family == *family && is_open(f));
    Family::ALL.into_iter().filter(is_lacking).collect()
}

/// What is missing, that which unlocks most first; the order of `analyse` breaks ties.
pub fn missing(assessment: &Assessment) -> Vec<&Missing> {
    let mut lacking: Vec<_> = assessment.missing.iter().collect();
    lacking.sort_by_key(|missing| std::cmp::Reverse(missing.unlocks.len()));
    lacking
}
