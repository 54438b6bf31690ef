//! The questions a clinician edits, read from `data/questions.toml`.
//!
//! What: the safety questions (clinical text B.4) and those of the pattern screen (B.3), in own plain words.
//! Source: clinical text B.3, B.4, key `rule`. Grade D. Never: which of them is due; `analyse` decides that.

use kneewise_types::RedFlagQuestion;
use kneewise_types::symptom::FindingCode;
use serde::Deserialize;

/// The file, part of the program.
pub(crate) const FILE: &str = include_str!("../data/questions.toml");

/// Everything in the file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questions<'a> {
    #[serde(rename = "flag", borrow)]
    pub flags: Vec<FlagText<'a>>,
    #[serde(rename = "finding", borrow)]
    pub findings: Vec<FindingText<'a>>,
}

/// One safety question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FlagText<'a> {
    pub id: RedFlagQuestion,
    pub text: &'a str,
    /// What a yes means, in a few words.
    pub label: &'a str,
}

/// One question of the pattern screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingText<'a> {
    pub id: FindingCode,
    pub text: &'a str,
    /// The answers in a few words, in the middle of a sentence.
    pub yes: &'a str,
    pub no: &'a str,
}

/// The file as data. A file that cannot be read gives no texts; a test keeps that from being shipped.
#[must_use]
pub fn questions() -> Questions<'static> {
    toml::from_str(FILE).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every problem of a file, one line each.
    fn problems(file: &str) -> Vec<String> {
        let read: Questions<'_> = match toml::from_str(file) {
            Ok(read) => read,
            Err(error) => return vec![format!("cannot be read: {}", error.message())],
        };
        let mut found = Vec::new();
        for id in RedFlagQuestion::ALL {
            let times = read.flags.iter().filter(|flag| flag.id == *id).count();
            if times != 1 {
                found.push(format!("`{}` occurs {times} times", id.code()));
            }
        }
        for id in FindingCode::ALL {
            let times = read.findings.iter().filter(|finding| finding.id == *id).count();
            if times != 1 {
                found.push(format!("`{}` occurs {times} times", id.code()));
            }
        }
        let flags = read.flags.iter().map(|flag| (flag.id.code(), flag.text, vec![flag.label]));
        let findings = read.findings.iter().map(|f| (f.id.code(), f.text, vec![f.yes, f.no]));
        for (id, text, shorts) in flags.chain(findings) {
            if !text.ends_with('?') && id != "all" || !text.starts_with(char::is_uppercase) {
                found.push(format!("`{id}`: the text is no question"));
            }
            for short in shorts {
                if short.is_empty() || short.ends_with(['.', '?']) || short.starts_with(char::is_uppercase) {
                    found.push(format!("`{id}`: `{short}` does not fit into a sentence"));
                }
            }
        }
        found
    }

    #[test]
    fn the_file_has_every_question_once_and_each_is_one() {
        let found = problems(FILE);
        assert!(found.is_empty(), "\n{}", found.join("\n"));
    }

    #[test]
    fn all_problems_are_named_at_once() {
        let broken = FILE.replacen("id = \"R4\"", "id = \"R5\"", 1).replacen(
            "yes = \"squatting hurts it\"",
            "yes = \"Squatting.\"",
            1,
        );
        let found = problems(&broken);
        assert!(found.contains(&"`R4` occurs 0 times".to_owned()), "{found:?}");
        assert!(found.contains(&"`R5` occurs 2 times".to_owned()), "{found:?}");
        assert!(found.contains(&"`F01`: `Squatting.` does not fit into a sentence".to_owned()), "{found:?}");
        assert_eq!(found.len(), 3, "{found:?}");
    }
}
