//! Which samples belong to which session of a part, and the device's clock.

use super::part::{Part, Summary};
use crate::source::Origin;
use crate::zone::Place;
use jiff::Timestamp;
use std::ops::RangeInclusive;

/// Seconds from 1970 to the FIT epoch, 31 December 1989.
const FIT_EPOCH_S: i64 = 631_065_600;

/// Samples this long before the start still belong to it, s.
const EARLY_S: u32 = 60;

/// Timestamps below this count from power-on, not from the epoch.
const FIRST_REAL: u32 = 0x1000_0000;

/// So long after the end of a session a clock went wrong, s.
const LATE_S: u32 = 86_400;

/// So many samples after the last session are an outing that the file broke off before summing up.
const MIN_REST: usize = 10;

/// How timestamps become instants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    /// Seconds to add before a timestamp is a real one.
    pub shift_s: i64,
    pub utc_offset_s: Option<i32>,
    /// Whether timestamps count from power-on.
    pub is_unset: bool,
}

/// Reads the clock from the activity message: its two times differ by the offset, or by the years the clock was wrong.
pub(super) fn clock(part: &Part) -> Clock {
    let first =
        part.sessions.iter().find_map(|session| session.start).or(part.columns.timestamp.first().copied());
    let is_unset = first.is_some_and(|first| first < FIRST_REAL);
    let Some((utc, local)) = part.activity_times else {
        return Clock { shift_s: 0, utc_offset_s: None, is_unset };
    };
    let difference_s = i64::from(local) - i64::from(utc);
    if is_unset && local >= FIRST_REAL && utc < FIRST_REAL {
        return Clock { shift_s: difference_s, utc_offset_s: None, is_unset };
    }
    // Zones differ from UTC by quarters of an hour; the two times of a message by a few seconds more.
    let quarters = (difference_s + 450).div_euclid(900);
    let offset_s = i32::try_from(quarters * 900).ok().filter(|offset| offset.abs() <= 14 * 3600);
    let is_near = (difference_s - quarters * 900).abs() <= 120;
    Clock { shift_s: 0, utc_offset_s: offset_s.filter(|_| is_near), is_unset }
}

impl Clock {
    /// The instant of a timestamp and the offset there.
    pub fn start(
        self,
        timestamp: u32,
        position: Option<(f64, f64)>,
        origin: &Origin<'_>,
    ) -> Option<(Timestamp, Place)> {
        let told = Timestamp::from_second(FIT_EPOCH_S + i64::from(timestamp) + self.shift_s).ok()?;
        // Programs that know no zone write UTC as local time: an offset of zero gives way to the coordinates.
        let recorded_s = self.utc_offset_s.filter(|offset_s| *offset_s != 0 || position.is_none());
        let place = origin.place(told, position, recorded_s);
        if self.shift_s == 0 {
            return Some((told, place));
        }
        // A clock that was not set took local time for its date.
        let utc = Timestamp::from_second(told.as_second() - i64::from(place.utc_offset_s)).ok()?;
        Some((utc, place))
    }
}

/// Sessions of a part in time order, and what had to be put in their place.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub sessions: Vec<Summary>,
    pub notes: Vec<&'static str>,
    /// All of them come from the samples.
    pub is_made: bool,
}

/// The sessions of a part; one made from the samples where the device wrote none for them.
pub(super) fn sessions(part: &mut Part) -> Told {
    let mut told = Told { sessions: std::mem::take(&mut part.sessions), ..Told::default() };
    let begin = part.columns.timestamp.first().copied().or(part.created);
    let is_unplaced = |session: &Summary| session.start.or(session.timestamp).is_none();
    if told.sessions.iter().any(is_unplaced) {
        told.notes.push("a session tells no start, taken from the beginning of the file");
    }
    for session in told.sessions.iter_mut().filter(|session| is_unplaced(session)) {
        session.start = begin;
    }
    told.sessions.retain(|session| !is_unplaced(session));
    told.sessions.sort_by_key(start);
    let from = told.sessions.iter().map(finish).max();
    if from.is_some() && !part.is_cut {
        return told;
    }
    let possible = from.map_or(0..=u32::MAX, |from| from.saturating_add(1)..=from.saturating_add(LATE_S));
    if let Some(made) = made(part, &possible, from.map_or(2, |_| MIN_REST)) {
        told.is_made = told.sessions.is_empty();
        told.notes.push("the device wrote no summary, totals are those of the samples");
        told.sessions.push(made);
    }
    told
}

/// A session of the samples at the given times, when there are enough of them.
fn made(part: &Part, possible: &RangeInclusive<u32>, least: usize) -> Option<Summary> {
    let times = part.columns.timestamp.iter().enumerate().filter(|(_, time)| possible.contains(time));
    let (count, first, last) = times.fold((0, None, None), |(count, first, _), (at, time)| {
        (count + 1, first.or(Some(*time)), Some((at, *time)))
    });
    let (first, (last_at, last)) = first.zip(last)?;
    if count < least || first == last {
        return None;
    }
    let (sport, sub_sport) = part.sport.unwrap_or((part.laps.iter().find_map(|lap| lap.sport), None));
    let distance_m = (0..=last_at).rev().find_map(|at| part.columns.distance_m.get(at));
    Some(Summary {
        start: Some(first),
        elapsed_s: Some(f64::from(last.saturating_sub(first))),
        distance_m,
        sport,
        sub_sport,
        is_made: true,
        ..Summary::default()
    })
}

/// When a session began.
pub(super) fn start(session: &Summary) -> u32 {
    session.start.unwrap_or_else(|| from_end(session))
}

/// Its end less its duration.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast saturates")]
fn from_end(session: &Summary) -> u32 {
    session.timestamp.unwrap_or(0).saturating_sub(session.elapsed_s.unwrap_or(0.0) as u32)
}

/// When a session ended, by the time it took.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast saturates")]
fn finish(session: &Summary) -> u32 {
    let took_s = session.elapsed_s.or(session.timer_s).unwrap_or(0.0).ceil() as u32;
    start(session).saturating_add(took_s).max(session.timestamp.unwrap_or(0))
}

/// Times that samples of a session can have. Watches write the first one some seconds early, and some write a
/// start that is later than their own end and duration say.
pub(super) fn possible(session: &Summary) -> RangeInclusive<u32> {
    let earliest = match session.timestamp {
        Some(_) => start(session).min(from_end(session)),
        None => start(session),
    };
    let has_end = session.elapsed_s.or(session.timer_s).is_some();
    let latest = if has_end { finish(session).saturating_add(LATE_S) } else { u32::MAX };
    earliest.saturating_sub(EARLY_S)..=latest
}

/// First time that no longer belongs to the session at `at`: the next one's start.
pub(super) fn end(sessions: &[Summary], at: usize) -> u32 {
    sessions.get(at + 1).map_or(u32::MAX, start)
}
