//! The demo and every other life must hold on any day it is asked for.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use kneewise_simulate::{Home, Life, Outing, Scenario, plan, simulate};

/// A hundred last days: leap days, year ends, both daylight-saving changes, and a walk through the weekdays.
fn ends() -> Vec<Date> {
    let special = [
        date(2024, 2, 29),
        date(2028, 2, 29),
        date(2025, 2, 28),
        date(2025, 12, 31),
        date(2026, 1, 1),
        date(2026, 3, 29),
        date(2026, 3, 30),
        date(2026, 10, 25),
        date(2026, 10, 26),
        date(2026, 4, 5),
        date(2026, 11, 1),
    ];
    let walk = (0..89).map(|step| date(2025, 1, 3).checked_add((step * 17).days()).unwrap());
    special.into_iter().chain(walk).collect()
}

fn runs(life: &Life) -> Vec<&Outing> {
    life.outings().iter().filter(|outing| outing.sport.is_running()).collect()
}

/// Longest run of the 30 days before a day.
fn longest_before(runs: &[&Outing], day: Date) -> f64 {
    let from = day.checked_sub(30.days()).unwrap();
    let within = runs.iter().filter(|run| run.date >= from && run.date < day);
    within.map(|run| run.distance_m.unwrap()).fold(0.0, f64::max)
}

#[test]
fn the_demo_tells_its_story_on_a_hundred_different_days() {
    for end in ends() {
        let life = plan(&Scenario::demo(end));
        let runs = runs(&life);
        assert!((150..320).contains(&runs.len()), "{end}: {} runs", runs.len());
        let [first, second] = life.truth().flares.as_slice() else { panic!("{end}: two flares") };
        for flare in [first, second] {
            let spike_day = flare.onset.checked_sub(2.days()).unwrap();
            let spike = runs.iter().find(|run| run.date == spike_day).unwrap().distance_m.unwrap();
            assert!(spike > 2.0 * longest_before(&runs, spike_day), "{end}: {spike}");
            assert!(flare.is_exposed, "{end}");
        }
        // In the six weeks before, nothing else that a cause could be mistaken for.
        for (mechanism, days) in &life.truth().exposure_days {
            let is_near = |day: &&Date| **day <= second.onset && (second.onset - **day).get_days() <= 42;
            let near = days.iter().filter(is_near).count();
            assert!(near == 0 || *mechanism == "load.single_session_spike", "{end}: {mechanism} {near} days");
        }
        let age = (end - second.onset).get_days();
        assert!((9..=15).contains(&age), "{end}: flare {age} days old");
        // The earlier flare is within the year before, and long over.
        assert!((second.onset - first.onset).get_days() > 150, "{end}");
        assert!(life.outings().iter().all(|outing| outing.date <= end));
    }
}

#[test]
fn local_days_and_offsets_agree_in_every_home() {
    for home in Home::ALL {
        for end in [date(2026, 3, 31), date(2026, 4, 6), date(2026, 10, 27), date(2024, 3, 1)] {
            let mut scenario = Scenario::new(11, end).with_days(30);
            scenario.home = home;
            for outing in plan(&scenario).outings() {
                let offset = jiff::tz::Offset::from_seconds(outing.offset_s).unwrap();
                assert_eq!(offset.to_datetime(outing.start).date(), outing.date, "{}", home.zone);
            }
        }
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_seed_another_life() {
    let scenario = |seed| Scenario::new(seed, date(2026, 10, 1)).with_days(45);
    let (first, again, other) = (simulate(&scenario(1)), simulate(&scenario(1)), simulate(&scenario(2)));
    assert_eq!(first.files, again.files);
    assert_eq!(first.truth, again.truth);
    assert_ne!(first.files, other.files);
}

#[test]
fn a_file_made_alone_equals_the_file_made_among_all() {
    let scenario = Scenario::new(4, date(2026, 10, 1)).with_days(60);
    let all = simulate(&scenario).files;
    let life = plan(&scenario);
    for index in (0..life.file_count()).rev().step_by(7) {
        assert_eq!(life.file(index).unwrap(), all[index]);
    }
    assert_eq!(life.file(life.file_count()), None);
}

#[test]
fn moving_the_last_day_by_whole_weeks_moves_the_demo_with_it() {
    let dates = |end: Date| -> Vec<(Date, Option<f64>)> {
        plan(&Scenario::demo(end)).outings().iter().map(|outing| (outing.date, outing.distance_m)).collect()
    };
    let (early, late) = (dates(date(2026, 5, 4)), dates(date(2026, 5, 18)));
    let moved: Vec<_> = early.iter().map(|&(day, m)| (day.checked_add(14.days()).unwrap(), m)).collect();
    assert_eq!(moved, late);
}
