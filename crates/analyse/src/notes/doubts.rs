//! When a complaint near a knee is not one of the knee: a wound of the skin, a remedy, a title, the runner's own doing.

use super::attach::{Attach, Span};
use super::labels::Label;
use super::phrases::Tag;
use super::polarity::{is_denied, is_meant};
use super::scene::{Clause, Scene};
use super::tokens::Gap;
use super::weak::is_only;
use super::words::List;

/// Whether words that are a complaint only right beside the knee stand too far off, or with a treatment.
pub(super) fn is_doubted_near(attach: &Attach<'_>, tag: &Tag, (mention, cost): (usize, usize)) -> bool {
    let span = Span { first: tag.first, end: tag.end };
    let is_ahead = is_ahead(attach, span, mention);
    let is_far = cost > 3
        || is_led_away(attach, span, mention)
        || tag.meaning.is(Label::Last) && !tag.meaning.is(Label::Near);
    let knee = attach.mentions.get(mention).map(|mention| Span { first: mention.first, end: mention.end });
    // "a new sleeve on the knee, too tight".
    let is_worn = knee.is_some_and(|knee| is_treated(attach.scene, knee));
    is_ahead && is_far
        || is_worn
        || is_carrier(attach.scene, span)
        || is_painless(attach.scene, tag)
        || is_treated(attach.scene, span)
}

/// "a click in the knee again, doesn't hurt": "again" says nothing where the sentence goes on that nothing hurts.
fn is_painless(scene: &Scene<'_>, tag: &Tag) -> bool {
    let sentence = scene.sentence_at(tag.first);
    tag.meaning.is(Label::Again)
        && scene.after(tag.end).take_while(|other| scene.sentence_at(other.first) == sentence).any(|other| {
            let span = Span { first: other.first, end: other.end };
            other.meaning.is(Label::Fine) && scene.has_own_not(other)
                || other.meaning.is(Label::Strong) && is_denied(scene, span)
        })
}

/// "o joelho continua bem", "otra vez sin problemas": "again" and "goes on" say what follows them.
fn is_carrier(scene: &Scene<'_>, span: Span) -> bool {
    let clause = scene.clause_at(span.first);
    let mut after = scene.after(span.end).take_while(|tag| scene.clause_at(tag.first) == clause);
    let Some(next) = after.next().filter(|tag| tag.first - span.end <= 1) else { return false };
    let is_fine =
        next.meaning.is(Label::Fine) && !is_denied(scene, Span { first: next.first, end: next.end });
    let denies = next.meaning.is(Label::Not)
        && after.next().is_some_and(|tag| tag.meaning.is_any(&[Label::Pain, Label::KneeSore]));
    is_fine || denies
}

/// Whether words that may mean other things than bodily pain are likely said of something else than the knee.
pub(super) fn is_doubtful(attach: &Attach<'_>, tag: &Tag, mention: usize) -> bool {
    let span = Span { first: tag.first, end: tag.end };
    let is_mine = !attach.scene.has_own_not(tag) && is_said_of_me(attach.scene, span);
    let is_before = is_ahead(attach, span, mention)
        && is_broken_off(attach, span, mention)
        && !is_bare_behind(attach, span, mention);
    is_mine || is_before || !is_meant_knee(attach, mention)
}

/// "limped to the car, right knee": the next clause is nothing but the knee, and no other part was named.
fn is_bare_behind(attach: &Attach<'_>, span: Span, mention: usize) -> bool {
    let scene = attach.scene;
    let Some(knee) = attach.mentions.get(mention) else { return false };
    let Some(clause) = scene.clause(knee.first) else { return false };
    let at = scene.clause_at(span.first);
    let has_other =
        attach.mentions.iter().any(|part| scene.clause_at(part.first) == at && part.knee().is_none());
    scene.clause_at(knee.first) == at + 1
        && !has_other
        && is_only(scene, clause.first..knee.first)
        && is_only(scene, knee.end..clause.end)
}

/// Whether the words stand before the knee.
fn is_ahead(attach: &Attach<'_>, span: Span, mention: usize) -> bool {
    attach.mentions.get(mention).is_some_and(|mention| mention.first > span.first)
}

/// Whether a complaint with a name is only spoken of: what helps against it, the title of a talk.
pub(super) fn is_topic(scene: &Scene<'_>, first: usize) -> bool {
    is_remedied(scene, first) || is_title(scene, first) || is_told(scene, first)
}

/// "a thread about knee pain", "le conté lo de la rodilla": right behind a word of telling.
fn is_told(scene: &Scene<'_>, first: usize) -> bool {
    let is_about = first.checked_sub(1).is_some_and(|at| scene.is_one_of(at, List::About));
    is_about || scene.before(first).next().is_some_and(|tag| tag.end == first && tag.meaning.is(Label::Said))
}

/// A talk, a book or a film "on runner's knee": a name between quotation marks in a sentence that speaks of one.
fn is_title(scene: &Scene<'_>, at: usize) -> bool {
    if scene.tokens.get(at).is_none_or(|token| !token.is_quoted) {
        return false;
    }
    let sentence = scene.sentence_at(at);
    let is_same = |clause: &&Clause| scene.sentence_at(clause.first) == sentence;
    scene.clauses.iter().filter(is_same).any(|clause| clause.is_unreal)
}

