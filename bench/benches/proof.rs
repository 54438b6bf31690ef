//! `cargo xtask bench proof`: the frozen population through the detection and past the oracle.
//!
//! `--quick` judges the first 330 runners; `--write NAME` puts the figures into `docs/proof.md`; `--files N` compares the
//! light way with written and imported files for N runners; `--seed SEED N` judges the first N runners of another population:
//! the only ones on which the detection may be tuned.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::disallowed_methods, reason = "a benchmark reads the clock and the disk")]

use kneewise_bench::{history, proof};
use kneewise_simulate::population::{self, Member};
use kneewise_types::assessment::Family;
use std::io;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

const QUICK: usize = 330;

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => judge(usize::MAX, None),
        ["--quick"] => judge(QUICK, None),
        ["--write", name] => judge(usize::MAX, Some(name)),
        ["--seed", seed, count] => {
            another(seed.parse().map_err(io::Error::other)?, count.parse().map_err(io::Error::other)?)
        }
        ["--files", count] => files(count.parse().map_err(io::Error::other)?),
        _ => Err(io::Error::other("use --quick, --write NAME, --seed SEED N or --files N")),
    }
}

fn judge(count: usize, name: Option<&str>) -> io::Result<()> {
    let start = Instant::now();
    let members: Vec<Member> = population::v1().take(count).collect();
    let verdicts = proof::judge_all(&members);
    let digest = population::combined(verdicts.iter().map(|verdict| verdict.life));
    if count == usize::MAX && digest != population::DIGEST {
        return Err(io::Error::other(format!("this is not the frozen population: its digest is {digest}")));
    }
    let (tables, goals) = (proof::figures(&verdicts), proof::goals(&verdicts));
    let head = proof::Head {
        name: name.unwrap_or("now").to_owned(),
        model: model(),
        population: format!("population v{}, seed {}", population::VERSION, population::SEED),
        runners: verdicts.len(),
        seconds: start.elapsed().as_secs(),
    };
    println!("{}", proof::part(&head, &tables, &goals));
    if name.is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/proof.md");
        let page = std::fs::read_to_string(&path)?;
        std::fs::write(&path, proof::write(&page, &head, &tables, &goals))?;
    }
    Ok(())
}

/// Another population than the frozen one: its goals, and which family stands before the planted one.
fn another(seed: u64, count: u32) -> io::Result<()> {
    if seed == population::SEED {
        return Err(io::Error::other("the frozen population is the yardstick: tune on another seed"));
    }
    let members: Vec<Member> = population::sample(count, seed, population::LAST_DAY).collect();
    let verdicts = proof::judge_all(&members);
    for goal in proof::goals(&verdicts) {
        println!("{:<100} {:6.3}", goal.what, goal.figure);
    }
    for family in Family::ALL {
        let of: Vec<_> = verdicts.iter().filter(|one| one.planted() == Some(family)).collect();
        let first = |other: Family| {
            of.iter().filter(|one| one.families.first().is_some_and(|(first, _)| *first == other)).count()
        };
        let before: Vec<String> =
            Family::ALL.iter().map(|other| format!("{} {}", other.word(), first(*other))).collect();
        println!("planted {:<10} of {:4}: first {}", family.word(), of.len(), before.join(", "));
    }
    Ok(())
}

/// Day and commit of the last change to the detection, as far as version control knows.
fn model() -> String {
    let git = Command::new("git")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["log", "-1", "--format=%cs (%h)", "--", "../crates/analyse"])
        .output();
    let text = git.map(|done| String::from_utf8_lossy(&done.stdout).trim().to_owned()).unwrap_or_default();
    if text.is_empty() { "an unknown day".to_owned() } else { text }
}

/// Runners spread over the population, the light way against the files.
fn files(count: usize) -> io::Result<()> {
    let all: Vec<Member> = population::v1().collect();
    let step = (all.len() / count.max(1)).max(1);
    let folder = history::target().join("bench").join("proof");
    let (mut same, mut rows) = (0, 0);
    for member in all.iter().step_by(step).take(count) {
        let compared = proof::compare(member, &folder)?;
        let (light, filed) = compared.activities;
        println!(
            "runner {:4}: {light}/{filed} activities, {}/{} flares, rows that differ: {:?}, {}",
            compared.number,
            compared.flares.0,
            compared.flares.1,
            compared.rows,
            if compared.is_same_answer { "same answer" } else { "another answer" }
        );
        same += usize::from(compared.is_same_answer);
        rows += compared.rows.len();
    }
    println!(
        "{same} of {count} runners get the same answer both ways; {rows} rows of the cause table differ"
    );
    Ok(())
}
