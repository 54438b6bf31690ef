//! W6: no strength training.
//!
//! Formula: days with strength training, fewer than 1 a week over the 56 days before onset; c is 0.24 for a novice
//! (running for less than a year), else 0.12. Unit: days a week. Source: S78 (HR 0.66, AF 0.34, q 0.7). Grade B.
//! Limits: the trial was in novices. Against it: once a week or more. Says nothing: strength was never logged, or its
//! log began too late.

use crate::calendar::{Window, count, real, real_days};
use crate::causes::answer::{Answer, Cover, Part, Row};
use crate::causes::case::Case;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::W6,
    part: Part::For(0.12),
    is_max: false,
    evidence: Evidence::new(Grade::B, "S78"),
    read,
};

const WINDOW_DAYS: i64 = 56;
const LEAST_A_WEEK: f64 = 1.0;
const NOVICE: Part = Part::For(0.24);

fn read(case: &Case<'_>) -> Answer {
    let part = (case.is_novice() == Some(true)).then_some(NOVICE);
    Answer { part, ..habit(case, WINDOW_DAYS, |per_week| per_week < LEAST_A_WEEK) }
}

/// Strength training a week over some days. The log is taken to be kept from its first entry on.
pub(super) fn habit(case: &Case<'_>, days: i64, is_present: impl Fn(f64) -> bool) -> Answer {
    let Some(first) = case.strength_days.first().copied() else { return Answer::never("strength_log") };
    let window = case.window(days);
    let kept = Window { from: first, to: case.as_of };
    let have = real_days(window.overlap_days(kept));
    let cover = Cover { what: "strength_log", have, whole: real_days(window.days()), unit: "days" };
    if !cover.is_enough() {
        return Answer::unknown(cover.fact());
    }
    let trained = case.strength_days.iter().filter(|date| window.contains(**date)).count();
    let per_week = real(trained) * 7.0 / real_days(days);
    let fact = Fact::StrengthHabit {
        from: window.from,
        to: window.to,
        days: count(trained),
        per_week,
        is_novice: case.is_novice(),
    };
    Answer::is(is_present(per_week), fact)
}
