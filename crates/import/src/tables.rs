//! A CSV file: the export table of the big platform, or one of the logs.

use crate::export_table::{is_export_table, read_export_table};
use crate::logs::{read_log, table::read_table};
use crate::{Context, ImportError, Imported};

/// Reads a CSV file of any kind we know, told apart by its header.
pub fn read_csv(bytes: &[u8], context: &Context<'_>) -> Result<Imported, ImportError> {
    let table = read_table(bytes)?;
    if is_export_table(&table) { read_export_table(table, context) } else { read_log(table, context) }
}
