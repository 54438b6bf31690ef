//! The documents of `--json` and of the API: one builder and one shape for both.
//!
//! In: a history, an assessment, an import. Out: data that serialise to the documents of the contract, each with its
//! schema for OpenAPI. Never: a formula, a query, a word about the transport.

pub mod activities;
pub mod activity;
pub mod diary;
pub mod evidence;
pub mod experiments;
pub mod gait;
pub mod gait_plan;
pub mod import;
pub mod knee;
pub mod knee_activity;
pub mod layout;
pub mod lights;
pub mod load;
pub mod load_series;
pub mod noted;
pub mod own_data;
pub mod proposals;
pub mod reminders;
pub mod report;
pub mod scores;
pub mod screen;
pub mod warnings;
pub mod why;
pub mod wire;

/// Version of the shapes; a change that breaks readers raises it.
pub const SCHEMA: u32 = 1;
