//! What the last gate of the notes learns: from labelled lines to the weights of signs and of signs in a row.
//!
//! ```text
//! fixtures/notes ─lines─▶ open lines ─signs─▶ rows ─fit─▶ weights ─▶ data/notes/odds.tsv
//! ```
//!
//! The held half of the five first files and the unseen parts of the grown one are never learnt from.

mod fit;
mod lines;

pub use lines::{Line, lines};

use fit::{Row, fit};
use kneewise_analyse::notes::{Miner, Odds};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Signs in fewer lines say nothing yet.
const LEAST_LINES: usize = 3;

const HEAD: &str = "\
# How much a sign, or up to three in a row, speaks for a complaint of the runner's own knee: a hundred times its log odds.
# #section.list is a phrase of that list, ^ and $ are the ends of a note, 9 and 99 are numbers (of so many with /, a time with :), > skips what stands between. How they are used: src/notes/odds.rs.
# Made by `cargo xtask bench notes --write` from the open lines of fixtures/notes; do not edit.
";

/// The file of weights that some lines teach.
#[must_use]
pub fn learn<'a>(lines: impl IntoIterator<Item = &'a Line>) -> String {
    let miner = Miner::with_odds(Odds::default());
    let said: Vec<(BTreeSet<String>, bool)> =
        lines.into_iter().map(|line| (miner.signs(&line.text), line.is_symptom)).collect();
    let columns = columns(&said);
    let rows: Vec<Row> = said
        .iter()
        .map(|(said, is_symptom)| Row {
            columns: said.iter().filter_map(|said| columns.get(said.as_str())).copied().collect(),
            is_symptom: *is_symptom,
        })
        .collect();
    let model = fit(&rows, columns.len());
    let mut weights: BTreeMap<&str, f64> =
        columns.iter().filter_map(|(said, column)| Some((*said, *model.weights.get(*column)?))).collect();
    weights.insert("(always)", model.always);
    let mut text = HEAD.to_owned();
    for (said, weight) in weights {
        // What rounds to nothing still counts among what is known of a text.
        let _ = writeln!(text, "{said}\t{:.0}", weight * 100.0);
    }
    text.replace("\t-0\n", "\t0\n")
}

/// Signs and rows of signs that stand in enough lines, numbered in their order.
fn columns(said: &[(BTreeSet<String>, bool)]) -> BTreeMap<&str, usize> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for said in said.iter().flat_map(|(said, _)| said) {
        *counts.entry(said).or_default() += 1;
    }
    counts.retain(|_, count| *count >= LEAST_LINES);
    counts.into_keys().enumerate().map(|(column, said)| (said, column)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shipped_is_what_the_open_lines_teach() {
        let lines = lines().unwrap();
        let learnt = learn(lines.iter().filter(|line| line.is_open()));
        let shipped = include_str!("../../crates/analyse/data/notes/odds.tsv");
        let rows = |text: &str| -> Vec<(String, i32)> {
            let rows = text.lines().filter(|line| !line.starts_with("# "));
            rows.map(|line| line.split_once('\t').unwrap())
                .map(|(said, weight)| (said.to_owned(), weight.parse().unwrap()))
                .collect()
        };
        let (learnt, shipped) = (rows(&learnt), rows(shipped));
        let is_same = |((said, weight), (other, kept)): (&(String, i32), &(String, i32))| {
            // The last digit may differ between processors.
            said == other && (weight - kept).abs() <= 1
        };
        let same = learnt.iter().zip(&shipped).filter(|pair| is_same(*pair)).count();
        assert!(
            same == learnt.len() && same == shipped.len(),
            "{same} of {} weights are as learnt: run `cargo xtask bench notes --write`",
            learnt.len()
        );
    }

    #[test]
    fn no_line_that_figures_are_told_of_is_learnt_from() {
        let lines = lines().unwrap();
        let closed = lines.iter().filter(|line| !line.is_open()).count();
        let counts = |set: &str| lines.iter().filter(|line| line.set == set).count();
        let unseen = counts("unseen") + counts("sided-unseen") + counts("numbers-unseen");
        assert_eq!(closed, counts("held") + unseen);
        assert!(counts("held") > 300 && unseen > 2300 && counts("learn") > 2600);
        let open: BTreeSet<&str> =
            lines.iter().filter(|line| line.is_open()).map(|line| line.text.as_str()).collect();
        let twice: Vec<&str> = lines
            .iter()
            .filter(|line| !line.is_open() && open.contains(line.text.as_str()))
            .map(|line| line.text.as_str())
            .collect();
        assert!(twice.is_empty(), "{} closed lines are open too", twice.len());
    }
}
