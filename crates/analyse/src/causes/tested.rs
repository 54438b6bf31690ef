//! Rows that a home test answers: present when a test of the group is low, absent when one was done and none is.

use super::answer::Answer;
use super::case::Case;
use crate::home_tests::results::{Judged, least_symmetry_pct};
use kneewise_types::TestId;
use kneewise_types::reason::Fact;

/// Judges each test by its own "low" of D.1.
pub(super) fn read(case: &Case<'_>, tests: &[TestId]) -> Answer {
    let judged = tests.iter().filter_map(|test| case.results.judge(*test)).collect();
    answer(judged, tests, |judged| judged.is_low)
}

/// Present when one of the judged tests is low; pain-limited when only pain-limited ones are.
pub(super) fn answer(judged: Vec<Judged>, tests: &[TestId], is_low: impl Fn(&Judged) -> bool) -> Answer {
    let (low, fine): (Vec<Judged>, Vec<Judged>) = judged.into_iter().partition(|one| is_low(one));
    if !low.is_empty() {
        let is_half = low.iter().all(|one| one.is_pain_limited);
        let facts = low.iter().map(low_fact).collect();
        return Answer { facts, is_half, ..Answer::present(Fact::NeverEntered { what: "tests" }) };
    }
    if !fine.is_empty() {
        let facts = fine.iter().map(normal_fact).collect();
        return Answer { facts, ..Answer::absent(Fact::NeverEntered { what: "tests" }) };
    }
    Answer::never(tests.first().map_or("tests", |test| test.word()))
}

/// The norm; without one, what the other side asks of this one.
fn limit_of(judged: &Judged) -> f64 {
    let by_other_side = || match (judged.test, judged.other_side) {
        (TestId::ProneKneeBend, _) | (_, None) => HEEL_DIFFERENCE_CM,
        (test, Some(other)) => least_symmetry_pct(test) / 100.0 * other,
    };
    judged.limit.unwrap_or_else(by_other_side)
}

const HEEL_DIFFERENCE_CM: f64 = 3.0;

fn low_fact(judged: &Judged) -> Fact {
    Fact::TestLow {
        test: judged.test,
        date: judged.date,
        side: judged.side,
        value: judged.value,
        limit: limit_of(judged),
        other_side: judged.other_side,
        symmetry_pct: judged.symmetry_pct,
        is_pain_limited: judged.is_pain_limited,
    }
}

fn normal_fact(judged: &Judged) -> Fact {
    Fact::TestNormal {
        test: judged.test,
        date: judged.date,
        side: judged.side,
        value: judged.value,
        limit: limit_of(judged),
        other_side: judged.other_side,
        symmetry_pct: judged.symmetry_pct,
    }
}
