//! What stands beside a number: words of time, sides, brackets, or other words that it belongs to.

use super::attach::Span;
use super::labels::Label;
use super::phrases::Tag;
use super::scene::Scene;
use super::scores::count_before;
use super::tokens::{Gap, Token};

/// "pelvic floor 3/10, knees fine", "4/10 clouds": a number with other words in its clause is of those, known or not.
pub(super) fn is_of_words_beside(scene: &Scene<'_>, span: Span) -> bool {
    let Some(clause) = scene.clause(span.first) else { return false };
    let is_in = |tag: &&Tag| tag.first >= clause.first && tag.end <= clause.end;
    let is_known = |tag: &Tag| tag.meaning.is_any(&[Label::Pain, Label::Near, Label::Own]);
    let is_told = |at: usize| {
        let mut tags = scene.time.iter().chain(&scene.side).chain(&scene.count);
        tags.any(|tag| (tag.first..tag.end).contains(&at))
    };
    let is_word = |at: usize| {
        let is_word = |token: &Token| token.number.is_none() && token.word.chars().count() > 3;
        !(span.first..span.end).contains(&at) && scene.tokens.get(at).is_some_and(is_word) && !is_told(at)
    };
    !scene.main.iter().filter(is_in).any(is_known) && (clause.first..clause.end).any(is_word)
}

/// "knee (4)", "knee, 3": a clause that is nothing but the number.
pub(super) fn is_alone(scene: &Scene<'_>, span: Span) -> bool {
    scene.clause(span.first).is_some_and(|clause| (clause.first, clause.end) == (span.first, span.end))
}

/// "training week 6": a bare number counts what the word before it names, unless the language knows better.
pub(super) fn is_after_a_word(scene: &Scene<'_>, span: Span) -> bool {
    let Some(at) = span.first.checked_sub(1).filter(|_| scene.gap(span.first) <= Gap::Space) else {
        return false;
    };
    let is_tagged = |tags: &[Tag]| tags.iter().any(|tag| (tag.first..tag.end).contains(&at));
    let is_known = [&scene.main, &scene.beside, &scene.side, &scene.time, &scene.count]
        .into_iter()
        .any(|tags| is_tagged(tags));
    // "a dull 2": an adjective.
    let is_led = count_before(scene, at).is_some();
    let is_long = |token: &Token| token.number.is_none() && token.word.chars().count() > 4;
    scene.tokens.get(at).is_some_and(is_long) && !is_known && !is_led && !scene.is_common(at)
}

/// A word of time right beside a number.
pub(super) fn is_beside_time(scene: &Scene<'_>, span: Span) -> bool {
    let moments = [Label::Before, Label::During, Label::After, Label::Morning];
    beside(&scene.time, span)
        .any(|tag| tag.meaning.is_any(&moments) && scene.clause_at(tag.first) == scene.clause_at(span.first))
}

/// "left 3", "R: 2".
pub(super) fn is_beside_side(scene: &Scene<'_>, span: Span) -> bool {
    beside(&scene.side, span).any(|tag| {
        let is_before = tag.end == span.first && scene.gap(span.first) <= Gap::Colon;
        is_before && !tag.meaning.is(Label::NoSide)
    })
}

/// Tags of which at most one word separates a span.
fn beside(tags: &[Tag], span: Span) -> impl Iterator<Item = &Tag> {
    let from = tags.partition_point(|tag| tag.end + 1 < span.first);
    tags.get(from..).unwrap_or_default().iter().take_while(move |tag| tag.first <= span.end + 1)
}

/// "un genou": a number written as a word and followed by one is an article, but for words of time.
pub(super) fn is_before_a_word(scene: &Scene<'_>, end: usize) -> bool {
    let is_time = scene.time.iter().chain(&scene.count).any(|tag| tag.first == end);
    scene.tokens.get(end).is_some_and(|token| token.gap <= Gap::Space) && !is_time
}
