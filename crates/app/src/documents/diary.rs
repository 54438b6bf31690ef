//! `diary --json` and `/api/v1/diary`: the days as they were entered.

use super::{SCHEMA, wire};
use kneewise_types::{Date, SymptomEntry};
use serde::Serialize;
use utoipa::ToSchema;

/// Entries, oldest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Diary)]
pub struct Document<'a> {
    pub schema: u32,
    #[schema(value_type = String, format = Date)]
    pub as_of: Date,
    #[schema(value_type = Vec<wire::DiaryEntry>)]
    pub entries: Vec<&'a SymptomEntry>,
}

/// The document of some entries.
#[must_use]
pub fn document<'a>(entries: impl IntoIterator<Item = &'a SymptomEntry>, as_of: Date) -> Document<'a> {
    let mut entries: Vec<_> = entries.into_iter().collect();
    entries.sort_by_key(|entry| (entry.date, entry.side));
    Document { schema: SCHEMA, as_of, entries }
}
