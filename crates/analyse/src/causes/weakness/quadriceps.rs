//! W2: a weak quadriceps.
//!
//! Formula: LSI < 90 in a one-leg quadriceps test, or the 1-min sit-to-stand below the lower quartile of age and sex.
//! Units: percent, repetitions. Source: S53 (SMD -0.69 in military recruits), norm S95a. Grade C.
//! Limits: weakness may be the result of the pain. Against it: test at norm. Says nothing: not tested in 180 days, or
//! the age or sex that the norm needs is not known.

use crate::causes::answer::{Answer, Part, Row};
use crate::causes::case::Case;
use crate::causes::tested;
use crate::home_tests::results::Judged;
use kneewise_types::assessment::CauseRow;
use kneewise_types::{Evidence, Grade, TestId};

pub(crate) const ROW: Row = Row {
    id: CauseRow::W2,
    part: Part::For(0.20),
    is_max: false,
    evidence: Evidence::new(Grade::C, "S53"),
    read,
};

/// The tests that answer it.
pub(crate) const TESTS: [TestId; 4] =
    [TestId::SitToStand1Min, TestId::SingleLegSitToStand, TestId::KneeExtensionStrength, TestId::LegPress];

fn read(case: &Case<'_>) -> Answer {
    let judged: Vec<Judged> = TESTS.into_iter().filter_map(|test| case.results.judge(test)).collect();
    tested::answer(judged, &TESTS, |one| one.is_low)
}
