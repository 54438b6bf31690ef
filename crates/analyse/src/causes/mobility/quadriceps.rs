//! M2: a tight quadriceps.
//!
//! Formula: prone knee bend, sore heel more than 3 cm farther from the buttock. Unit: cm.
//! Source: Witvrouw 2000 (`witvrouw2000`), prospective in students. Grade C. Limits: no solid norm, sides compared.
//! Against it: sides alike. Says nothing: not tested on both sides in 180 days.

use crate::causes::answer::{Part, Row};
use crate::causes::tested;
use kneewise_types::assessment::CauseRow;
use kneewise_types::{Evidence, Grade, TestId};

pub(crate) const ROW: Row = Row {
    id: CauseRow::M2,
    part: Part::For(0.12),
    is_max: false,
    evidence: Evidence::new(Grade::C, "witvrouw2000"),
    read: |case| tested::read(case, &TESTS),
};

/// The tests that answer it.
pub(crate) const TESTS: [TestId; 1] = [TestId::ProneKneeBend];
