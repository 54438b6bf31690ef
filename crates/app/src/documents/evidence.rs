//! Every source and every rule, read from the project's own documents: `docs/evidence.md` and `docs/rules.md`.

use super::SCHEMA;
use crate::words::sources;
use serde::Serialize;
use std::sync::LazyLock;
use utoipa::ToSchema;

const SOURCES: &str = include_str!("../../../../docs/evidence.md");
const RULES: &str = include_str!("../../../../docs/rules.md");

static ALL: LazyLock<Document> = LazyLock::new(|| {
    let rules: Vec<Rule> = RULES.split("\n## ").skip(1).filter_map(Rule::read).collect();
    let sources = SOURCES.lines().filter_map(|line| Source::read(line, &rules)).collect();
    Document { schema: SCHEMA, sources, rules }
});

/// What the answers rest on.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Evidence)]
pub struct Document {
    pub schema: u32,
    pub sources: Vec<Source>,
    pub rules: Vec<Rule>,
}

/// One source.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EvidenceSource)]
pub struct Source {
    /// As reasons name it.
    pub key: String,
    pub name: String,
    pub citation: String,
    /// Where it can be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doi: Option<String>,
    /// What we use of it.
    pub used_for: String,
    /// Page, table or part that was read.
    pub place: String,
    /// A to D; a double grade counts as its lower letter.
    pub grade: String,
    /// How far somebody read it: `abstract`, `page`, `memory`, `ours`.
    pub checked_by: String,
    /// Ids of the rules that name it.
    pub rules: Vec<String>,
}

/// One metric, cause or rule.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EvidenceRule)]
pub struct Rule {
    /// The code of a sign, such as `L6`, else made of its file.
    pub id: String,
    pub title: String,
    pub file: String,
    /// Formula, units, source, grade, limits, in the words of the file.
    pub parts: Vec<RulePart>,
    /// Keys of its sources.
    pub sources: Vec<String>,
}

/// One part of a rule.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = EvidenceRulePart)]
pub struct RulePart {
    /// `What`, `Formula`, `Units`, `Source`, `Grade`, `Limits`, `Against it`, `Says nothing`.
    pub label: String,
    pub text: String,
}

/// Every source and every rule.
#[must_use]
pub fn document() -> &'static Document {
    &ALL
}

impl Source {
    /// A row of the table.
    fn read(line: &str, rules: &[Rule]) -> Option<Self> {
        let cells: Vec<&str> = line.strip_prefix("| `")?.split(" | ").collect();
        let [key, citation, used_for, place, grade, checked_by] = cells.as_slice() else { return None };
        let key = key.trim_end_matches('`');
        let (citation, doi) = match citation.split_once(", doi ") {
            Some((citation, doi)) => (citation, Some(doi.to_owned())),
            None => (*citation, None),
        };
        let is_of = |rule: &&Rule| rule.sources.iter().any(|source| source == key);
        Some(Self {
            key: key.to_owned(),
            name: sources::name(key).unwrap_or_default().to_owned(),
            citation: citation.to_owned(),
            doi,
            used_for: (*used_for).to_owned(),
            place: (*place).to_owned(),
            grade: (*grade).to_owned(),
            checked_by: checked_by.trim_end_matches([' ', '|']).to_owned(),
            rules: rules.iter().filter(is_of).map(|rule| rule.id.clone()).collect(),
        })
    }
}

impl Rule {
    /// A section without its `## `.
    fn read(section: &str) -> Option<Self> {
        let mut lines = section.lines().filter(|line| !line.is_empty());
        let title = lines.next()?;
        let file = lines.next()?.trim_matches('`');
        let parts: Vec<RulePart> = lines
            .filter_map(|line| line.strip_prefix("- **")?.split_once("**: "))
            .map(|(label, text)| RulePart { label: label.to_owned(), text: text.to_owned() })
            .collect();
        let words = parts.iter().flat_map(|part| part.text.split(|letter: char| !letter.is_alphanumeric()));
        let mut sources: Vec<String> = words.filter(|word| is_source(word)).map(str::to_owned).collect();
        sources.sort_unstable();
        sources.dedup();
        let code = code(title).filter(|_| file.contains("/causes/"));
        let id = code.map_or_else(|| anchor(file), str::to_owned);
        Some(Self { id, title: title.to_owned(), file: file.to_owned(), parts, sources })
    }

    /// The grade as it is told.
    #[must_use]
    pub fn grade(&self) -> &str {
        let told = self.parts.iter().find(|part| part.label == "Grade");
        told.map_or("", |part| part.text.as_str())
    }
}

/// Whether a word is the key of a source; "rule" is one in backticks alone.
fn is_source(word: &str) -> bool {
    word != "rule" && !word.is_empty() && SOURCES.contains(&format!("| `{word}` |"))
}

/// `L6` of "L6, against load: …".
fn code(title: &str) -> Option<&str> {
    let word = title.split([',', ':', ' ']).next()?;
    let (letters, digits): (Vec<char>, Vec<char>) = word.chars().partition(char::is_ascii_uppercase);
    let is_code = word.len() <= 4
        && (1..=2).contains(&letters.len())
        && !digits.is_empty()
        && digits.iter().all(char::is_ascii_digit);
    is_code.then_some(word)
}

/// `analyse-knee-what-if` of its file.
fn anchor(file: &str) -> String {
    let path = file.strip_prefix("crates/").unwrap_or(file).replace("/src/", "/");
    path.trim_end_matches(".rs").replace(['/', '_'], "-")
}

#[cfg(test)]
mod test {
    use super::*;
    use kneewise_types::assessment::CauseRow;
    use std::collections::BTreeSet;

    #[test]
    fn every_row_and_every_section_is_read() {
        let all = document();
        let rows = SOURCES.lines().filter(|line| line.starts_with("| `")).count();
        assert_eq!(all.sources.len(), rows);
        assert_eq!(all.rules.len(), RULES.matches("\n## ").count());
        assert!(all.rules.len() > 100 && rows > 60);
        let ids: BTreeSet<&str> = all.rules.iter().map(|rule| rule.id.as_str()).collect();
        assert_eq!(ids.len(), all.rules.len(), "an anchor leads to one rule");
        for rule in &all.rules {
            assert!(!rule.grade().is_empty(), "{} has no grade", rule.file);
            assert!(rule.parts.iter().any(|part| part.label == "Formula"), "{}", rule.file);
        }
        let spike = all.sources.iter().find(|source| source.key == "S75").unwrap();
        assert_eq!(spike.doi.as_deref(), Some("10.1136/bjsports-2024-109380"));
        assert!(spike.rules.len() > 1, "{:?}", spike.rules);
    }

    #[test]
    fn every_sign_of_the_causes_has_its_rule() {
        let ids: BTreeSet<&str> = document().rules.iter().map(|rule| rule.id.as_str()).collect();
        for row in CauseRow::ALL {
            assert!(ids.contains(row.code()), "{} has no rule", row.code());
        }
    }
}
