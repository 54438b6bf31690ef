//! Lines written while the rules were: each must stay decided as it is, so that a new word breaks nothing.
//! A line marked `missed` is one that the rules do not read.

use kneewise_analyse::notes::Miner;

#[test]
fn every_practice_line_is_decided_as_labelled() {
    let miner = Miner::new();
    let file = include_str!("../../../../../fixtures/notes/practice.tsv");
    let wrong: Vec<&str> = file
        .lines()
        .skip(1)
        .filter(|line| {
            let mut cells = line.split('\t').skip(1);
            let (symptom, text) = (cells.next().unwrap(), cells.next().unwrap());
            let is_decided = (symptom == "yes") != miner.read(text).is_empty();
            is_decided == (cells.next() == Some("missed"))
        })
        .collect();
    assert!(wrong.is_empty(), "decided otherwise:\n{}", wrong.join("\n"));
}
