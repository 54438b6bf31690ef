//! Complaints found in old notes: what waits and what became of it.

use super::knee;
use super::numbers::{capital, full_day};
use crate::proposals::{Reading, Waiting};
use kneewise_analyse::notes::Moment;
use kneewise_types::Side;

/// One line for `import` and `why`; nothing when nothing waits.
#[must_use]
pub fn wait(count: usize) -> Option<String> {
    let complaints = match count {
        0 => return None,
        1 => "1 mention of a sore knee in your notes waits".to_owned(),
        count => format!("{count} mentions of a sore knee in your notes wait"),
    };
    Some(format!("{complaints} for your word: kneewise diary proposals"))
}

#[must_use]
pub const fn none() -> &'static str {
    "Nothing in your notes waits for your word."
}

/// Two lines and one of what to do: when, what was written, how it was read.
#[must_use]
pub fn proposal(waiting: &Waiting) -> Vec<String> {
    let title = waiting.title.as_deref().map(|title| format!(", {title}")).unwrap_or_default();
    vec![
        format!("{}  {}{title}", waiting.id, full_day(waiting.date)),
        format!("  “{}”", waiting.quote),
        format!("  {}", reading(&waiting.reading, waiting)),
    ]
}

fn reading(reading: &Reading, waiting: &Waiting) -> String {
    let knee = match reading.sides.as_slice() {
        [] => "a knee, the words do not say which".to_owned(),
        [Side::Left] => "left knee".to_owned(),
        [Side::Right] => "right knee".to_owned(),
        _ => "both knees".to_owned(),
    };
    let mut said = vec![capital(&knee)];
    said.extend(reading.score.map(|score| format!("{} of 10", score.points())));
    said.extend(moment(reading.moment).map(str::to_owned));
    said.extend(reading.onset_km.map(|km| format!("from {} km", (km * 10.0).round() / 10.0)));
    said.extend(reading.region.map(|region| knee::region(region).to_owned()));
    if reading.is_swollen {
        said.push("swollen".to_owned());
    }
    if reading.date != waiting.date {
        said.push("the day after".to_owned());
    }
    format!("read as: {}", said.join(", "))
}

const fn moment(moment: Moment) -> Option<&'static str> {
    match moment {
        Moment::Before => Some("before the run"),
        Moment::During => Some("during the run"),
        Moment::After => Some("after the run"),
        Moment::Morning => Some("on getting up"),
        Moment::Unknown => None,
    }
}

/// What can be said to them.
#[must_use]
pub fn what_to_say(count: usize) -> String {
    let wait = if count == 1 { "1 waits".to_owned() } else { format!("{count} wait") };
    format!(
        "{wait}; nothing enters the diary before you say so.\n\
         It is so: kneewise diary accept ID… or --all    It is not: kneewise diary refuse ID… or --all\n\
         Other than read: kneewise diary correct ID --left --score 3"
    )
}

/// What became of some.
#[must_use]
pub fn decided(verdict: &str, decided: usize, without_side: &[String], waiting: usize) -> String {
    let mut said = format!("{} {decided}; {waiting} waiting.", capital(verdict));
    if let Some(first) = without_side.first() {
        let count = without_side.len();
        let they = if count == 1 { "1 does not".to_owned() } else { format!("{count} do not") };
        said.push_str(&format!(" {they} say which knee: kneewise diary correct {first} --left"));
    }
    said
}

/// An id that is none.
#[must_use]
pub fn unknown(id: &str) -> String {
    format!("`{id}` is no complaint that waits: kneewise diary proposals")
}

/// An id that begins several.
#[must_use]
pub fn ambiguous(id: &str) -> String {
    format!("`{id}` begins more than one, give more of it")
}

/// A complaint that cannot be entered as it stands.
#[must_use]
pub fn without_side(id: &str) -> String {
    format!(
        "the words of `{id}` do not say which knee: kneewise diary correct {id} --left, --right or --both"
    )
}

/// An id that was not decided on.
#[must_use]
pub fn undecided(id: &str) -> String {
    format!("`{id}` has no decision here")
}
