//! The question whose answer would narrow the pattern most.
//!
//! Formula: H(p) - P(yes) x H(p | yes) - P(no) x H(p | no), with P(yes) = sum of p x table value.
//! Unit: bits. Source: clinical text B.3 [rule], key `rule`. Grade D. Ties go to the lowest code; questions of a
//! safety overlay come first; the hop is asked only when it is safe.

use super::answers::Answers;
use super::overlays::{Overlays, share};
use super::posterior::updated;
use super::tables::{Row, finding};
use kneewise_types::assessment::Condition;
use kneewise_types::symptom::FindingCode;

const BONE: [FindingCode; 4] = [
    FindingCode::RestOrNightPain,
    FindingCode::HurtsEarlierEachRun,
    FindingCode::BoneFocalTender,
    FindingCode::HopGivesDeepBonePain,
];
const NO_HOP_FROM: f64 = 0.30;

/// The next question with its expected bits; `None` when all are answered.
pub(crate) fn next_question(
    answers: &Answers,
    shares: &Row,
    overlays: &Overlays,
) -> Option<(FindingCode, f64)> {
    let may_ask = |code: &FindingCode| {
        answers.get(*code).is_none()
            && (*code != FindingCode::HopGivesDeepBonePain || may_hop(answers, shares))
    };
    let bone: &[FindingCode] = if overlays.is_bone_caution { &BONE } else { &[] };
    let hip: &[FindingCode] = if overlays.is_hip_check { &[FindingCode::GroinOrHipStiff] } else { &[] };
    [bone, hip, FindingCode::ALL].into_iter().find_map(|codes| {
        let open = codes.iter().filter(|code| may_ask(code));
        let worth = open.map(|code| (*code, expected_bits(shares, *code)));
        worth.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))
    })
}

fn may_hop(answers: &Answers, shares: &Row) -> bool {
    let has_bone_sign = BONE.into_iter().any(|code| answers.has(code));
    answers.is_walking_free && share(shares, Condition::Bsi) < NO_HOP_FROM && !has_bone_sign
}

/// The expected drop in entropy of one answer, bits.
pub(crate) fn expected_bits(shares: &Row, code: FindingCode) -> f64 {
    let table = finding(code);
    let yes: f64 = shares.iter().zip(table).map(|(share, p)| share * p).sum();
    let if_yes = entropy_bits(&updated(shares, table));
    let if_no = entropy_bits(&updated(shares, table.map(|p| 1.0 - p)));
    entropy_bits(shares) - yes * if_yes - (1.0 - yes) * if_no
}

fn entropy_bits(shares: &Row) -> f64 {
    -shares.iter().filter(|share| **share > 0.0).map(|share| share * share.log2()).sum::<f64>()
}
