//! What several pages show alike: reasons with their grade, ladders, lights.

use crate::why::pick;
use crate::words::language::texts;
use crate::words::numbers::capital;
use crate::words::{Voice, facts, lights, sources};
use kneewise_types::Evidence;
use kneewise_types::assessment::{BeliefWord, CauseRow, Finding, Light};
use kneewise_types::reason::Reason;

texts! {
    /// The names of grades.
    Grades {
        of_evidence(meaning: &str): "Grade of evidence: {meaning}", "Güte der Belege: {meaning}";
    }
}

/// The key of our own rules.
const RULE: &str = "rule";

/// A sentence with where it is from.
#[derive(Debug, Clone)]
pub struct Said {
    pub text: String,
    pub from: From,
}

/// Grade and short source.
#[derive(Debug, Clone)]
pub struct From {
    pub grade: char,
    /// What the letter means.
    pub title: String,
    pub source: String,
    /// Where the page of evidence tells of it: the source, or the rule where it is ours.
    pub key: &'static str,
}

impl From {
    #[must_use]
    pub fn new(evidence: &Evidence) -> Self {
        let tag = sources::tag(evidence);
        Self {
            grade: evidence.grade.letter(),
            title: Grades.of_evidence(sources::meaning(evidence.grade)),
            source: tag.split_once(", ").map(|(_, source)| source.to_owned()).unwrap_or_default(),
            key: evidence.source.0,
        }
    }
}

impl Said {
    /// The sentence of a reason of a sign; an expert rule leads to its own entry.
    #[must_use]
    pub fn of_sign(reason: &Reason, row: Option<CauseRow>, voice: &Voice) -> Self {
        let said = Self::reason(reason, voice);
        match row {
            Some(row) if said.from.key == RULE => {
                Self { from: From { key: row.code(), ..said.from }, ..said }
            }
            _ => said,
        }
    }

    /// The sentence of a reason.
    #[must_use]
    pub fn reason(reason: &Reason, voice: &Voice) -> Self {
        Self { text: facts::sentence(&reason.fact, voice), from: From::new(&reason.evidence) }
    }
}

/// How strongly a family is supported: four bars and a word.
#[derive(Debug, Clone)]
pub struct Ladder {
    /// Filled bars, 1 to 4; 0 when not enough is known.
    pub rungs: usize,
    pub word: String,
}

impl Ladder {
    #[must_use]
    pub fn of(finding: &Finding) -> Self {
        let rungs = match finding.word {
            _ if pick::is_open(finding) => 0,
            BeliefWord::LittleSign => 1,
            BeliefWord::May => 2,
            BeliefWord::Probably => 3,
            BeliefWord::MainCandidate => 4,
        };
        Self { rungs, word: capital(&pick::headline(finding)) }
    }

    /// Whether a bar is filled; bars count from 1.
    #[must_use]
    pub const fn has(&self, rung: &usize) -> bool {
        *rung <= self.rungs
    }
}

/// The traffic light: shape, word and colour.
#[derive(Debug, Clone, Copy)]
pub struct LightShown {
    /// `go`, `hold` or `stop`: shape and colour.
    pub shape: &'static str,
    pub word: &'static str,
    /// Dashed outline: the next morning is missing.
    pub is_provisional: bool,
}

impl LightShown {
    #[must_use]
    pub fn of(light: Light) -> Self {
        let shape = match light {
            Light::Green => "go",
            Light::Amber | Light::Provisional => "hold",
            Light::Red => "stop",
        };
        Self { shape, word: lights::light(light), is_provisional: light == Light::Provisional }
    }
}
