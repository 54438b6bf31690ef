//! From bytes to parts: drives the decoder, keeps what precedes a break, goes on with a chained part.

use super::bytes::Bytes;
use super::checksum;
use super::columns::MAX_SAMPLES;
use super::part::Part;
use super::records;
use super::split::Split;
use crate::Note;
use rustyfit::{Decoder, DecoderError, DecoderEvent, StreamingIterator};
use std::convert::Infallible;

/// Shortest header, and the checksum after the data.
const HEADER: usize = 12;
pub(super) const CHECKSUM: usize = 2;

/// Devices chain a handful.
const MAX_PARTS: usize = 64;

/// All parts of a file, and where it was damaged.
#[derive(Debug, Default)]
pub(super) struct Decoded {
    pub parts: Vec<Part>,
    pub broken: Vec<Broken>,
}

/// A damage that the file survived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Broken {
    /// The bytes end in the middle of a part.
    Cut { at: usize },
    /// The checksum over a part does not agree with its bytes.
    Checksum { at: usize },
    /// After the last whole part there is something that is no part.
    Trailing { at: usize },
    /// A message refers to a layout that was never given.
    Layout { at: usize },
    /// More samples, laps or fields than any device writes.
    TooMuch { at: usize },
}

impl Broken {
    pub(super) fn what(self) -> String {
        match self {
            Self::Cut { .. } => "breaks off in the middle".to_owned(),
            Self::Checksum { .. } => "its checksum does not agree, some values may be wrong".to_owned(),
            Self::Trailing { .. } => "what follows the last whole part is not FIT".to_owned(),
            Self::Layout { .. } => "a message has no layout".to_owned(),
            Self::TooMuch { .. } => "it holds more than any device writes".to_owned(),
        }
    }

    pub(super) fn note(&self) -> Note {
        let (at, what) = match *self {
            Self::Cut { at } => (at, "the file breaks off here, everything before it was kept"),
            Self::Checksum { at } => (at, "the checksum does not agree, the values were kept as they are"),
            Self::Trailing { at } => (at, "what follows is not FIT and was left out"),
            Self::Layout { at } => {
                (at, "the file cannot be read from here on, everything before it was kept")
            }
            Self::TooMuch { at } => (at, "more data than any device writes, the rest was left out"),
        };
        Note { at: Some(format!("byte {at}")), what: what.to_owned() }
    }
}

/// Decodes as much as there is: part after part, going on at the next header after a damage.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    let mut decoded = Decoded::default();
    let mut at = 0;
    while at < bytes.len() && decoded.parts.len() + decoded.broken.len() < MAX_PARTS {
        let rest = bytes.get(at..).unwrap_or_default();
        let Some(extent) = Extent::of(rest) else {
            decoded.broken.push(Broken::Trailing { at });
            if at == 0 {
                break;
            }
            at += next_header(rest, 1);
            continue;
        };
        let (broken, used) = part(rest, extent, &mut decoded.parts);
        decoded.broken.extend(broken.map(|broken| broken.moved_by(at)));
        let is_damaged = matches!(
            broken,
            Some(
                Broken::Cut { .. } | Broken::Trailing { .. } | Broken::Layout { .. } | Broken::TooMuch { .. }
            )
        );
        at += if is_damaged { extent.bytes } else { used }.max(1);
    }
    decoded
}

/// How far a part can reach.
#[derive(Debug, Clone, Copy)]
struct Extent {
    /// To the end it declares when that is there, else to the next header.
    bytes: usize,
    /// Its header never got a length: the device died before it could write one.
    is_open: bool,
}

impl Extent {
    fn of(rest: &[u8]) -> Option<Self> {
        if !is_header(rest) {
            return None;
        }
        let header = usize::from(rest.first().copied()?);
        let data = rest.get(4..8).and_then(|size| size.try_into().ok()).map(u32::from_le_bytes)?;
        let declared = usize::try_from(data).ok()?.checked_add(header)?.checked_add(CHECKSUM)?;
        let follows = rest.get(declared..);
        let is_open = data == 0 && follows.is_some_and(|next| !next.is_empty() && !is_header(next));
        let is_whole = follows.is_some_and(|next| next.is_empty() || is_header(next)) && !is_open;
        Some(Self { bytes: if is_whole { declared } else { next_header(rest, HEADER) }, is_open })
    }
}

fn is_header(rest: &[u8]) -> bool {
    matches!(rest.first(), Some(12 | 14)) && rest.get(8..12) == Some(b".FIT")
}

/// Where the next header begins at or after `from`, else the end.
fn next_header(rest: &[u8], from: usize) -> usize {
    let found = rest.get(from..).unwrap_or_default().windows(HEADER).position(is_header);
    found.map_or(rest.len(), |at| at + from)
}

/// Decodes one part; the length that a dying device could not write is put in first.
fn part(rest: &[u8], extent: Extent, parts: &mut Vec<Part>) -> (Option<Broken>, usize) {
    let bytes = rest.get(..extent.bytes).unwrap_or(rest);
    if extent.is_open {
        let (broken, used) = sequence(&closed(bytes), parts);
        return (Some(broken.unwrap_or(Broken::Cut { at: used })), used);
    }
    sequence(bytes, parts)
}

