//! One file from bytes to what is kept of it. Needs no database: this runs on all cores.

use super::contents::content_of;
use super::logged::unstamp;
use super::walking::{Found, FoundBytes};
use crate::cli::io_reason;
use jiff::tz::TimeZone;
use kneewise_analyse::{Digests, digests};
use kneewise_import::{Entries, ImportError, Imported, Note, Recorded, ZoneMap};
use kneewise_store::{Entry, EntryOrigin, KneeOutcome, PackedOriginal, PackedSamples, StoreError, Unusable};
use kneewise_types::{Activity, Profile, Timestamp};
use std::collections::HashSet;

/// What every file is read with.
#[derive(Debug)]
pub struct Reader {
    /// Contents met in earlier imports.
    pub known: HashSet<String>,
    /// The zone of the runner's profile.
    pub zone: Option<TimeZone>,
    pub zone_map: ZoneMap,
    /// Ids of the exercise library.
    pub exercises: Vec<&'static str>,
}

/// What became of one file.
#[derive(Debug)]
pub enum Outcome {
    /// Met in an earlier import.
    Known { content: String, path: String },
    /// Read, packed, ready to be kept.
    Prepared(Box<Prepared>),
    /// It holds nothing usable; remembered, so that the next import need not read it.
    Unusable(Unusable),
    /// It could not be opened this time.
    Unreadable { path: String, reason: String },
    /// Something about an archive or a folder as a whole.
    Noted { path: String, note: Note },
}

/// One outing as a file tells of it.
#[derive(Debug)]
pub struct Told {
    pub activity: Activity,
    pub samples: PackedSamples,
    /// What it asked of the knee; `None` when it was not on foot.
    pub knee: Option<KneeOutcome>,
}

impl Told {
    /// With all that its samples come to, made while they are at hand.
    fn new(recorded: Recorded) -> Result<Self, StoreError> {
        let Recorded { mut activity, samples } = recorded;
        let Digests { load, knee } = digests(&activity, &samples);
        activity.digest = load;
        Ok(Self { samples: PackedSamples::new(&samples)?, activity, knee })
    }
}

/// One file as it is kept.
#[derive(Debug)]
pub struct Prepared {
    pub content: String,
    pub path: String,
    pub original: PackedOriginal,
    pub sources: Vec<Told>,
    pub entries: Vec<Entry>,
    pub origin: EntryOrigin,
    pub notes: Vec<Note>,
    /// Rows of a log that could not be used.
    pub rows_left_out: u32,
    /// Files that a platform's table names.
    pub links: Vec<String>,
}

impl Outcome {
    /// The name of the file it is about.
    pub fn path(&self) -> &str {
        match self {
            Self::Prepared(prepared) => &prepared.path,
            Self::Unusable(file) => &file.path,
            Self::Known { path, .. } | Self::Unreadable { path, .. } | Self::Noted { path, .. } => path,
        }
    }
}

impl Prepared {
    /// Bytes it will take in the database, about.
    pub fn packed_bytes(&self) -> usize {
        self.original.packed_bytes()
            + self.sources.iter().map(|told| told.samples.packed_bytes()).sum::<usize>()
    }
}

impl Reader {
    /// Knows nothing yet; days are those of the profile's zone.
    pub fn of_profile(profile: &Profile) -> Self {
        let zone_map = ZoneMap::new();
        let zone = profile.time_zone.as_deref().and_then(|name| zone_map.zone(name));
        Self { known: HashSet::new(), zone, zone_map, exercises: kneewise_advise::exercise_ids() }
    }

    /// Reads one file, whatever it is.
    pub fn read(&self, found: Found) -> Outcome {
        let Found { path, bytes, modified } = found;
        let bytes = match bytes {
            FoundBytes::Here(bytes) => bytes,
            FoundBytes::InFile(file) => match read_file(&file) {
                Ok(bytes) => bytes,
                Err(reason) => return Outcome::Unreadable { path, reason },
            },
        };
        self.read_bytes(&path, &bytes, modified)
    }

    /// Reads the bytes of one file.
    pub fn read_bytes(&self, path: &str, bytes: &[u8], modified: Option<Timestamp>) -> Outcome {
        let content = content_of(bytes);
        if self.known.contains(&content) {
            return Outcome::Known { content, path: path.to_owned() };
        }
        match self.prepare(&content, path, bytes, modified) {
            Ok(outcome) => outcome,
            Err(error) => Outcome::Unreadable { path: path.to_owned(), reason: error.to_string() },
        }
    }

