//! A backup is an SQLite database of the current schema with one runner's rows, whatever database they came
//! from. Both directions read and write one consistent state, whole or not at all.

use crate::database::{Database, Value};
use crate::error::StoreError;
use crate::migrations::{SCHEMA_VERSION, migrate, version};
use crate::store::Store;
use crate::tables::TABLES;
use crate::url::DatabaseUrl;
use std::path::{Path, PathBuf};

impl Store {
    /// Writes a consistent copy, also while another program imports. An existing file is replaced at the end,
    /// in one step.
    pub fn backup(&self, path: &Path) -> Result<(), StoreError> {
        let cannot_write =
            |reason: String| StoreError::CannotWrite { path: path.display().to_string(), reason };
        let is_same =
            |open: &Path| open.canonicalize().ok().is_some_and(|open| path.canonicalize().ok() == Some(open));
        if self.url.path().is_some_and(is_same) {
            return Err(cannot_write("it is the database itself".to_owned()));
        }
        let unfinished = Unfinished::beside(path);
        self.write_copy(&unfinished.0).map_err(|error| match error {
            StoreError::CannotOpen { reason, .. } => cannot_write(reason),
            StoreError::ReadOnly => cannot_write("check the permissions of its folder".to_owned()),
            other => other,
        })?;
        std::fs::rename(&unfinished.0, path).map_err(|error| cannot_write(error.to_string().to_lowercase()))
    }

    fn write_copy(&self, path: &Path) -> Result<(), StoreError> {
        let copy = Database::open(&DatabaseUrl::file(path))?;
        migrate(&copy, &path.display().to_string())?;
        let reading = self.database.begin_read()?;
        let writing = copy.begin_write(false)?;
        copy_rows(&self.database, self.runner(), &copy, self.runner())?;
        writing.commit()?;
        reading.commit()?;
        // One file, not three: the copy must be whole without its journal.
        copy.run("PRAGMA journal_mode = DELETE")
    }

    /// Replaces everything of this runner by what a backup holds; a backup that cannot be read changes nothing.
    pub fn restore(&mut self, path: &Path) -> Result<(), StoreError> {
        let name = path.display().to_string();
        let not_a_backup = |_| StoreError::NotABackup { path: name.clone() };
        let backup = Database::open_to_read(path).map_err(not_a_backup)?;
        match version(&backup).map_err(not_a_backup)? {
            None => return Err(StoreError::NotABackup { path: name }),
            Some(found) if found > SCHEMA_VERSION => {
                return Err(StoreError::NewerSchema { url: name, found, known: SCHEMA_VERSION });
            }
            Some(_) => {}
        }
        if !backup.is_whole().map_err(not_a_backup)? {
            return Err(StoreError::NotABackup { path: name });
        }
        let reading = backup.begin_read()?;
        let first = "SELECT runner FROM runner ORDER BY runner";
        let Some(from) = backup.query_one(first, &[], |row| row.int(0)).map_err(not_a_backup)? else {
            return Err(StoreError::NotABackup { path: name });
        };
        let writing = self.begin_turn()?;
        let turn = self.changes()?.unwrap_or_default();
        self.erase_rows()?;
        self.database.execute("DELETE FROM runner WHERE runner = $1", &[self.runner()])?;
        copy_rows(&backup, Value::Int(from), &self.database, self.runner())?;
        // The count of this database goes on, so that other content never has a number it had.
        let count = "UPDATE runner SET changes = $2 WHERE runner = $1";
        self.database.execute(count, &[self.runner(), Value::Int(turn)])?;
        writing.commit()?;
        reading.commit()
    }
}

/// Copies all rows of one runner, the runner's own row first.
fn copy_rows(source: &Database, from: Value<'_>, target: &Database, to: Value<'_>) -> Result<(), StoreError> {
    target.execute("DELETE FROM runner WHERE runner = $1", &[to])?;
    let runner = source
        .query_one("SELECT name, changes FROM runner WHERE runner = $1", &[from], |row| row.cells())?
        .unwrap_or_default();
    let mut values = vec![to];
    values.extend(runner.iter().map(crate::database::Cell::as_value));
    if let [_, _, _] = values.as_slice() {
        target.execute("INSERT INTO runner (runner, name, changes) VALUES ($1, $2, $3)", &values)?;
    }
    for table in &TABLES {
        table.copy(source, from, target, to)?;
    }
    Ok(())
}

/// The file a backup grows in. Whatever stops the backup, it does not stay behind.
struct Unfinished(PathBuf);

impl Unfinished {
    fn beside(path: &Path) -> Self {
        let mut name = path.file_name().unwrap_or_default().to_os_string();
        name.push(format!(".{}.part", std::process::id()));
        let unfinished = Self(path.with_file_name(name));
        unfinished.remove();
        unfinished
    }

    fn remove(&self) {
        for end in ["", "-wal", "-shm", "-journal"] {
            let mut path = self.0.clone().into_os_string();
            path.push(end);
            // Usually there is nothing: the file was renamed.
            let _ = std::fs::remove_file(path);
        }
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        self.remove();
    }
}
