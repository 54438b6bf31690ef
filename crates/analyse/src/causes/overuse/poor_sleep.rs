//! O5: a poor sleeper.
//!
//! Formula: the runner's own answer (short, of low quality, or troubled). Source: S86a (ratio 1.78, AF 0.44, q 0.5,
//! self-report). Grade C. Of O4 and O5 only the larger counts. Against it: answered no. Says nothing: not answered.

use crate::causes::answer::{Answer, Part, Row};
use crate::causes::case::Case;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::O5,
    part: Part::For(0.22),
    is_max: true,
    evidence: Evidence::new(Grade::C, "S86a"),
    read,
};

fn read(case: &Case<'_>) -> Answer {
    match case.history.profile.is_poor_sleeper {
        Some(is_poor) => Answer::is(is_poor, Fact::SleepAnswer { is_poor }),
        None => Answer::never("sleep_quality"),
    }
}
