use super::*;
use crate::source::{Origin, blank, in_test};
use kneewise_types::{Metres, OffsetOrigin, Quality, Seconds, SourceKind, Sport};

/// A source of an hour and 10 km, told by `content`.
fn source(kind: SourceKind, content: &str, part: u32, start: &str) -> Activity {
    in_test(|context| {
        let context = crate::Context { content, ..*context };
        let origin = Origin { kind, part, context: &context };
        let hour = Seconds::new(3600.0).unwrap();
        let mut activity = blank(&origin, start.parse().unwrap(), hour, Sport::Run);
        activity.distance = Metres::from_km(10.0).ok();
        activity.offset_origin = OffsetOrigin::Coordinates;
        activity
    })
}

fn log(content: &str, part: u32, minutes: f64, km: Option<f64>) -> Activity {
    let mut activity = source(SourceKind::Log, content, part, "2026-03-01T12:00:00Z");
    activity.is_start_exact = false;
    activity.elapsed = Seconds::from_min(minutes).unwrap();
    activity.distance = km.and_then(|km| Metres::from_km(km).ok());
    activity
}

fn grouped(activities: &[Activity]) -> Vec<Vec<usize>> {
    group(&activities.iter().collect::<Vec<_>>())
}

#[test]
fn one_run_from_three_sources() {
    let mut table = source(SourceKind::ExportTable, "c", 7, "2026-03-01T07:00:05Z");
    table.distance = Metres::from_km(9.93).ok();
    table.moving = Seconds::new(3350.0).ok();
    let mut watch = source(SourceKind::Fit, "a", 0, "2026-03-01T07:00:00Z");
    watch.elapsed = Seconds::new(3700.0).unwrap();
    watch.timer = Seconds::new(3601.0).ok();
    let track = source(SourceKind::Gpx, "b", 0, "2026-03-01T07:01:20Z");
    assert_eq!(grouped(&[table, watch, track]), [[0, 1, 2]]);
}

#[test]
fn what_differs_stays_apart() {
    let base = source(SourceKind::Fit, "a", 0, "2026-03-01T07:00:00Z");
    let later = source(SourceKind::Gpx, "b", 0, "2026-03-01T07:02:00Z");
    let mut shorter = source(SourceKind::Gpx, "b", 0, "2026-03-01T07:00:00Z");
    shorter.elapsed = Seconds::new(3400.0).unwrap();
    let mut farther = source(SourceKind::Gpx, "b", 0, "2026-03-01T07:00:00Z");
    farther.distance = Metres::from_km(10.6).ok();
    let mut ride = source(SourceKind::Gpx, "b", 0, "2026-03-01T07:00:00Z");
    ride.sport = Sport::Ride;
    let same_file = source(SourceKind::Fit, "a", 1, "2026-03-01T07:00:00Z");
    for other in [later, shorter, farther, ride, same_file] {
        assert_eq!(grouped(&[base.clone(), other.clone()]).len(), 2, "{other:?}");
    }
}

#[test]
fn a_local_time_taken_for_utc_is_seen_through_only_when_all_else_is_equal() {
    let watch = source(SourceKind::Fit, "a", 0, "2026-03-01T07:00:00Z");
    let mut table = source(SourceKind::ExportTable, "b", 0, "2026-03-01T09:00:00Z");
    assert_eq!(grouped(&[watch.clone(), table.clone()]).len(), 2);
    table.offset_origin = OffsetOrigin::Assumed;
    assert_eq!(grouped(&[watch.clone(), table.clone()]).len(), 1);
    table.distance = Metres::from_km(10.1).ok();
    assert_eq!(grouped(&[watch, table]).len(), 2);
}

#[test]
fn a_broken_file_belongs_to_the_whole_one() {
    let whole = source(SourceKind::Gpx, "b", 0, "2026-03-01T07:00:00Z");
    let mut broken = source(SourceKind::Fit, "a", 0, "2026-03-01T07:00:01Z");
    broken.elapsed = Seconds::new(600.0).unwrap();
    broken.distance = Metres::from_km(1.7).ok();
    assert_eq!(grouped(&[whole.clone(), broken.clone()]).len(), 2);
    broken.quality.push(Quality::Truncated { at_s: 600.0 });
    assert_eq!(grouped(&[whole, broken]).len(), 1);
}

#[test]
fn a_log_line_joins_the_closest_run_of_its_day_and_no_second_one() {
    let mut morning = source(SourceKind::Fit, "a", 0, "2026-03-01T07:00:00Z");
    morning.elapsed = Seconds::from_min(62.0).unwrap();
    let evening = source(SourceKind::Fit, "b", 0, "2026-03-01T18:00:00Z");
    let other_day = source(SourceKind::Fit, "c", 0, "2026-03-02T18:00:00Z");
    let line = log("d", 0, 60.0, Some(10.2));
    assert_eq!(grouped(&[morning, evening, other_day, line]), vec![vec![0], vec![1, 3], vec![2]]);
}

#[test]
fn two_log_lines_go_to_two_runs() {
    let morning = source(SourceKind::Fit, "a", 0, "2026-03-01T07:00:00Z");
    let evening = source(SourceKind::Fit, "b", 0, "2026-03-01T18:00:00Z");
    let groups = grouped(&[morning, evening, log("d", 0, 60.0, None), log("d", 1, 61.0, None)]);
    assert_eq!(groups.len(), 2);
    assert!(groups.iter().all(|members| members.len() == 2));
}

#[test]
fn a_log_that_was_added_to_meets_its_earlier_self() {
    // Two equal lines a day, in the log and again in its longer version: two activities, not one, not four.
    let lines =
        [log("d", 0, 30.0, None), log("d", 1, 30.0, None), log("e", 0, 30.0, None), log("e", 1, 30.0, None)];
    let groups = grouped(&lines);
    assert_eq!(groups.len(), 2);
    assert!(groups.iter().all(|members| members.len() == 2));
}

#[test]
fn a_link_by_name_joins_what_was_cut_afterwards() {
    let watch = source(SourceKind::Fit, "a", 0, "2026-03-01T07:00:00Z");
    let mut table = source(SourceKind::ExportTable, "b", 0, "2026-03-01T07:10:00Z");
    table.elapsed = Seconds::from_min(40.0).unwrap();
    let both = [&watch, &table];
    assert_eq!(group(&both).len(), 2);
    assert_eq!(group_linked(&both, &[(0, 1)]).len(), 1);
    assert_eq!(group_linked(&both, &[(0, 9)]).len(), 2);
}

#[test]
fn thousands_are_grouped_in_no_time() {
    let start: jiff::Timestamp = "2016-01-01T07:00:00Z".parse().unwrap();
    let run = |content: String, kind, day: i64| {
        let at = start + jiff::SignedDuration::from_hours(24 * day);
        source(kind, &content, 0, &at.to_string())
    };
    let days = 0..3650;
    let activities: Vec<Activity> = days
        .flat_map(|day| {
            [run(format!("f{day}"), SourceKind::Fit, day), run(format!("g{day}"), SourceKind::Gpx, day)]
        })
        .collect();
    assert_eq!(grouped(&activities).len(), 3650);
}
