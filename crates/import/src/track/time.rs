//! Times as XML formats write them, with the offset when they carry one.

use jiff::Timestamp;
use jiff::civil::Time;
use jiff::fmt::temporal::Pieces;
use jiff::tz::{Offset, TimeZone};

/// One time of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Told {
    /// Milliseconds since 1970, UTC.
    pub at_ms: i64,
    /// Seconds east of UTC; `Z` and `+00:00` are how programs write "UTC", so they tell nothing of the place.
    pub offset_s: Option<i32>,
}

/// Reads an ISO 8601 time; one without any offset is UTC, as both formats demand.
pub(crate) fn read(text: &str) -> Option<Told> {
    let pieces = Pieces::parse(text).ok()?;
    let offset = pieces.to_numeric_offset();
    let local = pieces.date().to_datetime(pieces.time().unwrap_or(Time::midnight()));
    let zone = TimeZone::fixed(offset.unwrap_or(Offset::UTC));
    let instant: Timestamp = zone.to_timestamp(local).ok()?;
    let offset_s = offset.map(Offset::seconds).filter(|seconds| *seconds != 0);
    Some(Told { at_ms: instant.as_millisecond(), offset_s })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utc_tells_no_offset_and_an_offset_is_kept() {
        assert_eq!(read("1970-01-01T00:00:01Z"), Some(Told { at_ms: 1000, offset_s: None }));
        assert_eq!(read("1970-01-01T00:00:01.250"), Some(Told { at_ms: 1250, offset_s: None }));
        assert_eq!(read("1970-01-01T01:15:00+01:15"), Some(Told { at_ms: 0, offset_s: Some(4500) }));
        assert_eq!(read("yesterday"), None);
    }
}
