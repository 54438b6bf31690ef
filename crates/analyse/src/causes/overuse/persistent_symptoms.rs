//! O2: pain for 3 weeks while training went on, or swelling that stays.
//!
//! Formula: pain >= 1 on at least half of the entered days (at least 7) of the 21 days before onset with at least 3 runs
//! in them, or swelling >= 1 on 3 of the last 7 entered days. Units: points, days. Source: clinical text G.2, key
//! `rule`. Grade D. Against it: neither. Says nothing: fewer than 80 % of the days have an entry and nothing was seen.

use crate::calendar::{Window, count, real, real_days};
use crate::causes::answer::{Answer, Cover, Part, Row};
use crate::causes::case::Case;
use crate::symptoms::diary::Diary;
use kneewise_types::Swelling;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::O2,
    part: Part::For(0.25),
    is_max: false,
    evidence: Evidence::new(Grade::D, "rule"),
    read,
};

const WINDOW_DAYS: i64 = 21;
const LEAST_ENTRIES: usize = 7;
const LEAST_RUNS: usize = 3;
const SWELLING_ENTRIES: usize = 7;
const SWELLING_DAYS: usize = 3;

fn read(case: &Case<'_>) -> Answer {
    let Some(diary) = case.diary else { return Answer::never("diary") };
    let window = case.window(WINDOW_DAYS);
    if let Some(fact) = swelling(diary, window) {
        return Answer::present(fact);
    }
    let pains = diary.pains(window);
    let painful = pains.iter().filter(|(_, pain)| *pain >= 1).count();
    let runs = case.load.sessions_between(window.from, window.to).count();
    let (from, to) = (window.from, window.to);
    let (days_with_pain, entered_days) = (count(painful), count(pains.len()));
    if pains.len() >= LEAST_ENTRIES && painful * 2 >= pains.len() && runs >= LEAST_RUNS {
        let runs = count(runs);
        return Answer::present(Fact::PersistentPain { from, to, days_with_pain, entered_days, runs });
    }
    let cover =
        Cover { what: "diary", have: real(pains.len()), whole: real_days(window.days()), unit: "days" };
    Answer::within(false, Fact::NotPersistent { from, to, days_with_pain, entered_days }, cover)
}

fn swelling(diary: &Diary, window: Window) -> Option<Fact> {
    let entries = diary.within(window);
    let last = entries.get(entries.len().saturating_sub(SWELLING_ENTRIES)..)?;
    let swollen = last.iter().filter(|entry| entry.swelling >= Some(Swelling::Slight)).count();
    let (from, to) = (last.first()?.date, last.last()?.date);
    let (days, entered_days) = (count(swollen), count(last.len()));
    (swollen >= SWELLING_DAYS).then_some(Fact::PersistentSwelling { from, to, days, entered_days })
}
