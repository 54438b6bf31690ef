//! How likely a text speaks of a sore knee, by what its words mean and how they follow each other: the last gate.
//!
//! What: a rule looks at a few words; people go on around them in ways that no rule lists. A proposal whose
//!   surroundings are told more often of knees that are well is left alone. One that names a side passes until they
//!   are twice as likely well, one with a number or left out of a praise ("all fine but the knee") until nine times.
//! Formula: a text is a row of signs: each phrase of the word lists by the names of its lists, numbers by their shape,
//!   every other word as it is. Signs and up to three in a row count, and so do a phrase and one of the next four, whatever
//!   words stand between. `chance = 1 / (1 + exp(-(w0 + sum of w / sqrt(n))))` over the `n` known ones around the quoted
//!   sentences; known are those of three lines or more. Weights by logistic regression with an L2 penalty on the open
//!   lines of `fixtures/notes` (`cargo xtask bench notes --write`).
//! Grade: D (own rule). What it takes back and what it costs on lines that it did not learn from: `cargo xtask bench notes`.
//! Limits: it was learnt from invented lines, half of them traps; it is no probability of real notes.

use super::labels::Label;
use super::phrases::Tag;
use super::scene::Scene;
use super::tokens::{Gap, Number, Token};
use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

/// How a complaint is told: the plainer, the less its surroundings must speak for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// It must be likelier a complaint than none.
    InWords,
    /// Whoever says which knee mostly means it.
    WithSide,
    /// So does whoever gives a number, or leaves the knee out of a praise.
    WithNumber,
}

impl Told {
    /// The least chance that it is a complaint, 0 to 1. On lines left out a higher one of any of the three takes back
    /// less than one wrong proposal for three right ones. Grade: D.
    const fn least(self) -> f64 {
        match self {
            Self::InWords => 0.5,
            Self::WithSide => 1.0 / 3.0,
            Self::WithNumber => 0.1,
        }
    }
}

/// Sentences before and after the quoted ones that are looked at too.
const AROUND: usize = 2;
/// The most signs in a row that count as one.
const LONGEST: usize = 3;
/// How many phrases later one still belongs to another.
const FARTHEST: usize = 4;
/// What the file calls the weight that every text has.
const ALWAYS: &str = "(always)";

const FILE: &str = include_str!("../../data/notes/odds.tsv");

/// Weights of signs and of signs in a row: natural logarithms of odds.
#[derive(Debug, Default)]
pub struct Odds {
    always: f64,
    weights: HashMap<String, f64>,
}

impl Odds {
    /// The weights that are shipped.
    #[must_use]
    pub fn shipped() -> Self {
        Self::parse(FILE)
    }

    /// Weights from lines of signs, a tab and a hundred times their weight. Lines that are none are left out.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut odds = Self::default();
        for line in text.lines().filter(|line| !line.starts_with("# ")) {
            let Some((signs, weight)) = line.split_once('\t') else { continue };
            let Ok(hundredths) = weight.parse::<i32>() else { continue };
            let weight = f64::from(hundredths) / 100.0;
            if signs == ALWAYS {
                odds.always = weight;
            } else {
                odds.weights.insert(signs.to_owned(), weight);
            }
        }
        odds
    }

    /// Whether a complaint in the sentences from `from` to `to` is likely enough, by those and the ones around.
    /// Without any weights it is.
    pub(super) fn speak_for(&self, scene: &Scene<'_>, (from, to): (usize, usize), told: Told) -> bool {
        if self.weights.is_empty() {
            return true;
        }
        let first = scene.tokens.partition_point(|token| token.sentence + AROUND < from);
        let end = scene.tokens.partition_point(|token| token.sentence <= to + AROUND);
        self.chance(&rows(&signs(scene, first, end))) >= told.least()
    }

    /// 0 to 1.
    fn chance(&self, rows: &BTreeSet<String>) -> f64 {
        let known = rows.iter().filter_map(|row| self.weights.get(row)).copied();
        let (count, sum) = known.fold((0_u32, 0.0), |(count, sum), weight| (count + 1, sum + weight));
        let logit = self.always + sum / f64::from(count.max(1)).sqrt();
        1.0 / (1.0 + libm::exp(-logit))
    }
}

