//! Numbers that rate pain: `4/10`, `three out of ten`, `VAS 5`, and bare ones beside a knee.

use super::attach::{Attach, Span};
use super::beside::{
    is_after_a_word, is_alone, is_before_a_word, is_beside_side, is_beside_time, is_of_words_beside,
};
use super::labels::Label;
use super::mentions::Part;
use super::phrases::Tag;
use super::scene::Scene;
use super::tokens::{Gap, Token};
use super::words::List;

/// One rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rating {
    /// 0 to 10; the larger of a range.
    pub points: u8,
    pub span: Span,
    /// Written as out of ten, or after the name of a scale of pain.
    pub is_explicit: bool,
}

const COUNTS: [(Label, u8); 11] = [
    (Label::Zero, 0),
    (Label::One, 1),
    (Label::Two, 2),
    (Label::Three, 3),
    (Label::Four, 4),
    (Label::Five, 5),
    (Label::Six, 6),
    (Label::Seven, 7),
    (Label::Eight, 8),
    (Label::Nine, 9),
    (Label::Ten, 10),
];

/// A number from 0 to 10 that may be a rating.
#[derive(Debug, Clone, Copy)]
struct Quantity {
    points: u8,
    of_ten: bool,
    at: usize,
    end: usize,
    is_word: bool,
}

/// All ratings of a text, each with the knee it belongs to; ratings of other things are left out.
pub(super) fn ratings(attach: &Attach<'_>) -> Vec<(Rating, usize)> {
    let scene = attach.scene;
    let mut found: Vec<(Rating, usize)> = Vec::new();
    let mut at = 0;
    while at < scene.tokens.len() {
        let Some(rating) = rating_at(scene, at) else {
            at += 1;
            continue;
        };
        at = rating.span.end.max(at + 1);
        if scene.sentence(rating.span.first).is_some_and(|sentence| sentence.is_upside_down) {
            continue;
        }
        if let Some(mention) = owner(attach, rating, found.last().copied()) {
            found.push((rating, mention));
        }
    }
    found
}

/// The knee a rating is of.
fn owner(attach: &Attach<'_>, rating: Rating, last: Option<(Rating, usize)>) -> Option<usize> {
    let scene = attach.scene;
    let is_named = is_beside_time(scene, rating.span) || is_beside_side(scene, rating.span);
    let limit = if rating.is_explicit || is_named { 14 } else { 4 };
    if let Some((at, _)) = attach.nearest(rating.span, limit, true) {
        if !rating.is_explicit && !is_named && is_after_a_word(scene, rating.span) {
            return None;
        }
        let mention = attach.mentions.get(at).filter(|mention| mention.knee().is_some())?;
        if is_of_effort(attach, at) {
            return None;
        }
        let same_clause = scene.clause_at(mention.first) == scene.clause_at(rating.span.first);
        if mention.first > rating.span.first && !same_clause && is_of_words_beside(scene, rating.span) {
            return None;
        }
        let is_next = || mention.end == rating.span.first && is_alone(scene, rating.span);
        return (rating.is_explicit || is_named || same_clause || is_next()).then_some(at);
    }
    // A further number of the same sentence, or an explicit one in the next, goes on about the same knee.
    let (before, mention) = last?;
    let apart = scene.sentence_at(rating.span.first).saturating_sub(scene.sentence_at(before.span.first));
    let next = attach.mentions.partition_point(|other| other.first <= before.span.first);
    let is_alone = attach
        .mentions
        .get(next)
        .is_none_or(|other| scene.sentence_at(other.first) != scene.sentence_at(rating.span.first));
    let goes_on = apart == 0 && (is_named || rating.is_explicit) || apart == 1 && rating.is_explicit;
    (goes_on && is_alone).then_some(mention)
}

/// "confidence in the knee 9/10": the knee is only what the confidence is in.
fn is_of_effort(attach: &Attach<'_>, knee: usize) -> bool {
    let before = knee.checked_sub(1).and_then(|at| attach.mentions.get(at));
    let Some((effort, knee)) = before.zip(attach.mentions.get(knee)) else { return false };
    let word = attach.scene.tokens.get(effort.end).map(|token| token.word.as_str()).unwrap_or_default();
    effort.what == Part::Effort && knee.first - effort.end <= 2 && attach.scene.words.has(List::In, word)
}

fn rating_at(scene: &Scene<'_>, at: usize) -> Option<Rating> {
    let mut first = quantity(scene, at)?;
    let begin = first.at;
    // A range: the larger of both.
    while let Some(next) = range_end(scene, &first) {
        first = Quantity { points: first.points.max(next.points), at: begin, ..next };
    }
    let mut end = first.end;
    let out_of = out_of_ten(scene, end);
    if let Some(after) = out_of {
        end = after;
    }
    let is_of_ten = first.of_ten || out_of.is_some();
    let has_scale = has_scale_before(scene, begin);
    let is_article = first.is_word && (!has_scale || is_before_a_word(scene, end));
    if !is_of_ten && (is_counted(scene, begin, end) || is_article) {
        return None;
    }
    let rating = Rating {
        points: first.points,
        span: Span { first: begin, end },
        is_explicit: is_of_ten || has_scale,
    };
    // Ten of ten is praise as often as pain.
    if rating.points == 10 && !has_pain_near(scene, rating.span) {
        return None;
    }
    Some(rating)
}

