//! Where a number comes from and how well it is supported.

use serde::{Deserialize, Serialize};

/// Strength of evidence, best first (clinical text 0.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    A,
    B,
    C,
    D,
}

impl Grade {
    /// The letter.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::A => 'A',
            Self::B => 'B',
            Self::C => 'C',
            Self::D => 'D',
        }
    }
}

/// Key of a source in `docs/evidence.md`, such as `S75`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct SourceKey(pub &'static str);

/// Source and grade. It has no default: whoever states a number must say where it is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Evidence {
    pub grade: Grade,
    pub source: SourceKey,
}

impl Evidence {
    /// Grade and key side by side, for tables of constants.
    #[must_use]
    pub const fn new(grade: Grade, source: &'static str) -> Self {
        Self { grade, source: SourceKey(source) }
    }
}
