//! O9: the pain comes back just when fitness returns.
//!
//! Formula: at least 3 rises of fitness that ended in a flare and a collapse of training (load text F9); c 0.15, from tier
//! 2 (5 cycles, permutation p at most 0.10) 0.25 [choice]. Unit: cycles. Source: load text F9, clinical text G.4, key
//! `rule`. Grade D. Against it: rises that went well.
//! Filed under overuse: what lacks is the pause that lets tissue catch up with heart and lungs.
//! Says nothing: no diary, less than a year of days, or no rise.

use crate::calendar::count;
use crate::causes::answer::{Answer, Part, Row};
use crate::causes::case::Case;
use crate::own_data::NAMED_CYCLES;
use kneewise_types::assessment::CauseRow;
use kneewise_types::own_data::Tier;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::O9,
    part: Part::For(0.15),
    is_max: false,
    evidence: Evidence::new(Grade::D, "rule"),
    read,
};

const OFTEN: Part = Part::For(0.25);

fn read(case: &Case<'_>) -> Answer {
    if case.diary.is_none() {
        return Answer::never("diary");
    }
    let Some(told) = &case.boom_and_bust else { return Answer::never("rises_of_fitness") };
    let fact = Fact::BoomAndBust {
        from: told.from,
        to: told.to,
        rises: count(told.rises.len()),
        cycles: told.cycles,
    };
    let mut answer = Answer::is(told.cycles >= NAMED_CYCLES, fact);
    answer.part = (told.tier >= Tier::Suggestive).then_some(OFTEN);
    answer
}
