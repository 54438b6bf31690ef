//! A knee given as the reason to stop, to walk, to ride instead; a knee again.

use super::attach::{Attach, Span};
use super::doubts::{is_behind_for, is_treated};
use super::evidence::{Clue, ClueKind};
use super::labels::Label;
use super::mentions::Mention;
use super::phrases::Tag;
use super::polarity::{is_denied, is_meant};
use super::scene::Scene;
use super::tokens::Token;
use super::weak::is_only;
use super::words::List;

/// Stopping and riding instead reach so far to the knee, in words and breaks.
const STOP_REACH: usize = 9;
/// "again" and "because of".
const AGAIN_REACH: usize = 3;

/// "stopped at 6 k, knee", "knee again", "because of the knee".
pub(super) fn reason_to_stop(attach: &Attach<'_>, tag: &Tag) -> Option<Clue> {
    let meaning = tag.meaning;
    let (kind, reach) = if meaning.is_any(&[Label::Stop, Label::Instead]) {
        (ClueKind::Stopped, STOP_REACH)
    } else if meaning.is_any(&[Label::Again, Label::Because]) {
        (ClueKind::Again, AGAIN_REACH)
    } else {
        return None;
    };
    let span = Span { first: tag.first, end: tag.end };
    let is_visit = kind == ClueKind::Again && is_treated(attach.scene, span);
    if is_visit || meaning.is(Label::Instead) && is_more(attach.scene, span) {
        return None;
    }
    if !meaning.is(Label::Again) && is_layoff(attach.scene, span) {
        return None;
    }
    let (mention, _) = attach.nearest(span, reach, false).or_else(|| bare_behind(attach, tag))?;
    let part = attach.mentions.get(mention)?;
    if meaning.is(Label::Instead) && !meaning.is(Label::Stop) && has_more_to_say(attach.scene, span, part) {
        return None;
    }
    if part.knee().is_some_and(|knee| knee.is_many) && is_behind_for(attach.scene, part.first) {
        return None;
    }
    let is_because_after = meaning.is(Label::Because) && !meaning.is(Label::Again) && part.first < tag.first;
    let is_so = !is_because_after && is_meant(attach.scene, span) && !is_denied(attach.scene, span);
    is_so.then_some(Clue { kind, span, mention, points: None })
}

/// "planned 15, did 9, knee": a number planned, and a smaller one that was done.
pub(super) fn is_cut_down(scene: &Scene<'_>, sentence: usize) -> bool {
    let words = || scene.tokens.iter().filter(|token| token.sentence == sentence);
    let plain = |token: &Token| token.number.filter(|number| !number.is_clock && number.of.is_none());
    let mut numbers = words().filter_map(plain).map(|number| number.value);
    let is_less = numbers.next().zip(numbers.next()).is_some_and(|(planned, done)| done < planned);
    is_less && words().any(|token| scene.words.has(List::Planned, &token.word))
}

/// "after two weeks off because of the knee": a break of days or longer that is over.
fn is_layoff(scene: &Scene<'_>, span: Span) -> bool {
    let Some(clause) = scene.clause(span.first) else { return false };
    let is = |at: usize, words: List| scene.is_one_of(at, words);
    let sentence = scene.sentence_at(span.first);
    let is_back =
        (span.end..scene.tokens.len()).any(|at| scene.sentence_at(at) == sentence && is(at, List::Today));
    let is_after = is_back || (clause.first..clause.first + 2).any(|at| is(at, List::AfterBreak));
    is_after && (clause.first..clause.end).any(|at| is(at, List::Durations))
}

/// "stopped after 4 km in the end, knee": a clause that is only a knee belongs to the one before it.
fn bare_behind(attach: &Attach<'_>, tag: &Tag) -> Option<(usize, usize)> {
    let scene = attach.scene;
    let next = attach.mentions.partition_point(|mention| mention.first < tag.end);
    let mention = attach.mentions.get(next)?;
    let clause = scene.clause(mention.first)?;
    let is_next = scene.clause_at(mention.first) == scene.clause_at(tag.first) + 1;
    let is_same = scene.sentence_at(mention.first) == scene.sentence_at(tag.first);
    let is_alone = is_only(scene, clause.first..mention.first) && is_only(scene, mention.end..clause.end);
    (tag.meaning.is(Label::Stop) && is_next && is_same && is_alone).then_some((next, STOP_REACH))
}

/// "football cancelled, my knees are worth too much": a clause of its own that goes on is no reason by itself.
fn has_more_to_say(scene: &Scene<'_>, span: Span, part: &Mention) -> bool {
    let is_other = part.first >= span.end && scene.clause_at(part.first) != scene.clause_at(span.first);
    let end = scene.clause(part.first).map_or(part.end, |clause| clause.end);
    is_other && end.saturating_sub(part.end) >= FEW
}

/// "15 km instead of 8": more than planned is no reason to complain.
fn is_more(scene: &Scene<'_>, span: Span) -> bool {
    let sentence = scene.sentence_at(span.first);
    let value = |at: usize| {
        let token = scene.tokens.get(at).filter(|token| token.sentence == sentence)?;
        token.number.filter(|number| !number.is_clock).map(|number| number.value)
    };
    let done = (span.first.saturating_sub(FEW)..span.first).rev().find_map(value);
    let planned = (span.end..span.end + FEW).find_map(value);
    done.zip(planned).is_some_and(|(done, planned)| done > planned)
}

/// Words that may stand between a number and what it counts.
const FEW: usize = 3;
