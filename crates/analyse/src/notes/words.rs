//! Small lists of words that single rules ask for, of all languages together: `data/notes/words.toml`.

use serde::Deserialize;
use std::collections::BTreeMap;

macro_rules! lists {
    ($($name:ident = $section:literal . $list:literal),+ $(,)?) => {
        /// One list. What it holds stands above it in the file; its section names the rule that asks.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum List { $($name),+ }

        impl List {
            /// Each list with its place in the file.
            const ALL: &'static [(&'static str, &'static str)] = &[$(($section, $list)),+];
        }
    };
}

lists! {
    BesidePart = "mentions"."beside_part",
    LowerLeg = "mentions"."lower_leg",
    Plurals = "mentions"."plurals",
    Poor = "owners"."poor",
    Pronouns = "owners"."pronouns",
    Crowds = "owners"."crowds",
    Much = "owners"."much",
    Theirs = "owners"."theirs",
    OfThem = "owners"."of_them",
    PlaceArticles = "owners"."place_articles",
    Who = "owners"."who",
    Had = "owners"."had",
    Nobody = "owners"."nobody",
    He = "owners"."he",
    Asking = "scene"."asking",
    BeforeWhat = "scene"."before_what",
    Subjects = "scene"."subjects",
    That = "scene"."that",
    About = "doubts"."about",
    For = "doubts"."for",
    Against = "doubts"."against",
    IMyself = "doubts"."i_myself",
    Zeros = "over"."zeros",
    From = "over"."from",
    Past = "over"."past",
    Relative = "over"."relative",
    Usually = "over"."usually",
    Today = "over"."today",
    InThese = "over"."in_these",
    Planned = "stops"."planned",
    AfterBreak = "stops"."after_break",
    Durations = "stops"."durations",
    Empty = "weak"."empty",
    Then = "moments"."then",
    Yesterday = "moments"."yesterday",
    WholeRun = "moments"."whole_run",
    Runs = "moments"."runs",
    AllAlong = "moments"."all_along",
    Now = "moments"."now",
    In = "scores"."in",
    Round = "onsets"."round",
}

/// The file as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
struct File {
    sections: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

/// The words of every list.
#[derive(Debug)]
pub(super) struct Words {
    lists: Vec<Vec<String>>,
}

const FILE: &str = include_str!("../../data/notes/words.toml");

impl Words {
    /// A file that cannot be read holds no words; a test keeps that from being shipped.
    pub(super) fn new() -> Self {
        let mut file: File = toml::from_str(FILE).unwrap_or_default();
        let mut list = |(section, list): &(&str, &str)| file.sections.get_mut(*section)?.remove(*list);
        Self { lists: List::ALL.iter().map(|place| list(place).unwrap_or_default()).collect() }
    }

    /// Whether a word stands in a list.
    pub(super) fn has(&self, list: List, word: &str) -> bool {
        self.lists.get(list as usize).is_some_and(|words| words.iter().any(|other| other == word))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tokens::words_of;
    use super::*;

    /// Everything wrong with the file.
    fn problems(text: &str) -> Vec<String> {
        let file: File = match toml::from_str(text) {
            Ok(file) => file,
            Err(error) => return vec![error.to_string()],
        };
        let mut found = Vec::new();
        for (section, lists) in &file.sections {
            for (list, words) in lists {
                if !List::ALL.contains(&(section.as_str(), list.as_str())) {
                    found.push(format!("[{section}] {list} is no list that is read"));
                }
                for (at, word) in words.iter().enumerate() {
                    if words_of(word) != [word.as_str()] {
                        found.push(format!("[{section}] {list}: `{word}` is no word as words are compared"));
                    }
                    if words[..at].contains(word) {
                        found.push(format!("[{section}] {list}: `{word}` stands there twice"));
                    }
                }
            }
        }
        let words = |section: &str, list: &str| file.sections.get(section)?.get(list);
        let missing =
            List::ALL.iter().filter(|(section, list)| words(section, list).is_none_or(Vec::is_empty));
        found.extend(missing.map(|(section, list)| format!("[{section}] {list} is missing or empty")));
        found
    }

    #[test]
    fn every_problem_of_the_small_lists_at_once() {
        let found = problems(FILE);
        assert!(found.is_empty(), "{} problems:\n{}", found.len(), found.join("\n"));
    }

    #[test]
    fn problems_are_seen() {
        let found =
            problems("[over]\ntoday = [\"hoy\", \"hoy\", \"Heute\", \"\"]\npast = []\n[moon]\nfull = []\n")
                .join("\n");
        for wanted in [
            "`hoy` stands there twice",
            "`Heute` is no word as",
            "`` is no word",
            "[over] past is missing or empty",
            "[moon] full is no list",
            "[stops] planned is missing",
        ] {
            assert!(found.contains(wanted), "{wanted}: {found}");
        }
    }

    #[test]
    fn a_word_is_found_in_its_list_alone() {
        let words = Words::new();
        assert!(words.has(List::Today, "hoje") && words.has(List::Round, "ish"));
        assert!(!words.has(List::Today, "ontem"));
    }
}
