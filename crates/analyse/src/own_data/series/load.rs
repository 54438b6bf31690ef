//! Exposures of load: spikes, weeks, hills, speed, hard days, returns, surfaces.
//!
//! Source of the spike: `S75`, grade B; of the week: `nielsen2014`, C; everything else `rule`, D.

use super::rolling;
use super::{Series, presence};
use crate::calendar::add_days;
use crate::causes::case::Case;
use crate::load::monotony;
use crate::load::week_change::week_change;
use crate::load::{RunningSession, Spike, SpikeState};
use crate::order;
use crate::own_data::timeline::Timeline;
use kneewise_types::Surface;
use kneewise_types::assessment::LoadDay;
use kneewise_types::own_data::Exposure;

const WEEK: usize = 7;
/// Weeks that a new week is compared with (clinical text G.2, L4).
const WEEKS_BEFORE: usize = 8;
const NEW_HARD_S: f64 = 600.0;
const NEW_DESCENT_M: f64 = 100.0;
const TWICE: f64 = 2.0;
/// A break of so many days, a return within so many, above this share of the old week (clinical text G.2, L5).
const BREAK_DAYS: i64 = 14;
const RETURN_DAYS: i64 = 21;
const OLD_DAYS: i64 = 56;
const RETURN_SHARE: f64 = 0.5;
const CLOSE_H: f64 = 48.0;
/// A surface rarer than this share of the distance of 56 days is unusual (clinical text G.2, L7).
const RARE_SHARE: f64 = 0.2;

pub(super) fn series(case: &Case<'_>, timeline: Timeline) -> Vec<Series> {
    let days = case.load.days.days();
    let of = |get: fn(&LoadDay) -> Option<f64>| -> Vec<Option<f64>> { days.iter().map(get).collect() };
    let distance = of(|day| day.running_distance_m);
    let hard = of(|day| day.hard_s);
    let descent = of(|day| day.descent_m);
    let rated = of(|day| day.session_rpe_load.filter(|_| !day.is_session_rpe_imputed));
    vec![
        Series::new(Exposure::SessionSpike, spikes(case, timeline)),
        Series::new(Exposure::WeekChange, week_changes(&distance)),
        Series::new(Exposure::HardShare, of(hard_share)),
        Series::new(Exposure::Monotony, monotonies(&rated)),
        Series::new(Exposure::SessionRpeLoad, rated),
        Series::new(Exposure::NewTerrainOrSpeed, new_terrain_or_speed(&hard, &descent)),
        Series::new(Exposure::Descent, descent),
        Series::new(Exposure::RapidReturn, rapid_return(case, timeline, &distance)),
        Series::new(Exposure::HardDaysClose, hard_days_close(case, timeline)),
        Series::new(Exposure::UnusualSurface, unusual_surface(case, timeline)),
    ]
}

/// 1 on the day of a spike; missing where a run has no distance, or nothing to be compared with.
fn spikes(case: &Case<'_>, timeline: Timeline) -> Vec<Option<f64>> {
    by_session(case, timeline, |session| match session.spike {
        Spike::Compared { state, .. } => Some(presence(state != SpikeState::RegressionOrSmall)),
        Spike::UnknownDistance | Spike::NoReference => None,
    })
}

/// The largest of a day's sessions, 0 on known rest days; missing when a session of the day cannot be told.
fn by_session(
    case: &Case<'_>,
    timeline: Timeline,
    tell: impl Fn(&RunningSession) -> Option<f64>,
) -> Vec<Option<f64>> {
    let mut values: Vec<Option<f64>> = known(case);
    let mut told: Vec<Option<Option<f64>>> = timeline.filled(None);
    for session in &case.load.sessions {
        let Some(day) = timeline.position(session.date).and_then(|at| told.get_mut(at)) else { continue };
        let value = tell(session);
        *day = Some(match (*day, value) {
            (Some(Some(largest)), Some(value)) => Some(largest.max(value)),
            (Some(None), _) | (_, None) => None,
            (None, value) => value,
        });
    }
    for (value, told) in values.iter_mut().zip(told) {
        if let Some(told) = told {
            *value = told;
        }
    }
    values
}

/// 0 on every day whose recording is known.
fn known(case: &Case<'_>) -> Vec<Option<f64>> {
    case.load.days.days().iter().map(|day| day.running_distance_m.map(|_| 0.0)).collect()
}

