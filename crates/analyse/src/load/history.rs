//! A runner's history put together once: loads, running sessions, days.

use super::activity_load::{self, ActivityLoad};
use super::days::{self, DaySeries, days_between, plus_days};
use super::inputs::{self, Inputs};
use super::running_session::{self, RunningSession};
use super::spike::Spike;
use crate::order;
use kneewise_types::assessment::LoadDay;
use kneewise_types::{Activity, Date, History, Sport, Surface, Timestamp};
use std::collections::BTreeMap;

/// From this rating on a session is hard (clinical G.2, L6).
const HARD_RATING: f64 = 7.0;

/// With this much time above threshold a session is hard, s.
const HARD_S: f64 = 600.0;

/// Everything about load up to and including one day.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadHistory {
    pub inputs: Inputs,
    /// Loads of the activities, by their position in the history; `None` for those after the day asked.
    pub loads: Vec<Option<ActivityLoad>>,
    /// By start.
    pub sessions: Vec<RunningSession>,
    pub days: DaySeries,
}

/// Days without a run between two runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Break {
    /// First and last day without a run.
    pub from: Date,
    pub to: Date,
    pub days: u32,
}

/// How the distance of a range is spread over surfaces.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SurfaceShares {
    pub total_m: f64,
    /// Distance of which the surface is known.
    pub known_m: f64,
    /// Shares of the known distance, largest first.
    pub shares: Vec<(Surface, f64)>,
}

/// Puts a history together, as it stood at the end of a day.
#[must_use]
pub fn gather(history: &History, as_of: Date) -> LoadHistory {
    let inputs = inputs::estimate(history, as_of);
    let known: Vec<(usize, &Activity)> =
        history.activities.iter().enumerate().filter(|(_, a)| a.local_date <= as_of).collect();
    let activities: Vec<&Activity> = known.iter().map(|(_, activity)| *activity).collect();
    let mut loads = vec![None; history.activities.len()];
    for ((at, _), load) in known.iter().zip(activity_load::loads(&activities, &inputs)) {
        if let Some(slot) = loads.get_mut(*at) {
            *slot = Some(load);
        }
    }
    let mut sessions = running_session::join(history, as_of);
    for session in &mut sessions {
        judge(session, history, &loads);
    }
    let days = day_series(history, &loads, &sessions, as_of);
    running_session::compare_all(&mut sessions, |date| days.best_30(date));
    LoadHistory { inputs, loads, sessions, days }
}

/// Whether a session was hard; a rating or a threshold is enough to tell.
fn judge(session: &mut RunningSession, history: &History, loads: &[Option<ActivityLoad>]) {
    let activities = || session.activities.iter().filter_map(|at| history.activities.get(*at));
    let hard = || session.activities.iter().map(|at| loads.get(*at).copied().flatten()?.hard_s);
    let rating = activities().filter_map(inputs::rating).max_by(f64::total_cmp);
    let hard_s: Option<f64> = hard().sum();
    let is_long = hard().flatten().sum::<f64>() >= HARD_S;
    let is_rated_hard = rating.map(|points| points >= HARD_RATING);
    session.is_hard = match (is_rated_hard, hard_s) {
        _ if is_long => Some(true),
        (Some(is_hard), _) => Some(is_hard),
        (None, Some(_)) => Some(false),
        (None, None) => None,
    };
    session.hard_s = hard_s;
}

fn day_series(
    history: &History,
    loads: &[Option<ActivityLoad>],
    sessions: &[RunningSession],
    as_of: Date,
) -> DaySeries {
    let Some(first) = history.activities.iter().map(|a| a.local_date).filter(|date| *date <= as_of).min()
    else {
        return DaySeries::default();
    };
    let dates: Vec<Date> = days::dates(first, as_of).collect();
    let Some(first) = dates.first().copied() else { return DaySeries::default() };
    let position = |date: Date| usize::try_from(days_between(first, date)).ok();
    let silent = days::silent_days(&entered(history, dates.len(), position));
    let mut series: Vec<LoadDay> = dates.into_iter().map(rest_day).collect();
    for (activity, load) in in_order(history, loads) {
        if let Some(day) = position(activity.local_date).and_then(|at| series.get_mut(at)) {
            add_activity(day, activity, &load);
        }
    }
    for session in sessions {
        if let Some(day) = position(session.date).and_then(|at| series.get_mut(at)) {
            add_session(day, session);
        }
    }
    for (day, _) in series.iter_mut().zip(silent).filter(|(_, is_silent)| *is_silent) {
        *day = unknown_day(day.date);
    }
    DaySeries::new(series)
}

