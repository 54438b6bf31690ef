//! Text → words, numbers and the breaks between them, in one pass.
//!
//! Words are folded: lower case, without accents, `ß` as `ss`, three equal letters as two. Every token knows
//! the bytes it came from, so that whatever is found can be quoted as it was written.

use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// What stands between a token and the one before it, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing, a hyphen or an apostrophe.
    Glued,
    Space,
    Colon,
    Slash,
    Bracket,
    Comma,
    Dash,
    /// The end of a sentence.
    Stop,
}

/// A number as it was written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    pub value: f32,
    /// What follows the slash of `4/10`.
    pub of: Option<f32>,
    /// `5:30`, `1.5.24`: not a quantity.
    pub is_clock: bool,
}

/// One word, number or emoji.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    /// Folded.
    pub word: String,
    /// Bytes of the text.
    pub range: Range<usize>,
    pub gap: Gap,
    pub number: Option<Number>,
    pub is_capital: bool,
    pub is_quoted: bool,
    /// A question mark follows.
    pub is_asked: bool,
    /// Number of the sentence, and of the clause; clauses are numbered through the text.
    pub sentence: usize,
    pub clause: usize,
}

/// A letter without accent and case; nothing for a combining mark alone. German umlauts and the Spanish `ñ` tell
/// words apart (`hatte` and `hätte`, `una` and `uña`), so they stay what they are.
fn fold_into(word: &mut String, c: char) {
    match c {
        'ä' | 'Ä' => word.push_str("ae"),
        'ö' | 'Ö' => word.push_str("oe"),
        'ü' | 'Ü' => word.push_str("ue"),
        'ñ' | 'Ñ' => word.push('ñ'),
        'ß' | 'ẞ' => word.push_str("ss"),
        'œ' | 'Œ' => word.push_str("oe"),
        'æ' | 'Æ' => word.push_str("ae"),
        'ø' | 'Ø' => word.push('o'),
        'ł' | 'Ł' => word.push('l'),
        _ => decompose_canonical(c, |part| {
            if !is_combining_mark(part) {
                word.extend(part.to_lowercase());
            }
        }),
    }
}

/// Three and more equal letters become two, so that `sooore` and `aaaua` keep a known spelling near.
fn shorten_runs(word: &str) -> String {
    let mut short = String::with_capacity(word.len());
    let (mut last, mut run) = (None, 0);
    for c in word.chars() {
        run = if last == Some(c) { run + 1 } else { 1 };
        last = Some(c);
        if run <= 2 {
            short.push(c);
        }
    }
    short
}

/// A word as it is compared.
pub(super) fn folded(word: &str) -> String {
    // The Portuguese "is" and "and" differ by the accent alone.
    if matches!(word, "é" | "É") {
        return "é".to_owned();
    }
    let mut out = String::with_capacity(word.len());
    if word.is_ascii() {
        out.push_str(word);
        out.make_ascii_lowercase();
    } else {
        word.nfc().for_each(|c| fold_into(&mut out, c));
    }
    if has_long_run(&out) { shorten_runs(&out) } else { out }
}

fn has_long_run(word: &str) -> bool {
    word.len() > 2 && word.as_bytes().windows(3).any(|three| matches!(three, [a, b, c] if a == b && b == c))
}

/// The words of a phrase of the lexicon, folded like any text.
pub(super) fn words_of(phrase: &str) -> Vec<String> {
    if phrase.bytes().all(|byte| byte.is_ascii_lowercase()) && !phrase.is_empty() {
        return vec![folded(phrase)];
    }
    tokens(phrase).into_iter().map(|token| token.word).collect()
}

/// Everything between two tokens, read character by character.
struct Between {
    gap: Gap,
    is_asked: bool,
    is_quoted: bool,
}

