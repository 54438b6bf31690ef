//! `sessions.csv`: outings without a file, or what the runner adds to one.

use super::Kind;
use super::row::{Fault, Row, one_of, required};
use crate::source::{Origin, blank, settle};
use crate::{Context, Recorded};
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{Offset, TimeZone};
use kneewise_types::{Metres, Samples, Seconds, SourceKind, Sport, Surface};

pub(super) const KIND: Kind = Kind {
    name: "sessions.csv",
    required: &["date", "sport", "duration_min"],
    optional: &[
        "start_time",
        "distance_km",
        "rpe",
        "mean_heart_rate_bpm",
        "mean_cadence_spm",
        "ascent_m",
        "descent_m",
        "shoe",
        "surface",
        "hard_min",
        "note",
    ],
};

/// Longest outing a log line may tell, min.
const MAX_DURATION_MIN: f64 = 2_880.0;
/// Farthest, km.
const MAX_DISTANCE_KM: f64 = 1_000.0;
/// Most height gained or lost, m.
const MAX_CLIMB_M: f64 = 20_000.0;

/// One row as an activity without samples.
pub(super) fn read(row: Row<'_>, part: u32, context: &Context<'_>) -> Result<Recorded, Fault> {
    let date = required(row.date("date")?, "date")?;
    let sports = Sport::ALL.map(Sport::word);
    let sport = required(row.word("sport", Sport::from_word, &sports)?, "sport")?;
    let duration_min = required(row.number("duration_min", 0.1, MAX_DURATION_MIN)?, "duration_min")?;
    let elapsed =
        Seconds::from_min(duration_min).map_err(|error| Fault::new("duration_min", error.to_string()))?;
    let time = row.text("start_time").map(read_time).transpose()?;
    let origin = Origin { kind: SourceKind::Log, part, context };
    let start = start(date, time, context)?;
    let mut activity = blank(&origin, start, elapsed, sport);
    activity.is_start_exact = time.is_some();
    settle(&mut activity, origin.place(start, None, None));
    let surfaces = Surface::ALL.map(Surface::word);
    activity.surface = row.word("surface", Surface::from_word, &surfaces)?;
    if sport == Sport::TreadmillRun {
        activity.surface = activity.surface.or(Some(Surface::Treadmill));
    }
    let distance_km = row.number("distance_km", 0.0, MAX_DISTANCE_KM)?;
    activity.distance = distance_km.and_then(|km| Metres::from_km(km).ok());
    activity.session_rpe = row.quantity("rpe", 0.0, 10.0)?;
    activity.mean_heart_rate = row.quantity("mean_heart_rate_bpm", 20.0, 260.0)?;
    activity.mean_cadence = row.quantity("mean_cadence_spm", 0.0, 400.0)?;
    activity.ascent = row.quantity("ascent_m", 0.0, MAX_CLIMB_M)?;
    activity.descent = row.quantity("descent_m", 0.0, MAX_CLIMB_M)?;
    let hard_min = row.number("hard_min", 0.0, duration_min)?;
    activity.hard = hard_min.and_then(|minutes| Seconds::from_min(minutes).ok());
    activity.shoe = row.own("shoe");
    activity.description = row.own("note");
    Ok(Recorded { activity, samples: Samples::default() })
}

/// `7:30`, `07:30` or `07:30:15`.
fn read_time(cell: &str) -> Result<Time, Fault> {
    let padded = if cell.find(':') == Some(1) { format!("0{cell}") } else { cell.to_owned() };
    one_of("start_time", &padded, |text| text.parse::<Time>().ok(), &["times such as 07:30"])
        .map_err(|_| Fault::new("start_time", format!("`{cell}` is not a time such as 07:30")))
}

