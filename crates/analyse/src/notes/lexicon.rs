//! The words of one language, compiled for matching.

use super::files::{File, Language, all_words, mistyped, phrases_of, spellings};
use super::labels::Layer;
use super::phrases::{Phrases, Tag};
use super::tokens::folded;
use super::vocabulary::{Sighting, Vocabulary};
use std::collections::HashSet;

/// One language, ready to match.
#[derive(Debug)]
pub(super) struct Lexicon {
    pub language: Language,
    /// The most frequent words: they tell languages apart.
    common: HashSet<String>,
    /// Single words of denial.
    not_words: HashSet<String>,
    vocabulary: Vocabulary,
    layers: Vec<Phrases>,
}

impl Lexicon {
    pub(super) fn new(file: &File, language: Language) -> Self {
        let known = all_words(file);
        let mut vocabulary = Vocabulary::default();
        let mut layers = Vec::new();
        for layer in Layer::ALL {
            let mut phrases = Phrases::default();
            for (phrase, meaning) in phrases_of(file, layer) {
                for spelling in spellings(phrase, language) {
                    phrases.add(&spelling, meaning, &mut vocabulary);
                }
                if file.typos.iter().any(|word| word == phrase) {
                    let slips = mistyped(&folded(phrase)).into_iter().filter(|word| !known.contains(word));
                    slips.for_each(|word| phrases.add(&word, meaning, &mut vocabulary));
                }
            }
            layers.push(phrases);
        }
        let all = |words: &[String]| words.iter().map(|word| folded(word)).collect();
        Self {
            language,
            common: all(&file.common),
            not_words: all(file.list("turns", "not")),
            vocabulary,
            layers,
        }
    }

    /// Which of the language's words stand in a text.
    pub(super) fn look<'w>(&self, words: impl Iterator<Item = &'w str>) -> Vec<Sighting> {
        words.map(|word| self.vocabulary.look(word)).collect()
    }

    /// The phrases of a layer in a text.
    pub(super) fn find(
        &self,
        layer: Layer,
        tokens: &[super::tokens::Token],
        sightings: &[Sighting],
    ) -> Vec<Tag> {
        self.layers.get(layer as usize).map(|phrases| phrases.find(tokens, sightings)).unwrap_or_default()
    }

    pub(super) fn is_not(&self, word: &str) -> bool {
        self.not_words.contains(word)
    }

    pub(super) fn is_common(&self, word: &str) -> bool {
        self.common.contains(word)
    }
}
