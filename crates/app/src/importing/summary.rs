//! What an import did, in the shape of the contract.

use super::reading::Outcome;
use kneewise_import::Note;
use kneewise_store::{ActivityFilter, EntryCounts, Store, StoreError};
use kneewise_types::ActivitySource;
use serde::Serialize;
use std::collections::{BTreeSet, HashMap, HashSet};
use utoipa::ToSchema;

/// The answer of `import --json`.
#[derive(Debug, Default, Serialize, ToSchema)]
#[schema(as = ImportSummary)]
pub struct Summary {
    pub files: u32,
    /// Files whose content was known before.
    pub files_known: u32,
    pub activities_added: u32,
    pub activities_known: u32,
    pub activities_merged: u32,
    pub entries_added: EntriesAdded,
    /// Rows of logs that held a value that cannot be.
    pub rows_left_out: u32,
    pub unusable: Vec<UnusableFile>,
    pub notes: Vec<FileNote>,
    /// Stopped by the runner before everything was read.
    #[serde(rename = "stopped")]
    pub is_stopped: bool,
    pub seconds: f64,
    /// Known files: content and path.
    #[serde(skip)]
    known: BTreeSet<(String, String)>,
    /// Names of the files that were there, without folder and `.gz`.
    #[serde(skip)]
    seen: HashSet<String>,
    /// Files that the platform's tables name, by table.
    #[serde(skip)]
    named: Vec<(String, Vec<String>)>,
}

/// A file that held nothing usable.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
pub struct UnusableFile {
    pub path: String,
    pub reason: String,
}

/// Damaged but usable.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
pub struct FileNote {
    pub path: String,
    pub at: Option<String>,
    pub what: String,
}

/// New log entries by the name of their file.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
pub struct EntriesAdded {
    pub diary: u32,
    pub screen: u32,
    pub wellness: u32,
    pub shoes: u32,
    pub tests: u32,
    pub strength: u32,
    /// Answers to complaints found in notes.
    pub decisions: u32,
    /// Experiments on oneself.
    pub experiments: u32,
    /// Weekly checks.
    pub weekly: u32,
    pub questionnaires: u32,
    pub profile: u32,
}

impl EntriesAdded {
    pub fn add(&mut self, counts: EntryCounts) {
        let EntryCounts {
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
        } = counts;
        self.diary += symptoms;
        self.screen += screen;
        self.wellness += wellness;
        self.shoes += shoes;
        self.tests += tests;
        self.strength += strength;
        self.decisions += decisions;
        self.experiments += experiments;
        self.weekly += weekly;
        self.questionnaires += questionnaires;
        self.profile += profile;
    }

    /// Each kind with its count, in the order people meet them.
    pub const fn by_kind(self) -> [(&'static str, u32); 11] {
        [
            ("diary", self.diary),
            ("screen", self.screen),
            ("wellness", self.wellness),
            ("shoes", self.shoes),
            ("tests", self.tests),
            ("strength", self.strength),
            ("decisions", self.decisions),
            ("experiments", self.experiments),
            ("weekly", self.weekly),
            ("questionnaires", self.questionnaires),
            ("profile", self.profile),
        ]
    }

    fn sum(&mut self, other: Self) {
        self.diary += other.diary;
        self.screen += other.screen;
        self.wellness += other.wellness;
        self.shoes += other.shoes;
        self.tests += other.tests;
        self.strength += other.strength;
        self.decisions += other.decisions;
        self.experiments += other.experiments;
        self.weekly += other.weekly;
        self.questionnaires += other.questionnaires;
        self.profile += other.profile;
    }

    pub fn total(self) -> u32 {
        self.by_kind().iter().map(|(_, count)| count).sum()
    }
}

impl Summary {
    /// Whether nothing was added that was not known.
    pub fn is_nothing_new(&self) -> bool {
        self.activities_added == 0 && self.activities_merged == 0 && self.entries_added.total() == 0
    }

