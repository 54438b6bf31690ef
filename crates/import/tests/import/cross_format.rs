use crate::corpus;
use kneewise_import::{Context, Recorded, ZoneMap, duplicates, read};
use kneewise_types::Activity;

static MAP: ZoneMap = ZoneMap::new();

fn activity(name: &str) -> Option<Recorded> {
    let bytes = corpus::read(&format!("multi/sweatpy/{name}"))?;
    let context = Context { content: name, path: name, zone: None, exercises: &[], zone_map: &MAP };
    let imported = read(&bytes, &context).unwrap();
    assert_eq!(imported.activities.len(), 1, "{name}");
    imported.activities.into_iter().next()
}

/// The same outing as FIT, TCX and GPX: distance within 1 %, duration within 2 s, heart rate within 1 bpm.
#[test]
fn the_same_activity_agrees_in_every_format() {
    let families: [&[&str]; 3] = [
        &["4078723797.fit", "4078723797_strava.gpx", "activity_4078723797.gpx"],
        &["4801048867.fit", "4801048867_strava.gpx", "activity_4801048867.gpx", "activity_4801048867.tcx"],
        &["2020-06-01-16-52-40.fit", "activity_5039744860.gpx", "activity_5039744860.tcx"],
    ];
    for family in families {
        let Some(told) = family.iter().map(|name| activity(name)).collect::<Option<Vec<Recorded>>>() else {
            return;
        };
        for (name, one) in family.iter().zip(&told).skip(1) {
            compare(name, &told[0].activity, &one.activity);
        }
        let activities: Vec<&Activity> = told.iter().map(|one| &one.activity).collect();
        assert_eq!(duplicates::group(&activities).len(), 1, "{family:?} are one activity");
    }
}

fn compare(name: &str, fit: &Activity, other: &Activity) {
    let (fit_m, other_m) = (fit.distance.unwrap().as_m(), other.distance.unwrap().as_m());
    assert!((fit_m - other_m).abs() <= 0.01 * fit_m, "{name}: {other_m} m against {fit_m} m");
    // The short ride's own session says 113 s for 126 s of samples; timer time is what all of them can tell.
    let (fit_s, other_s) = (fit.timer.unwrap().as_s(), other.timer.unwrap().as_s());
    assert!((fit_s - other_s).abs() <= 2.0, "{name}: {other_s} s against {fit_s} s");
    let (fit_bpm, other_bpm) =
        (fit.mean_heart_rate.unwrap().as_bpm(), other.mean_heart_rate.unwrap().as_bpm());
    assert!((fit_bpm - other_bpm).abs() <= 1.0, "{name}: {other_bpm} bpm against {fit_bpm} bpm");
}