/// All signs of a text, and those that follow each other.
pub(super) fn said(scene: &Scene<'_>) -> BTreeSet<String> {
    rows(&signs(scene, 0, scene.tokens.len()))
}

/// One to three signs in a row, and phrases (also numbers and questions) that follow each other, each once.
fn rows(signs: &[Cow<'_, str>]) -> BTreeSet<String> {
    let rows = (1..=LONGEST).flat_map(|length| signs.windows(length).map(|row| row.join(" ")));
    let is_phrase =
        |sign: &&Cow<'_, str>| sign.starts_with('#') || SHAPES.contains(&sign.as_ref()) || *sign == "?";
    let phrases: Vec<&Cow<'_, str>> = signs.iter().filter(is_phrase).collect();
    let pairs = phrases.iter().enumerate().flat_map(|(at, first)| {
        let next = phrases.iter().skip(at + 1).take(FARTHEST);
        next.map(move |second| format!("{first} > {second}"))
    });
    rows.chain(pairs).collect()
}

/// What stands from one token to another; ends of sentences and clauses and questions are signs too.
fn signs<'s>(scene: &Scene<'s>, first: usize, end: usize) -> Vec<Cow<'s, str>> {
    let mut signs = vec![Cow::Borrowed("^")];
    let mut at = first;
    while let Some(token) = scene.tokens.get(at).filter(|_| at < end) {
        match token.gap {
            _ if at == first => {}
            Gap::Stop => signs.push(".".into()),
            Gap::Bracket | Gap::Comma | Gap::Dash => signs.push(",".into()),
            Gap::Glued | Gap::Space | Gap::Colon | Gap::Slash => {}
        }
        let tag = tag_at(scene, at);
        let next = tag.map_or(at + 1, |tag| tag.end.max(at + 1));
        signs.push(match (tag, token.number) {
            (Some(tag), _) => name(tag).into(),
            (None, Some(number)) => shape(number).into(),
            (None, None) => Cow::Borrowed(&token.word),
        });
        let words: &[Token] = scene.tokens.get(at..next).unwrap_or_default();
        if words.iter().any(|token| token.is_asked) {
            signs.push("?".into());
        }
        at = next;
    }
    signs.push("$".into());
    signs
}

/// How numbers stand among the signs: up to ten, more, none and some of so many, a time of day.
const SHAPES: [&str; 5] = ["9", "99", "0/", "9/", "9:"];

fn shape(number: Number) -> &'static str {
    let [few, many, none_of, some_of, clock] = SHAPES;
    match number {
        Number { is_clock: true, .. } => clock,
        Number { of: Some(_), value, .. } if value <= 0.0 => none_of,
        Number { of: Some(_), .. } => some_of,
        Number { value, .. } if value <= 10.0 => few,
        _ => many,
    }
}

/// The phrase that begins at a token, of the first layer that has one.
fn tag_at<'s>(scene: &'s Scene<'_>, at: usize) -> Option<&'s Tag> {
    [&scene.main, &scene.beside, &scene.side, &scene.time, &scene.count]
        .into_iter()
        .find_map(|layer| layer.iter().find(|tag| tag.first == at))
}

/// The lists that a phrase stands in; both sides are alike.
fn name(tag: &Tag) -> String {
    let lists = Label::ALL.iter().filter(|(label, ..)| tag.meaning.is(*label));
    let names: BTreeSet<String> = lists
        .map(|(label, section, list, _)| match label {
            Label::Left | Label::Right | Label::ShortLeft | Label::ShortRight => "#side".to_owned(),
            _ if list.is_empty() => format!("#{section}"),
            _ => format!("#{section}.{list}"),
        })
        .collect();
    names.into_iter().collect::<Vec<_>>().concat()
}

#[cfg(test)]
mod tests {
    use super::super::Miner;
    use super::*;

    fn said(text: &str) -> BTreeSet<String> {
        Miner::with_odds(Odds::default()).signs(text)
    }

