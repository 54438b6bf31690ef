use super::*;
use crate::logs::table::read_table;
use kneewise_types::OffsetOrigin;

pub(super) fn read(text: &str) -> Imported {
    let table = read_table(text.as_bytes()).unwrap();
    crate::source::in_test(|context| read_export_table(table, context)).unwrap()
}

const ENGLISH: &str = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,\
    Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,\
    Bike Weight,Elapsed Time,Moving Time,Distance,Max Speed,Average Speed,Elevation Gain,Elevation Loss,\
    Elevation Low,Elevation High,Max Grade,Average Grade,Average Positive Grade,Average Negative Grade,Max Cadence,\
    Average Cadence,Max Heart Rate,Average Heart Rate,Max Watts,Average Watts,Calories,Max Temperature,\
    Average Temperature,Relative Effort,Total Work,Number of Runs,Uphill Time,Downhill Time,Other Time,\
    Perceived Exertion,Type";

const GERMAN: &str = "Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,\
    Verstrichene Zeit,Distanz,Max. Herzfrequenz,Relative Leistung,Pendeln,Hinweis,Aktivitätsausrüstung,Dateiname,\
    Sportlergewicht,Fahrradgewicht,Verstrichene Zeit,Bewegungszeit,Distanz,Höchstgeschw.,Geschw.,Höhenzunahme,\
    Höhenunterschied,Min. Höhe,Max. Höhe,Max. Steigung,Steigung,pos.,neg.,Max. Tritt,Trittfrequenz,\
    Max. Herzfrequenz,Herzfrequenz,Max. Watt,Watt,Kalorien,Max. Temperatur,Temperatur,Relative Leistung,Arbeit,\
    Läufe,Bergauf,Bergab,Andere,Gefühlte Anstrengung,Art";

/// A row of either header: date, type, shown distance, the rest alike.
pub(super) fn row(date: &str, sport: &str, shown: &str) -> String {
    format!(
        "8228026758,\"{date}\",Morning,{sport},\"knee 4/10, stopped\",3000,\"{shown}\",181,50,false,sore,Ghost 12,\
         activities/8228026758.fit.gz,70,,3010.0,2900.0,9440.5,4.1,3.2,55.0,50.0,1,30,5,0,1,1,95,84.5,183,150.5,300,\
         250,600,25,20,50,0,,,,,7,x\n"
    )
}

pub(super) fn check(imported: &Imported, title: &str) {
    let [recorded] = imported.activities.as_slice() else { panic!("one activity: {:?}", imported.notes) };
    let activity = &recorded.activity;
    assert_eq!(activity.start.to_string(), "2022-12-09T15:24:49Z", "{title}");
    assert_eq!(activity.offset_origin, OffsetOrigin::Assumed);
    assert_eq!(activity.sport, Sport::Run);
    assert!((activity.elapsed.as_s() - 3010.0).abs() < 1e-9);
    assert!((activity.moving.unwrap().as_s() - 2900.0).abs() < 1e-9);
    assert!((activity.distance.unwrap().as_m() - 9440.5).abs() < 1e-9);
    assert!((activity.ascent.unwrap().as_m() - 55.0).abs() < 1e-9);
    assert!((activity.mean_cadence.unwrap().as_spm() - 169.0).abs() < 1e-9);
    assert!((activity.mean_heart_rate.unwrap().as_bpm() - 150.5).abs() < 1e-9);
    assert!((activity.max_heart_rate.unwrap().as_bpm() - 183.0).abs() < 1e-9);
    assert!((activity.mean_power.unwrap().as_w() - 250.0).abs() < 1e-9);
    assert!((activity.session_rpe.unwrap().as_points() - 7.0).abs() < 1e-9);
    assert_eq!(activity.title.as_deref(), Some("Morning"));
    assert_eq!(activity.description.as_deref(), Some("knee 4/10, stopped"));
    assert_eq!(activity.private_note.as_deref(), Some("sore"));
    assert_eq!(activity.shoe.as_deref(), Some("Ghost 12"));
    assert_eq!(imported.links[0].file, "activities/8228026758.fit.gz");
    assert_eq!(imported.links[0].id, activity.id);
    assert!(imported.notes.is_empty(), "{:?}", imported.notes);
}

#[test]
fn repeated_names_are_told_apart() {
    let text = format!("{ENGLISH}\n{}", row("Dec 9, 2022, 3:24:49 PM", "Run", "9.44"));
    check(&read(&text), "english");
}

#[test]
fn an_unknown_language_is_read_by_shape_and_content() {
    let text = format!("{GERMAN}\n{}", row("09.12.2022, 15:24:49", "Lauf", "9,44"));
    check(&read(&text), "german");
    let renamed = GERMAN.replace("ä", "o").replace("Distanz", "Tavolsag").replace("Zeit", "Ido");
    let text = format!("{renamed}\n{}", row("2022-12-09 15:24:49", "Run", "9,44"));
    check(&read(&text), "a language nobody listed");
}

#[test]
fn the_oldest_header_shows_metres() {
    let imported = read(
        "id,date,name,type,description,elapsed_time,distance,commute,gear,filename\n\
         1836776031,2018-09-12 15:02:23,Evening,Run,,783,3681.0,true,Ghost,activities/1836776031.gpx\n",
    );
    let activity = &imported.activities[0].activity;
    assert!((activity.distance.unwrap().as_m() - 3681.0).abs() < 1e-9);
    assert_eq!(activity.shoe.as_deref(), Some("Ghost"));
}

#[test]
fn the_first_block_alone_shows_kilometres_but_metres_for_swims() {
    let imported = read(
        "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Commute,\
         Activity Gear,Filename\n\
         1836776031,\"Sep 12, 2018, 3:02:23 PM\",Evening,Run,,783,3.68,true,Ghost,\n\
         1836776032,\"Sep 13, 2018, 3:02:23 PM\",Pool,Swim,,783,503,true,,\n",
    );
    let distances: Vec<f64> =
        imported.activities.iter().map(|found| found.activity.distance.unwrap().as_m()).collect();
    assert!((distances[0] - 3680.0).abs() < 1e-6 && (distances[1] - 503.0).abs() < 1e-6);
    assert_eq!(imported.notes[0].what, "no row names a file, 2 activities are kept as summaries");
}

#[test]
fn a_row_without_a_date_is_left_out_and_named() {
    let text =
        format!("{ENGLISH}\n{}{}", row("soon", "Run", "1"), row("Dec 9, 2022, 3:24:49 PM", "Luge", "1"));
    let imported = read(&text);
    assert_eq!(imported.activities.len(), 1);
    assert_eq!(imported.rows_left_out, 1);
    assert_eq!(imported.notes[0].at.as_deref(), Some("line 2, column date"));
    assert_eq!(imported.notes[0].what, "`soon` is no date and time, the row was left out");
    assert_eq!(imported.notes[1].what, "taken as sport `other`: `Luge` (1)");
}

#[test]
fn a_log_is_no_export_table() {
    let table = read_table(b"date,sport,duration_min,distance_km,rpe,shoe,note\n2026-03-01,run,45,8,4,A,x\n")
        .unwrap();
    assert!(!is_export_table(&table));
}
