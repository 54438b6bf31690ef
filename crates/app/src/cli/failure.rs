//! How a command can end without an answer: one line, and an exit status.

use std::fmt;

/// Why a command could not give its answer.
#[derive(Debug)]
pub enum Failure {
    /// It could not be done: status 1.
    CannotDo(String),
    /// It was asked in a way that has no meaning: status 2.
    WrongUsage(String),
    /// The input held nothing usable: status 3.
    NothingUsable(String),
    /// Nobody reads our output any more: not an error.
    PipeClosed,
}

impl Failure {
    /// The exit status of the contract.
    pub const fn status(&self) -> u8 {
        match self {
            Self::PipeClosed => 0,
            Self::CannotDo(_) => 1,
            Self::WrongUsage(_) => 2,
            Self::NothingUsable(_) => 3,
        }
    }

    /// A file or folder that could not be used: what for, which one, why.
    pub fn io(what: &str, path: &std::path::Path, error: &std::io::Error) -> Self {
        Self::CannotDo(format!("cannot {what} `{}`: {}", path.display(), io_reason(error)))
    }
}

/// Why the system refused, in words without its error number.
pub fn io_reason(error: &std::io::Error) -> String {
    use std::io::ErrorKind;
    match error.kind() {
        ErrorKind::NotFound => "it does not exist".to_owned(),
        ErrorKind::PermissionDenied => "no permission".to_owned(),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "the disk is full".to_owned(),
        ErrorKind::IsADirectory => "it is a folder".to_owned(),
        ErrorKind::NotADirectory => "it is not a folder".to_owned(),
        ErrorKind::AlreadyExists => "it exists already".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        _ => {
            let text = error.to_string();
            let end = text.find(" (os error").unwrap_or(text.len());
            text.get(..end).unwrap_or(&text).to_lowercase()
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CannotDo(line) | Self::WrongUsage(line) | Self::NothingUsable(line) => f.write_str(line),
            Self::PipeClosed => f.write_str("the output was closed"),
        }
    }
}

impl std::error::Error for Failure {}

impl From<kneewise_store::StoreError> for Failure {
    fn from(error: kneewise_store::StoreError) -> Self {
        Self::CannotDo(error.to_string())
    }
}
