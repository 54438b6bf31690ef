//! F5: a change of shoe in the 6 weeks before onset.
//!
//! Formula: a pair first used in the 42 days before onset whose drop differs by >= 4 mm from the pair used most in the 56
//! days before it, or that is plated or minimal where that one was not. Units: mm, days. Source: clinical text G.2,
//! key `rule`. Grade D. Against it: no new pair, or one of the same build. Says nothing: pairs or drops not known.

use super::low_drop::drop_mm;
use crate::calendar::{Window, add_days, real};
use crate::causes::answer::{Answer, Cover, Part, Row};
use crate::causes::case::Case;
use crate::order;
use crate::shoes::rack::Pair;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::shoe::{Plate, ShoeCategory};
use kneewise_types::{Date, Shoe};
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::F5,
    part: Part::For(0.20),
    is_max: false,
    evidence: Evidence::new(Grade::D, "rule"),
    read,
};

const WINDOW_DAYS: i64 = 42;
const USUAL_DAYS: i64 = 56;
const DROP_CHANGE_MM: f64 = 4.0;

fn read(case: &Case<'_>) -> Answer {
    let window = case.window(WINDOW_DAYS);
    let new_pairs = case.rack.pairs.iter().filter_map(|pair| {
        let date = pair.first_used.filter(|first| window.contains(*first))?;
        let shares = case.rack.shares(Window::ending(add_days(date, -1), USUAL_DAYS));
        let usual = case.rack.pairs.get(shares.main_pair()?)?;
        Some((date, pair, usual))
    });
    let changes: Vec<Change> = new_pairs.map(|(date, to, from)| Change::new(date, from, to)).collect();
    if let Some(change) = changes.iter().filter(|change| change.is_big()).max_by_key(|change| change.date) {
        return Answer::present(change.fact());
    }
    if changes.iter().any(|change| !change.is_told) {
        return Answer::never("shoe_details");
    }
    let runs = case.rack.runs(window);
    let named = runs.iter().filter(|run| run.pair.is_some()).count();
    let cover = Cover { what: "shoes", have: real(named), whole: real(runs.len()).max(1.0), unit: "runs" };
    let fact = changes.last().map_or(Fact::NoShoeChange { from: window.from, to: window.to }, Change::fact);
    Answer::within(false, fact, cover)
}

/// Days of all changes to another type of shoe, oldest first.
pub(crate) fn dates(case: &Case<'_>) -> Vec<Date> {
    let changes = case.rack.pairs.iter().filter_map(|pair| {
        let date = pair.first_used.filter(|first| *first <= case.as_of)?;
        let shares = case.rack.shares(Window::ending(add_days(date, -1), USUAL_DAYS));
        let usual = case.rack.pairs.get(shares.main_pair()?)?;
        Some(Change::new(date, usual, pair))
    });
    let mut dates: Vec<Date> = changes.filter(Change::is_big).map(|change| change.date).collect();
    order::sort(&mut dates);
    dates
}

struct Change {
    date: Date,
    from_name: String,
    to_name: String,
    drop_change_mm: Option<f64>,
    is_plated: bool,
    is_minimal: bool,
    /// Whether both pairs are described well enough to say that they are alike.
    is_told: bool,
}

impl Change {
    fn new(date: Date, from: &Pair<'_>, to: &Pair<'_>) -> Self {
        let both = from.shoe.zip(to.shoe);
        let drop_change_mm = both.and_then(|(old, new)| Some(drop_mm(new)? - drop_mm(old)?));
        Self {
            date,
            from_name: from.name.to_owned(),
            to_name: to.name.to_owned(),
            drop_change_mm,
            is_plated: to.shoe.is_some_and(is_plated) && !from.shoe.is_some_and(is_plated),
            is_minimal: to.shoe.is_some_and(is_minimal) && !from.shoe.is_some_and(is_minimal),
            is_told: drop_change_mm.is_some(),
        }
    }

    fn is_big(&self) -> bool {
        self.is_plated || self.is_minimal || self.drop_change_mm.is_some_and(|mm| mm.abs() >= DROP_CHANGE_MM)
    }

    fn fact(&self) -> Fact {
        Fact::ShoeChange {
            date: self.date,
            from_name: self.from_name.clone(),
            to_name: self.to_name.clone(),
            drop_change_mm: self.drop_change_mm,
            is_plated: self.is_plated,
            is_minimal: self.is_minimal,
        }
    }
}

fn is_plated(shoe: &Shoe) -> bool {
    shoe.category == Some(ShoeCategory::RacePlated)
        || matches!(shoe.plate, Some(Plate::Carbon | Plate::Other))
}

fn is_minimal(shoe: &Shoe) -> bool {
    shoe.category == Some(ShoeCategory::Minimal)
}
