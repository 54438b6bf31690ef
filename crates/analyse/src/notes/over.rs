//! Complaints that are told of and over: gone, of another day, better today.

use super::attach::{Attach, SAYS, Span};
use super::labels::Label;
use super::mentions::{Mention, Part};
use super::phrases::Tag;
use super::polarity::is_denied;
use super::scene::{Clause, Scene};
use super::tokens::Gap;
use super::words::List;

/// Words between a complaint, or its knee, and "has gone".
const REACH: usize = 4;

/// Whether a complaint was over before the run.
pub(super) fn is_over(attach: &Attach<'_>, span: Span, mention: usize) -> bool {
    let Some(knee) = attach.mentions.get(mention) else { return false };
    let scene = attach.scene;
    has_gone(scene, span, knee)
        || is_told_of(scene, span, knee)
        || is_nothing_today(attach, span)
        || is_of_the_past(scene, span)
        || is_down_to_zero(attach, span)
}

/// "the pain in my knee has gone", "passou a dor no joelho"; but "gone after 2 km" was felt on the run.
fn has_gone(scene: &Scene<'_>, span: Span, knee: &Mention) -> bool {
    let (from, end) = (span.first.min(knee.first), span.end.max(knee.end));
    let clause = scene.clause_at(span.first);
    let is_same = |tag: &&Tag| scene.clause_at(tag.first) == clause;
    let is_plain = |tag: &Tag| !is_denied(scene, Span { first: tag.first, end: tag.end });
    let mut after = scene.after(end).take_while(is_same).take_while(|tag| tag.first - end <= REACH);
    let goes = after.find(|tag| tag.meaning.is(Label::Over) || stops(tag));
    let went = scene
        .before(from)
        .find(|tag| !tag.meaning.is(Label::Mine))
        .filter(is_same)
        .filter(|tag| from - tag.end <= 2);
    let is_gone = [goes, went].into_iter().flatten().any(|tag| tag.meaning.is(Label::Over) && is_plain(tag));
    is_gone && !is_on_run(scene, clause)
}

/// "from 6/10 knee pain in May to zero today", "down from 5 to 0": what was told of is zero now.
fn is_down_to_zero(attach: &Attach<'_>, span: Span) -> bool {
    let scene = attach.scene;
    let sentence = scene.sentence_at(span.first);
    let is = |at: usize, words: List| {
        scene
            .tokens
            .get(at)
            .is_some_and(|token| token.sentence == sentence && scene.words.has(words, &token.word))
    };
    let is_number = |at: usize| scene.tokens.get(at).is_some_and(|token| token.number.is_some());
    let is_today = |zero: usize| is(zero + 1, List::Today) || zero > 0 && is(zero - 1, List::Today);
    // "from 5 to 0": two words before the number, at most, and one between the two.
    let is_fall = |zero: usize| {
        let from = |at: usize| is_number(at) && at > 0 && is(at - 1, List::From);
        zero >= 3 && from(zero - 2)
    };
    let is_other =
        |mention: &Mention| mention.what == Part::Other && scene.sentence_at(mention.first) == sentence;
    let mut zeros = (span.first..scene.tokens.len())
        .take_while(|at| scene.sentence_at(*at) == sentence)
        .filter(|at| is(*at, List::Zeros));
    zeros.any(|at| is_today(at) || is_fall(at)) && !attach.mentions.iter().any(is_other)
}

/// "I used to hurt after every run, c'est du passé": the next clause calls it past.
fn is_of_the_past(scene: &Scene<'_>, span: Span) -> bool {
    let Some(next) = scene.clauses.get(scene.clause_at(span.first) + 1) else { return false };
    let is_same = scene.sentence_at(next.first) == scene.sentence_at(span.first);
    is_same && next.end - next.first <= SHORT && first_of(scene, next, List::Past).is_some()
}

/// Words behind which something else is told.
fn stops(tag: &Tag) -> bool {
    tag.meaning.is_any(&SAYS) || tag.meaning.is_any(&[Label::And, Label::Then, Label::But])
}

/// A clause that names a part of the run.
fn is_on_run(scene: &Scene<'_>, clause: usize) -> bool {
    let is_same = |tag: &&Tag| scene.clause_at(tag.first) == clause;
    let is_part = |tag: &Tag| tag.meaning.is_any(&[Label::During, Label::Km, Label::Mile]);
    scene.time.iter().chain(&scene.count).filter(is_same).any(is_part)
}

/// "the knee that hurt on Tuesday was fine": what a relative clause tells of a knee that is praised behind it.
fn is_told_of(scene: &Scene<'_>, span: Span, knee: &Mention) -> bool {
    let is_relative = scene
        .tokens
        .get(knee.end)
        .is_some_and(|token| token.gap <= Gap::Comma && scene.words.has(List::Relative, &token.word));
    let sentence = scene.sentence_at(span.first);
    is_relative
        && span.first > knee.end
        && span.first - knee.end <= REACH
        && scene
            .after(span.end)
            .take_while(|tag| scene.sentence_at(tag.first) == sentence)
            .take_while(|tag| {
                tag.first - span.end <= 2 * REACH && !tag.meaning.is_any(&[Label::But, Label::Pain])
            })
            .any(|tag| is_praise(scene, tag))
}