/// "new shoes against knee pain": the name of what something is good for.
fn is_remedied(scene: &Scene<'_>, first: usize) -> bool {
    (first.saturating_sub(3)..first).any(|at| {
        let is_against = scene.is_one_of(at, List::Against);
        is_against && scene.clause_at(at) == scene.clause_at(first)
    }) || is_for(scene, first)
}

/// "a strap for my bad knee": named behind what is worn or done for it.
fn is_for(scene: &Scene<'_>, first: usize) -> bool {
    let is_word = |at: usize| scene.is_one_of(at, List::For);
    let clause = scene.clause_at(first);
    (first.saturating_sub(2)..first).filter(|at| is_word(*at)).any(|at| {
        let mut before = scene.before(at).take_while(|tag| scene.clause_at(tag.first) == clause);
        before.any(|tag| tag.meaning.is_any(&[Label::Treat, Label::Mask]))
    })
}

/// "a rest day for the knees" does them good.
pub(super) fn is_behind_for(scene: &Scene<'_>, first: usize) -> bool {
    (first.saturating_sub(2)..first).any(|at| scene.is_one_of(at, List::For))
}

/// "trousers wrecked, knee fine": what is said before a comma is of what was named before it.
fn is_broken_off(attach: &Attach<'_>, span: Span, mention: usize) -> bool {
    let to = attach.mentions.get(mention).map_or(span.end, |mention| mention.first);
    (span.end..=to).any(|at| matches!(attach.scene.gap(at), Gap::Comma | Gap::Dash))
}

/// "everything hurts except my knees": the word that leads to the knee takes it out of the complaint before.
pub(super) fn is_excepted(attach: &Attach<'_>, mention: usize, span: Span) -> bool {
    let Some(first) = attach.mentions.get(mention).map(|mention| mention.first) else { return false };
    let mut before =
        attach.scene.before(first).take_while(|tag| first - tag.end <= 2 && tag.first >= span.end);
    before.any(|tag| tag.meaning.is(Label::Except) && !tag.meaning.is(Label::Filler))
}

/// "knee grazed, it stings": a knee named with a wound of the skin, and what is said of it in the next clause.
pub(super) fn is_wound(attach: &Attach<'_>, span: Span, mention: usize) -> bool {
    let Some(first) = attach.mentions.get(mention).map(|mention| mention.first) else { return false };
    let has_skin = attach.scene.clause(first).is_some_and(|clause| clause.has_skin);
    has_skin && attach.scene.clause_at(first) != attach.scene.clause_at(span.first)
}

/// "the knee I moan about": what the runner does.
fn is_said_of_me(scene: &Scene<'_>, span: Span) -> bool {
    let is_i = span.first.checked_sub(1).is_some_and(|at| scene.is_one_of(at, List::IMyself));
    is_i && scene.gap(span.first) <= Gap::Space
}

/// Whether the knee itself is named as something that is so: not asked, feared, or a wound of the skin.
fn is_meant_knee(attach: &Attach<'_>, mention: usize) -> bool {
    let span = attach.mentions.get(mention).map(|mention| Span { first: mention.first, end: mention.end });
    span.is_some_and(|span| is_meant(attach.scene, span))
}

/// "two weeks off with the knee": a word between says that the two do not belong together.
fn is_led_away(attach: &Attach<'_>, span: Span, mention: usize) -> bool {
    let to = attach.mentions.get(mention).map_or(span.end, |mention| mention.first);
    let mut between = attach.scene.after(span.end).take_while(|tag| tag.end <= to);
    between.any(|tag| tag.meaning.is_any(&[Label::With, Label::Because, Label::But]))
}

/// "the knee starts", "the knee started nagging": nothing but a word or two follows, and no praise.
pub(super) fn is_last_word(scene: &Scene<'_>, span: Span) -> bool {
    let is_praised = |end: usize| {
        scene.after(span.end).take_while(|tag| tag.first < end).any(|tag| tag.meaning.is(Label::Fine))
    };
    scene.clause(span.first).is_some_and(|clause| clause.end - span.end <= FEW && !is_praised(clause.end))
}

/// Words that may follow the last word of a complaint.
const FEW: usize = 3;

/// "ice on the knees as always".
pub(super) fn is_treated(scene: &Scene<'_>, span: Span) -> bool {
    let clause = scene.clause_at(span.first);
    scene.main.iter().any(|tag| tag.meaning.is(Label::Treat) && scene.clause_at(tag.first) == clause)
}

/// A band that is rolled may hurt under the roll; one that is stretched afterwards hurt before.
pub(super) fn has_treatment(scene: &Scene<'_>, span: Span) -> bool {
    let sentence = scene.sentence_at(span.first);
    let end = scene.clause(span.first).map_or(span.end, |clause| clause.end);
    let is_before = |tag: &Tag| scene.sentence_at(tag.first) == sentence && tag.first < end;
    scene.main.iter().any(|tag| tag.meaning.is(Label::Treat) && is_before(tag))
}

/// "no pain until km 8": what is denied up to a number begins there.
pub(super) fn is_until(attach: &Attach<'_>, span: Span) -> bool {
    let scene = attach.scene;
    let next = scene.after(span.end).next();
    next.is_some_and(|tag| {
        let is_until = tag.meaning.is(Label::Until) && tag.first - span.end <= 1;
        let has_number = (tag.end..tag.end + 3).any(|at| {
            scene.tokens.get(at).is_some_and(|token| token.number.is_some())
                && scene.clause_at(at) == scene.clause_at(tag.first)
        });
        is_until && has_number
    })
}
