//! What a whole history says: sessions, breaks, weeks, and what must not change it.

use super::days::{days_between, plus_days};
use super::spike::{Spike, SpikeState};
use super::testing::{day, history_of, run_at, run_on};
use super::{LoadHistory, gather};
use kneewise_types::{Activity, Rpe, Seconds, Sport, Surface, WellnessEntry};
use proptest::prelude::*;

fn gathered(activities: Vec<Activity>, as_of: &str) -> LoadHistory {
    gather(&history_of(activities), day(as_of))
}

fn last_spike(activities: Vec<Activity>, as_of: &str) -> Spike {
    gathered(activities, as_of).sessions.last().unwrap().spike
}

fn ratio(spike: Spike) -> Option<f64> {
    match spike {
        Spike::Compared { ratio, .. } => Some(ratio),
        Spike::NoReference | Spike::UnknownDistance => None,
    }
}

#[test]
fn less_than_an_hour_between_two_runs_makes_one_session() {
    // 10.8 km at 3 m/s take an hour: the first run ends at 11:00.
    let joined = |second: &str| {
        gathered(vec![run_at("2026-03-01T10:00:00Z", 10.8), run_at(second, 3.0)], "2026-03-02").sessions
    };
    let one = joined("2026-03-01T11:59:59Z");
    assert_eq!(one.len(), 1);
    assert!((one[0].distance_m.unwrap() - 13_800.0).abs() < 1e-6);
    assert_eq!(one[0].activities.len(), 2);
    assert_eq!(joined("2026-03-01T12:00:00Z").len(), 2);
}

#[test]
fn runs_of_which_only_the_day_is_known_stay_apart() {
    let mut logged = run_on("2026-03-01", 5.0);
    logged.is_start_exact = false;
    let mut other = run_on("2026-03-01", 6.0);
    other.is_start_exact = false;
    assert_eq!(gathered(vec![logged, other], "2026-03-02").sessions.len(), 2);
}

#[test]
fn the_reference_is_the_thirty_days_before_and_not_the_same_day() {
    let against = |date: &str| last_spike(vec![run_on(date, 10.0), run_on("2026-03-31", 14.0)], "2026-03-31");
    assert!((ratio(against("2026-03-01")).unwrap() - 1.4).abs() < 1e-9);
    assert_eq!(against("2026-02-28"), Spike::NoReference);
    let same_day = vec![run_at("2026-03-31T06:00:00Z", 10.0), run_at("2026-03-31T18:00:00Z", 14.0)];
    assert_eq!(last_spike(same_day, "2026-03-31"), Spike::NoReference);
}

#[test]
fn only_running_sports_are_a_reference() {
    let mut hike = run_on("2026-03-20", 25.0);
    hike.sport = Sport::Hike;
    let runs = vec![run_on("2026-03-10", 10.0), hike, run_on("2026-03-25", 14.0)];
    let Spike::Compared { state, best_date, .. } = last_spike(runs, "2026-03-31") else {
        panic!("not compared")
    };
    assert_eq!(state, SpikeState::Moderate);
    assert_eq!(best_date, day("2026-03-10"));
}

#[test]
fn nothing_after_the_day_asked_counts() {
    let runs = vec![run_on("2026-03-10", 10.0), run_on("2026-03-25", 14.0), run_on("2026-04-05", 30.0)];
    let now = gathered(runs, "2026-03-31");
    assert_eq!(now.sessions.len(), 2);
    assert_eq!(now.days.last(), Some(day("2026-03-31")));
}

#[test]
fn breaks_lie_between_two_runs() {
    let runs = vec![run_on("2026-03-01", 10.0), run_on("2026-03-16", 5.0), run_on("2026-04-20", 5.0)];
    let load = gathered(runs, "2026-05-30");
    let breaks = load.breaks(day("2026-03-01"), day("2026-05-30"), 14);
    assert_eq!(breaks.len(), 2);
    assert_eq!((breaks[0].from, breaks[0].to, breaks[0].days), (day("2026-03-02"), day("2026-03-15"), 14));
    assert_eq!(breaks[1].days, 34);
    assert_eq!(load.breaks(day("2026-03-01"), day("2026-05-30"), 15).len(), 1);
}

