//! The weekly check: how one knee affected training in the last seven days, in four questions.
//!
//! Formula: version 2 codes 0, 8, 17, 25 for all four questions; the first ends the form at 0 (score 0) and at 25 (score
//!   100); else the sum. Version 1: questions 2 and 3 give 0, 6, 13, 19, 25. Substantial: version 2 first answer 25, or
//!   17 and more for training or performance; version 1 13 and more. Burden: sum of weekly scores, missing weeks left out.
//! Units: 0 to 100. Source: clinical text A.4 (`S1`, `S2`, `S3`). Grade B for the form, C for our own wording.
//! Limits: "OSTRC-style", not the form itself. Says nothing: an open form without its answers.
//!
//! When it is due [choice]: seven days after the last one, as long as the knee had pain or a flare in the last 28 days.

use crate::calendar::days_between;
use kneewise_types::{Date, Evidence, Grade, WeekStep, WeeklyCheck};

/// Where the form comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::C, "S2");

const EVERY_DAYS: i64 = 7;
const TROUBLE_DAYS: i64 = 28;
const STOPPED: u8 = 25;

/// Which edition of the form the codes belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    First,
    Second,
}

/// The score of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct WeekScore {
    /// 0 to 100.
    pub score: u8,
    /// Training or performance clearly reduced, or time lost.
    pub is_substantial: bool,
}

/// Codes of the four questions, as far as they were asked; `None` when one that is needed is missing or not a code.
#[must_use]
pub fn score(edition: Edition, codes: &[u8]) -> Option<WeekScore> {
    let first = *codes.first()?;
    let four: &[u8] = &[0, 8, 17, 25];
    let middle: &[u8] = if edition == Edition::First { &[0, 6, 13, 19, 25] } else { four };
    if edition == Edition::Second {
        match first {
            0 => return Some(WeekScore { score: 0, is_substantial: false }),
            STOPPED => return Some(WeekScore { score: 100, is_substantial: true }),
            _ => {}
        }
    }
    let &[taking_part, changing, performance, symptoms] = codes else { return None };
    let is_known = four.contains(&taking_part)
        && middle.contains(&changing)
        && middle.contains(&performance)
        && four.contains(&symptoms);
    let least = if edition == Edition::First { 13 } else { 17 };
    is_known.then(|| WeekScore {
        score: taking_part + changing + performance + symptoms,
        is_substantial: changing >= least
            || performance >= least
            || (edition == Edition::Second && taking_part == STOPPED),
    })
}

/// The score of a week that was told.
#[must_use]
pub fn of(check: &WeeklyCheck) -> Option<WeekScore> {
    let steps = [Some(check.taking_part), check.changing, check.performance, check.symptoms];
    let codes: Vec<u8> = steps.into_iter().map_while(|step| step.map(code)).collect();
    score(Edition::Second, &codes)
}

const fn code(step: WeekStep) -> u8 {
    match step {
        WeekStep::Nothing => 0,
        WeekStep::Little => 8,
        WeekStep::Moderate => 17,
        WeekStep::Most => 25,
    }
}

/// Sum of the weekly scores; weeks without a check add nothing.
#[must_use]
pub fn burden(scores: &[WeekScore]) -> u32 {
    scores.iter().map(|week| u32::from(week.score)).sum()
}

/// Whether it is time for the next one, given the last pain or flare day.
pub(crate) fn is_due(last_trouble: Option<Date>, last_check: Option<Date>, as_of: Date) -> bool {
    let is_troubled = last_trouble.is_some_and(|day| days_between(day, as_of) < TROUBLE_DAYS);
    is_troubled && last_check.is_none_or(|day| days_between(day, as_of) >= EVERY_DAYS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::day;

    #[test]
    fn a4_worked_examples() {
        let cases: [(Edition, &[u8], u8, bool); 6] = [
            (Edition::Second, &[0], 0, false),
            (Edition::Second, &[8, 8, 8, 8], 32, false),
            (Edition::Second, &[8, 17, 8, 17], 50, true),
            (Edition::Second, &[17, 8, 8, 17], 50, false),
            (Edition::Second, &[25], 100, true),
            (Edition::First, &[8, 13, 6, 17], 44, true),
        ];
        for (number, (edition, codes, expected, is_substantial)) in cases.into_iter().enumerate() {
            let told = score(edition, codes);
            assert_eq!(told, Some(WeekScore { score: expected, is_substantial }), "A4-{}", number + 1);
        }
        assert_eq!(score(Edition::Second, &[8, 8]), None, "the form is open");
        assert_eq!(score(Edition::Second, &[8, 13, 8, 8]), None, "no code of this edition");
    }

    #[test]
    fn a_missing_week_is_not_imputed() {
        let week = |score| WeekScore { score, is_substantial: false };
        assert_eq!(burden(&[week(32), week(50)]), 82);
        assert_eq!(burden(&[]), 0);
    }

    #[test]
    fn due_a_week_after_the_last_while_there_is_trouble() {
        let today = day("2026-03-29");
        assert!(!is_due(None, None, today));
        assert!(is_due(Some(day("2026-03-10")), None, today));
        assert!(!is_due(Some(day("2026-03-01")), None, today), "28 days ago");
        assert!(!is_due(Some(today), Some(day("2026-03-23")), today));
        assert!(is_due(Some(today), Some(day("2026-03-22")), today));
    }
}
