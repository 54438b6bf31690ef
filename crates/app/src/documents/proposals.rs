//! `diary proposals --json`: complaints found in notes that wait for the runner's word; and what became of them.

use super::{SCHEMA, wire};
use crate::proposals::Waiting;
use kneewise_analyse::notes::Moment;
use kneewise_types::{Date, PainScore, Region, Side};
use serde::Serialize;
use utoipa::ToSchema;

/// What waits, the newest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NoteProposals)]
pub struct Document<'a> {
    pub schema: u32,
    #[schema(value_type = String, format = Date)]
    pub as_of: Date,
    pub proposals: Vec<One<'a>>,
}

/// One complaint as it was read.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NoteProposal)]
pub struct One<'a> {
    pub id: &'a str,
    /// Local day of the outing.
    #[schema(value_type = String, format = Date)]
    pub date: Date,
    pub activity: &'a str,
    pub title: Option<&'a str>,
    /// The words of the note.
    pub quote: &'a str,
    /// Those of them that were read as a complaint.
    pub words: &'a [String],
    /// ISO 639-1.
    pub language: &'a str,
    /// Day of the diary entry.
    #[schema(value_type = String, format = Date)]
    pub diary_date: Date,
    /// Empty when the words do not say which knee.
    #[schema(value_type = Vec<wire::Side>)]
    pub sides: &'a [Side],
    #[schema(value_type = Option<u8>)]
    pub score: Option<PainScore>,
    /// `before`, `during`, `after`, `morning` or `unknown`.
    #[schema(value_type = String)]
    pub moment: Moment,
    #[schema(value_type = Option<String>)]
    pub region: Option<Region>,
    pub onset_km: Option<f64>,
    pub is_swollen: bool,
}

/// The document of what waits.
#[must_use]
pub fn document(waiting: &[Waiting], as_of: Date) -> Document<'_> {
    Document { schema: SCHEMA, as_of, proposals: waiting.iter().map(one).collect() }
}

fn one(waiting: &Waiting) -> One<'_> {
    let reading = &waiting.reading;
    One {
        id: &waiting.id,
        date: waiting.date,
        activity: &waiting.activity.0,
        title: waiting.title.as_deref(),
        quote: &waiting.quote,
        words: &waiting.words,
        language: waiting.language,
        diary_date: reading.date,
        sides: &reading.sides,
        score: reading.score,
        moment: reading.moment,
        region: reading.region,
        onset_km: reading.onset_km,
        is_swollen: reading.is_swollen,
    }
}

/// What became of some complaints.
#[derive(Debug, Default, Serialize, ToSchema)]
#[schema(as = NoteDecisions)]
pub struct Decided {
    pub schema: u32,
    /// `accepted`, `corrected`, `refused` or `reopened`.
    pub verdict: &'static str,
    /// Ids decided on.
    pub decided: Vec<String>,
    /// Ids that wait on, because the words do not say which knee.
    pub without_side: Vec<String>,
    /// How many wait now.
    pub waiting: usize,
}
