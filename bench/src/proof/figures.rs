//! The figures: how often the planted family is found, beside the oracle; how often the healthy are told too much.

use super::judge::Verdict;
use super::table::Table;
use kneewise_simulate::population::Stratum;
use kneewise_types::assessment::{BeliefWord, Family};
use kneewise_types::own_data::Tier;

/// A figure with what it should reach.
#[derive(Debug, Clone, PartialEq)]
pub struct Goal {
    pub what: String,
    pub figure: f64,
    pub goal: f64,
    /// Whether the figure should be at least, or at most, the goal.
    pub is_least: bool,
    /// Runners it rests on.
    pub runners: usize,
}

impl Goal {
    /// Whether it is reached; false also when nobody could be counted.
    #[must_use]
    pub fn is_reached(&self) -> bool {
        self.runners > 0 && if self.is_least { self.figure >= self.goal } else { self.figure <= self.goal }
    }
}

/// Every table.
#[must_use]
pub fn figures(all: &[Verdict]) -> Vec<Table> {
    vec![
        strata(all),
        families(all),
        flares(all),
        healthy(all),
        words(all),
        hidden(all),
        intervals(all),
        tiers(all),
    ]
}

/// The lines that must be reached.
#[must_use]
pub fn goals(all: &[Verdict]) -> Vec<Goal> {
    let shown = select(all, is_shown);
    let ratio = |what: &str, of: &[&Verdict]| {
        let [ours, _, oracle, _] = shares(of);
        let figure = ours / oracle;
        Goal {
            what: format!("{what}: first place over the oracle's"),
            figure,
            goal: 0.9,
            is_least: true,
            runners: of.len(),
        }
    };
    let mut goals = vec![ratio("all", &shown)];
    for family in Family::ALL {
        goals.push(ratio(family.word(), &of_family(&shown, family)));
    }
    let strong = strong(all);
    let [first, two, ..] = shares(&strong);
    for (what, figure, goal) in [("first", first, 0.75), ("first or second", two, 0.92)] {
        let what = format!("strong effect, 8 flares and more: planted family {what}");
        goals.push(Goal { what, figure, goal, is_least: true, runners: strong.len() });
    }
    goals.extend(silence(all));
    goals.extend(coverage(all));
    goals
}

/// "Probably" or more in runners without a planted cause: whatever it rests on, and where no row of the table was present.
fn silence(all: &[Verdict]) -> [Goal; 2] {
    let healthy = select(all, |one| one.stratum == Stratum::Healthy);
    let worst = |is: &dyn Fn(&Verdict, Family) -> bool| {
        let of = |family: Family| share(healthy.iter().filter(|one| is(one, family)).count(), healthy.len());
        Family::ALL.into_iter().map(of).fold(0.0, f64::max)
    };
    let goal = |what: &str, figure: f64| Goal {
        what: format!("no planted cause: \"probably\" or more for {what}, the worst family"),
        figure,
        goal: 0.08,
        is_least: false,
        runners: healthy.len(),
    };
    let alone = |one: &Verdict, family| is_probable(one, family) && !one.rests_on_rows.contains(&family);
    [
        goal("any family on any ground", worst(&is_probable)),
        goal("a family resting on own data alone", worst(&alone)),
    ]
}

/// Share of the intervals that hold the truth.
fn coverage(all: &[Verdict]) -> [Goal; 2] {
    let intervals: Vec<_> = all.iter().flat_map(|one| &one.intervals).collect();
    let figure = share(intervals.iter().filter(|one| one.is_covered).count(), intervals.len());
    let goal = |what: &str, goal: f64, is_least: bool| Goal {
        what: format!("95 % intervals hold the true odds ratio, {what}"),
        figure,
        goal,
        is_least,
        runners: intervals.len(),
    };
    [goal("at least", 0.92, true), goal("at most", 0.97, false)]
}

