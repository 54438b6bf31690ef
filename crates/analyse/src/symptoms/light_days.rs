//! The light of every run and entered day of one knee, and which REDs are still open.
//!
//! A RED stays open until `pain_morning` is at most its frozen B on two mornings in a row, no sign of step 1 is
//! left, and 48 h have passed; not closed after 14 days, B is taken afresh from those mornings.
//! Source: clinical text A.3, table of actions [rule], key `rule`. Grade D.
//! Says nothing: no diary entry in the 14 days before the day asked.

use super::diary::Diary;
use super::light::{Mode, Rating, Scores, light};
use super::morning_baseline::{morning_baseline, of_mornings};
use super::signs::Signs;
use crate::calendar::{Window, add_days, days_between};
use kneewise_types::assessment::{Flare, Light};
use kneewise_types::{Date, SymptomEntry};

const STALE_DAYS: i64 = 14;
const LEAST_OPEN_DAYS: i64 = 2;
const FRESH_BASELINE_DAYS: i64 = 14;

/// All that the light needs to know of one knee.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Knee<'a> {
    pub diary: &'a Diary,
    pub flares: &'a [Flare],
    /// Days with a run, sorted.
    pub run_days: &'a [Date],
    pub mode: Mode,
}

/// The lights of one knee.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct LightDays {
    /// Days on which a run was RED, or a RED opened on a day without a run.
    pub reds: Vec<Date>,
    /// The light on the day asked.
    pub today: Option<Light>,
}

struct OpenRed {
    since: Date,
    baseline: f64,
}

/// Walks through the diary once and lights every day.
pub(crate) fn light_days(knee: &Knee<'_>, as_of: Date) -> LightDays {
    let mut lights = LightDays::default();
    let mut open: Option<OpenRed> = None;
    let mut spans: Vec<Window> = Vec::new();
    let mut last_run: Option<Light> = None;
    let mut today: Option<Light> = None;
    for date in event_days(knee) {
        if let Some(red) = open.take_if(|red| is_closed(knee.diary, red, date)) {
            spans.push(Window { from: red.since, to: add_days(date, -1) });
        }
        let is_run = is_run_day(knee, date);
        let baseline = current_baseline(knee, open.as_ref(), date, is_run, &spans);
        let value = light(&rating(knee, date, is_run, baseline));
        if value == Light::Red {
            if is_run || open.is_none() {
                lights.reds.push(date);
            }
            open.get_or_insert(OpenRed { since: date, baseline });
        }
        if is_run {
            last_run = Some(value);
        }
        today = (date == as_of).then_some(value);
    }
    lights.today = light_today(knee, as_of, Ending { open, spans, last_run, today });
    lights
}

struct Ending {
    open: Option<OpenRed>,
    spans: Vec<Window>,
    last_run: Option<Light>,
    today: Option<Light>,
}

fn light_today(knee: &Knee<'_>, as_of: Date, ending: Ending) -> Option<Light> {
    let last_entry = knee.diary.days().last()?.date;
    if days_between(last_entry, as_of) >= STALE_DAYS {
        return None;
    }
    if ending.open.is_some() {
        return Some(Light::Red);
    }
    let of_day = ending.today.unwrap_or_else(|| {
        let baseline = morning_baseline(knee.diary, add_days(as_of, -1), &ending.spans);
        light(&rating(knee, as_of, false, baseline))
    });
    // A RED that was closed since no longer speaks for the last run.
    let of_last_run = ending.last_run.filter(|value| *value != Light::Red);
    of_last_run.map_or(Some(of_day), |last| Some(of_day.max(last)))
}

/// Days with an entry or a run, oldest first; runs before the first entry tell nothing.
fn event_days(knee: &Knee<'_>) -> Vec<Date> {
    let Some(first) = knee.diary.days().first().map(|entry| entry.date) else { return Vec::new() };
    let mut days: Vec<Date> = knee.diary.days().iter().map(|entry| entry.date).collect();
    days.extend(knee.run_days.iter().copied().filter(|date| *date >= first));
    days.sort_unstable();
    days.dedup();
    days
}

fn is_run_day(knee: &Knee<'_>, date: Date) -> bool {
    let has_run_pain = |entry: &SymptomEntry| {
        entry.pain_before.is_some() || entry.pain_during_max.is_some() || entry.pain_60min.is_some()
    };
    knee.run_days.binary_search(&date).is_ok() || knee.diary.day(date).is_some_and(has_run_pain)
}

fn current_baseline(
    knee: &Knee<'_>,
    open: Option<&OpenRed>,
    date: Date,
    is_run: bool,
    spans: &[Window],
) -> f64 {
    match open {
        Some(red) => frozen_baseline(knee.diary, red, date),
        None => morning_baseline(knee.diary, if is_run { date } else { add_days(date, -1) }, spans),
    }
}

