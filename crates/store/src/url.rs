//! Where the database is.

use crate::error::StoreError;
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// The address of a database: `sqlite:PATH`, `sqlite::memory:` or `postgres://…`.
///
/// Shown without its password.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl(pub(crate) Place);

#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Place {
    Memory,
    File(PathBuf),
    Server(String),
}

impl DatabaseUrl {
    /// An SQLite file.
    #[must_use]
    pub fn file(path: &Path) -> Self {
        Self(Place::File(path.to_path_buf()))
    }

    /// An SQLite database that lives as long as its handle.
    #[must_use]
    pub const fn memory() -> Self {
        Self(Place::Memory)
    }

    /// The file, if it is one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match &self.0 {
            Place::File(path) => Some(path),
            Place::Memory | Place::Server(_) => None,
        }
    }
}

impl FromStr for DatabaseUrl {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, StoreError> {
        if let Some(path) = text.strip_prefix("sqlite:") {
            let path = path.strip_prefix("//").unwrap_or(path);
            return match path {
                "" => Err(StoreError::BadUrl { url: text.to_owned() }),
                ":memory:" => Ok(Self(Place::Memory)),
                path => Ok(Self(Place::File(PathBuf::from(path)))),
            };
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self(Place::Server(text.to_owned())));
        }
        Err(StoreError::BadUrl { url: masked(text) })
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Place::Memory => f.write_str("sqlite::memory:"),
            Place::File(path) => write!(f, "sqlite:{}", path.display()),
            Place::Server(url) => f.write_str(&masked(url)),
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DatabaseUrl({self})")
    }
}

/// The address with its password replaced, wherever a password can stand.
fn masked(url: &str) -> String {
    let (front, query) = url.split_once('?').map_or((url, None), |(front, query)| (front, Some(query)));
    let mut shown =
        match front.split_once("://").and_then(|(scheme, rest)| Some((scheme, rest.rsplit_once('@')?))) {
            Some((scheme, (who, place))) => {
                let (user, password) = who.split_once(':').map_or((who, ""), |(user, _)| (user, ":***"));
                format!("{scheme}://{user}{password}@{place}")
            }
            None => front.to_owned(),
        };
    if let Some(query) = query {
        let parts: Vec<String> = query
            .split('&')
            .map(|part| {
                let name = part.split('=').next().unwrap_or_default();
                if name.contains("password") { format!("{name}=***") } else { part.to_owned() }
            })
            .collect();
        shown.push('?');
        shown.push_str(&parts.join("&"));
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_password_is_never_shown() {
        for (url, shown) in [
            ("postgres://anna:s3c:r@t@db.example/runs", "postgres://anna:***@db.example/runs"),
            (
                "postgres://anna@/runs?host=/run/pg&password=s3cret",
                "postgres://anna@/runs?host=/run/pg&password=***",
            ),
            ("postgres://db.example/runs", "postgres://db.example/runs"),
        ] {
            let url: DatabaseUrl = url.parse().unwrap();
            assert_eq!(url.to_string(), shown);
            assert_eq!(format!("{url:?}"), format!("DatabaseUrl({shown})"));
        }
        let error = "mysql://anna:s3cret@db/runs".parse::<DatabaseUrl>().unwrap_err();
        assert_eq!(
            error.to_string(),
            "`mysql://anna:***@db/runs` is not a database: use `sqlite:PATH` or `postgres://USER@HOST/NAME`"
        );
    }

    #[test]
    fn a_path_may_follow_with_or_without_slashes() {
        for text in ["sqlite:/tmp/a.db", "sqlite:///tmp/a.db"] {
            assert_eq!(text.parse::<DatabaseUrl>().unwrap().path(), Some(Path::new("/tmp/a.db")));
        }
        assert!("sqlite:".parse::<DatabaseUrl>().is_err());
    }
}
