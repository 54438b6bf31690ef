//! The answer in a few sentences: what hurts, since when, what was entered last, the light, the safety questions.

use super::Case;
use crate::web::pages::home::light_says;
use crate::why::story;
use crate::words::pages::report::Report as Texts;
use crate::words::{diary, lights, plain, questions};
use jiff::ToSpan;
use kneewise_types::{Date, PainScore, Side, SymptomEntry};

/// What was answered that is named.
const ANSWERS: usize = 5;
/// How far back the latest entry may lie, days.
const RECENT_DAYS: i64 = 21;

pub(super) fn in_short(case: &Case<'_>) -> Vec<String> {
    let assessment = case.assessment;
    let mut short: Vec<String> = story::flare(assessment, &case.voice).into_iter().collect();
    if !case.is_locked() {
        short.push(story::opening(assessment, &case.voice));
    }
    if let Some(side) = assessment.side {
        short.extend(latest(case, side));
        short.extend(answers(case, side));
    }
    short.iter().map(|line| plain(line)).collect()
}

/// Entries of one knee that are recent, latest first.
fn recent<'a>(case: &Case<'a>, side: Side) -> Vec<&'a SymptomEntry> {
    let as_of = case.assessment.as_of;
    let from = as_of.saturating_sub(RECENT_DAYS.days());
    let mut entries: Vec<_> = case
        .history
        .symptoms
        .iter()
        .filter(|entry| entry.side == side && (from..=as_of).contains(&entry.date))
        .collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.date));
    entries
}

/// The latest morning, the latest run and the latest signs; what is of one day stands in one sentence.
fn latest(case: &Case<'_>, side: Side) -> Vec<String> {
    let entries = recent(case, side);
    let of = |score: fn(&SymptomEntry) -> Option<PainScore>, when: &str| {
        let (date, points) = entries.iter().find_map(|entry| Some((entry.date, score(entry)?)))?;
        Some((date, Texts.points(&points.points().to_string(), when)))
    };
    let signs = entries.iter().find_map(|entry| {
        let signs = diary::signs(entry);
        (!signs.is_empty()).then(|| (entry.date, signs.join(", ")))
    });
    let told = [
        of(|entry| entry.pain_morning, Texts.morning()),
        of(|entry| entry.pain_during_max, Texts.in_run()),
        signs,
    ];
    let mut days: Vec<(Date, Vec<String>)> = Vec::new();
    for (date, said) in told.into_iter().flatten() {
        match days.iter_mut().find(|(known, _)| *known == date) {
            Some((_, list)) => list.push(said),
            None => days.push((date, vec![said])),
        }
    }
    days.into_iter().map(|(date, said)| Texts.latest(&case.voice.day(date), &said.join("; "))).collect()
}

/// What the pattern screen was told, what is present first.
fn answers(case: &Case<'_>, side: Side) -> Option<String> {
    let pattern = case.assessment.patterns.iter().find(|pattern| pattern.side == side)?;
    let mut answers = pattern.answers.clone();
    answers.sort_by_key(|found| !found.is_present);
    let named: Vec<&str> =
        answers.iter().take(ANSWERS).map(|found| questions::answer(found.code, found.is_present)).collect();
    (!named.is_empty()).then(|| Texts.answers(&named.join(", ")))
}

/// The light that counts, with what it asks.
pub(super) fn light(case: &Case<'_>) -> Option<String> {
    let light = case.assessment.light()?;
    let says = light_says(case.assessment, case.advice);
    Some(plain(&format!("{}. {says}", lights::light(light))))
}

/// How the safety questions stand.
pub(super) fn safety(case: &Case<'_>) -> String {
    let assessment = case.assessment;
    let open: usize = assessment.open_questions.iter().map(|open| open.questions.len()).sum();
    if open > 0 {
        return Texts.unanswered(&open.to_string());
    }
    if assessment.red_flags.iter().any(|flag| flag.is_blocking) {
        return String::new();
    }
    let side = assessment.side;
    let answered = case.history.screen.iter().filter(|answer| answer.date <= assessment.as_of);
    let of_knee = answered.filter(|answer| side.is_none_or(|side| side == answer.side));
    match of_knee.map(|answer| answer.date).max() {
        Some(date) => plain(&Texts.none_present(&case.voice.day(date))),
        None => Texts.not_asked().to_owned(),
    }
}
