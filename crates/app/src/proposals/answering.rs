//! What the runner says to complaints that wait: it is so, it is not, or it was otherwise. One way for command, page and
//! program.

use super::{Waiting, decide, id_of, reopen, waiting_in};
use crate::documents::proposals::Decided;
use crate::importing::Refused;
use kneewise_analyse::notes::Moment;
use kneewise_store::{Store, StoreError};
use kneewise_types::{Date, NoteVerdict, PainScore, Region, Side, Timestamp};

/// Which complaints are meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Which {
    /// All that wait, or all that were decided on.
    All,
    /// By the beginnings of their ids.
    Ids(Vec<String>),
}

/// Why nothing was decided.
#[derive(Debug)]
pub enum Undecided {
    /// The id of no complaint.
    Unknown(String),
    /// The beginning of several ids.
    Ambiguous(String),
    /// The words do not say which knee.
    WithoutSide(String),
    /// The id of none that was decided on.
    NeverDecided(String),
    Refused(Refused),
}

impl From<Refused> for Undecided {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

impl From<StoreError> for Undecided {
    fn from(error: StoreError) -> Self {
        Self::Refused(Refused::Store(error))
    }
}

/// What was otherwise than read; what is `None` stays as it was read.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Correction {
    pub sides: Option<Vec<Side>>,
    pub score: Option<PainScore>,
    pub moment: Option<Moment>,
    pub region: Option<Region>,
    pub date: Option<Date>,
}

impl Correction {
    fn put_right(&self, waiting: &mut Waiting) {
        let reading = &mut waiting.reading;
        if let Some(sides) = &self.sides {
            reading.sides.clone_from(sides);
        }
        reading.score = self.score.or(reading.score);
        reading.region = self.region.or(reading.region);
        reading.date = self.date.unwrap_or(reading.date);
        reading.moment = self.moment.unwrap_or(reading.moment);
    }
}

/// It is so, or it is not. Of all, those that do not say which knee wait on; asked for by id, they are refused.
pub fn answer(
    store: &mut Store,
    as_of: Date,
    (which, verdict): (&Which, NoteVerdict),
    at: Timestamp,
) -> Result<Decided, Undecided> {
    let found = now_waiting(store, as_of)?;
    let chosen = match which {
        Which::All => found.iter().collect(),
        Which::Ids(ids) => pick(&found, ids)?,
    };
    let needs_side = |one: &&Waiting| verdict != NoteVerdict::Refused && one.reading.sides.is_empty();
    let (without, ready): (Vec<&Waiting>, Vec<&Waiting>) = chosen.into_iter().partition(needs_side);
    if let (Some(first), Which::Ids(_)) = (without.first(), which) {
        return Err(Undecided::WithoutSide(first.id.clone()));
    }
    decide(store, &ready, verdict, at)?;
    let ids = |some: &[&Waiting]| some.iter().map(|one| one.id.clone()).collect();
    decided(store, as_of, (verdict.code(), ids(&ready), ids(&without)))
}

/// It was otherwise.
pub fn correct(
    store: &mut Store,
    as_of: Date,
    (id, correction): (&str, &Correction),
    at: Timestamp,
) -> Result<Decided, Undecided> {
    let found = now_waiting(store, as_of)?;
    let chosen = pick(&found, &[id.to_owned()])?;
    let Some(mut one) = chosen.first().map(|one| (*one).clone()) else {
        return Err(Undecided::Unknown(id.to_owned()));
    };
    correction.put_right(&mut one);
    if one.reading.sides.is_empty() {
        return Err(Undecided::WithoutSide(one.id));
    }
    decide(store, &[&one], NoteVerdict::Corrected, at)?;
    decided(store, as_of, (NoteVerdict::Corrected.code(), vec![one.id], Vec::new()))
}

/// Takes decisions back: they wait again, and what they entered leaves the diary.
pub fn again(store: &mut Store, as_of: Date, which: &Which) -> Result<Decided, Undecided> {
    let ids = match which {
        Which::All => &[][..],
        Which::Ids(ids) => ids,
    };
    let mut taken = Vec::new();
    for decision in &store.note_decisions()? {
        let id = id_of(decision.date, &decision.quote);
        let is_meant = *which == Which::All || ids.iter().any(|beginning| begins(&id, beginning));
        if is_meant && reopen(store, decision)? {
            taken.push(id);
        }
    }
    let missed = ids.iter().find(|beginning| !taken.iter().any(|id| begins(id, beginning)));
    if let Some(missed) = missed {
        return Err(Undecided::NeverDecided(missed.clone()));
    }
    decided(store, as_of, ("reopened", taken, Vec::new()))
}

fn begins(id: &str, beginning: &str) -> bool {
    !beginning.is_empty() && id.starts_with(beginning)
}

fn now_waiting(store: &Store, as_of: Date) -> Result<Vec<Waiting>, StoreError> {
    Ok(waiting_in(&store.history()?, &store.note_decisions()?, as_of))
}

/// Those whose ids begin so, each once.
fn pick<'a>(found: &'a [Waiting], ids: &[String]) -> Result<Vec<&'a Waiting>, Undecided> {
    let mut chosen: Vec<&Waiting> = Vec::new();
    for id in ids {
        let mut fitting = found.iter().filter(|one| begins(&one.id, id));
        let Some(one) = fitting.next() else { return Err(Undecided::Unknown(id.clone())) };
        if fitting.next().is_some() {
            return Err(Undecided::Ambiguous(id.clone()));
        }
        if !chosen.iter().any(|known| known.id == one.id) {
            chosen.push(one);
        }
    }
    Ok(chosen)
}

fn decided(
    store: &Store,
    as_of: Date,
    (verdict, decided, without_side): (&'static str, Vec<String>, Vec<String>),
) -> Result<Decided, Undecided> {
    let waiting = now_waiting(store, as_of)?.len();
    Ok(Decided { schema: crate::documents::SCHEMA, verdict, decided, without_side, waiting })
}
