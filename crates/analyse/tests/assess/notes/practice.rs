//! Lines written while the rules were: each must stay decided as it is, so that a new word breaks nothing.

use kneewise_analyse::notes::Miner;

#[test]
fn every_practice_line_is_decided_as_labelled() {
    let miner = Miner::new();
    let file = include_str!("../../../../../fixtures/notes/practice.tsv");
    let wrong: Vec<&str> = file
        .lines()
        .skip(1)
        .filter(|line| {
            let mut cells = line.splitn(3, '\t').skip(1);
            let (symptom, text) = (cells.next().unwrap(), cells.next().unwrap());
            (symptom == "yes") == miner.read(text).is_empty()
        })
        .collect();
    assert!(wrong.is_empty(), "decided otherwise:\n{}", wrong.join("\n"));
}
