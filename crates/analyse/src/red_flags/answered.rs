//! Flags from answers to the red-flag questions.
//!
//! The latest answer counts; on one day a yes counts before a no. `all` stands for "none of these", however it is
//! answered. A flag holds until it is cleared or the answer is corrected.
//! Source: clinical text B.4; S35 for injuries (R2), S36 for the calf (R5), S37 for the rest. Grade D as used.

use super::{Knee, RULE};
use kneewise_types::assessment::{RedFlag, RedFlagId, Urgency};
use kneewise_types::reason::Fact;
use kneewise_types::{Date, Evidence, Grade, RedFlagQuestion};

/// The questions that are asked.
pub(crate) const ASKED: [(RedFlagQuestion, RedFlagId); 12] = [
    (RedFlagQuestion::R1, RedFlagId::R1),
    (RedFlagQuestion::R2, RedFlagId::R2),
    (RedFlagQuestion::R3, RedFlagId::R3),
    (RedFlagQuestion::R4, RedFlagId::R4),
    (RedFlagQuestion::R5, RedFlagId::R5),
    (RedFlagQuestion::R6, RedFlagId::R6),
    (RedFlagQuestion::R7, RedFlagId::R7),
    (RedFlagQuestion::R8, RedFlagId::R8),
    (RedFlagQuestion::R9, RedFlagId::R9),
    (RedFlagQuestion::R10, RedFlagId::R10),
    (RedFlagQuestion::R11, RedFlagId::R11),
    (RedFlagQuestion::R12, RedFlagId::R12),
];

const fn evidence(id: RedFlagId) -> Evidence {
    match id {
        RedFlagId::R1 | RedFlagId::R6 | RedFlagId::R10 => Evidence::new(Grade::D, "S37"),
        RedFlagId::R2 => Evidence::new(Grade::B, "S35"),
        RedFlagId::R5 => Evidence::new(Grade::D, "S36"),
        _ => RULE,
    }
}

/// The latest answer to a question: its day and whether it was yes.
pub(crate) fn latest(knee: &Knee<'_>, question: RedFlagQuestion) -> Option<(Date, bool)> {
    let answers = knee.screen.iter().filter(|answer| answer.date <= knee.as_of);
    let given = answers.filter_map(|answer| match answer.question {
        asked if asked == question => Some((answer.date, answer.is_yes)),
        RedFlagQuestion::All => Some((answer.date, false)),
        _ => None,
    });
    given.max()
}

/// The question that makes R10 an emergency; asked after a yes to R10.
const SADDLE: (RedFlagQuestion, RedFlagId) = (RedFlagQuestion::R10Saddle, RedFlagId::R10);

pub(crate) fn flags(knee: &Knee<'_>) -> Vec<RedFlag> {
    let raised = ASKED.into_iter().chain([SADDLE]).filter_map(|(question, id)| {
        let (date, is_yes) = latest(knee, question)?;
        let is_cleared = knee.cleared_on().is_some_and(|cleared| cleared >= date);
        let fact = Fact::RedFlagAnswer { question, date, side: knee.diary.side };
        let flag = || knee.flag(id, evidence(id), vec![fact]);
        (is_yes && !is_cleared).then(|| match question {
            RedFlagQuestion::R10Saddle => RedFlag { urgency: Urgency::Emergency, ..flag() },
            _ => flag(),
        })
    });
    raised.collect()
}

/// Whether a yes to R10 waits for its second question.
pub(crate) fn is_saddle_open(knee: &Knee<'_>) -> bool {
    let Some((asked, true)) = latest(knee, RedFlagQuestion::R10) else { return false };
    let is_cleared = knee.cleared_on().is_some_and(|cleared| cleared >= asked);
    !is_cleared && latest(knee, RedFlagQuestion::R10Saddle).is_none_or(|(date, _)| date < asked)
}
