//! The tables that belong to a runner: what is backed up, restored and erased.

use crate::columns::shared_columns;
use crate::database::{Cell, Database, Value};
use crate::error::StoreError;

/// A table whose first column is `runner`.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    /// The other columns, separated by commas.
    columns: &'static str,
    /// The column that splits its rows into groups small enough for memory, for tables of large blobs.
    split_by: Option<&'static str>,
    /// Made again from the others: erased with them, not copied.
    is_derived: bool,
}

pub(crate) const TABLES: [Table; 10] = [
    Table {
        name: "original",
        columns: "content, path, size_bytes, unusable",
        split_by: None,
        is_derived: false,
    },
    Table {
        name: "original_bytes",
        columns: "content, packed",
        split_by: Some("content"),
        is_derived: false,
    },
    Table {
        name: "source",
        columns: concat!("id, kind, content, part, path, activity, place, ", shared_columns!()),
        split_by: None,
        is_derived: false,
    },
    Table { name: "source_samples", columns: "id, packed", split_by: Some("id"), is_derived: false },
    Table {
        name: "activity",
        columns: concat!("id, ", shared_columns!(), ", digest_form, digest"),
        split_by: None,
        is_derived: false,
    },
    Table { name: "activity_samples", columns: "id, packed", split_by: Some("id"), is_derived: false },
    Table { name: "entry", columns: "kind, content, line, key, body", split_by: None, is_derived: false },
    Table {
        name: "entry_origin",
        columns: "kind, content, is_logged, last_day, told_s, told_ns, entries",
        split_by: None,
        is_derived: false,
    },
    Table {
        name: "assessment",
        columns: "as_of, model_version, input_hash, body",
        split_by: None,
        is_derived: false,
    },
    Table { name: "knee_digest", columns: "id, form, packed", split_by: None, is_derived: true },
];

impl Table {
    /// Copies one runner's rows from one database to another.
    pub(crate) fn copy(
        &self,
        source: &Database,
        from: Value<'_>,
        target: &Database,
        to: Value<'_>,
    ) -> Result<(), StoreError> {
        let Self { name, columns, split_by, is_derived } = self;
        // A backup of an older schema lacks the tables that came later.
        if *is_derived || !source.has_table(name)? {
            return Ok(());
        }
        let select = format!("SELECT {columns} FROM {name} WHERE runner = $1");
        let Some(key) = split_by else {
            return self.insert(target, to, &source.query(&select, &[from], |row| row.cells())?);
        };
        let keys = format!("SELECT {key} FROM {name} WHERE runner = $1");
        let one = format!("{select} AND {key} = $2");
        for key in source.query(&keys, &[from], |row| row.text(0))? {
            let rows = source.query(&one, &[from, Value::Text(&key)], |row| row.cells())?;
            self.insert(target, to, &rows)?;
        }
        Ok(())
    }

    fn insert(&self, target: &Database, to: Value<'_>, rows: &[Vec<Cell>]) -> Result<(), StoreError> {
        let Self { name, columns, .. } = self;
        let rows: Vec<Vec<Value<'_>>> =
            rows.iter().map(|row| [to].into_iter().chain(row.iter().map(Cell::as_value)).collect()).collect();
        target.insert(&format!("{name} (runner, {columns})"), &rows, "")
    }
}