fn frozen_baseline(diary: &Diary, red: &OpenRed, date: Date) -> f64 {
    if days_between(red.since, date) < FRESH_BASELINE_DAYS {
        return red.baseline;
    }
    let mornings: Vec<f64> = diary
        .within(Window { from: red.since, to: date })
        .iter()
        .rev()
        .filter_map(|entry| entry.pain_morning.map(|pain| f64::from(pain.points())))
        .take(7)
        .collect();
    of_mornings(&mornings)
}

fn is_closed(diary: &Diary, red: &OpenRed, date: Date) -> bool {
    let baseline = frozen_baseline(diary, red, date);
    let is_settled = |day: Date| {
        let morning = diary.day(day).and_then(|entry| entry.pain_morning);
        morning.is_some_and(|pain| f64::from(pain.points()) <= baseline)
    };
    days_between(red.since, date) >= LEAST_OPEN_DAYS
        && is_settled(date)
        && is_settled(add_days(date, -1))
        && !Signs::latest(diary, Window { from: red.since, to: date }).is_red()
}

fn rating(knee: &Knee<'_>, date: Date, is_run: bool, baseline: f64) -> Rating {
    let entry = knee.diary.day(date);
    let morning_of = |day: Date| knee.diary.day(day).and_then(|entry| entry.pain_morning);
    let scores = if is_run {
        Scores {
            before: entry.and_then(|entry| entry.pain_before),
            during: entry.and_then(|entry| entry.pain_during_max),
            after_60_min: entry.and_then(|entry| entry.pain_60min),
            next_morning: morning_of(add_days(date, 1)),
        }
    } else {
        Scores::of_rest_day(morning_of(date))
    };
    let is_in_flare = knee
        .flares
        .iter()
        .rev()
        .find(|flare| flare.start <= date)
        .is_some_and(|flare| flare.end.is_none_or(|end| date <= end));
    Rating { mode: knee.mode, baseline, scores, signs: Signs::on(knee.diary, date), is_in_flare }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::day;
    use kneewise_types::{GivingWay, History, Locking, NightPain, PainScore, Side, Swelling};

    fn answered(date: Date, morning: u8) -> SymptomEntry {
        SymptomEntry {
            pain_morning: PainScore::new(morning).ok(),
            swelling: Some(Swelling::None),
            locking: Some(Locking::None),
            giving_way: Some(GivingWay::None),
            night_pain: Some(NightPain::None),
            has_limp: Some(false),
            has_medicine: Some(false),
            ..SymptomEntry::empty(date, Side::Left)
        }
    }

    fn lit(symptoms: Vec<SymptomEntry>, as_of: &str) -> LightDays {
        let as_of = day(as_of);
        let diary = Diary::new(&History { symptoms, ..History::default() }, Side::Left, as_of);
        light_days(&Knee { diary: &diary, flares: &[], run_days: &[], mode: Mode::Joint }, as_of)
    }

    fn week(mornings: &[u8]) -> Vec<SymptomEntry> {
        (0..).zip(mornings).map(|(at, points)| answered(add_days(day("2026-03-01"), at), *points)).collect()
    }

    #[test]
    fn a_quiet_week_is_green() {
        let lights = lit(week(&[0; 7]), "2026-03-07");
        assert_eq!(lights.today, Some(Light::Green));
        assert!(lights.reds.is_empty());
    }

    #[test]
    fn a_red_stays_open_until_two_settled_mornings() {
        let lights = lit(week(&[0, 0, 0, 3, 0]), "2026-03-05");
        assert_eq!(lights.reds, [day("2026-03-04")]);
        assert_eq!(lights.today, Some(Light::Red));
        assert_eq!(lit(week(&[0, 0, 0, 3, 0, 0]), "2026-03-06").today, Some(Light::Green));
    }

    #[test]
    fn a_limp_keeps_a_red_open() {
        let mut entries = week(&[0, 0, 0, 3, 0, 0]);
        entries[5].has_limp = Some(true);
        assert_eq!(lit(entries, "2026-03-06").today, Some(Light::Red));
    }

    #[test]
    fn an_amber_run_lasts_until_the_next_run() {
        let mut entries = week(&[0; 7]);
        entries[2].pain_before = PainScore::new(0).ok();
        entries[2].pain_during_max = PainScore::new(4).ok();
        entries[2].pain_60min = PainScore::new(0).ok();
        assert_eq!(lit(entries.clone(), "2026-03-07").today, Some(Light::Amber));
        entries[5].pain_before = PainScore::new(0).ok();
        entries[5].pain_during_max = PainScore::new(0).ok();
        entries[5].pain_60min = PainScore::new(0).ok();
        assert_eq!(lit(entries, "2026-03-07").today, Some(Light::Green));
    }

    #[test]
    fn without_an_entry_in_fourteen_days_there_is_no_light() {
        assert_eq!(lit(week(&[0; 7]), "2026-03-21").today, None);
        assert!(lit(week(&[0; 7]), "2026-03-20").today.is_some());
    }
}
