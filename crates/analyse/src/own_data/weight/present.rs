//! On which days each mechanism of the cause table was there: the rows of clinical G.2, read at every day.
//!
//! Source: clinical text G.2, load text E2 for the step rate, key `rule`, grade D. Where a window of the row is shorter than
//! what tissue may remember, presence lasts as long as said beside it [choice]. Says nothing: days that are not recorded.

use super::super::series::Series;
use super::super::timeline::Timeline;
use super::lines::lines;
use crate::calendar::{Window, add_days};
use crate::causes::case::Case;
use crate::causes::footwear::recent_change;
use kneewise_types::assessment::Family;
use kneewise_types::own_data::Exposure;

/// A mechanism with its days.
#[derive(Debug, Clone)]
pub(super) struct Presence {
    pub id: &'static str,
    pub family: Family,
    pub days: Vec<Option<bool>>,
    /// Several readings of one mechanism share its weight.
    pub share: f64,
}

/// Days for which a single day's exposure counts.
const SPIKE_DAYS: usize = 3;
const HARD_DAYS: usize = 3;
const SHOE_DAYS: usize = 3;
const SLOW_DAYS: usize = 3;
const FAST_DAYS: usize = 14;
const WEEK_RISE: f64 = 0.30;
const SLOW: f64 = 0.03;
/// Hours short of eight, and stress of ten, as means of a week [choice].
const SHORT_H: [f64; 2] = [1.25, 1.5];
const STRESSED: [f64; 2] = [6.0, 6.5];
const NOVICE_DAYS: i64 = 365;
const CHANGE_DAYS: usize = 42;
const STRENGTH_DAYS: usize = 56;
const STRENGTH_LEAST: usize = 8;
const REST_DAYS: usize = 14;

/// Every mechanism that days can show.
pub(super) fn all(case: &Case<'_>, timeline: Timeline, series: &[Series]) -> Vec<Presence> {
    let of = |exposure: Exposure| series.iter().find(|one| one.exposure == exposure);
    let lasting = |id, exposure: Exposure, days: usize| {
        let values = of(exposure)?.values.iter().map(|value| value.map(|value| value > 0.5)).collect();
        Some(Presence { id, family: exposure.family(), days: lasting_days(values, days), share: 1.0 })
    };
    let mut all: Vec<Presence> = [
        lasting("load.single_session_spike", Exposure::SessionSpike, SPIKE_DAYS),
        lasting("load.rapid_return", Exposure::RapidReturn, 1),
        lasting("footwear.worn", Exposure::WornPair, SHOE_DAYS),
    ]
    .into_iter()
    .flatten()
    .collect();
    all.extend(rest(case, timeline));
    all.extend(training(case, timeline, series));
    all.extend(habits(case, timeline));
    all.extend(lines(case, timeline));
    all
}

/// Short nights and stress, each at two limits: where harm begins is not known to the half hour.
fn rest(case: &Case<'_>, timeline: Timeline) -> Vec<Presence> {
    let [short, stress] = super::super::series::sleep_and_stress(case, timeline);
    let above = |id, values: &[Option<f64>], least: f64| {
        let days = values.iter().map(|value| value.map(|value| value > least)).collect();
        Presence { id, family: Family::Overuse, days, share: 0.5 }
    };
    let mut all: Vec<Presence> =
        SHORT_H.iter().map(|least| above("overuse.short_sleep", &short, *least)).collect();
    all.extend(STRESSED.iter().map(|least| above("overuse.stress", &stress, *least)));
    all
}

/// Two hard days in a row, there for three days.
fn hard_days_close(case: &Case<'_>, timeline: Timeline) -> Vec<Option<bool>> {
    let hard = super::super::series::hard_days(case, timeline);
    let before = std::iter::once(&Some(false)).chain(&hard);
    let pairs = hard.iter().zip(before).map(|(now, before)| match (now, before) {
        (Some(true), Some(true)) => Some(true),
        (Some(false), _) | (_, Some(false)) => Some(false),
        _ => None,
    });
    lasting_days(pairs.collect(), HARD_DAYS)
}

/// Present while any of the last days was; unknown while any that could decide is.
pub(super) fn lasting_days(days: Vec<Option<bool>>, window: usize) -> Vec<Option<bool>> {
    (0..days.len())
        .map(|at| {
            let last = days.get((at + 1).saturating_sub(window)..=at).unwrap_or(&[]);
            if last.contains(&Some(true)) {
                Some(true)
            } else if last.contains(&None) {
                None
            } else {
                Some(false)
            }
        })
        .collect()
}

