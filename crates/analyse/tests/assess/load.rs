//! L1 to L9.

use crate::story::{Story, ago, rated, score};
use kneewise_types::assessment::{CauseRow, State};
use kneewise_types::reason::Fact;
use kneewise_types::{Metres, Seconds, Surface};

/// Half a year of the same run every other day.
fn steady() -> Story {
    Story::new().runs(180, 2, 2, 10.0)
}

#[test]
fn l1_fires_above_ten_per_cent_and_not_at_it() {
    let spike = steady().run(9, 14.0).row(CauseRow::L1);
    assert_eq!(spike.state, State::Present);
    assert!((spike.contribution - 0.31).abs() < 1e-9);
    let Fact::LongRun { date, distance_m, ratio, .. } = &spike.reasons[0].fact else { panic!("{spike:?}") };
    assert_eq!((*date, *distance_m), (ago(9), 14_000.0));
    assert!((ratio - 1.4).abs() < 1e-9);
    let edge = steady().run(9, 11.0).row(CauseRow::L1);
    assert_eq!(edge.state, State::Absent);
    assert!(
        matches!(edge.reasons[0].fact, Fact::NoLongRun { largest_ratio, .. } if (largest_ratio - 1.1).abs() < 1e-9)
    );
    assert_eq!(Story::new().runs(12, 2, 2, 10.0).state(CauseRow::L1), State::Unknown);
}

#[test]
fn l2_fires_above_twice_and_then_l1_does_not_count() {
    let story = steady().run(9, 21.0);
    assert_eq!(story.state(CauseRow::L2), State::Present);
    let both = steady().run(20, 12.0).run(9, 25.0);
    assert_eq!(both.row(CauseRow::L1).state, State::Present);
    assert!(both.row(CauseRow::L1).contribution.abs() < 1e-9, "of L1 and L2 only the larger counts");
    assert_eq!(steady().run(9, 20.0).state(CauseRow::L2), State::Absent);
}

#[test]
fn l3_fires_for_a_novice_alone() {
    let rise = || Story::new().runs(100, 16, 2, 5.0).runs(15, 1, 1, 5.0);
    let since = |days: i64| {
        move |history: &mut kneewise_types::History| {
            history.profile.running_since = Some(ago(days));
        }
    };
    assert_eq!(rise().with(since(200)).state(CauseRow::L3), State::Present);
    assert_eq!(rise().with(since(900)).state(CauseRow::L3), State::Absent);
    assert_eq!(rise().state(CauseRow::L3), State::Unknown);
    let gentle = Story::new().runs(100, 1, 1, 5.0).with(since(200));
    assert_eq!(gentle.state(CauseRow::L3), State::Absent);
}

#[test]
fn l4_fires_at_twice_the_usual_descent() {
    let hilly = |recent_m: f64| {
        let with = |metres: f64| {
            move |activity: &mut kneewise_types::Activity| {
                activity.descent = Metres::new(metres).ok();
                activity.hard = Seconds::new(0.0).ok();
            }
        };
        Story::new().runs_with((110, 12), 2, 10.0, with(50.0)).runs_with((10, 2), 2, 10.0, with(recent_m))
    };
    let steep = hilly(150.0).row(CauseRow::L4);
    assert_eq!(steep.state, State::Present, "{steep:?}");
    assert!(matches!(steep.reasons[0].fact, Fact::NewDescent { .. }));
    assert_eq!(hilly(80.0).state(CauseRow::L4), State::Absent);
    assert_eq!(steady().state(CauseRow::L4), State::Unknown);
}

#[test]
fn l5_fires_when_more_than_half_comes_back_in_two_weeks() {
    let back = |km: f64| Story::new().runs(120, 36, 2, 10.0).runs(15, 1, 2, km);
    assert_eq!(back(10.0).state(CauseRow::L5), State::Present);
    assert_eq!(back(4.0).state(CauseRow::L5), State::Absent);
    let no_break = steady().row(CauseRow::L5);
    assert_eq!(no_break.state, State::Absent);
    assert!(matches!(no_break.reasons[0].fact, Fact::NoBreak { longest_days: 1, .. }));
}

#[test]
fn l6_fires_at_two_close_pairs() {
    let hard = |days: &[i64]| {
        days.iter().fold(Story::new().runs_with((120, 22), 2, 10.0, rated(3.0)), |story, day| {
            story.run_with(*day, 10.0, rated(7.0))
        })
    };
    assert_eq!(hard(&[18, 17, 9, 8]).state(CauseRow::L6), State::Present);
    assert_eq!(hard(&[18, 17, 9, 7]).state(CauseRow::L6), State::Absent, "48 h are far enough");
    assert_eq!(steady().state(CauseRow::L6), State::Unknown);
}

#[test]
fn l7_fires_on_a_surface_that_was_rare() {
    let on =
        |surface: Surface| move |activity: &mut kneewise_types::Activity| activity.surface = Some(surface);
    let story = |now| {
        Story::new().runs_with((120, 22), 2, 10.0, on(Surface::Road)).runs_with((20, 2), 2, 10.0, on(now))
    };
    assert_eq!(story(Surface::Trail).state(CauseRow::L7), State::Present);
    assert_eq!(story(Surface::Road).state(CauseRow::L7), State::Absent);
    assert_eq!(steady().state(CauseRow::L7), State::Unknown);
}

#[test]
fn l8_speaks_against_when_weeks_are_steady() {
    let steady = Story::new().runs(180, 1, 1, 8.0);
    assert_eq!(steady.state(CauseRow::L8), State::Present);
    let unsteady = Story::new().runs(180, 29, 1, 8.0).runs(28, 1, 2, 8.0);
    assert_eq!(unsteady.state(CauseRow::L8), State::Absent);
    assert_eq!(steady.run(9, 20.0).state(CauseRow::L8), State::Absent);
}

#[test]
fn l9_speaks_against_when_it_began_with_a_twist() {
    assert_eq!(Story::new().finding(5, "F08", true).state(CauseRow::L9), State::Present);
    assert_eq!(Story::new().finding(5, "F08", false).state(CauseRow::L9), State::Absent);
    assert_eq!(Story::new().finding(50, "F08", true).state(CauseRow::L9), State::Unknown);
}

#[test]
fn the_run_of_the_onset_day_counts_only_when_it_hurt_during_or_after() {
    let spike = steady().run_with(5, 25.0, |run| run.local_date = ago(5));
    let hurt = spike.clone().pain(5, 6);
    assert_eq!(hurt.state(CauseRow::L2), State::Present);
    let woke = spike.entry(5, |entry| entry.pain_morning = score(6));
    assert_eq!(woke.state(CauseRow::L2), State::Absent);
}
