//! `cargo xtask bench notes`: what the rules propose on lines that they were not made on, and what the last gate takes back.
//!
//! `--write` keeps the weights of the gate, learnt from all open lines, as data.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::disallowed_methods, reason = "the task keeps its weights as data")]

use kneewise_analyse::notes::{Miner, Odds};
use kneewise_bench::learning::{Line, learn, lines};
use std::path::Path;

/// The open lines are left out by parts of so many.
const PARTS: usize = 5;

fn main() -> std::io::Result<()> {
    let lines = lines()?;
    let open: Vec<&Line> = lines.iter().filter(|line| line.is_open()).collect();
    let learnt = learn(open.iter().copied());
    if std::env::args().any(|argument| argument == "--write") {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/analyse/data/notes/odds.tsv");
        std::fs::write(file, &learnt)?;
    }
    println!("notes: {} open lines teach {} weights", open.len(), learnt.lines().count());
    println!(
        "  the rules were made on the open lines: of the gate's cost they show something, of the rules nothing"
    );
    let bare = Miner::with_odds(Odds::default());
    let (rules, gated) = left_out(&open, &bare);
    show("open lines, rules alone", rules);
    show("  with a gate that did not learn them", gated);
    let gated = Miner::with_odds(Odds::parse(&learnt));
    for (set, name) in [
        ("unseen", "unseen lines"),
        ("sided-unseen", "unseen lines with a side"),
        ("numbers-unseen", "unseen lines with a number"),
    ] {
        let unseen: Vec<&Line> = lines.iter().filter(|line| line.set == set).collect();
        show(&format!("{name}, rules alone"), count(&bare, &unseen));
        show("  with the gate", count(&gated, &unseen));
    }
    Ok(())
}

/// Right, wrong and missed.
#[derive(Debug, Clone, Copy, Default)]
struct Figures {
    right: u32,
    wrong: u32,
    missed: u32,
}

impl Figures {
    fn plus(self, other: Self) -> Self {
        let Self { right, wrong, missed } = other;
        Self { right: self.right + right, wrong: self.wrong + wrong, missed: self.missed + missed }
    }
}

fn count(miner: &Miner, lines: &[&Line]) -> Figures {
    lines.iter().fold(Figures::default(), |sum, line| {
        let one = match (line.is_symptom, !miner.read(&line.text).is_empty()) {
            (true, true) => Figures { right: 1, ..Figures::default() },
            (true, false) => Figures { missed: 1, ..Figures::default() },
            (false, true) => Figures { wrong: 1, ..Figures::default() },
            (false, false) => Figures::default(),
        };
        sum.plus(one)
    })
}

/// Every part of the open lines read with a gate learnt from the other parts.
fn left_out(open: &[&Line], bare: &Miner) -> (Figures, Figures) {
    (0..PARTS).fold(Default::default(), |(rules, gated): (Figures, Figures), part| {
        let is_of_part = |at: usize| at % PARTS == part;
        let of = |wanted: bool| -> Vec<&Line> {
            let indexed = open.iter().enumerate().filter(|(at, _)| is_of_part(*at) == wanted);
            indexed.map(|(_, line)| *line).collect()
        };
        let (inside, outside) = (of(true), of(false));
        let miner = Miner::with_odds(Odds::parse(&learn(outside)));
        (rules.plus(count(bare, &inside)), gated.plus(count(&miner, &inside)))
    })
}

fn show(name: &str, figures: Figures) {
    let Figures { right, wrong, missed } = figures;
    let share = |of: u32| f64::from(right) / f64::from((right + of).max(1));
    println!(
        "  {name:<40} right {right:>5}  wrong {wrong:>4}  missed {missed:>4}  precision {:.3}  recall {:.3}",
        share(wrong),
        share(missed)
    );
}
