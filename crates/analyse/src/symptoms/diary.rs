//! The diary of one knee: one entry a day, sorted, nothing after the day asked.
//!
//! Several entries of one knee and day are one: the worse of two values counts, so that the order in which
//! they came changes nothing and no sign is lost.

use crate::calendar::Window;
use crate::order;
use kneewise_types::symptom::FindingCode;
use kneewise_types::{
    Date, FindingAnswer, History, RedFlagQuestion, Region, ScreenAnswer, Side, SymptomEntry,
};

/// The entries of one knee up to the day asked.
#[derive(Debug, Clone)]
pub(crate) struct Diary {
    pub side: Side,
    days: Vec<SymptomEntry>,
    /// Days on which the runner noted that a professional examined this knee and allowed running.
    cleared: Vec<Date>,
}

impl Diary {
    pub(crate) fn new(history: &History, side: Side, as_of: Date) -> Self {
        let mut entries: Vec<&SymptomEntry> =
            history.symptoms.iter().filter(|entry| entry.side == side && entry.date <= as_of).collect();
        order::sort_by(&mut entries, |a, b| {
            (a.date, b.day_pain(), &a.regions).cmp(&(b.date, a.day_pain(), &b.regions))
        });
        let mut days: Vec<SymptomEntry> = Vec::new();
        for entry in entries {
            match days.last_mut() {
                Some(last) if last.date == entry.date => merge(last, entry),
                _ => days.push(entry.clone()),
            }
        }
        let is_cleared = |answer: &&ScreenAnswer| {
            answer.question == RedFlagQuestion::Cleared
                && answer.is_yes
                && answer.side == side
                && answer.date <= as_of
        };
        let cleared = history.screen.iter().filter(is_cleared).map(|answer| answer.date).collect();
        Self { side, days, cleared }
    }

    pub(crate) fn cleared(&self) -> &[Date] {
        &self.cleared
    }

    /// All entries, oldest first.
    pub(crate) fn days(&self) -> &[SymptomEntry] {
        &self.days
    }

    pub(crate) fn day(&self, date: Date) -> Option<&SymptomEntry> {
        let at = self.days.binary_search_by(|entry| entry.date.cmp(&date)).ok()?;
        self.days.get(at)
    }

    /// The entries of a window, oldest first.
    pub(crate) fn within(&self, window: Window) -> &[SymptomEntry] {
        let from = self.days.partition_point(|entry| entry.date < window.from);
        let to = self.days.partition_point(|entry| entry.date <= window.to);
        self.days.get(from..to).unwrap_or(&[])
    }

    /// Day pain of the entered days of a window, oldest first.
    pub(crate) fn pains(&self, window: Window) -> Vec<(Date, u8)> {
        self.within(window)
            .iter()
            .filter_map(|entry| entry.day_pain().map(|pain| (entry.date, pain.points())))
            .collect()
    }

    /// The latest main region of a window.
    pub(crate) fn main_region(&self, window: Window) -> Option<Region> {
        self.within(window).iter().rev().find_map(|entry| entry.regions.first().copied())
    }

    /// The latest answer to a finding in a window.
    pub(crate) fn answer(&self, code: FindingCode, window: Window) -> Option<(Date, bool)> {
        self.within(window).iter().rev().find_map(|entry| {
            let answers = entry.findings.iter().filter(|answer| answer.code == code);
            answers.map(|answer| (entry.date, answer.is_present)).max()
        })
    }

    /// Whether pain of 1 or more was entered in a window.
    pub(crate) fn has_pain(&self, window: Window) -> bool {
        self.pains(window).iter().any(|(_, pain)| *pain >= 1)
    }
}

fn merge(into: &mut SymptomEntry, from: &SymptomEntry) {
    into.pain_morning = into.pain_morning.max(from.pain_morning);
    into.pain_before = into.pain_before.max(from.pain_before);
    into.pain_during_max = into.pain_during_max.max(from.pain_during_max);
    into.pain_60min = into.pain_60min.max(from.pain_60min);
    // The earlier onset is the worse one.
    into.pain_onset = match (into.pain_onset, from.pain_onset) {
        (Some(a), Some(b)) => Some(if b < a { b } else { a }),
        (a, b) => a.or(b),
    };
    into.swelling = into.swelling.max(from.swelling);
    into.stiffness_min = into.stiffness_min.max(from.stiffness_min);
    into.locking = into.locking.max(from.locking);
    into.giving_way = into.giving_way.max(from.giving_way);
    into.night_pain = into.night_pain.max(from.night_pain);
    into.has_limp = into.has_limp.max(from.has_limp);
    into.has_medicine = into.has_medicine.max(from.has_medicine);
    for region in &from.regions {
        if !into.regions.contains(region) {
            into.regions.push(*region);
        }
    }
    for answer in &from.findings {
        match into.findings.iter_mut().find(|known| known.code == answer.code) {
            Some(known) => known.is_present |= answer.is_present,
            None => into.findings.push(FindingAnswer { ..*answer }),
        }
    }
    into.other_pain.extend(from.other_pain.iter().copied());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::day;
    use kneewise_types::{PainScore, Swelling};

    fn morning(points: u8) -> SymptomEntry {
        SymptomEntry {
            pain_morning: PainScore::new(points).ok(),
            ..SymptomEntry::empty(day("2026-03-01"), Side::Left)
        }
    }

    #[test]
    fn two_entries_of_one_day_keep_the_worse_value_in_any_order() {
        let swollen = SymptomEntry { swelling: Some(Swelling::Clear), ..morning(1) };
        for symptoms in [vec![morning(3), swollen.clone()], vec![swollen, morning(3)]] {
            let history = History { symptoms, ..History::default() };
            let diary = Diary::new(&history, Side::Left, day("2026-03-02"));
            assert_eq!(diary.days().len(), 1);
            assert_eq!(diary.days()[0].pain_morning, PainScore::new(3).ok());
            assert_eq!(diary.days()[0].swelling, Some(Swelling::Clear));
        }
    }

    #[test]
    fn entries_after_the_day_asked_and_of_the_other_knee_are_left_out() {
        let history = History { symptoms: vec![morning(3)], ..History::default() };
        assert!(Diary::new(&history, Side::Left, day("2026-02-28")).days().is_empty());
        assert!(Diary::new(&history, Side::Right, day("2026-03-02")).days().is_empty());
    }
}
