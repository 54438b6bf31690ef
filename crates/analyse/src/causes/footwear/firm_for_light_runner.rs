//! F2: firm shoes on a lighter runner.
//!
//! Formula: firm shoes for > 50 % of the km of the 56 days before onset, and a body mass below the split of 78.2 kg (men)
//! or 62.8 kg (women, and where the sex is not known). Units: kg, share. Source: S59 (SHR 1.80, AF 0.44, q 0.7).
//! Grade B. Against it: heavier, or softer shoes. Says nothing: mass or cushioning not known.

use super::shares::kind_share;
use crate::causes::answer::{Answer, Part, Row};
use crate::causes::case::Case;
use kneewise_types::Sex;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::shoe::Cushioning;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::F2,
    part: Part::For(0.31),
    is_max: false,
    evidence: Evidence::new(Grade::B, "S59"),
    read,
};

const SPLIT_MEN_KG: f64 = 78.2;
const SPLIT_WOMEN_KG: f64 = 62.8;
const MOSTLY: f64 = 0.50;

fn read(case: &Case<'_>) -> Answer {
    let firm = kind_share(case, "shoe_details", |shoe| shoe.cushioning.map(|is| is == Cushioning::Firm));
    let split_kg = match case.history.profile.sex {
        Some(Sex::Male) => SPLIT_MEN_KG,
        Some(Sex::Female) | None => SPLIT_WOMEN_KG,
    };
    let Some(mass_kg) = case.mass_kg() else { return Answer::never("mass") };
    let fact = Fact::MassAndFirmShoes { mass_kg, split_kg, firm_share: firm.share };
    if mass_kg >= split_kg {
        return Answer::absent(fact);
    }
    Answer::within(firm.share > MOSTLY, fact, firm.cover)
}
