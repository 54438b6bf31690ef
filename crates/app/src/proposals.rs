//! Complaints found in old notes, and what the runner says to them.
//!
//! In: a history and the decisions made so far. Out: what waits; on a decision, a diary entry that can be taken back.
//! Never: an entry that nobody confirmed.

pub mod answering;

use crate::importing::{Refused, Row, content_of, keep_all};
use kneewise_analyse::notes::{Miner, Moment, Proposal};
use kneewise_store::{Store, StoreError};
use kneewise_types::{
    Activity, ActivityId, Date, History, NoteDecision, NoteVerdict, PainScore, Region, Side, SymptomEntry,
    Timestamp,
};
use rayon::prelude::*;
use std::sync::LazyLock;

/// The word lists of all languages, read when the first note is.
static MINER: LazyLock<Miner> = LazyLock::new(Miner::new);

/// A complaint that waits for the runner's word.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// Stable: made of the day and the quoted words.
    pub id: String,
    /// Local day of the outing.
    pub date: Date,
    pub activity: ActivityId,
    pub title: Option<String>,
    /// The words of the note, white space as single spaces.
    pub quote: String,
    /// The words that were read as a complaint.
    pub words: Vec<String>,
    pub language: &'static str,
    pub reading: Reading,
}

/// What would stand in the diary.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub date: Date,
    /// Empty when the words do not say which knee.
    pub sides: Vec<Side>,
    pub score: Option<PainScore>,
    pub moment: Moment,
    pub region: Option<Region>,
    /// Distance at which it began, km.
    pub onset_km: Option<f64>,
    pub is_swollen: bool,
}

/// What waits up to a day, the newest first.
pub fn waiting(store: &Store, as_of: Date) -> Result<Vec<Waiting>, StoreError> {
    let history = store.history()?;
    Ok(waiting_in(&history, &store.note_decisions()?, as_of))
}

/// What waits in a history, given what was decided; days that the diary tells of already are not asked about.
#[must_use]
pub fn waiting_in(history: &History, decided: &[NoteDecision], as_of: Date) -> Vec<Waiting> {
    let mut found: Vec<Waiting> = history
        .activities
        .par_iter()
        .filter(|activity| activity.local_date <= as_of)
        .flat_map_iter(of_activity)
        .filter(|waiting| !is_decided(waiting, decided) && !is_told(&waiting.reading, &history.symptoms))
        .collect();
    found.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.id.cmp(&b.id)));
    // Two inputs may tell the same words of one day.
    found.dedup_by(|a, b| a.id == b.id);
    found
}

/// What the texts of one outing say: one complaint for each set of knees, and none without a side beside one with it.
fn of_activity(activity: &Activity) -> Vec<Waiting> {
    let texts = [&activity.title, &activity.description, &activity.private_note];
    let mut found: Vec<Waiting> = Vec::new();
    for text in texts.into_iter().flatten() {
        for proposal in MINER.read(text) {
            let new = of_proposal(activity, text, &proposal);
            match found.iter_mut().find(|known| known.reading.sides == new.reading.sides) {
                Some(known) if new.reading.score > known.reading.score => *known = new,
                Some(_) => {}
                None => found.push(new),
            }
        }
    }
    let has_side = found.iter().any(|waiting| !waiting.reading.sides.is_empty());
    found.retain(|waiting| !has_side || !waiting.reading.sides.is_empty());
    found
}

fn of_proposal(activity: &Activity, text: &str, proposal: &Proposal) -> Waiting {
    let words = |range: &std::ops::Range<usize>| one_spaced(text.get(range.clone()).unwrap_or_default());
    let quote = words(&proposal.quote);
    let date = activity.local_date;
    let next = if proposal.is_next_day { date.tomorrow().unwrap_or(date) } else { date };
    Waiting {
        id: id_of(date, &quote),
        date,
        activity: activity.id.clone(),
        title: activity.title.clone(),
        quote,
        words: proposal.why.iter().map(|why| words(&why.words)).collect(),
        language: proposal.language.code(),
        reading: Reading {
            date: next,
            sides: proposal.sides.clone(),
            score: proposal.score,
            moment: proposal.moment,
            region: proposal.region,
            onset_km: proposal.onset_km,
            is_swollen: proposal.is_swollen,
        },
    }
}

/// Eight digits of the hash of day and words.
#[must_use]
pub fn id_of(date: Date, quote: &str) -> String {
    content_of(format!("{date} {quote}").as_bytes()).chars().take(8).collect()
}

fn one_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether the runner has spoken on these words, or on more or fewer of them, as a later version may quote.
fn is_decided(waiting: &Waiting, decided: &[NoteDecision]) -> bool {
    let quote = waiting.quote.to_lowercase();
    decided.iter().filter(|decision| decision.date == waiting.date).any(|decision| {
        let known = decision.quote.to_lowercase();
        known.contains(&quote) || quote.contains(&known)
    })
}

/// Whether the diary has a score for a knee of that day.
fn is_told(reading: &Reading, diary: &[SymptomEntry]) -> bool {
    let is_of = |entry: &SymptomEntry| reading.sides.is_empty() || reading.sides.contains(&entry.side);
    diary.iter().any(|entry| entry.date == reading.date && is_of(entry) && entry.day_pain().is_some())
}

