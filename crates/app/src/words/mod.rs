//! Every sentence the program says, one function a sentence, in files by subject.
//!
//! In: facts with numbers. Out: plain British English, second person, past tense for facts, with "may" and
//! "probably" for the rest. Never: a claim of a cause, a diagnosis, a percentage of belief.

pub mod families;
