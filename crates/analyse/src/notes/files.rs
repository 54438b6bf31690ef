//! The language files as they are written, and the spellings people use for what stands in them.

use super::labels::{Label, Layer, Meaning};
use super::tokens::words_of;
use crate::order;
use kneewise_types::Region;
use serde::Deserialize;
use std::collections::{BTreeMap, HashSet};

/// A language whose notes are understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    #[serde(rename = "en")]
    English,
    #[serde(rename = "de")]
    German,
    #[serde(rename = "fr")]
    French,
    #[serde(rename = "es")]
    Spanish,
    #[serde(rename = "pt")]
    Portuguese,
}

impl Language {
    /// Every language, in the order of the files.
    pub const ALL: [Self; 5] = [Self::English, Self::German, Self::French, Self::Spanish, Self::Portuguese];

    /// The code of ISO 639-1.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::Portuguese => "pt",
        }
    }

    pub(super) const fn file(self) -> &'static str {
        match self {
            Self::English => include_str!("../../data/notes/en.toml"),
            Self::German => include_str!("../../data/notes/de.toml"),
            Self::French => include_str!("../../data/notes/fr.toml"),
            Self::Spanish => include_str!("../../data/notes/es.toml"),
            Self::Portuguese => include_str!("../../data/notes/pt.toml"),
        }
    }
}

/// The file as it is written: sections of lists of phrases.
#[derive(Debug, Default, Deserialize)]
pub(super) struct File {
    pub common: Vec<String>,
    /// Long words that are often mistyped: one letter missing, doubled or swapped is understood too.
    #[serde(default)]
    pub typos: Vec<String>,
    #[serde(flatten)]
    pub sections: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

impl File {
    /// A file that cannot be read understands nothing; a test keeps that from being shipped.
    pub(super) fn new(language: Language, names: &Names) -> Self {
        let mut file: Self = toml::from_str(language.file()).unwrap_or_default();
        file.add_names(names, language);
        file
    }

    /// The phrases of one list.
    pub(super) fn list(&self, section: &str, list: &str) -> &[String] {
        self.sections.get(section).and_then(|section| section.get(list)).map_or(&[], Vec::as_slice)
    }

    /// First names, in German also as owners ("Martins Knie").
    fn add_names(&mut self, names: &Names, language: Language) {
        let list = self.sections.entry("whose".to_owned()).or_default().entry("name".to_owned()).or_default();
        list.extend(names.names.iter().cloned());
        if language == Language::German {
            list.extend(names.names.iter().map(|name| format!("{name}s")));
        }
    }
}

/// The first names of `data/notes/names.toml`.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Names {
    pub names: Vec<String>,
}

impl Names {
    /// A file that cannot be read names nobody; a test keeps that from being shipped.
    pub(super) fn new() -> Self {
        toml::from_str(include_str!("../../data/notes/names.toml")).unwrap_or_default()
    }
}

/// Every phrase of a layer with what it means.
pub(super) fn phrases_of(file: &File, layer: Layer) -> Vec<(&str, Meaning)> {
    let mut found = Vec::new();
    for (label, section, list, _) in Label::ALL.iter().filter(|(.., of)| *of == layer) {
        for (name, phrases) in file.sections.get(*section).into_iter().flatten() {
            if !list.is_empty() && name != list {
                continue;
            }
            let region = if list.is_empty() { Region::from_code(name) } else { None };
            let also = if *label == Label::Strong { Label::Pain.bit() } else { 0 };
            let meaning = Meaning { labels: label.bit() | also, region };
            found.extend(phrases.iter().map(|phrase| (phrase.as_str(), meaning)));
        }
    }
    found
}

/// Every word of a file, folded.
pub(super) fn all_words(file: &File) -> HashSet<String> {
    let lists = file.sections.values().flat_map(|section| section.values()).flatten();
    lists.chain(&file.common).flat_map(|phrase| words_of(phrase)).collect()
}

/// A word with one letter left out, doubled, or swapped with the next one; the first letter stays.
pub(super) fn mistyped(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let with = |at: usize, middle: &[char], rest: usize| -> String {
        letters.iter().take(at).chain(middle).chain(letters.iter().skip(rest)).collect()
    };
    let mut all = Vec::new();
    for (at, letter) in letters.iter().enumerate().skip(1) {
        all.push(with(at, &[], at + 1));
        all.push(with(at, &[*letter, *letter], at + 1));
        if let Some(next) = letters.get(at + 1) {
            all.push(with(at, &[*next, *letter], at + 2));
        }
    }
    order::sort(&mut all);
    all.dedup();
    all.retain(|spelling| spelling != word);
    all
}

