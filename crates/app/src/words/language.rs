//! The language that is spoken: ambient for the length of one answer, English unless said otherwise.
//!
//! An answer is made on one thread from beginning to end, so hundreds of sentences need not carry an argument. That none is
//! missing in a language is held by the compiler for `texts!`, and by the galleries for the rest.

use std::cell::Cell;

/// A language the program speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    #[default]
    English,
    German,
}

impl Language {
    /// All of them, as the settings list them.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// The tag used in HTML, settings and `Accept-Language`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en-GB",
            Self::German => "de",
        }
    }

    /// The name in the language itself.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// The language of a tag such as `de-AT`, if it is spoken.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', ';']).next().unwrap_or_default().trim().to_ascii_lowercase();
        match primary.as_str() {
            "en" => Some(Self::English),
            "de" => Some(Self::German),
            _ => None,
        }
    }

    /// The first language of an `Accept-Language` that is spoken; browsers send them in the order of preference.
    #[must_use]
    pub fn accepted(header: &str) -> Option<Self> {
        header.split(',').find_map(Self::from_tag)
    }
}

thread_local! {
    static SPOKEN: Cell<Language> = const { Cell::new(Language::English) };
}

/// The language of this answer.
#[must_use]
pub fn language() -> Language {
    SPOKEN.get()
}

/// Of two sayings the one of the language of this answer.
#[must_use]
pub fn either<T>(english: T, german: T) -> T {
    match language() {
        Language::English => english,
        Language::German => german,
    }
}

/// Whether German is spoken.
#[must_use]
pub fn is_german() -> bool {
    language() == Language::German
}

/// Speaks a language while `say` runs, and the one before afterwards.
pub fn speak<T>(language: Language, say: impl FnOnce() -> T) -> T {
    struct Back(Language);
    impl Drop for Back {
        fn drop(&mut self) {
            SPOKEN.set(self.0);
        }
    }
    let _back = Back(SPOKEN.replace(language));
    say()
}

/// The texts of one page, each in every language; a key that is misspelt or not translated does not compile.
///
/// ```text
/// texts! { /// The texts of home.
///     Home {
///         today: "Today", "Heute";
///         files(read: &str): "{read} files read", "{read} Dateien gelesen";
///     }
/// }
/// ```
macro_rules! texts {
    ($(#[$about:meta])* $name:ident {
        $($key:ident $(($($argument:ident: $kind:ty),+))? : $english:literal, $german:literal;)+
    }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
        pub struct $name;

        impl $name {
            $($crate::words::language::texts!(@one $key $(($($argument: $kind),+))? $english, $german);)+
        }
    };
    (@one $key:ident $english:literal, $german:literal) => {
        #[must_use]
        pub fn $key(&self) -> &'static str {
            match $crate::words::language::language() {
                $crate::words::language::Language::English => $english,
                $crate::words::language::Language::German => $german,
            }
        }
    };
    (@one $key:ident ($($argument:ident: $kind:ty),+) $english:literal, $german:literal) => {
        #[must_use]
        pub fn $key(&self, $($argument: $kind),+) -> String {
            match $crate::words::language::language() {
                $crate::words::language::Language::English => format!($english),
                $crate::words::language::Language::German => format!($german),
            }
        }
    };
}
pub(crate) use texts;

#[cfg(test)]
mod test {
    use super::*;

    texts! {
        /// For the test.
        Sample {
            today: "Today", "Heute";
            files(read: u32): "{read} files", "{read} Dateien";
        }
    }

    #[test]
    fn a_language_is_spoken_for_one_answer() {
        let say = || (Sample.today(), Sample.files(3));
        assert_eq!(say(), ("Today", "3 files".to_owned()));
        assert_eq!(speak(Language::German, say), ("Heute", "3 Dateien".to_owned()));
        assert_eq!(language(), Language::English);
    }

    #[test]
    fn the_first_spoken_language_is_taken() {
        assert_eq!(Language::accepted("fr-CH, de;q=0.9, en;q=0.8"), Some(Language::German));
        assert_eq!(Language::accepted("en-US,en;q=0.5"), Some(Language::English));
        assert_eq!(Language::accepted("fr, *;q=0.1"), None);
    }
}
