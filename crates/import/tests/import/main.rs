//! What the importers make of whole files: the corpus, and properties over many inputs.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod corpus;
mod cross_format;
mod export_table;
