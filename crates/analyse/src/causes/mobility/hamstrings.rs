//! M3: short hamstrings.
//!
//! Formula: knee extension with the hip at 90 deg, short of straight by > 30 deg active or > 40 deg passive. Unit: deg.
//! Source: S96a, clinical text G.2. Grade D. Against it: less. Says nothing: not tested in 180 days.

use crate::causes::answer::{Part, Row};
use crate::causes::tested;
use kneewise_types::assessment::CauseRow;
use kneewise_types::{Evidence, Grade, TestId};

pub(crate) const ROW: Row = Row {
    id: CauseRow::M3,
    part: Part::For(0.08),
    is_max: false,
    evidence: Evidence::new(Grade::D, "S96a"),
    read: |case| tested::read(case, &TESTS),
};

/// The tests that answer it.
pub(crate) const TESTS: [TestId; 2] = [TestId::KneeExtension90, TestId::KneeExtension90Passive];
