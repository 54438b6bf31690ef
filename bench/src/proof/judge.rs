//! One runner: the life, its history, what the detection says and what the oracle says.

use super::light::history;
use kneewise_simulate::oracle::{self, Posterior};
use kneewise_simulate::population::{self, Member, Stratum};
use kneewise_simulate::{Planted, plan};
use kneewise_types::assessment::{BeliefWord, Family, Finding};

/// What came out for one runner.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    pub number: u32,
    pub stratum: Stratum,
    pub cause: Option<Planted>,
    /// Flares that began once the diary was kept.
    pub flares: usize,
    /// Flares that the detection saw.
    pub flares_seen: usize,
    /// All five families, best supported first.
    pub families: Vec<(Family, BeliefWord)>,
    pub oracle: Posterior,
    /// Digest of the life, to prove that it is the frozen one.
    pub life: u64,
}

impl Verdict {
    /// The family of the planted cause.
    #[must_use]
    pub fn planted(&self) -> Option<Family> {
        self.cause.map(|cause| cause.mechanism.family())
    }

    /// Place of the planted family in the answer, from 0; `None` when nothing was planted.
    #[must_use]
    pub fn place(&self) -> Option<usize> {
        self.families.iter().position(|(family, _)| Some(*family) == self.planted())
    }

    /// Its place in the oracle's answer.
    #[must_use]
    pub fn oracle_place(&self) -> Option<usize> {
        self.oracle.families.iter().position(|(family, _)| Some(*family) == self.planted())
    }

    /// The word for a family.
    #[must_use]
    pub fn word(&self, family: Family) -> Option<BeliefWord> {
        self.families.iter().find(|(one, _)| *one == family).map(|(_, word)| *word)
    }
}

/// Lives and judges one runner on the last day; `None` for a classic life, of which the oracle knows nothing.
#[must_use]
pub fn judge(member: &Member) -> Option<Verdict> {
    let life = plan(&member.scenario);
    let oracle = oracle::posterior(&life)?;
    let assessment = kneewise_analyse::assess(&history(&life), life.end());
    let word = |finding: &Finding| (finding.family, finding.word);
    Some(Verdict {
        number: member.number,
        stratum: member.stratum,
        cause: member.scenario.cause,
        flares: oracle.flares,
        flares_seen: assessment.flares.len(),
        families: assessment.findings.iter().map(word).collect(),
        oracle,
        life: population::life_digest(&life),
    })
}