/// Keeps the runner's word on some complaints, and, unless it is a refusal, the diary entries: all of it or nothing.
/// Each word has an instant of its own, by which it can be taken back.
pub fn decide(
    store: &mut Store,
    decided: &[&Waiting],
    verdict: NoteVerdict,
    mut at: Timestamp,
) -> Result<(), Refused> {
    let history = store.history()?;
    let mut diary = history.symptoms;
    let mut contents: Vec<(Vec<Row>, Timestamp)> = Vec::new();
    for waiting in decided {
        if verdict != NoteVerdict::Refused {
            contents.push((rows(waiting, &diary), at));
            remember(&mut diary, waiting);
        }
        let decision: Row = vec![
            ("date", waiting.date.to_string()),
            ("verdict", verdict.code().to_owned()),
            ("quote", waiting.quote.clone()),
            ("activity", waiting.activity.0.clone()),
        ];
        contents.push((vec![decision], at));
        at = at.checked_add(jiff::Span::new().nanoseconds(1)).unwrap_or(at);
    }
    keep_all(store, &history.profile, &contents).map(drop)
}

/// What the next complaint of the same knee and day must not overwrite.
fn remember(diary: &mut Vec<SymptomEntry>, waiting: &Waiting) {
    for side in &waiting.reading.sides {
        let is_of = |entry: &&mut SymptomEntry| entry.date == waiting.reading.date && entry.side == *side;
        let before = diary.iter_mut().find(is_of);
        let text = note(waiting, before.as_deref());
        match before {
            Some(entry) => entry.note = Some(text),
            None => diary
                .push(SymptomEntry { note: Some(text), ..SymptomEntry::empty(waiting.reading.date, *side) }),
        }
    }
}

/// Takes a decision back, the diary entry with it; whether there was one.
pub fn reopen(store: &mut Store, decision: &NoteDecision) -> Result<bool, StoreError> {
    store.write(|batch| batch.forget_decision(decision))
}

/// The diary's rows, one a knee.
fn rows(waiting: &Waiting, diary: &[SymptomEntry]) -> Vec<Row> {
    let reading = &waiting.reading;
    reading
        .sides
        .iter()
        .map(|side| {
            let before = diary.iter().find(|entry| entry.date == reading.date && entry.side == *side);
            let score = |moments: &[Moment]| {
                let points = reading.score.filter(|_| moments.contains(&reading.moment));
                points.map(|score| score.points().to_string()).unwrap_or_default()
            };
            vec![
                ("date", reading.date.to_string()),
                ("side", side.word().to_owned()),
                ("pain_morning", score(&[Moment::Morning])),
                ("pain_before", score(&[Moment::Before])),
                // A number in the note of a run that says no moment is of the run.
                ("pain_during_max", score(&[Moment::During, Moment::Unknown])),
                ("pain_60min", score(&[Moment::After])),
                ("pain_onset_km", reading.onset_km.map(|km| format!("{km:.3}")).unwrap_or_default()),
                ("regions", reading.region.map(|region| region.code().to_owned()).unwrap_or_default()),
                ("swelling", if reading.is_swollen { "1".to_owned() } else { String::new() }),
                ("note", note(waiting, before)),
            ]
        })
        .collect()
}

/// What was noted that day already, the quoted words and where they come from.
fn note(waiting: &Waiting, before: Option<&SymptomEntry>) -> String {
    let origin: String = waiting.activity.0.chars().take(8).collect();
    let quoted = format!("“{}” (note of {} {origin})", waiting.quote, waiting.date);
    match before.and_then(|entry| entry.note.as_deref()) {
        Some(note) if !note.contains(&quoted) => format!("{note}; {quoted}"),
        _ => quoted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kneewise_store::DatabaseUrl;

    fn waiting(quote: &str, onset_km: f64) -> Waiting {
        let date: Date = "2026-09-20".parse().unwrap();
        Waiting {
            id: id_of(date, quote),
            date,
            activity: ActivityId("ab12".to_owned()),
            title: None,
            quote: quote.to_owned(),
            words: vec![],
            language: "en",
            reading: Reading {
                date,
                sides: vec![Side::Left],
                score: PainScore::new(4).ok(),
                moment: Moment::During,
                region: None,
                onset_km: Some(onset_km),
                is_swollen: false,
            },
        }
    }

    #[test]
    fn several_words_are_kept_together_or_not_at_all() {
        let mut store = Store::open(&DatabaseUrl::memory()).unwrap();
        let at: Timestamp = "2026-10-01T07:00:00Z".parse().unwrap();
        let (one, other) = (waiting("Left knee sore", 5.0), waiting("Knee sore again", 6.0));
        let impossible = waiting("Sore knee", 1e9);
        let refused = decide(&mut store, &[&one, &impossible], NoteVerdict::Accepted, at);
        assert!(matches!(refused, Err(Refused::Line(_))), "{refused:?}");
        assert!(store.history().unwrap().symptoms.is_empty() && store.note_decisions().unwrap().is_empty());

        let before = store.changes().unwrap().unwrap();
        decide(&mut store, &[&one, &other], NoteVerdict::Accepted, at).unwrap();
        assert_eq!(store.changes().unwrap(), Some(before + 1), "one transaction");
        assert_eq!(store.note_decisions().unwrap().len(), 2);
        let diary = store.history().unwrap().symptoms;
        assert_eq!(diary.len(), 1);
        let note = diary[0].note.clone().unwrap();
        assert!(note.contains("Left knee sore") && note.contains("Knee sore again"), "{note}");
        // Each can be taken back by itself.
        let decisions = store.note_decisions().unwrap();
        assert!(reopen(&mut store, &decisions[0]).unwrap());
        assert_eq!(store.note_decisions().unwrap().len(), 1);
        assert_eq!(store.history().unwrap().symptoms.len(), 1);
    }
}
