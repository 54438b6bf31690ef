//! Where a simulated runner lives: a place, its time zone and the zone's daylight-saving rule.

use jiff::tz::TimeZone;
use serde::Serialize;

/// A place with a time zone. The rule is written here, so that no zone database is read.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Home {
    /// IANA name, as `profile.toml` gives it.
    pub zone: &'static str,
    /// The same as a POSIX rule, with today's daylight-saving dates.
    pub rule: &'static str,
    pub latitude_deg: f64,
    pub longitude_deg: f64,
    pub altitude_m: f64,
}

const fn home(zone: &'static str, rule: &'static str, place: (f64, f64, f64)) -> Home {
    let (latitude_deg, longitude_deg, altitude_m) = place;
    Home { zone, rule, latitude_deg, longitude_deg, altitude_m }
}

impl Home {
    /// Every place a runner may live: north, south, and without daylight saving.
    pub const ALL: [Self; 5] = [
        home("Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3", (52.488, 13.452, 36.0)),
        home("America/New_York", "EST5EDT,M3.2.0,M11.1.0", (40.774, -73.968, 24.0)),
        home("Australia/Sydney", "AEST-10AEDT,M10.1.0,M4.1.0/3", (-33.897, 151.234, 30.0)),
        home("Asia/Tokyo", "JST-9", (35.674, 139.756, 18.0)),
        home("Europe/London", "GMT0BST,M3.5.0/1,M10.5.0", (51.558, -0.163, 62.0)),
    ];

    /// Where the demo runner lives.
    pub const BERLIN: Self = home("Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3", (52.488, 13.452, 36.0));

    /// The place of an IANA zone name, if there is one here.
    #[must_use]
    pub fn of_zone(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|home| home.zone == name)
    }

    /// The zone's rule, ready for use.
    #[must_use]
    pub fn time_zone(&self) -> TimeZone {
        TimeZone::posix(self.rule).unwrap_or(TimeZone::UTC)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_rule_is_read_and_summer_time_is_in_force() {
        let offset = |index: usize, month| {
            let zone = Home::ALL[index].time_zone();
            date(2026, month, 15).at(12, 0, 0, 0).to_zoned_datetime(zone).unwrap().offset().seconds() / 3600
        };
        assert_eq!((offset(0, 1), offset(0, 7)), (1, 2));
        assert_eq!((offset(1, 1), offset(1, 7)), (-5, -4));
        assert_eq!((offset(2, 1), offset(2, 7)), (11, 10));
        assert_eq!((offset(3, 1), offset(3, 7)), (9, 9));
        assert_eq!((offset(4, 1), offset(4, 7)), (0, 1));
    }
}
