//! What a page says, and the English in it.

use crate::browser::Site;
use std::collections::BTreeSet;

/// Words that no German sentence holds. What both languages write alike ("in", "so", "an", "was", "die", "will") is no sign.
const ENGLISH: &[&str] = &[
    "the",
    "and",
    "your",
    "you",
    "with",
    "of",
    "is",
    "are",
    "not",
    "from",
    "since",
    "it",
    "its",
    "this",
    "that",
    "to",
    "for",
    "or",
    "no",
    "yes",
    "be",
    "have",
    "has",
    "been",
    "were",
    "can",
    "cannot",
    "may",
    "more",
    "than",
    "less",
    "before",
    "after",
    "until",
    "while",
    "which",
    "when",
    "what",
    "how",
    "why",
    "who",
    "there",
    "only",
    "other",
    "between",
    "without",
    "at",
    "by",
    "on",
    "as",
    "out",
    "one",
    "run",
    "runs",
    "ran",
    "running",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "minutes",
    "hours",
    "knee",
    "knees",
    "pain",
    "steps",
    "shoes",
    "load",
    "left",
    "right",
    "both",
    "none",
    "road",
    "treadmill",
    "mixed",
    "morning",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "January",
    "February",
    "March",
    "May",
    "June",
    "July",
    "October",
    "December",
    "file",
    "files",
    "line",
    "column",
    "open",
    "save",
    "missing",
    "known",
    "unknown",
    "today",
];

/// Elements without an end.
const VOID: &[&str] = &["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"];

/// Attributes that are read out or shown, beside those that scripts show (`data-…`).
const SAID: &[&str] = &[
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "aria-valuetext",
    "title",
    "alt",
    "placeholder",
    "label",
    "hx-confirm",
];

/// The texts of a page that are not marked as another language: between tags, in attributes, and what scripts show.
pub fn german_texts(page: &str) -> Vec<String> {
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
            let is_data = tag.contains("type=\"application/json\"");
            if is_data {
                texts.extend(strings(text));
            }
            let is_other = tag.contains("lang=\"en") || matches!(name.as_str(), "script" | "style");
            if !is_hidden && !is_other {
                texts.extend(attributes(tag));
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

/// Values of attributes that people get to see or hear.
fn attributes(tag: &str) -> impl Iterator<Item = String> {
    let mut rest = tag;
    let mut values = Vec::new();
    while let Some((before, after)) = rest.split_once("=\"") {
        let name = before.rsplit(' ').next().unwrap_or_default();
        let (value, next) = after.split_once('"').unwrap_or((after, ""));
        // A single word in `data-…` is a name for the script.
        if SAID.contains(&name) || (name.starts_with("data-") && value.contains(' ')) {
            values.push(value.to_owned());
        }
        rest = next;
    }
    values.into_iter()
}

/// The strings in data for a script.
fn strings(data: &str) -> Vec<String> {
    fn collect(value: &serde_json::Value, into: &mut Vec<String>) {
        match value {
            serde_json::Value::String(text) => into.push(text.clone()),
            serde_json::Value::Array(all) => all.iter().for_each(|one| collect(one, into)),
            serde_json::Value::Object(all) => all.values().for_each(|one| collect(one, into)),
            _ => {}
        }
    }
    let mut texts = Vec::new();
    collect(&serde_json::from_str(data).unwrap_or_default(), &mut texts);
    texts
}

/// What the runner or the watch wrote: titles, notes, names.
pub fn own_words(site: &Site) -> BTreeSet<String> {
    let mut own: BTreeSet<String> = SIMULATED.iter().map(|note| (*note).to_owned()).collect();
    let mut add = |value: &serde_json::Value| {
        let text = value.as_str().unwrap_or_default();
        own.insert(text.replace('&', "&#38;").replace('\'', "&#39;").replace('"', "&#34;"));
        own.insert(text.to_owned());
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

/// What simulated runners write in their notes.
const SIMULATED: &[&str] = &["Knee sore again, kept it short"];

/// The English of a text, without the words of the runner, commands and what stands between backticks: words, and numbers
/// with a decimal point.
pub fn english_in(text: &str, own: &BTreeSet<String>) -> Vec<String> {
    let mut rest = text.to_owned();
    // A note is cut where it speaks of the knee.
    let bare = text.trim_matches(|letter: char| !letter.is_alphanumeric());
    for words in own {
        rest = if bare.len() > 3 && words.contains(bare) {
            String::new()
        } else {
            rest.replace(words.as_str(), " ")
        };
    }
    let quoted = |(at, part): (usize, &str)| if at % 2 == 0 { part.to_owned() } else { " ".to_owned() };
    let rest: String = rest.split('`').enumerate().map(quoted).collect();
    let rest = without_ids(&without_commands(&rest));
    let words: BTreeSet<&str> = rest.split(|letter: char| !letter.is_alphanumeric()).collect();
    let mut found: Vec<String> =
        ENGLISH.iter().filter(|word| words.contains(*word)).map(|word| (*word).to_owned()).collect();
    let letters: Vec<char> = rest.chars().collect();
    let is_point = |three: &[char]| matches!(three, [a, '.', b] if a.is_ascii_digit() && b.is_ascii_digit());
    if letters.windows(3).any(is_point) {
        found.push("a decimal point".to_owned());
    }
    found
}

/// Paths, columns and what a column may hold are the same in every language.
fn without_ids(text: &str) -> String {
    let (before, choices) = text.split_once("keines von ").unwrap_or((text, ""));
    let after = choices.split_once(';').map_or("", |(_, after)| after);
    let is_id = |word: &&str| word.contains(['_', '/']) || word.contains(".csv");
    let kept: Vec<&str> = before.split(' ').chain(after.split(' ')).filter(|word| !is_id(word)).collect();
    kept.join(" ")
}

/// Commands are the same in every language.
fn without_commands(text: &str) -> String {
    let mut parts = text.split("kneewise ");
    let mut rest = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let is_command = |letter: char| letter.is_ascii_lowercase() || " -".contains(letter);
        rest.push_str(if part.starts_with(is_command) { part.trim_start_matches(is_command) } else { part });
    }
    rest
}

#[test]
fn english_is_found_where_it_is() {
    let page = "<p lang=\"en-GB\">the knee</p><p title=\"your day\">Das Knie <b>and</b> <br>Tag</p><script>the</script>\
                <ul data-a=\"plain\" data-b=\"two words\"></ul><script type=\"application/json\">{\"a\":[\"said\"]}</script>";
    let texts = german_texts(page);
    assert_eq!(texts, ["your day", "Das Knie", "and", "Tag", "two words", "said"]);
    assert_eq!(english_in("Run with the dog", &BTreeSet::from(["with the".to_owned()])), Vec::<&str>::new());
    assert_eq!(english_in("Lauf and Knie", &BTreeSet::new()), ["and"]);
    assert_eq!(english_in("4.5 km", &BTreeSet::new()), ["a decimal point"]);
    assert_eq!(english_in("kneewise log pain; `the 4.5`, am 4. 5.", &BTreeSet::new()), Vec::<&str>::new());
}