#[test]
fn four_silent_weeks_are_unknown_unless_something_else_was_entered() {
    let mut history = history_of(vec![run_on("2026-01-01", 10.0), run_on("2026-02-10", 10.0)]);
    let (from, to) = (day("2026-01-02"), day("2026-02-09"));
    assert_eq!(gather(&history, day("2026-02-10")).days.known_days(from, to), 0);
    assert_eq!(
        gather(&history, day("2026-02-10")).days.day(day("2026-01-15")).unwrap().running_distance_m,
        None
    );
    history.wellness = vec![WellnessEntry {
        date: day("2026-01-20"),
        sleep_h: Some(7.0),
        resting_heart_rate: None,
        hrv_rmssd_ms: None,
        stress: None,
        mood: None,
        soreness: None,
        mass: None,
    }];
    assert_eq!(gather(&history, day("2026-02-10")).days.known_days(from, to), 39);
}

#[test]
fn a_week_is_compared_with_the_seven_days_before_it() {
    let mut runs: Vec<Activity> =
        (0..7).map(|n| run_on(&plus_days(day("2026-03-01"), n).to_string(), 3.0)).collect();
    runs.extend((7..14).map(|n| run_on(&plus_days(day("2026-03-01"), n).to_string(), 4.5)));
    let load = gathered(runs, "2026-03-14");
    let rise = load.days.largest_week_rise(day("2026-03-01"), day("2026-03-14")).unwrap();
    assert!((rise.ratio - 1.5).abs() < 1e-9);
    assert_eq!((rise.from, rise.to), (day("2026-03-08"), day("2026-03-14")));
    assert_eq!(load.days.largest_week_rise(day("2026-03-01"), day("2026-03-13")), None);
}

#[test]
fn even_weeks_do_not_vary() {
    let runs: Vec<Activity> =
        (0..28).map(|n| run_on(&plus_days(day("2026-01-05"), 2 * n).to_string(), 8.0)).collect();
    let load = gathered(runs, "2026-03-01");
    // 4 and 3 runs a week in turn: weeks of 32 and 24 km, mean 28, sample SD 4 * sqrt(8 / 7).
    let got = load.days.coefficient_of_variation(day("2026-03-01"), 8).unwrap();
    assert!((got - 4.0 * (8.0_f64 / 7.0).sqrt() / 28.0).abs() < 1e-9, "{got}");
    assert_eq!(load.days.coefficient_of_variation(day("2026-03-01"), 9), None);
}

#[test]
fn hard_sessions_are_those_rated_or_logged_so() {
    let mut rated = run_at("2026-03-01T18:00:00Z", 8.0);
    rated.session_rpe = Rpe::new(7.0).ok();
    let mut logged = run_at("2026-03-03T17:00:00Z", 8.0);
    logged.hard = Seconds::new(600.0).ok();
    let mut easy = run_at("2026-03-04T17:00:00Z", 8.0);
    easy.session_rpe = Rpe::new(3.0).ok();
    let untold = run_at("2026-03-06T17:00:00Z", 8.0);
    let load = gathered(vec![rated, logged, easy, untold], "2026-03-07");
    let hard: Vec<_> = load.sessions.iter().map(|session| session.is_hard).collect();
    assert_eq!(hard, [Some(true), Some(true), Some(false), None]);
    let (from, to) = (day("2026-03-01"), day("2026-03-07"));
    assert_eq!(load.hard_pairs(from, to, 48.0), [(day("2026-03-01"), day("2026-03-03"))]);
    assert!(load.hard_pairs(from, to, 47.0).is_empty());
    assert!((load.hard_known_share(from, to) - 0.75).abs() < 1e-9);
}

#[test]
fn surfaces_are_told_or_implied_by_the_sport() {
    let mut road = run_on("2026-03-01", 6.0);
    road.surface = Some(Surface::Road);
    let mut trail = run_on("2026-03-02", 2.0);
    trail.sport = Sport::TrailRun;
    let history = history_of(vec![road, trail, run_on("2026-03-03", 2.0)]);
    let shares =
        gather(&history, day("2026-03-04")).surface_shares(&history, day("2026-03-01"), day("2026-03-04"));
    assert!((shares.total_m - 10_000.0).abs() < 1e-6 && (shares.known_m - 8_000.0).abs() < 1e-6);
    assert_eq!(shares.shares, [(Surface::Road, 0.75), (Surface::Trail, 0.25)]);
}

#[test]
fn an_empty_history_has_no_days() {
    let load = gathered(vec![], "2026-03-01");
    assert!(load.days.days().is_empty() && load.sessions.is_empty());
    assert_eq!(load.days.known_days(day("2026-01-01"), day("2026-03-01")), 0);
    assert_eq!(load.days.hard_s(day("2026-01-01"), day("2026-03-01")), None);
}

