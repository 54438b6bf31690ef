//! Evidence → what a note proposes for the diary.

use super::attach::Attach;
use super::evidence::{Clue, ClueKind, Evidence, evidence};
use super::files::Language;
use super::labels::Label;
use super::lexicon::Lexicon;
use super::mentions::{Mention, mentions};
use super::moments::{Moment, moment};
use super::odds::{Odds, Told};
use super::onsets::{Onset, onsets};
use super::scene::Scene;
use super::sides::{SideWord, Sides, side_words};
use super::stops::is_cut_down;
use super::tokens::Token;
use super::words::Words;
use super::{Proposal, Why};
use kneewise_types::{PainScore, Region, Side};
use std::ops::Range;

/// One text with all that was found in it.
struct Note<'a> {
    scene: &'a Scene<'a>,
    odds: &'a Odds,
    mentions: &'a [Mention],
    evidence: Evidence,
    sides: Vec<SideWord>,
    onsets: Vec<Onset>,
    language: Language,
}

/// A text read as one language.
#[derive(Debug)]
pub(super) struct Reading {
    pub proposals: Vec<Proposal>,
    /// Words of the text that the language knows.
    pub known: usize,
    /// Words that name a knee.
    pub knees: usize,
}

/// What a text proposes, read as one language.
pub(super) fn read(tokens: &[Token], lexicon: &Lexicon, words: &Words, odds: &Odds) -> Reading {
    let scene = Scene::new(tokens, lexicon, words);
    let knees = scene.main.iter().filter(|tag| tag.meaning.is_any(&Label::KNEES)).count();
    let common = tokens.iter().filter(|token| lexicon.is_common(&token.word)).count();
    let mut reading = Reading { proposals: Vec::new(), known: scene.known_words() + common, knees };
    if knees == 0 {
        return reading;
    }
    let mentions = mentions(&scene);
    let attach = Attach { scene: &scene, mentions: &mentions };
    let evidence = evidence(&attach);
    if !evidence.clues.is_empty() {
        let (sides, onsets) = (side_words(&attach), onsets(&scene));
        let language = lexicon.language;
        let note = Note { scene: &scene, odds, mentions: &mentions, evidence, sides, onsets, language };
        reading.proposals = note.proposals();
    }
    reading
}

