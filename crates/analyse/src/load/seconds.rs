//! Samples laid out second by second, which every sample metric works on.
//!
//! A sample stands for the seconds up to the next one, at most 30 [choice]; over a gap of more than 5 s its speed is the
//! mean over the gap. Pauses and longer gaps are absent, not stopped. Two samples in one second: the last counts,
//! the one before fills what it lacks.

use super::motion::{Motion, classify};
use crate::order;
use kneewise_types::{Activity, Column, Pause, Samples, Sport};
use std::borrow::Cow;

/// No sample stands for longer than this, s.
const LONGEST_HOLD_S: usize = 30;

/// Over longer gaps the speed is the mean over the gap, s.
const SHORTEST_GAP_S: f64 = 5.0;

/// Faster than any runner: a position that jumped, m/s.
const FASTEST_MPS: f64 = 12.5;

/// Longer silences take up no more room than this, s; no window of a metric is longer.
const LONGEST_SILENCE_S: usize = 3600;

const EARTH_RADIUS_M: f64 = 6_371_008.8;

/// One second of an activity.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Second {
    pub(crate) motion: Motion,
    pub(crate) speed_mps: f32,
    pub(crate) heart_rate_bpm: Option<f32>,
    pub(crate) cadence_spm: Option<f32>,
    /// Distance since the start.
    pub(crate) distance_m: f64,
    /// Seconds since the start; 0 where absent.
    pub(crate) at_s: u32,
}

/// Lays samples out; the second vector holds the distance at each sample.
pub(super) fn lay_out(activity: &Activity, samples: &Samples) -> (Vec<Second>, Vec<f64>) {
    let is_on_foot = activity.sport.is_running() || matches!(activity.sport, Sport::Walk | Sport::Hike);
    let counted = counted_distance(samples);
    let mut pauses = activity.pauses.clone();
    order::sort_by(&mut pauses, |a, b| a.from.as_s().total_cmp(&b.from.as_s()));
    let mut layout = Layout {
        seconds: Vec::with_capacity(samples.len() + samples.len() / 8),
        skipped_s: 0,
        total_m: 0.0,
        pauses: &pauses,
    };
    let mut distances = Vec::with_capacity(samples.len());
    let mut pending = Values::default();
    for (at, time_ms) in samples.time_ms.iter().enumerate() {
        let next_ms = samples.time_ms.get(at + 1).copied().unwrap_or(time_ms.saturating_add(1000));
        let (from_s, to_s) = (whole_seconds(*time_ms), whole_seconds(next_ms));
        let values = Values {
            speed_mps: speed_mps(samples, counted.as_deref(), at)
                .filter(|_| is_on_foot)
                .or(pending.speed_mps),
            heart_rate_bpm: samples.heart_rate_bpm.get(at).or(pending.heart_rate_bpm),
            cadence_spm: samples.cadence_spm.get(at).or(pending.cadence_spm),
        };
        distances.push(layout.total_m);
        layout.put(values.second(is_on_foot), from_s, to_s);
        pending = if from_s == to_s { values } else { Values::default() };
    }
    (layout.seconds, distances)
}

/// What one sample says, and what an earlier one of the same second left for it.
#[derive(Debug, Clone, Copy, Default)]
struct Values {
    speed_mps: Option<f32>,
    heart_rate_bpm: Option<f32>,
    cadence_spm: Option<f32>,
}

impl Values {
    fn second(self, is_on_foot: bool) -> Second {
        Second {
            motion: if is_on_foot { classify(self.speed_mps, self.cadence_spm) } else { Motion::Absent },
            speed_mps: self.speed_mps.unwrap_or(0.0),
            heart_rate_bpm: self.heart_rate_bpm,
            cadence_spm: self.cadence_spm,
            ..Second::default()
        }
    }
}

struct Layout<'a> {
    seconds: Vec<Second>,
    skipped_s: usize,
    total_m: f64,
    pauses: &'a [Pause],
}