/// Days from the first, start hour and kilometres of some runs.
fn runs() -> impl Strategy<Value = Vec<(i64, u8, u16)>> {
    prop::collection::vec((0_i64..120, 5_u8..21, 10_u16..300), 1..40)
}

fn make(runs: &[(i64, u8, u16)], shift: i64) -> Vec<Activity> {
    runs.iter()
        .map(|(at, hour, hectometres)| {
            let date = plus_days(day("2025-01-01"), at + shift);
            run_at(&format!("{date}T{hour:02}:00:00Z"), f64::from(*hectometres) / 10.0)
        })
        .collect()
}

fn largest_ratio(activities: Vec<Activity>, shift: i64) -> Option<f64> {
    let as_of = plus_days(day("2025-05-01"), shift);
    let load = gather(&history_of(activities), as_of);
    load.largest_spike(plus_days(as_of, -60), as_of).map(|(_, ratio)| ratio)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn shifting_all_dates_shifts_the_answer(runs in runs(), shift in -400_i64..400) {
        let as_of = day("2025-05-01");
        let plain = gather(&history_of(make(&runs, 0)), as_of);
        let shifted = gather(&history_of(make(&runs, shift)), plus_days(as_of, shift));
        prop_assert_eq!(plain.sessions.len(), shifted.sessions.len());
        for (a, b) in plain.sessions.iter().zip(&shifted.sessions) {
            prop_assert_eq!(days_between(a.date, b.date), shift);
            prop_assert_eq!(ratio(a.spike), ratio(b.spike));
        }
        for (a, b) in plain.days.days().iter().zip(shifted.days.days()) {
            prop_assert_eq!(a.running_distance_m, b.running_distance_m);
            prop_assert_eq!(a.best_30_days_m, b.best_30_days_m);
        }
    }

    #[test]
    fn the_order_of_activities_changes_nothing(runs in runs(), seed in any::<u64>()) {
        let as_of = day("2025-05-01");
        let mut runs = runs;
        runs.sort_unstable();
        runs.dedup_by_key(|run| (run.0, run.1));
        let plain = gather(&history_of(make(&runs, 0)), as_of);
        let mut mixed = runs.clone();
        let n = mixed.len();
        for at in (1..n).rev() {
            mixed.swap(at, usize::try_from(seed.wrapping_mul(at as u64 + 7) >> 33).unwrap() % (at + 1));
        }
        let other = gather(&history_of(make(&mixed, 0)), as_of);
        prop_assert_eq!(&plain.days, &other.days);
        for (a, b) in plain.sessions.iter().zip(&other.sessions) {
            prop_assert_eq!((a.start, a.distance_m, a.spike), (b.start, b.distance_m, b.spike));
        }
    }

    #[test]
    fn a_longer_last_run_never_has_a_smaller_spike(runs in runs(), more in 1_u16..200) {
        let last = |extra: u16| {
            let mut activities = make(&runs, 0);
            activities.push(run_on("2025-05-01", f64::from(80 + extra) / 10.0));
            ratio(last_spike(activities, "2025-05-01"))
        };
        prop_assert!(last(more) >= last(0));
    }

    #[test]
    fn splitting_a_run_changes_no_distance(runs in runs(), pause_min in 0_i64..59) {
        let whole = make(&runs, 0);
        let mut split = Vec::new();
        for activity in &whole {
            let mut first = activity.clone();
            let half = Seconds::new(activity.elapsed.as_s() / 2.0).unwrap();
            first.distance = activity.distance.map(|d| kneewise_types::Metres::new(d.as_m() / 2.0).unwrap());
            first.elapsed = half;
            first.moving = Some(half);
            let mut second = first.clone();
            second.start = first.start + jiff::SignedDuration::from_secs_f64(half.as_s() + pause_min as f64 * 60.0);
            second.id.0.push('b');
            split.extend([first, second]);
        }
        // The pauses only lengthen a run: sessions that would then touch the next one are not what is tested.
        prop_assume!(whole.len() == 1 || gathered(split.clone(), "2025-05-01").sessions.len()
            == gathered(whole.clone(), "2025-05-01").sessions.len());
        prop_assume!(split.iter().all(|a| a.local_date == kneewise_types::local_date(a.start, 0)));
        let (a, b) = (largest_ratio(whole, 0), largest_ratio(split, 0));
        prop_assert!(a.zip(b).is_none_or(|(a, b)| (a - b).abs() < 1e-9) && a.is_some() == b.is_some());
    }
}
