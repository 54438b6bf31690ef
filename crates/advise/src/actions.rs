//! The actions a clinician edits, read from `data/actions.toml`.

use kneewise_types::assessment::Family;
use kneewise_types::{Evidence, Grade, SourceKey};
use serde::Deserialize;

/// The file, part of the program.
pub const FILE: &str = include_str!("../data/actions.toml");

/// Everything in the file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue<'a> {
    pub order: Vec<Group>,
    pub min_belief: f64,
    pub most_new: usize,
    #[serde(rename = "action", borrow)]
    pub actions: Vec<Entry<'a>>,
}

/// Actions that compete: the first that fits is advised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    Safety,
    Load,
    Overuse,
    Weakness,
    Footwear,
    Mobility,
}

/// One action with its evidence and its conditions.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry<'a> {
    pub id: &'a str,
    pub grade: Grade,
    pub source: &'a str,
    #[serde(default, borrow)]
    pub rows: Vec<&'a str>,
    #[serde(default, borrow)]
    pub pattern: Vec<&'a str>,
    pub pain: Option<bool>,
    #[serde(default, borrow)]
    pub light: Vec<&'a str>,
    #[serde(default, borrow)]
    pub caution: Vec<&'a str>,
    #[serde(default)]
    pub rests: bool,
}

impl Group {
    pub const ALL: [Self; 6] =
        [Self::Safety, Self::Load, Self::Overuse, Self::Weakness, Self::Footwear, Self::Mobility];

    /// `None` for safety.
    pub const fn family(self) -> Option<Family> {
        match self {
            Self::Safety => None,
            Self::Load => Some(Family::Load),
            Self::Overuse => Some(Family::Overuse),
            Self::Weakness => Some(Family::Weakness),
            Self::Footwear => Some(Family::Footwear),
            Self::Mobility => Some(Family::Mobility),
        }
    }

    pub fn word(self) -> &'static str {
        self.family().map_or("safety", Family::word)
    }
}

impl Entry<'static> {
    /// The group named by the id.
    pub fn group(&self) -> Option<Group> {
        let (word, _) = self.id.split_once('.')?;
        Group::ALL.into_iter().find(|group| group.word() == word)
    }

    pub const fn evidence(&self) -> Evidence {
        Evidence { grade: self.grade, source: SourceKey(self.source) }
    }
}

/// The file as data. A file that cannot be read gives no actions; a test keeps that from being shipped.
pub fn catalogue() -> Catalogue<'static> {
    toml::from_str(FILE).unwrap_or_default()
}
