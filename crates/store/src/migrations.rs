//! The schema, one step after another, forward only.
//!
//! A released step is never edited. To change the schema, add the next file and a line below, and keep a dump of
//! a small database of the schema before in `tests/schemas`: every released schema must open for ever.

use crate::database::{Database, Value};
use crate::error::StoreError;

/// Every step, the first one makes schema 1.
const STEPS: [&str; 2] = [include_str!("../migrations/0001.sql"), include_str!("../migrations/0002.sql")];

/// The schema this program writes.
pub const SCHEMA_VERSION: i64 = 2;

/// Brings the database to the schema of this program, or refuses in words.
pub(crate) fn migrate(database: &Database, name: &str) -> Result<(), StoreError> {
    migrate_with(database, name, &STEPS)
}

/// The schema of a database; `None` when it has none yet.
pub(crate) fn version(database: &Database) -> Result<Option<i64>, StoreError> {
    if !database.has_table("meta")? {
        return Ok(None);
    }
    let read = |row: &crate::database::Row<'_>| row.text(0);
    let found = database.query_one("SELECT value FROM meta WHERE key = 'schema'", &[], read)?;
    Ok(found.and_then(|version| version.parse().ok()))
}

fn migrate_with(database: &Database, name: &str, steps: &[&str]) -> Result<(), StoreError> {
    let known = i64::try_from(steps.len()).unwrap_or(i64::MAX);
    if is_current(database, name, known)? {
        return Ok(());
    }
    let transaction = database.begin_write(true)?;
    // Another process may have done it while this one waited.
    if is_current(database, name, known)? {
        return transaction.commit();
    }
    let done = if let Some(done) = version(database)? {
        done
    } else if database.has_foreign_tables()? {
        return Err(StoreError::NotOurs { url: name.to_owned() });
    } else {
        database.run("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)")?;
        0
    };
    for step in steps.iter().skip(usize::try_from(done).unwrap_or_default()) {
        database.run(step)?;
    }
    database.settle()?;
    database.execute(
        "INSERT INTO meta (key, value) VALUES ('schema', $1)
         ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        &[Value::Text(&known.to_string())],
    )?;
    transaction.commit()
}

fn is_current(database: &Database, name: &str, known: i64) -> Result<bool, StoreError> {
    match version(database)? {
        Some(found) if found > known => Err(StoreError::NewerSchema { url: name.to_owned(), found, known }),
        found => Ok(found == Some(known)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::url::DatabaseUrl;

    const FIRST: &str = "CREATE TABLE a (x BIGINT NOT NULL)";
    const SECOND: &str = "ALTER TABLE a ADD COLUMN y BIGINT; UPDATE a SET y = x * 2";

    #[test]
    fn each_step_is_taken_once_and_in_order() {
        let database = Database::open(&DatabaseUrl::memory()).unwrap();
        migrate_with(&database, "db", &[FIRST]).unwrap();
        database.execute("INSERT INTO a (x) VALUES ($1)", &[Value::Int(21)]).unwrap();
        for _ in 0..2 {
            migrate_with(&database, "db", &[FIRST, SECOND]).unwrap();
            assert_eq!(version(&database).unwrap(), Some(2));
        }
        assert_eq!(database.query("SELECT y FROM a", &[], |row| row.int(0)).unwrap(), [42]);
        let error = migrate_with(&database, "db", &[FIRST]).unwrap_err();
        assert!(matches!(error, StoreError::NewerSchema { found: 2, known: 1, .. }));
    }

    #[test]
    fn a_step_that_fails_leaves_the_schema_as_it_was() {
        let database = Database::open(&DatabaseUrl::memory()).unwrap();
        migrate_with(&database, "db", &[FIRST]).unwrap();
        let broken = "ALTER TABLE a ADD COLUMN z BIGINT; INSERT INTO nowhere VALUES (1)";
        assert!(migrate_with(&database, "db", &[FIRST, broken]).is_err());
        assert_eq!(version(&database).unwrap(), Some(1));
        database.execute("INSERT INTO a (x) VALUES ($1)", &[Value::Int(1)]).unwrap();
        assert!(database.query("SELECT z FROM a", &[], |row| row.int(0)).is_err());
    }

    #[test]
    fn the_number_of_steps_is_the_schema() {
        assert_eq!(i64::try_from(STEPS.len()).unwrap(), SCHEMA_VERSION);
    }
}