    fn prepare(
        &self,
        content: &str,
        path: &str,
        bytes: &[u8],
        modified: Option<Timestamp>,
    ) -> Result<Outcome, StoreError> {
        let (origin, told) = match unstamp(bytes) {
            Some((at, told)) => (EntryOrigin::Logged { at }, told),
            None => (EntryOrigin::File { modified }, bytes),
        };
        let imported = match self.imported(content, path, told) {
            Ok(imported) => imported,
            Err(error) => return Ok(unusable(content, path, bytes, error.to_string())),
        };
        let entries = flatten(imported.entries);
        // A log with nothing but its header is no fault, and worth knowing next time.
        let has_failed = imported.notes.is_empty() || imported.rows_left_out > 0;
        if imported.activities.is_empty() && entries.is_empty() && has_failed {
            let why = imported.notes.first().map_or_else(
                || "it holds no activity and no log entry".to_owned(),
                |note| nothing_but(note, imported.notes.len()),
            );
            return Ok(unusable(content, path, bytes, why));
        }
        let sources = imported.activities.into_iter().map(Told::new).collect::<Result<_, StoreError>>()?;
        Ok(Outcome::Prepared(Box::new(Prepared {
            original: PackedOriginal::new(content, path, bytes)?,
            content: content.to_owned(),
            path: path.to_owned(),
            sources,
            entries,
            origin,
            notes: imported.notes,
            rows_left_out: imported.rows_left_out,
            links: imported.links.into_iter().map(|link| link.file).collect(),
        })))
    }

    /// What the formats make of the bytes.
    fn imported(&self, content: &str, path: &str, bytes: &[u8]) -> Result<Imported, ImportError> {
        let (zone, exercises, zone_map) = (self.zone.as_ref(), self.exercises.as_slice(), &self.zone_map);
        kneewise_import::read(bytes, &kneewise_import::Context { content, path, zone, exercises, zone_map })
    }
}

fn nothing_but(note: &Note, count: usize) -> String {
    let at = note.at.as_deref().map(|at| format!("{at}: ")).unwrap_or_default();
    let more = if count > 1 { format!(" (and {} more like it)", count - 1) } else { String::new() };
    format!("{at}{}{more}", note.what)
}

fn unusable(content: &str, path: &str, bytes: &[u8], reason: String) -> Outcome {
    Outcome::Unusable(Unusable {
        content: content.to_owned(),
        path: path.to_owned(),
        size_bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        reason,
    })
}

/// More than any watch, platform or log writes into one file.
const MAX_FILE_BYTES: u64 = 256 << 20;

#[expect(clippy::disallowed_methods, reason = "only the app touches the disk")]
fn read_file(path: &std::path::Path) -> Result<Vec<u8>, String> {
    let length = std::fs::metadata(path).map_err(|error| io_reason(&error))?.len();
    if length > MAX_FILE_BYTES {
        return Err(format!(
            "refused: {} MB is more than any activity file or log, at most 256 MB",
            length >> 20
        ));
    }
    std::fs::read(path).map_err(|error| io_reason(&error))
}

/// Log entries of one file in the order of their kinds.
fn flatten(entries: Entries) -> Vec<Entry> {
    let Entries {
        profile,
        symptoms,
        screen,
        wellness,
        shoes,
        tests,
        strength,
        decisions,
        experiments,
        weekly,
        questionnaires,
    } = entries;
    let mut all: Vec<Entry> = profile.into_iter().map(Entry::Profile).collect();
    all.extend(symptoms.into_iter().map(Entry::Symptom));
    all.extend(screen.into_iter().map(Entry::Screen));
    all.extend(wellness.into_iter().map(Entry::Wellness));
    all.extend(shoes.into_iter().map(Entry::Shoe));
    all.extend(tests.into_iter().map(Entry::Test));
    all.extend(strength.into_iter().map(Entry::Strength));
    all.extend(decisions.into_iter().map(Entry::Decision));
    all.extend(experiments.into_iter().map(Entry::Experiment));
    all.extend(weekly.into_iter().map(Entry::Weekly));
    all.extend(questionnaires.into_iter().map(Entry::Questionnaire));
    all
}
