//! W4: a short side plank.
//!
//! Formula: < 45 s, or the sore side shorter by more than 10 % and 5 s (clinical text D.1). Unit: s.
//! Source: S94b, clinical text G.2. Grade D. Limits: no norm of runners. Against it: a side plank at norm.
//! Says nothing: not tested in 180 days.

use crate::causes::answer::{Part, Row};
use crate::causes::tested;
use kneewise_types::assessment::CauseRow;
use kneewise_types::{Evidence, Grade, TestId};

pub(crate) const ROW: Row = Row {
    id: CauseRow::W4,
    part: Part::For(0.08),
    is_max: false,
    evidence: Evidence::new(Grade::D, "S94b"),
    read: |case| tested::read(case, &TESTS),
};

/// The tests that answer it.
pub(crate) const TESTS: [TestId; 1] = [TestId::SidePlank];
