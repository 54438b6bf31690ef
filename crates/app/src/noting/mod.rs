//! One entry from values by column, through the reader of the CSV logs: a command, a form and a program of the API can
//! say what a file can say, and are refused for the same reasons.

pub mod columns;
mod profile;

use crate::importing::{self, Reader, Row, Summary, keep_rows, stamp};
use columns::{Column, LOGS, Log};
use kneewise_store::{Store, StoreError};
use kneewise_types::{Date, Timestamp};

/// Why an entry was not kept.
#[derive(Debug)]
pub enum Refused {
    Store(StoreError),
    /// A value of one column, or the line as a whole.
    Value {
        column: Option<&'static Column>,
        what: String,
    },
}

impl From<StoreError> for Refused {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl Refused {
    /// The line as a whole.
    fn whole(what: impl Into<String>) -> Self {
        Self::Value { column: None, what: what.into() }
    }
}

/// One entry to be kept.
#[derive(Debug)]
pub struct Entry {
    log: &'static Log,
    values: Row,
}

impl Entry {
    /// Empty values count as not given; several of one column are joined as its list is written.
    #[must_use]
    pub fn new<'a>(log: &'static Log, given: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut values = Row::new();
        for (name, value) in given {
            let column = log.options.iter().find(|column| column.column == name);
            let (Some(column), false) = (column, value.trim().is_empty()) else { continue };
            match values.iter_mut().find(|(known, _)| *known == column.column) {
                Some((_, known)) => {
                    known.push('|');
                    known.push_str(value.trim());
                }
                None => values.push((column.column, value.trim().to_owned())),
            }
        }
        Self { log, values }
    }

    /// What is given, by column.
    #[must_use]
    pub fn values(&self) -> &Row {
        &self.values
    }

    /// Keeps it, for `today` when it has a day and names none.
    pub fn keep(&self, store: &mut Store, today: Date, now: Timestamp) -> Result<Summary, Refused> {
        self.check()?;
        let profile = store.profile()?;
        let kept = if self.log.name == "profile" {
            let text = profile::toml(self.log, &self.values)?;
            importing::keep_line(store, &Reader::of_profile(&profile), &stamp(now, &text))
        } else {
            keep_rows(store, &profile, &[self.row(today)], now).map(|kept| kept.summary)
        };
        kept.map_err(|told| refused(self.log, told))
    }

    /// Whether anything is said, and everything that the log needs.
    fn check(&self) -> Result<(), Refused> {
        if !self.values.iter().any(|(column, _)| *column != "date") {
            let columns: Vec<&str> = self.log.options.iter().map(|option| option.column).collect();
            return Err(Refused::whole(format!("nothing was given: say some of `{}`", columns.join("`, `"))));
        }
        let is_given = |wanted: &Column| self.values.iter().any(|(column, _)| *column == wanted.column);
        match self.log.options.iter().find(|option| option.is_required && !is_given(option)) {
            Some(column) => Err(Refused::Value { column: Some(column), what: "is needed".to_owned() }),
            None => Ok(()),
        }
    }

    /// The values, the day filled in.
    fn row(&self, today: Date) -> Row {
        let mut values = self.values.clone();
        let has_date = self.log.options.iter().any(|option| option.column == "date");
        if has_date && !values.iter().any(|(column, _)| *column == "date") {
            values.insert(0, ("date", today.to_string()));
        }
        values
    }
}

/// Keeps some rows of one log, all or none; they have the same columns.
pub fn keep(log: &'static Log, store: &mut Store, rows: &[Row], now: Timestamp) -> Result<Summary, Refused> {
    let profile = store.profile()?;
    keep_rows(store, &profile, rows, now).map(|kept| kept.summary).map_err(|told| refused(log, told))
}

/// What the reader of the log says of a line, with the column it is about.
fn refused(log: &'static Log, told: importing::Refused) -> Refused {
    let line = match told {
        importing::Refused::Store(error) => return Refused::Store(error),
        importing::Refused::Line(line) => line.replace(", the row was left out", ""),
    };
    let is_about = |column: &&Column, at: &str| at.ends_with(&format!("column {}", column.column));
    match line.split_once(": ") {
        Some((at, what)) => match log.options.iter().find(|column| is_about(column, at)) {
            Some(column) => Refused::Value { column: Some(column), what: what.to_owned() },
            None => Refused::whole(line),
        },
        None => Refused::whole(line),
    }
}

/// The log of a name, such as `pain`.
#[must_use]
pub fn log(name: &str) -> Option<&'static Log> {
    LOGS.iter().find(|log| log.name == name)
}
