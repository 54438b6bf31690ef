//! Compressed single files.

use super::Limits;
use super::meter::{Budget, Exceeded, Metered};
use crate::{ImportError, Note};
use flate2::read::MultiGzDecoder;
use std::io::Read;

/// Unpacks a `.gz` file. One that breaks off gives what precedes the break, with a note.
pub fn gunzip(bytes: &[u8], limits: &Limits) -> Result<(Vec<u8>, Option<Note>), ImportError> {
    let packed = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    let mut budget = Budget::new(limits, packed);
    let mut metered = Metered::new(MultiGzDecoder::new(bytes), packed, limits, &mut budget);
    let mut unpacked = Vec::new();
    let Err(error) = metered.read_to_end(&mut unpacked) else { return Ok((unpacked, None)) };
    if let Some(exceeded) = Exceeded::of(&error) {
        return Err(ImportError::Refused { why: exceeded.to_string() });
    }
    if unpacked.is_empty() {
        return Err(ImportError::Nothing { why: "the compressed file is damaged from its start".to_owned() });
    }
    let at = Some(format!("byte {} unpacked", unpacked.len()));
    let what = "the compressed file is damaged, what precedes the break was read".to_owned();
    Ok((unpacked, Some(Note { at, what })))
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::GzEncoder;
    use std::io::Write;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn there_and_back() {
        let (unpacked, note) = gunzip(&packed(b"a run"), &Limits::default()).unwrap();
        assert_eq!(unpacked, b"a run");
        assert!(note.is_none());
    }

    #[test]
    fn a_cut_file_gives_what_precedes_the_break() {
        let long: Vec<u8> = (0..200_000_u32).flat_map(u32::to_le_bytes).collect();
        let mut cut = packed(&long);
        cut.truncate(cut.len() / 2);
        let (unpacked, note) = gunzip(&cut, &Limits::default()).unwrap();
        assert!(!unpacked.is_empty() && long.starts_with(&unpacked));
        assert_eq!(note.unwrap().what, "the compressed file is damaged, what precedes the break was read");
    }

    #[test]
    fn a_bomb_is_refused() {
        let bomb = packed(&vec![0; 64 << 20]);
        assert!(bomb.len() < 100_000);
        assert_eq!(
            gunzip(&bomb, &Limits::default()).unwrap_err().to_string(),
            "refused: the member unpacks to more than 250 times its size"
        );
    }

    #[test]
    fn rubbish_is_told() {
        assert_eq!(
            gunzip(&[0x1F, 0x8B, 9, 9], &Limits::default()).unwrap_err().to_string(),
            "the compressed file is damaged from its start"
        );
    }
}
