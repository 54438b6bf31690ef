//! The sentences of facts in German, file for file as in `facts`. The reader is addressed as `du`.

pub mod actions;
mod answers;
pub mod exercises;
mod footwear;
mod knee;
pub mod knee_light;
mod load;
pub mod missing;
mod overuse;
pub mod own;
pub mod questions;
pub mod red_flags;
mod signs;
mod tested;
pub mod told;
pub mod warnings;

use super::Voice;
use kneewise_types::reason::Fact;
use kneewise_types::{Date, Side};

/// The sentence of a fact, ending in a full stop.
pub fn sentence(fact: &Fact, voice: &Voice) -> Option<String> {
    load::say(fact, voice)
        .or_else(|| knee::say(fact, voice))
        .or_else(|| overuse::episodes(fact, voice))
        .or_else(|| overuse::recovery(fact, voice))
        .or_else(|| tested::say(fact, voice))
        .or_else(|| footwear::fit(fact, voice))
        .or_else(|| footwear::pairs(fact, voice))
        .or_else(|| signs::say(fact, voice))
        .or_else(|| answers::say(fact, voice))
}

/// A few words that name the fact in the answer's first sentence.
pub fn clue(fact: &Fact, voice: &Voice) -> Option<String> {
    load::clue(fact, voice)
        .or_else(|| knee::clue(fact, voice))
        .or_else(|| overuse::clue(fact, voice))
        .or_else(|| tested::clue(fact))
        .or_else(|| footwear::clue(fact, voice))
}

/// `linke` or `rechte`.
pub const fn sided(side: Side) -> &'static str {
    match side {
        Side::Left => "linke",
        Side::Right => "rechte",
    }
}

/// `vom 14. bis 20. September`.
fn from(voice: &Voice, from: Date, to: Date) -> String {
    format!("{} {}", if from == to { "am" } else { "vom" }, voice.span(from, to))
}

/// `1 Lauf`, `3 Läufe`.
fn number(number: u32, one: &str, many: &str) -> String {
    format!("{number}\u{a0}{}", if number == 1 { one } else { many })
}
