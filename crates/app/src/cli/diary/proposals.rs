//! `kneewise diary proposals`, `accept`, `correct`, `refuse`, `reopen`: complaints found in notes.

use crate::cli::context::{Context, now};
use crate::cli::failure::Failure;
use crate::documents::proposals::{Decided, document};
use crate::importing::Refused;
use crate::proposals::answering::{self, Undecided};
use crate::proposals::{waiting, waiting_in};
use crate::words;
use clap::{Args, ValueEnum};
use kneewise_analyse::notes::Moment;
use kneewise_store::Store;
use kneewise_types::{Date, History, NoteVerdict, PainScore, Region, Side};

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

/// One line on what waits in a history, for other commands; nothing when nothing does.
pub fn line(store: &Store, history: &History, context: &Context, as_of: Date) -> Result<(), Failure> {
    if context.screen.is_json || context.screen.is_quiet {
        return Ok(());
    }
    match words::notes::wait(waiting_in(history, &store.note_decisions()?, as_of).len()) {
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
    let told = answering::answer(&mut store, as_of, (&which.meant(), verdict), now()).map_err(failure)?;
    show(&told, context)
}

pub fn correct(correction: &Correction, context: &Context) -> Result<(), Failure> {
    let (mut store, as_of) = opened(context)?;
    let asked = (correction.id.as_str(), &correction.put());
    show(&answering::correct(&mut store, as_of, asked, now()).map_err(failure)?, context)
}

impl Which {
    fn meant(&self) -> answering::Which {
        if self.all { answering::Which::All } else { answering::Which::Ids(self.ids.clone()) }
    }
}

impl Correction {
    fn put(&self) -> answering::Correction {
        let wanted = |side: &Side| self.both || (*side == Side::Left) == self.left;
        let is_told = self.left || self.right || self.both;
        answering::Correction {
            sides: is_told.then(|| Side::BOTH.into_iter().filter(wanted).collect()),
            score: self.score,
            moment: self.when.map(When::moment),
            region: self.region,
            date: self.date,
        }
    }
}

impl When {
    const fn moment(self) -> Moment {
        match self {
            Self::Before => Moment::Before,
            Self::During => Moment::During,
            Self::After => Moment::After,
            Self::Morning => Moment::Morning,
        }
    }
}

/// Takes decisions back: they wait again, and what they entered leaves the diary.
pub fn again(which: &Which, context: &Context) -> Result<(), Failure> {
    let (mut store, as_of) = opened(context)?;
    show(&answering::again(&mut store, as_of, &which.meant()).map_err(failure)?, context)
}

fn opened(context: &Context) -> Result<(Store, Date), Failure> {
    let store = context.store()?;
    let as_of = context.as_of(&store.profile()?);
    Ok((store, as_of))
}

fn failure(undecided: Undecided) -> Failure {
    match undecided {
        Undecided::Refused(Refused::Store(error)) => error.into(),
        Undecided::Refused(Refused::Line(line)) => Failure::CannotDo(line),
        Undecided::Unknown(id) => Failure::WrongUsage(words::notes::unknown(&id)),
        Undecided::Ambiguous(id) => Failure::WrongUsage(words::notes::ambiguous(&id)),
        Undecided::WithoutSide(id) => Failure::WrongUsage(words::notes::without_side(&id)),
        Undecided::NeverDecided(id) => Failure::WrongUsage(words::notes::undecided(&id)),
    }
}

/// Says what became of some, and how many wait now.
fn show(told: &Decided, context: &Context) -> Result<(), Failure> {
    if context.screen.is_json {
        return context.screen.json(told);
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
