//! O7: no rest day.
//!
//! Formula: no day without a run or strength training in the 14 days before onset. Unit: days.
//! Source: clinical text G.2, key `rule`. Grade D. Against it: rest days there were.
//! Says nothing: fewer than 80 % of the days are recorded.

use crate::calendar::{add_days, count};
use crate::causes::answer::{Answer, Part, Row};
use crate::causes::case::Case;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade};
use std::collections::BTreeSet;

pub(crate) const ROW: Row = Row {
    id: CauseRow::O7,
    part: Part::For(0.10),
    is_max: false,
    evidence: Evidence::new(Grade::D, "rule"),
    read,
};

const DAYS: i64 = 14;

fn read(case: &Case<'_>) -> Answer {
    let window = case.last_days(DAYS);
    let (from, to) = (window.from, window.to);
    let mut busy: BTreeSet<_> = case.load.sessions_between(from, to).map(|session| session.date).collect();
    busy.extend(case.strength_days.iter().copied().filter(|date| window.contains(*date)));
    let rest = (0..DAYS).filter(|at| !busy.contains(&add_days(from, *at))).count();
    let fact = match rest {
        0 => Fact::NoRestDay { from, to },
        rest => Fact::RestDays { from, to, days: count(rest) },
    };
    Answer::within(rest == 0, fact, case.activity_cover(window))
}
