//! Which part of the body a complaint, a praise or a number belongs to: the nearest one, where breaks and
//! other complaints in between count as distance.

use super::labels::Label;
use super::mentions::{Mention, Part};
use super::phrases::Tag;
use super::scene::Scene;
use super::tokens::Gap;

/// Farther apart two words never belong together, in tokens.
const REACH: usize = 16;
/// Words of plain pain reach so far back to the part they speak of, in tokens.
const FAR: usize = 20;

/// The mentions of a text, to be asked which one something belongs to.
#[derive(Debug)]
pub(super) struct Attach<'a> {
    pub scene: &'a Scene<'a>,
    pub mentions: &'a [Mention],
}

/// Words from `first` up to `end` that say something of a part of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub first: usize,
    pub end: usize,
}

/// Labels that say something of a part of the body.
pub(super) const SAYS: [Label; 4] = [Label::Pain, Label::Near, Label::Swelling, Label::Fine];

impl Attach<'_> {
    /// Whether words are part of the name of a part of the body.
    pub(super) fn is_mentioned(&self, tag: &Tag) -> bool {
        let next = self.mentions.partition_point(|mention| mention.end <= tag.first);
        self.mentions.get(next).is_some_and(|mention| mention.first < tag.end)
    }

    /// The mention a span belongs to and how far away it is, if it is within `limit`.
    /// Things that are only ever given a number count when `is_score`.
    pub(super) fn nearest(&self, span: Span, limit: usize, is_score: bool) -> Option<(usize, usize)> {
        let at = self.mentions.partition_point(|mention| mention.first < span.first);
        let counts = |mention: &Mention| is_score || mention.what != Part::Effort;
        let before = (0..at).rev().take(4).find(|at| self.mentions.get(*at).is_some_and(counts));
        let after = (at..self.mentions.len()).take(4).find(|at| self.mentions.get(*at).is_some_and(counts));
        let cost = |at: usize| Some((self.cost(self.mentions.get(at)?, span, is_score)?, at));
        let best = [before.and_then(cost), after.and_then(cost)].into_iter().flatten().min()?;
        (best.0 <= limit).then_some((self.knee_beside(best.1, span), best.0))
    }

    /// The part named last before a span, when nothing else is named between and no sentence ends: "the knee held, but
    /// now on the sofa it aches".
    pub(super) fn subject(&self, span: Span) -> Option<usize> {
        let at = self.mentions.partition_point(|mention| mention.first < span.first).checked_sub(1)?;
        let mention = self.mentions.get(at)?;
        let same_sentence = self.scene.sentence_at(mention.first) == self.scene.sentence_at(span.first);
        (same_sentence && span.first.saturating_sub(mention.end) <= FAR).then_some(at)
    }

    /// "calf and knee sore": of parts named together the knee is meant as well.
    fn knee_beside(&self, at: usize, span: Span) -> usize {
        let is_knee = |at: usize| self.mentions.get(at).is_some_and(|mention| mention.knee().is_some());
        if is_knee(at) {
            return at;
        }
        let neighbours = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        let joined = |other: usize| {
            let (left, right) = (at.min(other), at.max(other));
            let (Some(left), Some(right)) = (self.mentions.get(left), self.mentions.get(right)) else {
                return false;
            };
            let is_between = span.first >= left.end && span.end <= right.first;
            !is_between && self.is_joined(left.end, right.first)
        };
        neighbours.filter(|other| is_knee(*other)).find(|other| joined(*other)).unwrap_or(at)
    }

    /// Whether two mentions are joined by "and", "or" or a slash and nothing but a word or two.
    fn is_joined(&self, from: usize, to: usize) -> bool {
        let mut has_and = false;
        for tag in self.scene.after(from).take_while(|tag| tag.end <= to) {
            has_and |= tag.meaning.is_any(&[Label::And, Label::Or]);
            if tag.meaning.is_any(&SAYS) {
                return false;
            }
        }
        let has_number =
            (from..to).any(|at| self.scene.tokens.get(at).is_some_and(|token| token.number.is_some()));
        let is_broken = (from..=to).any(|at| self.scene.gap(at) == Gap::Stop);
        let has_slash = (from..=to).any(|at| self.scene.gap(at) == Gap::Slash);
        to.saturating_sub(from) <= 3 && (has_and || has_slash) && !has_number && !is_broken
    }

    /// How far a span is from a mention; `None` in another sentence or too far.
    /// A number goes with the words of pain before it, so these are no distance for it.
    fn cost(&self, mention: &Mention, span: Span, is_score: bool) -> Option<usize> {
        let is_before = mention.first < span.first;
        let (from, to) = if is_before { (mention.end, span.first) } else { (span.end, mention.first) };
        // A place named inside the span, or the span inside it: together.
        if from > to {
            return Some(0);
        }
        if to - from > REACH {
            return None;
        }
        let mut cost = to - from + usize::from(!is_before);
        for at in from..=to {
            let gap = if at == from && from == 0 { Gap::Space } else { self.scene.gap(at) };
            cost += weight(gap)?;
        }
        let others = self.scene.after(from).take_while(|tag| tag.end <= to);
        for tag in others {
            cost += if tag.meaning.is(Label::But) {
                6
            } else if tag.meaning.is_any(&SAYS) && !(is_score && is_before) {
                4
            } else if tag.meaning.is(Label::And) && is_before {
                2
            } else {
                0
            };
        }
        Some(cost)
    }
}

/// What a break counts as, in words; a sentence's end cannot be crossed.
const fn weight(gap: Gap) -> Option<usize> {
    match gap {
        Gap::Glued | Gap::Space => Some(0),
        Gap::Colon | Gap::Slash => Some(1),
        Gap::Bracket => Some(2),
        Gap::Dash => Some(3),
        Gap::Comma => Some(4),
        Gap::Stop => None,
    }
}
