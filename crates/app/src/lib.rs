//! kneewise-app: everything the one binary does, as a library, so that each part can be tested on its own.
//!
//! In: arguments, files, a database. Out: text for people, JSON for programs.
//! Never: a formula of the science; those live in `analyse` and `advise`.

pub mod charts;
pub mod cli;
pub mod documents;
pub mod experiments;
pub mod importing;
pub mod knees;
pub mod noting;
pub mod proposals;
pub mod report;
pub mod retraining;
pub mod web;
pub mod why;
pub mod words;
