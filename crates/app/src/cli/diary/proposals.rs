//! `kneewise diary proposals`, `accept`, `correct`, `refuse`, `reopen`: complaints found in notes.

use crate::cli::context::{Context, now};
use crate::cli::failure::Failure;
use crate::documents::proposals::{Decided, document};
use crate::importing::Refused;
use crate::proposals::{Waiting, decide, id_of, reopen, waiting};
use crate::words;
use clap::{Args, ValueEnum};
use kneewise_analyse::notes::Moment;
use kneewise_store::Store;
use kneewise_types::{Date, NoteVerdict, PainScore, Region, Side};

#[derive(Debug, Args)]
pub struct Which {
    /// Ids that `kneewise diary proposals` shows, or enough of their beginning
    #[arg(value_name = "ID", required_unless_present = "all")]
    ids: Vec<String>,
    /// All that wait
    #[arg(long, conflicts_with = "ids")]
    all: bool,
}

#[derive(Debug, Args)]
pub struct Correction {
    /// The id that `kneewise diary proposals` shows, or enough of its beginning
    #[arg(value_name = "ID")]
    id: String,
    /// It was the left knee
    #[arg(long, conflicts_with_all = ["right", "both"])]
    left: bool,
    /// It was the right knee
    #[arg(long, conflicts_with = "both")]
    right: bool,
    /// It was both knees
    #[arg(long)]
    both: bool,
    /// How bad it was
    #[arg(long, value_name = "0-10", value_parser = score)]
    score: Option<PainScore>,
    /// When it was felt
    #[arg(long, value_enum)]
    when: Option<When>,
    /// Where, by the code of the diary
    #[arg(long, value_name = "CODE", value_parser = region)]
    region: Option<Region>,
    /// The day of the entry
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = crate::cli::arguments::day)]
    date: Option<Date>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum When {
    Before,
    During,
    After,
    Morning,
}

fn score(text: &str) -> Result<PainScore, String> {
    let points: u8 = text.parse().map_err(|_| format!("`{text}` is not a whole number from 0 to 10"))?;
    PainScore::new(points).map_err(|error| error.to_string())
}

fn region(text: &str) -> Result<Region, String> {
    let codes = || Region::ALL.iter().map(|region| region.code()).collect::<Vec<_>>().join(", ");
    Region::from_code(&text.to_uppercase()).ok_or_else(|| format!("`{text}` is not one of {}", codes()))
}

/// One line on what waits, for other commands; nothing when nothing does.
pub fn line(store: &Store, context: &Context, as_of: Date) -> Result<(), Failure> {
    if context.screen.is_json || context.screen.is_quiet {
        return Ok(());
    }
    match words::notes::wait(waiting(store, as_of)?.len()) {
        Some(line) => context.screen.print(&line),
        None => Ok(()),
    }
}

pub fn list(context: &Context) -> Result<(), Failure> {
    let (store, as_of) = opened(context)?;
    let found = waiting(&store, as_of)?;
    if context.screen.is_json {
        return context.screen.json(&document(&found, as_of));
    }
    if found.is_empty() {
        return context.screen.print(words::notes::none());
    }
    let mut lines: Vec<String> = found.iter().flat_map(words::notes::proposal).collect();
    lines.extend([String::new(), words::notes::what_to_say(found.len())]);
    context.screen.print(&lines.join("\n"))
}

pub fn accept(which: &Which, context: &Context) -> Result<(), Failure> {
    answer(which, NoteVerdict::Accepted, context)
}

pub fn refuse(which: &Which, context: &Context) -> Result<(), Failure> {
    answer(which, NoteVerdict::Refused, context)
}

fn answer(which: &Which, verdict: NoteVerdict, context: &Context) -> Result<(), Failure> {
    let (mut store, as_of) = opened(context)?;
    let found = waiting(&store, as_of)?;
    let chosen = if which.all { found.iter().collect() } else { pick(&found, &which.ids)? };
    let needs_side = |waiting: &Waiting| verdict != NoteVerdict::Refused && waiting.reading.sides.is_empty();
    let (without, ready): (Vec<&Waiting>, Vec<&Waiting>) =
        chosen.into_iter().partition(|one| needs_side(one));
    if let Some(first) = without.first().filter(|_| !which.all) {
        return Err(Failure::WrongUsage(words::notes::without_side(&first.id)));
    }
    let mut at = now();
    for one in &ready {
        decide(&mut store, one, verdict, at).map_err(refused)?;
        // An instant each: a decision is taken back by it.
        at = at.checked_add(jiff::Span::new().nanoseconds(1)).unwrap_or(at);
    }
    let ids = |some: &[&Waiting]| some.iter().map(|one| one.id.clone()).collect();
    let told = Decided {
        verdict: verdict.code(),
        decided: ids(&ready),
        without_side: ids(&without),
        ..Decided::default()
    };
    show(told, &store, as_of, context)
}

