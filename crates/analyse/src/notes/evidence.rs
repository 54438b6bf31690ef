//! What a text says for and against a complaint of the writer's own knee.

use super::attach::{Attach, Span};
use super::labels::Label;
use super::phrases::Tag;
use super::polarity::{is_denied, is_denied_closely, is_meant};
use super::scene::Scene;
use super::scores::{Rating, ratings};
use super::tokens::Gap;
use super::weak::weak_clues;
use crate::order;
use serde::Serialize;

/// Why words were read as a complaint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ClueKind {
    /// A word of pain, stiffness, giving way, grumbling.
    Complaint,
    /// A complaint with a name, such as "runner's knee".
    Named,
    /// A number above zero.
    Score,
    Swelling,
    /// "not happy", "nicht gut".
    NotFine,
    /// The knee is given as the reason to stop, to walk or to ride instead.
    Stopped,
    /// "knee again".
    Again,
    /// "apart from the knee", "legs good, knee not".
    LeftOut,
    /// A knee and nothing else, such as a title "left knee" or a note in brackets.
    Bare,
}

/// One piece of what is said of the writer's knee.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clue {
    pub kind: ClueKind,
    pub span: Span,
    /// Index of the knee it belongs to.
    pub mention: usize,
    pub points: Option<u8>,
}

/// What is said of the writer's knees.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    /// In the order of the text.
    pub clues: Vec<Clue>,
    /// Mentions that are said to be well.
    pub well: Vec<usize>,
}

/// Complaints reach this far to their knee, in words and breaks.
const REACH: usize = 13;
/// Words that are complaints of the knee alone when they stand right beside it.
const NEAR_REACH: usize = 5;

/// Everything said of the knees in a text.
pub(super) fn evidence(attach: &Attach<'_>) -> Evidence {
    let mut found = Evidence::default();
    for (index, mention) in attach.mentions.iter().enumerate() {
        if mention.knee().is_some_and(|knee| knee.is_sore) && !is_remedied(attach.scene, mention.first)
            && !is_title(attach.scene, mention.first)
        {
            let span = Span { first: mention.first, end: mention.end };
            found.say(attach, ClueKind::Named, span, index);
        }
    }
    for tag in &attach.scene.main {
        found.read(attach, tag);
    }
    for (rating, mention) in ratings(attach) {
        found.rate(attach, rating, mention);
    }
    if found.clues.is_empty() {
        found.clues = weak_clues(attach, &found.well);
    }
    order::sort_by_key(&mut found.clues, |clue| clue.span.first);
    found
}

impl Evidence {
    /// Words of complaint and of praise.
    fn read(&mut self, attach: &Attach<'_>, tag: &Tag) {
        let meaning = tag.meaning;
        let span = Span { first: tag.first, end: tag.end };
        let (kind, reach) = if meaning.is(Label::Swelling) {
            (ClueKind::Swelling, REACH)
        } else if meaning.is(Label::Pain) {
            (ClueKind::Complaint, REACH)
        } else if meaning.is(Label::Near) || meaning.is(Label::Last) && is_last_word(attach.scene, span) {
            (ClueKind::Complaint, NEAR_REACH)
        } else if meaning.is(Label::Fine) {
            return self.read_fine(attach, tag);
        } else {
            return;
        };
        let far =
            || attach.subject(span).filter(|_| meaning.is(Label::Strong)).map(|mention| (mention, reach));
        let Some((mention, cost)) = attach.nearest(span, reach, false).or_else(far) else { return };
        let Some(knee) = attach.mentions.get(mention).and_then(|mention| mention.knee()) else { return };
        if is_excepted(attach, mention, span) {
            self.well.push(mention);
            return;
        }
        let is_near = !meaning.is(Label::Pain) && kind == ClueKind::Complaint;
        let is_ahead = attach.mentions.get(mention).is_some_and(|mention| mention.first > tag.first);
        if is_ahead && meaning.is(Label::Last) && !meaning.is_any(&[Label::Pain, Label::Near]) {
            return;
        }
        if is_near && (knee.is_band || is_ahead && (cost > 3 || is_led_away(attach, span, mention))) {
            return;
        }
        if knee.is_band && has_treatment(attach.scene, span) {
            return;
        }
        if !meaning.is(Label::Strong) && !attach.scene.has_own_not(tag) && is_said_of_me(attach.scene, span) {
            return;
        }
        let is_strong = meaning.is_any(&[Label::Strong, Label::Swelling]);
        if is_near && is_treated(attach.scene, span) {
            return;
        }
        if !is_strong && (is_ahead && is_broken_off(attach, span, mention) || !is_meant_knee(attach, mention)) {
            return;
        }
        if is_wound(attach, span, mention) {
            return;
        }
        self.say(attach, kind, span, mention);
    }

