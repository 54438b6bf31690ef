//! Running sessions: what the runner would call one run.
//!
//! What: activities of the running sports with less than 60 min between the end of one and the start of the next
//!   are one session, their distances added; a pause of an hour or more inside one activity parts it in two.
//! Units: m, s, local days.
//! Source: load text A0 and C1 (`rule`).
//! Grade: D.
//! Limits: an activity of which only the day is known cannot be joined with others.
//! Says nothing: a session without any distance keeps `None`.

use super::spike::{self, Best, Spike};
use crate::order;
use kneewise_types::{Activity, Date, Evidence, Grade, History, Timestamp, local_date};

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

/// From this pause on, what follows is another session, ms.
const SESSION_PAUSE_MS: i64 = 60 * 60 * 1000;

/// One run, however many recordings it is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct RunningSession {
    pub start: Timestamp,
    pub end: Timestamp,
    /// False when only the day is known.
    pub is_start_exact: bool,
    /// Local day of the start.
    pub date: Date,
    /// Positions of its activities in the history.
    pub activities: Vec<usize>,
    /// All distance, walked and run; `None` when none of its activities has one.
    pub distance_m: Option<f64>,
    pub duration_s: f64,
    /// Against the longest session of the 30 days before.
    pub spike: Spike,
    /// Whether it was hard; `None` when neither a rating nor a threshold could tell.
    pub is_hard: Option<bool>,
    /// Time above threshold.
    pub hard_s: Option<f64>,
}

/// All running sessions that started on or before a day, by start, not yet compared with each other.
pub(super) fn join(history: &History, as_of: Date) -> Vec<RunningSession> {
    let mut pieces: Vec<RunningSession> = Vec::with_capacity(history.activities.len());
    for (at, activity) in history.activities.iter().enumerate() {
        if activity.sport.is_running() && activity.local_date <= as_of {
            push_pieces(&mut pieces, at, activity);
        }
    }
    pieces.retain(|piece| piece.date <= as_of);
    // INVARIANT: the order does not depend on the order of the activities.
    order::sort_by(&mut pieces, |a, b| order(history, a).cmp(&order(history, b)));
    let (exact, day_only): (Vec<_>, Vec<_>) = pieces.into_iter().partition(|piece| piece.is_start_exact);
    let mut sessions = exact.into_iter().fold(Vec::new(), append_or_join);
    sessions.extend(day_only);
    order::sort_by(&mut sessions, |a, b| order(history, a).cmp(&order(history, b)));
    sessions
}

fn order<'a>(history: &'a History, piece: &RunningSession) -> (Timestamp, Timestamp, Option<&'a str>) {
    let first = piece.activities.first().and_then(|at| history.activities.get(*at));
    (piece.start, piece.end, first.map(|activity| activity.id.0.as_str()))
}

fn push_pieces(pieces: &mut Vec<RunningSession>, at: usize, activity: &Activity) {
    let whole = whole_distance_m(activity);
    let parts = activity.digest.as_ref().map_or(&[][..], |digest| &digest.parts);
    let in_parts: f64 = parts.iter().map(|part| part.distance_m).sum();
    if parts.is_empty() {
        let duration_s = activity.duration().as_s();
        pieces.push(piece(at, activity, (0.0, activity.elapsed.as_s().max(duration_s)), (whole, duration_s)));
    }
    for part in parts {
        // What the device counted in all wins over what the samples come to.
        let scale = if in_parts > 0.0 { whole.map_or(1.0, |whole| whole / in_parts) } else { 1.0 };
        let content = (Some(part.distance_m * scale), part.to_s - part.from_s);
        pieces.push(piece(at, activity, (part.from_s, part.to_s), content));
    }
}

fn piece(
    at: usize,
    activity: &Activity,
    (from_s, to_s): (f64, f64),
    (distance_m, duration_s): (Option<f64>, f64),
) -> RunningSession {
    let start = later(activity.start, from_s);
    let date = if from_s > 0.0 { local_date(start, activity.utc_offset_s) } else { activity.local_date };
    RunningSession {
        start,
        end: later(activity.start, to_s),
        is_start_exact: activity.is_start_exact,
        date,
        activities: vec![at],
        distance_m,
        duration_s,
        spike: Spike::UnknownDistance,
        is_hard: None,
        hard_s: None,
    }
}

fn later(start: Timestamp, seconds: f64) -> Timestamp {
    jiff::SignedDuration::try_from_secs_f64(seconds)
        .ok()
        .and_then(|span| start.checked_add(span).ok())
        .unwrap_or(start)
}

/// Distance of an activity: as the source gives it, else what its samples come to.
pub(crate) fn whole_distance_m(activity: &Activity) -> Option<f64> {
    let sampled = || activity.digest.as_ref().map(|digest| digest.running_m + digest.walking_m);
    activity.distance.map(|distance| distance.as_m()).or_else(|| sampled().filter(|metres| *metres > 0.0))
}

fn append_or_join(mut sessions: Vec<RunningSession>, next: RunningSession) -> Vec<RunningSession> {
    match sessions.last_mut() {
        Some(last) if next.start.as_millisecond() - last.end.as_millisecond() < SESSION_PAUSE_MS => {
            last.end = last.end.max(next.end);
            last.distance_m = match (last.distance_m, next.distance_m) {
                (Some(a), Some(b)) => Some(a + b),
                (a, b) => a.or(b),
            };
            last.duration_s += next.duration_s;
            last.activities.extend(next.activities);
        }
        _ => sessions.push(next),
    }
    sessions
}

/// Compares each session with the longest of the days before its own; `best_30` tells the longest before a day.
pub(super) fn compare_all(sessions: &mut [RunningSession], best_30: impl Fn(Date) -> Option<Best>) {
    for session in sessions {
        session.spike = spike::compare(session.distance_m, best_30(session.date));
    }
}