/// All tokens of a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut between = Between { gap: Gap::Stop, is_asked: false, is_quoted: false };
    let (mut sentence, mut clause) = (0, 0);
    let mut rest = text;
    let mut at = 0;
    while let Some(c) = rest.chars().next() {
        let length = token_length(rest, c);
        if length == 0 {
            between.see(c, rest, found.last());
            at += c.len_utf8();
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            continue;
        }
        let raw = rest.get(..length).unwrap_or_default();
        if let Some(last) = found.last_mut().filter(|_| between.is_asked) {
            last.is_asked = true;
        }
        if !found.is_empty() {
            sentence += usize::from(between.gap == Gap::Stop);
            clause += usize::from(between.gap >= Gap::Bracket);
        }
        found.push(Token {
            word: if c.is_ascii_digit() { raw.to_owned() } else { folded(raw) },
            range: at..at + length,
            gap: between.gap,
            number: number(raw),
            is_capital: c.is_uppercase(),
            is_quoted: between.is_quoted,
            is_asked: false,
            sentence,
            clause,
        });
        between.gap = Gap::Glued;
        between.is_asked = false;
        at += length;
        rest = rest.get(length..).unwrap_or_default();
    }
    if let Some(last) = found.last_mut().filter(|_| between.is_asked) {
        last.is_asked = true;
    }
    found
}

impl Between {
    fn see(&mut self, c: char, rest: &str, last: Option<&Token>) {
        let gap = match c {
            '-' | '‐' | '‑' => {
                if self.is_spaced(rest) {
                    Gap::Dash
                } else {
                    Gap::Glued
                }
            }
            '–' | '—' | '→' | '>' | '~' if self.gap >= Gap::Space || followed_by_space(rest, c) => {
                Gap::Dash
            }
            '\'' | '’' | '`' | '´' | '‘' => Gap::Glued,
            '.' => dot(rest, last),
            '!' | '…' | ';' | '\n' | '\r' | '。' => Gap::Stop,
            '?' => {
                self.is_asked = true;
                Gap::Stop
            }
            ',' | '|' | '•' | '·' | '¿' | '¡' => Gap::Comma,
            ':' | '=' => Gap::Colon,
            '/' | '\\' => Gap::Slash,
            '(' | ')' | '[' | ']' | '{' | '}' => Gap::Bracket,
            '"' | '“' | '”' | '„' | '«' | '»' => {
                self.is_quoted = !self.is_quoted;
                Gap::Bracket
            }
            c if c.is_whitespace() => Gap::Space,
            _ => Gap::Glued,
        };
        self.gap = self.gap.max(gap);
    }

    fn is_spaced(&self, rest: &str) -> bool {
        self.gap >= Gap::Space && followed_by_space(rest, '-')
    }
}

fn followed_by_space(rest: &str, c: char) -> bool {
    rest.get(c.len_utf8()..).and_then(|rest| rest.chars().next()).is_none_or(char::is_whitespace)
}

/// A full stop, or the dot of an abbreviation such as `re. Knie`.
fn dot(rest: &str, last: Option<&Token>) -> Gap {
    let mut after = rest.chars().skip(1);
    match after.next() {
        None | Some('.' | '\n' | '\r') => return Gap::Stop,
        Some(c) if c.is_alphanumeric() => return Gap::Glued,
        Some(_) => {}
    }
    let is_short = last.is_some_and(|token| token.number.is_none() && token.word.len() <= 4);
    let is_followed_low = after.find(|c| !c.is_whitespace()).is_some_and(char::is_lowercase);
    let is_abbreviation = last.is_some_and(|token| ABBREVIATED.contains(&token.word.as_str()));
    if is_abbreviation || is_short && is_followed_low { Gap::Space } else { Gap::Stop }
}

/// Words that end in a dot in the middle of a sentence, whatever follows it.
const ABBREVIATED: [&str; 16] = [
    "re", "li", "ca", "approx", "gen", "rod", "esq", "dir", "dcha", "izq", "izda", "dta", "dto", "vs", "bzw",
    "l",
];