fn week_changes(distance: &[Option<f64>]) -> Vec<Option<f64>> {
    let weeks = rolling::sum(distance, WEEK, WEEK);
    let before = std::iter::repeat_n(None, WEEK).chain(weeks.iter().copied());
    weeks.iter().zip(before).map(|(week, before)| week_change((*week)?, before?)).collect()
}

fn hard_share(day: &LoadDay) -> Option<f64> {
    let (hard_s, running_s) = (day.hard_s?, day.running_duration_s?);
    Some(if running_s > 0.0 { (hard_s / running_s).min(1.0) } else { 0.0 })
}

fn monotonies(rated: &[Option<f64>]) -> Vec<Option<f64>> {
    let mut out = vec![None; rated.len().min(WEEK - 1)];
    out.extend(rated.windows(WEEK).map(|days| {
        let mut week = [0.0; WEEK];
        for (slot, day) in week.iter_mut().zip(days) {
            *slot = (*day)?;
        }
        monotony::of_week(&week).map(|told| told.monotony)
    }));
    out
}

fn new_terrain_or_speed(hard: &[Option<f64>], descent: &[Option<f64>]) -> Vec<Option<f64>> {
    let (fast, down) = (is_new(hard, NEW_HARD_S), is_new(descent, NEW_DESCENT_M));
    let either = fast.iter().zip(&down).map(|both| match both {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), Some(false)) => Some(false),
        _ => None,
    });
    either.map(|is_new| is_new.map(presence)).collect()
}

/// New speed and new descent, day by day.
pub(super) fn new_speed_and_descent(case: &Case<'_>) -> (Vec<Option<bool>>, Vec<Option<bool>>) {
    let days = case.load.days.days();
    let hard: Vec<Option<f64>> = days.iter().map(|day| day.hard_s).collect();
    let descent: Vec<Option<f64>> = days.iter().map(|day| day.descent_m).collect();
    (is_new(&hard, NEW_HARD_S), is_new(&descent, NEW_DESCENT_M))
}

/// Metres run on each day by surface, the unknown last.
pub(super) fn surface_metres(case: &Case<'_>, timeline: Timeline) -> Vec<[f64; 6]> {
    let mut days = timeline.filled([0.0; 6]);
    for activity in case.history.activities.iter().filter(|activity| activity.sport.is_running()) {
        let metres = crate::load::whole_distance_m(activity).unwrap_or(0.0);
        let surface = crate::load::surface_of(activity);
        let slot =
            surface.and_then(|surface| Surface::ALL.iter().position(|known| *known == surface)).unwrap_or(5);
        let day = timeline.position(activity.local_date).and_then(|at| days.get_mut(at));
        if let Some(sum) = day.and_then(|day| day.get_mut(slot)) {
            *sum += metres;
        }
    }
    days
}

/// Whether the week that ends with a day has the least amount, and twice that of each of the eight weeks before it.
fn is_new(values: &[Option<f64>], least: f64) -> Vec<Option<bool>> {
    let weeks = rolling::sum(values, WEEK, WEEK);
    let highest_before = |at: usize| {
        let mut ends =
            (1..=WEEKS_BEFORE).map(|week| at.checked_sub(week * WEEK).and_then(|end| *weeks.get(end)?));
        ends.try_fold(0.0, |highest: f64, week| week.map(|week| highest.max(week)))
    };
    weeks
        .iter()
        .enumerate()
        .map(|(at, week)| {
            let (week, before) = ((*week)?, highest_before(at)?);
            Some(week >= least && week >= TWICE * before)
        })
        .collect()
}

/// 1 while a break of 14 days or more ended within 21 days and the last week is above half of the old one.
fn rapid_return(case: &Case<'_>, timeline: Timeline, distance: &[Option<f64>]) -> Vec<Option<f64>> {
    let weeks = rolling::sum(distance, WEEK, WEEK);
    let mut values: Vec<Option<f64>> = known(case);
    let last = timeline.date(timeline.days.saturating_sub(1));
    for pause in case.load.breaks(timeline.first, last, u32::try_from(BREAK_DAYS).unwrap_or(14)) {
        let old_to = add_days(pause.from, -1);
        let old_from = add_days(pause.from, -OLD_DAYS);
        let is_told = i64::from(case.load.days.known_days(old_from, old_to)) * 5 >= OLD_DAYS * 4;
        let old_week_m = case.load.days.distance_m(old_from, old_to) / 8.0;
        let back = add_days(pause.to, 1);
        let in_return = (0..RETURN_DAYS).filter_map(|day| timeline.position(add_days(back, day)));
        for at in in_return {
            if let (Some(value), Some(week)) = (values.get_mut(at), weeks.get(at)) {
                *value = week
                    .filter(|_| is_told && old_week_m > 0.0)
                    .map(|week| presence(week > RETURN_SHARE * old_week_m));
            }
        }
    }
    values
}