fn quantity(scene: &Scene<'_>, at: usize) -> Option<Quantity> {
    let token = scene.tokens.get(at)?;
    if let Some(number) = token.number {
        let is_ten = number.of.is_some_and(|of| (of - 10.0).abs() < f32::EPSILON);
        if number.is_clock || number.of.is_some() && !is_ten || !(0.0..=10.0).contains(&number.value) {
            return None;
        }
        if !is_rating(token, number.value) {
            return None;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0 to 10 as checked above"
        )]
        let points = number.value.round() as u8;
        return Some(Quantity { points, of_ten: is_ten, at, end: at + 1, is_word: false });
    }
    let tag = count_at(scene, at)?;
    let (_, points) = COUNTS.into_iter().find(|(label, _)| tag.meaning.is(*label))?;
    Some(Quantity { points, of_ten: false, at, end: tag.end, is_word: true })
}

/// Pain is rated in whole and half points: `4.30` is a time, `4.2` a distance.
fn is_rating(token: &Token, value: f32) -> bool {
    let decimals = token.word.split('/').next().and_then(|top| top.split_once(['.', ',']));
    decimals.is_none_or(|(_, digits)| digits.len() == 1) && (value * 2.0).fract() == 0.0
}

/// The tag of the counting layer that begins here.
pub(super) fn count_at<'a>(scene: &'a Scene<'_>, at: usize) -> Option<&'a Tag> {
    let index = scene.count.partition_point(|tag| tag.first < at);
    scene.count.get(index).filter(|tag| tag.first == at)
}

/// The tag of the counting layer that ends here.
pub(super) fn count_before<'a>(scene: &'a Scene<'_>, at: usize) -> Option<&'a Tag> {
    let index = scene.count.partition_point(|tag| tag.first < at);
    scene.count.get(index.checked_sub(1)?).filter(|tag| tag.end == at)
}

/// The second number of `3-4`, `3 to 4`, `entre 3 y 4`.
fn range_end(scene: &Scene<'_>, first: &Quantity) -> Option<Quantity> {
    if first.of_ten {
        return None;
    }
    let next = scene.tokens.get(first.end)?;
    if next.number.is_some() && next.gap == Gap::Glued {
        return quantity(scene, first.end);
    }
    let to = count_at(scene, first.end)
        .filter(|tag| tag.meaning.is(Label::To) && scene.gap(tag.first) <= Gap::Space)?;
    let second = quantity(scene, to.end).filter(|_| scene.gap(to.end) <= Gap::Space)?;
    (second.of_ten || out_of_ten(scene, second.end).is_some() || !is_counted(scene, first.at, second.end))
        .then_some(second)
}

/// Past the words of "out of ten", if they stand here.
fn out_of_ten(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let out_of = count_at(scene, at).filter(|tag| tag.meaning.is(Label::OutOf))?;
    let ten = scene.tokens.get(out_of.end)?;
    let is_ten =
        ten.word == "10" || count_at(scene, out_of.end).is_some_and(|tag| tag.meaning.is(Label::Ten));
    is_ten.then_some(out_of.end + 1)
}

/// The name of a scale right before the number.
fn has_scale_before(scene: &Scene<'_>, at: usize) -> bool {
    count_before(scene, at).is_some_and(|tag| tag.meaning.is(Label::Scale))
}

/// Whether a number counts kilometres, minutes, repetitions: anything but pain.
fn is_counted(scene: &Scene<'_>, first: usize, end: usize) -> bool {
    let after = scene.tokens.get(end);
    let is_glued = |token: &Token| token.gap == Gap::Glued && !["ish", "er"].contains(&token.word.as_str());
    let units = [Label::Unit, Label::Km, Label::Mile, Label::Finish];
    let is_unit =
        scene.gap(end) <= Gap::Space && count_at(scene, end).is_some_and(|tag| tag.meaning.is_any(&units));
    let before = count_before(scene, first).filter(|_| scene.gap(first) <= Gap::Space);
    let is_numbered = before.is_some_and(|tag| {
        let is_place = tag.meaning.is(Label::At) && !tag.meaning.is(Label::Scale);
        tag.meaning.is(Label::UnitBefore)
            || is_place
            || tag.meaning.is(Label::To) && counts_before(scene, tag)
    });
    let is_tied = scene.gap(first) == Gap::Glued && first > 0;
    let touches_number = after.is_some_and(|token| token.number.is_some()) && scene.gap(end) < Gap::Comma;
    is_unit || is_numbered || is_tied || touches_number || after.is_some_and(is_glued)
}

/// "reps 4 and 5": the second number counts what the first counts.
fn counts_before(scene: &Scene<'_>, to: &Tag) -> bool {
    let Some(first) = to.first.checked_sub(1) else { return false };
    let is_number = scene.tokens.get(first).is_some_and(|token| token.number.is_some());
    is_number && count_before(scene, first).is_some_and(|tag| tag.meaning.is(Label::UnitBefore))
}

fn has_pain_near(scene: &Scene<'_>, span: Span) -> bool {
    let clause = scene.clause_at(span.first);
    let is_pain = |tag: &Tag| tag.meaning.is_any(&[Label::Pain, Label::KneeSore, Label::Swelling]);
    let near = |tag: &&Tag| scene.clause_at(tag.first) == clause;
    scene.before(span.first).take_while(near).take(4).any(is_pain)
        || scene.after(span.end).take_while(near).take(4).any(is_pain)
}
