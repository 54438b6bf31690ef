//! The pattern screen: which conditions one knee's pattern is compared with (clinical text B.3).

pub(crate) mod answers;
mod fits;
pub(crate) mod label;
pub(crate) mod next_question;
pub(crate) mod overlays;
pub(crate) mod posterior;
pub(crate) mod tables;

#[cfg(test)]
mod tests;

use answers::Answers;
use kneewise_types::assessment::Pattern;
use kneewise_types::{FindingAnswer, Side};

/// The screen of one knee from its answers.
pub(crate) fn pattern(side: Side, answers: &Answers, is_age_known: bool) -> Pattern {
    let shares = posterior::posterior(answers);
    let overlays = overlays::overlays(answers, &shares);
    let mut ranked: Vec<_> = tables::CONDITIONS.into_iter().zip(shares).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let label = label::label(answers, &shares);
    let given = answers.findings.iter();
    Pattern {
        side,
        label,
        posterior: ranked,
        is_bone_caution: overlays.is_bone_caution,
        is_bone_stress_suspected: overlays.is_bone_stress_suspected,
        is_hip_check: overlays.is_hip_check,
        next_question: next_question::next_question(answers, &shares, &overlays),
        fits: fits::fits(answers, &shares, label),
        is_age_known,
        answers: given
            .map(|(code, is_present)| FindingAnswer { code: *code, is_present: *is_present })
            .collect(),
        region: answers.region,
    }
}
