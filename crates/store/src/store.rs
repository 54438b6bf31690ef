//! The store of one runner: opened once, written in batches that are kept whole or not at all.

use crate::database::{Database, Transaction, Value};
use crate::error::StoreError;
use crate::migrations::{migrate, version};
use crate::tables::TABLES;
use crate::url::DatabaseUrl;
use std::fmt;

/// The runner that a new database belongs to.
const FIRST_RUNNER: i64 = 1;

/// One runner's store.
pub struct Store {
    pub(crate) database: Database,
    pub(crate) url: DatabaseUrl,
    runner: i64,
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Store").field("url", &self.url).finish_non_exhaustive()
    }
}

/// How many of each are kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub originals: u64,
    pub unusable: u64,
    pub sources: u64,
    pub activities: u64,
    /// Rows of logs, contradicted ones included.
    pub entries: u64,
}

impl Store {
    /// Opens a database, makes it if there is none, brings an older schema up to date.
    pub fn open(url: &DatabaseUrl) -> Result<Self, StoreError> {
        let database = Database::open(url)?;
        migrate(&database, &url.to_string())?;
        let store = Self { database, url: url.clone(), runner: FIRST_RUNNER };
        if store.changes()?.is_none() {
            store.add_runner()?;
        }
        Ok(store)
    }

    /// For a new database that much will be written to: until [`Self::end_filling`], batches go straight into its file
    /// and not into its log first, so that half as many bytes are written. A batch is whole or not there all the same.
    ///
    /// Nothing changes where another program has the database open. One that opens it later reads what is kept and
    /// takes turns with this one, or ends the filling when it comes between two batches.
    pub fn begin_filling(&self) -> Result<(), StoreError> {
        self.database.write_by_log(false)
    }

    /// Writes by way of the log again, so that readers never wait.
    pub fn end_filling(&self) -> Result<(), StoreError> {
        self.database.write_by_log(true)
    }

    /// The schema of the open database.
    pub fn schema(&self) -> Result<i64, StoreError> {
        Ok(version(&self.database)?.unwrap_or_default())
    }

    /// One batch: all of it is kept, or nothing. Batches of several programs come one after another.
    pub fn write<T, E: From<StoreError>>(
        &mut self,
        work: impl FnOnce(&Writing<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let transaction = self.begin_turn()?;
        let done = work(&Writing { store: self })?;
        transaction.commit()?;
        Ok(done)
    }

    /// How many batches were written: the same number means the same content, also after `erase` and `restore`.
    /// `None` without a runner.
    pub fn changes(&self) -> Result<Option<i64>, StoreError> {
        let query = "SELECT changes FROM runner WHERE runner = $1";
        self.database.query_one(query, &[self.runner()], |row| row.int(0))
    }

    /// How many of each are kept.
    pub fn counts(&self) -> Result<Counts, StoreError> {
        let count = |query: &'static str| {
            let found = self.database.query_one(query, &[self.runner()], |row| row.int(0))?;
            Ok::<u64, StoreError>(found.and_then(|count| u64::try_from(count).ok()).unwrap_or(0))
        };
        Ok(Counts {
            originals: count("SELECT COUNT(*) FROM original WHERE runner = $1 AND unusable IS NULL")?,
            unusable: count("SELECT COUNT(*) FROM original WHERE runner = $1 AND unusable IS NOT NULL")?,
            sources: count("SELECT COUNT(*) FROM source WHERE runner = $1")?,
            activities: count("SELECT COUNT(*) FROM activity WHERE runner = $1")?,
            entries: count("SELECT COUNT(*) FROM entry WHERE runner = $1")?,
        })
    }

    /// Removes the runner and all that belongs to them; nothing of it stays in the file.
    pub fn erase(&mut self) -> Result<(), StoreError> {
        let transaction = self.begin_turn()?;
        self.erase_rows()?;
        // The count stays: whoever remembers an older content must not meet its number again.
        self.database.execute("UPDATE runner SET name = '' WHERE runner = $1", &[self.runner()])?;
        transaction.commit()?;
        self.database.wipe_free_space()
    }

    pub(crate) fn erase_rows(&self) -> Result<(), StoreError> {
        for table in TABLES.iter().rev() {
            let statement = format!("DELETE FROM {} WHERE runner = $1", table.name);
            self.database.execute(&statement, &[self.runner()])?;
        }
        Ok(())
    }

    /// Waits for the batch of any other program, then holds the runner until this one is done.
    pub(crate) fn begin_turn(&self) -> Result<Transaction<'_>, StoreError> {
        let transaction = self.database.begin_write(false)?;
        let turn = "UPDATE runner SET changes = changes + 1 WHERE runner = $1";
        if self.database.execute(turn, &[self.runner()])? == 0 {
            self.add_runner()?;
            self.database.execute(turn, &[self.runner()])?;
        }
        Ok(transaction)
    }

    pub(crate) const fn runner(&self) -> Value<'static> {
        Value::Int(self.runner)
    }

    fn add_runner(&self) -> Result<(), StoreError> {
        self.database.execute(
            "INSERT INTO runner (runner, name, changes) VALUES ($1, '', 0) ON CONFLICT (runner) DO NOTHING",
            &[self.runner()],
        )?;
        Ok(())
    }
}

/// What can be done inside one batch. Made by [`Store::write`].
pub struct Writing<'a> {
    store: &'a Store,
}

impl fmt::Debug for Writing<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writing").finish_non_exhaustive()
    }
}

impl Writing<'_> {
    pub(crate) const fn database(&self) -> &Database {
        &self.store.database
    }

    pub(crate) const fn runner(&self) -> Value<'static> {
        self.store.runner()
    }

    pub(crate) const fn store(&self) -> &Store {
        self.store
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::originals::PackedOriginal;

    #[test]
    fn a_full_disk_is_said_and_leaves_the_database_whole() {
        let folder = tempfile::TempDir::new().unwrap();
        let url = DatabaseUrl::file(&folder.path().join("a.db"));
        let mut store = Store::open(&url).unwrap();
        let small = PackedOriginal::new("aa", "a.fit", b"small").unwrap();
        store.write(|batch| batch.keep_original(&small)).unwrap();
        // Hashes do not compress.
        let hash = |i: u32| <sha2::Sha256 as sha2::Digest>::digest(i.to_le_bytes()).to_vec();
        let noise: Vec<u8> = (0..12_500).flat_map(hash).collect();
        let large = PackedOriginal::new("bb", "b.fit", &noise).unwrap();
        assert!(large.packed_bytes() > 300_000);

        store.database.limit_pages(40).unwrap();
        let error = store.write(|batch| batch.keep_original(&large)).unwrap_err();
        assert_eq!(
            error.to_string(),
            "the disk is full: nothing of this step was kept, free some space and run it again"
        );
        assert_eq!(store.counts().unwrap().originals, 1);

        drop(store);
        let mut store = Store::open(&url).unwrap();
        let whole = store.database.query_one("PRAGMA integrity_check", &[], |row| row.text(0)).unwrap();
        assert_eq!(whole.as_deref(), Some("ok"));
        store.write(|batch| batch.keep_original(&large)).unwrap();
        assert_eq!(store.get_original("bb").unwrap(), Some(noise));
    }
}
