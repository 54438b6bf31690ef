//! Settings of the program on this database: small texts by name, such as the language of the page.
//!
//! They belong to the installation, not to the runner: a backup does not hold them, `erase` does not touch them.

use crate::database::Value;
use crate::error::StoreError;
use crate::store::{Store, Writing};
use std::collections::BTreeMap;

/// Keeps settings apart from the schema's own rows of the same table.
const PREFIX: &str = "setting.";

impl Store {
    /// Every setting by its name.
    pub fn settings(&self) -> Result<BTreeMap<String, String>, StoreError> {
        let query = "SELECT key, value FROM meta WHERE key LIKE 'setting.%'";
        let found = self.database.query(query, &[], |row| Ok((row.text(0)?, row.text(1)?)))?;
        Ok(found
            .into_iter()
            .filter_map(|(key, value)| Some((key.strip_prefix(PREFIX)?.to_owned(), value)))
            .collect())
    }

    /// One setting; `None` when it was never set.
    pub fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        let query = "SELECT value FROM meta WHERE key = $1";
        self.database.query_one(query, &[Value::Text(&key(name))], |row| row.text(0))
    }
}

impl Writing<'_> {
    /// Sets one setting, or removes it.
    pub fn keep_setting(&self, name: &str, value: Option<&str>) -> Result<(), StoreError> {
        let key = key(name);
        match value {
            Some(value) => self.database().execute(
                "INSERT INTO meta (key, value) VALUES ($1, $2)
                 ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                &[Value::Text(&key), Value::Text(value)],
            )?,
            None => self.database().execute("DELETE FROM meta WHERE key = $1", &[Value::Text(&key)])?,
        };
        Ok(())
    }
}

fn key(name: &str) -> String {
    format!("{PREFIX}{name}")
}