impl Layout<'_> {
    fn put(&mut self, second: Second, from_s: usize, to_s: usize) {
        let start = from_s.saturating_sub(self.skipped_s);
        if start > self.seconds.len() + LONGEST_SILENCE_S {
            self.skipped_s += start - self.seconds.len() - LONGEST_SILENCE_S;
        }
        let start = from_s.saturating_sub(self.skipped_s);
        let absent = Second { distance_m: self.total_m, ..Second::default() };
        if start > self.seconds.len() {
            self.seconds.resize(start, absent);
        }
        for s in from_s..to_s.min(from_s + LONGEST_HOLD_S) {
            if self.is_paused(s) {
                self.seconds.push(Second { distance_m: self.total_m, ..Second::default() });
            } else {
                if second.motion != Motion::Stopped {
                    self.total_m += f64::from(second.speed_mps);
                }
                self.seconds.push(Second {
                    distance_m: self.total_m,
                    at_s: u32::try_from(s).unwrap_or(u32::MAX),
                    ..second
                });
            }
        }
    }

    fn is_paused(&mut self, second: usize) -> bool {
        let s = second as f64;
        while let Some((first, rest)) = self.pauses.split_first()
            && first.to.as_s() <= s
        {
            self.pauses = rest;
        }
        self.pauses.first().is_some_and(|pause| pause.from.as_s() <= s)
    }
}

fn whole_seconds(time_ms: u32) -> usize {
    usize::try_from((u64::from(time_ms) + 500) / 1000).unwrap_or(usize::MAX)
}

/// Distance as the source counts it, else along the positions.
fn counted_distance(samples: &Samples) -> Option<Cow<'_, Column<f64>>> {
    if !samples.distance_m.is_all_missing() {
        return Some(Cow::Borrowed(&samples.distance_m));
    }
    if samples.latitude_e7.is_all_missing() {
        return None;
    }
    let mut total = 0.0;
    let mut last: Option<(f64, f64)> = None;
    let positions = samples.latitude_e7.iter().zip(samples.longitude_e7.iter());
    let along = positions.map(|(latitude, longitude)| {
        let here = (f64::from(latitude?) * 1e-7, f64::from(longitude?) * 1e-7);
        total += last.map_or(0.0, |last| metres_between(last, here));
        last = Some(here);
        Some(total)
    });
    Some(Cow::Owned(along.collect()))
}

/// On a sphere, good to 0.5 % over the few metres between two samples.
fn metres_between(a: (f64, f64), b: (f64, f64)) -> f64 {
    let north = (b.0 - a.0).to_radians();
    let east = (b.1 - a.1).to_radians() * f64::midpoint(a.0, b.0).to_radians().cos();
    EARTH_RADIUS_M * north.hypot(east)
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a speed of some m/s, checked against the fastest runner"
)]
fn speed_mps(samples: &Samples, counted: Option<&Column<f64>>, at: usize) -> Option<f32> {
    let over = |from: usize, to: usize| -> Option<f64> {
        let seconds =
            f64::from(samples.time_ms.get(to)?.saturating_sub(*samples.time_ms.get(from)?)) / 1000.0;
        let counted = counted?;
        let metres = counted.get(to)? - counted.get(from)?;
        (seconds > 0.0).then(|| (metres / seconds).max(0.0))
    };
    let gap_s = samples.time_ms.get(at + 1).zip(samples.time_ms.get(at));
    let is_gap =
        gap_s.is_some_and(|(next, this)| f64::from(next.saturating_sub(*this)) > 1000.0 * SHORTEST_GAP_S);
    let around = || over(at.saturating_sub(2), (at + 3).min(samples.len().saturating_sub(1)));
    let recorded = samples.speed_mps.get(at).map(f64::from);
    let speed = if is_gap { over(at, at + 1).or(recorded) } else { recorded.or_else(around) };
    speed.filter(|mps| *mps <= FASTEST_MPS).map(|mps| mps as f32)
}
