//! F8: a minimal shoe on a runner above 71 kg.
//!
//! Formula: minimal shoes for > 50 % of the km of the 56 days before onset, and a body mass above 71 kg.
//! Units: kg, share. Source: S70 (Fuller 2017). Grade C. Against it: lighter, or other shoes.
//! Says nothing: mass or kind of shoe not known.

use super::shares::kind_share;
use crate::causes::answer::{Answer, Part, Row};
use crate::causes::case::Case;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::shoe::ShoeCategory;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::F8,
    part: Part::For(0.20),
    is_max: false,
    evidence: Evidence::new(Grade::C, "S70"),
    read,
};

const HEAVY_KG: f64 = 71.0;
const MOSTLY: f64 = 0.50;

fn read(case: &Case<'_>) -> Answer {
    let minimal =
        kind_share(case, "shoe_details", |shoe| shoe.category.map(|is| is == ShoeCategory::Minimal));
    let Some(mass_kg) = case.mass_kg() else { return Answer::never("mass") };
    let fact = Fact::MinimalAndMass { mass_kg, limit_kg: HEAVY_KG, minimal_share: minimal.share };
    if mass_kg <= HEAVY_KG {
        return Answer::absent(fact);
    }
    Answer::within(minimal.share > MOSTLY, fact, minimal.cover)
}
