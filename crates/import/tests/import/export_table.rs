use crate::corpus;
use kneewise_import::{Context, read_csv};
use kneewise_types::{SourceKind, Sport};
use std::collections::BTreeSet;

/// The figures are those the corpus' own description gives.
#[test]
fn five_years_of_one_runner() {
    let Some(bytes) = corpus::read("real-history/activities.csv") else { return };
    let context = Context {
        content: "feedfacefeedface",
        path: "activities.csv",
        zone: None,
        exercises: &[],
        zone_map: &kneewise_import::ZoneMap::new(),
    };
    let imported = read_csv(&bytes, &context).unwrap();
    assert_eq!(imported.activities.len(), 2189);
    let of_sport = |sport| imported.activities.iter().filter(|found| found.activity.sport == sport).count();
    assert_eq!(of_sport(Sport::Run), 1822);
    assert_eq!(of_sport(Sport::TreadmillRun), 71);
    assert_eq!(imported.rows_left_out, 0);
    let with_shoe = imported.activities.iter().filter(|found| found.activity.shoe.is_some()).count();
    assert_eq!(with_shoe, 1167);
    let ghost = Some("Brooks Ghost 12");
    let in_ghost = imported.activities.iter().filter(|found| found.activity.shoe.as_deref() == ghost).count();
    assert_eq!(in_ghost, 270);
    let rated = imported.activities.iter().filter(|found| found.activity.session_rpe.is_some()).count();
    assert_eq!(rated, 175);
    assert!(
        imported.activities.iter().all(|found| found.activity.sources[0].kind == SourceKind::ExportTable)
    );
    let ids: BTreeSet<_> = imported.activities.iter().map(|found| &found.activity.id).collect();
    assert_eq!(ids.len(), 2189);
    let about_files = imported.notes.iter().filter(|note| note.what.contains("file")).count();
    assert_eq!(about_files, 1);
    let cadences = imported.activities.iter().filter(|found| found.activity.sport == Sport::Run);
    let cadences: Vec<f64> =
        cadences.filter_map(|found| found.activity.mean_cadence).map(|c| c.as_spm()).collect();
    assert!(cadences.iter().all(|spm| (100.0..=200.0).contains(spm)), "both feet: {cadences:?}");
}