/// The bytes with the length that their header lacks.
fn closed(bytes: &[u8]) -> Vec<u8> {
    let header = usize::from(bytes.first().copied().unwrap_or_default());
    let length = u32::try_from(bytes.len().saturating_sub(header)).unwrap_or(u32::MAX);
    let mut closed = bytes.to_vec();
    if let Some(field) = closed.get_mut(4..8) {
        field.copy_from_slice(&length.to_le_bytes());
    }
    closed
}

impl Broken {
    const fn moved_by(self, by: usize) -> Self {
        match self {
            Self::Cut { at } => Self::Cut { at: at + by },
            Self::Checksum { at } => Self::Checksum { at: at + by },
            Self::Trailing { at } => Self::Trailing { at: at + by },
            Self::Layout { at } => Self::Layout { at: at + by },
            Self::TooMuch { at } => Self::TooMuch { at: at + by },
        }
    }
}

/// One part; how it was damaged and how many bytes it used.
fn sequence(bytes: &[u8], parts: &mut Vec<Part>) -> (Option<Broken>, usize) {
    let Some((part, used)) = apart(bytes) else { return in_one(bytes, parts) };
    let is_wrong = !checksum::agrees(bytes.get(..used).unwrap_or(bytes));
    parts.push(part);
    (is_wrong.then_some(Broken::Checksum { at: used }), used)
}

/// A whole and plain part: its records read where they lie, the rest by the decoder. Says the same as [`in_one`].
pub(super) fn apart(bytes: &[u8]) -> Option<(Part, usize)> {
    let split = Split::of(bytes).filter(|split| split.records < MAX_SAMPLES)?;
    let mut part = Part::default();
    let ended = take_all(&mut Bytes(&split.rest), &mut part);
    let is_read =
        matches!(ended, Ended::AtChecksum) && records::append(&split, &mut part.columns, &part.developer);
    is_read.then_some((part, split.bytes().len()))
}

/// Where the decoder ended in one part.
enum Ended {
    /// There was no header, or nothing at all.
    BeforeHeader(Option<DecoderError<Infallible>>),
    /// In a message, or where one or the checksum should have been.
    InMessage(DecoderError<Infallible>),
    /// At a message that is one too many.
    TooMuch,
    /// Where it should: the part is whole.
    AtChecksum,
}

/// Hands every message of one part on.
fn take_all(reader: &mut Bytes<'_>, part: &mut Part) -> Ended {
    let mut decoder = Decoder::builder().checksum(false).expand_components(false).build();
    let mut stream = decoder.stream(reader);
    let mut is_begun = false;
    // INVARIANT: once there was a header, there is an event or an error until the checksum.
    while let Some(event) = stream.next() {
        match event {
            Ok(DecoderEvent::FileHeader(_)) => is_begun = true,
            Ok(DecoderEvent::MessageDefinition(_)) => {}
            Ok(DecoderEvent::Message(message)) => {
                if !part.take(message) {
                    return Ended::TooMuch;
                }
            }
            Ok(DecoderEvent::Crc(_)) => return Ended::AtChecksum,
            Err(error) if is_begun => return Ended::InMessage(error),
            Err(error) => return Ended::BeforeHeader(Some(error)),
        }
    }
    Ended::BeforeHeader(None)
}

/// One part by the decoder alone.
pub(super) fn in_one(bytes: &[u8], parts: &mut Vec<Part>) -> (Option<Broken>, usize) {
    let mut reader = Bytes(bytes);
    let mut part = Part::default();
    let ended = take_all(&mut reader, &mut part);
    let used = bytes.len() - reader.0.len();
    let broken = match ended {
        Ended::BeforeHeader(error) => return (error.map(|error| broken_by(&error, used)), used),
        Ended::InMessage(error) => Some(broken_by(&error, used)),
        Ended::TooMuch => Some(Broken::TooMuch { at: used }),
        Ended::AtChecksum => {
            let is_wrong = !checksum::agrees(bytes.get(..used).unwrap_or(bytes));
            is_wrong.then_some(Broken::Checksum { at: used })
        }
    };
    part.is_cut = matches!(broken, Some(Broken::Cut { .. } | Broken::Layout { .. } | Broken::TooMuch { .. }));
    parts.push(part);
    (broken, used)
}

/// What an error of the decoder after so many bytes says of the part.
const fn broken_by(error: &DecoderError<Infallible>, at: usize) -> Broken {
    match error {
        // INVARIANT: the decoder does not check; `checksum` does, once the part is whole.
        DecoderError::ChecksumMismatch { .. } => Broken::Checksum { at },
        DecoderError::NotFITFile => Broken::Trailing { at: 0 },
        DecoderError::MissingMessageDefinition { .. } => Broken::Layout { at },
        DecoderError::UnexpectedEof | DecoderError::Io { .. } => Broken::Cut { at },
    }
}