/// 1 on the day of the second of two hard sessions less than 48 h apart.
fn hard_days_close(case: &Case<'_>, timeline: Timeline) -> Vec<Option<f64>> {
    let mut values = by_session(case, timeline, |session| session.is_hard.map(|_| 0.0));
    let last = timeline.date(timeline.days.saturating_sub(1));
    for (_, second) in case.load.hard_pairs(timeline.first, last, CLOSE_H) {
        if let Some(value) = timeline.position(second).and_then(|at| values.get_mut(at)) {
            *value = Some(1.0);
        }
    }
    values
}

/// 1 on the day of a run on a surface that made less than a fifth of the known distance of the 56 days before.
fn unusual_surface(case: &Case<'_>, timeline: Timeline) -> Vec<Option<f64>> {
    let mut values: Vec<Option<f64>> = known(case);
    let mut runs: Vec<(usize, Option<Surface>, f64)> = case
        .history
        .activities
        .iter()
        .filter(|activity| activity.sport.is_running())
        .filter_map(|activity| {
            let at = timeline.position(activity.local_date)?;
            Some((
                at,
                crate::load::surface_of(activity),
                crate::load::whole_distance_m(activity).unwrap_or(0.0),
            ))
        })
        .collect();
    order::sort_by(&mut runs, |a, b| (a.0, a.1).cmp(&(b.0, b.1)).then(a.2.total_cmp(&b.2)));
    let old_days = usize::try_from(OLD_DAYS).unwrap_or(56);
    for (n, (at, surface, _)) in runs.iter().enumerate() {
        let before = runs.get(..n).unwrap_or(&[]);
        let recent = before.iter().rev().take_while(|run| run.0 + old_days >= *at).filter(|run| run.0 < *at);
        let (mut same, mut named, mut all) = (0.0, 0.0, 0.0);
        for (_, other, metres) in recent {
            all += metres;
            named += if other.is_some() { *metres } else { 0.0 };
            same += if other == surface { *metres } else { 0.0 };
        }
        let is_told = surface.is_some() && all > 0.0 && named >= 0.8 * all;
        let Some(value) = values.get_mut(*at) else { continue };
        let is_rare = same < RARE_SHARE * named;
        *value = match (*value, is_told) {
            (_, false) => None,
            (Some(seen), true) => Some(seen.max(presence(is_rare))),
            (None, true) => None,
        };
    }
    values
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_change_of_a_week_spans_two() {
        let mut distance = vec![Some(24_000.0 / 7.0); 7];
        distance.extend([Some(30_000.0 / 7.0); 7]);
        let changes = week_changes(&distance);
        assert!(changes[..13].iter().all(Option::is_none));
        assert!((changes[13].unwrap() - 0.25).abs() < 1e-9);
    }

    #[test]
    fn a_week_of_hills_is_new_when_it_doubles_the_highest() {
        let mut descent = vec![Some(10.0); 57];
        descent.extend([Some(20.0); 7]);
        let new = is_new(&descent, NEW_DESCENT_M);
        assert_eq!(new[63], Some(true));
        assert_eq!(new[62], Some(false));
        assert_eq!(new[61], None, "only seven weeks before it");
        descent[60] = None;
        assert_eq!(is_new(&descent, NEW_DESCENT_M)[63], None);
    }

    #[test]
    fn one_rated_week_has_a_monotony() {
        let week = [0.0, 300.0, 0.0, 400.0, 0.0, 200.0, 600.0].map(Some);
        let told = monotonies(&week);
        assert!((told[6].unwrap() - 0.91570).abs() < 1e-3);
        assert!(told[..6].iter().all(Option::is_none));
    }
}
