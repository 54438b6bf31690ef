//! W1: the sore side is weaker than the other in a hip, calf or hamstring test.
//!
//! Formula: LSI < 90 (heel raise < 85, because its day-to-day limits are wide) in one of them. Unit: percent.
//! Source: clinical text D.1 and G.2, key `rule`; S90 for the heel raise. Grade D.
//! Limits: the 90 % convention is an expert's. Against it: sides alike. Says nothing: both knees sore, or no such test
//! on both sides within 180 days.

use crate::causes::answer::{Answer, Part, Row};
use crate::causes::case::Case;
use crate::causes::tested;
use crate::home_tests::results::{Judged, least_symmetry_pct};
use kneewise_types::assessment::CauseRow;
use kneewise_types::{Evidence, Grade, TestId};

pub(crate) const ROW: Row = Row {
    id: CauseRow::W1,
    part: Part::For(0.20),
    is_max: false,
    evidence: Evidence::new(Grade::D, "rule"),
    read,
};

/// The tests that answer it.
pub(crate) const TESTS: [TestId; 5] = [
    TestId::HamstringBridge,
    TestId::SingleLegBridgeHold,
    TestId::HeelRaise,
    TestId::HipAbductionEccentric,
    TestId::HipAbductionIsometric,
];

fn read(case: &Case<'_>) -> Answer {
    let judged: Vec<Judged> =
        TESTS.into_iter().filter_map(|test| case.results.judge_symmetry(test)).collect();
    tested::answer(judged, &TESTS, |one| {
        one.symmetry_pct.is_some_and(|pct| pct < least_symmetry_pct(one.test))
    })
}
