//! An export of our own says in its manifest which original files it holds and what they were called.

use kneewise_types::Timestamp;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Name of the manifest in an export.
pub const MANIFEST: &str = "kneewise-export.json";

/// What an export holds.
#[derive(Debug, Serialize, Deserialize)]
pub struct Manifest {
    pub schema: u32,
    pub originals: Vec<ExportedFile>,
}

/// One original file of an export.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ExportedFile {
    /// Where it is in the export.
    pub file: String,
    /// What it was called when it was imported.
    pub path: String,
    /// When it had last been changed then.
    pub modified: Option<Timestamp>,
}

/// The files a folder's manifest names, if it has one; only those inside the folder.
#[expect(clippy::disallowed_methods, reason = "only the app touches the disk")]
pub fn files_of(folder: &Path) -> Option<Vec<ExportedFile>> {
    let text = std::fs::read_to_string(folder.join(MANIFEST)).ok()?;
    let manifest: Manifest = serde_json::from_str(&text).ok()?;
    let is_inside = |file: &ExportedFile| {
        Path::new(&file.file).components().all(|part| matches!(part, std::path::Component::Normal(_)))
    };
    Some(manifest.originals.into_iter().filter(is_inside).collect())
}