/// What only the day series of training shows.
fn training(case: &Case<'_>, timeline: Timeline, series: &[Series]) -> Vec<Presence> {
    let load = |id, days: Vec<Option<bool>>| Presence { id, family: Family::Load, days, share: 1.0 };
    let values =
        |exposure: Exposure| series.iter().find(|one| one.exposure == exposure).map(|one| &one.values);
    let (fast, down) = super::super::series::new_speed_and_descent(case);
    let mut all = vec![
        load("load.speed_rise", lasting_days(fast, FAST_DAYS)),
        load("load.new_terrain_or_speed", lasting_days(down, 1)),
        load("load.hard_days_too_close", hard_days_close(case, timeline)),
        load("load.surface_change", surface_change(case, timeline)),
    ];
    let first = case.running_since().or_else(|| case.load.sessions.first().map(|session| session.date));
    if let (Some(rises), Some(first)) = (values(Exposure::WeekChange), first) {
        let until = timeline.position(add_days(first, NOVICE_DAYS)).unwrap_or(if first < timeline.first {
            0
        } else {
            timeline.days
        });
        let is_rise = |(at, rise): (usize, &Option<f64>)| {
            if at < until { rise.map(|rise| rise > WEEK_RISE) } else { Some(false) }
        };
        all.push(load("load.novice_week_rise", rises.iter().enumerate().map(is_rise).collect()));
    }
    let slow = super::super::series::slow_days(case, timeline);
    if !slow.is_empty() {
        let slow = slow.into_iter().map(|value| value.map(|value| value > SLOW)).collect();
        all.push(load("gait.cadence_drop", last_known(slow, SLOW_DAYS)));
    }
    all
}

/// The last known of the last days; a day without any run within them is not exposed.
fn last_known(days: Vec<Option<bool>>, window: usize) -> Vec<Option<bool>> {
    (0..days.len())
        .map(|at| {
            let last = days.get((at + 1).saturating_sub(window)..=at).unwrap_or(&[]);
            Some(last.iter().rev().flatten().next().copied().unwrap_or(false))
        })
        .collect()
}

/// More than half of the last two weeks on a surface that was rare in the eight weeks before.
fn surface_change(case: &Case<'_>, timeline: Timeline) -> Vec<Option<bool>> {
    let by_day = super::super::series::surface_metres(case, timeline);
    let sum = |from: usize, to: usize| {
        by_day.get(from..to).map(|days| {
            let mut total = [0.0; 6];
            for day in days {
                for (sum, metres) in total.iter_mut().zip(day) {
                    *sum += metres;
                }
            }
            total
        })
    };
    (0..timeline.days)
        .map(|at| {
            let end = at + 1;
            let (split, start) = (end.checked_sub(14)?, end.checked_sub(70)?);
            let (now, before) = (sum(split, end)?, sum(start, split)?);
            let (all_now, all_before): (f64, f64) = (now.iter().sum(), before.iter().sum());
            let unknown = |of: &[f64; 6], all: f64| of.last().copied().unwrap_or(0.0) > 0.2 * all;
            if all_now <= 0.0 || all_before <= 0.0 {
                return Some(false);
            }
            if unknown(&now, all_now) || unknown(&before, all_before) {
                return None;
            }
            let mut surfaces = now.iter().zip(&before).take(5);
            Some(surfaces.any(|(now, before)| *now > 0.5 * all_now && *before < 0.2 * all_before))
        })
        .collect()
}

/// Rest, strength and shoes: habits over weeks.
fn habits(case: &Case<'_>, timeline: Timeline) -> Vec<Presence> {
    let known: Vec<bool> = case.load.days.days().iter().map(|day| day.running_distance_m.is_some()).collect();
    let mut busy = timeline.filled(false);
    let dates = case.load.sessions.iter().map(|session| session.date);
    for date in dates.chain(case.strength_days.iter().copied()) {
        if let Some(day) = timeline.position(date).and_then(|at| busy.get_mut(at)) {
            *day = true;
        }
    }
    let no_rest = (0..timeline.days).map(|at| {
        let from = (at + 1).checked_sub(REST_DAYS)?;
        let is_known = known.get(from..=at)?.iter().all(|known| *known);
        let is_busy = busy.get(from..=at)?.iter().all(|busy| *busy);
        (is_known || is_busy).then_some(is_busy)
    });
    let mut all = vec![Presence {
        id: "overuse.no_rest_day",
        family: Family::Overuse,
        days: no_rest.collect(),
        share: 1.0,
    }];
    if !case.strength_days.is_empty() {
        all.push(Presence {
            id: "weakness.untrained",
            family: Family::Weakness,
            days: untrained(case, timeline),
            share: 1.0,
        });
    }
    all.extend(shoe_change(case, timeline));
    all
}

fn untrained(case: &Case<'_>, timeline: Timeline) -> Vec<Option<bool>> {
    let first = case.strength_days.first().copied().unwrap_or(timeline.first);
    (0..timeline.days)
        .map(|at| {
            let to = timeline.date(at);
            let window = Window::ending(to, i64::try_from(STRENGTH_DAYS).unwrap_or(56));
            let from = case.strength_days.partition_point(|date| *date < window.from);
            let until = case.strength_days.partition_point(|date| *date <= to);
            (window.from >= first).then(|| until.saturating_sub(from) < STRENGTH_LEAST)
        })
        .collect()
}

/// Six weeks from each change of shoe type; unknown before pairs are named.
fn shoe_change(case: &Case<'_>, timeline: Timeline) -> Option<Presence> {
    let first = case.rack.all_runs().iter().find(|run| run.pair.is_some())?.activity.local_date;
    let from = timeline.position(first).unwrap_or(0);
    let mut days: Vec<Option<bool>> = timeline.filled(Some(false));
    for day in days.iter_mut().take(from) {
        *day = None;
    }
    for date in recent_change::dates(case) {
        let Some(start) = timeline.position(date).filter(|start| *start > from) else { continue };
        for day in days.iter_mut().skip(start).take(CHANGE_DAYS) {
            *day = Some(true);
        }
    }
    Some(Presence { id: "footwear.recent_change", family: Family::Footwear, days, share: 1.0 })
}