/// The instant of a local time in the profile's zone, else in UTC; noon when only the day is known.
fn start(date: Date, time: Option<Time>, context: &Context<'_>) -> Result<jiff::Timestamp, Fault> {
    let noon = Time::constant(12, 0, 0, 0);
    let local = DateTime::from_parts(date, time.unwrap_or(noon));
    let utc = TimeZone::fixed(Offset::UTC);
    let zone = context.zone.unwrap_or(&utc);
    zone.to_timestamp(local).map_err(|_| Fault::new("date", format!("`{date}` is not a day on the calendar")))
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use kneewise_types::{OffsetOrigin, Sport, Surface};

    #[test]
    fn a_row_with_everything() {
        let imported = read(
            "date,start_time,sport,duration_min,distance_km,rpe,mean_heart_rate_bpm,mean_cadence_spm,ascent_m,\
             descent_m,shoe,surface,hard_min,note\n\
             2026-03-01,7:30,run,45,8.2,4.5,142,168,60,61,Daily 1,road,12,knee fine\n",
        )
        .unwrap();
        let activity = &imported.activities[0].activity;
        assert_eq!(activity.start.to_string(), "2026-03-01T07:30:00Z");
        assert!(activity.is_start_exact);
        assert_eq!(activity.offset_origin, OffsetOrigin::Assumed);
        assert_eq!(activity.sport, Sport::Run);
        assert_eq!(activity.surface, Some(Surface::Road));
        assert!((activity.elapsed.as_s() - 2700.0).abs() < 1e-9);
        assert!((activity.distance.unwrap().as_m() - 8200.0).abs() < 1e-9);
        assert!((activity.session_rpe.unwrap().as_points() - 4.5).abs() < 1e-9);
        assert!((activity.hard.unwrap().as_s() - 720.0).abs() < 1e-9);
        assert_eq!(activity.shoe.as_deref(), Some("Daily 1"));
        assert_eq!(activity.description.as_deref(), Some("knee fine"));
        assert!(imported.notes.is_empty());
    }

    #[test]
    fn a_row_without_a_time_starts_at_noon_and_says_it_is_not_exact() {
        let imported = read("duration_min,sport,date\n30,trail_run,2026-07-01\n").unwrap();
        let activity = &imported.activities[0].activity;
        assert_eq!(activity.start.to_string(), "2026-07-01T12:00:00Z");
        assert_eq!(activity.local_date.to_string(), "2026-07-01");
        assert!(!activity.is_start_exact);
        assert!(activity.distance.is_none());
    }

    #[test]
    fn bad_rows_are_named_and_the_others_kept() {
        let imported = read(
            "date,sport,duration_min,rpe,start_time\n\
             2026-03-01,run,45,11,\n\
             2026-03-02,jog,45,4,\n\
             2026-02-30,run,45,4,\n\
             2026-03-04,run,,4,\n\
             2026-03-05,run,45,4,25:00\n\
             2026-03-06,run,45,4,\n",
        )
        .unwrap();
        assert_eq!(imported.activities.len(), 1);
        assert_eq!(imported.activities[0].activity.id.0, "0123456789ab-5");
        assert_eq!(imported.rows_left_out, 5);
        let notes: Vec<String> = imported
            .notes
            .iter()
            .map(|note| format!("{}: {}", note.at.as_deref().unwrap_or_default(), note.what))
            .collect();
        assert_eq!(
            notes,
            [
                "line 2, column rpe: `11` is not a number between 0 and 10, the row was left out",
                "line 3, column sport: `jog` is not one of run, trail_run, treadmill_run, walk, hike, ride, swim, \
                 elliptical, pool_run, row, yoga, strength, other, the row was left out",
                "line 4, column date: `2026-02-30` is not a date such as 2026-03-01, the row was left out",
                "line 5, column duration_min: `duration_min` is missing, the row was left out",
                "line 6, column start_time: `25:00` is not a time such as 07:30, the row was left out",
            ]
        );
    }

    #[test]
    fn a_localised_spreadsheet_is_read() {
        let imported = read("date;sport;duration_min;distance_km\r\n1.3.2026;Run;45,5;8,2\r\n").unwrap();
        let activity = &imported.activities[0].activity;
        assert_eq!(activity.local_date.to_string(), "2026-03-01");
        assert!((activity.elapsed.as_s() - 2730.0).abs() < 1e-9);
        assert!((activity.distance.unwrap().as_m() - 8200.0).abs() < 1e-9);
        assert_eq!(imported.notes.len(), 1);
    }
}
