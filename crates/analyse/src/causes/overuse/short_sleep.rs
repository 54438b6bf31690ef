//! O4: short sleep.
//!
//! Formula: mean of at least 4 of the last 7 nights before onset below 7 h. Unit: h. Source: S85 (HR 0.63 for more than
//! 7 h, AF 0.37, q 0.5). Grade C. Of O4 and O5 only the larger counts. Against it: 7 h or more.
//! Says nothing: fewer than 4 nights, or 7 h or more in fewer than 80 % of the nights.

use crate::calendar::{count, mean, real};
use crate::causes::answer::{Answer, Cover, Part, Row};
use crate::causes::case::Case;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::O4,
    part: Part::For(0.19),
    is_max: true,
    evidence: Evidence::new(Grade::C, "S85"),
    read,
};

const NIGHTS: i64 = 7;
const LEAST_NIGHTS: usize = 4;
const SHORT_H: f64 = 7.0;

fn read(case: &Case<'_>) -> Answer {
    let window = case.last_days(NIGHTS);
    let entries = case.wellness.iter().filter(|entry| window.contains(entry.date));
    let slept: Vec<f64> = entries.filter_map(|entry| entry.sleep_h).collect();
    let cover = Cover { what: "sleep", have: real(slept.len()), whole: 7.0, unit: "nights" };
    match mean(&slept) {
        Some(mean_h) if slept.len() >= LEAST_NIGHTS => {
            let nights = count(slept.len());
            let fact = Fact::Sleep { from: window.from, to: window.to, mean_h, nights };
            Answer::within(mean_h < SHORT_H, fact, cover)
        }
        _ => Answer::unknown(cover.fact()),
    }
}
