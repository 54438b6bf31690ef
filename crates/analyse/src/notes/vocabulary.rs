//! Numbers for words, so that phrases are compared number by number and every word of a text is looked up once.

use std::collections::HashMap;

/// A word of the lexicon, or the beginning of words.
pub(super) type WordId = u32;

/// The words of one language.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    exact: HashMap<String, WordId>,
    begins: HashMap<String, WordId>,
    /// Bytes of the shortest and the longest beginning.
    shortest: usize,
    longest: usize,
    count: WordId,
}

/// What a word of a text is in a language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Sighting {
    pub exact: Option<WordId>,
    /// Beginnings of it, shortest first.
    pub begins: Vec<WordId>,
}

impl Vocabulary {
    pub(super) fn word(&mut self, word: String) -> WordId {
        let next = self.count;
        let id = *self.exact.entry(word).or_insert(next);
        self.count += u32::from(id == next);
        id
    }

    pub(super) fn begin(&mut self, begin: String) -> WordId {
        let length = begin.len();
        self.shortest = if self.begins.is_empty() { length } else { self.shortest.min(length) };
        self.longest = self.longest.max(length);
        let next = self.count;
        let id = *self.begins.entry(begin).or_insert(next);
        self.count += u32::from(id == next);
        id
    }

    pub(super) fn look(&self, word: &str) -> Sighting {
        let begins = if self.begins.is_empty() {
            Vec::new()
        } else {
            let ends = self.shortest..=self.longest.min(word.len());
            ends.filter_map(|end| self.begins.get(word.get(..end)?).copied()).collect()
        };
        Sighting { exact: self.exact.get(word).copied(), begins }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_seen_whole_and_by_its_beginnings() {
        let mut vocabulary = Vocabulary::default();
        let knee = vocabulary.word("knie".to_owned());
        let short = vocabulary.begin("kn".to_owned());
        let long = vocabulary.begin("knieschmerz".to_owned());
        assert_eq!(vocabulary.look("knie"), Sighting { exact: Some(knee), begins: vec![short] });
        assert_eq!(vocabulary.look("knieschmerzen").begins, [short, long]);
        assert_eq!(vocabulary.look("k"), Sighting::default());
        assert_eq!(vocabulary.word("knie".to_owned()), knee);
    }
}
