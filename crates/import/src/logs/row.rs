//! One row of a log: cells asked for by column name, each checked against its range.

use super::Log;
use crate::Note;
use csv::StringRecord;
use jiff::civil::Date;
use kneewise_types::{OutOfRange, PainScore, Side};

/// One row and how to find its cells.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    pub log: &'a Log,
    pub cells: &'a StringRecord,
}

/// Why a row cannot be used: the column and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub column: &'static str,
    pub what: String,
}

impl Fault {
    pub(crate) fn new(column: &'static str, what: impl Into<String>) -> Self {
        Self { column, what: what.into() }
    }

    /// The note about the row that was left out.
    pub(crate) fn note(&self, line: u64) -> Note {
        Note {
            at: Some(format!("line {line}, column {}", self.column)),
            what: format!("{}, the row was left out", self.what),
        }
    }
}

impl<'a> Row<'a> {
    /// The trimmed cell; empty is missing.
    pub(crate) fn text(&self, column: &'static str) -> Option<&'a str> {
        let at = self.log.column(column)?;
        self.cells.get(at).map(str::trim).filter(|cell| !cell.is_empty())
    }

    /// The cell as a text of its own.
    pub(crate) fn own(&self, column: &'static str) -> Option<String> {
        self.text(column).map(str::to_owned)
    }

    /// A day, ISO or as a spreadsheet of a dotted locale shows it.
    pub(crate) fn date(&self, column: &'static str) -> Result<Option<Date>, Fault> {
        let Some(cell) = self.text(column) else { return Ok(None) };
        let date = cell.parse::<Date>().ok().or_else(|| dotted_date(cell));
        match date.filter(|date| (1900..=2100).contains(&date.year())) {
            Some(date) => Ok(Some(date)),
            None => Err(Fault::new(column, format!("`{cell}` is not a date such as 2026-03-01"))),
        }
    }

    /// A number inside its range, both ends included.
    pub(crate) fn number(&self, column: &'static str, min: f64, max: f64) -> Result<Option<f64>, Fault> {
        let Some(cell) = self.text(column) else { return Ok(None) };
        match self.parse(cell).filter(|value| (min..=max).contains(value)) {
            Some(value) => Ok(Some(value)),
            None => Err(Fault::new(column, format!("`{cell}` is not a number between {min} and {max}"))),
        }
    }

    /// A quantity with its own range.
    pub(crate) fn quantity<T: TryFrom<f64, Error = OutOfRange>>(
        &self,
        column: &'static str,
        min: f64,
        max: f64,
    ) -> Result<Option<T>, Fault> {
        let value = self.number(column, min, max)?;
        value
            .map(|value| T::try_from(value).map_err(|error| Fault::new(column, error.to_string())))
            .transpose()
    }

    /// A whole number inside its range.
    pub(crate) fn whole<T: TryFrom<i64>>(
        &self,
        column: &'static str,
        min: i64,
        max: i64,
    ) -> Result<Option<T>, Fault> {
        let Some(cell) = self.text(column) else { return Ok(None) };
        // Spreadsheets write 4 as 4.0 when the column holds any fraction.
        let whole = cell.trim_end_matches('0').strip_suffix('.').unwrap_or(cell);
        let value = whole.parse::<i64>().ok().filter(|value| (min..=max).contains(value));
        match value.and_then(|value| T::try_from(value).ok()) {
            Some(value) => Ok(Some(value)),
            None => {
                Err(Fault::new(column, format!("`{cell}` is not a whole number between {min} and {max}")))
            }
        }
    }

    /// A pain score.
    pub(crate) fn pain(&self, column: &'static str) -> Result<Option<PainScore>, Fault> {
        let points: Option<u8> = self.whole(column, 0, 10)?;
        points
            .map(|points| PainScore::new(points).map_err(|error| Fault::new(column, error.to_string())))
            .transpose()
    }

    /// One of a few words.
    pub(crate) fn word<T>(
        &self,
        column: &'static str,
        read: impl Fn(&str) -> Option<T>,
        words: &[&str],
    ) -> Result<Option<T>, Fault> {
        let Some(cell) = self.text(column) else { return Ok(None) };
        one_of(column, cell, read, words).map(Some)
    }

    /// A yes or no, written 1 or 0.
    pub(crate) fn flag(&self, column: &'static str) -> Result<Option<bool>, Fault> {
        let read = |word: &str| match word {
            "0" => Some(false),
            "1" => Some(true),
            _ => None,
        };
        self.word(column, read, &["0", "1"])
    }

    /// Left or right.
    pub(crate) fn side(&self, column: &'static str) -> Result<Option<Side>, Fault> {
        let read = |word: &str| Side::BOTH.into_iter().find(|side| side.word() == word);
        self.word(column, read, &["left", "right"])
    }

    fn parse(&self, cell: &str) -> Option<f64> {
        let parsed = cell.parse::<f64>().ok();
        let value = if self.log.is_localised {
            parsed.or_else(|| cell.replacen(',', ".", 1).parse().ok())
        } else {
            parsed
        };
        value.filter(|value| value.is_finite())
    }
}

/// The value must be there.
pub(crate) fn required<T>(value: Option<T>, column: &'static str) -> Result<T, Fault> {
    value.ok_or_else(|| Fault::new(column, format!("`{column}` is missing")))
}

/// A word out of those a column knows; spreadsheets like to capitalise them.
pub(crate) fn one_of<T>(
    column: &'static str,
    cell: &str,
    read: impl Fn(&str) -> Option<T>,
    words: &[&str],
) -> Result<T, Fault> {
    read(cell)
        .or_else(|| read(&cell.to_lowercase()))
        .ok_or_else(|| Fault::new(column, format!("`{cell}` is not one of {}", words.join(", "))))
}

/// `1.3.2026`; slashes are not read, because nobody can tell the day from the month.
fn dotted_date(cell: &str) -> Option<Date> {
    let mut parts = cell.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_whole = parts.next().is_none() && year.len() == 4;
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    is_whole.then_some(date)
}
