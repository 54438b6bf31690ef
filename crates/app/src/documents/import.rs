//! `import --json`: what an import did.

use super::SCHEMA;
use crate::importing::Summary;
use serde::Serialize;
use utoipa::ToSchema;

/// The summary with its frame.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Imported)]
pub struct Document<'a> {
    pub schema: u32,
    #[serde(flatten)]
    #[schema(value_type = Summary)]
    pub summary: &'a Summary,
}

/// The document of one import.
#[must_use]
pub const fn document(summary: &Summary) -> Document<'_> {
    Document { schema: SCHEMA, summary }
}
