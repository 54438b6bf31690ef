//! M5, against mobility: all tests normal.
//!
//! Formula: ankle, quadriceps and hamstring tests done within 180 days, and no mobility test low.
//! Source: clinical text G.2, key `rule`. Grade D. Says nothing: none is low, but one of the three is missing.

use super::{ankle, hamstrings, quadriceps};
use crate::causes::answer::{Answer, Part, Row};
use crate::causes::case::Case;
use crate::home_tests::results::Judged;
use kneewise_types::assessment::{CauseRow, State};
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade, TestId};

pub(crate) const ROW: Row = Row {
    id: CauseRow::M5,
    part: Part::Against(0.6),
    is_max: false,
    evidence: Evidence::new(Grade::D, "rule"),
    read,
};

fn read(case: &Case<'_>) -> Answer {
    let groups: [&[TestId]; 3] = [&ankle::TESTS, &quadriceps::TESTS, &hamstrings::TESTS];
    let done: Vec<Vec<Judged>> = groups
        .into_iter()
        .map(|tests| tests.iter().filter_map(|test| case.results.judge(*test)).collect())
        .collect();
    let tests: Vec<TestId> = done.iter().flatten().map(|one| one.test).collect();
    let low: Vec<TestId> = done.iter().flatten().filter(|one| one.is_low).map(|one| one.test).collect();
    let is_thomas_low = (super::hip_flexors::ROW.read)(case).state == State::Present;
    if !low.is_empty() || is_thomas_low {
        return Answer::absent(Fact::SomeTestsLow { tests, low });
    }
    let missing = groups.into_iter().zip(&done).find(|(_, done)| done.is_empty());
    match missing.and_then(|(tests, _)| tests.first()) {
        Some(test) => Answer::never(test.word()),
        None => Answer::present(Fact::AllTestsNormal { tests, lowest_symmetry_pct: None }),
    }
}
