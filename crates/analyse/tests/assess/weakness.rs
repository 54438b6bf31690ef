//! W1 to W8.

use crate::story::{Story, ago, score};
use kneewise_types::assessment::{CauseRow, State};
use kneewise_types::{Sex, TestId, TestSide};

/// The left knee hurts.
fn sore() -> Story {
    Story::new().pain(2, 4)
}

#[test]
fn w1_fires_below_its_symmetry_on_the_sore_side() {
    assert_eq!(sore().sides(TestId::HeelRaise, 18.0, 22.0).state(CauseRow::W1), State::Present);
    assert_eq!(sore().sides(TestId::HeelRaise, 19.0, 22.0).state(CauseRow::W1), State::Absent, "86 %");
    assert_eq!(sore().sides(TestId::HeelRaise, 22.0, 18.0).state(CauseRow::W1), State::Absent);
    assert_eq!(sore().sides(TestId::HamstringBridge, 22.0, 25.0).state(CauseRow::W1), State::Present, "88 %");
    assert_eq!(sore().state(CauseRow::W1), State::Unknown);
}

#[test]
fn w2_fires_below_the_quartile_of_age_and_sex() {
    let done = |reps: f64| {
        sore().test(TestId::SitToStand1Min, TestSide::Both, reps).with(|history| {
            history.profile.birth_year = Some(1986);
            history.profile.sex = Some(Sex::Male);
        })
    };
    assert_eq!(done(35.0).state(CauseRow::W2), State::Present, "D1-9");
    assert_eq!(done(36.0).state(CauseRow::W2), State::Absent, "D1-9");
    let unknown = sore().test(TestId::SitToStand1Min, TestSide::Both, 35.0);
    assert_eq!(unknown.state(CauseRow::W2), State::Unknown);
    assert_eq!(sore().sides(TestId::LegPress, 80.0, 100.0).state(CauseRow::W2), State::Present);
}

#[test]
fn w3_w4_w5_follow_their_tests() {
    assert_eq!(sore().sides(TestId::LateralStepDown, 4.0, 1.0).state(CauseRow::W3), State::Present);
    assert_eq!(sore().sides(TestId::LateralStepDown, 3.0, 4.0).state(CauseRow::W3), State::Absent);
    assert_eq!(sore().sides(TestId::SidePlank, 44.0, 46.0).state(CauseRow::W4), State::Present);
    assert_eq!(sore().sides(TestId::SidePlank, 60.0, 70.0).state(CauseRow::W4), State::Present);
    assert_eq!(sore().sides(TestId::SidePlank, 60.0, 65.0).state(CauseRow::W4), State::Absent);
    assert_eq!(sore().sides(TestId::HipAbductionIsometric, 23.9, 24.0).state(CauseRow::W5), State::Present);
    assert_eq!(sore().sides(TestId::HipAbductionIsometric, 24.0, 24.0).state(CauseRow::W5), State::Absent);
}

#[test]
fn a_pain_limited_test_counts_half() {
    let low = || sore().sides(TestId::LateralStepDown, 4.0, 1.0);
    let limited = low().with(|history| history.tests[0].pain = score(4));
    assert!((low().row(CauseRow::W3).contribution - 0.12).abs() < 1e-9);
    assert!((limited.row(CauseRow::W3).contribution - 0.06).abs() < 1e-9);
}

#[test]
fn w6_fires_below_once_a_week_and_doubles_for_a_novice() {
    let rare = sore().strength(100, 10, 14);
    assert_eq!(rare.state(CauseRow::W6), State::Present);
    assert!((rare.row(CauseRow::W6).contribution - 0.12).abs() < 1e-9);
    let novice = rare.with(|history| history.profile.running_since = Some(ago(200)));
    assert!((novice.row(CauseRow::W6).contribution - 0.24).abs() < 1e-9);
    assert_eq!(sore().strength(100, 3, 6).state(CauseRow::W6), State::Absent);
    assert_eq!(sore().state(CauseRow::W6), State::Unknown, "no log is not the same as no training");
}

#[test]
fn w7_needs_three_tests_and_equal_sides() {
    let done = |plank: f64| {
        sore().sides(TestId::HeelRaise, 25.0, 25.0).sides(TestId::HamstringBridge, 30.0, 31.0).sides(
            TestId::SidePlank,
            plank,
            80.0,
        )
    };
    assert_eq!(done(78.0).state(CauseRow::W7), State::Present);
    assert_eq!(done(75.0).state(CauseRow::W7), State::Absent, "93.75 %");
    assert_eq!(sore().sides(TestId::HeelRaise, 25.0, 25.0).state(CauseRow::W7), State::Unknown);
}

#[test]
fn w8_needs_twice_a_week_for_twelve_weeks() {
    assert_eq!(sore().strength(120, 3, 3).state(CauseRow::W8), State::Present);
    assert_eq!(sore().strength(120, 3, 4).state(CauseRow::W8), State::Absent);
    assert_eq!(sore().strength(40, 3, 3).state(CauseRow::W8), State::Unknown);
}
