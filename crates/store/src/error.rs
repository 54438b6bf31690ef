//! What can go wrong while keeping or finding something.

use kneewise_types::ActivityId;

/// Why the store could not do it. No value of a runner's data is ever quoted.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("`{url}` is not a database: use `sqlite:PATH` or `postgres://USER@HOST/NAME`")]
    BadUrl { url: String },
    #[error("cannot open `{url}`: {reason}")]
    CannotOpen { url: String, reason: String },
    #[error("`{url}` is not a kneewise database: give one, or a path where nothing is yet")]
    NotOurs { url: String },
    #[error(
        "`{url}` was written by a newer kneewise (schema {found}, this one knows {known}): update kneewise"
    )]
    NewerSchema { url: String, found: i64, known: i64 },
    #[error("the disk is full: nothing of this step was kept, free some space and run it again")]
    DiskFull,
    #[error(
        "the disk refused: it may be full or failing; nothing of this step was kept, free some space and run it again"
    )]
    DiskFailed,
    #[error("the database is in use by another program: try again when it has finished")]
    Locked,
    #[error("the database cannot be written: check the permissions of its file and folder")]
    ReadOnly,
    #[error("the database file is damaged: restore a backup")]
    Corrupt,
    #[error("the connection to the database was lost: nothing of this step was kept, run it again")]
    ConnectionLost,
    #[error("`{path}` is not a kneewise backup: give a file that `kneewise backup` wrote")]
    NotABackup { path: String },
    #[error("cannot write `{path}`: {reason}")]
    CannotWrite { path: String, reason: String },
    #[error("{count} activities begin with `{prefix}`: give more of the id")]
    AmbiguousId { prefix: String, count: usize },
    #[error("{what} `{id}` is damaged in the database: restore a backup or import its file again")]
    Damaged { what: &'static str, id: String },
    #[error("activity `{0}` has no kept source", id.0)]
    NoSource { id: ActivityId },
    #[error("an activity of {got} samples is more than can be kept, at most {limit}")]
    TooManySamples { got: usize, limit: usize },
    #[error("samples whose columns differ in length cannot be kept")]
    UnevenSamples,
    #[error("the database refused: {0}")]
    Database(String),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            // A limit on the size of files or on a person's share of the disk comes as this too.
            Some(ErrorCode::SystemIoFailure) => Self::DiskFailed,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Locked,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::DatabaseCorrupt) => Self::Corrupt,
            _ => Self::Database(one_line(&error.to_string())),
        }
    }
}

impl From<postgres::Error> for StoreError {
    fn from(error: postgres::Error) -> Self {
        use postgres::error::SqlState;
        let Some(refusal) = error.as_db_error() else {
            return if error.is_closed() || is_broken_off(&error) {
                Self::ConnectionLost
            } else {
                Self::Database(one_line(&error.to_string()))
            };
        };
        match *refusal.code() {
            SqlState::DISK_FULL => Self::DiskFull,
            SqlState::LOCK_NOT_AVAILABLE
            | SqlState::T_R_DEADLOCK_DETECTED
            | SqlState::T_R_SERIALIZATION_FAILURE => Self::Locked,
            SqlState::READ_ONLY_SQL_TRANSACTION | SqlState::INSUFFICIENT_PRIVILEGE => Self::ReadOnly,
            SqlState::ADMIN_SHUTDOWN | SqlState::CRASH_SHUTDOWN => Self::ConnectionLost,
            _ => Self::Database(one_line(refusal.message())),
        }
    }
}

/// Whether the other end went away while something was sent or read: then there is no answer that says so.
fn is_broken_off(error: &postgres::Error) -> bool {
    use std::error::Error;
    use std::io::ErrorKind;
    let cause = error.source().and_then(|cause| cause.downcast_ref::<std::io::Error>());
    cause.is_some_and(|cause| {
        matches!(
            cause.kind(),
            ErrorKind::BrokenPipe
                | ErrorKind::ConnectionReset
                | ErrorKind::ConnectionAborted
                | ErrorKind::NotConnected
                | ErrorKind::UnexpectedEof
                | ErrorKind::TimedOut
                | ErrorKind::HostUnreachable
                | ErrorKind::NetworkUnreachable
                | ErrorKind::NetworkDown
        )
    })
}

/// The first line of a driver's message, without a full stop.
pub(crate) fn one_line(message: &str) -> String {
    message.lines().next().unwrap_or_default().trim_end_matches('.').to_owned()
}
