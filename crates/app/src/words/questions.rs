//! The questions to the runner: texts of `advise`'s data, read once.

use super::german;
use super::language::{either, is_german};
use kneewise_advise::questions::{FindingText, FlagText, Questions};
use kneewise_types::RedFlagQuestion;
use kneewise_types::assessment::PatternSign;
use kneewise_types::symptom::FindingCode;
use std::sync::LazyLock;

static QUESTIONS: LazyLock<Questions<'static>> = LazyLock::new(kneewise_advise::questions::questions);

/// A safety question; yes is the answer that matters.
#[must_use]
pub fn flag(question: RedFlagQuestion) -> &'static str {
    if is_german() {
        return german::questions::flag(question).0;
    }
    of_flag(question).map_or("", |flag| flag.text)
}

/// A safety question in a few words.
#[must_use]
pub fn flag_label(question: RedFlagQuestion) -> &'static str {
    if is_german() {
        return german::questions::flag(question).1;
    }
    of_flag(question).map_or("", |flag| flag.label)
}

fn of_flag(question: RedFlagQuestion) -> Option<&'static FlagText<'static>> {
    QUESTIONS.flags.iter().find(|flag| flag.id == question)
}

/// A question of the pattern screen.
#[must_use]
pub fn finding(code: FindingCode) -> &'static str {
    if is_german() {
        return german::questions::finding(code).0;
    }
    of_finding(code).map_or("", |finding| finding.text)
}

/// An answer in a few words, in the middle of a sentence.
#[must_use]
pub fn answer(code: FindingCode, is_present: bool) -> &'static str {
    if is_german() {
        let (_, yes, no) = german::questions::finding(code);
        return if is_present { yes } else { no };
    }
    of_finding(code).map_or("", |finding| if is_present { finding.yes } else { finding.no })
}

fn of_finding(code: FindingCode) -> Option<&'static FindingText<'static>> {
    QUESTIONS.findings.iter().find(|finding| finding.id == code)
}

/// One sign of the pattern screen in a few words.
#[must_use]
pub fn sign(sign: PatternSign) -> String {
    match sign {
        PatternSign::Region(place) => format!("{} {}", either("pain", "Schmerz"), super::knee::region(place)),
        PatternSign::Finding(found) => answer(found.code, found.is_present).to_owned(),
    }
}
