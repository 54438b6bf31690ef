//! What the store promises, checked the same way on SQLite in memory, SQLite on disk and PostgreSQL.

#![expect(
    clippy::disallowed_methods,
    reason = "the suite spoils files and is told of a server by its environment"
)]

#[cfg(test)]
mod contract {
    pub mod activities;
    pub mod backups;
    pub mod entries;
    pub mod example;
    pub mod filling;
    pub mod knee;
    pub mod lost;
    pub mod opening;
    pub mod originals;
    pub mod place;
    pub mod samples;
    pub mod settings;
    pub mod writing;
}