/// A phrase as people may type it: umlauts and `ñ` without their marks where that is no other word, apostrophes left
/// out.
pub(super) fn spellings(phrase: &str, language: Language) -> Vec<String> {
    let mut all = vec![phrase.to_owned()];
    let is_long = phrase.chars().count() >= 6;
    if language == Language::German
        && is_long
        && !NOT_WITHOUT_UMLAUT.iter().any(|word| phrase.starts_with(word))
    {
        all.push(phrase.replace('ä', "a").replace('ö', "o").replace('ü', "u"));
    }
    if language == Language::Spanish && is_long {
        all.push(phrase.replace('ñ', "n"));
    }
    if phrase.contains('\'') {
        all.push(phrase.replace('\'', ""));
    }
    all.dedup();
    all
}

/// German words that mean something else without their dots.
const NOT_WITHOUT_UMLAUT: [&str; 6] = ["würde", "könnte", "hätte", "wäre", "müsste", "drück"];

#[cfg(test)]
mod tests {
    use super::*;

    /// Places of the files that are no region: complaints with a name and no place.
    const NO_PLACE: &str = "NONE";

    /// Everything wrong with one file.
    fn problems(text: &str) -> Vec<String> {
        let file: File = match toml::from_str(text) {
            Ok(file) => file,
            Err(error) => return vec![error.to_string()],
        };
        let mut found = Vec::new();
        for (section, lists) in &file.sections {
            for (list, phrases) in lists {
                let of = |(_, known, name, _): &&(Label, &str, &str, Layer)| {
                    known == section && (name.is_empty() || name == list)
                };
                let Some((.., name, _)) = Label::ALL.iter().find(of) else {
                    found.push(format!("[{section}] {list} is no list that is read"));
                    continue;
                };
                if name.is_empty() && list != NO_PLACE && Region::from_code(list).is_none() {
                    found.push(format!("[{section}] {list} is no region"));
                }
                let mut seen = HashSet::new();
                for phrase in phrases {
                    if phrase.trim().is_empty() || phrase.trim() != phrase {
                        found.push(format!(
                            "[{section}] {list}: `{phrase}` has outer blanks, or nothing else"
                        ));
                    }
                    if !seen.insert(phrase) {
                        found.push(format!("[{section}] {list}: `{phrase}` stands there twice"));
                    }
                }
            }
        }
        for (_, section, list, _) in Label::ALL.iter().filter(|(.., list, _)| !list.is_empty()) {
            if file.list(section, list).is_empty() && *list != "name" {
                found.push(format!("[{section}] {list} is missing or empty"));
            }
        }
        let known = all_words(&file);
        found.extend(
            file.typos
                .iter()
                .filter(|word| !words_of(word).iter().all(|word| known.contains(word)))
                .map(|word| format!("typos: `{word}` stands in no list")),
        );
        found
    }

    #[test]
    fn every_problem_of_every_word_list_at_once() {
        let of = |language: Language| {
            let found = problems(language.file()).into_iter();
            found.map(move |problem| format!("{}.toml {problem}", language.code())).collect::<Vec<_>>()
        };
        let found: Vec<String> = Language::ALL.into_iter().flat_map(of).collect();
        assert!(found.is_empty(), "{} problems:\n{}", found.len(), found.join("\n"));
        assert!(Names::new().names.len() > 50);
    }

    #[test]
    fn problems_are_seen() {
        let text = "common = []\ntypos = [\"kneecap\"]\n[knee]\none = [\"knee\", \"knee\", \" knee\"]\n[place]\nELBOW = []\n[moon]\nfull = []\n";
        let found = problems(text).join("\n");
        for wanted in [
            "`knee` stands there twice",
            "outer blanks",
            "ELBOW is no region",
            "[moon] full",
            "[says] pain is missing",
            "`kneecap` stands in no list",
        ] {
            assert!(found.contains(wanted), "{wanted}: {found}");
        }
    }
}
