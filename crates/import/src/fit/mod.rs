//! FIT: what watches write. One file may hold several parts, one part several sessions.
//!
//! The decoder is rustyfit; here its messages become activities. Fields are read by number, so that one field of an
//! odd size costs that value and not the run. The records of a whole and plain file are read past the decoder (`split`,
//! `records`): they are nearly all of it.

mod activity;
mod bytes;
mod checksum;
mod columns;
mod decode;
mod developer;
mod device;
mod number;
mod part;
mod quantity;
mod records;
mod sessions;
mod split;
mod sport;

use crate::{Context, ImportError, Imported, Note};
use decode::{Broken, decode};

/// Reads every activity of a FIT file; of a broken one, what precedes the break.
pub fn read_fit(bytes: &[u8], context: &Context<'_>) -> Result<Imported, ImportError> {
    let decoded = decode(bytes);
    let mut imported = Imported::default();
    let kinds: Vec<&'static str> = decoded.parts.iter().filter_map(|part| part.file_kind()).collect();
    for part in decoded.parts {
        let (activities, notes) = activity::activities(part, imported.activities.len(), context);
        imported.activities.extend(activities);
        imported.notes.extend(notes);
    }
    if imported.activities.is_empty() {
        return Err(ImportError::Nothing { why: nothing(&imported.notes, &kinds, decoded.broken.first()) });
    }
    imported.notes.extend(decoded.broken.iter().map(Broken::note));
    Ok(imported)
}

fn nothing(notes: &[Note], kinds: &[&'static str], broken: Option<&Broken>) -> String {
    if let Some(note) = notes.last() {
        return format!("a FIT file without a usable activity: {}", note.what);
    }
    match (kinds.first(), broken) {
        (Some(kind), _) => format!("a FIT file of {kind}, it holds no activity"),
        (None, Some(broken)) => format!("a FIT file without an activity: {}", broken.what()),
        (None, None) => "a FIT file without samples and without a summary".to_owned(),
    }
}

#[cfg(test)]
mod tests;
