//! Bytes in, activities and entries and notes out.
//!
//! In: the bytes of one file, or a reader of an archive that the app opened. Out: what could be read, with a
//! note for everything that could not. Never: a disk, a clock, a network, a silent repair.

mod context;
mod export_table;
mod gpx;
mod logs;
mod source;
mod tables;
mod tcx;
mod text;
mod track;
mod xml;

pub use context::{Context, ImportError};
pub use gpx::read_gpx;
pub use tables::read_csv;
pub use tcx::read_tcx;

use kneewise_types::{
    Activity, ActivityId, Profile, Samples, ScreenAnswer, Shoe, StrengthEntry, SymptomEntry, TestResult,
    WellnessEntry,
};

/// One activity as one source tells it, with its samples.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded {
    pub activity: Activity,
    pub samples: Samples,
}

/// Lines of the CSV logs and the profile.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entries {
    pub profile: Option<Profile>,
    pub symptoms: Vec<SymptomEntry>,
    pub screen: Vec<ScreenAnswer>,
    pub wellness: Vec<WellnessEntry>,
    pub shoes: Vec<Shoe>,
    pub tests: Vec<TestResult>,
    pub strength: Vec<StrengthEntry>,
}

/// What one file gave.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Imported {
    pub activities: Vec<Recorded>,
    pub entries: Entries,
    pub notes: Vec<Note>,
    /// Rows of a log that were left out for a value that cannot be; each has a note, up to a hundred.
    pub rows_left_out: u32,
    /// Files that rows of an export table name.
    pub links: Vec<FileLink>,
}

/// A row of an export table names the file of the same activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileLink {
    /// The activity made of the row.
    pub id: ActivityId,
    /// The path as the table writes it, relative to the table.
    pub file: String,
}

/// Damaged but usable: where, and what was done about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Such as `byte 4321`, `line 12, column rpe`, `41:20`.
    pub at: Option<String>,
    /// One line, lower case, no full stop.
    pub what: String,
}
