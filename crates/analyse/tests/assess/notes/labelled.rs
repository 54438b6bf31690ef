//! The hand-labelled lines: figures a language and half, thresholds on the half nobody tuned to. Of the held half
//! only sums are ever shown.

use kneewise_analyse::notes::{Language, Miner, Moment, Proposal};
use kneewise_types::{Region, Side};
use std::fmt::{self, Write as _};
use std::io::Write as _;

/// Precision and recall that are aimed at, all languages together.
const GOAL: [f64; 2] = [0.97, 0.85];
/// What was reached on the held half, rounded down: no change may fall below. The way to it is in docs/decisions.md.
const REACHED: [f64; 2] = [0.97, 0.85];

const FILES: [(Language, &str); 5] = [
    (Language::English, include_str!("../../../../../fixtures/notes/en.tsv")),
    (Language::German, include_str!("../../../../../fixtures/notes/de.tsv")),
    (Language::French, include_str!("../../../../../fixtures/notes/fr.tsv")),
    (Language::Spanish, include_str!("../../../../../fixtures/notes/es.tsv")),
    (Language::Portuguese, include_str!("../../../../../fixtures/notes/pt.tsv")),
];

/// Lines written later, labelled before they were read: the sets with the precision and recall of the first reading.
/// Since then they are open, and the rules were mended on them.
const FRESH: &str = include_str!("../../../../../fixtures/notes/fresh.tsv");
const FIRST: [(&str, [f64; 2]); 6] = [
    ("fresh1", [0.896, 0.862]),
    ("fresh2", [0.646, 0.689]),
    ("fresh3", [0.771, 0.725]),
    ("fresh4", [0.912, 0.775]),
    ("fresh5", [0.975, 0.936]),
    ("fresh6", [0.909, 0.900]),
];

/// Lines in which only the complaint is labelled: the sets with the figures of the first reading. The rules were mended
/// on the open ones, and the last gate learns from them; nobody looks at an unseen one.
const GROWN: &str = include_str!("../../../../../fixtures/notes/grown.tsv");
const GROWN_FIRST: [(&str, [f64; 2]); 7] = [
    ("learn", [0.919, 0.683]),
    ("plain", [0.919, 0.796]),
    ("sided", [0.852, 0.767]),
    ("numbers", [0.962, 0.864]),
    ("unseen", [0.922, 0.670]),
    ("sided-unseen", [0.861, 0.762]),
    ("numbers-unseen", [0.950, 0.853]),
];
/// What was reached on the lines that nobody sees, rounded down: no change may fall below.
const UNSEEN: [(&str, [f64; 2]); 3] =
    [("unseen", [0.95, 0.74]), ("sided-unseen", [0.92, 0.75]), ("numbers-unseen", [0.96, 0.85])];

/// One labelled line.
struct Row<'a> {
    text: &'a str,
    is_symptom: bool,
    labels: [&'a str; 6],
    set: &'a str,
}

fn rows(file: &str) -> impl Iterator<Item = Row<'_>> {
    file.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split('\t').collect();
        let [_, _, text, symptom, side, region, score, when, onset, swelling, set]: [&str; 11] =
            cells.try_into().unwrap();
        Row { text, is_symptom: symptom == "yes", labels: [side, region, score, when, onset, swelling], set }
    })
}

/// Counts of decisions, and of right readings among the symptoms that were found.
#[derive(Default, Clone, Copy)]
struct Figures {
    found: u32,
    missed: u32,
    wrong: u32,
    right_not: u32,
    fields: [u32; 6],
}

impl Figures {
    fn decide(&mut self, is_symptom: bool, is_proposed: bool) {
        *match (is_symptom, is_proposed) {
            (true, true) => &mut self.found,
            (true, false) => &mut self.missed,
            (false, true) => &mut self.wrong,
            (false, false) => &mut self.right_not,
        } += 1;
    }

    fn count(&mut self, row: &Row<'_>, proposals: &[Proposal]) {
        self.decide(row.is_symptom, !proposals.is_empty());
        if row.is_symptom && !proposals.is_empty() {
            for (count, is_right) in self.fields.iter_mut().zip(fields(row, proposals)) {
                *count += u32::from(is_right);
            }
        }
    }

    const fn lines(&self) -> u32 {
        self.found + self.missed + self.wrong + self.right_not
    }

    fn add(&mut self, other: Self) {
        self.found += other.found;
        self.missed += other.missed;
        self.wrong += other.wrong;
        self.right_not += other.right_not;
        for (sum, count) in self.fields.iter_mut().zip(other.fields) {
            *sum += count;
        }
    }

    fn precision(&self) -> f64 {
        f64::from(self.found) / f64::from((self.found + self.wrong).max(1))
    }

    fn recall(&self) -> f64 {
        f64::from(self.found) / f64::from((self.found + self.missed).max(1))
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines = self.lines();
        write!(f, "{lines:>5} lines  precision {:.3}  recall {:.3}  ", self.precision(), self.recall())?;
        for (name, count) in ["side", "region", "score", "when", "onset", "swelling"].iter().zip(self.fields)
        {
            write!(f, " {name} {:.2}", f64::from(count) / f64::from(self.found.max(1)))?;
        }
        Ok(())
    }
}

