//! ZIP archives: recognised by their first bytes, walked member by member.

use super::{Found, FoundBytes, Walker};
use crate::importing::reading::Outcome;
use kneewise_import::archive::{self, Limits, Member, ReadSeek, Receive};
use std::fs::File;
use std::io::{self, BufReader, Read, Seek};
use std::ops::ControlFlow;
use std::path::Path;

/// The opened file, if it is an archive.
#[expect(clippy::disallowed_methods, reason = "only the app touches the disk")]
pub fn open(path: &Path) -> io::Result<Option<BufReader<File>>> {
    let mut file = File::open(path)?;
    let mut head = [0; 4];
    let mut length = 0;
    while let Some(room) = head.get_mut(length..).filter(|room| !room.is_empty()) {
        match file.read(room)? {
            0 => break,
            read => length += read,
        }
    }
    file.rewind()?;
    let is_archive = archive::is_zip(head.get(..length).unwrap_or_default());
    Ok(is_archive.then(|| BufReader::new(file)))
}

impl Walker<'_, '_> {
    pub(super) fn archive(&mut self, path: &Path, reader: BufReader<File>) {
        let mut members = Members { walker: self, archive: path };
        let walked = archive::walk(reader, &Limits::default(), &mut members);
        let path = path.display().to_string();
        match walked {
            Ok(walked) => {
                let mut notes = walked.notes.into_iter();
                if walked.taken == 0 && !self.is_stopped {
                    let reason = notes.next().map_or_else(
                        || "the archive holds no activity file, log or export".to_owned(),
                        |note| note.at.map(|at| format!("{at}: ")).unwrap_or_default() + &note.what,
                    );
                    self.troubles.push(Outcome::Unreadable { path: path.clone(), reason });
                }
                self.troubles.extend(notes.map(|note| Outcome::Noted { path: path.clone(), note }));
            }
            Err(error) => self.troubles.push(Outcome::Unreadable { path, reason: error.to_string() }),
        }
    }
}

struct Members<'a, 'b, 'c> {
    walker: &'a mut Walker<'b, 'c>,
    archive: &'a Path,
}

impl Receive for Members<'_, '_, '_> {
    fn take(&mut self, member: Member) -> ControlFlow<()> {
        let Member { path, bytes } = member;
        let name = path.rsplit('/').next().unwrap_or_default();
        if super::is_skipped(name) {
            return ControlFlow::Continue(());
        }
        let found = Found {
            path: format!("{}/{path}", self.archive.display()),
            bytes: FoundBytes::Here(bytes),
            modified: None,
        };
        if self.walker.hand_out(found) { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    }

    /// On disk: an inner archive can be larger than memory should be.
    fn spool(&mut self, inner: &mut dyn Read) -> io::Result<Box<dyn ReadSeek>> {
        let mut file = tempfile::tempfile()?;
        io::copy(inner, &mut file)?;
        file.rewind()?;
        Ok(Box::new(BufReader::new(file)))
    }
}
