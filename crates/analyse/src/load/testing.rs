//! Small activities for the tests of this folder.

use kneewise_types::{Activity, ActivityId, Date, History, Metres, OffsetOrigin, Seconds, Sport};

/// A run at noon UTC of a day: id, time and distance, nothing else.
pub(crate) fn run_on(date: &str, km: f64) -> Activity {
    run_at(&format!("{date}T12:00:00Z"), km)
}

/// A run that starts at an instant, at 3 m/s.
pub(crate) fn run_at(start: &str, km: f64) -> Activity {
    let start: kneewise_types::Timestamp = start.parse().unwrap();
    let duration = Seconds::new(km * 1000.0 / 3.0).unwrap();
    Activity {
        id: ActivityId(format!("{start}-{km}")),
        start,
        is_start_exact: true,
        utc_offset_s: 0,
        offset_origin: OffsetOrigin::Recorded,
        local_date: kneewise_types::local_date(start, 0),
        sport: Sport::Run,
        surface: None,
        elapsed: duration,
        timer: None,
        moving: Some(duration),
        distance: Some(Metres::from_km(km).unwrap()),
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

/// A history of runs and nothing else.
pub(crate) fn history_of(activities: Vec<Activity>) -> History {
    History { activities, ..History::default() }
}

/// A day.
pub(crate) fn day(date: &str) -> Date {
    date.parse().unwrap()
}