pub fn correct(correction: &Correction, context: &Context) -> Result<(), Failure> {
    let (mut store, as_of) = opened(context)?;
    let found = waiting(&store, as_of)?;
    let chosen = pick(&found, std::slice::from_ref(&correction.id))?;
    let Some(mut one) = chosen.first().map(|one| (*one).clone()) else { return Ok(()) };
    correction.put_right(&mut one);
    if one.reading.sides.is_empty() {
        return Err(Failure::WrongUsage(words::notes::without_side(&one.id)));
    }
    decide(&mut store, &one, NoteVerdict::Corrected, now()).map_err(refused)?;
    let told =
        Decided { verdict: NoteVerdict::Corrected.code(), decided: vec![one.id], ..Decided::default() };
    show(told, &store, as_of, context)
}

impl Correction {
    fn put_right(&self, waiting: &mut Waiting) {
        let reading = &mut waiting.reading;
        if self.left || self.right || self.both {
            let wanted = |side: &Side| self.both || (*side == Side::Left) == self.left;
            reading.sides = Side::BOTH.into_iter().filter(wanted).collect();
        }
        reading.score = self.score.or(reading.score);
        reading.region = self.region.or(reading.region);
        reading.date = self.date.unwrap_or(reading.date);
        if let Some(when) = self.when {
            reading.moment = match when {
                When::Before => Moment::Before,
                When::During => Moment::During,
                When::After => Moment::After,
                When::Morning => Moment::Morning,
            };
        }
    }
}

/// Takes decisions back: they wait again, and what they entered leaves the diary.
pub fn again(which: &Which, context: &Context) -> Result<(), Failure> {
    let (mut store, as_of) = opened(context)?;
    let decisions = store.note_decisions()?;
    let mut taken = Vec::new();
    for decision in &decisions {
        let id = id_of(decision.date, &decision.quote);
        let is_meant = which.all || which.ids.iter().any(|beginning| id.starts_with(beginning.as_str()));
        if is_meant && reopen(&mut store, decision)? {
            taken.push(id);
        }
    }
    let missed =
        which.ids.iter().find(|beginning| !taken.iter().any(|id| id.starts_with(beginning.as_str())));
    if let Some(missed) = missed {
        return Err(Failure::WrongUsage(words::notes::undecided(missed)));
    }
    show(Decided { verdict: "reopened", decided: taken, ..Decided::default() }, &store, as_of, context)
}

fn opened(context: &Context) -> Result<(Store, Date), Failure> {
    let store = context.store()?;
    let as_of = context.as_of(&store.history()?.profile);
    Ok((store, as_of))
}

/// Those whose ids begin so, each once.
fn pick<'a>(found: &'a [Waiting], ids: &[String]) -> Result<Vec<&'a Waiting>, Failure> {
    let mut chosen: Vec<&Waiting> = Vec::new();
    for id in ids {
        let mut fitting = found.iter().filter(|one| !id.is_empty() && one.id.starts_with(id.as_str()));
        let Some(one) = fitting.next() else { return Err(Failure::WrongUsage(words::notes::unknown(id))) };
        if fitting.next().is_some() {
            return Err(Failure::WrongUsage(words::notes::ambiguous(id)));
        }
        if !chosen.iter().any(|known| known.id == one.id) {
            chosen.push(one);
        }
    }
    Ok(chosen)
}

fn refused(told: Refused) -> Failure {
    match told {
        Refused::Store(error) => error.into(),
        Refused::Line(line) => Failure::CannotDo(line),
    }
}

/// Says what became of some, and how many wait now.
fn show(mut told: Decided, store: &Store, as_of: Date, context: &Context) -> Result<(), Failure> {
    told.schema = crate::documents::SCHEMA;
    told.waiting = waiting(store, as_of)?.len();
    if context.screen.is_json {
        return context.screen.json(&told);
    }
    if context.screen.is_quiet {
        return Ok(());
    }
    context.screen.print(&words::notes::decided(
        told.verdict,
        told.decided.len(),
        &told.without_side,
        told.waiting,
    ))
}
