//! The CSV logs a runner keeps by hand: recognised by their header, read row by row.
//!
//! A row with a value that cannot be is left out with a note that names line, column, value and range; the
//! other rows stand.

mod decisions;
mod diary;
mod experiments;
mod questionnaires;
mod row;
mod screen;
mod sessions;
mod shoes;
mod strength;
pub(crate) mod table;
mod tests_log;
mod weekly;
mod wellness;

use crate::{Context, Entries, ImportError, Imported, Note};
use row::{Fault, Row};
use table::Table;

/// Notes about single rows are given up to here, the rest is counted.
const MAX_ROW_NOTES: usize = 100;

/// One kind of log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Kind {
    /// The file's usual name.
    name: &'static str,
    required: &'static [&'static str],
    optional: &'static [&'static str],
}

/// The kinds, the more particular ones first.
const KINDS: [Kind; 11] = [
    decisions::KIND,
    experiments::KIND,
    questionnaires::KIND,
    weekly::KIND,
    shoes::KIND,
    tests_log::KIND,
    strength::KIND,
    screen::KIND,
    sessions::KIND,
    diary::KIND,
    wellness::KIND,
];

impl Kind {
    fn knows(&self, column: &str) -> bool {
        self.required.contains(&column) || self.optional.contains(&column)
    }

    /// Whether the header is of this kind: all required columns, and at least two in all.
    fn fits(&self, header: &[String]) -> bool {
        let has = |column: &&str| header.iter().any(|name| name == column);
        self.required.iter().all(has) && header.iter().filter(|name| self.knows(name)).count() >= 2
    }
}

/// The columns of one log.
#[derive(Debug)]
pub(crate) struct Log {
    header: Vec<String>,
    is_localised: bool,
}

impl Log {
    /// Where a column stands; the first of equals.
    fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|column| column == name)
    }
}

/// Whether the first line of a file is the header of a log.
pub(crate) fn is_log_header(head: &[u8]) -> bool {
    let line = head.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let header = table::read_table(line).map(|table| table.header).unwrap_or_default();
    let header: Vec<String> = header.iter().map(|name| name.to_lowercase()).collect();
    KINDS.iter().any(|kind| kind.fits(&header))
}

/// Reads a table that is one of the logs.
pub(crate) fn read_log(table: Table, context: &Context<'_>) -> Result<Imported, ImportError> {
    let header: Vec<String> = table.header.iter().map(|name| name.to_lowercase()).collect();
    let Some(kind) = KINDS.into_iter().find(|kind| kind.fits(&header)) else {
        return Err(ImportError::Nothing { why: describe_unknown(&header) });
    };
    let mut imported = Imported { notes: table.notes, ..Imported::default() };
    imported.notes.extend(unknown_columns(kind, &header));
    if table.rows.is_empty() {
        imported.notes.push(Note { at: None, what: format!("{} has no rows", kind.name) });
    }
    let log = Log { header, is_localised: table.is_localised };
    let mut faults = Vec::new();
    for (part, (line, cells)) in (0_u32..).zip(&table.rows) {
        let row = Row { log: &log, cells };
        let read = if kind == sessions::KIND {
            sessions::read(row, part, context).map(|recorded| imported.activities.push(recorded))
        } else {
            read_entry(kind, row, context.exercises, &mut imported.entries)
        };
        if let Err(fault) = read {
            faults.push(fault.note(*line));
        }
    }
    imported.rows_left_out = u32::try_from(faults.len()).unwrap_or(u32::MAX);
    imported.notes.extend(limited(faults));
    Ok(imported)
}

