//! F1 to F10.

use crate::story::{Story, ago, in_shoe, score};
use kneewise_types::assessment::{CauseRow, State};
use kneewise_types::shoe::{Cushioning, Plate, ShoeCategory, Support};
use kneewise_types::{Kilograms, Metres, Sex, TestId};

/// Half a year in one pair, described as asked.
fn in_one(describe: impl FnOnce(&mut kneewise_types::Shoe)) -> Story {
    Story::new().runs_with((190, 2), 2, 5.0, in_shoe("grey")).shoe("Grey ", describe)
}

fn weighing(kg: f64) -> impl FnOnce(&mut kneewise_types::History) {
    move |history| {
        history.profile.mass = Kilograms::new(kg).ok();
        history.profile.sex = Some(Sex::Female);
    }
}

#[test]
fn f1_needs_pronated_feet_and_neutral_shoes() {
    let story = |support, fpi6| in_one(|shoe| shoe.support = Some(support)).sides(TestId::Fpi6, fpi6, fpi6);
    assert_eq!(story(Support::Neutral, 6.0).state(CauseRow::F1), State::Present);
    assert_eq!(story(Support::Neutral, 5.0).state(CauseRow::F1), State::Absent);
    assert_eq!(story(Support::Strong, 7.0).state(CauseRow::F1), State::Absent);
    assert_eq!(in_one(|_| {}).sides(TestId::Fpi6, 7.0, 7.0).state(CauseRow::F1), State::Unknown);
}

#[test]
fn f2_needs_firm_shoes_and_a_light_runner() {
    let story = |cushioning, kg| in_one(|shoe| shoe.cushioning = Some(cushioning)).with(weighing(kg));
    assert_eq!(story(Cushioning::Firm, 62.0).state(CauseRow::F2), State::Present);
    assert_eq!(story(Cushioning::Firm, 62.8).state(CauseRow::F2), State::Absent);
    assert_eq!(story(Cushioning::Soft, 60.0).state(CauseRow::F2), State::Absent);
}

#[test]
fn f3_fires_with_one_pair_and_not_with_two() {
    assert_eq!(in_one(|_| {}).state(CauseRow::F3), State::Present);
    assert_eq!(in_one(|_| {}).run_with(20, 5.0, in_shoe("blue")).state(CauseRow::F3), State::Absent);
    assert_eq!(Story::new().runs(190, 2, 2, 5.0).state(CauseRow::F3), State::Unknown);
    let few = Story::new().runs_with((190, 2), 9, 5.0, in_shoe("grey"));
    assert_eq!(few.state(CauseRow::F3), State::Absent, "9 runs are fewer than 12");
}

#[test]
fn f4_needs_low_drop_and_a_regular_runner() {
    assert_eq!(in_one(|shoe| shoe.drop_mm = Some(6.0)).state(CauseRow::F4), State::Present);
    assert_eq!(in_one(|shoe| shoe.drop_mm = Some(6.5)).state(CauseRow::F4), State::Absent);
    let irregular = Story::new()
        .runs_with((190, 2), 14, 5.0, in_shoe("grey"))
        .shoe("grey", |shoe| shoe.drop_mm = Some(4.0));
    assert_eq!(irregular.state(CauseRow::F4), State::Absent);
}

#[test]
fn f5_fires_on_a_change_of_build_in_six_weeks() {
    let change = |days: i64, drop: f64, plate| {
        Story::new()
            .runs_with((120, days + 1), 2, 5.0, in_shoe("grey"))
            .runs_with((days, 2), 2, 5.0, in_shoe("blue"))
            .shoe("grey", |shoe| shoe.drop_mm = Some(10.0))
            .shoe("blue", |shoe| {
                shoe.drop_mm = Some(drop);
                shoe.plate = plate;
            })
    };
    assert_eq!(change(30, 6.0, None).state(CauseRow::F5), State::Present);
    assert_eq!(change(30, 7.0, None).state(CauseRow::F5), State::Absent);
    assert_eq!(change(30, 10.0, Some(Plate::Carbon)).state(CauseRow::F5), State::Present);
    assert_eq!(change(50, 4.0, None).state(CauseRow::F5), State::Absent, "seven weeks ago");
}

#[test]
fn f6_fires_when_a_pair_in_use_is_worn() {
    // 95 runs of 5 km are 475 km; f_mass is 1.0 below 70 kg.
    let worn = |start_km: f64| {
        in_one(|shoe| {
            shoe.category = Some(ShoeCategory::Daily);
            shoe.start_distance = Metres::from_km(start_km).ok();
        })
        .with(weighing(60.0))
    };
    assert_eq!(worn(225.0).state(CauseRow::F6), State::Present);
    assert_eq!(worn(220.0).state(CauseRow::F6), State::Absent);
    assert_eq!(Story::new().runs(190, 2, 2, 5.0).state(CauseRow::F6), State::Unknown);
}

/// Alternating pairs, with pain in each.
fn two_pairs(grey: u8, blue: u8) -> Story {
    (0..6).fold(Story::new(), |story, at| {
        let (name, points) = if at % 2 == 0 { ("grey", grey) } else { ("blue", blue) };
        let day = 20 - 3 * at;
        story.run_with(day, 6.0, in_shoe(name)).entry(day, |entry| entry.pain_during_max = score(points))
    })
}

#[test]
fn f7_fires_at_two_points_between_pairs() {
    assert_eq!(two_pairs(4, 2).state(CauseRow::F7), State::Present);
    assert_eq!(two_pairs(4, 3).state(CauseRow::F7), State::Absent);
    assert_eq!(Story::new().pain(2, 4).state(CauseRow::F7), State::Unknown);
}

#[test]
fn f8_needs_minimal_shoes_and_mass() {
    let story = |category, kg| in_one(|shoe| shoe.category = Some(category)).with(weighing(kg));
    assert_eq!(story(ShoeCategory::Minimal, 71.5).state(CauseRow::F8), State::Present);
    assert_eq!(story(ShoeCategory::Minimal, 71.0).state(CauseRow::F8), State::Absent);
    assert_eq!(story(ShoeCategory::Daily, 80.0).state(CauseRow::F8), State::Absent);
}

#[test]
fn f9_speaks_against_when_two_pairs_hurt_alike() {
    assert_eq!(two_pairs(3, 3).state(CauseRow::F9), State::Present);
    assert_eq!(two_pairs(4, 3).state(CauseRow::F9), State::Absent);
    assert_eq!(two_pairs(0, 0).state(CauseRow::F9), State::Absent, "nothing hurts");
}

#[test]
fn f10_speaks_against_with_an_old_model_that_is_not_worn() {
    let since = |days: i64| {
        Story::new()
            .runs_with((60, 2), 2, 5.0, in_shoe("grey"))
            .shoe("grey", move |shoe| shoe.first_used = Some(ago(days)))
    };
    assert_eq!(since(200).state(CauseRow::F10), State::Present);
    assert_eq!(since(183).state(CauseRow::F10), State::Absent);
    assert_eq!(Story::new().runs(60, 2, 2, 5.0).state(CauseRow::F10), State::Unknown);
}
