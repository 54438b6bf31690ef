//! The latest results of the home tests, left beside right.

use super::Case;
use crate::documents::report::ReportTest;
use crate::words::numbers::capital;
use crate::words::tests::name;
use kneewise_types::{TestId, TestResult, TestSide};

pub(super) fn tests(case: &Case<'_>) -> Vec<ReportTest> {
    let mut tests: Vec<ReportTest> = TestId::ALL.iter().filter_map(|test| latest(case, *test)).collect();
    // The newest first; those of one day in the order of the science text.
    tests.sort_by_key(|test| std::cmp::Reverse(test.date));
    tests
}

fn latest(case: &Case<'_>, test: TestId) -> Option<ReportTest> {
    let as_of = case.assessment.as_of;
    let results = || case.history.tests.iter().filter(|one| one.test == test && one.date <= as_of);
    let of = |side: TestSide| results().filter(|one| one.side == side).max_by_key(|one| one.date);
    let date = results().map(|one| one.date).max()?;
    let value = |one: Option<&TestResult>| one.map(|one| one.value);
    let (left, right) = (value(of(TestSide::Left)), value(of(TestSide::Right)));
    let (_, _, unit) = test.range();
    let ratio = match (left, right) {
        (Some(left), Some(right)) if left > 0.0 && is_more_better(unit) => Some(right / left),
        _ => None,
    };
    Some(ReportTest {
        id: test.word(),
        name: capital(name(test)),
        date,
        left,
        right,
        both: value(of(TestSide::Both)),
        unit,
        ratio,
    })
}

/// Strength and endurance, where a ratio of sides means something; not angles, distances or points.
fn is_more_better(unit: &str) -> bool {
    matches!(unit, "reps" | "s" | "Nm/kg" | "% body weight" | "kg")
}
