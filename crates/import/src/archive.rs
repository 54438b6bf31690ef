//! ZIP archives, archives inside them, and compressed files: members handed out one at a time.
//!
//! Memory holds one member, whatever the archive's size. Nothing is trusted: neither declared sizes nor names
//! nor counts. A damaged archive gives the members that can be read.

mod limits;
mod meter;
mod name;
mod sniff;

pub use limits::Limits;
pub use sniff::is_zip;

use crate::{ImportError, Note};
use meter::{Budget, Exceeded, Metered};
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::ops::ControlFlow;
use zip::ZipArchive;
use zip::read::{ZipFile, read_zipfile_from_stream};
use zip::result::ZipError;

/// A reader that can go back.
pub trait ReadSeek: Read + Seek {}
impl<T: Read + Seek> ReadSeek for T {}

/// One member that may hold activities or entries, still compressed when it is a `.gz`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Path inside the archive; members of inner archives have the inner archive's path before theirs.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// What a walk found besides the members it handed out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Walked {
    /// Members handed out.
    pub taken: u32,
    /// Members that are no input of ours: pictures, pages, other tables.
    pub skipped: u32,
    /// Members that could not be read or were refused, by path.
    pub notes: Vec<Note>,
}

/// Who receives the members and where inner archives are kept while they are read.
pub trait Receive {
    /// Takes a member; `Break` ends the walk.
    fn take(&mut self, member: Member) -> ControlFlow<()>;

    /// Keeps an inner archive so that it can be read from the middle: in memory, unless the app has a disk.
    fn spool(&mut self, inner: &mut dyn Read) -> io::Result<Box<dyn ReadSeek>> {
        let mut bytes = Vec::new();
        inner.read_to_end(&mut bytes)?;
        Ok(Box::new(Cursor::new(bytes)))
    }
}

impl<F: FnMut(Member) -> ControlFlow<()>> Receive for F {
    fn take(&mut self, member: Member) -> ControlFlow<()> {
        self(member)
    }
}

/// Walks a ZIP archive and hands out every member that may be ours.
pub fn walk(
    mut reader: impl Read + Seek,
    limits: &Limits,
    receiver: &mut dyn Receive,
) -> Result<Walked, ImportError> {
    let length = reader.seek(SeekFrom::End(0)).map_err(|error| unreadable(&error))?;
    let mut walk = Walk {
        budget: Budget::new(limits, length),
        limits,
        receiver,
        walked: Walked::default(),
        is_over: false,
    };
    walk.archive(&mut reader, "", 1)?;
    Ok(walk.walked)
}

fn unreadable(error: &io::Error) -> ImportError {
    ImportError::Nothing { why: format!("the archive cannot be read: {error}") }
}

/// The state of one walk over all levels.
struct Walk<'a> {
    limits: &'a Limits,
    budget: Budget,
    receiver: &'a mut dyn Receive,
    walked: Walked,
    /// The receiver or the budget ended it.
    is_over: bool,
}

