//! SQLite: one file, written ahead so that readers never wait for a writer.

use super::{Cell, Result, Row, Value, without_zeros};
use crate::error::{StoreError, one_line};
use crate::url::DatabaseUrl;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags, Statement, ToSql};
use std::borrow::Cow;
use std::path::Path;
use std::time::Duration;

/// How long a writer waits for another one before it gives up.
const PATIENCE: Duration = Duration::from_mins(1);
/// Prepared statements kept ready; more than there are query texts.
const STATEMENTS: usize = 128;

pub(crate) struct Sqlite {
    connection: Connection,
}

impl Sqlite {
    pub(super) fn memory() -> Result<Self> {
        let connection = Connection::open_in_memory()?;
        connection.execute_batch("PRAGMA foreign_keys = ON")?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        Ok(Self { connection })
    }

    pub(super) fn open(path: &Path, url: &DatabaseUrl) -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        make_private(path);
        let connection =
            Connection::open_with_flags(path, flags).map_err(|error| cannot_open(path, url, &error))?;
        connection.busy_timeout(PATIENCE)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        // Large pages suit large blobs: measured a quarter less time to write than with the usual 4096.
        connection
            .execute_batch(
                "PRAGMA page_size = 16384; PRAGMA foreign_keys = ON; PRAGMA cache_size = -32000;
                 PRAGMA journal_size_limit = 67108864",
            )
            .and_then(|()| write_by_log(&connection, true))
            .map_err(|error| cannot_open(path, url, &error))?;
        Ok(Self { connection })
    }

    pub(super) fn open_to_read(path: &Path) -> Result<Self> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(PATIENCE)?;
        Ok(Self { connection })
    }

    /// Whether the file ends at the end of a page: one that was cut off rarely does.
    pub(super) fn is_in_pages(&self, page_bytes: Option<i64>) -> bool {
        let file = self.connection.path().and_then(|path| std::fs::metadata(path).ok());
        let page_bytes = page_bytes.and_then(|bytes| u64::try_from(bytes).ok()).filter(|bytes| *bytes > 0);
        match (file, page_bytes) {
            (Some(file), Some(page_bytes)) => file.len() % page_bytes == 0,
            _ => true,
        }
    }

    pub(super) fn write_by_log(&self, is_by_log: bool) -> Result<()> {
        Ok(write_by_log(&self.connection, is_by_log)?)
    }

    pub(super) fn run(&self, statements: &str) -> Result<()> {
        Ok(self.connection.execute_batch(statements)?)
    }

    pub(super) fn execute(&self, statement: &str, values: &[Value<'_>]) -> Result<u64> {
        let mut prepared = self.connection.prepare_cached(&numbered(statement))?;
        bind(&mut prepared, values)?;
        let touched = prepared.raw_execute()?;
        Ok(u64::try_from(touched).unwrap_or(u64::MAX))
    }

    pub(super) fn each(
        &self,
        query: &str,
        values: &[Value<'_>],
        read: &mut dyn FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let mut prepared = self.connection.prepare_cached(&numbered(query))?;
        bind(&mut prepared, values)?;
        let mut rows = prepared.raw_query();
        while let Some(row) = rows.next()? {
            read(&Row::Sqlite(row))?;
        }
        Ok(())
    }

    pub(super) fn wipe_free_space(&self) -> Result<()> {
        self.connection.execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)")?;
        Ok(())
    }

    #[cfg(test)]
    pub(super) fn limit_pages(&self, pages: u32) -> Result<()> {
        Ok(self.connection.pragma_update(None, "max_page_count", pages)?)
    }
}

/// Changes nothing while another program is in the way.
///
/// Without the log a batch is made safe by a copy of the pages that it changes, which must have reached the disk.
fn write_by_log(connection: &Connection, is_by_log: bool) -> rusqlite::Result<()> {
    let (mode, safety) = if is_by_log { ("WAL", "NORMAL") } else { ("TRUNCATE", "FULL") };
    let change = format!("PRAGMA journal_mode = {mode}");
    match connection.query_row(&change, [], |row| row.get::<_, String>(0)) {
        Ok(now) if now.eq_ignore_ascii_case(mode) => {
            connection.execute_batch(&format!("PRAGMA synchronous = {safety}"))
        }
        Err(error) if error.sqlite_error_code() != Some(ErrorCode::DatabaseBusy) => Err(error),
        _ => Ok(()),
    }
}

/// A new database is for its owner's eyes only; its journals take over its permissions.
#[cfg(unix)]
fn make_private(path: &Path) {
    use std::os::unix::fs::OpenOptionsExt;
    // An existing file keeps its permissions, and what really fails fails again, with its reason, when opened.
    let _ = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
}

#[cfg(not(unix))]
fn make_private(_: &Path) {}

/// `$1` is a name to SQLite, numbered by first appearance; `?1` is the first value wherever it stands.
fn numbered(statement: &str) -> String {
    statement.replace('$', "?")
}

fn bind(prepared: &mut Statement<'_>, values: &[Value<'_>]) -> Result<()> {
    // Values that a text has no place for are left out.
    let places = prepared.parameter_count();
    for (place, value) in (1..=places).zip(values) {
        prepared.raw_bind_parameter(place, value)?;
    }
    Ok(())
}

impl ToSql for Value<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match *self {
            Self::Null => ValueRef::Null,
            Self::Int(value) => ValueRef::Integer(value),
            Self::Real(value) => ValueRef::Real(value),
            Self::Text(value) => return Ok(text(value)),
            Self::Bytes(value) => ValueRef::Blob(value),
        }))
    }
}

fn text(value: &str) -> ToSqlOutput<'_> {
    match without_zeros(value) {
        Cow::Borrowed(value) => ToSqlOutput::Borrowed(ValueRef::Text(value.as_bytes())),
        Cow::Owned(value) => ToSqlOutput::Owned(rusqlite::types::Value::Text(value)),
    }
}

pub(super) fn cells(row: &rusqlite::Row<'_>) -> Result<Vec<Cell>> {
    (0..row.as_ref().column_count())
        .map(|column| {
            Ok(match row.get_ref(column)? {
                ValueRef::Null => Cell::Null,
                ValueRef::Integer(value) => Cell::Int(value),
                ValueRef::Real(value) => Cell::Real(value),
                ValueRef::Text(value) => Cell::Text(String::from_utf8_lossy(value).into_owned()),
                ValueRef::Blob(value) => Cell::Bytes(value.to_vec()),
            })
        })
        .collect()
}

fn cannot_open(path: &Path, url: &DatabaseUrl, error: &rusqlite::Error) -> StoreError {
    let url = url.to_string();
    match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => StoreError::NotOurs { url },
        Some(ErrorCode::CannotOpen) => {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
            let reason = match folder {
                _ if path.is_dir() => "it is a folder".to_owned(),
                Some(folder) if !folder.is_dir() => {
                    format!("the folder `{}` does not exist", folder.display())
                }
                _ => "check the permissions of its folder".to_owned(),
            };
            StoreError::CannotOpen { url, reason }
        }
        Some(ErrorCode::DiskFull) => StoreError::DiskFull,
        // The journal cannot be made where there is no room left.
        Some(ErrorCode::SystemIoFailure) => StoreError::DiskFailed,
        Some(ErrorCode::ReadOnly) => StoreError::ReadOnly,
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Locked,
        _ => StoreError::CannotOpen { url, reason: one_line(&error.to_string()) },
    }
}
