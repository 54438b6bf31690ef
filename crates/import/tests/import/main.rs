//! What the importers make of whole files: the corpus, and properties over many inputs.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod corpus;
mod cross_format;
mod damage;
mod duplicates;
mod export_table;
mod fit_corpus;
mod opentracks;
mod replay;
