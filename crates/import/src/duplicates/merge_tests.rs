use super::*;
use crate::source::{Origin, blank, in_test};
use kneewise_types::{ActivityId, BeatsPerMinute, Lap, Metres, OffsetOrigin, Rpe, SourceKind};

fn source(kind: SourceKind, content: &str, start: &str) -> Recorded {
    in_test(|context| {
        let context = crate::Context { content, ..*context };
        let origin = Origin { kind, part: 0, context: &context };
        let hour = Seconds::new(3600.0).unwrap();
        let activity = blank(&origin, start.parse().unwrap(), hour, Sport::Run);
        Recorded { activity, samples: Samples::default() }
    })
}

fn with_samples(mut recorded: Recorded, count: u32) -> Recorded {
    recorded.samples.time_ms = (0..count).map(|second| second * 1000).collect();
    recorded
}

#[test]
fn the_richest_wins_field_by_field_and_gaps_are_filled() {
    let mut watch = with_samples(source(SourceKind::Fit, "bbbb", "2026-03-01T07:00:00Z"), 10);
    watch.activity.distance = Metres::new(10_000.0).ok();
    watch.activity.offset_origin = OffsetOrigin::Coordinates;
    watch.activity.utc_offset_s = 3600;
    let mut table = source(SourceKind::ExportTable, "aaaa", "2026-03-01T07:00:03Z");
    table.activity.distance = Metres::new(9_950.0).ok();
    table.activity.max_heart_rate = BeatsPerMinute::new(180.0).ok();
    table.activity.title = Some("Easy".to_owned());
    table.activity.description = Some("knee 4/10".to_owned());
    let mut log = source(SourceKind::Log, "cccc", "2026-03-01T12:00:00Z");
    log.activity.is_start_exact = false;
    log.activity.session_rpe = Rpe::new(6.0).ok();
    log.activity.description = Some("stairs hurt".to_owned());
    log.activity.sport = Sport::TrailRun;
    let merged = merge(vec![log, table, watch]);
    let activity = &merged.activity;
    assert_eq!(activity.id, ActivityId("aaaa".to_owned()));
    assert_eq!(activity.start.to_string(), "2026-03-01T07:00:00Z");
    assert!(activity.is_start_exact);
    assert_eq!(activity.offset_origin, OffsetOrigin::Coordinates);
    assert_eq!(activity.distance, Metres::new(10_000.0).ok());
    assert_eq!(activity.max_heart_rate, BeatsPerMinute::new(180.0).ok());
    assert_eq!(activity.session_rpe, Rpe::new(6.0).ok());
    assert_eq!(activity.sport, Sport::TrailRun);
    assert_eq!(activity.description.as_deref(), Some("knee 4/10\nstairs hurt"));
    assert_eq!(merged.samples.len(), 10);
    let kinds: Vec<SourceKind> = activity.sources.iter().map(|source| source.kind).collect();
    assert_eq!(kinds, [SourceKind::Fit, SourceKind::ExportTable, SourceKind::Log]);
}

#[test]
fn a_broken_watch_file_gives_its_samples_but_not_its_totals() {
    let mut broken = with_samples(source(SourceKind::Fit, "aaaa", "2026-03-01T07:00:02Z"), 600);
    broken.activity.elapsed = Seconds::new(600.0).unwrap();
    broken.activity.quality.push(Quality::Truncated { at_s: 600.0 });
    let table = source(SourceKind::ExportTable, "bbbb", "2026-03-01T07:00:00Z");
    let merged = merge(vec![broken.clone(), table]);
    assert!((merged.activity.elapsed.as_s() - 3600.0).abs() < 1e-9);
    assert_eq!(merged.samples.len(), 600);
    assert_eq!(merged.activity.start, broken.activity.start);
    assert_eq!(merged.activity.quality, broken.activity.quality);
    let whole = with_samples(source(SourceKind::Gpx, "cccc", "2026-03-01T07:00:02Z"), 3600);
    assert_eq!(merge(vec![broken, whole]).samples.len(), 3600);
}

#[test]
fn laps_come_only_from_a_source_that_starts_with_the_samples() {
    let lap = Lap {
        start: Seconds::ZERO,
        elapsed: Seconds::new(300.0).unwrap(),
        timer: None,
        distance: None,
        mean_heart_rate: None,
        max_heart_rate: None,
        mean_cadence: None,
        ascent: None,
        descent: None,
    };
    let track = with_samples(source(SourceKind::Tcx, "aaaa", "2026-03-01T07:00:00Z"), 10);
    let mut late = source(SourceKind::Gpx, "bbbb", "2026-03-01T07:00:30Z");
    late.activity.laps.push(lap);
    assert!(merge(vec![track.clone(), late.clone()]).activity.laps.is_empty());
    late.activity.start = track.activity.start;
    assert_eq!(merge(vec![track, late]).activity.laps.len(), 1);
}

#[test]
fn of_nothing_comes_nothing() {
    let merged = merge(Vec::new());
    assert!(merged.activity.sources.is_empty() && merged.samples.is_empty());
}