fn is_praise(scene: &Scene<'_>, tag: &Tag) -> bool {
    tag.meaning.is(Label::Fine) && !is_denied(scene, Span { first: tag.first, end: tag.end })
}

/// "sore last week, today nothing": a short clause behind the complaint says that today there is none.
fn is_nothing_today(attach: &Attach<'_>, span: Span) -> bool {
    let scene = attach.scene;
    let at = scene.clause_at(span.first);
    if scene.clauses.get(at).is_some_and(|clause| is_nothing(attach, &behind_and(scene, span, clause))) {
        return true;
    }
    if scene.clauses.get(at).is_none_or(|clause| first_of(scene, clause, List::Today).is_some()) {
        return false;
    }
    let own = scene.clauses.get(at);
    let is_usual = own.is_some_and(|clause| first_of(scene, clause, List::Usually).is_some());
    let sentence = scene.sentence_at(span.first) + usize::from(is_usual);
    let is_later = |clause: &&Clause| scene.sentence_at(clause.first) <= sentence;
    scene.clauses.iter().skip(at + 1).take_while(is_later).any(|clause| is_nothing(attach, clause))
}

/// "… and today all good": the rest of a clause behind "and today".
fn behind_and(scene: &Scene<'_>, span: Span, clause: &Clause) -> Clause {
    let mut after = scene.after(span.end).take_while(|tag| tag.end < clause.end);
    let is_today = |tag: &&Tag| {
        let next = scene.tokens.get(tag.end);
        tag.meaning.is(Label::And) && next.is_some_and(|token| scene.words.has(List::Today, &token.word))
    };
    let first = after.find(is_today).map_or(clause.end, |tag| tag.end);
    Clause { first, end: clause.end, ..Clause::default() }
}

/// "today nothing", "and today all good", "aujourd'hui parfait".
fn is_nothing(attach: &Attach<'_>, clause: &Clause) -> bool {
    let scene = attach.scene;
    let leads = |words: List| first_of(scene, clause, words).is_some_and(|at| at - clause.first <= 2);
    let (is_day, is_contrast) = (leads(List::Today), leads(List::InThese));
    if clause.end - clause.first > SHORT || !(is_day || is_contrast) {
        return false;
    }
    let has_other = attach
        .mentions
        .iter()
        .any(|mention| mention.what == Part::Other && (clause.first..clause.end).contains(&mention.first));
    let tags = || scene.before(clause.end).take_while(|tag| tag.first >= clause.first);
    let is_well = |tag: &Tag| {
        is_day && is_praise(scene, tag)
            || tag.meaning.is_any(&[Label::Not, Label::NotAfter]) && !tag.meaning.is(Label::Filler)
    };
    let hurts = |tag: &Tag| tag.meaning.is_any(&[Label::Pain, Label::Near, Label::Swelling, Label::Again]);
    !has_other && tags().any(is_well) && !tags().any(|tag| hurts(tag) && !tag.meaning.is(Label::Fine))
}

/// Words of a clause that says no more than how it is today.
const SHORT: usize = 6;

/// Where one of some words stands in a clause first.
fn first_of(scene: &Scene<'_>, clause: &Clause, words: List) -> Option<usize> {
    let is_one = |at: &usize| scene.is_one_of(*at, words);
    (clause.first..clause.end).find(is_one)
}

/// "my bad knee felt great": a knee with a lasting adjective that is praised in its own clause.
pub(super) fn is_praised(scene: &Scene<'_>, knee: &Mention) -> bool {
    let clause = scene.clause_at(knee.first);
    let mut after = scene.after(knee.end).take_while(|tag| scene.clause_at(tag.first) == clause);
    after.find(|tag| tag.meaning.is_any(&SAYS)).is_some_and(|tag| is_praise(scene, tag))
}

/// "sore, but not the knee": a clause that says no more of a knee than "not".
fn is_left_out(scene: &Scene<'_>, knee: &Mention) -> bool {
    let Some(clause) = scene.clause(knee.first) else { return false };
    let tags = || scene.before(clause.end).take_while(|tag| tag.first >= clause.first);
    let is_not = |tag: &Tag| tag.meaning.is(Label::Not) && !tag.meaning.is(Label::Filler);
    tags().any(is_not) && !tags().any(|tag| tag.meaning.is_any(&SAYS) || tag.meaning.is(Label::KneeSore))
}

/// "painful run, windy, knee ok": a complaint before a knee that its own clause praises is of something else.
pub(super) fn is_of_the_rest(attach: &Attach<'_>, span: Span, mention: usize) -> bool {
    let scene = attach.scene;
    let Some(knee) = attach.mentions.get(mention) else { return false };
    let is_then = scene.before(knee.first).next().is_some_and(|tag| {
        tag.meaning.is(Label::Then) && scene.clause_at(tag.first) == scene.clause_at(knee.first)
    });
    let is_other_clause =
        knee.first > span.first && scene.clause_at(knee.first) != scene.clause_at(span.first);
    is_other_clause && !is_then && (is_praised(scene, knee) || is_left_out(scene, knee))
}
