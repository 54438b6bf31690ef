//! The part of an activity that every text format makes alike: its name, its place, its source.

use crate::Context;
pub(crate) use crate::zone::place as settle;
use crate::zone::{Place, place_of};
use jiff::Timestamp;
use kneewise_types::{Activity, ActivityId, ActivitySource, Seconds, SourceKind, Sport, local_date};

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
    let place = origin.place(start, None, None);
    Activity {
        id: origin.id(),
        start,
        is_start_exact: true,
        utc_offset_s: place.utc_offset_s,
        offset_origin: place.origin,
        local_date: local_date(start, place.utc_offset_s),
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
        sources: vec![origin.source()],
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
        zone_map: &crate::ZoneMap::new(),
    })
}
