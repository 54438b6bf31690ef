use crate::corpus;
use kneewise_import::{Context, ImportError, Imported, ZoneMap, read};
use kneewise_types::OffsetOrigin;

static MAP: ZoneMap = ZoneMap::new();

fn import(name: &str) -> Option<Result<Imported, ImportError>> {
    let bytes = corpus::read(&format!("multi/opentracks/{name}"))?;
    let context =
        Context { content: "0123456789abcdef", path: name, zone: None, exercises: &[], zone_map: &MAP };
    Some(read(&bytes, &context))
}

/// The figures are read off the files by eye.
#[test]
fn tracks_of_another_program() {
    let Some(timezone) = import("gpx_timezone.gpx") else { return };
    let timezone = timezone.unwrap();
    let activity = &timezone.activities[0].activity;
    assert_eq!((activity.utc_offset_s, activity.offset_origin), (4500, OffsetOrigin::Recorded));
    assert_eq!(activity.start.to_string(), "2021-01-07T20:36:59.179Z");

    let segments = import("legacy_gpx_trackpointextensions_incorrect.gpx").unwrap().unwrap();
    let recorded = &segments.activities[0];
    assert_eq!(recorded.samples.len(), 5);
    assert_eq!(recorded.activity.pauses.len(), 1);
    assert!((recorded.activity.elapsed.as_s() - 107.0).abs() < 1e-9);
    assert_eq!(recorded.samples.heart_rate_bpm.get(1), Some(69.0));
    assert_eq!(recorded.samples.power_w.get(1), Some(50.0));
    assert_eq!(recorded.samples.speed_mps.get(0), Some(15.0));

    let speed = import("gpx11_with_speed_no_namespace.gpx").unwrap().unwrap();
    assert_eq!(speed.activities[0].samples.speed_mps.present().collect::<Vec<f32>>(), [5.0, 4.0, 3.0]);

    let kml = import("kml22_time_decreases.kml").unwrap().unwrap_err();
    assert!(kml.to_string().contains("KML"), "{kml}");
}
