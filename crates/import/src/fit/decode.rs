//! From bytes to parts: drives the decoder, keeps what precedes a break, goes on with a chained part.

use super::part::Part;
use crate::Note;
use rustyfit::{Decoder, DecoderError, DecoderEvent, StreamingIterator};

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

/// Decodes as much as there is.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    let mut decoded = Decoded::default();
    let mut rest = bytes;
    let mut is_checked = true;
    while !rest.is_empty() && decoded.parts.len() < MAX_PARTS {
        let at = bytes.len() - rest.len();
        let Some((broken, used)) = sequence(rest, is_checked, &mut decoded.parts) else { break };
        let is_header = used == 0 && matches!(broken, Some(Broken::Checksum { .. })) && is_checked;
        if let Some(broken) = broken {
            decoded.broken.push(broken.moved_by(at));
        }
        // A wrong checksum of the header says nothing of what follows: once more, without checking.
        is_checked = !is_header;
        if is_header {
            continue;
        }
        let is_over = matches!(
            broken,
            Some(
                Broken::Cut { .. } | Broken::Trailing { .. } | Broken::Layout { .. } | Broken::TooMuch { .. }
            )
        );
        if is_over || used == 0 {
            break;
        }
        rest = rest.get(used..).unwrap_or_default();
    }
    decoded
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

/// One part; how it was damaged and how many bytes it used (0: nothing but a header that does not agree).
fn sequence(bytes: &[u8], is_checked: bool, parts: &mut Vec<Part>) -> Option<(Option<Broken>, usize)> {
    let mut decoder = Decoder::builder().checksum(is_checked).expand_components(false).build();
    let mut reader = bytes;
    let mut part = Part::default();
    let mut broken = None;
    let (mut is_begun, mut is_too_much) = (false, false);
    {
        let mut stream = decoder.stream(&mut reader);
        while let Some(event) = stream.next() {
            match event {
                Ok(DecoderEvent::FileHeader(_)) => is_begun = true,
                Ok(DecoderEvent::MessageDefinition(_)) => {}
                Ok(DecoderEvent::Message(message)) => {
                    is_too_much = !part.take(message);
                    if is_too_much {
                        break;
                    }
                }
                Ok(DecoderEvent::Crc(_)) => break,
                Err(error) => {
                    broken = Some(error);
                    break;
                }
            }
        }
    }
    let used = bytes.len() - reader.len();
    let broken = broken.map(|error| match error {
        DecoderError::ChecksumMismatch { .. } => Broken::Checksum { at: used },
        DecoderError::NotFITFile => Broken::Trailing { at: 0 },
        DecoderError::MissingMessageDefinition { .. } => Broken::Layout { at: used },
        DecoderError::UnexpectedEof | DecoderError::Io { .. } => Broken::Cut { at: used },
    });
    if !is_begun {
        let is_header = matches!(broken, Some(Broken::Checksum { .. }));
        return Some((broken, if is_header { 0 } else { used }));
    }
    let broken = if is_too_much { Some(Broken::TooMuch { at: used }) } else { broken };
    part.is_cut = matches!(broken, Some(Broken::Cut { .. } | Broken::Layout { .. } | Broken::TooMuch { .. }));
    parts.push(part);
    Some((broken, used))
}
