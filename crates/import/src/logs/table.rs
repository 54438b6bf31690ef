//! A CSV file as rows under named columns, whatever spreadsheet wrote it.

use crate::{ImportError, Note, text};
use csv::{ReaderBuilder, StringRecord};

/// More lines than a log of a lifetime has.
const MAX_ROWS: usize = 200_000;

/// Rows of one file, the header lower-cased.
#[derive(Debug)]
pub(crate) struct Table {
    pub header: Vec<String>,
    /// Line in the file, counted from 1, and the cells.
    pub rows: Vec<(u64, StringRecord)>,
    /// A semicolon or tab between the cells: a comma may then be a decimal point.
    pub is_localised: bool,
    pub notes: Vec<Note>,
}

/// Splits the bytes into rows; the separator is the one the header uses.
pub(crate) fn read_table(bytes: &[u8]) -> Result<Table, ImportError> {
    let (text, encoding) = text::decode(bytes);
    let separator = separator(&text);
    let mut notes: Vec<Note> = encoding.into_iter().collect();
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let mut header = Vec::new();
    let mut rows = Vec::new();
    let mut lines = Lines { bytes: text.as_bytes(), at: 0, line: 1 };
    for row in reader.records() {
        // The text is valid UTF-8 and lengths may differ, so nothing is left that could fail.
        let Ok(row) = row else { break };
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if header.is_empty() {
            header = row.iter().map(|cell| cell.trim().to_owned()).collect();
            continue;
        }
        if rows.len() >= MAX_ROWS {
            return Err(ImportError::Refused { why: format!("the table has more than {MAX_ROWS} rows") });
        }
        let start = row.position().map_or(0, |position| position.byte());
        rows.push((lines.line_of(start), row));
    }
    if header.is_empty() {
        return Err(ImportError::Nothing { why: "the file is empty".to_owned() });
    }
    if separator != b',' {
        notes
            .push(Note { at: None, what: format!("read as {}-separated values", separator_word(separator)) });
    }
    Ok(Table { header, rows, is_localised: separator != b',', notes })
}

/// Counts lines as an editor does; the CSV reader places a row before the line ends that precede it.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of the first cell at or after `start`; starts only grow.
    fn line_of(&mut self, start: u64) -> u64 {
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        while let Some(byte) = self.bytes.get(self.at)
            && (self.at < start || matches!(byte, b'\r' | b'\n'))
        {
            self.line += u64::from(*byte == b'\n');
            self.at += 1;
        }
        self.line
    }
}

/// The separator that occurs most often in the header line.
fn separator(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |separator: u8| header.bytes().filter(|byte| *byte == separator).count();
    // `max_by_key` returns the last of equals, so the comma stands last.
    [b'\t', b';', b','].into_iter().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

fn separator_word(separator: u8) -> &'static str {
    if separator == b'\t' { "tab" } else { "semicolon" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_line_ends_marks_and_quotes() {
        let table =
            read_table(b"\xEF\xBB\xBFdate,note\r\n2026-03-01,\"a, \"\"b\"\"\nc\"\r\n\r\n2026-03-02,\r\n")
                .unwrap();
        assert_eq!(table.header, ["date", "note"]);
        assert_eq!(table.rows[0].1.get(1), Some("a, \"b\"\nc"));
        let lines: Vec<u64> = table.rows.iter().map(|(line, _)| *line).collect();
        assert_eq!(lines, [2, 5]);
        assert!(table.notes.is_empty());
    }

    #[test]
    fn semicolons_are_read_with_a_note() {
        let table = read_table(b"date;rpe\n2026-03-01;4,5\n").unwrap();
        assert!(table.is_localised);
        assert_eq!(table.notes[0].what, "read as semicolon-separated values");
    }

    #[test]
    fn an_empty_file_says_so() {
        assert_eq!(read_table(b" \n").unwrap_err().to_string(), "the file is empty");
    }
}