/// INVARIANT: sums in one order, whatever the order of the activities.
fn in_order<'a>(history: &'a History, loads: &[Option<ActivityLoad>]) -> Vec<(&'a Activity, ActivityLoad)> {
    let mut all: Vec<(&Activity, ActivityLoad)> =
        history.activities.iter().zip(loads).filter_map(|(a, load)| Some((a, (*load)?))).collect();
    order::sort_by(&mut all, |(a, _), (b, _)| (a.start, &a.id).cmp(&(b.start, &b.id)));
    all
}

/// Days with anything entered or recorded.
fn entered(history: &History, days: usize, position: impl Fn(Date) -> Option<usize>) -> Vec<bool> {
    let mut entered = vec![false; days];
    let dates = (history.activities.iter().map(|entry| entry.local_date))
        .chain(history.symptoms.iter().map(|entry| entry.date))
        .chain(history.wellness.iter().map(|entry| entry.date))
        .chain(history.strength.iter().map(|entry| entry.date))
        .chain(history.tests.iter().map(|entry| entry.date));
    for date in dates {
        if let Some(day) = position(date).and_then(|at| entered.get_mut(at)) {
            *day = true;
        }
    }
    entered
}

fn rest_day(date: Date) -> LoadDay {
    LoadDay {
        date,
        running_distance_m: Some(0.0),
        running_duration_s: Some(0.0),
        session_rpe_load: Some(0.0),
        trimp: Some(0.0),
        longest_session_m: None,
        best_30_days_m: None,
        hard_s: Some(0.0),
        descent_m: Some(0.0),
        is_session_rpe_imputed: false,
        threshold_trimp: Some(0.0),
        edwards: Some(0.0),
        run_stress: Some(0.0),
    }
}

fn unknown_day(date: Date) -> LoadDay {
    LoadDay {
        running_distance_m: None,
        running_duration_s: None,
        session_rpe_load: None,
        trimp: None,
        hard_s: None,
        descent_m: None,
        threshold_trimp: None,
        edwards: None,
        run_stress: None,
        ..rest_day(date)
    }
}

/// A run without a value makes the day's sum unknown; another sport without one adds nothing.
fn add(total: &mut Option<f64>, value: Option<f64>, is_run: bool) {
    *total = match (*total, value) {
        (Some(total), Some(value)) => Some(total + value),
        (total, None) if !is_run => total,
        _ => None,
    };
}

fn add_activity(day: &mut LoadDay, activity: &Activity, load: &ActivityLoad) {
    let is_run = activity.sport.is_running();
    add(&mut day.session_rpe_load, load.session_rpe_load, is_run);
    add(&mut day.trimp, load.trimp, is_run);
    add(&mut day.threshold_trimp, load.threshold_trimp, is_run);
    add(&mut day.edwards, load.edwards, is_run);
    day.is_session_rpe_imputed |= load.is_session_rpe_imputed;
    if is_run {
        add(&mut day.run_stress, load.run_stress, true);
        add(&mut day.hard_s, load.hard_s, true);
        add(&mut day.descent_m, load.descent_m, true);
    }
}

fn add_session(day: &mut LoadDay, session: &RunningSession) {
    // A run without a distance still shows that recording works: it adds nothing to the sum.
    add(&mut day.running_distance_m, session.distance_m, false);
    add(&mut day.running_duration_s, Some(session.duration_s), true);
    if let Some(distance_m) = session.distance_m {
        day.longest_session_m = Some(day.longest_session_m.map_or(distance_m, |best| best.max(distance_m)));
    }
}

impl LoadHistory {
    /// Sessions that started on the days of a range.
    pub fn sessions_between(&self, from: Date, to: Date) -> impl Iterator<Item = &RunningSession> {
        self.sessions.iter().filter(move |session| (from..=to).contains(&session.date))
    }

