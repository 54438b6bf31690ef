//! One handle for both databases. Query texts are written once, with `$1` placeholders; only what the two
//! really do differently (opening, beginning to write, looking for a table) is told apart, in `sqlite` and
//! `postgres`.

mod many;
mod postgres;
mod sqlite;

pub(crate) use many::{chunks, places};

use crate::error::StoreError;
use crate::url::{DatabaseUrl, Place};
use std::borrow::Cow;

type Result<T> = std::result::Result<T, StoreError>;

/// An open connection.
pub(crate) enum Database {
    Sqlite(sqlite::Sqlite),
    Postgres(Box<postgres::Postgres>),
}

/// A value given to a query.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Value<'a> {
    Null,
    Int(i64),
    Real(f64),
    Text(&'a str),
    Bytes(&'a [u8]),
}

/// A value as it was found, with its own memory: for copying rows from one database to another.
#[derive(Debug, Clone)]
pub(crate) enum Cell {
    Null,
    Int(i64),
    Real(f64),
    Text(String),
    Bytes(Vec<u8>),
}

impl Cell {
    pub(crate) fn as_value(&self) -> Value<'_> {
        match self {
            Self::Null => Value::Null,
            Self::Int(value) => Value::Int(*value),
            Self::Real(value) => Value::Real(*value),
            Self::Text(value) => Value::Text(value),
            Self::Bytes(value) => Value::Bytes(value),
        }
    }
}

impl<'a> Value<'a> {
    pub(crate) fn real(value: Option<f64>) -> Self {
        value.map_or(Self::Null, Self::Real)
    }

    pub(crate) fn int(value: Option<impl Into<i64>>) -> Self {
        value.map_or(Self::Null, |value| Self::Int(value.into()))
    }

    pub(crate) fn text(value: Option<&'a str>) -> Self {
        value.map_or(Self::Null, Self::Text)
    }

    pub(crate) fn bytes(value: Option<&'a [u8]>) -> Self {
        value.map_or(Self::Null, Self::Bytes)
    }
}

/// One found row, read by column number.
pub(crate) enum Row<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a ::postgres::Row),
}

macro_rules! getters {
    ($($name:ident -> $kind:ty;)+) => {
        $(pub(crate) fn $name(&self, column: usize) -> Result<$kind> {
            match self {
                Self::Sqlite(row) => Ok(row.get(column)?),
                Self::Postgres(row) => Ok(row.try_get(column)?),
            }
        })+
    };
}

impl Row<'_> {
    getters! {
        int -> i64;
        text -> String;
        bytes -> Vec<u8>;
        maybe_int -> Option<i64>;
        maybe_real -> Option<f64>;
        real -> f64;
        maybe_text -> Option<String>;
        maybe_bytes -> Option<Vec<u8>>;
    }

    /// All values of the row.
    pub(crate) fn cells(&self) -> Result<Vec<Cell>> {
        match self {
            Self::Sqlite(row) => sqlite::cells(row),
            Self::Postgres(row) => postgres::cells(row),
        }
    }
}

impl Database {
    /// Connects; makes the SQLite file if there is none.
    pub(crate) fn open(url: &DatabaseUrl) -> Result<Self> {
        match &url.0 {
            Place::Memory => Ok(Self::Sqlite(sqlite::Sqlite::memory()?)),
            Place::File(path) => Ok(Self::Sqlite(sqlite::Sqlite::open(path, url)?)),
            Place::Server(text) => Ok(Self::Postgres(Box::new(postgres::Postgres::open(text, url)?))),
        }
    }

    /// An SQLite file that must exist and is not changed.
    pub(crate) fn open_to_read(path: &std::path::Path) -> Result<Self> {
        Ok(Self::Sqlite(sqlite::Sqlite::open_to_read(path)?))
    }

    /// What a database needs to know of the tables beyond their columns, after they were made.
    pub(crate) fn settle(&self) -> Result<()> {
        match self {
            Self::Sqlite(_) => Ok(()),
            Self::Postgres(database) => database.settle(),
        }
    }

    /// Whether batches go through a log that readers can read beside; a server sees to that itself.
    pub(crate) fn write_by_log(&self, is_by_log: bool) -> Result<()> {
        match self {
            Self::Sqlite(database) => database.write_by_log(is_by_log),
            Self::Postgres(_) => Ok(()),
        }
    }

    /// Several statements without values.
    pub(crate) fn run(&self, statements: &str) -> Result<()> {
        match self {
            Self::Sqlite(database) => database.run(statements),
            Self::Postgres(database) => database.run(statements),
        }
    }

