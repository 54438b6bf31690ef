//! L3: a novice (running for less than a year) and a week more than 1.30 times the one before.
//!
//! Formula: a 7-day sum over the 7 days before it, those of at least 3 km, in the 28 days before onset.
//! Units: m, local days. Source: Nielsen 2014 (`nielsen2014`, HR 1.59 with an interval that includes 1, q 0.4).
//! Grade C. Limits: the one trial of gradual weeks found no difference. Against it: running for a year or more.
//! Says nothing: a rise is there, but not since when the runner runs; or too little of the window is recorded.

use crate::causes::answer::{Answer, Part, Row};
use crate::causes::case::Case;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::L3,
    part: Part::For(0.15),
    is_max: false,
    evidence: Evidence::new(Grade::C, "nielsen2014"),
    read,
};

const WINDOW_DAYS: i64 = 28;
const RATIO: f64 = 1.30 + 1e-9;

fn read(case: &Case<'_>) -> Answer {
    let is_novice = case.is_novice();
    if let (Some(false), Some(running_since)) = (is_novice, case.running_since()) {
        return Answer::absent(Fact::NotNovice { running_since });
    }
    let window = case.window(WINDOW_DAYS);
    let cover = case.activity_cover(window);
    match case.load.days.largest_week_rise(window.from, window.to) {
        Some(rise) if rise.ratio > RATIO && is_novice == Some(true) => Answer::present(Fact::WeekRise {
            from: rise.from,
            to: rise.to,
            distance_m: rise.distance_m,
            before_m: rise.before_m,
            ratio: rise.ratio,
        }),
        Some(rise) if rise.ratio > RATIO => Answer::never("running_since"),
        Some(rise) if cover.is_enough() => {
            Answer::absent(Fact::NoWeekRise { from: window.from, to: window.to, largest_ratio: rise.ratio })
        }
        _ => Answer::unknown(cover.fact()),
    }
}