impl Note<'_> {
    /// One proposal, or one a side when both were given numbers of their own.
    fn proposals(&self) -> Vec<Proposal> {
        let clues: Vec<&Clue> = self.evidence.clues.iter().collect();
        let split = self.by_side(&clues);
        if let Some((left, right)) = split {
            return [(Sides { left: true, right: false }, left), (Sides { left: false, right: true }, right)]
                .into_iter()
                .filter_map(|(sides, clues)| self.proposal(&clues, (sides, true)))
                .collect();
        }
        self.proposal(&clues, self.sides_of(&clues)).into_iter().collect()
    }

    /// The clues of the left and of the right knee, when both have numbers and no number is of both.
    fn by_side<'c>(&self, clues: &[&'c Clue]) -> Option<(Vec<&'c Clue>, Vec<&'c Clue>)> {
        let sided: Vec<(&Clue, Sides)> = clues.iter().map(|clue| (*clue, self.side_before(clue))).collect();
        let has = |wanted: fn(Sides) -> bool| {
            sided.iter().any(|(clue, sides)| clue.points.is_some() && sides.is_single() && wanted(*sides))
        };
        if !(has(|sides| sides.left) && has(|sides| sides.right)) {
            return None;
        }
        let of = |wanted: fn(Sides) -> bool| {
            let is_of = |sides: Sides| !sides.is_known() || wanted(sides);
            sided
                .iter()
                .filter(|(clue, sides)| {
                    is_of(*sides) && (clue.points.is_some() == sides.is_single() || clue.points.is_none())
                })
                .map(|(clue, _)| *clue)
                .collect()
        };
        Some((of(|sides| sides.left), of(|sides| sides.right)))
    }

    /// The side named last before a clue, as long as it belongs to the same stretch of words.
    fn side_before(&self, clue: &Clue) -> Sides {
        let sentence = self.scene.sentence_at(clue.span.first);
        let word = self
            .sides
            .iter()
            .rev()
            .find(|word| word.at < clue.span.first && self.scene.sentence_at(word.at) == sentence);
        word.map(|word| word.sides).unwrap_or_default()
    }

    /// The knees that the clues speak of, and whether a side is named.
    fn sides_of(&self, clues: &[&Clue]) -> (Sides, bool) {
        let of_mention = |index: usize| {
            let words = self.sides.iter().filter(|word| word.mention == index);
            words.fold(Sides::default(), |sides, word| sides.or(word.sides))
        };
        let named = clues.iter().fold(Sides::default(), |sides, clue| sides.or(of_mention(clue.mention)));
        if named.is_known() {
            return (named, true);
        }
        let is_many = |clue: &&&Clue| {
            self.mentions.get(clue.mention).and_then(Mention::knee).is_some_and(|knee| knee.is_many)
        };
        if clues.iter().any(|clue| is_many(&clue)) {
            return (Sides::BOTH, false);
        }
        // Another mention of the same knee may name its side.
        let others = self.sides.iter().filter(|word| !self.evidence.well.contains(&word.mention));
        let sides = others.fold(Sides::default(), |sides, word| sides.or(word.sides));
        (sides, sides.is_known())
    }

    fn proposal(&self, clues: &[&Clue], (sides, is_side_named): (Sides, bool)) -> Option<Proposal> {
        let first = clues.first()?;
        let best = clues.iter().filter(|clue| clue.points.is_some()).rev().max_by_key(|clue| clue.points);
        let worst = best.unwrap_or(first);
        let onset = self.onset(clues);
        let (mut at, is_next_day) = self.moment(worst, clues, onset);
        if at == Moment::Unknown && self.is_cut_short(clues) {
            at = Moment::During;
        }
        let sentences = self.sentences(clues);
        let is_left = clues.iter().any(|clue| matches!(clue.kind, ClueKind::LeftOut | ClueKind::NotFine));
        let told = if is_left || worst.points.is_some() {
            Told::WithNumber
        } else if is_side_named {
            Told::WithSide
        } else {
            Told::InWords
        };
        if !self.odds.speak_for(self.scene, sentences, told) {
            return None;
        }
        let both = Side::BOTH.into_iter();
        Some(Proposal {
            sides: both.filter(|side| if *side == Side::Left { sides.left } else { sides.right }).collect(),
            region: self.region(clues),
            score: worst.points.and_then(|points| PainScore::new(points).ok()),
            moment: at,
            is_next_day,
            onset_km: onset.map(|onset| onset.km),
            is_swollen: clues.iter().any(|clue| clue.kind == ClueKind::Swelling),
            quote: self.quote(sentences),
            language: self.language,
            why: clues.iter().map(|clue| self.why(clue)).collect(),
        })
    }

    /// The moment of the highest number, else of the first complaint that tells one.
    fn moment(&self, worst: &Clue, clues: &[&Clue], onset: Option<Onset>) -> (Moment, bool) {
        let attach = Attach { scene: self.scene, mentions: self.mentions };
        let others = clues.iter().filter(|_| worst.points.is_none()).map(|clue| clue.span);
        std::iter::once(worst.span)
            .chain(others)
            .map(|span| moment(&attach, span, onset))
            .find(|(at, _)| *at != Moment::Unknown)
            .unwrap_or((Moment::Unknown, false))
    }

    fn why(&self, clue: &Clue) -> Why {
        Why { kind: clue.kind, words: self.bytes(clue.span.first, clue.span.end) }
    }

    /// Stopping or walking in a sentence with a complaint means that it was felt on the run.
    fn is_cut_short(&self, clues: &[&Clue]) -> bool {
        clues.iter().any(|clue| {
            let sentence = self.scene.sentence_at(clue.span.first);
            let near = |tag: &super::phrases::Tag| self.scene.sentence_at(tag.first).abs_diff(sentence) <= 1;
            is_cut_down(self.scene, sentence)
                || self.scene.main.iter().any(|tag| tag.meaning.is(Label::Stop) && near(tag))
        })
    }

    /// The place named by the clues' own knees, else by words beside them.
    fn region(&self, clues: &[&Clue]) -> Option<Region> {
        let named = clues
            .iter()
            .filter_map(|clue| self.mentions.get(clue.mention))
            .find_map(|mention| mention.knee()?.region);
        let elsewhere = || {
            let sentences: Vec<usize> =
                clues.iter().map(|clue| self.scene.sentence_at(clue.span.first)).collect();
            let is_near = |at: usize| sentences.contains(&self.scene.sentence_at(at));
            let beside = self.scene.beside.iter().filter(|tag| is_near(tag.first));
            let near = |tag: &&super::phrases::Tag| {
                clues
                    .iter()
                    .filter_map(|clue| self.mentions.get(clue.mention))
                    .any(|mention| mention.first.abs_diff(tag.end).min(tag.first.abs_diff(mention.end)) <= 6)
            };
            let place = self
                .mentions
                .iter()
                .enumerate()
                .filter(|(index, mention)| is_near(mention.first) && !self.evidence.well.contains(index))
                .find_map(|(_, mention)| mention.knee()?.region);
            place.or_else(|| beside.clone().find(near).and_then(|tag| tag.meaning.region))
        };
        named.or_else(elsewhere)
    }

    /// The distance at which the complaint began.
    fn onset(&self, clues: &[&Clue]) -> Option<Onset> {
        let scene = self.scene;
        self.onsets.iter().copied().find(|onset| {
            let clause = scene.clause_at(onset.at);
            clues.iter().any(|clue| {
                let of = scene.clause_at(clue.span.first);
                let same_sentence = scene.sentence_at(onset.at) == scene.sentence_at(clue.span.first);
                let is_only_stop = clue.kind == ClueKind::Stopped;
                let stops_there =
                    scene.clauses.get(clause).is_some_and(|clause| clause.has_stop) && of != clause;
                same_sentence && of.abs_diff(clause) <= 2 && !is_only_stop && !stops_there
            })
        })
    }

    /// The first and the last sentence that hold the clues and their knees.
    fn sentences(&self, clues: &[&Clue]) -> (usize, usize) {
        let sentences = clues.iter().flat_map(|clue| {
            let knee = self.mentions.get(clue.mention).map_or(clue.span.first, |mention| mention.first);
            [self.scene.sentence_at(clue.span.first), self.scene.sentence_at(knee)]
        });
        sentences.fold((usize::MAX, 0), |(from, to), at| (from.min(at), to.max(at)))
    }

    /// The bytes of some sentences.
    fn quote(&self, (from, to): (usize, usize)) -> Range<usize> {
        let tokens = self.scene.tokens;
        let first = tokens.partition_point(|token| token.sentence < from);
        let end = tokens.partition_point(|token| token.sentence <= to);
        self.bytes(first, end)
    }

    fn bytes(&self, first: usize, end: usize) -> Range<usize> {
        let start = self.scene.tokens.get(first).map_or(0, |token| token.range.start);
        let stop = end
            .checked_sub(1)
            .and_then(|last| self.scene.tokens.get(last))
            .map_or(start, |token| token.range.end);
        start..stop
    }
}
