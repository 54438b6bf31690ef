//! `log … --json` and the answer of the API to an entry: what was added.

use super::SCHEMA;
use crate::importing::{EntriesAdded, Summary};
use serde::Serialize;
use utoipa::ToSchema;

/// What one entry added; all 0 when it was known already.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Noted)]
pub struct Document {
    pub schema: u32,
    /// The log, such as `pain`.
    pub kind: &'static str,
    pub activities_added: u32,
    pub activities_merged: u32,
    pub entries_added: EntriesAdded,
}

/// The document of one entry.
#[must_use]
pub const fn document(kind: &'static str, summary: &Summary) -> Document {
    Document {
        schema: SCHEMA,
        kind,
        activities_added: summary.activities_added,
        activities_merged: summary.activities_merged,
        entries_added: summary.entries_added,
    }
}
