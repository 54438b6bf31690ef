//! Signs of a knee beside pain: limp, swelling, locking, giving way, night pain, and whether a painkiller masks.
//!
//! An empty field takes its last answer of the previous 7 days (clinical text A.3 [rule], key `rule`, grade D).

use super::diary::Diary;
use crate::calendar::Window;
use kneewise_types::reason::DiarySign;
use kneewise_types::{Date, GivingWay, Locking, NightPain, Swelling, SymptomEntry};

pub(super) const CARRY_DAYS: i64 = 8;

/// The signs as known on one day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Signs {
    pub limp: Option<bool>,
    pub swelling: Option<Swelling>,
    /// The last answer before the day, however old.
    pub swelling_before: Option<Swelling>,
    pub locking: Option<Locking>,
    pub giving_way: Option<GivingWay>,
    pub night_pain: Option<NightPain>,
    /// A professional cleared the knee since the nights began to wake.
    pub is_night_cleared: bool,
    pub medicine: Option<bool>,
}

impl Signs {
    /// All answered, none present.
    #[cfg(test)]
    pub(crate) const NONE: Self = Self {
        limp: Some(false),
        swelling: Some(Swelling::None),
        swelling_before: Some(Swelling::None),
        locking: Some(Locking::None),
        giving_way: Some(GivingWay::None),
        night_pain: Some(NightPain::None),
        is_night_cleared: false,
        medicine: Some(false),
    };

    /// The signs on a day, empty ones carried forward from the 7 days before.
    pub(crate) fn on(diary: &Diary, date: Date) -> Self {
        Self::latest(diary, Window::ending(date, CARRY_DAYS))
    }

    /// The latest answer to each sign in a window.
    pub(crate) fn latest(diary: &Diary, window: Window) -> Self {
        let entries = diary.within(window);
        let before = diary.within(Window { from: Date::MIN, to: crate::calendar::add_days(window.to, -1) });
        let swelling = last(entries, |entry| entry.swelling);
        let night_pain = last(entries, |entry| entry.night_pain);
        Self {
            limp: last(entries, |entry| entry.has_limp),
            swelling,
            // Only a known swelling is compared; without one the whole diary would be searched in vain.
            swelling_before: swelling.and_then(|_| last(before, |entry| entry.swelling)),
            locking: last(entries, |entry| entry.locking),
            giving_way: last(entries, |entry| entry.giving_way),
            night_pain,
            is_night_cleared: night_pain == Some(NightPain::Wakes) && is_night_cleared(diary, window.to),
            medicine: last(entries, |entry| entry.has_medicine),
        }
    }

    /// Whether a sign of A.3 step 1 is known to be there.
    pub(crate) fn is_red(&self) -> bool {
        self.limp == Some(true)
            || self.locking == Some(Locking::Stuck)
            || self.giving_way == Some(GivingWay::Buckled)
            || self.has_waking_nights()
            || self.swelling >= Some(Swelling::Clear)
            || self.has_more_swelling()
    }

    /// The signs of A.3 step 1 that are there, in the order of the text.
    pub(crate) fn red(&self) -> Vec<DiarySign> {
        let is_swollen = self.swelling >= Some(Swelling::Clear) || self.has_more_swelling();
        [
            (self.limp == Some(true), DiarySign::Limp),
            (self.locking == Some(Locking::Stuck), DiarySign::Locking),
            (self.giving_way == Some(GivingWay::Buckled), DiarySign::GivingWay),
            (is_swollen, DiarySign::Swelling),
            (self.has_waking_nights(), DiarySign::NightPain),
        ]
        .into_iter()
        .filter_map(|(is_there, sign)| is_there.then_some(sign))
        .collect()
    }

    fn has_waking_nights(&self) -> bool {
        self.night_pain == Some(NightPain::Wakes) && !self.is_night_cleared
    }

    pub(crate) fn has_more_swelling(&self) -> bool {
        self.swelling_before.is_some() && self.swelling > self.swelling_before
    }

    /// Whether every sign, and the painkiller, was answered.
    pub(crate) fn is_complete(&self) -> bool {
        self.limp.is_some()
            && self.swelling.is_some()
            && self.locking.is_some()
            && self.giving_way.is_some()
            && self.night_pain.is_some()
            && self.medicine.is_some()
    }
}

/// Whether a clearance lies on or after the first of the nights in a row that wake, up to `date`.
fn is_night_cleared(diary: &Diary, date: Date) -> bool {
    let entries = diary.within(Window { from: Date::MIN, to: date }).iter().rev();
    let nights = entries.filter_map(|entry| Some((entry.date, entry.night_pain?)));
    let first = nights.take_while(|(_, pain)| *pain == NightPain::Wakes).last();
    first.is_some_and(|(first, _)| diary.cleared().iter().any(|day| (first..=date).contains(day)))
}

fn last<T>(entries: &[SymptomEntry], field: impl Fn(&SymptomEntry) -> Option<T>) -> Option<T> {
    entries.iter().rev().find_map(field)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::day;
    use kneewise_types::{History, RedFlagQuestion, ScreenAnswer, Side};

    #[test]
    fn an_answer_is_carried_for_seven_days() {
        let entry =
            SymptomEntry { has_limp: Some(true), ..SymptomEntry::empty(day("2026-03-01"), Side::Left) };
        let history = History { symptoms: vec![entry], ..History::default() };
        let diary = Diary::new(&history, Side::Left, day("2026-03-31"));
        assert_eq!(Signs::on(&diary, day("2026-03-08")).limp, Some(true));
        assert_eq!(Signs::on(&diary, day("2026-03-09")).limp, None);
    }

    #[test]
    fn waking_nights_are_a_sign_until_a_professional_has_cleared_them() {
        let wakes = |date: &str| SymptomEntry {
            night_pain: Some(NightPain::Wakes),
            ..SymptomEntry::empty(day(date), Side::Left)
        };
        let symptoms = vec![wakes("2026-03-01"), wakes("2026-03-04")];
        let answer = |date: &str| ScreenAnswer {
            date: day(date),
            side: Side::Left,
            question: RedFlagQuestion::Cleared,
            is_yes: true,
            by: None,
        };
        let is_red = |screen: Vec<ScreenAnswer>| {
            let history = History { symptoms: symptoms.clone(), screen, ..History::default() };
            Signs::on(&Diary::new(&history, Side::Left, day("2026-03-05")), day("2026-03-05")).is_red()
        };
        assert!(is_red(vec![]));
        assert!(is_red(vec![answer("2026-02-28")]), "cleared before they began");
        assert!(!is_red(vec![answer("2026-03-02")]));
    }
}
