//! W5: weak hip abduction.
//!
//! Formula: eccentric z <= -1 against novice runners of the same age and sex, or isometric < 24 % of body weight.
//! Units: Nm/kg, % body weight. Source: S53 (cross-sectional only), norms S92a. Grade D.
//! Limits: weakness may be the result of the pain. Against it: strength at norm. Says nothing: not tested in 180
//! days, or the age or sex that the norm needs is not known.

use crate::causes::answer::{Part, Row};
use crate::causes::tested;
use kneewise_types::assessment::CauseRow;
use kneewise_types::{Evidence, Grade, TestId};

pub(crate) const ROW: Row = Row {
    id: CauseRow::W5,
    part: Part::For(0.12),
    is_max: false,
    evidence: Evidence::new(Grade::D, "S53"),
    read: |case| tested::read(case, &TESTS),
};

/// The tests that answer it.
pub(crate) const TESTS: [TestId; 2] = [TestId::HipAbductionEccentric, TestId::HipAbductionIsometric];
