//! Bytes in, activities and entries and notes out.
//!
//! In: the bytes of one file, or a reader of an archive that the app opened. Out: what could be read, with a
//! note for everything that could not. Never: a disk, a clock, a network, a silent repair.

pub mod archive;
mod context;
mod detect;
pub mod duplicates;
mod export_table;
mod fit;
mod gpx;
mod gzip;
mod logs;
mod profile;
mod quality;
mod source;
mod tables;
mod tcx;
mod text;
mod track;
mod xml;
mod zone;

pub use context::{Context, ImportError};
pub use detect::{Format, detect};
pub use fit::read_fit;
pub use gpx::read_gpx;
pub use profile::read_profile;
pub use quality::doubts;
pub use tables::read_csv;
pub use tcx::read_tcx;
pub use zone::{Place, ZoneMap, place, place_of};

use kneewise_types::{
    Activity, ActivityId, Experiment, NoteDecision, Profile, QuestionnaireAnswers, Samples, ScreenAnswer,
    Shoe, StrengthEntry, SymptomEntry, TestResult, WeeklyCheck, WellnessEntry,
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
    pub decisions: Vec<NoteDecision>,
    pub experiments: Vec<Experiment>,
    pub weekly: Vec<WeeklyCheck>,
    pub questionnaires: Vec<QuestionnaireAnswers>,
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

/// Reads one file of any known format, gzip-compressed or not, and flags what is doubtful in it.
pub fn read(bytes: &[u8], context: &Context<'_>) -> Result<Imported, ImportError> {
    let mut imported = read_packed(bytes, context).map_err(|error| match error {
        ImportError::Nothing { why } => ImportError::Nothing { why: one_line(&why) },
        ImportError::Refused { why } => ImportError::Refused { why: one_line(&why) },
    })?;
    imported.notes.iter_mut().for_each(|note| note.what = one_line(&note.what));
    imported.activities.iter_mut().for_each(quality::flag);
    Ok(imported)
}

/// What is quoted from a damaged file may hold anything, also the end of a line.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn read_packed(bytes: &[u8], context: &Context<'_>) -> Result<Imported, ImportError> {
    if detect(bytes) != Format::Gzip {
        return read_plain(bytes, context);
    }
    let (inside, is_cut) = gzip::unpack(bytes)?;
    let mut imported = read_plain(&inside, context)?;
    if is_cut {
        let what = "the gzip file is damaged, its beginning was read".to_owned();
        imported.notes.push(Note { at: None, what });
    }
    Ok(imported)
}

fn read_plain(bytes: &[u8], context: &Context<'_>) -> Result<Imported, ImportError> {
    let nothing = |why: String| Err(ImportError::Nothing { why });
    match detect(bytes) {
        Format::Tcx => read_tcx(bytes, context),
        Format::Gpx => read_gpx(bytes, context),
        Format::Gzip => nothing("it is compressed twice".into()),
        Format::Zip => nothing("it is an archive inside a compressed file".into()),
        Format::Unknown { what } => nothing(format!("it is {what}")),
        Format::Table => read_csv(bytes, context),
        Format::Fit => read_fit(bytes, context),
        Format::Profile => read_profile(bytes, context),
    }
}
