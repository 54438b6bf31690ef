//! O1 to O8.

use crate::story::{Story, ago, score};
use kneewise_types::assessment::{CauseRow, State};
use kneewise_types::reason::Fact;
use kneewise_types::{PreviousInjury, Side, Swelling};

#[test]
fn o1_fires_on_a_flare_of_the_last_year() {
    let again = |days: i64| {
        let story = Story::new().mornings(380, 1, 0);
        (0..3).fold(story, |story, at| story.pain(days + at, 5)).pain(0, 5)
    };
    assert_eq!(again(60).state(CauseRow::O1), State::Present);
    assert_eq!(again(20).state(CauseRow::O1), State::Absent, "ended fewer than 28 days before");
    assert_eq!(Story::new().pain(0, 5).state(CauseRow::O1), State::Unknown);
    let told = |side, days: i64| {
        Story::new().pain(0, 5).with(move |history| {
            let episode =
                PreviousInjury { side, from: Some(ago(days + 30)), to: Some(ago(days)), condition: None };
            history.profile.previous_knee_injury.push(episode);
        })
    };
    assert_eq!(told(Side::Left, 100).state(CauseRow::O1), State::Present);
    assert_eq!(told(Side::Left, 400).state(CauseRow::O1), State::Unknown);
    assert_eq!(told(Side::Right, 100).state(CauseRow::O1), State::Unknown);
}

#[test]
fn o2_fires_on_pain_that_stays_while_training_goes_on() {
    let story =
        |painful: i64| Story::new().runs(60, 2, 3, 8.0).mornings(21, painful + 1, 0).mornings(painful, 1, 1);
    assert_eq!(story(11).state(CauseRow::O2), State::Present);
    assert_eq!(story(10).state(CauseRow::O2), State::Absent, "10 of 21 days");
    let resting = Story::new().mornings(21, 1, 1);
    assert_eq!(resting.state(CauseRow::O2), State::Absent, "no training");
    let swollen = |days: i64| {
        (1..=days)
            .fold(story(0), |story, day| story.entry(day, |entry| entry.swelling = Some(Swelling::Slight)))
    };
    assert!(matches!(swollen(3).row(CauseRow::O2).reasons[0].fact, Fact::PersistentSwelling { days: 3, .. }));
    assert_eq!(swollen(2).state(CauseRow::O2), State::Absent);
}

#[test]
fn o3_fires_on_two_reds_or_a_rising_week() {
    let reds = |count: i64| {
        let story = Story::new().mornings(40, 1, 0);
        (0..count).fold(story, |story, at| story.entry(3 + 5 * at, |entry| entry.has_limp = Some(true)))
    };
    let calm = |story: Story| {
        (1..40)
            .filter(|day| day % 5 != 3)
            .fold(story, |story, day| story.entry(day, |entry| entry.has_limp = Some(false)))
    };
    assert_eq!(calm(reds(2)).state(CauseRow::O3), State::Present);
    assert_eq!(calm(reds(1)).state(CauseRow::O3), State::Absent);
    let rising = |now: u8| Story::new().mornings(40, 8, 0).mornings(7, 1, now);
    assert!(matches!(rising(2).row(CauseRow::O3).state, State::Present));
    assert_eq!(rising(1).state(CauseRow::O3), State::Absent, "1 is not more than 1");
}

fn nights(count: i64, hours: f64) -> Story {
    (1..=count).fold(Story::new(), |story, day| story.wellness(day, |entry| entry.sleep_h = Some(hours)))
}

#[test]
fn o4_fires_below_seven_hours() {
    assert_eq!(nights(4, 6.9).state(CauseRow::O4), State::Present);
    assert_eq!(nights(3, 6.0).state(CauseRow::O4), State::Unknown);
    assert_eq!(nights(7, 7.0).state(CauseRow::O4), State::Absent);
    assert_eq!(nights(5, 7.0).state(CauseRow::O4), State::Unknown, "5 of 7 are fewer than 80 %");
}

