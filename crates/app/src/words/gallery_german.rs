//! Every sentence about a knee in German, listed and checked: none falls back to English.

use super::gallery::listed;
use super::language::{Language, speak};
use super::{examples, gallery, gallery_body, gallery_running, gallery_trials, german, plain};
use crate::words::Voice;
use kneewise_types::UnitSystem;

type Gallery = Vec<(&'static str, Vec<String>)>;

/// Lines that end as labels do, in the gallery of running.
const LABELS: &str = "labels";

fn all() -> Gallery {
    [gallery::gallery(), gallery_body::gallery(), gallery_trials::gallery(), gallery_running::gallery()]
        .concat()
}

fn in_german() -> Gallery {
    speak(Language::German, all)
}

#[test]
fn the_gallery_of_sentences_in_german() {
    let text = listed(&in_german());
    insta::with_settings!({
        snapshot_path => concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden"),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, { insta::assert_snapshot!("gallery-german", text) });
}

#[test]
fn each_english_sentence_has_its_german_one() {
    let (english, german) = (all(), in_german());
    let kinds = |gallery: &Gallery| -> Vec<(&'static str, usize)> {
        gallery.iter().map(|(section, sentences)| (*section, sentences.len())).collect()
    };
    assert_eq!(kinds(&english), kinds(&german));
    let sentences = |gallery: Gallery| gallery.into_iter().flat_map(|(_, sentences)| sentences);
    let same: Vec<(String, String)> =
        sentences(english).zip(sentences(german)).filter(|(a, b)| a == b && a.contains(' ')).collect();
    assert!(same.is_empty(), "{same:?}");
}

#[test]
fn every_fact_is_said_in_german_itself() {
    let voice = Voice { as_of: examples::day("2026-10-01"), units: UnitSystem::Metric };
    let clue = super::facts::clue;
    for fact in examples::facts() {
        assert!(speak(Language::German, || german::sentence(&fact, &voice)).is_some(), "{fact:?}");
        let german = speak(Language::German, || clue(&fact, &voice));
        assert_eq!(clue(&fact, &voice).is_some(), german.is_some(), "{fact:?}");
    }
}

#[test]
fn every_german_sentence_keeps_the_voice() {
    for (section, sentences) in in_german() {
        for sentence in sentences {
            let mut faults = faults(&sentence);
            faults.retain(|fault| section != LABELS || fault != NO_END);
            assert!(faults.is_empty(), "{section}: `{sentence}` {faults:?}");
        }
    }
}

const NO_END: &str = "does not end in one full stop";

/// Words that no German sentence holds; names of programs and pairs hold none of them.
const ENGLISH: &[&str] = &[
    "the", "and", "your", "with", "you", "of", "is", "are", "not", "from", "since", "runs", "days", "knee",
    "to", "no", "day", "week", "left", "right", "or",
];

fn faults(sentence: &str) -> Vec<String> {
    let said = without_commands(&plain(sentence));
    let lower = said.to_lowercase().replace("keine diagnose", "");
    let mut found = vec![];
    for word in [
        "verursacht",
        "risiko",
        "diagnos",
        "gefahr",
        "gefährlich",
        "!",
        "  ",
        "wahrscheinlichkeit von",
        "nan ",
        "none(",
    ] {
        if lower.contains(word) {
            found.push(format!("says `{word}`"));
        }
    }
    let words: Vec<&str> = said.split(|letter: char| !letter.is_alphanumeric()).collect();
    found.extend(ENGLISH.iter().filter(|word| words.contains(word)).map(|word| format!("says `{word}`")));
    let letters: Vec<char> = said.chars().collect();
    let is_point = |three: &[char]| matches!(three, [a, '.', b] if a.is_ascii_digit() && b.is_ascii_digit());
    if letters.windows(3).any(is_point) {
        found.push("has a decimal point".to_owned());
    }
    if !sentence.ends_with(['.', '?']) || sentence.ends_with("..") {
        found.push(NO_END.to_owned());
    }
    found
}

/// Commands are the same in every language.
fn without_commands(said: &str) -> String {
    let mut parts = said.split("kneewise ");
    let mut rest = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        rest.push_str(
            part.trim_start_matches(|letter: char| letter.is_ascii_lowercase() || " -".contains(letter)),
        );
    }
    rest
}

#[test]
fn the_german_lint_finds_what_it_is_for() {
    assert!(faults("Dein Schmerz wurde verursacht.").len() == 1);
    assert!(faults("Du liefst 18.0 km.").iter().any(|fault| fault.contains("decimal")));
    assert!(faults("Das Knie and mehr.").iter().any(|fault| fault.contains("`and`")));
    assert!(faults("Ein Muster ist keine Diagnose.").is_empty());
    assert!(faults("Sag es mit (kneewise log pain).").is_empty());
    assert!(faults("18,0\u{a0}km am 20.\u{a0}September.").is_empty());
}
