//! M1 to M5.

use crate::story::Story;
use kneewise_types::TestId;
use kneewise_types::assessment::{CauseRow, State};

fn sore() -> Story {
    Story::new().pain(2, 4)
}

#[test]
fn m1_to_m4_follow_their_tests() {
    assert_eq!(sore().sides(TestId::KneeToWall, 8.5, 11.0).state(CauseRow::M1), State::Present, "D1-6");
    assert_eq!(sore().sides(TestId::KneeToWall, 9.5, 11.5).state(CauseRow::M1), State::Absent);
    assert_eq!(sore().sides(TestId::ProneKneeBend, 12.0, 8.0).state(CauseRow::M2), State::Present);
    assert_eq!(sore().sides(TestId::ProneKneeBend, 11.0, 8.0).state(CauseRow::M2), State::Absent);
    assert_eq!(sore().sides(TestId::KneeExtension90, 31.0, 20.0).state(CauseRow::M3), State::Present);
    assert_eq!(sore().sides(TestId::KneeExtension90, 30.0, 20.0).state(CauseRow::M3), State::Absent);
    let thomas = |hip: f64, knee: f64| {
        sore().sides(TestId::ModifiedThomasHip, hip, 0.0).sides(TestId::ModifiedThomasKnee, knee, 80.0)
    };
    assert_eq!(thomas(5.0, 60.0).state(CauseRow::M4), State::Present);
    assert_eq!(thomas(5.0, 67.0).state(CauseRow::M4), State::Absent);
    assert_eq!(sore().state(CauseRow::M4), State::Unknown);
}

#[test]
fn m5_needs_all_three_groups() {
    let two = || sore().sides(TestId::KneeToWall, 12.0, 12.0).sides(TestId::ProneKneeBend, 8.0, 8.0);
    assert_eq!(two().state(CauseRow::M5), State::Unknown);
    assert_eq!(two().sides(TestId::KneeExtension90, 20.0, 20.0).state(CauseRow::M5), State::Present);
    assert_eq!(two().sides(TestId::KneeExtension90, 40.0, 20.0).state(CauseRow::M5), State::Absent);
}
