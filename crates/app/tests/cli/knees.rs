//! What is kept for the knee: made once, the same whoever asks first, absent where there is nothing to tell.

use crate::program::{Place, TODAY};
use kneewise_app::knees::{self, Telling};
use kneewise_store::{DatabaseUrl, Store};
use kneewise_types::{History, Sport};

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
    assert!(store.knee_digests().unwrap().is_empty());

    let first = filled(&mut store);
    let kept = store.knee_digests().unwrap();
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