    fn read_fine(&mut self, attach: &Attach<'_>, tag: &Tag) {
        let span = Span { first: tag.first, end: tag.end };
        let Some((mention, cost)) = attach.nearest(span, REACH, false) else { return };
        if attach.mentions.get(mention).is_none_or(|mention| mention.knee().is_none()) {
            return;
        }
        if is_denied(attach.scene, span) && !attach.scene.has_own_not(tag) {
            if !is_denied_closely(attach.scene, span) {
                return;
            }
            if cost <= NEAR_REACH + 2 && is_meant(attach.scene, span) {
                self.clues.push(Clue { kind: ClueKind::NotFine, span, mention, points: None });
            }
        } else {
            self.well.push(mention);
        }
    }

    fn rate(&mut self, attach: &Attach<'_>, rating: Rating, mention: usize) {
        let knee = attach.mentions.get(mention).map_or(0, |mention| mention.first);
        let is_of_another = self.well.contains(&mention)
            && knee > rating.span.first
            && attach.scene.clause_at(knee) != attach.scene.clause_at(rating.span.first);
        if rating.points == 0 {
            // "knee pain 0": the name is answered by its number.
            self.clues.retain(|clue| clue.kind != ClueKind::Named || clue.mention != mention);
            self.well.push(mention);
        } else if is_of_another {
            // "forefoot 3/10, knee happy"
        } else if is_meant(attach.scene, rating.span) {
            let points = Some(rating.points);
            self.clues.push(Clue { kind: ClueKind::Score, span: rating.span, mention, points });
        }
    }

    /// Adds a complaint unless it is denied or not meant.
    fn say(&mut self, attach: &Attach<'_>, kind: ClueKind, span: Span, mention: usize) {
        if !is_meant(attach.scene, span) {
            return;
        }
        if is_denied(attach.scene, span) && !is_until(attach, span) {
            self.well.push(mention);
            return;
        }
        self.clues.push(Clue { kind, span, mention, points: None });
    }
}

/// A talk, a book or a film "on runner's knee": a name between quotation marks in a sentence that speaks of one.
fn is_title(scene: &Scene<'_>, at: usize) -> bool {
    let is_quoted = scene.tokens.get(at).is_some_and(|token| token.is_quoted);
    let sentence = scene.sentence_at(at);
    let is_same = |clause: &&super::scene::Clause| scene.sentence_at(clause.first) == sentence;
    is_quoted && scene.clauses.iter().filter(is_same).any(|clause| clause.is_unreal)
}

/// "new shoes against knee pain": the name of what something is good for.
fn is_remedied(scene: &Scene<'_>, first: usize) -> bool {
    (first.saturating_sub(3)..first).any(|at| {
        let is_against = scene.tokens.get(at).is_some_and(|token| AGAINST.contains(&token.word.as_str()));
        is_against && scene.clause_at(at) == scene.clause_at(first)
    })
}

const AGAINST: [&str; 4] = ["against", "gegen", "contre", "contra"];

/// "trousers wrecked, knee fine": what is said before a comma is of what was named before it.
fn is_broken_off(attach: &Attach<'_>, span: Span, mention: usize) -> bool {
    let to = attach.mentions.get(mention).map_or(span.end, |mention| mention.first);
    (span.end..=to).any(|at| matches!(attach.scene.gap(at), Gap::Comma | Gap::Dash))
}

/// "everything hurts except my knees": the word that leads to the knee takes it out of the complaint before.
fn is_excepted(attach: &Attach<'_>, mention: usize, span: Span) -> bool {
    let Some(first) = attach.mentions.get(mention).map(|mention| mention.first) else { return false };
    let mut before = attach.scene.before(first).take_while(|tag| first - tag.end <= 2 && tag.first >= span.end);
    before.any(|tag| tag.meaning.is(Label::Except) && !tag.meaning.is(Label::Filler))
}

/// "knee grazed, it stings": a knee named with a wound of the skin, and what is said of it in the next clause.
fn is_wound(attach: &Attach<'_>, span: Span, mention: usize) -> bool {
    let Some(first) = attach.mentions.get(mention).map(|mention| mention.first) else { return false };
    let has_skin = attach.scene.clause(first).is_some_and(|clause| clause.has_skin);
    has_skin && attach.scene.clause_at(first) != attach.scene.clause_at(span.first)
}

/// "the knee I moan about": what the runner does.
fn is_said_of_me(scene: &Scene<'_>, span: Span) -> bool {
    let at = span.first.checked_sub(1);
    let word = at.and_then(|at| scene.tokens.get(at)).map(|token| token.word.as_str());
    scene.gap(span.first) <= Gap::Space && word.is_some_and(|word| I.contains(&word))
}

/// "I" in five languages.
const I: [&str; 6] = ["i", "ich", "je", "j", "yo", "eu"];

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
fn is_last_word(scene: &Scene<'_>, span: Span) -> bool {
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

/// A band that is rolled may hurt under the roll.
fn has_treatment(scene: &Scene<'_>, span: Span) -> bool {
    let sentence = scene.sentence_at(span.first);
    scene.main.iter().any(|tag| tag.meaning.is(Label::Treat) && scene.sentence_at(tag.first) == sentence)
}

/// "no pain until km 8": what is denied up to a number begins there.
fn is_until(attach: &Attach<'_>, span: Span) -> bool {
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
