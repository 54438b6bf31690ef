//! Keeps everything: original files, activities with their samples, log entries.
//!
//! In: plain data of `kneewise-types` and bytes. Out: the same, exactly. SQLite by default, PostgreSQL by URL,
//! one text of every query for both. Never: a formula, a clock, the network except the database's.
//! Derived values carry the version that made them and can be made again from what is kept.

mod activities;
mod assessments;
mod backup;
mod codec;
mod columns;
mod database;
mod entries;
mod error;
mod history;
mod knee;
mod migrations;
mod originals;
mod resolve;
mod samples;
mod sessions;
mod settings;
mod sources;
mod store;
mod tables;
mod url;

pub use activities::{ActivityFilter, Kept};
pub use assessments::AssessmentKey;
pub use entries::{Entry, EntryCounts, EntryOrigin};
pub use error::StoreError;
pub use knee::KneeOutcome;
pub use migrations::SCHEMA_VERSION;
pub use originals::{Original, PackedOriginal, Unusable};
pub use samples::PackedSamples;
pub use sessions::SessionFile;
pub use sources::StoredSource;
pub use store::{Counts, Store, Writing};
pub use url::DatabaseUrl;
