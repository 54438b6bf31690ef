//! F9, against footwear: the same pain in two pairs or more.
//!
//! Formula: at least two pairs with 3 like runs each, all with a mean `pain_during_max` >= 1 and less than 1 point apart.
//! Unit: points. Source: clinical text G.2, "same" is our choice (S22: 1.16 points is the least change noticed),
//! key `rule`. Grade D. Says nothing: fewer than two pairs with 3 rated like runs.

use super::compared::{compared, pair_pains};
use crate::causes::answer::{Answer, Part, Row};
use crate::causes::case::Case;
use kneewise_types::assessment::CauseRow;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::F9,
    part: Part::Against(0.7),
    is_max: false,
    evidence: Evidence::new(Grade::D, "rule"),
    read,
};

const ALIKE: f64 = 1.0;
const SORE: f64 = 1.0;

fn read(case: &Case<'_>) -> Answer {
    let pains = pair_pains(case);
    let is_sore = pains.iter().all(|pair| pair.mean >= SORE);
    match compared(&pains) {
        Some((difference, fact)) => Answer::is(is_sore && difference < ALIKE, fact),
        None => Answer::never("pain_in_two_pairs"),
    }
}