    /// The session that went furthest beyond its reference, with the ratio; the latest of equals.
    #[must_use]
    pub fn largest_spike(&self, from: Date, to: Date) -> Option<(&RunningSession, f64)> {
        self.sessions_between(from, to)
            .filter_map(|session| match session.spike {
                Spike::Compared { ratio, .. } => Some((session, ratio)),
                Spike::UnknownDistance | Spike::NoReference => None,
            })
            .max_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// Neighbouring hard sessions that started closer together than some hours, by their days.
    #[must_use]
    pub fn hard_pairs(&self, from: Date, to: Date, within_h: f64) -> Vec<(Date, Date)> {
        let hard: Vec<&RunningSession> =
            self.sessions_between(from, to).filter(|session| session.is_hard == Some(true)).collect();
        hard.windows(2)
            .filter_map(|pair| match pair {
                [a, b] if hours_between(a, b) < within_h => Some((a.date, b.date)),
                _ => None,
            })
            .collect()
    }

    /// Share of the time of a range's sessions in which hard could be told from not hard; 1 without sessions.
    #[must_use]
    pub fn hard_known_share(&self, from: Date, to: Date) -> f64 {
        let (known, all) = self.sessions_between(from, to).fold((0.0, 0.0), |(known, all), session| {
            let told = if session.is_hard.is_some() { session.duration_s } else { 0.0 };
            (known + told, all + session.duration_s)
        });
        if all > 0.0 { known / all } else { 1.0 }
    }

    /// Breaks of some days or more that were ended by a run, their last day in a range.
    #[must_use]
    pub fn breaks(&self, from: Date, to: Date, min_days: u32) -> Vec<Break> {
        let mut dates: Vec<Date> = self.sessions.iter().map(|session| session.date).collect();
        order::sort(&mut dates);
        dates
            .windows(2)
            .filter_map(|pair| {
                let [before, after] = pair else { return None };
                let days = u32::try_from(days_between(*before, *after) - 1).ok()?;
                let pause = Break { from: plus_days(*before, 1), to: plus_days(*after, -1), days };
                (days >= min_days.max(1) && (from..=to).contains(&pause.to)).then_some(pause)
            })
            .collect()
    }

    /// How the running distance of a range is spread over surfaces.
    #[must_use]
    pub fn surface_shares(&self, history: &History, from: Date, to: Date) -> SurfaceShares {
        let mut by: BTreeMap<Surface, f64> = BTreeMap::new();
        let mut total_m = 0.0;
        let runs = history.activities.iter().zip(&self.loads).filter(|(activity, load)| {
            load.is_some() && activity.sport.is_running() && (from..=to).contains(&activity.local_date)
        });
        for (activity, _) in runs {
            let metres = running_session::whole_distance_m(activity).unwrap_or(0.0);
            total_m += metres;
            if let Some(surface) = surface_of(activity) {
                *by.entry(surface).or_default() += metres;
            }
        }
        let known_m: f64 = by.values().sum();
        let mut shares: Vec<(Surface, f64)> =
            by.into_iter().filter(|_| known_m > 0.0).map(|(surface, m)| (surface, m / known_m)).collect();
        order::sort_by(&mut shares, |a, b| b.1.total_cmp(&a.1));
        SurfaceShares { total_m, known_m, shares }
    }
}

/// The surface as told, else as the sport implies.
pub(crate) fn surface_of(activity: &Activity) -> Option<Surface> {
    activity.surface.or(match activity.sport {
        Sport::TrailRun => Some(Surface::Trail),
        Sport::TreadmillRun => Some(Surface::Treadmill),
        _ => None,
    })
}

/// Hours between two starts; where only a day is known, between the days.
fn hours_between(a: &RunningSession, b: &RunningSession) -> f64 {
    let hours = |from: Timestamp, to: Timestamp| (to.as_second() - from.as_second()) as f64 / 3600.0;
    if a.is_start_exact && b.is_start_exact {
        hours(a.start, b.start)
    } else {
        days_between(a.date, b.date) as f64 * 24.0
    }
}
