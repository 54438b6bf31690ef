//! The part of an activity that every text format makes alike: its name, its place, its source.

use crate::Context;
pub(crate) use crate::zone::place as settle;
use crate::zone::{Place, place_of};
use jiff::Timestamp;
use kneewise_types::{
    Activity, ActivityId, ActivitySource, OffsetOrigin, Seconds, SourceKind, Sport, local_date,
};

/// Characters of the content hash that name an activity.
const ID_LENGTH: usize = 12;

/// Which activity of which bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Origin<'a> {
    pub kind: SourceKind,
    /// Which activity inside the content, from 0.
    pub part: u32,
    pub context: &'a Context<'a>,
}

impl Origin<'_> {
    /// The recorded offset, else that of the coordinates, else of the profile's zone, else UTC.
    pub(crate) fn place(
        &self,
        start: Timestamp,
        position: Option<(f64, f64)>,
        recorded_s: Option<i32>,
    ) -> Place {
        place_of(start, position, recorded_s, self.context)
    }

    fn id(&self) -> ActivityId {
        let short: String = self.context.content.chars().take(ID_LENGTH).collect();
        ActivityId(if self.part == 0 { short } else { format!("{short}-{}", self.part) })
    }

    fn source(&self) -> ActivitySource {
        ActivitySource {
            kind: self.kind,
            content: self.context.content.to_owned(),
            part: self.part,
            path: self.context.path.to_owned(),
        }
    }
}

/// An activity of which only start, place and sport are known.
pub(crate) fn blank(origin: &Origin<'_>, start: Timestamp, elapsed: Seconds, sport: Sport) -> Activity {
    let mut activity =
        Activity { id: origin.id(), sources: vec![origin.source()], ..bare(start, elapsed, sport) };
    settle(&mut activity, origin.place(start, None, None));
    activity
}

/// An activity that nothing tells of.
pub(crate) fn nothing() -> Activity {
    bare(Timestamp::UNIX_EPOCH, Seconds::ZERO, Sport::Other)
}

fn bare(start: Timestamp, elapsed: Seconds, sport: Sport) -> Activity {
    Activity {
        id: ActivityId(String::new()),
        start,
        is_start_exact: true,
        utc_offset_s: 0,
        offset_origin: OffsetOrigin::Assumed,
        local_date: local_date(start, 0),
        sport,
        surface: None,
        elapsed,
        timer: None,
        moving: None,
        distance: None,
        ascent: None,
        descent: None,
        mean_heart_rate: None,
        max_heart_rate: None,
        mean_cadence: None,
        mean_power: None,
        session_rpe: None,
        feel: None,
        hard: None,
        title: None,
        description: None,
        private_note: None,
        shoe: None,
        device: None,
        laps: Vec::new(),
        pauses: Vec::new(),
        quality: Vec::new(),
        sources: Vec::new(),
        digest: None,
    }
}

/// Calls `read` with the context of a file without a zone, named `0123456789abcdef`.
#[cfg(test)]
pub(crate) fn in_test<T>(read: impl FnOnce(&Context<'_>) -> T) -> T {
    read(&Context {
        content: "0123456789abcdef",
        path: "a file",
        zone: None,
        exercises: &[],
        zone_map: &crate::ZoneMap::new(),
    })
}
