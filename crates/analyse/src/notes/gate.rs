//! A quick look at a text: in which languages may it speak of a knee at all? Most notes end here.

use super::files::{File, Language, all_words, mistyped, phrases_of, spellings};
use super::labels::{Label, Layer};
use super::tokens::{Token, folded, words_of};
use std::collections::HashMap;

/// A set of languages, one bit each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Languages(u8);

impl Languages {
    const fn of(language: Language) -> Self {
        Self(1 << (language as u8))
    }

    pub(super) const fn has(self, language: Language) -> bool {
        self.0 & Self::of(language).0 != 0
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Of every phrase that names a knee the longest word: without one of these a text names none.
#[derive(Debug, Default)]
pub(super) struct Gate {
    words: HashMap<String, Languages>,
    begins: Vec<(String, Languages)>,
}

impl Gate {
    pub(super) fn new(files: &[File]) -> Self {
        let mut gate = Self::default();
        for (language, file) in Language::ALL.into_iter().zip(files) {
            let known = all_words(file);
            let knees = phrases_of(file, Layer::Main)
                .into_iter()
                .filter(|(_, meaning)| meaning.is_any(&Label::KNEES));
            for (phrase, _) in knees {
                spellings(phrase, language).iter().for_each(|spelling| gate.add(spelling, language));
                if file.typos.iter().any(|word| word == phrase) {
                    let slips = mistyped(&folded(phrase)).into_iter().filter(|word| !known.contains(word));
                    slips.for_each(|word| gate.add_word(word, language));
                }
            }
        }
        gate
    }

    fn add(&mut self, phrase: &str, language: Language) {
        let longest = phrase.split_whitespace().max_by_key(|piece| piece.chars().count());
        let Some(piece) = longest else { return };
        match piece.strip_suffix('*') {
            Some(begin) => self.begins.push((folded(begin), Languages::of(language))),
            None => words_of(piece)
                .into_iter()
                .max_by_key(String::len)
                .into_iter()
                .for_each(|word| self.add_word(word, language)),
        }
    }

    fn add_word(&mut self, word: String, language: Language) {
        let languages = self.words.entry(word).or_default();
        *languages = languages.and(Languages::of(language));
    }

    /// The languages in which a text may name a knee.
    pub(super) fn languages(&self, tokens: &[Token]) -> Languages {
        let of_word = |token: &Token| {
            let exact = self.words.get(&token.word).copied().unwrap_or_default();
            let begins = self.begins.iter().filter(|(begin, _)| token.word.starts_with(begin.as_str()));
            begins.fold(exact, |all, (_, languages)| all.and(*languages))
        };
        tokens.iter().map(of_word).fold(Languages::default(), Languages::and)
    }
}
