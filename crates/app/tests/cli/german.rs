//! Every page in German: no English is left but what the runner wrote, names of studies, and the texts of rules, which are
//! marked as English.

use crate::browser::{Site, pages::pages};
use std::collections::BTreeSet;

/// Words that no German sentence holds.
const ENGLISH: &[&str] = &[
    "the", "and", "your", "with", "you", "of", "is", "are", "not", "from", "since", "runs", "days", "knee",
    "pain", "Monday", "Tuesday", "January", "March", "October",
];

/// Elements without an end.
const VOID: &[&str] = &["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"];

/// The texts of a page that are not marked as another language, without scripts.
fn german_texts(page: &str) -> Vec<String> {
    let mut open: Vec<(String, bool)> = Vec::new();
    let mut texts = Vec::new();
    for piece in page.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        let is_hidden = open.last().is_some_and(|(_, is_hidden)| *is_hidden);
        if tag.starts_with('/') {
            if let Some(at) = open.iter().rposition(|(known, _)| *known == name) {
                open.truncate(at);
            }
        } else if !tag.starts_with('!') {
            let is_other = tag.contains("lang=\"en") || matches!(name.as_str(), "script" | "style");
            for attribute in ["aria-label", "title", "alt", "placeholder"] {
                let value =
                    tag.split_once(&format!(" {attribute}=\"")).and_then(|(_, rest)| rest.split('"').next());
                texts.extend(value.filter(|_| !is_hidden && !is_other).map(str::to_owned));
            }
            if !VOID.contains(&name.as_str()) && !tag.ends_with('/') {
                open.push((name, is_hidden || is_other));
            }
        }
        if !open.last().is_some_and(|(_, is_hidden)| *is_hidden) && !text.trim().is_empty() {
            texts.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
    texts
}

/// What the runner or the watch wrote: titles, notes, names.
fn own_words(site: &Site) -> BTreeSet<String> {
    let mut own = BTreeSet::new();
    let mut add = |value: &serde_json::Value| {
        let text = value.as_str().unwrap_or_default();
        own.insert(text.replace('&', "&#38;").replace('\'', "&#39;").replace('"', "&#34;"));
    };
    for one in site.place.json(&["activities"])["activities"].as_array().unwrap() {
        add(&one["title"]);
    }
    for one in site.place.json(&["diary", "proposals"])["proposals"].as_array().unwrap() {
        add(&one["quote"]);
    }
    for one in site.place.json(&["diary"])["entries"].as_array().unwrap() {
        add(&one["note"]);
    }
    own.remove("");
    own
}

/// The words of a text, without those of the runner.
fn english_in(text: &str, own: &BTreeSet<String>) -> Vec<&'static str> {
    let mut rest = text.to_owned();
    for words in own {
        rest = rest.replace(words.as_str(), " ");
    }
    let words: BTreeSet<&str> = rest.split(|letter: char| !letter.is_alphanumeric()).collect();
    ENGLISH.iter().copied().filter(|word| words.contains(word)).collect()
}

fn left_in_english(site: &Site) -> Vec<String> {
    let own = own_words(site);
    let mut left = Vec::new();
    for page in pages(site) {
        let got =
            site.served.send(&format!("GET {page}"), &["Cookie: kneewise-view=theme=light&language=de"], "");
        assert!(got.body.contains("<html lang=\"de\""), "{page}");
        for text in german_texts(&got.body) {
            let words = english_in(&text, &own);
            if !words.is_empty() {
                left.push(format!("{page} {words:?}: {text}"));
            }
        }
    }
    left
}

#[test]
fn every_page_is_german_in_german() {
    let left = left_in_english(&Site::demo());
    assert!(left.is_empty(), "{}\n{}", left.len(), left.join("\n"));
}

#[test]
fn every_page_is_german_when_nothing_is_known() {
    let left = left_in_english(&Site::empty());
    assert!(left.is_empty(), "{}\n{}", left.len(), left.join("\n"));
}

#[test]
fn a_red_flag_speaks_german() {
    let site = Site::demo();
    for question in ["R1", "R5", "R8", "R10"] {
        let today = crate::program::TODAY;
        site.place.done(&[
            "log",
            "screen",
            "--side",
            "right",
            "--question",
            question,
            "--answer",
            "yes",
            "--date",
            today,
        ]);
    }
    let left = left_in_english(&site);
    assert!(left.is_empty(), "{}\n{}", left.len(), left.join("\n"));
}

#[test]
fn english_is_found_where_it_is() {
    let page = "<p lang=\"en-GB\">the knee</p><p title=\"your day\">Das Knie <b>and</b> <br>Tag</p><script>the</script>";
    let texts = german_texts(page);
    assert_eq!(texts, ["your day", "Das Knie", "and", "Tag"]);
    assert_eq!(english_in("Run with the dog", &BTreeSet::from(["with the".to_owned()])), Vec::<&str>::new());
    assert_eq!(english_in("Lauf and Knie", &BTreeSet::new()), ["and"]);
}
