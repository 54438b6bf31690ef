//! L9, against load: it began with a twist or a blow.
//!
//! Formula: the latest answer to F08 within 42 days. Source: clinical text G.2, key `rule`. Grade D.
//! Says nothing: not asked.

use crate::calendar::Window;
use crate::causes::answer::{Answer, Part, Row};
use crate::causes::case::Case;
use crate::pattern::answers::ANSWER_DAYS;
use kneewise_types::assessment::CauseRow;
use kneewise_types::reason::Fact;
use kneewise_types::symptom::FindingCode;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::L9,
    part: Part::Against(0.5),
    is_max: false,
    evidence: Evidence::new(Grade::D, "rule"),
    read,
};

fn read(case: &Case<'_>) -> Answer {
    let code = FindingCode::StartedWithTwist;
    let window = Window::ending(case.as_of, ANSWER_DAYS);
    match case.diary.and_then(|diary| diary.answer(code, window)) {
        Some((date, is_present)) => Answer::is(is_present, Fact::Answered { code, is_present, date }),
        None => Answer::never("findings"),
    }
}
