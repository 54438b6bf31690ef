//! One runner, one knee, one onset: what every row of the cause table reads from.
//!
//! Onset = start of that knee's latest flare on or before the day asked; without a flare the day asked. Windows end
//! the day before onset; the day of onset itself counts when its pain was felt during or after a run (load text F3).

use super::answer::Cover;
use crate::calendar::{Window, add_days, days_between, real_days};
use crate::home_tests::results::Results;
use crate::load::LoadHistory;
use crate::order;
use crate::shoes::rack::Rack;
use crate::symptoms::diary::Diary;
use crate::symptoms::light_days::LightDays;
use kneewise_types::ExperimentOutcome;
use kneewise_types::assessment::Flare;
use kneewise_types::own_data::{BoomAndBust, Exposure};
use kneewise_types::{Date, History, Side, Sport, WellnessEntry};

const NOVICE_DAYS: i64 = 365;
/// A pain of this many points within so many days says that the knee hurts now [choice].
const LATELY_DAYS: i64 = 14;
const LATELY_POINTS: u8 = 2;

/// Everything the rows look at.
#[derive(Debug)]
pub(crate) struct Case<'a> {
    pub history: &'a History,
    pub as_of: Date,
    pub side: Option<Side>,
    pub onset: Date,
    pub is_onset_day_in: bool,
    pub load: &'a LoadHistory,
    pub results: Results<'a>,
    pub rack: Rack<'a>,
    pub diary: Option<&'a Diary>,
    /// Flares of the knee, oldest first.
    pub flares: &'a [Flare],
    pub lights: Option<&'a LightDays>,
    /// Days with strength training, sorted; empty when never logged.
    pub strength_days: Vec<Date>,
    /// Sorted by day.
    pub wellness: Vec<&'a WellnessEntry>,
    /// What experiments on this knee agreed with: the exposure, its pair, and what got better.
    pub tested: Vec<(Exposure, Option<String>, ExperimentOutcome)>,
    /// Filled in once the runner's own days have been looked at.
    pub boom_and_bust: Option<BoomAndBust>,
}

impl<'a> Case<'a> {
    /// The `days` days before onset, and the day of onset where it counts.
    pub(crate) fn window(&self, days: i64) -> Window {
        let to = if self.is_onset_day_in { self.onset } else { add_days(self.onset, -1) };
        Window { from: add_days(self.onset, -days), to }
    }

    /// The last `days` days of what lies before onset, the day of onset among them where it counts.
    pub(crate) fn last_days(&self, days: i64) -> Window {
        Window::ending(self.window(1).to, days)
    }

    /// Whether a pain of 2 or more was entered in the two weeks before the day asked: a single 1 comes and goes by itself, and the
    /// windows of the table end today, so that they say nothing of what hurt longer ago.
    pub(crate) fn hurts_lately(&self) -> bool {
        self.diary.is_some_and(|diary| hurts_lately(diary, self.as_of))
    }

    /// How much of a window is covered by activities.
    pub(crate) fn activity_cover(&self, window: Window) -> Cover {
        let have = f64::from(self.load.days.known_days(window.from, window.to));
        Cover { what: "activities", have, whole: real_days(window.days()), unit: "days" }
    }

    /// The body mass: the latest weighed, else the profile's.
    pub(crate) fn mass_kg(&self) -> Option<f64> {
        let weighed = self.wellness.iter().rev().find_map(|entry| entry.mass);
        weighed.or(self.history.profile.mass).map(|mass| mass.as_kg())
    }

    /// When running began, as the profile says, else the first recorded run if that is a year or more ago.
    pub(crate) fn running_since(&self) -> Option<Date> {
        let first_run = self.load.sessions.first().map(|session| session.date);
        let long_ago = first_run.filter(|first| days_between(*first, self.onset) >= NOVICE_DAYS);
        match (self.history.profile.running_since, long_ago) {
            (Some(since), Some(first)) => Some(since.min(first)),
            (since, first) => since.or(first),
        }
    }

    /// Whether running began less than a year before onset.
    pub(crate) fn is_novice(&self) -> Option<bool> {
        self.running_since().map(|since| days_between(since, self.onset) < NOVICE_DAYS)
    }
}

/// Days with strength training, from its log and from activities, sorted.
pub(crate) fn strength_days(history: &History, as_of: Date) -> Vec<Date> {
    let logged = history.strength.iter().map(|entry| entry.date);
    let recorded = history
        .activities
        .iter()
        .filter(|activity| activity.sport == Sport::Strength)
        .map(|activity| activity.local_date);
    let mut days: Vec<Date> = logged.chain(recorded).filter(|date| *date <= as_of).collect();
    order::sort(&mut days);
    days.dedup();
    days
}

/// Wellness entries up to a day, oldest first, in an order that does not depend on the input's.
pub(crate) fn wellness(history: &History, as_of: Date) -> Vec<&WellnessEntry> {
    let mut entries: Vec<&WellnessEntry> =
        history.wellness.iter().filter(|entry| entry.date <= as_of).collect();
    let order = |entry: &WellnessEntry| {
        let bits = |value: Option<f64>| value.map(f64::to_bits);
        (
            entry.date,
            bits(entry.sleep_h),
            bits(entry.stress),
            bits(entry.mood),
            bits(entry.mass.map(|m| m.as_kg())),
        )
    };
    order::sort_by_key(&mut entries, |entry| order(entry));
    entries
}

fn hurts_lately(diary: &Diary, as_of: Date) -> bool {
    diary.pains(Window::ending(as_of, LATELY_DAYS)).iter().any(|(_, points)| *points >= LATELY_POINTS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::day;
    use kneewise_types::{PainScore, SymptomEntry};

    #[test]
    fn two_points_within_two_weeks_hurt_and_less_or_longer_ago_does_not() {
        let hurts = |date: &str, points: u8| {
            let entry = SymptomEntry::empty(day(date), Side::Left);
            let entry = SymptomEntry { pain_morning: PainScore::new(points).ok(), ..entry };
            let history = History { symptoms: vec![entry], ..History::default() };
            let as_of = day("2026-03-31");
            hurts_lately(&Diary::new(&history, Side::Left, as_of), as_of)
        };
        assert!(hurts("2026-03-31", 2) && hurts("2026-03-18", 2));
        assert!(!hurts("2026-03-17", 9), "fifteen days with the day asked");
        assert!(!hurts("2026-03-30", 1));
    }
}
