//! The items of a questionnaire, as a therapist who may use them supplies them in a file.

use crate::cli::failure::{Failure, io_reason};
use kneewise_analyse::scores::scale;
use kneewise_types::Instrument;
use serde::Deserialize;
use std::path::Path;

/// The file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Items {
    instrument: String,
    #[serde(default)]
    pub items: Vec<Item>,
}

/// One item with its answers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    pub text: String,
    #[serde(default)]
    pub answers: Vec<Answer>,
}

/// One answer and its points.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    pub text: String,
    pub points: u8,
    /// Item 8 of VISA-P: the branch that this answer belongs to.
    pub branch: Option<String>,
}

impl Items {
    /// Reads a file for one questionnaire; everything wrong with it is said at once.
    #[expect(clippy::disallowed_methods, reason = "the app reads what it is told to")]
    pub fn read(path: &Path, wanted: Instrument) -> Result<Self, Failure> {
        let text = std::fs::read_to_string(path).map_err(|error| {
            Failure::CannotDo(format!("cannot read `{}`: {}", path.display(), io_reason(&error)))
        })?;
        Self::parse(&text, wanted)
            .map_err(|what| Failure::NothingUsable(format!("`{}`: {what}", path.display())))
    }

    fn parse(text: &str, wanted: Instrument) -> Result<Self, String> {
        let items: Self = toml::from_str(text).map_err(|error| error.message().to_owned())?;
        let problems = items.problems(wanted);
        if problems.is_empty() { Ok(items) } else { Err(problems.join("; ")) }
    }

    fn problems(&self, wanted: Instrument) -> Vec<String> {
        let mut found = Vec::new();
        if Instrument::from_code(&self.instrument) != Some(wanted) {
            found.push(format!("it is for `{}`, not for `{}`", self.instrument, wanted.code()));
        }
        let need = scale(wanted).items;
        if self.items.len() != need {
            found.push(format!("{} has {need} items, the file has {}", wanted.code(), self.items.len()));
        }
        for (at, item) in self.items.iter().enumerate() {
            let number = at + 1;
            if item.text.trim().is_empty() {
                found.push(format!("item {number} has no text"));
            }
            if item.answers.is_empty() {
                found.push(format!("item {number} has no answers"));
            }
            for answer in &item.answers {
                let branch = answer.branch.as_deref().and_then(|branch| branch.chars().next());
                if !scale(wanted).allowed(at, branch).contains(&answer.points) {
                    found.push(format!("item {number} cannot give {} points", answer.points));
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::super::answered;
    use super::*;
    use crate::cli::ask::Dialogue;

    fn file(item: &str, items: usize) -> String {
        format!("instrument = \"uwri\"\n{}", item.repeat(items))
    }

    const ITEM: &str = "[[items]]\ntext = \"How is it?\"\nanswers = [{ text = \"bad\", points = 0 }, { text = \"good\", points = 4 }]\n";

    #[test]
    fn every_problem_is_said_at_once() {
        let text = format!(
            "{}{}",
            file(ITEM, 7),
            "[[items]]\ntext = \"\"\nanswers = [{ text = \"x\", points = 9 }]\n"
        );
        assert_eq!(
            Items::parse(&text, Instrument::Uwri).unwrap_err(),
            "uwri has 9 items, the file has 8; item 8 has no text; item 8 cannot give 9 points"
        );
        assert_eq!(
            Items::parse(&file(ITEM, 9), Instrument::Lefs).unwrap_err(),
            "it is for `uwri`, not for `lefs`; lefs has 20 items, the file has 9"
        );
    }

    #[test]
    fn items_are_asked_in_order_and_one_may_stay_open() {
        let items = Items::parse(&file(ITEM, 9), Instrument::Uwri).unwrap();
        let mut said = Vec::new();
        let mut dialogue = Dialogue::new("2\n1\n\n2\n2\n2\n2\n2\n2\n".as_bytes(), &mut said);
        let (answers, branch) = answered(&items, &mut dialogue).unwrap();
        assert_eq!((answers.as_str(), branch), ("4|0|-|4|4|4|4|4|4", None));
        assert!(String::from_utf8(said).unwrap().contains("9. How is it?"));
    }
}
