//! What is known of one knee for the pattern screen.
//!
//! The latest answer to each finding within 42 days; F09 and F10 also from `locking` and `swelling` of the last
//! 7 days; the latest main region within 42 days. Source: clinical text B.3, B.4 [rule], key `rule`. Grade D.

use super::tables::AgeBand;
use crate::calendar::Window;
use crate::symptoms::diary::Diary;
use kneewise_types::symptom::FindingCode;
use kneewise_types::{Date, Locking, Region, Swelling};

/// Answers older than this no longer count.
pub(crate) const ANSWER_DAYS: i64 = 43;
const DIARY_DAYS: i64 = 7;
const HOP_DAYS: i64 = 7;

/// Age band, place and answered findings.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Answers {
    pub band: AgeBand,
    pub region: Option<Region>,
    /// At most one answer a code, sorted by code.
    pub findings: Vec<(FindingCode, bool)>,
    /// Whether walking is known to be free of limp, so that a hop may be asked for.
    pub is_walking_free: bool,
}

impl Answers {
    pub(crate) fn get(&self, code: FindingCode) -> Option<bool> {
        self.findings.iter().find(|(known, _)| *known == code).map(|(_, is_present)| *is_present)
    }

    pub(crate) fn has(&self, code: FindingCode) -> bool {
        self.get(code) == Some(true)
    }

    /// Answered findings, and one for a region.
    pub(crate) fn count(&self) -> usize {
        self.findings.len() + usize::from(self.region.is_some())
    }
}

/// Reads the answers of one knee as known on `date`. `load_spike` is F22 as the activities tell it.
pub(crate) fn answers(diary: &Diary, date: Date, band: AgeBand, load_spike: Option<bool>) -> Answers {
    let window = Window::ending(date, ANSWER_DAYS);
    let mut findings = Vec::new();
    for code in FindingCode::ALL {
        let of_diary = match code {
            FindingCode::CatchingOrLocking => locking(diary, date),
            FindingCode::SwellingVisible => swelling(diary, date),
            _ => None,
        };
        let answered = match code {
            FindingCode::LoadSpikeSixWeeks if load_spike.is_some() => load_spike.map(|spike| (date, spike)),
            _ => diary.answer(*code, window),
        };
        if let Some((_, is_present)) = answered.max(of_diary) {
            findings.push((*code, is_present));
        }
    }
    let is_walking_free = diary
        .within(Window::ending(date, HOP_DAYS))
        .iter()
        .rev()
        .find_map(|entry| entry.has_limp)
        .is_some_and(|has_limp| !has_limp);
    Answers { band, region: diary.main_region(window), findings, is_walking_free }
}

fn locking(diary: &Diary, date: Date) -> Option<(Date, bool)> {
    let entries = diary.within(Window::ending(date, DIARY_DAYS)).iter();
    worst(entries.filter_map(|entry| Some((entry.date, entry.locking? >= Locking::Catches))))
}

fn swelling(diary: &Diary, date: Date) -> Option<(Date, bool)> {
    let entries = diary.within(Window::ending(date, DIARY_DAYS)).iter();
    worst(entries.filter_map(|entry| Some((entry.date, entry.swelling? >= Swelling::Clear))))
}

/// Present when any value shows it, on the latest day that does.
fn worst(values: impl Iterator<Item = (Date, bool)>) -> Option<(Date, bool)> {
    values.max_by_key(|(date, is_present)| (*is_present, *date))
}
