//! Which knee: left and right belong to the part of the body they stand nearest to.

use super::attach::{Attach, Span};
use super::labels::{Label, Meaning};
use super::phrases::Tag;
use super::tokens::Gap;

/// Which knee the words name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Sides {
    pub left: bool,
    pub right: bool,
}

impl Sides {
    pub(super) const BOTH: Self = Self { left: true, right: true };

    pub(super) const fn is_known(self) -> bool {
        self.left || self.right
    }

    pub(super) const fn is_single(self) -> bool {
        self.left != self.right
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self { left: self.left || other.left, right: self.right || other.right }
    }
}

/// A word of side with the knee it belongs to.
#[derive(Debug, Clone, Copy)]
pub(super) struct SideWord {
    pub at: usize,
    pub sides: Sides,
    pub mention: usize,
}

/// Words of side of a text that belong to a knee of the writer.
pub(super) fn side_words(attach: &Attach<'_>) -> Vec<SideWord> {
    attach.scene.side.iter().filter_map(|tag| side_word(attach, tag)).collect()
}

fn side_word(attach: &Attach<'_>, tag: &Tag) -> Option<SideWord> {
    let sides = sides_of(tag.meaning);
    if !sides.is_known() || tag.meaning.is(Label::NoSide) {
        return None;
    }
    let span = Span { first: tag.first, end: tag.end };
    let is_short = tag.meaning.is_any(&[Label::ShortLeft, Label::ShortRight]);
    if is_short && !is_side_letter(attach, span) {
        return None;
    }
    let is_beside_number = is_beside_number(attach, span);
    let (mention, cost) = attach.nearest(span, if is_beside_number { 16 } else { 9 }, false)?;
    attach.mentions.get(mention)?.knee()?;
    (!is_short || cost <= 1 || is_beside_number).then_some(SideWord { at: tag.first, sides, mention })
}

const fn sides_of(meaning: Meaning) -> Sides {
    let both = meaning.is(Label::Both);
    Sides {
        left: both || meaning.is(Label::Left) || meaning.is(Label::ShortLeft),
        right: both || meaning.is(Label::Right) || meaning.is(Label::ShortRight),
    }
}

/// A letter that stands for a side: alone, not the beginning of `d'abord` or `l'eau`.
fn is_side_letter(attach: &Attach<'_>, span: Span) -> bool {
    let scene = attach.scene;
    // The "É" of "É o joelho" is no "E".
    let is_plain = scene.tokens.get(span.first).is_some_and(|token| token.range.len() == token.word.len());
    let is_alone = is_plain && scene.gap(span.first) != Gap::Glued || span.first == 0;
    let is_cut = scene.tokens.get(span.end).is_some_and(|next| next.gap == Gap::Glued);
    // The Portuguese "e" is "and", the French "d" is "of".
    let is_word =
        scene.main_at(span.first).is_some_and(|tag| tag.meaning.is_any(&[Label::And, Label::Of, Label::Not]));
    let is_capital = scene.tokens.get(span.first).is_some_and(|token| token.is_capital);
    is_alone && !is_cut && (is_capital || !is_word)
}

/// `E: 1`, `R 3`, `links 2`: a capital or a word right before a number.
fn is_beside_number(attach: &Attach<'_>, span: Span) -> bool {
    let scene = attach.scene;
    let is_capital =
        scene.tokens.get(span.first).is_some_and(|token| token.is_capital || token.word.len() > 2);
    let next = scene.tokens.get(span.end);
    is_capital && next.is_some_and(|next| next.number.is_some() && next.gap <= Gap::Colon)
}