    /// One statement; how many rows it touched.
    pub(crate) fn execute(&self, statement: &str, values: &[Value<'_>]) -> Result<u64> {
        match self {
            Self::Sqlite(database) => database.execute(statement, values),
            Self::Postgres(database) => database.execute(statement, values),
        }
    }

    /// Every row of one query, read by `read`.
    pub(crate) fn query<T>(
        &self,
        query: &str,
        values: &[Value<'_>],
        mut read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut found = Vec::new();
        let mut keep = |row: &Row<'_>| {
            found.push(read(row)?);
            Ok(())
        };
        match self {
            Self::Sqlite(database) => database.each(query, values, &mut keep)?,
            Self::Postgres(database) => database.each(query, values, &mut keep)?,
        }
        Ok(found)
    }

    /// The first row of one query.
    pub(crate) fn query_one<T>(
        &self,
        query: &str,
        values: &[Value<'_>],
        read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Option<T>> {
        Ok(self.query(query, values, read)?.into_iter().next())
    }

    /// Whether a table of that name exists.
    pub(crate) fn has_table(&self, name: &str) -> Result<bool> {
        let query = match self {
            Self::Sqlite(_) => "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = $1",
            Self::Postgres(_) => {
                "SELECT COUNT(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = $1"
            }
        };
        Ok(self.query_one(query, &[Value::Text(name)], |row| row.int(0))?.unwrap_or(0) > 0)
    }

    /// Whether somebody else's tables are in an SQLite file. A server's database may be shared.
    pub(crate) fn has_foreign_tables(&self) -> Result<bool> {
        match self {
            Self::Postgres(_) => Ok(false),
            Self::Sqlite(_) => {
                let query = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table'";
                Ok(self.query_one(query, &[], |row| row.int(0))?.unwrap_or(0) > 0)
            }
        }
    }

    /// Whether every page of an SQLite file is there and readable.
    pub(crate) fn is_whole(&self) -> Result<bool> {
        match self {
            Self::Postgres(_) => Ok(true),
            Self::Sqlite(database) => {
                let page_bytes = self.query_one("PRAGMA page_size", &[], |row| row.int(0))?;
                let checked = self.query_one("PRAGMA quick_check(1)", &[], |row| row.text(0))?;
                Ok(database.is_in_pages(page_bytes) && checked.as_deref() == Some("ok"))
            }
        }
    }

    /// Begins to write. `wait_for_all` holds back every other writer at once, as a migration needs.
    pub(crate) fn begin_write(&self, wait_for_all: bool) -> Result<Transaction<'_>> {
        match self {
            Self::Sqlite(_) => self.run("BEGIN IMMEDIATE")?,
            Self::Postgres(_) => {
                self.run("BEGIN")?;
                if wait_for_all {
                    self.run("SELECT pg_advisory_xact_lock(7477001)")?;
                }
            }
        }
        Ok(Transaction { database: self, is_open: true })
    }

    /// Begins to read one consistent state.
    pub(crate) fn begin_read(&self) -> Result<Transaction<'_>> {
        match self {
            Self::Sqlite(_) => self.run("BEGIN")?,
            Self::Postgres(_) => self.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")?,
        }
        Ok(Transaction { database: self, is_open: true })
    }

    /// Gives the room of erased rows back, so that nothing of them stays in the file.
    pub(crate) fn wipe_free_space(&self) -> Result<()> {
        match self {
            Self::Sqlite(database) => database.wipe_free_space(),
            Self::Postgres(_) => Ok(()),
        }
    }

    #[cfg(test)]
    pub(crate) fn limit_pages(&self, pages: u32) -> Result<()> {
        match self {
            Self::Sqlite(database) => database.limit_pages(pages),
            Self::Postgres(_) => Ok(()),
        }
    }
}

/// PostgreSQL cannot keep a zero character in a text: both keep the replacement character instead.
pub(crate) fn without_zeros(text: &str) -> Cow<'_, str> {
    if text.contains('\0') { Cow::Owned(text.replace('\0', "\u{fffd}")) } else { Cow::Borrowed(text) }
}

/// All or nothing: what is not committed is undone.
pub(crate) struct Transaction<'a> {
    database: &'a Database,
    is_open: bool,
}

impl Transaction<'_> {
    pub(crate) fn commit(mut self) -> Result<()> {
        self.database.run("COMMIT")?;
        self.is_open = false;
        Ok(())
    }
}

impl Drop for Transaction<'_> {
    fn drop(&mut self) {
        if self.is_open {
            // A failed rollback changes nothing: the database itself undoes what was never committed.
            let _ = self.database.run("ROLLBACK");
        }
    }
}
