//! The five families: names, how strongly each is supported, and what is said of each (clinical text G.1, G.3).

use kneewise_types::assessment::{BeliefWord, Family};

/// Below this share of answered rows a family is "not enough known" (clinical text G.1).
pub const ENOUGH_COVERAGE: f64 = 0.5;

/// The family's name as a heading.
#[must_use]
pub const fn name(family: Family) -> &'static str {
    match family {
        Family::Load => "Load",
        Family::Overuse => "Overuse",
        Family::Weakness => "Weakness",
        Family::Mobility => "Mobility",
        Family::Footwear => "Footwear",
    }
}

/// The family in the middle of a sentence.
#[must_use]
pub const fn in_sentence(family: Family) -> &'static str {
    match family {
        Family::Load => "load",
        Family::Overuse => "recovery",
        Family::Weakness => "strength",
        Family::Mobility => "mobility",
        Family::Footwear => "footwear",
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

/// Said of a family of which less than half is answered.
pub const NOT_ENOUGH: &str = "not enough known";

/// The opening sentence: what the best supported family says of a sore knee.
#[must_use]
pub fn opening(family: Family, word: BeliefWord, clue: Option<&str>) -> String {
    let is_probable = matches!(word, BeliefWord::Probably | BeliefWord::MainCandidate);
    let claim = match (family, is_probable) {
        (Family::Load, true) => "It probably got more than it was used to",
        (Family::Load, false) => "It may have got more than it was used to",
        (Family::Overuse, true) => "It probably had too little time to settle",
        (Family::Overuse, false) => "It may have had too little time to settle",
        (Family::Weakness, true) => "Strength probably plays a part",
        (Family::Weakness, false) => "Strength may play a part",
        (Family::Mobility, true) => "Mobility probably plays a part",
        (Family::Mobility, false) => "Mobility may play a part",
        (Family::Footwear, true) => "Shoes probably play a part",
        (Family::Footwear, false) => "Shoes may play a part",
    };
    match clue {
        Some(clue) => format!("{claim}: {clue}."),
        None => format!("{claim}."),
    }
}

/// A family by itself: how strongly, what leads, and what is said of it.
#[must_use]
pub fn summary(family: Family, word: BeliefWord, clue: Option<&str>) -> String {
    let is_main = word == BeliefWord::MainCandidate;
    let claim = format!("{} {}", name(family), if is_main { "is the main candidate" } else { belief(word) });
    let clue = clue.map(|clue| format!(": {clue}")).unwrap_or_default();
    format!("{claim}{clue}. {}", phrase(family))
}

/// What is said of the family as a whole, once.
#[must_use]
pub const fn phrase(family: Family) -> &'static str {
    match family {
        Family::Load => {
            "The knee got more than it was used to around that time. Easing and rebuilding usually helps; you rarely need to stop."
        }
        Family::Overuse => "The knee was asked without a pause. Pauses are part of training.",
        Family::Weakness => {
            "Stronger legs cope with more. Weakness may be the result of the pain; training it still helps."
        }
        Family::Mobility => "This is a small piece. Two or three minutes a day are enough.",
        Family::Footwear => "Shoes are seldom the whole story. Choose the pair that feels best.",
    }
}
