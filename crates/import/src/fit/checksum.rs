//! The checksum of the FIT protocol (CRC-16/ARC), eight bytes at a time.
//!
//! The decoder can check it too, four bits at a time; that took a quarter of all decoding.

/// `TABLES[k][b]`: what byte `b` does to a checksum when `k` more bytes follow in its block.
static TABLES: [[u16; 256]; 8] = tables();

#[expect(clippy::indexing_slicing, reason = "evaluated by the compiler")]
#[expect(clippy::cast_possible_truncation, reason = "an index below 256")]
const fn tables() -> [[u16; 256]; 8] {
    let mut tables = [[0; 256]; 8];
    let mut byte = 0;
    while byte < 256 {
        let mut crc = byte as u16;
        let mut bit = 0;
        while bit < 8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xA001 } else { crc >> 1 };
            bit += 1;
        }
        tables[0][byte] = crc;
        byte += 1;
    }
    let mut k = 1;
    while k < 8 {
        let mut byte = 0;
        while byte < 256 {
            let before = tables[k - 1][byte];
            tables[k][byte] = (before >> 8) ^ tables[0][(before & 0xFF) as usize];
            byte += 1;
        }
        k += 1;
    }
    tables
}

/// The checksum of some bytes.
pub(super) fn checksum(bytes: &[u8]) -> u16 {
    let (blocks, rest) = bytes.as_chunks::<8>();
    let crc = blocks.iter().fold(0, block);
    rest.iter().fold(crc, |crc, byte| (crc >> 8) ^ at(0, (crc & 0xFF) ^ u16::from(*byte)))
}

fn block(crc: u16, [a, b, c, d, e, f, g, h]: &[u8; 8]) -> u16 {
    at(7, (crc & 0xFF) ^ u16::from(*a))
        ^ at(6, (crc >> 8) ^ u16::from(*b))
        ^ at(5, u16::from(*c))
        ^ at(4, u16::from(*d))
        ^ at(3, u16::from(*e))
        ^ at(2, u16::from(*f))
        ^ at(1, u16::from(*g))
        ^ at(0, u16::from(*h))
}

/// INVARIANT: `k` is below 8 and `byte` below 256.
fn at(k: usize, byte: u16) -> u16 {
    TABLES.get(k).and_then(|table| table.get(usize::from(byte))).copied().unwrap_or_default()
}

/// Whether the checksums of a whole part agree: that of its header, unless it has none, and that of its data.
pub(super) fn agrees(part: &[u8]) -> bool {
    let header = usize::from(part.first().copied().unwrap_or_default());
    let is_header_right = header < 14 || matches!(stored(part, 12), None | Some(0)) || holds(part, 0, 12);
    let end = part.len().saturating_sub(2);
    is_header_right && (holds(part, header, end) || holds(part, 0, end))
}

fn stored(part: &[u8], at: usize) -> Option<u16> {
    part.get(at..at + 2).and_then(|bytes| bytes.try_into().ok()).map(u16::from_le_bytes)
}

fn holds(part: &[u8], from: usize, to: usize) -> bool {
    part.get(from..to).is_some_and(|bytes| stored(part, to) == Some(checksum(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_check_value_comes_out() {
        // CRC-16/ARC of the nine digits.
        assert_eq!(checksum(b"123456789"), 0xBB3D);
    }

    #[test]
    fn blocks_and_single_bytes_agree() {
        let bytes: Vec<u8> = (0..1000_u32).map(|i| u8::try_from(i * i % 251).unwrap()).collect();
        for length in [0, 1, 7, 8, 9, 63, 64, 65, 999] {
            let slow = bytes[..length]
                .iter()
                .fold(0, |crc, byte| (crc >> 8) ^ at(0, (crc & 0xFF) ^ u16::from(*byte)));
            assert_eq!(checksum(&bytes[..length]), slow, "{length} bytes");
        }
    }
}
