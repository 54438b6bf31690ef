//! One compressed file, unpacked within limits.

use crate::ImportError;
use std::io::Read;

/// More than any activity file has, MiB.
pub(crate) const MAX_UNPACKED_MIB: usize = 128;

/// The bytes inside; what precedes a break when it is damaged, then `true`.
pub(crate) fn unpack(bytes: &[u8]) -> Result<(Vec<u8>, bool), ImportError> {
    let limit = MAX_UNPACKED_MIB << 20;
    let mut inside = Vec::new();
    let mut reader = flate2::read::MultiGzDecoder::new(bytes).take(limit as u64 + 1);
    let is_cut = reader.read_to_end(&mut inside).is_err();
    if inside.len() > limit {
        let why = format!("it unpacks to more than {MAX_UNPACKED_MIB} MiB");
        return Err(ImportError::Refused { why });
    }
    if inside.is_empty() {
        return Err(ImportError::Nothing { why: "the gzip file is empty or damaged from its start".into() });
    }
    Ok((inside, is_cut))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        packer.write_all(bytes).unwrap();
        packer.finish().unwrap()
    }

    #[test]
    fn a_damaged_end_keeps_the_beginning() {
        let text: Vec<u8> = (0..100_000_u32).flat_map(u32::to_le_bytes).collect();
        let whole = packed(&text);
        assert_eq!(unpack(&whole).unwrap(), (text.clone(), false));
        let (part, is_cut) = unpack(&whole[..whole.len() / 2]).unwrap();
        assert!(is_cut && !part.is_empty() && text.starts_with(&part));
    }

    #[test]
    fn a_bomb_is_refused() {
        let bomb = packed(&vec![0; (MAX_UNPACKED_MIB << 20) + 1]);
        assert!(bomb.len() < 2_000_000);
        let error = unpack(&bomb).unwrap_err();
        assert_eq!(error.to_string(), "refused: it unpacks to more than 128 MiB");
    }
}
