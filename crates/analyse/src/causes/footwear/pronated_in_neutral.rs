//! F1: pronated feet in neutral shoes.
//!
//! Formula: FPI-6 >= 6 on the sore side within 180 days, and neutral shoes for > 80 % of the km of the 56 days before
//! onset. Units: points, share. Source: S57 (HR 1.80, AF 0.44, q 0.5) against S63. Grade C.
//! Limits: foot type alone predicts little. Against it: FPI-6 below 6, or other shoes. Says nothing: feet not assessed.

use super::shares::kind_share;
use crate::causes::answer::{Answer, Part, Row};
use crate::causes::case::Case;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::shoe::{ShoeCategory, Support};
use kneewise_types::{Evidence, Grade};
use kneewise_types::{Shoe, TestId};

pub(crate) const ROW: Row = Row {
    id: CauseRow::F1,
    part: Part::For(0.22),
    is_max: false,
    evidence: Evidence::new(Grade::C, "S57"),
    read,
};

const PRONATED: f64 = 6.0;
const MOSTLY: f64 = 0.80;

fn read(case: &Case<'_>) -> Answer {
    let Some(fpi6) = case.results.largest(TestId::Fpi6) else { return Answer::never("fpi6") };
    let neutral = kind_share(case, "shoe_details", is_neutral);
    let fact = Fact::FootPostureAndShoes { fpi6, neutral_share: neutral.share };
    if fpi6 < PRONATED {
        return Answer::absent(fact);
    }
    Answer::within(neutral.share > MOSTLY, fact, neutral.cover)
}

fn is_neutral(shoe: &Shoe) -> Option<bool> {
    match (shoe.support, shoe.category) {
        (Some(support), _) => Some(support == Support::Neutral),
        (None, Some(ShoeCategory::Stability)) => Some(false),
        (None, _) => None,
    }
}