fn read_entry(
    kind: Kind,
    row: Row<'_>,
    exercises: &[&'static str],
    entries: &mut Entries,
) -> Result<(), Fault> {
    match kind.name {
        "decisions.csv" => entries.decisions.push(decisions::read(row)?),
        "experiments.csv" => entries.experiments.push(experiments::read(row)?),
        "questionnaires.csv" => entries.questionnaires.push(questionnaires::read(row)?),
        "weekly.csv" => entries.weekly.push(weekly::read(row)?),
        "diary.csv" => entries.symptoms.push(diary::read(row)?),
        "screen.csv" => entries.screen.push(screen::read(row)?),
        "wellness.csv" => entries.wellness.push(wellness::read(row)?),
        "shoes.csv" => entries.shoes.push(shoes::read(row)?),
        "tests.csv" => entries.tests.push(tests_log::read(row)?),
        _ => entries.strength.push(strength::read(row, exercises)?),
    }
    Ok(())
}

fn unknown_columns(kind: Kind, header: &[String]) -> impl Iterator<Item = Note> {
    header.iter().enumerate().filter_map(move |(at, name)| {
        let is_repeated = header.iter().take(at).any(|earlier| earlier == name);
        let what = if name.is_empty() {
            return None;
        } else if is_repeated {
            format!("`{name}` occurs twice, the first is read")
        } else if kind.knows(name) {
            return None;
        } else {
            format!("`{name}` is no column of {}, ignored", kind.name)
        };
        Some(Note { at: Some("line 1".to_owned()), what })
    })
}

/// The first notes, and how many more there are.
pub(crate) fn limited(mut faults: Vec<Note>) -> Vec<Note> {
    let more = faults.len().saturating_sub(MAX_ROW_NOTES);
    faults.truncate(MAX_ROW_NOTES);
    if more > 0 {
        faults.push(Note { at: None, what: format!("{more} more rows were left out for like reasons") });
    }
    faults
}

/// What the header comes closest to, and what it lacks.
fn describe_unknown(header: &[String]) -> String {
    let shown: Vec<&str> =
        header.iter().map(String::as_str).filter(|name| !name.is_empty()).take(8).collect();
    let shown = shown.join(", ");
    let known = |kind: &Kind| header.iter().filter(|name| kind.knows(name)).count();
    let nearest = KINDS.into_iter().rev().max_by_key(known).filter(|kind| known(kind) >= 2);
    let Some(kind) = nearest else {
        return format!("the columns `{shown}` are those of no log");
    };
    let lacks = kind.required.iter().find(|column| !header.iter().any(|name| name == *column));
    format!(
        "the columns `{shown}` come closest to {}, which also needs `{}`",
        kind.name,
        lacks.copied().unwrap_or_default()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn read(text: &str) -> Result<Imported, ImportError> {
        let table = table::read_table(text.as_bytes())?;
        crate::source::in_test(|context| read_log(table, context))
    }

    #[test]
    fn every_kind_is_recognised_by_its_required_columns() {
        for kind in KINDS {
            let mut header = kind.required.join(",");
            if kind.required.len() == 1 {
                header = format!("{header},{}", kind.optional[0]);
            }
            let imported = read(&format!("{header}\n")).unwrap();
            assert_eq!(imported.notes[0].what, format!("{} has no rows", kind.name));
        }
    }

    #[test]
    fn unknown_columns_are_one_note_each() {
        let imported = read("Sleep_h,date,moon,tide\n7.5,2026-03-01,full,low\n8,2026-03-02,,\n").unwrap();
        assert_eq!(imported.entries.wellness.len(), 2);
        let notes: Vec<&str> = imported.notes.iter().map(|note| note.what.as_str()).collect();
        assert_eq!(
            notes,
            ["`moon` is no column of wellness.csv, ignored", "`tide` is no column of wellness.csv, ignored"]
        );
    }

    #[test]
    fn a_header_that_lacks_a_column_is_told_which() {
        assert_eq!(
            read("date,sport,rpe\n").unwrap_err().to_string(),
            "the columns `date, sport, rpe` come closest to sessions.csv, which also needs `duration_min`"
        );
        assert_eq!(read("a,b\n1,2\n").unwrap_err().to_string(), "the columns `a, b` are those of no log");
    }

    #[test]
    fn a_thousand_bad_rows_are_a_hundred_notes_and_a_count() {
        let rows = "2026-03-01,25\n".repeat(1000);
        let imported = read(&format!("date,sleep_h\n{rows}")).unwrap();
        assert_eq!(imported.rows_left_out, 1000);
        assert_eq!(imported.notes.len(), 101);
        assert_eq!(imported.notes[100].what, "900 more rows were left out for like reasons");
    }
}