impl Walk<'_> {
    fn archive(
        &mut self,
        reader: &mut (dyn ReadSeek + '_),
        prefix: &str,
        depth: u32,
    ) -> Result<(), ImportError> {
        if depth > self.limits.depth {
            return Err(refused(format!("archives are nested more than {} deep", self.limits.depth)));
        }
        match ZipArchive::new(&mut *reader) {
            Ok(archive) => self.listed(archive, prefix, depth),
            Err(error) => self.unlisted(reader, prefix, depth, &error),
        }
    }

    /// By the directory at the archive's end.
    fn listed<R: Read + Seek>(
        &mut self,
        mut archive: ZipArchive<R>,
        prefix: &str,
        depth: u32,
    ) -> Result<(), ImportError> {
        self.count(archive.len())?;
        for index in 0..archive.len() {
            if self.is_over {
                break;
            }
            let name = archive.name_for_index(index).and_then(Result::ok).unwrap_or_default().into_owned();
            match archive.by_index(index) {
                Ok(mut file) => self.member(&mut file, prefix, depth),
                Err(error) => self.note(&format!("{prefix}{name}"), describe(&error)),
            }
        }
        Ok(())
    }

    /// Without a directory: member after member from the front, up to the break.
    fn unlisted(
        &mut self,
        reader: &mut (dyn ReadSeek + '_),
        prefix: &str,
        depth: u32,
        error: &ZipError,
    ) -> Result<(), ImportError> {
        let before = self.walked.taken + self.walked.skipped;
        reader.seek(SeekFrom::Start(0)).map_err(|error| unreadable(&error))?;
        let mut members = 0_usize;
        while !self.is_over {
            let mut stream = &mut *reader;
            let Ok(Some(mut file)) = read_zipfile_from_stream(&mut stream) else { break };
            members += 1;
            self.count(members)?;
            self.member(&mut file, prefix, depth);
        }
        if self.walked.taken + self.walked.skipped == before {
            return Err(ImportError::Nothing { why: format!("the archive is damaged: {}", describe(error)) });
        }
        self.note(prefix.trim_end_matches('/'), "the archive is damaged, what could be read of it was kept");
        Ok(())
    }

    fn count(&self, members: usize) -> Result<(), ImportError> {
        if u32::try_from(members).is_ok_and(|members| members <= self.limits.members) {
            return Ok(());
        }
        Err(refused(format!("the archive has more than {} members", self.limits.members)))
    }

    fn member<R: Read>(&mut self, file: &mut ZipFile<'_, R>, prefix: &str, depth: u32) {
        let name = file.name().map(std::borrow::Cow::into_owned).unwrap_or_default();
        let path = format!("{prefix}{name}");
        if file.is_dir() || file.is_symlink() {
            return;
        }
        if !name::is_inside(&name) {
            self.note(&path, "refused: the path leaves the archive");
            return;
        }
        let compressed = file.compressed_size();
        let mut metered = Metered::new(file, compressed, self.limits, &mut self.budget);
        let mut head = Vec::new();
        let read = metered.by_ref().take(sniff::HEAD_BYTES).read_to_end(&mut head);
        if let Err(error) = read {
            self.failed(&path, &error);
            return;
        }
        if is_zip(&head) {
            metered.allow_inner();
            let spooled = self.receiver.spool(&mut Cursor::new(head).chain(metered));
            self.inner(spooled, &path, depth);
        } else if sniff::is_ours(&name, &head) {
            let rest = metered.read_to_end(&mut head);
            self.hand_out(path, head, rest);
        } else {
            self.walked.skipped += 1;
        }
    }

    fn inner(&mut self, spooled: io::Result<Box<dyn ReadSeek>>, path: &str, depth: u32) {
        match spooled {
            Err(error) => self.failed(path, &error),
            Ok(mut reader) => {
                let inner = self.archive(reader.as_mut(), &format!("{path}/"), depth + 1);
                if let Err(error) = inner {
                    self.note(path, error.to_string());
                }
            }
        }
    }

    /// A member that breaks off is still handed out: its format may keep what came before.
    fn hand_out(&mut self, path: String, bytes: Vec<u8>, rest: io::Result<usize>) {
        if let Err(error) = rest {
            let is_refused = Exceeded::of(&error).is_some();
            self.failed(&path, &error);
            if is_refused || bytes.is_empty() {
                return;
            }
        }
        self.walked.taken += 1;
        if self.receiver.take(Member { path, bytes }).is_break() {
            self.is_over = true;
        }
    }

    fn failed(&mut self, path: &str, error: &io::Error) {
        match Exceeded::of(error) {
            Some(exceeded) => {
                self.is_over |= exceeded.is_total();
                self.note(path, format!("refused: {exceeded}"));
            }
            None => self.note(path, "the member is damaged, what precedes the break was read"),
        }
    }

    fn note(&mut self, path: &str, what: impl Into<String>) {
        let at = Some(path.to_owned()).filter(|path| !path.is_empty());
        self.walked.notes.push(Note { at, what: what.into() });
    }
}

fn refused(why: String) -> ImportError {
    ImportError::Refused { why }
}

fn describe(error: &ZipError) -> &'static str {
    match error {
        ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED => {
            "it is locked with a password; unpack it first"
        }
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            "it is compressed in a way that is not supported; unpack it first"
        }
        _ => "its directory is missing or wrong",
    }
}

#[cfg(test)]
mod tests;