/// Bytes of the token that begins here, 0 for what lies between tokens.
fn token_length(rest: &str, c: char) -> usize {
    if c.is_ascii_digit() {
        return number_length(rest);
    }
    if c.is_alphabetic() {
        let end = rest.find(|c: char| !(c.is_alphabetic() || is_combining_mark(c)));
        return end.unwrap_or(rest.len());
    }
    // A heart, not a three.
    if rest.starts_with("<3")
        && !rest.get(2..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    {
        return 2;
    }
    if matches!(c, '&' | '+') || is_emoji(c) { c.len_utf8() } else { 0 }
}

/// Pictures; not the marks that only modify the one before.
fn is_emoji(c: char) -> bool {
    let code = u32::from(c);
    (0x2600..=0x27BF).contains(&code)
        || (0x1F300..=0x1FAFF).contains(&code) && !(0x1F3FB..=0x1F3FF).contains(&code)
}

/// Digits with what belongs to them: `5,5`, `4/10`, `5:30`.
fn number_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digits = |from: usize| bytes.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
    let mut length = digits(0);
    while let Some(b'.' | b',' | b':' | b'/') = bytes.get(length) {
        let more = digits(length + 1);
        if more == 0 {
            break;
        }
        length += 1 + more;
    }
    length
}

fn number(raw: &str) -> Option<Number> {
    if !raw.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let value = |text: &str| text.replace(',', ".").parse::<f32>().ok();
    let (top, of) = match raw.split_once('/') {
        Some((top, of)) => (top, Some(of)),
        None => (raw, None),
    };
    let parsed = (value(top), of.map(value));
    Some(match parsed {
        (Some(value), None) => Number { value, of: None, is_clock: false },
        (Some(value), Some(Some(of))) => Number { value, of: Some(of), is_clock: false },
        _ => Number { value: 0.0, of: None, is_clock: true },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.word).collect()
    }

    #[test]
    fn accents_case_and_runs_are_folded() {
        assert_eq!(
            words("Gêne à l'INTÉRIEUR, Außen; soooore"),
            ["gene", "a", "l", "interieur", "aussen", "soore"]
        );
        assert_eq!(words("ge\u{302}ne"), ["gene"]);
    }

    #[test]
    fn numbers_keep_their_shape() {
        let found = tokens("3-4/10 at 5,5k, 5:30 pace, 10/10");
        let numbers: Vec<_> = found.iter().filter_map(|token| token.number).collect();
        let plain = |value| Number { value, of: None, is_clock: false };
        assert_eq!(numbers[0], plain(3.0));
        assert_eq!(numbers[1], Number { value: 4.0, of: Some(10.0), is_clock: false });
        assert_eq!(numbers[2], plain(5.5));
        assert!(numbers[3].is_clock);
        assert_eq!(found[4].word, "k");
        assert_eq!(found[4].gap, Gap::Glued);
    }

    #[test]
    fn sentences_and_clauses_are_counted_and_abbreviations_are_not_ends() {
        let found = tokens("Gen. droit raide. Mais bon, ça va - ok (genou)");
        assert_eq!(found[1].gap, Gap::Space);
        let at = |word: &str| found.iter().find(|token| token.word == word).unwrap();
        assert_eq!((at("raide").sentence, at("mais").sentence), (0, 1));
        assert_eq!((at("bon").clause, at("ca").clause, at("ok").clause, at("genou").clause), (1, 2, 3, 4));
    }

    #[test]
    fn a_question_marks_its_last_word() {
        let found = tokens("Knee? Fine.");
        assert!(found[0].is_asked && !found[1].is_asked);
    }

    #[test]
    fn ranges_are_slices_of_the_text() {
        let text = "Über’s Knie 😤 4/10…";
        for token in tokens(text) {
            assert!(text.get(token.range.clone()).is_some_and(|slice| !slice.is_empty()));
        }
    }
}
