//! What the app knows about the bytes it hands over.

use crate::ZoneMap;
use jiff::tz::TimeZone;

/// Whose bytes these are.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// SHA-256 of the bytes, hexadecimal.
    pub content: &'a str,
    /// The name they came under; for people only.
    pub path: &'a str,
    /// The zone of the runner's profile.
    pub zone: Option<&'a TimeZone>,
    /// Ids of the exercise library; empty takes any id.
    pub exercises: &'a [&'static str],
    /// The map that tells the zone of a place.
    pub zone_map: &'a ZoneMap,
}

/// Nothing of the bytes could be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// There is nothing in them that is an activity or an entry.
    #[error("{why}")]
    Nothing { why: String },
    /// They are hostile or absurd.
    #[error("refused: {why}")]
    Refused { why: String },
}
