//! Fields of the form: scales of pain and choices of one word, filled with what is known.

use crate::words::pages::diary::Diary as Texts;
use kneewise_types::{GivingWay, Locking, NightPain, PainScore, Swelling, SymptomEntry};

/// A scale from 0 to 10.
#[derive(Debug, Clone)]
pub struct Scale {
    pub column: &'static str,
    pub title: &'static str,
    chosen: Option<u8>,
}

impl Scale {
    #[must_use]
    pub fn new(column: &'static str, title: &'static str, known: Option<PainScore>) -> Self {
        Self { column, title, chosen: known.map(PainScore::points) }
    }

    /// Whether this number is what is known.
    #[must_use]
    pub fn is(&self, points: &u8) -> bool {
        self.chosen == Some(*points)
    }
}

/// A question with a few words as answers.
#[derive(Debug, Clone)]
pub struct Field {
    pub column: &'static str,
    pub title: &'static str,
    pub options: Vec<Word>,
}

/// One answer.
#[derive(Debug, Clone)]
pub struct Word {
    pub value: &'static str,
    pub name: &'static str,
    pub is_chosen: bool,
    /// "None of these" chooses it.
    pub is_none: bool,
}

fn field(
    column: &'static str,
    title: &'static str,
    known: Option<&str>,
    options: &[(&'static str, &'static str)],
) -> Field {
    let words = options.iter().enumerate().map(|(at, (value, name))| Word {
        value,
        name,
        is_chosen: known == Some(*value),
        is_none: at == 0,
    });
    Field { column, title, options: words.collect() }
}

/// Swelling, locking, giving way, pain at night.
#[must_use]
pub fn signs(entry: &SymptomEntry) -> Vec<Field> {
    let t = Texts;
    vec![
        field(
            "swelling",
            t.swelling(),
            entry.swelling.map(Swelling::code),
            &[("0", t.none()), ("1", t.slight()), ("2", t.clear()), ("3", t.tense())],
        ),
        field(
            "locking",
            t.locking(),
            entry.locking.map(Locking::code),
            &[("none", t.no()), ("catches", t.catches()), ("stuck", t.stuck())],
        ),
        field(
            "giving_way",
            t.giving_way(),
            entry.giving_way.map(GivingWay::code),
            &[("none", t.no()), ("unsure", t.unsure()), ("buckled", t.buckled())],
        ),
        field(
            "night_pain",
            t.night(),
            entry.night_pain.map(NightPain::code),
            &[("none", t.no()), ("turning", t.turning()), ("wakes", t.wakes())],
        ),
    ]
}

/// Limp and painkiller.
#[must_use]
pub fn flags(entry: &SymptomEntry) -> Vec<Field> {
    let t = Texts;
    let word = |flag: Option<bool>| flag.map(|is| if is { "1" } else { "0" });
    let answers = [("0", t.no()), ("1", t.yes())];
    vec![
        field("limp", t.limp(), word(entry.has_limp), &answers),
        field("medicine", t.medicine(), word(entry.has_medicine), &answers),
    ]
}
