//! Exposures of rest and strength: short nights, stress, too few rest days, little strength training.
//!
//! Source: sleep and stress `S85`, grade C; the others `rule`, D.

use super::Series;
use super::rolling;
use crate::calendar::real;
use crate::causes::case::Case;
use crate::own_data::timeline::Timeline;
use kneewise_types::WellnessEntry;
use kneewise_types::own_data::Exposure;

const WEEK: usize = 7;
/// Nights of seven that must be known (clinical text G.2, O4).
const NIGHTS: usize = 4;
const ENOUGH_SLEEP_H: f64 = 8.0;
/// Four weeks of strength training.
const STRENGTH_DAYS: usize = 28;

pub(super) fn series(case: &Case<'_>, timeline: Timeline) -> Vec<Series> {
    let [short, stress] = sleep_and_stress(case, timeline, NIGHTS);
    vec![
        Series::new(Exposure::ShortSleep, short),
        Series::new(Exposure::Stress, stress),
        Series::new(Exposure::FewRestDays, few_rest_days(case, timeline)),
        Series::new(Exposure::LittleStrength, little_strength(case, timeline)),
    ]
}

/// Mean hours short of enough sleep, and mean stress, of the last seven days of which so many are known.
pub(super) fn sleep_and_stress(case: &Case<'_>, timeline: Timeline, least: usize) -> [Vec<Option<f64>>; 2] {
    let short = of_entries(case, timeline, |entry| entry.sleep_h.map(|hours| ENOUGH_SLEEP_H - hours));
    let stress =
        of_entries(case, timeline, |entry| entry.stress.or_else(|| entry.mood.map(|mood| 10.0 - mood)));
    [short, stress].map(|values| rolling::mean(&values, WEEK, least))
}

/// Values of the entries on their day; of two entries of a day the larger.
fn of_entries(
    case: &Case<'_>,
    timeline: Timeline,
    get: impl Fn(&WellnessEntry) -> Option<f64>,
) -> Vec<Option<f64>> {
    let mut values: Vec<Option<f64>> = timeline.filled(None);
    for entry in &case.wellness {
        let Some(value) = get(entry) else { continue };
        if let Some(day) = timeline.position(entry.date).and_then(|at| values.get_mut(at)) {
            *day = Some(day.map_or(value, |known: f64| known.max(value)));
        }
    }
    values
}

/// Days with a run or strength training, among the last 7.
fn few_rest_days(case: &Case<'_>, timeline: Timeline) -> Vec<Option<f64>> {
    let mut busy: Vec<Option<f64>> =
        case.load.days.days().iter().map(|day| day.running_distance_m.map(|_| 0.0)).collect();
    let dates = case.load.sessions.iter().map(|session| session.date);
    for date in dates.chain(case.strength_days.iter().copied()) {
        if let Some(day) = timeline.position(date).and_then(|at| busy.get_mut(at)) {
            *day = Some(1.0);
        }
    }
    rolling::sum(&busy, WEEK, WEEK)
}

/// Days without strength training among the last 28; missing before the first entry.
fn little_strength(case: &Case<'_>, timeline: Timeline) -> Vec<Option<f64>> {
    let mut did: Vec<Option<f64>> = timeline.filled(None);
    let Some(first) = case.strength_days.first() else { return did };
    // Entries older than the first activity make the whole timeline known.
    let from = timeline.position(*first).unwrap_or(if *first < timeline.first { 0 } else { timeline.days });
    for day in did.iter_mut().skip(from) {
        *day = Some(0.0);
    }
    for date in &case.strength_days {
        if let Some(day) = timeline.position(*date).and_then(|at| did.get_mut(at)) {
            *day = Some(1.0);
        }
    }
    let days = rolling::sum(&did, STRENGTH_DAYS, STRENGTH_DAYS);
    days.into_iter().map(|days| days.map(|days| real(STRENGTH_DAYS) - days)).collect()
}
