//! Bytes of a text format to characters, whatever the program that wrote them thought a character was.

use crate::Note;
use std::borrow::Cow;

/// Text of a file, without its byte-order mark, and a note when it was not UTF-8.
pub(crate) fn decode(bytes: &[u8]) -> (Cow<'_, str>, Option<Note>) {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return decode_without_mark(rest);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return (Cow::Owned(decode_utf16(rest, u16::from_le_bytes)), Some(read_as("UTF-16")));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return (Cow::Owned(decode_utf16(rest, u16::from_be_bytes)), Some(read_as("UTF-16")));
    }
    decode_without_mark(bytes)
}

/// UTF-8, else the Western European set that older spreadsheets and watches write.
fn decode_without_mark(bytes: &[u8]) -> (Cow<'_, str>, Option<Note>) {
    match str::from_utf8(bytes) {
        Ok(text) => (Cow::Borrowed(text), None),
        // A UTF-8 file cut inside a character is still UTF-8.
        Err(error) if error.error_len().is_none() => {
            let whole = bytes.get(..error.valid_up_to()).unwrap_or_default();
            (String::from_utf8_lossy(whole), None)
        }
        Err(_) => (bytes.iter().copied().map(western_char).collect(), Some(read_as("Windows-1252"))),
    }
}

fn read_as(encoding: &str) -> Note {
    Note { at: None, what: format!("the text is not UTF-8, read as {encoding}") }
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair));
    char::decode_utf16(units).map(|decoded| decoded.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

/// The characters of Windows-1252 that differ from Latin-1, from 0x80 on.
const WESTERN: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

fn western_char(byte: u8) -> char {
    byte.checked_sub(0x80).and_then(|at| WESTERN.get(usize::from(at))).copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_not_part_of_the_text() {
        assert_eq!(decode(b"\xEF\xBB\xBFdate").0, "date");
    }

    #[test]
    fn utf_16_is_read_with_a_note() {
        let (text, note) = decode(b"\xFF\xFEd\0a\0");
        assert_eq!(text, "da");
        assert_eq!(note.unwrap().what, "the text is not UTF-8, read as UTF-16");
    }

    #[test]
    fn an_old_spreadsheet_keeps_its_umlauts() {
        let (text, note) = decode(b"Schuh gr\xFCn \x80");
        assert_eq!(text, "Schuh grün €");
        assert_eq!(note.unwrap().what, "the text is not UTF-8, read as Windows-1252");
    }

    #[test]
    fn a_file_cut_inside_a_character_stays_utf_8() {
        let (text, note) = decode("grün".as_bytes().get(..3).unwrap());
        assert_eq!(text, "gr");
        assert!(note.is_none());
    }
}
