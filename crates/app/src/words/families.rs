//! The five families and how strongly each is supported, in words.

use kneewise_types::assessment::{BeliefWord, Family};

/// The family's name as a heading.
#[must_use]
pub const fn name(family: Family) -> &'static str {
    match family {
        Family::Load => "Load",
        Family::Overuse => "Overuse, recovery",
        Family::Weakness => "Weakness",
        Family::Mobility => "Mobility",
        Family::Footwear => "Footwear",
    }
}

/// How strongly it is supported.
#[must_use]
pub const fn belief(word: BeliefWord) -> &'static str {
    match word {
        BeliefWord::LittleSign => "little sign",
        BeliefWord::May => "may play a part",
        BeliefWord::Probably => "probably plays a part",
        BeliefWord::MainCandidate => "main candidate",
    }
}