/// Which of side, region, score, when, onset and swelling were read as labelled.
fn fields(row: &Row<'_>, proposals: &[Proposal]) -> [bool; 6] {
    let [side, region, score, when, onset, swelling] = row.labels;
    let has = |side: Side| proposals.iter().any(|proposal| proposal.sides.contains(&side));
    let read_side = match (has(Side::Left), has(Side::Right)) {
        (true, true) => "both",
        (true, false) => "left",
        (false, true) => "right",
        (false, false) => "unknown",
    };
    let worst = proposals.iter().max_by_key(|proposal| proposal.score).unwrap();
    let read_region = proposals.iter().find_map(|proposal| proposal.region);
    let read_onset = proposals.iter().find_map(|proposal| proposal.onset_km);
    let is_onset_right = match (onset.parse::<f64>().ok(), read_onset) {
        (Some(wanted), Some(read)) => (wanted - read).abs() < 0.06,
        (wanted, read) => wanted.is_none() && read.is_none(),
    };
    [
        side == read_side,
        is_region_right(region, read_region),
        score.parse::<u8>().ok() == worst.score.map(|score| score.points()),
        when == moment_word(worst.moment),
        is_onset_right,
        (swelling == "yes") == proposals.iter().any(|proposal| proposal.is_swollen),
    ]
}

/// The guide calls the height on the outer and the inner side a convention: there either code of the side is right.
fn is_region_right(wanted: &str, read: Option<Region>) -> bool {
    let side = |region: Region| match region {
        Region::LateralJointLine => Region::LateralAboveJointLine,
        Region::MedialProximalTibia => Region::MedialJointLine,
        other => other,
    };
    Region::from_code(wanted).map(side) == read.map(side)
}

fn moment_word(moment: Moment) -> &'static str {
    match moment {
        Moment::Before => "before",
        Moment::During => "during",
        Moment::After => "after",
        Moment::Morning => "morning",
        Moment::Unknown => "unknown",
    }
}

#[test]
fn labelled_notes_are_read_as_labelled() {
    let miner = Miner::new();
    let mut table = String::from("run notes, by language and half:\n");
    let mut halves = [Figures::default(); 2];
    for (language, file) in FILES {
        let mut of_language = [Figures::default(); 2];
        for row in rows(file) {
            of_language[usize::from(row.set == "held")].count(&row, &miner.read(row.text));
        }
        for ((name, sum), figures) in ["dev ", "held"].iter().zip(&mut halves).zip(of_language) {
            writeln!(table, "  {} {name} {figures}", language.code()).unwrap();
            sum.add(figures);
        }
    }
    for (name, figures) in ["dev ", "held"].iter().zip(halves) {
        writeln!(table, "  all {name}{figures}").unwrap();
    }
    let ([precision, recall], [least_precision, least_recall]) = (GOAL, REACHED);
    writeln!(table, "  goal  precision {precision:.3}  recall {recall:.3}, held at or above {least_precision:.3}  {least_recall:.3}").unwrap();
    // Past the capture of the test runner: the figures are shown by every run.
    std::io::stderr().write_all(table.as_bytes()).unwrap();
    for figures in halves {
        let [precision, recall] = REACHED;
        assert!(
            figures.precision() >= precision,
            "precision {:.3} is below {precision}",
            figures.precision()
        );
        assert!(figures.recall() >= recall, "recall {:.3} is below {recall}", figures.recall());
    }
}

#[test]
fn fresh_lines_are_read_as_well_as_they_were() {
    let miner = Miner::new();
    let mut table = String::from("run notes written later, first reading and now:\n");
    let mut all = Figures::default();
    for (set, [precision, recall]) in FIRST {
        let mut figures = Figures::default();
        for row in rows(FRESH).filter(|row| row.set == set) {
            figures.count(&row, &miner.read(row.text));
        }
        writeln!(table, "  {set} {precision:.3} {recall:.3}, now {figures}").unwrap();
        all.add(figures);
    }
    std::io::stderr().write_all(table.as_bytes()).unwrap();
    assert_eq!(all.lines(), 1050);
    assert!(all.precision() >= 0.98 && all.recall() >= 0.95, "now {all}");
}

#[test]
fn unseen_lines_are_read_as_well_as_they_were() {
    let miner = Miner::new();
    let mut table = String::from("run notes by other writers, first reading and now:\n");
    let figures_of = |set: &str| {
        let mut figures = Figures::default();
        for row in GROWN.lines().skip(1) {
            let cells: Vec<&str> = row.split('\t').collect();
            let [_, _, symptom, text, of_set]: [&str; 5] = cells.try_into().unwrap();
            if of_set == set {
                figures.decide(symptom == "yes", !miner.read(text).is_empty());
            }
        }
        figures
    };
    let all = GROWN_FIRST.map(|(set, first)| (set, first, figures_of(set)));
    for (set, [precision, recall], now) in all {
        let (lines, precise, found) = (now.lines(), now.precision(), now.recall());
        writeln!(
            table,
            "  {set:<14} {precision:.3} {recall:.3}, now {lines:>5} lines  precision {precise:.3}  recall {found:.3}"
        )
        .unwrap();
    }
    std::io::stderr().write_all(table.as_bytes()).unwrap();
    for (set, [precision, recall]) in UNSEEN {
        let (_, _, now) = all.into_iter().find(|(of, ..)| *of == set).unwrap();
        assert!(
            now.lines() > 300 && now.precision() >= precision && now.recall() >= recall,
            "{set}:\n{table}"
        );
    }
}