#[test]
fn o5_is_the_runners_own_word_and_outweighs_o4() {
    let story = nights(7, 6.0).with(|history| history.profile.is_poor_sleeper = Some(true));
    assert!((story.row(CauseRow::O5).contribution - 0.22).abs() < 1e-9);
    assert!(story.row(CauseRow::O4).contribution.abs() < 1e-9);
    let no = Story::new().with(|history| history.profile.is_poor_sleeper = Some(false));
    assert_eq!(no.state(CauseRow::O5), State::Absent);
    assert_eq!(Story::new().state(CauseRow::O5), State::Unknown);
}

#[test]
fn o6_fires_on_high_stress_or_low_mood() {
    let week = |stress: f64, mood: f64| {
        (1..=7).fold(Story::new(), |story, day| {
            story.wellness(day, |entry| {
                entry.stress = Some(stress);
                entry.mood = Some(mood);
            })
        })
    };
    assert_eq!(week(7.0, 6.0).state(CauseRow::O6), State::Present);
    assert_eq!(week(6.9, 3.1).state(CauseRow::O6), State::Absent);
    assert_eq!(week(2.0, 3.0).state(CauseRow::O6), State::Present);
}

#[test]
fn o7_fires_without_a_rest_day() {
    assert_eq!(Story::new().runs(60, 1, 1, 5.0).state(CauseRow::O7), State::Present);
    let one = Story::new().runs(60, 8, 1, 5.0).runs(6, 1, 1, 5.0);
    assert_eq!(one.state(CauseRow::O7), State::Absent);
    assert_eq!(one.strength(7, 7, 1).state(CauseRow::O7), State::Present, "strength is no rest");
}

/// A life of 900 days: an easy fortnight, six weeks of daily runs, then, where told, a flare and three weeks off.
fn builds(with_flare: [bool; 3]) -> Story {
    let mut off: Vec<(i64, i64)> = Vec::new();
    let mut daily: Vec<(i64, i64)> = Vec::new();
    let mut easy: Vec<(i64, i64)> = Vec::new();
    let mut story = Story::new().mornings(60, 50, 0);
    for (is_bust, top) in with_flare.into_iter().zip([600, 400, 100]) {
        easy.push((top + 55, top + 42));
        daily.push((top + 41, top));
        if is_bust {
            off.push((top - 1, top - 21));
            story = story.pain(top, 6);
        }
    }
    let within = |day: i64, spans: &[(i64, i64)]| spans.iter().any(|(from, to)| (*to..=*from).contains(&day));
    (1..=900).rev().filter(|day| !within(*day, &off)).fold(story, |story, day| {
        let every = if within(day, &daily) {
            1
        } else if within(day, &easy) {
            4
        } else {
            2
        };
        if day % every == 0 { story.run(day, 8.0) } else { story }
    })
}

#[test]
fn o9_fires_when_three_rises_ended_in_a_flare() {
    assert_eq!(builds([true; 3]).state(CauseRow::O9), State::Present);
    assert_eq!(builds([true, false, true]).state(CauseRow::O9), State::Absent, "two are not named");
    assert_eq!(Story::new().mornings(30, 1, 0).runs(60, 1, 2, 8.0).state(CauseRow::O9), State::Unknown);
}

#[test]
fn o8_speaks_against_after_a_short_first_episode() {
    let settled =
        |days: i64| (10..10 + days).fold(Story::new(), |story, day| story.pain(day, 5)).mornings(9, 5, 0);
    assert_eq!(settled(6).state(CauseRow::O8), State::Present);
    assert_eq!(settled(7).state(CauseRow::O8), State::Absent);
    let sore = settled(3).entry(2, |entry| entry.pain_morning = score(1));
    assert_eq!(sore.state(CauseRow::O8), State::Absent);
    assert_eq!(Story::new().state(CauseRow::O8), State::Unknown);
}