fn intervals(all: &[Verdict]) -> Table {
    let note = "Sceptical 95 % intervals of exposures that detection and simulator both read as yes or no, in percent. Definitions \
                differ, and the prior pulls towards 1. Beside them the intervals without a prior (Firth), where they exist: \
                they are wide, and no claim rests on them.";
    let header = ["true odds ratio", "intervals", "held", "without a prior", "held"];
    let mut table = Table::new("Do the intervals hold the truth?", note, &header);
    for (name, low, high) in [("1", 0.5, 1.5), ("2 to 4", 1.5, 5.0), ("6 to 10", 5.0, 11.0)] {
        let all = all.iter().flat_map(|one| &one.intervals);
        let of: Vec<_> = all.filter(|one| (low..high).contains(&one.truth)).collect();
        let held = of.iter().filter(|one| one.is_covered).count();
        let plain: Vec<bool> = of.iter().filter_map(|one| one.is_plainly_covered).collect();
        let plainly = plain.iter().filter(|holds| **holds).count();
        table.row(vec![
            name.to_owned(),
            of.len().to_string(),
            percent(share(held, of.len())),
            plain.len().to_string(),
            percent(share(plainly, plain.len())),
        ]);
    }
    table
}

const fn is_shown(verdict: &Verdict) -> bool {
    matches!(verdict.stratum, Stratum::Published | Stratum::Strong)
}

fn select(all: &[Verdict], keep: impl Fn(&Verdict) -> bool) -> Vec<&Verdict> {
    all.iter().filter(|one| keep(one)).collect()
}

fn of_family<'a>(all: &[&'a Verdict], family: Family) -> Vec<&'a Verdict> {
    all.iter().copied().filter(|one| one.planted() == Some(family)).collect()
}

fn share(part: usize, of: usize) -> f64 {
    if of == 0 { f64::NAN } else { part as f64 / of as f64 }
}

/// Ours first, ours first or second, the oracle's first, the oracle's first or second.
fn shares(of: &[&Verdict]) -> [f64; 4] {
    let count = |place: &dyn Fn(&Verdict) -> Option<usize>, below: usize| {
        share(of.iter().filter(|one| place(one).is_some_and(|at| at < below)).count(), of.len())
    };
    let (ours, oracle) = (|one: &Verdict| one.place(), |one: &Verdict| one.oracle_place());
    [count(&ours, 1), count(&ours, 2), count(&oracle, 1), count(&oracle, 2)]
}

/// A share in percent; a dash when nobody was counted.
fn percent(share: f64) -> String {
    if share.is_finite() { format!("{:.1}", 100.0 * share) } else { "–".to_owned() }
}

const FOUND: [&str; 7] =
    ["", "runners", "first", "oracle first", "ratio", "first or second", "oracle first or second"];

fn found_row(table: &mut Table, name: &str, of: &[&Verdict]) {
    let [first, two, oracle_first, oracle_two] = shares(of);
    let ratio = first / oracle_first;
    let ratio = if ratio.is_finite() { format!("{ratio:.2}") } else { "–".to_owned() };
    table.row(vec![
        name.to_owned(),
        of.len().to_string(),
        percent(first),
        percent(oracle_first),
        ratio,
        percent(two),
        percent(oracle_two),
    ]);
}

fn strata(all: &[Verdict]) -> Table {
    let note = "The planted family in the answer, in percent of the runners, beside the oracle. Ratio is first place over \
                the oracle's.";
    let mut table = Table::new("Is the planted family found?", note, &FOUND);
    found_row(&mut table, "all", &select(all, is_shown));
    for (name, stratum) in
        [("odds ratio 2 to 4", Stratum::Published), ("odds ratio 6 to 10", Stratum::Strong)]
    {
        found_row(&mut table, name, &select(all, |one| one.stratum == stratum));
    }
    found_row(&mut table, "odds ratio 6 to 10, 8 flares and more", &strong(all));
    table
}

/// A strong effect and eight flares at least: what should be hard to miss.
fn strong(all: &[Verdict]) -> Vec<&Verdict> {
    select(all, |one| one.stratum == Stratum::Strong && one.flares >= 8)
}

fn families(all: &[Verdict]) -> Table {
    let shown = select(all, is_shown);
    let mut table = Table::new("By planted family", "Both strata together.", &FOUND);
    for family in Family::ALL {
        found_row(&mut table, family.word(), &of_family(&shown, family));
    }
    table
}

const FLARES: [(&str, usize, usize); 4] =
    [("0 to 2", 0, 2), ("3 and 4", 3, 4), ("5 to 9", 5, 9), ("10 and more", 10, usize::MAX)];

