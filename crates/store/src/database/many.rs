//! Many rows by one statement: for a server every statement is a journey there and back.
//!
//! The texts are made here, for both databases, with few different numbers of rows, so that they stay prepared.

use super::{Database, Result, Row, Value};
use std::fmt::Write as _;

/// Rows a statement.
const ROWS: [usize; 3] = [64, 8, 1];
/// Keys a query; the last one stands in for what is left.
const KEYS: usize = 64;

impl Database {
    /// Puts rows into `into`, which is a table with its columns; `conflict` says what to do with those that are there.
    pub(crate) fn insert(&self, into: &str, rows: &[Vec<Value<'_>>], conflict: &str) -> Result<()> {
        for chunk in chunks(rows) {
            let Some(first) = chunk.first() else { continue };
            let places = places(1, chunk.len(), first.len(), |place, _| format!("${place}"));
            self.execute(&format!("INSERT INTO {into} VALUES {places} {conflict}"), &chunk.concat())?;
        }
        Ok(())
    }

    /// The found rows of a query that goes on after `IN`, for any number of keys, each once.
    pub(crate) fn query_keys<T>(
        &self,
        query: &str,
        values: &[Value<'_>],
        keys: &[Value<'_>],
        mut read: impl FnMut(&Row<'_>) -> Result<T>,
    ) -> Result<Vec<T>> {
        let mut found = Vec::new();
        for chunk in keys.chunks(KEYS) {
            let (text, values) = with_keys(query, values, chunk);
            found.extend(self.query(&text, &values, &mut read)?);
        }
        Ok(found)
    }

    /// The same for a statement.
    pub(crate) fn execute_keys(
        &self,
        statement: &str,
        values: &[Value<'_>],
        keys: &[Value<'_>],
    ) -> Result<()> {
        for chunk in keys.chunks(KEYS) {
            let (text, values) = with_keys(statement, values, chunk);
            self.execute(&text, &values)?;
        }
        Ok(())
    }
}

/// The rows in as few pieces of the known lengths as there can be.
pub(crate) fn chunks<T>(mut rows: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let length = ROWS.into_iter().find(|length| *length <= rows.len())?;
        let (chunk, rest) = rows.split_at_checked(length)?;
        rows = rest;
        Some(chunk)
    })
}

/// `($1, $2), ($3, $4)`, from the place `first` on; `place` words one of them from its number and its column.
pub(crate) fn places(
    first: usize,
    rows: usize,
    columns: usize,
    place: impl Fn(usize, usize) -> String,
) -> String {
    let row = |row: usize| {
        let of_row: Vec<String> =
            (0..columns).map(|column| place(first + row * columns + column, column)).collect();
        format!("({})", of_row.join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

fn with_keys<'a>(text: &str, values: &[Value<'a>], keys: &[Value<'a>]) -> (String, Vec<Value<'a>>) {
    let room = if keys.len() == 1 { 1 } else { KEYS };
    let last = keys.last().copied();
    let places = places(values.len() + 1, 1, room, |place, _| format!("${place}"));
    let keys = keys.iter().copied().chain(last.into_iter().cycle()).take(room);
    let mut text = text.to_owned();
    // Writing to a string cannot fail.
    let _ = write!(text, " {places}");
    (text, values.iter().copied().chain(keys).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::url::DatabaseUrl;

    #[test]
    fn any_number_of_rows_is_put_and_found() {
        let database = Database::open(&DatabaseUrl::memory()).unwrap();
        database.run("CREATE TABLE a (x BIGINT PRIMARY KEY, y TEXT)").unwrap();
        for n in [0, 1, 7, 64, 65, 200] {
            database.run("DELETE FROM a").unwrap();
            let rows: Vec<Vec<Value<'_>>> =
                (0..n).map(|x| vec![Value::Int(x), Value::Text("as it was")]).collect();
            database.insert("a (x, y)", &rows, "").unwrap();
            let again: Vec<Vec<Value<'_>>> = (0..n).map(|x| vec![Value::Int(x), Value::Null]).collect();
            database.insert("a (x, y)", &again, "ON CONFLICT (x) DO NOTHING").unwrap();
            let keys: Vec<Value<'_>> = (0..n).step_by(2).map(Value::Int).collect();
            let query = "SELECT x FROM a WHERE y = $1 AND x IN";
            let mut found =
                database.query_keys(query, &[Value::Text("as it was")], &keys, |row| row.int(0)).unwrap();
            found.sort_unstable();
            assert_eq!(found, (0..n).step_by(2).collect::<Vec<_>>());
            database.execute_keys("DELETE FROM a WHERE x IN", &[], &keys).unwrap();
            let left = database.query("SELECT x FROM a", &[], |row| row.int(0)).unwrap();
            assert_eq!(left.len() + keys.len(), rows.len());
        }
    }
}
