//! L6: two hard sessions within 48 h, twice in 3 weeks.
//!
//! Formula: hard = RPE >= 7 or at least 10 min above threshold; two neighbouring pairs with starts < 48 h apart in the
//! 21 days before onset. Units: h, local days. Source: clinical text G.2, key `rule`. Grade D.
//! Against it: hard sessions kept their distance. Says nothing: hard could not be told for 80 % of the time run.

use crate::calendar::count;
use crate::causes::answer::{Answer, Cover, Part, Row};
use crate::causes::case::Case;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::L6,
    part: Part::For(0.10),
    is_max: false,
    evidence: Evidence::new(Grade::D, "rule"),
    read,
};

const WINDOW_DAYS: i64 = 21;
const APART_H: f64 = 48.0;
const PAIRS: usize = 2;

fn read(case: &Case<'_>) -> Answer {
    let window = case.window(WINDOW_DAYS);
    let pairs = case.load.hard_pairs(window.from, window.to, APART_H);
    if pairs.len() >= PAIRS {
        return Answer::present(Fact::HardDaysClose { pairs });
    }
    let cover = case.activity_cover(window);
    let share = case.load.hard_known_share(window.from, window.to);
    let told = Cover { what: "hard_sessions", have: share * 100.0, whole: 100.0, unit: "% of the time run" };
    if !cover.is_enough() || !told.is_enough() {
        return Answer::unknown(if cover.is_enough() { told.fact() } else { cover.fact() });
    }
    let sessions = case.load.sessions_between(window.from, window.to);
    let hard_days = count(sessions.filter(|session| session.is_hard == Some(true)).count());
    let close_pairs = count(pairs.len());
    Answer::absent(Fact::HardDaysApart { from: window.from, to: window.to, hard_days, close_pairs })
}
