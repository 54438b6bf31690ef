//! M4: the modified Thomas test is positive with the pelvis held.
//!
//! Formula: hip > 0 deg (thigh stays above horizontal) and knee < 67 deg, on the same side. Unit: deg.
//! Source: S96b (poor validity: sensitivity 32 %, specificity 57 %). Grade D. Limits: for therapists only.
//! Against it: hip or knee within the cut-offs. Says nothing: either angle not measured in 180 days.

use crate::causes::answer::{Answer, Part, Row};
use crate::causes::case::Case;
use crate::causes::tested;
use kneewise_types::assessment::CauseRow;
use kneewise_types::{Evidence, Grade, TestId};

pub(crate) const ROW: Row = Row {
    id: CauseRow::M4,
    part: Part::For(0.05),
    is_max: false,
    evidence: Evidence::new(Grade::D, "S96b"),
    read,
};

/// The tests that answer it, together.
pub(crate) const TESTS: [TestId; 2] = [TestId::ModifiedThomasHip, TestId::ModifiedThomasKnee];

fn read(case: &Case<'_>) -> Answer {
    let [hip, knee] = TESTS.map(|test| case.results.judge(test));
    let (Some(hip), Some(knee)) = (hip, knee) else {
        return Answer::never(TestId::ModifiedThomasHip.word());
    };
    let is_positive = hip.is_low && knee.is_low;
    tested::answer(vec![hip, knee], &TESTS, |_| is_positive)
}
