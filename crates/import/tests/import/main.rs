//! What the importers make of whole files: the corpus, and properties over many inputs.

mod corpus;
mod export_table;
