//! Whether what a note says is enough to propose it: the last gate.
//!
//! What: a proposal that names no side rests on less than one that does. When the rules as they were before the first of the
//!   1,050 lines of `fixtures/notes/fresh.tsv` was open read all of them, each of the 152 proposals with a side was right, and
//!   267 of the 335 without one. Knees in the plural that nobody calls both were right 10 times of 35.
//! Formula, for a proposal without a side: nothing for plural knees without a moment, unless the note is one clause of plain
//!   pain; nothing for one complaint alone with two doubts where no moment is told or a stop is all there is, with three
//!   where one is.
//! Grade: D (own rule). Of those 487 proposals it takes back 31 of the 68 wrong ones and one of the 419 right ones.
//! Limits: a doubt is a word anywhere in the note; it may speak of something else.
//!   It was chosen on the lines these counts are of; on the held half it took back one wrong one of six, and two right ones.

use super::evidence::{Clue, ClueKind};
use super::labels::Label;
use super::mentions::Mention;
use super::moments::Moment;
use super::owners::{is_company, is_person};
use super::phrases::Tag;
use super::scene::Scene;

/// How a proposal came to its sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Naming {
    /// "left", "both".
    Side,
    /// "knees".
    Plural,
    Nothing,
}

/// What one proposal rests on.
#[derive(Debug)]
pub(super) struct Support<'a> {
    pub scene: &'a Scene<'a>,
    pub mentions: &'a [Mention],
    pub clues: &'a [&'a Clue],
    pub naming: Naming,
    pub moment: Moment,
}

impl Support<'_> {
    pub(super) fn is_enough(&self) -> bool {
        if self.naming == Naming::Side {
            return true;
        }
        let is_timeless = self.moment == Moment::Unknown;
        let is_plural = self.naming == Naming::Plural && !self.clues.iter().any(|clue| is_left(clue));
        if is_plural && is_timeless && !self.is_plain_clause() {
            return false;
        }
        let [clue] = self.clues else { return true };
        let is_reason = matches!(clue.kind, ClueKind::Stopped | ClueKind::Again);
        let may_doubt = is_timeless && clue.kind != ClueKind::Swelling || is_reason;
        self.doubts(clue) < if may_doubt { FEW } else { MANY }
    }

    /// Somebody else, but for company: "with Tom".
    fn is_somebody(&self, tag: &Tag) -> bool {
        is_person(self.scene, tag.first, tag.meaning) && !is_company(self.scene, tag.first)
    }

    /// A note of one clause with a word that means nothing but pain, a name, a number or a swelling.
    fn is_plain_clause(&self) -> bool {
        let is_plain = |clue: &&Clue| match clue.kind {
            ClueKind::Named | ClueKind::Score | ClueKind::Swelling => true,
            _ => self.scene.main_at(clue.span.first).is_some_and(|tag| tag.meaning.is(Label::Strong)),
        };
        self.scene.clauses.len() == 1 && self.clues.iter().any(is_plain)
    }

    /// How many kinds of things in the note speak against it.
    fn doubts(&self, clue: &Clue) -> usize {
        let scene = self.scene;
        let has = |labels: &[Label]| scene.main.iter().any(|tag| tag.meaning.is_any(labels));
        let turns = |tag: &Tag| {
            let is_own = tag.first < clue.span.end && clue.span.first < tag.end;
            let is_turn = tag.meaning.is_any(&[Label::Not, Label::NotAfter, Label::Fine]);
            is_turn && !is_own && !tag.meaning.is(Label::Filler)
        };
        let knee = self.mentions.get(clue.mention).map_or(clue.span.first, |mention| mention.first);
        // A number may follow its knee after a comma, and in brackets.
        let is_behind = clue.kind == ClueKind::Score && knee < clue.span.first;
        let is_apart = !is_behind && scene.clause_at(knee) != scene.clause_at(clue.span.first);
        let doubts = [
            self.naming == Naming::Plural,
            scene.main.iter().any(|tag| self.is_somebody(tag)),
            has(&[Label::Said]),
            has(&[Label::Treat]),
            has(&[Label::Skin]),
            has(&[Label::Because]),
            !is_left(clue) && scene.main.iter().any(turns),
            is_apart,
            scene.clauses.iter().any(|clause| clause.is_asked),
        ];
        doubts.into_iter().filter(|is_so| *is_so).count()
    }
}

/// What is left out of a praise, or is not well, has a praise or a denial beside it.
const fn is_left(clue: &Clue) -> bool {
    matches!(clue.kind, ClueKind::LeftOut | ClueKind::NotFine)
}

/// So many doubts silence a complaint that tells no moment, or is a reason to stop, and any other.
const FEW: usize = 2;
const MANY: usize = 3;
