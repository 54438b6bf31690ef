//! One runner: the life, its history, what the detection says and what the oracle says.

use super::light::history;
use kneewise_simulate::oracle::{self, Posterior};
use kneewise_simulate::population::{self, Member, Stratum};
use kneewise_simulate::{Mechanism, Planted, plan};
use kneewise_types::assessment::{Assessment, BeliefWord, Family, Finding, State};
use kneewise_types::own_data::{Exposure, Tier};

/// One 95 % interval of an odds ratio whose truth is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// The odds ratio in the simulation: planted, or 1 where nothing is planted at all.
    pub truth: f64,
    /// Whether it lies within the sceptical interval.
    pub is_covered: bool,
    /// Whether it lies within the interval without a prior (Firth); `None` without one.
    pub is_plainly_covered: Option<bool>,
}

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
    /// Families with a row of the table that was present.
    pub rests_on_rows: Vec<Family>,
    /// The highest tier of any own finding.
    pub tier: Tier,
    pub oracle: Posterior,
    /// Intervals of the runner's own odds ratios.
    pub intervals: Vec<Interval>,
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
        rests_on_rows: assessment.findings.iter().filter(|one| has_row(one)).map(|one| one.family).collect(),
        tier: assessment.own_data.findings.iter().map(|one| one.tier).max().unwrap_or(Tier::None),
        intervals: intervals(member, &assessment),
        oracle,
        life: population::life_digest(&life),
    })
}

fn has_row(finding: &Finding) -> bool {
    finding.mechanisms.iter().any(|mechanism| mechanism.state == State::Present)
}

/// The exposures that are read as a yes or no like the mechanism is planted.
const SAME: [(Exposure, Mechanism); 5] = [
    (Exposure::SessionSpike, Mechanism::SingleSessionSpike),
    (Exposure::RapidReturn, Mechanism::RapidReturn),
    (Exposure::HardDaysClose, Mechanism::HardDaysTooClose),
    (Exposure::WornPair, Mechanism::WornShoe),
    (Exposure::NewTerrainOrSpeed, Mechanism::NewTerrainOrSpeed),
];

/// The intervals of the planted exposure; of all of them in a runner without a planted cause.
fn intervals(member: &Member, assessment: &Assessment) -> Vec<Interval> {
    let truth = |exposure: Exposure| match member.scenario.cause {
        None => Some(1.0),
        Some(cause) => SAME.contains(&(exposure, cause.mechanism)).then_some(cause.odds_ratio),
    };
    let presence = |exposure: Exposure| SAME.iter().any(|(one, _)| *one == exposure);
    let findings = assessment.own_data.findings.iter().filter(|finding| presence(finding.exposure));
    findings
        .filter_map(|finding| {
            let truth = truth(finding.exposure)?;
            let holds = |[low, high]: [f64; 2]| (low..=high).contains(&truth);
            Some(Interval {
                truth,
                is_covered: holds(finding.sceptical.interval),
                is_plainly_covered: finding.firth.map(|plain| holds(plain.interval)),
            })
        })
        .collect()
}
