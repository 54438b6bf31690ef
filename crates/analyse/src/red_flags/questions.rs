//! Which red-flag questions are due and unanswered; they lock plans until answered.
//!
//! Due once a knee has a sign (pain >= 1 or a sign of A.3 step 1 in the last 14 days), again for each new flare, and
//! again when a sign appears that was not there before. One "none of these" answers all. A diary value that raised a
//! flag has answered its question, and any `locking` value answers R4. A yes to R10 asks once more. Source: clinical text B.4 [rule], key `rule`. Grade D.
//! Says nothing: a runner without a symptom is not locked.

use super::Knee;
use super::answered::{ASKED, is_saddle_open, latest};
use crate::calendar::{Window, add_days};
use kneewise_types::assessment::{DueReason, OpenQuestions, RedFlag};
use kneewise_types::{
    Date, GivingWay, Locking, NightPain, PainScore, RedFlagQuestion, Swelling, SymptomEntry,
};

const SIGN_DAYS: i64 = 15;

pub(crate) fn open_questions(knee: &Knee<'_>, flags: &[RedFlag]) -> Option<OpenQuestions> {
    let mut open = due(knee, flags);
    if is_saddle_open(knee) {
        let since = latest(knee, RedFlagQuestion::R10).map_or(knee.as_of, |(date, _)| date);
        let (side, why) = (knee.diary.side, DueReason::FollowUp);
        open.get_or_insert(OpenQuestions { side, since, why, questions: Vec::new() })
            .questions
            .push(RedFlagQuestion::R10Saddle);
    }
    open
}

fn due(knee: &Knee<'_>, flags: &[RedFlag]) -> Option<OpenQuestions> {
    let recent = Window::ending(knee.as_of, SIGN_DAYS);
    if !knee.diary.within(recent).iter().any(|entry| has_pain(entry) || has_sign(entry))
        && !rises(knee).any(|date| recent.contains(date))
    {
        return None;
    }
    let (since, why) = due_since(knee)?;
    if knee.cleared_on().is_some_and(|cleared| cleared >= since) {
        return None;
    }
    let is_raised = |id| flags.iter().any(|flag| flag.id == id);
    let is_answered = |question| {
        latest(knee, question).is_some_and(|(date, _)| date >= since)
            || (question == RedFlagQuestion::R4 && is_locking_told(knee, since))
    };
    let questions: Vec<_> = ASKED
        .into_iter()
        .filter(|(question, id)| !is_raised(*id) && !is_answered(*question))
        .map(|(question, _)| question)
        .collect();
    (!questions.is_empty()).then_some(OpenQuestions { side: knee.diary.side, since, why, questions })
}

/// A locking value of the diary answers R4 as a whole: it asks nothing else.
fn is_locking_told(knee: &Knee<'_>, since: Date) -> bool {
    knee.diary.within(Window { from: since, to: knee.as_of }).iter().any(|entry| entry.locking.is_some())
}

/// The latest day on which the questions became due, and why.
fn due_since(knee: &Knee<'_>) -> Option<(Date, DueReason)> {
    let first = knee.diary.days().iter().find(|entry| has_pain(entry) || has_sign(entry));
    let flare = knee.flares.last().map(|flare| flare.start);
    let new_sign = (0..SIGNS.len()).filter_map(|at| appeared(knee, at)).max();
    let because = |date: Option<Date>, why: DueReason| date.map(|date| (date, why));
    let reasons = [
        because(first.map(|entry| entry.date), DueReason::FirstSign),
        because(flare, DueReason::NewFlare),
        because(new_sign.max(rises(knee).max()), DueReason::NewSign),
    ];
    // On one day the first sign is the plainest reason.
    reasons.into_iter().flatten().max_by_key(|(date, why)| (*date, std::cmp::Reverse(*why)))
}

fn has_pain(entry: &SymptomEntry) -> bool {
    entry.day_pain() > Some(PainScore::NONE)
}

fn has_sign(entry: &SymptomEntry) -> bool {
    SIGNS.iter().any(|sign| sign(entry) == Some(true))
}

type Sign = fn(&SymptomEntry) -> Option<bool>;

/// The signs of A.3 step 1 that one entry shows by itself; `None` when not answered.
const SIGNS: [Sign; 5] = [
    |entry| entry.has_limp,
    |entry| entry.locking.map(|value| value == Locking::Stuck),
    |entry| entry.giving_way.map(|value| value == GivingWay::Buckled),
    |entry| entry.night_pain.map(|value| value == NightPain::Wakes),
    |entry| entry.swelling.map(|value| value >= Swelling::Clear),
];

/// The latest day on which a sign appeared that the answer before did not show.
fn appeared(knee: &Knee<'_>, sign: usize) -> Option<Date> {
    let sign = SIGNS.get(sign)?;
    let mut was_present = false;
    let mut latest = None;
    for entry in knee.diary.days() {
        let Some(is_present) = sign(entry) else { continue };
        if is_present && !was_present {
            latest = Some(entry.date);
        }
        was_present = is_present;
    }
    latest
}

/// Days on which the swelling was worse than at the answer before.
fn rises<'a>(knee: &'a Knee<'_>) -> impl Iterator<Item = Date> + 'a {
    let from = add_days(knee.as_of, -super::BONE_HOLDS_DAYS);
    let mut before: Option<Swelling> = None;
    knee.diary.days().iter().filter_map(move |entry| {
        let now = entry.swelling?;
        let is_rise = before.is_some_and(|before| now > before);
        before = Some(now);
        (is_rise && entry.date >= from).then_some(entry.date)
    })
}
