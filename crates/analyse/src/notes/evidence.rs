//! What a text says for and against a complaint of the writer's own knee.

use super::attach::{Attach, Span};
use super::doubts::{
    has_treatment, is_doubted_near, is_doubtful, is_excepted, is_last_word, is_topic, is_until, is_wound,
};
use super::labels::Label;
use super::mentions::{Knee, Mention, Sore};
use super::over::{is_of_the_rest, is_over, is_praised};
use super::phrases::Tag;
use super::polarity::{is_denied, is_denied_closely, is_meant};
use super::scores::{Rating, ratings};
use super::tokens::Gap;
use super::weak::{is_after_then, weak_clues};
use crate::order;
use kneewise_types::Region;
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
        if is_complaint(attach, mention) && !is_topic(attach.scene, mention.first) {
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

/// What is pressed and rolled: the band, and the muscle right above the knee.
fn is_under_hands(knee: Knee) -> bool {
    knee.is_band || knee.region == Some(Region::DistalThigh)
}

/// Whether a number stands before a knee of which another clause says that there is nothing.
fn is_denied_elsewhere(attach: &Attach<'_>, mention: usize, rating: Span) -> bool {
    let Some(knee) = attach.mentions.get(mention) else { return false };
    let scene = attach.scene;
    knee.first >= rating.end
        && scene.clause_at(knee.first) != scene.clause_at(rating.first)
        && is_denied_closely(scene, Span { first: knee.first, end: knee.end })
}

/// "the physio's elbow in my band, 9/10".
fn is_treated_there(attach: &Attach<'_>, mention: usize, rating: Span) -> bool {
    let knee = attach.mentions.get(mention).and_then(|mention| mention.knee());
    knee.is_some_and(is_under_hands) && has_treatment(attach.scene, rating)
}

/// Whether the name of a knee is a complaint by itself.
fn is_complaint(attach: &Attach<'_>, mention: &Mention) -> bool {
    match mention.knee().map(|knee| knee.sore) {
        Some(Sore::Yes) => true,
        Some(Sore::Old) => !is_praised(attach.scene, mention),
        Some(Sore::No) | None => false,
    }
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
        // "the knee held well on the run, but seized up in the car".
        let is_turned = attach.scene.begins_with(span.first, Label::But);
        let is_far_reaching = meaning.is(Label::Strong) || meaning.is(Label::Pain) && is_turned;
        let far = || attach.subject(span).filter(|_| is_far_reaching).map(|mention| (mention, reach));
        let Some((mention, cost)) = attach.nearest(span, reach, false).or_else(far) else { return };
        let Some(knee) = attach.mentions.get(mention).and_then(|mention| mention.knee()) else { return };
        if is_excepted(attach, mention, span) {
            self.well.push(mention);
            return;
        }
        let is_near = !meaning.is(Label::Pain) && kind == ClueKind::Complaint;
        let is_doubted = if is_near {
            is_doubted_near(attach, tag, (mention, cost)) || knee.is_band
        } else {
            is_under_hands(knee) && has_treatment(attach.scene, span)
        };
        let is_strong = meaning.is_any(&[Label::Strong, Label::Swelling]);
        if is_doubted
            || !is_strong && is_doubtful(attach, tag, mention)
            || is_wound(attach, span, mention)
            || is_of_the_rest(attach, span, mention)
        {
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
        if is_after_then(attach, span, mention) {
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
            let is_answered = |clue: &Clue| match clue.kind {
                ClueKind::Named => true,
                // "Pain: knee 0".
                ClueKind::Complaint => clue.span.end <= knee && attach.scene.gap(clue.span.end) == Gap::Colon,
                _ => false,
            };
            self.clues.retain(|clue| clue.mention != mention || !is_answered(clue));
            self.well.push(mention);
        } else if is_of_another
            || is_denied_elsewhere(attach, mention, rating.span)
            || is_treated_there(attach, mention, rating.span)
            || is_over(attach, rating.span, mention)
            || is_wound(attach, rating.span, mention)
        {
            // "forefoot 3/10, knee happy", "6/10 run, no knee bother"
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
        if is_denied(attach.scene, span) && !is_until(attach, span) || is_over(attach, span, mention) {
            self.well.push(mention);
            return;
        }
        self.clues.push(Clue { kind, span, mention, points: None });
    }
}
