//! R13, its pain part: strong pain in daily life for a week.
//!
//! Formula: `pain_morning` or `pain_before` >= 6 on 7 entered days in a row. Units: points, entered days.
//! Source: clinical text B.4 [rule], key `rule`. Grade D. Holds 42 days after the last such day, unless cleared.

use super::{HOLDS_DAYS, Knee, RULE};
use crate::calendar::count;
use kneewise_types::assessment::{RedFlag, RedFlagId};
use kneewise_types::reason::Fact;
use kneewise_types::{Date, PainScore};

const STRONG: u8 = 6;
const DAYS_IN_A_ROW: usize = 7;

pub(crate) fn flag(knee: &Knee<'_>) -> Option<RedFlag> {
    let entries = knee.diary.within(knee.uncleared(HOLDS_DAYS)).iter();
    let daily = entries.filter_map(|entry| Some((entry.date, entry.pain_morning.max(entry.pain_before)?)));
    let mut row: Vec<Date> = Vec::new();
    let mut longest: Option<(Date, Date, usize)> = None;
    for (date, pain) in daily {
        if pain < PainScore::new(STRONG).ok()? {
            row.clear();
            continue;
        }
        row.push(date);
        if let (true, Some(from)) = (row.len() >= DAYS_IN_A_ROW, row.first()) {
            longest = Some((*from, date, row.len()));
        }
    }
    let (from, to, days) = longest?;
    let fact = Fact::HighDailyPain { side: knee.diary.side, from, to, days: count(days) };
    Some(knee.flag(RedFlagId::R13, RULE, vec![fact]))
}