    #[test]
    fn phrases_stand_by_their_lists_and_everything_else_as_it_is() {
        let said = said("Left knee sore for 12 miles? Zebra crossing.");
        for wanted in ["#side", "^ #side #knee.one", "#knee.one", "zebra", ". zebra", "99"] {
            assert!(said.contains(wanted), "{wanted}: {said:?}");
        }
        assert!(said.contains("#knee.one > 99") && said.contains("99 > ?"), "{said:?}");
        assert!(!said.contains("left") && !said.contains("12"), "{said:?}");
        assert!(said.iter().any(|row| row.contains('?')) && said.iter().any(|row| row.ends_with(" $")));
        assert_eq!(said, Miner::new().signs("Right knee sore for 13 miles? Zebra crossing."));
    }

    #[test]
    fn numbers_stand_by_their_shape() {
        for (text, wanted) in [
            ("Knee 7", "#knee.one 9"),
            ("Knee 12", "#knee.one 99"),
            ("Knee 0/10", "#knee.one 0/"),
            ("Knee 3/10", "#knee.one 9/"),
            ("Knee 7:30", "#knee.one 9:"),
        ] {
            assert!(said(text).contains(wanted), "{text}: {:?}", said(text));
        }
    }

    #[test]
    fn a_text_without_a_knee_has_no_signs() {
        assert!(said("Easy ten along the river").is_empty());
    }

    #[test]
    fn chances_follow_the_weights() {
        let odds = Odds::parse("# of two\n(always)\t-100\na\t300\na b\t-400\nbroken line\nx\ty\n");
        let chance = |rows: &[&str]| odds.chance(&rows.iter().map(|row| (*row).to_owned()).collect());
        let logistic = |x: f64| 1.0 / (1.0 + libm::exp(-x));
        assert!((chance(&["c"]) - logistic(-1.0)).abs() < 1e-12);
        assert!((chance(&["a", "c"]) - logistic(2.0)).abs() < 1e-12);
        assert!((chance(&["a", "a b"]) - logistic(-1.0 - 1.0 / 2.0_f64.sqrt())).abs() < 1e-12);
    }

    /// A reader to whom every text has the same chance, as log odds in hundredths.
    fn even(hundredths: i32) -> Miner {
        Miner::with_odds(Odds::parse(&format!("(always)\t{hundredths}\nno sign of a text\t0\n")))
    }

    #[test]
    fn what_stands_far_away_does_not_count() {
        let miner = Miner::with_odds(Odds::parse("(always)\t0\nzebra\t-900\n"));
        let is_read = |text: &str| !miner.read(text).is_empty();
        assert!(!is_read("Zebra. One. Knee sore."));
        assert!(is_read("Zebra. One. Two. Knee sore."));
    }

    #[test]
    fn words_need_a_half_a_side_a_third_and_a_number_a_tenth() {
        // Log odds of a half, a third and a tenth: 0, -0.693, -2.197.
        for (least, texts) in [
            (0, &["Knee sore"][..]),
            (-69, &["Left knee sore", "Both knees sore"]),
            (-219, &["Knee 4/10", "Left knee 4/10", "Everything fine except my knee"]),
        ] {
            for text in texts {
                assert!(!even(least).read(text).is_empty(), "taken back: {text}");
                assert!(even(least - 1).read(text).is_empty(), "left: {text}");
            }
        }
    }

    /// Everything wrong with the file.
    fn problems(file: &str) -> Vec<String> {
        let rows: Vec<&str> = file.lines().filter(|line| !line.starts_with("# ")).collect();
        let is_row =
            |line: &&str| line.split_once('\t').is_some_and(|(_, weight)| weight.parse::<i32>().is_ok());
        let mut found: Vec<String> =
            rows.iter().filter(|line| !is_row(line)).map(|line| format!("no weight: {line}")).collect();
        let keys: Vec<&str> = rows.iter().filter_map(|line| line.split('\t').next()).collect();
        found
            .extend(keys.windows(2).filter(|pair| pair[0] >= pair[1]).map(|pair| format!("order: {pair:?}")));
        if !keys.contains(&ALWAYS) {
            found.push(format!("{ALWAYS} is missing"));
        }
        found
    }

    #[test]
    fn the_weights_that_are_shipped_are_rows_in_order() {
        let found = problems(FILE);
        assert!(found.is_empty(), "{} problems:\n{}", found.len(), found.join("\n"));
        assert_eq!(problems("b\t1\na\tx\n").len(), 3);
    }
}
