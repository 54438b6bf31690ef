//! Instants are UTC; days are the runner's local days.

pub use jiff::Timestamp;
pub use jiff::civil::Date;

/// The runner's local day of an instant, from the offset in force there (seconds east of UTC).
///
/// Falls back to the UTC day when the offset is not a possible one.
#[must_use]
pub fn local_date(instant: Timestamp, offset_s: i32) -> Date {
    let offset = jiff::tz::Offset::from_seconds(offset_s).unwrap_or(jiff::tz::Offset::UTC);
    offset.to_datetime(instant).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_evening_run_belongs_to_the_local_day() {
        let instant: Timestamp = "2026-03-01T00:30:00Z".parse().unwrap();
        assert_eq!(local_date(instant, -5 * 3600).to_string(), "2026-02-28");
        assert_eq!(local_date(instant, 3600).to_string(), "2026-03-01");
    }
}
