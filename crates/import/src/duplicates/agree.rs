//! When two sources tell of one outing. Names of files say nothing; start, duration, distance and sport do.

use kneewise_types::{Activity, OffsetOrigin, Quality, SourceKind, Sport};

/// Two clocks of one start: button presses, and what programs round or cut away, s.
pub(super) const START_S: f64 = 90.0;
/// The start as a runner remembers it, s.
pub(super) const REMEMBERED_START_S: f64 = 1_800.0;
/// Farthest two zones lie apart, s.
pub(super) const ZONES_S: f64 = 26.0 * 3_600.0;
/// Zones differ by multiples of a quarter of an hour.
const ZONE_STEP_S: f64 = 900.0;
/// A whole file and one of the same watch that broke off begin at the same instant, s.
const BROKEN_START_S: f64 = 5.0;

/// How well two sources agree: smaller is better, compared in order.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub(super) struct Distance {
    start_s: f64,
    duration_s: f64,
    distance_m: f64,
}

/// Two recordings or summaries with a known start.
pub(super) fn timed(a: &Activity, b: &Activity) -> Option<Distance> {
    let start_s = start_difference_s(a, b);
    if !is_same_kind_of_sport(a.sport, b.sport) {
        return None;
    }
    if start_s > START_S {
        return in_another_zone(a, b, start_s);
    }
    if let Some(found) = broken_off(a, b, start_s) {
        return Some(found);
    }
    agreed(a, b, Tolerance { duration_s: 30.0, duration: 0.03, distance_m: 100.0, distance: 0.05 }, start_s)
}

/// The same outing with its local time taken for UTC: only when nearly everything else is equal.
fn in_another_zone(a: &Activity, b: &Activity, start_s: f64) -> Option<Distance> {
    let is_uncertain = [a, b].iter().any(|activity| activity.offset_origin == OffsetOrigin::Assumed);
    let from_step_s = (start_s / ZONE_STEP_S).round().mul_add(-ZONE_STEP_S, start_s).abs();
    if !is_uncertain || start_s > ZONES_S || from_step_s > 2.0 || a.distance.is_none() || b.distance.is_none()
    {
        return None;
    }
    agreed(a, b, Tolerance { duration_s: 2.0, duration: 0.0, distance_m: 0.0, distance: 0.005 }, start_s)
}

/// One of the two broke off, so only the start can agree.
fn broken_off(a: &Activity, b: &Activity, start_s: f64) -> Option<Distance> {
    let is_broken =
        |activity: &Activity| activity.quality.iter().any(|flag| matches!(flag, Quality::Truncated { .. }));
    let is_shorter = |a: &Activity, b: &Activity| is_broken(a) && a.elapsed.as_s() <= b.elapsed.as_s() + 30.0;
    let fits = start_s <= BROKEN_START_S && (is_shorter(a, b) || is_shorter(b, a));
    fits.then_some(Distance { start_s, duration_s: 0.0, distance_m: 0.0 })
}

/// A log row and a recording, or two rows of different logs.
pub(super) fn logged(a: &Activity, b: &Activity) -> Option<Distance> {
    if a.local_date != b.local_date || !is_same_kind_of_sport(a.sport, b.sport) {
        return None;
    }
    let is_timed = a.is_start_exact && b.is_start_exact;
    let start_s = if is_timed { start_difference_s(a, b) } else { 0.0 };
    if start_s > REMEMBERED_START_S {
        return None;
    }
    let both_logs = is_log(a) && is_log(b);
    let tolerance = if both_logs {
        Tolerance { duration_s: 1.0, duration: 0.0, distance_m: 10.0, distance: 0.0 }
    } else {
        Tolerance { duration_s: 120.0, duration: 0.05, distance_m: 0.0, distance: 0.05 }
    };
    if both_logs && (a.is_start_exact != b.is_start_exact || a.sport != b.sport) {
        return None;
    }
    agreed(a, b, tolerance, start_s)
}

/// Whether a source is a log line of the runner.
pub(super) fn is_log(activity: &Activity) -> bool {
    activity.sources.iter().all(|source| source.kind == SourceKind::Log)
}

pub(super) fn start_difference_s(a: &Activity, b: &Activity) -> f64 {
    a.start.duration_since(b.start).as_secs_f64().abs()
}

/// The larger of the absolute and the relative part counts.
#[derive(Debug, Clone, Copy)]
struct Tolerance {
    duration_s: f64,
    duration: f64,
    distance_m: f64,
    distance: f64,
}

fn agreed(a: &Activity, b: &Activity, tolerance: Tolerance, start_s: f64) -> Option<Distance> {
    let (duration_s, longer_s) = duration_difference_s(a, b);
    if duration_s > tolerance.duration_s.max(tolerance.duration * longer_s) {
        return None;
    }
    let distance_m = match (a.distance, b.distance) {
        (Some(a), Some(b)) => {
            let (a, b) = (a.as_m(), b.as_m());
            let difference_m = (a - b).abs();
            if difference_m > tolerance.distance_m.max(tolerance.distance * a.max(b)) {
                return None;
            }
            difference_m
        }
        _ => 0.0,
    };
    Some(Distance { start_s, duration_s, distance_m })
}

/// The smallest difference between any duration of the one and any of the other, and the longer of that pair:
/// one program shows elapsed time, another timer or moving time.
fn duration_difference_s(a: &Activity, b: &Activity) -> (f64, f64) {
    let all = |activity: &Activity| {
        [Some(activity.elapsed), activity.timer, activity.moving].map(|time| time.map(|time| time.as_s()))
    };
    let mut best = (f64::INFINITY, 0.0);
    for a_s in all(a).into_iter().flatten() {
        for b_s in all(b).into_iter().flatten() {
            let difference_s = (a_s - b_s).abs();
            if difference_s < best.0 {
                best = (difference_s, a_s.max(b_s));
            }
        }
    }
    best
}

/// Runs of any kind, walks and hikes; a sport the source could not name fits all.
fn is_same_kind_of_sport(a: Sport, b: Sport) -> bool {
    a == Sport::Other || b == Sport::Other || kind_of_sport(a) == kind_of_sport(b)
}

/// The plain sport of its kind.
pub(super) const fn kind_of_sport(sport: Sport) -> Sport {
    match sport {
        Sport::TrailRun | Sport::TreadmillRun => Sport::Run,
        Sport::Hike => Sport::Walk,
        sport => sport,
    }
}
