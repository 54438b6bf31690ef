//! W8, against weakness: strength training twice a week for 12 weeks.
//!
//! Formula: days with strength training, 2 or more a week over the 84 days before onset. Unit: days a week.
//! Source: clinical text G.2, key `rule`. Grade D. Says nothing: strength was never logged, or its log began too late.

use super::untrained::habit;
use crate::causes::answer::{Part, Row};
use kneewise_types::assessment::CauseRow;
use kneewise_types::{Evidence, Grade};

pub(crate) const ROW: Row = Row {
    id: CauseRow::W8,
    part: Part::Against(0.7),
    is_max: false,
    evidence: Evidence::new(Grade::D, "rule"),
    read: |case| habit(case, WINDOW_DAYS, |per_week| per_week >= OFTEN_A_WEEK),
};

const WINDOW_DAYS: i64 = 84;
const OFTEN_A_WEEK: f64 = 2.0;
