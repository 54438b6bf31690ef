//! The latest results and what they say of the sore knee.
//!
//! Tests count for 180 days. "Low" is judged on the sore side; a side difference counts when the sore side is the
//! worse one. With both knees sore only norms and differences count, no LSI; with neither, the worse side and any
//! difference. Pain of 4 or more in the test makes it pain-limited. Source: clinical text D.1 [rule]. Grade D.

use super::limits::{Body, Limit, limit};
use super::symmetry::symmetry_pct;
use crate::calendar::{Window, add_days};
use kneewise_types::{Date, History, Side, TestId, TestResult, TestSide};

const COUNT_DAYS: i64 = 180;
const PAIN_LIMITED_FROM: u8 = 4;

/// Which knees are sore.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sore {
    Neither,
    One(Side),
    Both,
}

/// The latest result of each test and side.
#[derive(Debug, Clone)]
pub(crate) struct Results<'a> {
    latest: Vec<&'a TestResult>,
    sore: Sore,
    body: Body,
}

/// One test as judged.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Judged {
    pub test: TestId,
    pub date: Date,
    /// `None` for a test of both legs together.
    pub side: Option<Side>,
    pub value: f64,
    /// The norm, if it has one.
    pub limit: Option<f64>,
    pub other_side: Option<f64>,
    pub symmetry_pct: Option<f64>,
    /// Below its norm, or a side difference that D.1 names for this test.
    pub is_low: bool,
    pub is_pain_limited: bool,
}

impl<'a> Results<'a> {
    pub(crate) fn new(history: &'a History, as_of: Date, sore: Sore, body: Body) -> Self {
        let window = Window { from: add_days(as_of, -COUNT_DAYS), to: as_of };
        let mut latest: Vec<&TestResult> = Vec::new();
        for result in history.tests.iter().filter(|result| window.contains(result.date)) {
            match latest.iter_mut().find(|known| (known.test, known.side) == (result.test, result.side)) {
                Some(known) if is_before(known, result) => *known = result,
                Some(_) => {}
                None => latest.push(result),
            }
        }
        Self { latest, sore, body }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.latest.is_empty()
    }

    /// What a test says; `None` when it was not done or cannot be judged.
    pub(crate) fn judge(&self, test: TestId) -> Option<Judged> {
        let (main, other) = self.sides(test)?;
        let norm = limit(test, self.body);
        let symmetry = self.symmetry(test, main, other);
        let is_low = norm.is_some_and(|norm| norm.is_low(main.value))
            || other.is_some_and(|other| self.is_different(test, main.value, other.value))
            || is_symmetry_low(test, symmetry);
        let can_tell = norm.is_some() || symmetry.is_some() || (other.is_some() && has_difference_rule(test));
        can_tell.then(|| Judged {
            test,
            date: main.date,
            side: side_of(main.side),
            value: main.value,
            limit: norm.map(Limit::value),
            other_side: other.map(|other| other.value),
            symmetry_pct: symmetry,
            is_low,
            is_pain_limited: main.pain.is_some_and(|pain| pain.points() >= PAIN_LIMITED_FROM),
        })
    }

    /// The same, for tests in which the sides can be compared; `None` without an LSI.
    pub(crate) fn judge_symmetry(&self, test: TestId) -> Option<Judged> {
        let (main, other) = self.sides(test)?;
        let symmetry = self.symmetry(test, main, other)?;
        Some(Judged {
            test,
            date: main.date,
            side: side_of(main.side),
            value: main.value,
            limit: limit(test, self.body).map(Limit::value),
            other_side: other.map(|other| other.value),
            symmetry_pct: Some(symmetry),
            is_low: symmetry < least_symmetry_pct(test),
            is_pain_limited: main.pain.is_some_and(|pain| pain.points() >= PAIN_LIMITED_FROM),
        })
    }

    /// The largest value on the sore side, or on either when not one knee is sore.
    pub(crate) fn largest(&self, test: TestId) -> Option<f64> {
        let of_test = self.latest.iter().filter(|result| result.test == test);
        let counts = |side: TestSide| match (self.sore, side_of(side)) {
            (Sore::One(sore), Some(side)) => sore == side,
            _ => true,
        };
        of_test.filter(|result| counts(result.side)).map(|result| result.value).max_by(f64::total_cmp)
    }

    /// The side that is judged and the other one.
    fn sides(&self, test: TestId) -> Option<(&'a TestResult, Option<&'a TestResult>)> {
        let get =
            |side| self.latest.iter().copied().find(|result| (result.test, result.side) == (test, side));
        let (left, right) = (get(TestSide::Left), get(TestSide::Right));
        let together = get(TestSide::Both);
        match (self.sore, left, right) {
            (Sore::One(Side::Left), Some(left), right) => Some((left, right)),
            (Sore::One(Side::Right), left, Some(right)) => Some((right, left)),
            (Sore::One(_), ..) => together.map(|result| (result, None)),
            (_, Some(left), Some(right)) if is_better(test, left.value, right.value) => {
                Some((right, Some(left)))
            }
            (_, Some(left), right) => Some((left, right)),
            (_, None, Some(right)) => Some((right, None)),
            (_, None, None) => together.map(|result| (result, None)),
        }
    }

    fn symmetry(&self, test: TestId, main: &TestResult, other: Option<&TestResult>) -> Option<f64> {
        if self.sore == Sore::Both || !is_symmetry_test(test) {
            return None;
        }
        symmetry_pct(main.value, other?.value)
    }

