//! The runner's local day: from the recorded offset, else the coordinates, else the profile's zone, else UTC.

use crate::Context;
use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use kneewise_types::{Activity, OffsetOrigin, local_date};
use std::sync::OnceLock;
use tzf_rs::EmbeddedFinder;

/// Boundaries of the world's time zones. Nothing is read before the first question.
///
/// The compact finder asks the embedded map in place: the other one would unfold all borders first, which
/// takes longer than reading years of runs.
#[derive(Default)]
pub struct ZoneMap {
    finder: OnceLock<EmbeddedFinder>,
    rules: OnceLock<TimeZoneDatabase>,
}

impl std::fmt::Debug for ZoneMap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ZoneMap").field("is_opened", &self.finder.get().is_some()).finish_non_exhaustive()
    }
}

impl ZoneMap {
    /// A map that opens itself at the first question.
    #[must_use]
    pub const fn new() -> Self {
        Self { finder: OnceLock::new(), rules: OnceLock::new() }
    }

    /// The zone in force at a place, degrees.
    #[must_use]
    pub fn zone_at(&self, latitude_deg: f64, longitude_deg: f64) -> Option<TimeZone> {
        if !(-90.0..=90.0).contains(&latitude_deg) || !(-180.0..=180.0).contains(&longitude_deg) {
            return None;
        }
        let name = self.finder.get_or_init(EmbeddedFinder::new).get_tz_name(longitude_deg, latitude_deg);
        self.zone(name)
    }

    /// The zone of an IANA name, from the rules built into the program, never from the computer's.
    #[must_use]
    pub fn zone(&self, name: &str) -> Option<TimeZone> {
        self.rules.get_or_init(TimeZoneDatabase::bundled).get(name).ok()
    }
}

/// The offset that decides the local day, and where it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Seconds east of UTC.
    pub utc_offset_s: i32,
    pub origin: OffsetOrigin,
}

/// Looks for the best offset known at `start`; `position` is latitude and longitude in degrees.
#[must_use]
pub fn place_of(
    start: Timestamp,
    position: Option<(f64, f64)>,
    recorded_s: Option<i32>,
    context: &Context<'_>,
) -> Place {
    if let Some(utc_offset_s) = recorded_s {
        return Place { utc_offset_s, origin: OffsetOrigin::Recorded };
    }
    let in_force = |zone: &TimeZone| zone.to_offset(start).seconds();
    let there = position.and_then(|(latitude, longitude)| context.zone_map.zone_at(latitude, longitude));
    if let Some(zone) = there {
        return Place { utc_offset_s: in_force(&zone), origin: OffsetOrigin::Coordinates };
    }
    match context.zone {
        Some(zone) => Place { utc_offset_s: in_force(zone), origin: OffsetOrigin::Profile },
        None => Place { utc_offset_s: 0, origin: OffsetOrigin::Assumed },
    }
}

/// Sets the offset and with it the local day.
pub fn place(activity: &mut Activity, place: Place) {
    activity.utc_offset_s = place.utc_offset_s;
    activity.offset_origin = place.origin;
    activity.local_date = local_date(activity.start, place.utc_offset_s);
}

#[cfg(test)]
mod tests {
    use super::*;

    static MAP: ZoneMap = ZoneMap::new();

    fn offset(
        start: &str,
        position: Option<(f64, f64)>,
        recorded_s: Option<i32>,
        home: Option<&str>,
    ) -> Place {
        let home = home.and_then(|name| MAP.zone(name));
        let context = Context { content: "", path: "", zone: home.as_ref(), exercises: &[], zone_map: &MAP };
        place_of(start.parse().unwrap(), position, recorded_s, &context)
    }

    #[test]
    fn the_coordinates_know_summer_time() {
        let new_york = Some((40.78, -73.97));
        let summer = offset("2026-07-01T12:00:00Z", new_york, None, Some("Europe/Berlin"));
        assert_eq!(summer, Place { utc_offset_s: -4 * 3600, origin: OffsetOrigin::Coordinates });
        let winter = offset("2026-01-01T12:00:00Z", new_york, None, None);
        assert_eq!(winter.utc_offset_s, -5 * 3600);
    }

    #[test]
    fn the_recorded_offset_wins_and_the_profile_comes_third() {
        let berlin = Some((52.5, 13.4));
        assert_eq!(offset("2026-07-01T12:00:00Z", berlin, Some(3600), None).origin, OffsetOrigin::Recorded);
        let home = offset("2026-07-01T12:00:00Z", None, None, Some("Europe/Berlin"));
        assert_eq!(home, Place { utc_offset_s: 7200, origin: OffsetOrigin::Profile });
        let nowhere = offset("2026-07-01T12:00:00Z", None, None, None);
        assert_eq!(nowhere, Place { utc_offset_s: 0, origin: OffsetOrigin::Assumed });
    }

    #[test]
    fn a_position_off_the_globe_is_no_position() {
        assert!(MAP.zone_at(91.0, 0.0).is_none());
        assert!(MAP.zone_at(f64::NAN, 0.0).is_none());
    }
}
