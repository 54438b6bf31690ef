//! M1: a stiff ankle.
//!
//! Formula: knee-to-wall < 9 cm, or the sore side more than 2.0 cm shorter (clinical text D.1). Unit: cm.
//! Source: S89a, clinical text G.2. Grade D. Limits: smallest real change 1.6 to 1.9 cm. Against it: both sides free.
//! Says nothing: not tested in 180 days.

use crate::causes::answer::{Part, Row};
use crate::causes::tested;
use kneewise_types::assessment::CauseRow;
use kneewise_types::{Evidence, Grade, TestId};

pub(crate) const ROW: Row = Row {
    id: CauseRow::M1,
    part: Part::For(0.10),
    is_max: false,
    evidence: Evidence::new(Grade::D, "S89a"),
    read: |case| tested::read(case, &TESTS),
};

/// The tests that answer it.
pub(crate) const TESTS: [TestId; 1] = [TestId::KneeToWall];
