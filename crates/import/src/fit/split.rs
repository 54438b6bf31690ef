//! A part taken apart without decoding it: its records, which are nearly all of it, and the rest for the decoder.
//!
//! ```text
//! definition, record, record, event, record, session, …   →   runs of records of one layout  +  a small FIT part
//! ```
//!
//! Only sizes are read here. A part that is damaged or compressed, or that no device writes, is not taken apart.

use super::decode::CHECKSUM;

/// Message numbers.
const RECORD: u16 = 20;
const FIELD_DESCRIPTION: u16 = 206;

/// Bits of a message's first byte.
const COMPRESSED: u8 = 0x80;
const DEFINITION: u8 = 0x40;
const DEVELOPER: u8 = 0x20;
const LOCAL: u8 = 0x0F;

/// Devices that write something between any two records make as many runs as records.
const MAX_RUNS: usize = 200_000;

/// Number, size, base type; of a developer field: number, size, index.
pub(super) type FieldLayout = [u8; 3];

/// How the messages of one kind are laid out.
#[derive(Debug, Clone, Copy)]
pub(super) struct Definition<'a> {
    number: u16,
    pub is_big_endian: bool,
    pub fields: &'a [FieldLayout],
    pub developer_fields: &'a [FieldLayout],
    /// All its bytes, for the decoder.
    pub whole: &'a [u8],
    /// Bytes of a message, its first byte included.
    pub stride: usize,
}

/// Records of one layout, one after the other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run<'a> {
    pub definition: Definition<'a>,
    from: usize,
    to: usize,
}

impl Run<'_> {
    /// How many records it has.
    pub const fn records(&self) -> usize {
        (self.to - self.from) / self.definition.stride
    }
}

/// A whole part.
#[derive(Debug)]
pub(super) struct Split<'a> {
    bytes: &'a [u8],
    /// The part without its records and their definitions; its length is right, its checksum is not.
    pub rest: Vec<u8>,
    pub runs: Vec<Run<'a>>,
    pub records: usize,
}

impl<'a> Split<'a> {
    /// Takes apart the part at the beginning of the bytes, if it is whole and plain.
    pub fn of(bytes: &'a [u8]) -> Option<Self> {
        let header = usize::from(*bytes.first()?);
        let length = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?);
        let end = header.checked_add(usize::try_from(length).ok()?)?;
        let bytes = bytes.get(..end.checked_add(CHECKSUM)?)?;
        let mut split = Self { bytes, rest: bytes.get(..header)?.to_vec(), runs: Vec::new(), records: 0 };
        let mut known = [None; 16];
        let mut at = header;
        let mut last = DEFINITION;
        while at < end {
            last = *bytes.get(at)?;
            at = split.message(at, &mut known)?;
        }
        // The decoder takes a part that ends with a definition for one that goes on.
        let is_plain = at == end && last & DEFINITION == 0 && split.records > 0 && split.rest.len() > header;
        is_plain.then(|| split.closed(header)).flatten()
    }

    /// Bytes of the part.
    pub const fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// The messages of a run, their first bytes included.
    pub fn records_of(&self, run: &Run<'a>) -> &'a [u8] {
        self.bytes.get(run.from..run.to).unwrap_or_default()
    }

    /// Sorts one message; where the next one begins.
    fn message(&mut self, at: usize, known: &mut [Option<Known<'a>>; 16]) -> Option<usize> {
        let first = *self.bytes.get(at)?;
        let slot = known.get_mut(usize::from(first & LOCAL))?;
        if first & COMPRESSED != 0 {
            return None;
        }
        if first & DEFINITION != 0 {
            let definition = Definition::of(self.bytes.get(at..)?)?;
            *slot = Some(Known { definition, is_told: false });
            return Some(at + definition.whole.len());
        }
        let Known { definition, is_told } = slot.as_mut()?;
        let next = at + definition.stride;
        if definition.number == RECORD {
            self.record(definition, at, next)?;
            return Some(next);
        }
        // What describes a field must come before the records that have it.
        if definition.number == FIELD_DESCRIPTION && self.records > 0 {
            return None;
        }
        // With the message that needs it, so that the rest does not end with a definition either.
        if !std::mem::replace(is_told, true) {
            self.rest.extend_from_slice(definition.whole);
        }
        self.rest.extend_from_slice(self.bytes.get(at..next)?);
        Some(next)
    }

    fn record(&mut self, definition: &Definition<'a>, from: usize, to: usize) -> Option<()> {
        self.records += 1;
        if let Some(last) = self.runs.last_mut()
            && last.to == from
            && std::ptr::eq(last.definition.whole, definition.whole)
        {
            last.to = to;
            return Some(());
        }
        self.runs.push(Run { definition: *definition, from, to });
        (self.runs.len() <= MAX_RUNS).then_some(())
    }

    /// With the length of the rest in its header, and room for a checksum.
    fn closed(mut self, header: usize) -> Option<Self> {
        let length = u32::try_from(self.rest.len() - header).ok()?;
        self.rest.get_mut(4..8)?.copy_from_slice(&length.to_le_bytes());
        self.rest.extend([0; CHECKSUM]);
        Some(self)
    }
}

/// The layout that a local number stands for.
#[derive(Clone, Copy)]
struct Known<'a> {
    definition: Definition<'a>,
    /// Whether the rest has it already.
    is_told: bool,
}

impl<'a> Definition<'a> {
    fn of(bytes: &'a [u8]) -> Option<Self> {
        let [first, _, architecture, low, high, count, ..] = *bytes else { return None };
        let is_big_endian = architecture != 0;
        let number = [low, high];
        let number = if is_big_endian { u16::from_be_bytes(number) } else { u16::from_le_bytes(number) };
        let (fields, mut end) = layouts(bytes, 6, count)?;
        let mut developer_fields: &[FieldLayout] = &[];
        if first & DEVELOPER != 0 {
            (developer_fields, end) = layouts(bytes, end + 1, *bytes.get(end)?)?;
        }
        let sizes = fields.iter().chain(developer_fields).map(|[_, size, _]| usize::from(*size));
        let stride = 1 + sizes.sum::<usize>();
        Some(Self { number, is_big_endian, fields, developer_fields, whole: bytes.get(..end)?, stride })
    }
}

/// `count` layouts from `at` on, and where they end.
fn layouts(bytes: &[u8], at: usize, count: u8) -> Option<(&[FieldLayout], usize)> {
    let end = at + 3 * usize::from(count);
    Some((bytes.get(at..end)?.as_chunks().0, end))
}