    /// Whether no file held anything usable, now or before.
    pub fn is_nothing_usable(&self) -> bool {
        self.is_nothing_new() && usize::try_from(self.files).is_ok_and(|files| files <= self.unusable.len())
    }

    pub fn count_known(&mut self, content: String, path: String) {
        self.files += 1;
        self.files_known += 1;
        self.known.insert((content, path));
    }

    pub fn count_unusable(&mut self, path: String, reason: String) {
        self.files += 1;
        self.unusable.push(UnusableFile { path, reason });
    }

    pub fn add_notes(&mut self, path: &str, notes: Vec<Note>) {
        let with_path = |Note { at, what }| FileNote { path: path.to_owned(), at, what };
        self.notes.extend(notes.into_iter().map(with_path));
    }

    /// Remembers which files a platform's table names.
    pub fn name_files(&mut self, path: &str, links: Vec<String>) {
        if !links.is_empty() {
            self.named.push((path.to_owned(), links));
        }
    }

    /// Remembers that a file was there.
    pub fn see(&mut self, path: &str) {
        self.seen.insert(bare_name(path).to_owned());
    }

    /// One note a table for all the files it names that are not there.
    fn note_absent_files(&mut self) {
        for (path, links) in std::mem::take(&mut self.named) {
            let absent = links.iter().filter(|link| !self.seen.contains(bare_name(link))).count();
            if absent > 0 {
                let what = format!(
                    "{absent} of the {} files it names are not here: their activities are kept as summaries",
                    links.len()
                );
                self.notes.push(FileNote { path, at: None, what });
            }
        }
    }

    /// Counts what leaves no trace in the database.
    pub fn count_unkept(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Known { content, path } => self.count_known(content, path),
            Outcome::Unreadable { path, reason } => self.count_unusable(path, reason),
            Outcome::Noted { path, note } => self.add_notes(&path, vec![note]),
            Outcome::Prepared(_) | Outcome::Unusable(_) => {}
        }
    }

    pub fn add(&mut self, other: Self) {
        self.files += other.files;
        self.files_known += other.files_known;
        self.activities_added += other.activities_added;
        self.activities_merged += other.activities_merged;
        self.unusable.extend(other.unusable);
        self.notes.extend(other.notes);
        self.known.extend(other.known);
        self.named.extend(other.named);
        self.rows_left_out += other.rows_left_out;
        self.entries_added.sum(other.entries_added);
    }

    /// Contents that were not kept before; more when files could not be opened. Only before [`Self::finish`].
    pub fn contents_added(&self) -> usize {
        usize::try_from(self.files.saturating_sub(self.files_known)).unwrap_or(usize::MAX)
    }

    /// Counts the activities of known files, repeats why known unusable ones are so, puts all in order.
    pub fn finish(&mut self, store: &Store) -> Result<(), StoreError> {
        if !self.known.is_empty() {
            let reasons: HashMap<String, String> =
                store.list_unusable()?.into_iter().map(|file| (file.content, file.reason)).collect();
            for (content, path) in &self.known {
                if let Some(reason) = reasons.get(content) {
                    self.files_known -= 1;
                    self.unusable.push(UnusableFile { path: path.clone(), reason: reason.clone() });
                }
            }
            let activities = store.list_activities(&ActivityFilter::default())?;
            let contents: HashSet<&str> = self.known.iter().map(|(content, _)| content.as_str()).collect();
            let known = |source: &ActivitySource| contents.contains(source.content.as_str());
            let count = activities.iter().flat_map(|activity| &activity.sources).filter(|s| known(s)).count();
            self.activities_known = u32::try_from(count).unwrap_or(u32::MAX);
        }
        self.note_absent_files();
        self.unusable.sort();
        self.notes.sort();
        Ok(())
    }
}

/// A file's name without folder and without the ending of its compression.
fn bare_name(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    name.strip_suffix(".gz").unwrap_or(name)
}
