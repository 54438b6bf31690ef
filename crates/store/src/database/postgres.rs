//! PostgreSQL: a server that a practice runs. The connection is not encrypted: reach it over a local socket,
//! a private network or a tunnel.

use super::{Cell, Result, Row, Value, without_zeros};
use crate::error::{StoreError, one_line};
use crate::url::DatabaseUrl;
use postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use postgres::{Client, Config, NoTls, Statement};
use std::cell::RefCell;
use std::collections::HashMap;
use std::error::Error;
use std::time::Duration;

pub(crate) struct Postgres {
    prepared: RefCell<Prepared>,
}

/// The connection with the statements it already knows.
struct Prepared {
    client: Client,
    statements: HashMap<String, Statement>,
}

impl Prepared {
    fn statement(&mut self, text: &str) -> Result<Statement> {
        if let Some(known) = self.statements.get(text) {
            return Ok(known.clone());
        }
        let prepared = self.client.prepare(text)?;
        self.statements.insert(text.to_owned(), prepared.clone());
        Ok(prepared)
    }
}

impl Postgres {
    pub(super) fn open(text: &str, url: &DatabaseUrl) -> Result<Self> {
        let cannot_open = |reason: String| StoreError::CannotOpen { url: url.to_string(), reason };
        let mut config: Config = text.parse().map_err(|_| StoreError::BadUrl { url: url.to_string() })?;
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(Duration::from_secs(10));
        }
        config.application_name("kneewise");
        let mut client = config.connect(NoTls).map_err(|error| cannot_open(reason(&error)))?;
        // Notices ("relation already exists, skipping") are nothing to a runner; the local time is never the server's.
        // A plan that does not know the values goes through a runner's whole table for sixty keys of an import: twice the time.
        client.batch_execute(
            "SET client_min_messages = warning; SET TIME ZONE 'UTC'; SET plan_cache_mode = force_custom_plan",
        )?;
        Ok(Self { prepared: RefCell::new(Prepared { client, statements: HashMap::new() }) })
    }

    pub(super) fn run(&self, statements: &str) -> Result<()> {
        Ok(self.prepared.borrow_mut().client.batch_execute(statements)?)
    }

    /// Packed bytes are kept as they are: the server's own attempt to compress them took two fifths of its time.
    pub(super) fn settle(&self) -> Result<()> {
        for table in ["original_bytes", "source_samples", "activity_samples"] {
            self.run(&format!("ALTER TABLE IF EXISTS {table} ALTER COLUMN packed SET STORAGE EXTERNAL"))?;
        }
        Ok(())
    }

    pub(super) fn execute(&self, statement: &str, values: &[Value<'_>]) -> Result<u64> {
        let mut prepared = self.prepared.borrow_mut();
        let statement = prepared.statement(statement)?;
        let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|value| value as _).collect();
        Ok(prepared.client.execute(&statement, &values)?)
    }

    pub(super) fn each(
        &self,
        query: &str,
        values: &[Value<'_>],
        read: &mut dyn FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let rows = {
            let mut prepared = self.prepared.borrow_mut();
            let statement = prepared.statement(query)?;
            let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|value| value as _).collect();
            prepared.client.query(&statement, &values)?
        };
        rows.iter().try_for_each(|row| read(&Row::Postgres(row)))
    }
}

impl ToSql for Value<'_> {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut bytes::BytesMut,
    ) -> std::result::Result<IsNull, Box<dyn Error + Sync + Send>> {
        match *self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(value) => value.to_sql(kind, out),
            Self::Real(value) => value.to_sql(kind, out),
            Self::Text(value) => without_zeros(value).to_sql(kind, out),
            Self::Bytes(value) => value.to_sql(kind, out),
        }
    }

    fn accepts(kind: &Type) -> bool {
        matches!(*kind, Type::INT8 | Type::FLOAT8 | Type::TEXT | Type::BYTEA | Type::NAME)
    }

    to_sql_checked!();
}

pub(super) fn cells(row: &postgres::Row) -> Result<Vec<Cell>> {
    let cell = |(at, column): (usize, &postgres::Column)| {
        Ok(match *column.type_() {
            Type::INT8 => row.try_get::<_, Option<i64>>(at)?.map_or(Cell::Null, Cell::Int),
            Type::FLOAT8 => row.try_get::<_, Option<f64>>(at)?.map_or(Cell::Null, Cell::Real),
            Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(at)?.map_or(Cell::Null, Cell::Bytes),
            _ => row.try_get::<_, Option<String>>(at)?.map_or(Cell::Null, Cell::Text),
        })
    };
    row.columns().iter().enumerate().map(cell).collect()
}

/// The innermost cause of a failed connection, which is what a person can act on.
fn reason(error: &postgres::Error) -> String {
    if let Some(refusal) = error.as_db_error() {
        return one_line(refusal.message());
    }
    let mut cause: &dyn Error = error;
    while let Some(deeper) = cause.source() {
        cause = deeper;
    }
    let text = one_line(&cause.to_string()).to_lowercase();
    // The number of the system's error tells a person nothing.
    text.split(" (os error").next().unwrap_or_default().to_owned()
}
