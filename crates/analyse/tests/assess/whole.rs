//! The whole answer: which knee, the order, what is missing, what to do next.

use crate::story::{Story, ago, score};
use kneewise_analyse::assess;
use kneewise_types::assessment::{Family, Light, NextTestId};
use kneewise_types::{History, RedFlagQuestion, Side, TestId};

#[test]
fn an_empty_history_gives_five_families_of_little_sign_and_says_what_is_missing() {
    let assessment = Story::new().assess();
    let families: Vec<Family> = assessment.findings.iter().map(|finding| finding.family).collect();
    assert_eq!(
        families,
        [Family::Load, Family::Overuse, Family::Weakness, Family::Mobility, Family::Footwear]
    );
    assert!(assessment.findings.iter().all(|finding| finding.coverage.abs() < 1e-9));
    let what: Vec<&str> = assessment.missing.iter().map(|missing| missing.what).collect();
    for expected in ["activities", "diary", "shoes", "tests", "sleep", "age", "sex", "cadence", "session_rpe"]
    {
        assert!(what.contains(&expected), "{expected}");
    }
    assert!(!assessment.is_locked());
    assert_eq!(assessment.side, None);
}

#[test]
fn the_knee_is_that_of_the_latest_flare() {
    let right = |story: Story, days: i64, points: u8| {
        story.entry(days, |entry| {
            entry.side = Side::Right;
            entry.pain_during_max = score(points);
        })
    };
    let later = right(Story::new().pain(30, 8), 5, 4).assess();
    assert_eq!((later.side, later.onset), (Some(Side::Right), ago(5)));
    let tie = right(Story::new().pain(5, 8), 5, 4).assess();
    assert_eq!(tie.side, Some(Side::Left), "the higher peak");
    let mild = Story::new().pain(3, 1).assess();
    assert_eq!((mild.side, mild.onset), (Some(Side::Left), ago(0)));
}

#[test]
fn next_tests_are_ordered_by_what_a_minute_tells() {
    let assessment = Story::new().assess();
    let rates: Vec<f64> =
        assessment.next_tests.iter().map(|test| test.expected_bits / test.minutes).collect();
    assert!(rates.windows(2).all(|pair| pair[0] >= pair[1] - 1e-12), "{rates:?}");
    let wall = assessment.next_tests.iter().find(|test| test.what == NextTestId::Test(TestId::KneeToWall));
    assert!((wall.unwrap().expected_bits - 0.0172).abs() <= 5e-5, "G-11");
    let mut rows: Vec<_> = assessment.next_tests.iter().flat_map(|test| &test.rows).collect();
    let all = rows.len();
    rows.sort();
    rows.dedup();
    assert_eq!(rows.len(), all, "no row is asked for twice");
}

#[test]
fn two_sore_knees_give_no_test_of_symmetry() {
    let both = Story::new()
        .pain(5, 4)
        .entry(5, |entry| {
            entry.side = Side::Right;
            entry.pain_during_max = score(4);
        })
        .answer(4, RedFlagQuestion::All, true)
        .with(|history| {
            let mut right = history.screen[0].clone();
            right.side = Side::Right;
            history.screen.push(right);
        })
        .assess();
    assert!(!both.is_locked());
    assert!(both.next_tests.iter().all(|test| test.what != NextTestId::Test(TestId::HeelRaise)));
}

#[test]
fn a_limp_makes_the_day_red() {
    let story = Story::new().mornings(10, 0, 0).entry(0, |entry| entry.has_limp = Some(true));
    let lights = story.assess().lights;
    assert_eq!((lights.len(), lights[0].side, lights[0].light), (1, Side::Left, Some(Light::Red)));
}

#[test]
fn with_two_sore_knees_the_worse_light_counts() {
    let mut story = Story::new().mornings(10, 0, 0).pain(0, 3);
    let left: Vec<_> = story.history.symptoms.clone();
    story.history.symptoms.extend(left.into_iter().map(|mut entry| {
        entry.side = Side::Right;
        entry.pain_during_max = entry.pain_during_max.and(score(7));
        entry
    }));
    let found = story.assess();
    let lights: Vec<_> = found.lights.iter().map(|knee| (knee.side, knee.light)).collect();
    assert_eq!(lights, [(Side::Left, Some(Light::Provisional)), (Side::Right, Some(Light::Red))]);
    assert_eq!(found.light(), Some(Light::Red));
    assert_eq!(kneewise_types::light::worst(&found.lights).unwrap().side, Side::Right);
}

#[test]
fn the_answer_of_an_earlier_day_does_not_know_the_later_ones() {
    let story = Story::new().runs(100, 1, 2, 8.0).pain(40, 5).pain(3, 6).run(2, 30.0);
    let mut cut: History = story.history.clone();
    cut.activities.retain(|activity| activity.local_date <= ago(20));
    cut.symptoms.retain(|entry| entry.date <= ago(20));
    assert_eq!(assess(&story.history, ago(20)), assess(&cut, ago(20)));
}
