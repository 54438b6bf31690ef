//! Why an experiment cannot be as it was asked for; the middle of a line that begins with the field.

use super::Texts;
use crate::words::numbers::decimal;
use kneewise_types::Date;

#[must_use]
pub fn which_pair() -> &'static str {
    Texts.which_pair()
}

/// A name that is none of the known ones.
#[must_use]
pub fn unknown_pair(name: &str, known: &[&str]) -> String {
    let listed = known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    if listed.is_empty() { Texts.no_pair_known(name) } else { Texts.unknown_pair(name, &listed) }
}

#[must_use]
pub fn same_pair() -> &'static str {
    Texts.same_pair()
}

#[must_use]
pub fn ask_for_more_rest(usual_days_a_week: f64) -> String {
    Texts.ask_for_more_rest(&decimal(usual_days_a_week, 1))
}

#[must_use]
pub fn no_more_rest_left(usual_days_a_week: f64) -> String {
    Texts.no_more_rest_left(&decimal(usual_days_a_week, 1))
}

#[must_use]
pub fn usual_rest_unknown() -> &'static str {
    Texts.usual_rest_unknown()
}

#[must_use]
pub fn start_has_passed(start: Date) -> String {
    Texts.start_has_passed(&start.to_string())
}

#[must_use]
pub fn began_that_day() -> &'static str {
    Texts.began_that_day()
}
