//! One logged line: read and kept like a file, but refused as a whole when something in it is wrong.

use super::keeping::keep_batch;
use super::reading::{Outcome, Reader};
use super::summary::Summary;
use kneewise_store::{Store, StoreError};

/// Why a line was not kept.
#[derive(Debug)]
pub enum Refused {
    Store(StoreError),
    /// What is wrong with it.
    Line(String),
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Reads and keeps a stamped line.
pub fn keep_line(store: &mut Store, reader: &Reader, bytes: &[u8]) -> Result<Summary, Refused> {
    keep_lines(store, reader, std::iter::once(bytes))
}

/// Reads some stamped lines and keeps all of them or none, in one transaction.
pub fn keep_lines<'a>(
    store: &mut Store,
    reader: &Reader,
    lines: impl IntoIterator<Item = &'a [u8]>,
) -> Result<Summary, Refused> {
    let mut batch = Vec::new();
    for bytes in lines {
        match reader.read_bytes("log", bytes, None) {
            Outcome::Prepared(prepared) => {
                if let Some(note) = prepared.notes.first() {
                    let at = note.at.as_deref().map(|at| format!("{at}: ")).unwrap_or_default();
                    return Err(Refused::Line(format!("{at}{}", note.what)));
                }
                batch.push(Outcome::Prepared(prepared));
            }
            Outcome::Unusable(file) => return Err(Refused::Line(file.reason)),
            Outcome::Unreadable { reason, .. } => return Err(Refused::Line(reason)),
            Outcome::Known { .. } | Outcome::Noted { .. } => {}
        }
    }
    let mut summary = Summary::default();
    if !batch.is_empty() {
        keep_batch(store, batch, &mut summary)?;
    }
    Ok(summary)
}
