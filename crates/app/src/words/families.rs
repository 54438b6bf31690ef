//! The five families: names, how strongly each is supported, and what is said of each (clinical text G.1, G.3).

use super::language::either;
use kneewise_types::assessment::{BeliefWord, Family};

/// Below this share of answered rows a family is "not enough known" (clinical text G.1).
pub const ENOUGH_COVERAGE: f64 = 0.5;

/// The family's name as a heading.
#[must_use]
pub fn name(family: Family) -> &'static str {
    match family {
        Family::Load => either("Load", "Belastung"),
        Family::Overuse => either("Overuse", "Überlastung"),
        Family::Weakness => either("Weakness", "Kraft"),
        Family::Mobility => either("Mobility", "Beweglichkeit"),
        Family::Footwear => either("Footwear", "Schuhe"),
    }
}

/// The family in the middle of a sentence.
#[must_use]
pub fn in_sentence(family: Family) -> &'static str {
    match family {
        Family::Load => either("load", "Belastung"),
        Family::Overuse => either("recovery", "Erholung"),
        Family::Weakness => either("strength", "Kraft"),
        Family::Mobility => either("mobility", "Beweglichkeit"),
        Family::Footwear => either("footwear", "Schuhe"),
    }
}

/// How strongly it is supported.
#[must_use]
pub fn belief(word: BeliefWord) -> &'static str {
    match word {
        BeliefWord::LittleSign => either("little sign", "wenig Hinweise"),
        BeliefWord::May => either("may play a part", "spielt vielleicht eine Rolle"),
        BeliefWord::Probably => either("probably plays a part", "spielt wahrscheinlich eine Rolle"),
        BeliefWord::MainCandidate => either("main candidate", "Hauptkandidat"),
    }
}

/// Said of a family of which less than half is answered.
#[must_use]
pub fn not_enough() -> &'static str {
    either("not enough known", "zu wenig bekannt")
}

/// The opening sentence: what the best supported family says of a sore knee.
#[must_use]
pub fn opening(family: Family, word: BeliefWord, clue: Option<&str>) -> String {
    let is_probable = matches!(word, BeliefWord::Probably | BeliefWord::MainCandidate);
    let claim = match (family, is_probable) {
        (Family::Load, true) => either(
            "It probably got more than it was used to",
            "Es bekam wahrscheinlich mehr, als es gewohnt war",
        ),
        (Family::Load, false) => {
            either("It may have got more than it was used to", "Es bekam vielleicht mehr, als es gewohnt war")
        }
        (Family::Overuse, true) => either(
            "It probably had too little time to settle",
            "Es hatte wahrscheinlich zu wenig Zeit, sich zu beruhigen",
        ),
        (Family::Overuse, false) => either(
            "It may have had too little time to settle",
            "Es hatte vielleicht zu wenig Zeit, sich zu beruhigen",
        ),
        (Family::Weakness, true) => {
            either("Strength probably plays a part", "Kraft spielt wahrscheinlich eine Rolle")
        }
        (Family::Weakness, false) => either("Strength may play a part", "Kraft spielt vielleicht eine Rolle"),
        (Family::Mobility, true) => {
            either("Mobility probably plays a part", "Beweglichkeit spielt wahrscheinlich eine Rolle")
        }
        (Family::Mobility, false) => {
            either("Mobility may play a part", "Beweglichkeit spielt vielleicht eine Rolle")
        }
        (Family::Footwear, true) => {
            either("Shoes probably play a part", "Schuhe spielen wahrscheinlich eine Rolle")
        }
        (Family::Footwear, false) => either("Shoes may play a part", "Schuhe spielen vielleicht eine Rolle"),
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
    let claim = format!(
        "{} {}",
        name(family),
        if is_main { either("is the main candidate", "ist der Hauptkandidat") } else { belief(word) }
    );
    let clue = clue.map(|clue| format!(": {clue}")).unwrap_or_default();
    format!("{claim}{clue}. {}", phrase(family))
}

/// What is said of the family as a whole, once.
#[must_use]
pub fn phrase(family: Family) -> &'static str {
    match family {
        Family::Load => either(
            "The knee got more than it was used to around that time. Easing and rebuilding usually helps; you rarely need to stop.",
            "Das Knie bekam um diese Zeit mehr, als es gewohnt war. Entlasten und neu aufbauen hilft meist; aufhören musst du selten.",
        ),
        Family::Overuse => either(
            "The knee was asked without a pause. Pauses are part of training.",
            "Das Knie wurde ohne Pause gefordert. Pausen gehören zum Training.",
        ),
        Family::Weakness => either(
            "Stronger legs cope with more. Weakness may be the result of the pain; training it still helps.",
            "Stärkere Beine vertragen mehr. Schwäche kann die Folge des Schmerzes sein; Training hilft trotzdem.",
        ),
        Family::Mobility => either(
            "This is a small piece. Two or three minutes a day are enough.",
            "Das ist ein kleiner Baustein. Zwei oder drei Minuten am Tag genügen.",
        ),
        Family::Footwear => either(
            "Shoes are seldom the whole story. Choose the pair that feels best.",
            "Schuhe sind selten die ganze Geschichte. Nimm das Paar, das sich am besten anfühlt.",
        ),
    }
}
