//! W3: poor control in the lateral step-down.
//!
//! Formula: 4 points or more of 6 (clinical text D.1). Unit: points. Source: S91, clinical text G.2. Grade D.
//! Limits: agreement between raters is moderate. Against it: fewer points. Says nothing: not tested in 180 days.

use crate::causes::answer::{Part, Row};
use crate::causes::tested;
use kneewise_types::assessment::CauseRow;
use kneewise_types::{Evidence, Grade, TestId};

pub(crate) const ROW: Row = Row {
    id: CauseRow::W3,
    part: Part::For(0.12),
    is_max: false,
    evidence: Evidence::new(Grade::D, "S91"),
    read: |case| tested::read(case, &TESTS),
};

/// The tests that answer it.
pub(crate) const TESTS: [TestId; 1] = [TestId::LateralStepDown];
