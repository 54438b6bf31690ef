//! F4: low drop in a regular runner.
//!
//! Formula: drop <= 6 mm for > 50 % of the km of the 56 days before onset, and a run in at least 22 of 26 weeks.
//! Units: mm, share, weeks. Source: S61 (HR 1.67, AF 0.40, q 0.6). Grade C. Limits: a subgroup finding; occasional runners
//! fared better in low drop. Against it: higher drop, or running less regularly. Says nothing: drops not known.

use super::shares::kind_share;
use crate::calendar::{Window, add_days, count};
use crate::causes::answer::{Answer, Part, Row};
use crate::causes::case::Case;
use kneewise_types::Shoe;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::F4,
    part: Part::For(0.24),
    is_max: false,
    evidence: Evidence::new(Grade::C, "S61"),
    read,
};

const LOW_DROP_MM: f64 = 6.0;
const MOSTLY: f64 = 0.50;
const WEEKS: i64 = 26;
const REGULAR_WEEKS: usize = 22;

fn read(case: &Case<'_>) -> Answer {
    let low = kind_share(case, "shoe_details", |shoe| drop_mm(shoe).map(|drop| drop <= LOW_DROP_MM));
    let last = add_days(case.onset, -1);
    let has_run = |week: &i64| {
        let span = Window::ending(add_days(last, -7 * week), 7);
        !case.rack.runs(span).is_empty()
    };
    let with_run = (0..WEEKS).filter(has_run).count();
    let fact = Fact::LowDrop { low_drop_share: low.share, weeks_with_run: count(with_run), weeks: 26 };
    let half_year = case.activity_cover(Window::ending(last, 7 * WEEKS));
    if with_run >= REGULAR_WEEKS {
        return Answer::within(low.share > MOSTLY, fact, low.cover);
    }
    Answer::within(false, fact, half_year)
}

/// The drop as told, else from the two heights.
pub(crate) fn drop_mm(shoe: &Shoe) -> Option<f64> {
    shoe.drop_mm.or_else(|| Some(shoe.stack_heel_mm? - shoe.stack_forefoot_mm?))
}
