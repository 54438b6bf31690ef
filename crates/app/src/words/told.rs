//! Lines of readers, forms and the database as a page says them: made in English, said in the language of the page.

use super::german;
use super::language::is_german;
use super::numbers::capital;

/// A line as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub text: String,
    /// Whether it stands in English on a page that is not: marked as such for those who listen to it.
    pub is_foreign: bool,
}

impl Told {
    /// A line that a reader made, in English.
    #[must_use]
    pub fn of_reader(english: &str) -> Self {
        if !is_german() {
            return Self { text: english.to_owned(), is_foreign: false };
        }
        match german::told::line(english) {
            Some(text) => Self { text: capital(&text), is_foreign: false },
            None => Self { text: english.to_owned(), is_foreign: true },
        }
    }
}

/// Why a request was not taken: a line of a reader in English, or one that a page said in its own language.
#[must_use]
pub fn trouble(line: &str) -> String {
    let german = if is_german() { german::told::line(line) } else { None };
    capital(&german.unwrap_or_else(|| line.to_owned()))
}

#[cfg(test)]
mod test {
    use super::*;
    use crate::words::language::{Language, speak};

    #[test]
    fn a_line_is_said_in_the_language_of_the_page_or_marked() {
        let line = "it is a PDF document";
        assert_eq!(Told::of_reader(line), Told { text: line.to_owned(), is_foreign: false });
        speak(Language::German, || {
            assert_eq!(
                Told::of_reader(line),
                Told { text: "Das ist ein PDF.".to_owned(), is_foreign: false }
            );
            let unknown = Told::of_reader("nobody says this");
            assert_eq!((unknown.text.as_str(), unknown.is_foreign), ("nobody says this", true));
            assert_eq!(trouble("kind: left or right"), "Kind: `left` oder `right`");
            assert_eq!(trouble("wähle zuerst eine Datei"), "Wähle zuerst eine Datei");
        });
    }
}
