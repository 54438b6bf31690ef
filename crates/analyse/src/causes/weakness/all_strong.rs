//! W7, against weakness: all tests at norm, sides equal.
//!
//! Formula: at least three strength tests done within 180 days, none low, LSI >= 95 wherever sides can be compared.
//! Source: clinical text G.2, key `rule`. Grade D. Says nothing: fewer than three done, and none of them low.

use crate::calendar::real;
use crate::causes::answer::{Answer, Part, Row};
use crate::causes::case::Case;
use crate::home_tests::results::Judged;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade, TestId};

pub(crate) const ROW: Row = Row {
    id: CauseRow::W7,
    part: Part::Against(0.7),
    is_max: false,
    evidence: Evidence::new(Grade::D, "rule"),
    read,
};

const TESTS: [TestId; 12] = [
    TestId::LateralStepDown,
    TestId::HamstringBridge,
    TestId::SingleLegBridgeHold,
    TestId::SidePlank,
    TestId::FrontPlank,
    TestId::HeelRaise,
    TestId::SitToStand1Min,
    TestId::SingleLegSitToStand,
    TestId::KneeExtensionStrength,
    TestId::LegPress,
    TestId::HipAbductionEccentric,
    TestId::HipAbductionIsometric,
];
const LEAST_TESTS: usize = 3;
const EQUAL_PCT: f64 = 95.0;

fn read(case: &Case<'_>) -> Answer {
    let judged: Vec<Judged> = TESTS.into_iter().filter_map(|test| case.results.judge(test)).collect();
    let is_low = |one: &&Judged| one.is_low || one.symmetry_pct.is_some_and(|pct| pct < EQUAL_PCT);
    let tests: Vec<TestId> = judged.iter().map(|one| one.test).collect();
    let low: Vec<TestId> = judged.iter().filter(is_low).map(|one| one.test).collect();
    if !low.is_empty() {
        return Answer::absent(Fact::SomeTestsLow { tests, low });
    }
    if tests.len() < LEAST_TESTS {
        let done = real(tests.len());
        let need = real(LEAST_TESTS);
        return Answer::unknown(Fact::NotCovered { what: "strength_tests", have: done, need, unit: "tests" });
    }
    let lowest_symmetry_pct = judged.iter().filter_map(|one| one.symmetry_pct).min_by(f64::total_cmp);
    Answer::present(Fact::AllTestsNormal { tests, lowest_symmetry_pct })
}
