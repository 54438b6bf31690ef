//! Which samples belong to which session of a part, and the device's clock.

use super::part::{Part, Summary};

/// Seconds from 1970 to the FIT epoch, 31 December 1989.
pub(super) const FIT_EPOCH_S: i64 = 631_065_600;

/// Timestamps below this count from power-on, not from the epoch.
const FIRST_REAL: u32 = 0x1000_0000;

/// What must be added to a timestamp, and the runner's offset from UTC.
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

/// The sessions of a part in time order; one made from the samples when the device wrote none.
pub(super) fn sessions(part: &mut Part) -> (Vec<Summary>, bool) {
    let mut sessions = std::mem::take(&mut part.sessions);
    sessions.retain(|session| session.start.or(session.timestamp).is_some());
    if !sessions.is_empty() {
        sessions.sort_by_key(start);
        return (sessions, false);
    }
    let times = &part.columns.timestamp;
    let (Some(first), Some(last)) = (times.iter().min().copied(), times.iter().max().copied()) else {
        return (Vec::new(), true);
    };
    if first == last {
        return (Vec::new(), true);
    }
    let (sport, sub_sport) = part.sport.unwrap_or((part.laps.iter().find_map(|lap| lap.sport), None));
    let made = Summary {
        timestamp: Some(last),
        start: Some(first),
        elapsed_s: Some(f64::from(last - first)),
        distance_m: part.columns.distance_m.present().last(),
        sport,
        sub_sport,
        ..Summary::default()
    };
    (vec![made], true)
}

/// When a session began.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float cast saturates")]
pub(super) fn start(session: &Summary) -> u32 {
    let from_end = || session.timestamp.unwrap_or(0).saturating_sub(session.elapsed_s.unwrap_or(0.0) as u32);
    session.start.unwrap_or_else(from_end)
}

/// First time that no longer belongs to the session at `at`: the next one's start.
pub(super) fn end(sessions: &[Summary], at: usize) -> u32 {
    sessions.get(at + 1).map_or(u32::MAX, start)
}
