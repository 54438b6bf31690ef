//! F7: one pair hurts more than another.
//!
//! Formula: mean `pain_during_max` lower by >= 2 in one pair than in another, at least 3 like runs each. Unit: points.
//! Source: clinical text G.2, key `rule`; the runner's own experiment. Grade D. Against it: pairs hurt alike.
//! Says nothing: fewer than two pairs with 3 rated like runs.

use super::compared::{compared, pair_pains};
use crate::causes::answer::{Answer, Part, Row};
use crate::causes::case::Case;
use kneewise_types::assessment::CauseRow;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::F7,
    part: Part::For(0.25),
    is_max: false,
    evidence: Evidence::new(Grade::D, "rule"),
    read,
};

const DIFFERENCE: f64 = 2.0;

fn read(case: &Case<'_>) -> Answer {
    match compared(&pair_pains(case)) {
        Some((difference, fact)) => Answer::is(difference >= DIFFERENCE, fact),
        None => Answer::never("pain_in_two_pairs"),
    }
}