fn flares(all: &[Verdict]) -> Table {
    let (seen, kept) = all
        .iter()
        .fold((0, 0), |(seen, kept), one| (seen + one.flares_seen.min(one.flares), kept + one.flares));
    let note = format!(
        "Flares in truth that began once the diary was kept; the diaries show {} % of them.",
        percent(share(seen, kept))
    );
    let mut table = Table::new("By number of flares and size of the effect", &note, &FOUND);
    for (effect, stratum) in [("2 to 4", Stratum::Published), ("6 to 10", Stratum::Strong)] {
        for (name, low, high) in FLARES {
            let within = |one: &Verdict| one.stratum == stratum && (low..=high).contains(&one.flares);
            found_row(&mut table, &format!("odds ratio {effect}, flares {name}"), &select(all, within));
        }
    }
    table
}

fn is_probable(verdict: &Verdict, family: Family) -> bool {
    verdict.word(family).is_some_and(|word| word >= BeliefWord::Probably)
}

/// Percent of the runners in whom each family, and any, is called probable or more.
fn probable_rows(table: &mut Table, of: &[&Verdict]) {
    let percent_of =
        |is: &dyn Fn(&Verdict) -> bool| percent(share(of.iter().filter(|one| is(one)).count(), of.len()));
    for family in Family::ALL {
        table.row(vec![family.word().to_owned(), percent_of(&|one| is_probable(one, family))]);
    }
    let any = |one: &Verdict| Family::ALL.into_iter().any(|family| is_probable(one, family));
    table.row(vec!["any of them".to_owned(), percent_of(&any)]);
}

fn healthy(all: &[Verdict]) -> Table {
    let healthy = select(all, |one| one.stratum == Stratum::Healthy);
    let note = format!(
        "{} runners without a planted cause: percent in whom a family is called \"probably\" or more. Their exposures are as \
         frequent as anyone's and do nothing.",
        healthy.len()
    );
    let mut table = Table::new("Is it silent without a cause?", &note, &["family", "probably or more"]);
    probable_rows(&mut table, &healthy);
    table
}

fn hidden(all: &[Verdict]) -> Table {
    let hidden = select(all, |one| one.stratum == Stratum::Hidden);
    let note = format!(
        "{} runners with a planted cause of which the files hold nothing: nobody can name it, so every \"probably\" is a guess.",
        hidden.len()
    );
    let mut table = Table::new("When the cause cannot be seen", &note, &["family", "probably or more"]);
    probable_rows(&mut table, &hidden);
    table
}

fn words(all: &[Verdict]) -> Table {
    let note = "Every family of every runner whose cause can be seen, and of the healthy, by its word: how many, and in what \
                percent of them the family was the planted one.";
    let mut table = Table::new(
        "What the words are worth",
        note,
        &["word", "said", "planted", "said of a planted cause only"],
    );
    let seen = select(all, |one| one.stratum != Stratum::Hidden);
    for (name, word) in [
        ("little sign", BeliefWord::LittleSign),
        ("may", BeliefWord::May),
        ("probably", BeliefWord::Probably),
        ("main candidate", BeliefWord::MainCandidate),
    ] {
        let said: Vec<(&Verdict, Family)> = seen
            .iter()
            .flat_map(|one| Family::ALL.map(|family| (*one, family)))
            .filter(|(one, family)| one.word(*family) == Some(word))
            .collect();
        let right = said.iter().filter(|(one, family)| one.planted() == Some(*family)).count();
        let with_cause = said.iter().filter(|(one, _)| one.cause.is_some()).count();
        table.row(vec![
            name.to_owned(),
            said.len().to_string(),
            percent(share(right, said.len())),
            percent(share(right, with_cause)),
        ]);
    }
    table
}

fn tiers(all: &[Verdict]) -> Table {
    let note = "The highest tier of any own finding, in percent of the runners with so many flares.";
    let columns = ["flares", "runners", "none", "hint", "suggestive", "consistent"];
    let mut table = Table::new("How far do own findings go?", note, &columns);
    for (name, low, high) in FLARES {
        let of = select(all, |one| (low..=high).contains(&one.flares));
        let mut row = vec![name.to_owned(), of.len().to_string()];
        for tier in [Tier::None, Tier::Hint, Tier::Suggestive, Tier::Consistent] {
            row.push(percent(share(of.iter().filter(|one| one.tier == tier).count(), of.len())));
        }
        table.row(row);
    }
    table
}
