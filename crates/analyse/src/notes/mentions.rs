//! Which words are the writer's own knee, which are another part of the body, which are somebody else's.

use super::labels::Label;
use super::owners::is_somebody_elses;
use super::scene::Scene;
use super::tokens::Gap;
use super::words::List;
use kneewise_types::Region;

/// A part of the body, named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mention {
    pub first: usize,
    pub end: usize,
    pub what: Part,
}

/// Which part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The writer's own knee.
    Knee(Knee),
    /// Another part of the body, or somebody else's knee.
    Other,
    /// What else is given a number: effort, mood, the weather.
    Effort,
}

/// How a knee was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Knee {
    pub region: Option<Region>,
    pub is_many: bool,
    pub sore: Sore,
    /// A band or tendon, of which tightness is no complaint.
    pub is_band: bool,
}

/// Whether the word for a knee is a complaint by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sore {
    No,
    /// "bad knee": unless it is praised.
    Old,
    Yes,
}

impl Mention {
    pub(super) const fn knee(&self) -> Option<Knee> {
        match self.what {
            Part::Knee(knee) => Some(knee),
            Part::Other | Part::Effort => None,
        }
    }
}

/// Every mention, in order.
pub(super) fn mentions(scene: &Scene<'_>) -> Vec<Mention> {
    let mut found = Vec::new();
    for tag in &scene.main {
        let meaning = tag.meaning;
        let what = if meaning.is_any(&Label::KNEES) {
            let is_own = !is_somebody_elses(scene, tag.first, tag.end) && !is_landmark(scene, tag);
            if is_own { Part::Knee(knee(scene, tag)) } else { Part::Other }
        } else if meaning.is(Label::Effort) {
            Part::Effort
        } else if meaning.is(Label::Other) {
            Part::Other
        } else {
            continue;
        };
        found.push(Mention { first: tag.first, end: tag.end, what });
    }
    found
}

/// "pain in the shin, a hand below the knee" is said "pain in the shin a hand below the knee": the knee says where on
/// another part.
fn is_landmark(scene: &Scene<'_>, tag: &super::phrases::Tag) -> bool {
    let word = |at: usize| scene.tokens.get(at).map(|token| token.word.as_str()).unwrap_or_default();
    let is_place =
        (tag.first.saturating_sub(3)..tag.end).any(|at| scene.words.has(List::BesidePart, word(at)));
    let clause = scene.clause_at(tag.first);
    let from = tag.first.saturating_sub(7);
    let is_open = |at: usize| (at + 1..=tag.first).all(|at| scene.gap(at) <= Gap::Space && word(at) != "and");
    is_place
        && (from..tag.first).any(|at| {
            scene.words.has(List::LowerLeg, word(at)) && scene.clause_at(at) == clause && is_open(at)
        })
}

fn knee(scene: &Scene<'_>, tag: &super::phrases::Tag) -> Knee {
    let meaning = tag.meaning;
    let words = scene.tokens.get(tag.first..tag.end).unwrap_or_default();
    let is_plural = |word: &str| word.len() > 4 && word.ends_with('s') && !word.ends_with("ss");
    Knee {
        region: meaning.region,
        is_many: meaning.is(Label::KneeMany)
            || meaning.is(Label::Place)
                && words.iter().any(|token| scene.words.has(List::Plurals, &token.word))
            || meaning.is(Label::KneeOne)
                && words.len() > 1
                && words.iter().any(|token| is_plural(&token.word)),
        sore: if meaning.is_any(&[Label::KneeSore, Label::Named]) {
            Sore::Yes
        } else if meaning.is(Label::KneeOld) {
            Sore::Old
        } else {
            Sore::No
        },
        is_band: meaning.is(Label::Band),
    }
}
