//! Whether something is said to be so: not denied, hoped, feared, asked, remembered or told of somebody else.

use super::attach::{SAYS, Span};
use super::labels::Label;
use super::scene::Scene;
use super::scores::count_at;
use super::tokens::Gap;
use super::words::List;

/// A word such as "no" reaches so many words forward.
const FORWARD: usize = 6;
/// And "not" or "nothing" so many back.
const BACK: usize = 3;

/// Numbers written as words; "one" and "ten" are other words too.
const COUNTS: [Label; 8] =
    [Label::Two, Label::Three, Label::Four, Label::Five, Label::Six, Label::Seven, Label::Eight, Label::Nine];

/// Whether the words of a span are turned into their contrary.
pub(super) fn is_denied(scene: &Scene<'_>, span: Span) -> bool {
    is_denied_before(scene, span) || is_denied_after(scene, span)
}

/// "not good": the denial right before a word of praise; one farther off speaks of something else.
pub(super) fn is_denied_closely(scene: &Scene<'_>, span: Span) -> bool {
    // "noch nicht ganz gut", "pas encore au top": "yet" stands between.
    let is_before = scene.before(span.first).find(|tag| !tag.meaning.is(Label::Again)).is_some_and(|tag| {
        let is_not = tag.meaning.is(Label::Not) && !tag.meaning.is(Label::Filler);
        is_not && span.first - tag.end <= 2 && scene.clause_at(tag.first) == scene.clause_at(span.first)
    });
    is_before || is_denied_after(scene, span)
}

/// "no pain", "didn't hurt"; through "no pain or swelling" too, but not through "because" or "with a".
fn is_denied_before(scene: &Scene<'_>, span: Span) -> bool {
    let clause = scene.clause_at(span.first);
    let mut from = span.first;
    let mut is_list = false;
    for tag in scene.before(span.first) {
        let same_clause = scene.clause_at(tag.first) == clause;
        if from.saturating_sub(tag.end) > FORWARD || !(same_clause || is_list) {
            return false;
        }
        let meaning = tag.meaning;
        if (tag.end..=span.first).any(|at| scene.gap(at) == Gap::Colon) {
            return false;
        }
        if meaning.is(Label::Not) && !meaning.is(Label::Filler) {
            // "not 3 km and the knee hurts": the number is denied.
            let is_of_number = scene.tokens.get(tag.end).is_some_and(|token| token.number.is_some())
                || COUNTS
                    .iter()
                    .any(|label| count_at(scene, tag.end).is_some_and(|count| count.meaning.is(*label)));
            return !is_of_number;
        }
        if meaning.is_any(&[Label::Because, Label::But, Label::Until, Label::Then]) {
            return false;
        }
        // "sin fuerza y con la rodilla dolorida": what comes with it is not denied.
        let is_with = scene.main_at(tag.end).is_some_and(|next| next.meaning.is(Label::With));
        if meaning.is(Label::And) && is_with {
            return false;
        }
        // "no volvió el dolor": what did not come back.
        let is_return = meaning.is(Label::NotAfter) && from.saturating_sub(tag.end) <= 2;
        if is_return && scene.has_own_not(tag) {
            return true;
        }
        // "no sign of the knee pain": a praise with a denial in it denies what follows.
        if meaning.is(Label::Fine) && from.saturating_sub(tag.end) <= 5 && scene.has_own_not(tag) {
            return true;
        }
        if meaning.is_any(&[Label::Or, Label::And]) && from - tag.end <= 1 {
            is_list = true;
            from = tag.first;
        } else if meaning.is_any(&SAYS) || meaning.is_any(&[Label::KneeSore, Label::Named]) {
            // What stands between takes the denial for itself, unless both are members of one list.
            // A verb of feeling hands it on: "não sinto dor".
            let is_felt = meaning.is(Label::Near) && !meaning.is(Label::Pain);
            let is_joined = is_list || is_felt || scene.gap(from) == Gap::Slash;
            if !is_joined || from - tag.end > 1 {
                return false;
            }
            from = tag.first;
        }
    }
    false
}

/// "schmerzt nicht", "dolor nada", where nothing follows that the word would rather turn.
fn is_denied_after(scene: &Scene<'_>, span: Span) -> bool {
    let clause = scene.clause_at(span.first);
    for tag in scene.after(span.end) {
        if scene.clause_at(tag.first) != clause || tag.first - span.end > BACK {
            return false;
        }
        if tag.meaning.is(Label::NotAfter) {
            let rather = scene.after(tag.end).next();
            let has_other = rather.is_some_and(|other| {
                scene.clause_at(other.first) == clause
                    && other.first - tag.end <= 2
                    && other.meaning.is_any(&SAYS)
            });
            return !has_other;
        }
        if tag.meaning.is(Label::And) {
            // "it promised to hurt and didn't".
            let end = scene.clause(span.first).map_or(span.end, |clause| clause.end);
            let last = scene.after(tag.end).next();
            return last.is_some_and(|tag| tag.meaning.is(Label::Not) && tag.end == end);
        }
        if tag.meaning.is_any(&SAYS) {
            return false;
        }
    }
    false
}

/// Whether what stands here is told as something that is so, now, of the writer.
pub(super) fn is_meant(scene: &Scene<'_>, span: Span) -> bool {
    let Some(clause) = scene.clause(span.first) else { return false };
    let is_open = |at: usize| (at + 1..=span.first).all(|at| scene.gap(at) != Gap::Colon);
    let is_after_if = clause.if_at.is_some_and(|at| at < span.first && is_open(at));
    let is_elsewhen =
        scene.sentence(span.first).is_some_and(|sentence| sentence.is_elsewhen) && !is_today(scene, span);
    !(is_after_if || clause.is_later || clause.is_unreal || clause.is_asked || clause.has_skin || is_elsewhen)
}

/// "operated two years ago, today sore": behind "today" (but not "a year ago today"), and nothing of another time in between.
fn is_today(scene: &Scene<'_>, span: Span) -> bool {
    let sentence = scene.sentence_at(span.first);
    let is_same = |at: &usize| scene.sentence_at(*at) == sentence;
    let today = (0..span.first).rev().take_while(is_same).find(|at| scene.is_one_of(*at, List::Today));
    today.is_some_and(|today| {
        let mut after = scene.after(today).take_while(|tag| scene.sentence_at(tag.first) == sentence);
        let is_ago = scene.before(today).next().is_some_and(|tag| {
            tag.end == today && tag.meaning.is(Label::Elsewhen) && scene.gap(today) <= Gap::Space
        });
        !is_ago && !after.any(|tag| tag.meaning.is(Label::Elsewhen))
    })
}
