//! Complaints of the knee in titles, descriptions and private notes of activities.
//!
//! In: a text in English, German, French, Spanish or Portuguese. Out: proposals for the diary, each with the
//! words it rests on. Never: an entry, a guess at what the words do not say, a panic on any text.
//!
//! ```text
//! text ─tokens─▶ words ─phrases─▶ tags ─mentions─▶ whose knee ─attach, polarity─▶ evidence ─odds─▶ proposals
//! ```
//!
//! The words are data (`data/notes/*.toml`), the rules are the files of this folder, in the order of the
//! drawing. Whatever is not clearly a complaint of the writer's own knee, now, is left alone: a proposal that
//! is wrong costs more trust than one that is missing. Grade D (own rules); measured on `fixtures/notes`.

mod attach;
mod beside;
mod doubts;
mod evidence;
mod files;
mod gate;
mod labels;
mod lexicon;
mod mentions;
mod moments;
mod odds;
mod onsets;
mod over;
mod owners;
mod phrases;
mod pieces;
mod polarity;
mod read;
mod scene;
mod scores;
mod sides;
mod stops;
mod tokens;
mod vocabulary;
mod weak;
mod words;

pub use evidence::ClueKind;
pub use files::Language;
pub use moments::Moment;
pub use odds::Odds;

use crate::order;
use files::{File, Names};
use gate::Gate;
use kneewise_types::{PainScore, Region, Side};
use lexicon::Lexicon;
use read::Reading;
use scene::Scene;
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;
use tokens::Token;
use words::Words;

/// What a note proposes for the diary.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Proposal {
    /// The knees the words name; empty when they do not say which.
    pub sides: Vec<Side>,
    pub region: Option<Region>,
    /// Pain of 0 to 10 as written; the larger of two.
    pub score: Option<PainScore>,
    pub moment: Moment,
    /// The words speak of the day after the activity.
    pub is_next_day: bool,
    /// Where it began, in kilometres of the outing.
    pub onset_km: Option<f64>,
    pub is_swollen: bool,
    /// Bytes of the text: the sentences it rests on.
    pub quote: Range<usize>,
    pub language: Language,
    /// The words that were read as a complaint, in order.
    pub why: Vec<Why>,
}

/// Some words and how they were read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Why {
    pub kind: ClueKind,
    /// Bytes of the text.
    pub words: Range<usize>,
}

/// The words of all languages; each is compiled when a text first needs it.
#[derive(Debug)]
pub struct Miner {
    gate: Gate,
    words: Words,
    odds: Odds,
    languages: Vec<(File, OnceLock<Lexicon>)>,
}

impl Default for Miner {
    fn default() -> Self {
        Self::new()
    }
}

impl Miner {
    /// Reads the words of every language.
    #[must_use]
    pub fn new() -> Self {
        Self::with_odds(Odds::shipped())
    }

    /// A reader whose last gate has other weights; with none it is open.
    #[must_use]
    pub fn with_odds(odds: Odds) -> Self {
        let names = Names::new();
        let files: Vec<File> =
            Language::ALL.into_iter().map(|language| File::new(language, &names)).collect();
        let gate = Gate::new(&files);
        Self {
            gate,
            words: Words::new(),
            odds,
            languages: files.into_iter().map(|file| (file, OnceLock::new())).collect(),
        }
    }

    /// What one text proposes: at most one for each set of knees it names.
    #[must_use]
    pub fn read(&self, text: &str) -> Vec<Proposal> {
        let mut found: Vec<Proposal> = Vec::new();
        for piece in pieces::pieces(tokens::tokens(text)) {
            for proposal in self.read_piece(&piece) {
                match found.iter_mut().find(|other| other.sides == proposal.sides) {
                    Some(other) if proposal.score > other.score => *other = proposal,
                    Some(_) => {}
                    None => found.push(proposal),
                }
            }
        }
        found
    }

    fn read_piece(&self, tokens: &[Token]) -> Vec<Proposal> {
        self.reading(tokens).map(|(reading, _)| reading.proposals).unwrap_or_default()
    }

    /// The signs of a text that speaks of a knee, alone and up to three in a row: what the weights of [`Odds`] are of.
    #[must_use]
    pub fn signs(&self, text: &str) -> BTreeSet<String> {
        let pieces = pieces::pieces(tokens::tokens(text));
        let signs = pieces.iter().filter_map(|piece| {
            let (_, lexicon) = self.reading(piece)?;
            Some(odds::said(&Scene::new(piece, lexicon, &self.words)))
        });
        signs.flatten().collect()
    }

    /// A piece read as the language that knows most of its words; of equals the one that has something to say.
    fn reading(&self, tokens: &[Token]) -> Option<(Reading, &Lexicon)> {
        let may_speak = self.gate.languages(tokens);
        let mut readings: Vec<(Reading, &Lexicon)> = Language::ALL
            .into_iter()
            .zip(&self.languages)
            .filter(|(language, _)| may_speak.has(*language))
            .map(|(language, (file, lexicon))| lexicon.get_or_init(|| Lexicon::new(file, language)))
            .map(|lexicon| (read::read(tokens, lexicon, &self.words, &self.odds), lexicon))
            .filter(|(reading, _)| reading.knees > 0)
            .collect();
        order::sort_by_key(&mut readings, |(reading, _)| {
            Reverse((reading.known + 3 * reading.knees, !reading.proposals.is_empty()))
        });
        readings.into_iter().next()
    }
}
