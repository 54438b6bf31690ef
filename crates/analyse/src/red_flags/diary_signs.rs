//! Flags that the diary raises by itself: a stuck knee (R4), swelling or long stiffness (R9), repeated buckling (R11).
//!
//! Formula: R4 `locking` stuck; R9 `swelling` >= 2 without a twist that began it, or stiffness > 30 min; R11
//! `buckled` on 2 or more days in 14. Units: grades of A.1, minutes, local days.
//! Source: clinical text B.4, key `rule`; R9 S37. Grade D. Each holds 42 days after its last sign, unless cleared.

use super::{HOLDS_DAYS, Knee, RULE};
use crate::calendar::days_between;
use crate::pattern::answers::ANSWER_DAYS;
use kneewise_types::assessment::{RedFlag, RedFlagId};
use kneewise_types::reason::{DiarySign, Fact};
use kneewise_types::symptom::FindingCode;
use kneewise_types::{Date, GivingWay, Locking, Swelling, SymptomEntry};

const LONG_STIFFNESS_MIN: u16 = 30;
const BUCKLED_WITHIN_DAYS: i64 = 14;

pub(crate) fn flags(knee: &Knee<'_>) -> Vec<RedFlag> {
    let candidates = [
        (RedFlagId::R4, stuck(knee)),
        (RedFlagId::R9, swollen_or_stiff(knee)),
        (RedFlagId::R11, buckled(knee)),
    ];
    let raised = candidates.into_iter().filter(|(_, facts)| !facts.is_empty());
    raised.map(|(id, facts)| knee.flag(id, RULE, facts)).collect()
}

fn stuck(knee: &Knee<'_>) -> Vec<Fact> {
    let is_stuck = |entry: &&SymptomEntry| entry.locking == Some(Locking::Stuck);
    let last = knee.diary.within(knee.uncleared(HOLDS_DAYS)).iter().rev().find(is_stuck);
    last.map(|entry| sign(knee, DiarySign::Locking, entry.date, "stuck".to_owned())).into_iter().collect()
}

fn swollen_or_stiff(knee: &Knee<'_>) -> Vec<Fact> {
    let entries = knee.diary.within(knee.uncleared(HOLDS_DAYS));
    let twist = knee
        .diary
        .answer(FindingCode::StartedWithTwist, crate::calendar::Window::ending(knee.as_of, ANSWER_DAYS));
    let is_injury = twist.is_some_and(|(_, is_present)| is_present);
    let swollen = entries.iter().rev().find_map(|entry| {
        let grade = entry.swelling.filter(|grade| *grade >= Swelling::Clear && !is_injury)?;
        Some(sign(knee, DiarySign::Swelling, entry.date, grade.code().to_owned()))
    });
    let stiff = entries.iter().rev().find_map(|entry| {
        let minutes = entry.stiffness_min.filter(|minutes| *minutes > LONG_STIFFNESS_MIN)?;
        Some(sign(knee, DiarySign::Stiffness, entry.date, minutes.to_string()))
    });
    swollen.into_iter().chain(stiff).collect()
}

fn buckled(knee: &Knee<'_>) -> Vec<Fact> {
    let entries = knee.diary.within(knee.uncleared(HOLDS_DAYS)).iter();
    let days: Vec<Date> = entries
        .filter(|entry| entry.giving_way == Some(GivingWay::Buckled))
        .map(|entry| entry.date)
        .collect();
    let pair = days.windows(2).rev().find_map(|pair| match pair {
        [a, b] if days_between(*a, *b) < BUCKLED_WITHIN_DAYS => Some([*a, *b]),
        _ => None,
    });
    let facts =
        pair.map(|days| days.map(|date| sign(knee, DiarySign::GivingWay, date, "buckled".to_owned())));
    facts.into_iter().flatten().collect()
}

const fn sign(knee: &Knee<'_>, sign: DiarySign, date: Date, value: String) -> Fact {
    Fact::DiarySign { sign, date, side: knee.diary.side, value }
}
