//! The pattern screen: which conditions one knee's pattern is compared with (clinical text B.3).

pub(crate) mod answers;
pub(crate) mod label;
pub(crate) mod next_question;
pub(crate) mod overlays;
pub(crate) mod posterior;
pub(crate) mod tables;

#[cfg(test)]
mod tests;

use answers::Answers;
use kneewise_types::Side;
use kneewise_types::assessment::Pattern;

/// The screen of one knee from its answers.
pub(crate) fn pattern(side: Side, answers: &Answers) -> Pattern {
    let shares = posterior::posterior(answers);
    let overlays = overlays::overlays(answers, &shares);
    let mut ranked: Vec<_> = tables::CONDITIONS.into_iter().zip(shares).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    Pattern {
        side,
        label: label::label(answers, &shares),
        posterior: ranked,
        is_bone_caution: overlays.is_bone_caution,
        is_bone_stress_suspected: overlays.is_bone_stress_suspected,
        is_hip_check: overlays.is_hip_check,
        next_question: next_question::next_question(answers, &shares, &overlays),
    }
}
