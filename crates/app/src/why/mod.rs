//! The answer of `why`: the JSON document for programs and the one screen for the runner.
//!
//! In: an assessment and the advice on it. Out: a document, or text of a given width.
