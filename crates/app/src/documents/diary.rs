//! `diary --json` and `/api/v1/diary`: the days as they were entered.

use super::reminders::{ReminderShown, reminders};
use super::warnings::{WarningShown, warnings};
use super::{SCHEMA, wire};
use crate::words::Voice;
use kneewise_types::{Date, History, SymptomEntry};
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
    /// Early signs since the first of these entries, oldest first.
    pub warnings: Vec<WarningShown>,
    /// What is due on the day of the answer; nothing behind a red flag or an open safety question.
    pub reminders: Vec<ReminderShown>,
}

/// The document of some entries of a history, with the early signs since the first of them.
#[must_use]
pub fn document<'a>(
    history: &History,
    entries: impl IntoIterator<Item = &'a SymptomEntry>,
    voice: &Voice,
) -> Document<'a> {
    let mut entries: Vec<_> = entries.into_iter().collect();
    entries.sort_by_key(|entry| (entry.date, entry.side));
    let since = entries.first().map(|entry| entry.date);
    let mut seen = kneewise_analyse::early_warnings(history, voice.as_of);
    seen.retain(|warning| since.is_some_and(|since| warning.last >= since));
    let reminders = reminders(&kneewise_analyse::due(history, voice.as_of), voice);
    Document { schema: SCHEMA, as_of: voice.as_of, warnings: warnings(&seen, voice), entries, reminders }
}