    /// A side difference that counts as low by itself.
    fn is_different(&self, test: TestId, main: f64, other: f64) -> bool {
        let worse_by = if is_less_better(test) { main - other } else { other - main };
        let by = if matches!(self.sore, Sore::One(_)) { worse_by } else { worse_by.abs() };
        match test {
            TestId::KneeToWall => by > 2.0,
            TestId::ProneKneeBend => by > 3.0,
            TestId::SidePlank => by > 5.0 && by > 0.10 * main.max(other),
            _ => false,
        }
    }
}

/// Later wins; on one day the pain-free, then the larger value, so that order changes nothing.
fn is_before(known: &TestResult, new: &TestResult) -> bool {
    let pain = |result: &TestResult| std::cmp::Reverse(result.pain);
    (known.date, pain(known)).cmp(&(new.date, pain(new))).then(known.value.total_cmp(&new.value)).is_lt()
}

const fn side_of(side: TestSide) -> Option<Side> {
    match side {
        TestSide::Left => Some(Side::Left),
        TestSide::Right => Some(Side::Right),
        TestSide::Both => None,
    }
}

fn is_better(test: TestId, a: f64, b: f64) -> bool {
    if is_less_better(test) { a < b } else { a > b }
}

const fn is_less_better(test: TestId) -> bool {
    matches!(
        test,
        TestId::LateralStepDown
            | TestId::SingleLegSquat
            | TestId::ProneKneeBend
            | TestId::KneeExtension90
            | TestId::KneeExtension90Passive
            | TestId::ModifiedThomasHip
    )
}

/// Strength tests of one leg, in which the ratio of the sides means something.
pub(crate) const fn is_symmetry_test(test: TestId) -> bool {
    matches!(
        test,
        TestId::HamstringBridge
            | TestId::SingleLegBridgeHold
            | TestId::HeelRaise
            | TestId::SingleLegSitToStand
            | TestId::KneeExtensionStrength
            | TestId::LegPress
            | TestId::HipAbductionEccentric
            | TestId::HipAbductionIsometric
            | TestId::SidePlank
    )
}

const fn has_difference_rule(test: TestId) -> bool {
    matches!(test, TestId::KneeToWall | TestId::ProneKneeBend | TestId::SidePlank)
}

/// The LSI below which a test counts as low; the heel raise has wide day-to-day limits (S90).
pub(crate) const fn least_symmetry_pct(test: TestId) -> f64 {
    if matches!(test, TestId::HeelRaise) { 85.0 } else { 90.0 }
}

/// Tests whose "low" in D.1 includes the LSI.
fn is_symmetry_low(test: TestId, symmetry: Option<f64>) -> bool {
    let counts = matches!(
        test,
        TestId::HamstringBridge
            | TestId::HeelRaise
            | TestId::SingleLegSitToStand
            | TestId::KneeExtensionStrength
            | TestId::LegPress
    );
    counts && symmetry.is_some_and(|pct| pct < least_symmetry_pct(test))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::day;
    use kneewise_types::PainScore;

    fn result(test: TestId, side: TestSide, value: f64) -> TestResult {
        TestResult { date: day("2026-03-01"), test, side, value, pain: None }
    }

    fn judge(sore: Sore, tests: Vec<TestResult>, test: TestId) -> Option<Judged> {
        let history = History { tests, ..History::default() };
        let body = Body { age: None, sex: None };
        Results::new(&history, day("2026-03-31"), sore, body).judge(test)
    }

    fn wall(left: f64, right: f64) -> Vec<TestResult> {
        let at = |side, value| result(TestId::KneeToWall, side, value);
        vec![at(TestSide::Left, left), at(TestSide::Right, right)]
    }

    #[test]
    fn d1_6_knee_to_wall_is_low_by_norm_and_difference() {
        let judged = judge(Sore::One(Side::Right), wall(11.0, 8.5), TestId::KneeToWall).unwrap();
        assert!(judged.is_low);
        assert!(!judge(Sore::One(Side::Left), wall(11.0, 8.5), TestId::KneeToWall).unwrap().is_low);
        assert!(judge(Sore::Neither, wall(13.0, 10.9), TestId::KneeToWall).unwrap().is_low);
        assert!(!judge(Sore::Neither, wall(13.0, 11.0), TestId::KneeToWall).unwrap().is_low);
    }

    #[test]
    fn with_both_knees_sore_there_is_no_symmetry_index() {
        let raises = |side, value| result(TestId::HeelRaise, side, value);
        let tests = vec![raises(TestSide::Left, 22.0), raises(TestSide::Right, 18.0)];
        let both = judge(Sore::Both, tests.clone(), TestId::HeelRaise).unwrap();
        assert_eq!((both.symmetry_pct, both.is_low), (None, false));
        let right = judge(Sore::One(Side::Right), tests, TestId::HeelRaise).unwrap();
        assert!(right.is_low && (right.symmetry_pct.unwrap() - 81.8).abs() <= 0.05);
    }

    #[test]
    fn pain_limits_a_result_and_half_a_year_ends_it() {
        let mut tests = wall(8.0, 12.0);
        tests[0].pain = PainScore::new(4).ok();
        assert!(judge(Sore::One(Side::Left), tests.clone(), TestId::KneeToWall).unwrap().is_pain_limited);
        tests[0].date = day("2025-09-01");
        assert_eq!(judge(Sore::One(Side::Left), tests, TestId::KneeToWall), None);
    }
}
