//! What is kept for the knee: made once, the same whoever asks first, absent where there is nothing to tell.

use crate::program::{Place, TODAY};
use crate::serving::Served;
use kneewise_app::knees::{self, Telling};
use kneewise_store::{DatabaseUrl, Store};
use kneewise_types::{History, Sport};
use serde_json::Value;

fn filled(store: &mut Store) -> History {
    let mut history = store.history().unwrap();
    knees::add_to(&mut history, store, TODAY.parse().unwrap(), &Telling::SILENT).unwrap();
    history
}

#[test]
fn a_history_tells_what_each_run_asked_of_the_knee() {
    let place = Place::new();
    place.simulate("runner", &["--days", "150"]);
    place.done(&["import", "runner"]);
    let mut store = Store::open(&DatabaseUrl::file(&place.join("runs.db"))).unwrap();
    let by_import = store.knee_digests().unwrap();
    store.write(|writing| writing.forget_knee_digests()).unwrap();
    assert!(store.knee_digests().unwrap().is_empty());

    let first = filled(&mut store);
    let kept = store.knee_digests().unwrap();
    assert_eq!(by_import, kept, "an import makes what a question would make");
    let on_foot = |sport: Sport| sport.is_running() || matches!(sport, Sport::Walk | Sport::Hike);
    let asked = first.activities.iter().filter(|activity| on_foot(activity.sport)).count();
    assert_eq!(kept.len(), asked);
    let told = kept.values().filter(|outcome| outcome.is_ok()).count();
    assert_eq!(first.knee.len(), told);
    assert!(told > 30 && first.knee.iter().all(|knee| knee.dose.patellofemoral.impulse_bw_s > 0.0));
    assert!(first.knee.iter().filter(|knee| knee.mean_rho.is_some()).count() > 20);
    assert!(!first.gait.is_empty());

    assert_eq!(filled(&mut store), first, "asked again");
    let mut early = store.history().unwrap();
    let day = "2026-07-15".parse().unwrap();
    knees::add_to(&mut early, &mut store, day, &Telling::SILENT).unwrap();
    assert!(!early.knee.is_empty() && early.knee.iter().all(|knee| knee.local_date <= day));
    assert!(early.gait.iter().all(|run| run.local_date <= day));
}

#[test]
fn it_does_not_matter_which_command_asks_first() {
    let place = Place::new();
    place.simulate("runner", &["--days", "60"]);
    place.done(&["import", "runner"]);
    place.done(&["backup", "copy.db"]);
    let first = place.json(&["knee"]);
    place.done(&["restore", "copy.db", "--yes"]);
    place.done(&["why"]);
    assert_eq!(place.json(&["knee"]), first);
    assert!(first["activities"].as_array().unwrap().len() > 10);
}

#[test]
fn the_api_tells_of_the_knee_what_the_command_tells() {
    let place = Place::new();
    place.simulate("runner", &["--days", "60"]);
    place.done(&["import", "runner"]);
    let served = Served::start(&place);
    let told = |path: &str| -> Value { serde_json::from_str(&served.get(path).body).unwrap() };
    let all = place.json(&["knee"]);
    assert_eq!(told("/api/v1/knee"), all);
    assert_eq!(told("/api/v1/knee?since=2026-09-01"), place.json(&["knee", "--since", "2026-09-01"]));
    let run = all["activities"][0].clone();
    let (id, date) = (run["id"].as_str().unwrap(), run["local_date"].as_str().unwrap());
    assert_eq!(told(&format!("/api/v1/knee/activities/{id}")), place.json(&["knee", "show", id]));
    assert_eq!(told(&format!("/api/v1/knee/days/{date}")), place.json(&["knee", "day", date]));
    let asked = place.json(&["knee", "what-if", "--cadence", "+7%", "--speed", "-10%", "--shoe", "minimal"]);
    let path = "/api/v1/knee/what-if?cadence_percent=7&speed_percent=-10&shoe=minimal";
    // The command asks cells and whole activities, the page cells alone: the same to a rounding.
    let (mut page, mut command) = (told(path), asked);
    for structure in ["patellofemoral", "patellar_tendon", "tibiofemoral"] {
        let ratio = |document: &Value| document["what_if"][structure]["impulse"]["ratio"].as_f64().unwrap();
        assert!((ratio(&page) - ratio(&command)).abs() < 1e-9, "{structure}");
    }
    assert_eq!(page["sentences"].take(), command["sentences"].take());
    for wrong in ["", "?cadence_percent=700", "?cadence_percent=NaN", "?shoe=boots", "?cadence_percent=0"] {
        assert_eq!(served.get(&format!("/api/v1/knee/what-if{wrong}")).status, 422, "{wrong}");
    }
    assert_eq!(served.get("/api/v1/knee/days/2026-02-30").status, 404);
    assert_eq!(served.get("/api/v1/knee/activities/zz").status, 404);
}

/// What an import made is what a question makes, and how many there are of both.
fn made_and_asked(place: &Place) -> (usize, usize) {
    let mut store = Store::open(&DatabaseUrl::file(&place.join("runs.db"))).unwrap();
    let made = store.knee_digests().unwrap();
    store.write(|writing| writing.forget_knee_digests()).unwrap();
    filled(&mut store);
    let asked = store.knee_digests().unwrap();
    for (id, outcome) in &made {
        assert_eq!(asked.get(id), Some(outcome), "{}", id.0);
    }
    (made.len(), asked.len())
}

#[test]
fn an_import_makes_the_same_of_outings_told_by_several_files() {
    let place = Place::new();
    place.simulate("watch", &["--days", "40"]);
    place.simulate("again", &["--days", "40", "--format", "tcx"]);
    place.done(&["import", "watch", "again"]);
    let (made, asked) = made_and_asked(&place);
    assert!(made > 10 && made == asked, "{made} of {asked}");
}

#[test]
fn an_import_makes_what_a_platforms_export_asked_of_the_knee() {
    let place = Place::new();
    place.simulate("export", &["--days", "40", "--export"]);
    place.done(&["import", "export"]);
    let (made, asked) = made_and_asked(&place);
    assert!(made > 10 && made == asked, "{made} of {asked}");
}
