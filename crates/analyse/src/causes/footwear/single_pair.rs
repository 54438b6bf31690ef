//! F3: one pair only for 12 weeks.
//!
//! Formula: at least 12 runs in the 84 days before onset, all in the same pair. Units: runs, weeks.
//! Source: S60 (two pairs or more: HR 0.614, AF 0.386, q 0.5). Grade C. Against it: two pairs or more.
//! Says nothing: pairs not named for 80 % of the runs, or recording covers too little.

use crate::calendar::{count, real};
use crate::causes::answer::{Answer, Cover, Part, Row};
use crate::causes::case::Case;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade};
use std::collections::BTreeSet;

pub(crate) const ROW: Row = Row {
    id: CauseRow::F3,
    part: Part::For(0.19),
    is_max: false,
    evidence: Evidence::new(Grade::C, "S60"),
    read,
};

const WINDOW_DAYS: i64 = 84;
const LEAST_RUNS: usize = 12;

fn read(case: &Case<'_>) -> Answer {
    let window = case.window(WINDOW_DAYS);
    let runs = case.rack.runs(window);
    let named: Vec<usize> = runs.iter().filter_map(|run| run.pair).collect();
    let pairs: BTreeSet<usize> = named.iter().copied().collect();
    let names = pairs.iter().filter_map(|at| case.rack.pairs.get(*at)).map(|pair| pair.name.to_owned());
    let fact = Fact::PairsInUse {
        weeks: 12,
        runs: count(runs.len()),
        pairs: count(pairs.len()),
        names: names.collect(),
    };
    let cover = case.activity_cover(window);
    let told =
        Cover { what: "shoes", have: real(named.len()), whole: real(runs.len()).max(1.0), unit: "runs" };
    if pairs.len() >= 2 {
        return Answer::absent(fact);
    }
    if !told.is_enough() || !cover.is_enough() {
        return Answer::unknown(if cover.is_enough() { told.fact() } else { cover.fact() });
    }
    Answer::is(runs.len() >= LEAST_RUNS, fact)
}
