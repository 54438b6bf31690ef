//! The five families with their main reasons, and the pattern.

use super::{Case, ReportPart};
use crate::documents::report::{ReportCause, ReportReason};
use crate::why::{pick, story};
use crate::words::{facts, families, plain};
use kneewise_types::assessment::{BeliefWord, Family, Finding, State};
use kneewise_types::reason::{Fact, Reason};

/// Reasons for the best supported family, for each other one, and against each.
const FOR_LEAD: usize = 2;
const FOR_OTHERS: usize = 1;
const AGAINST: usize = 1;
/// Letters of a second reason beside the first: a sheet has only so much room.
const ROOM: usize = 190;

pub(super) fn causes(case: &Case<'_>) -> Vec<ReportCause> {
    let families = pick::families(case.assessment).into_iter().map(|shown| shown.finding);
    let wanted = families.filter(|finding| case.has(ReportPart::Shoes) || finding.family != Family::Footwear);
    wanted.enumerate().map(|(place, finding)| cause(case, finding, place == 0)).collect()
}

fn cause(case: &Case<'_>, finding: &Finding, is_first: bool) -> ReportCause {
    let is_wanted = |reason: &&Reason| case.has(ReportPart::Body) || !tells_mass(reason);
    let said = |reason: &Reason| ReportReason {
        text: plain(facts::sentence(&reason.fact, &case.voice).trim_end_matches('.')),
        grade: Some(reason.evidence.grade.letter()),
    };
    let for_count = if is_first && case.assessment.red_flags.is_empty() { FOR_LEAD } else { FOR_OTHERS };
    let mut against: Vec<_> =
        pick::reasons_against(finding).into_iter().filter(is_wanted).take(AGAINST).map(said).collect();
    if against.is_empty() || pick::is_open(finding) {
        against.extend(unknown(case, finding));
    }
    ReportCause {
        family: finding.family,
        name: families::name(finding.family),
        rungs: match finding.word {
            _ if pick::is_open(finding) => 0,
            BeliefWord::LittleSign => 1,
            BeliefWord::May => 2,
            BeliefWord::Probably => 3,
            BeliefWord::MainCandidate => 4,
        },
        word: crate::words::numbers::capital(&pick::headline(finding)),
        reasons: fitting(pick::reasons_for(finding).into_iter().filter(is_wanted).map(said), for_count),
        against,
    }
}

/// The first reason, and those after it that still have room.
fn fitting(reasons: impl Iterator<Item = ReportReason>, most: usize) -> Vec<ReportReason> {
    let mut room = ROOM;
    let mut taken: Vec<ReportReason> = Vec::new();
    for reason in reasons {
        let letters = reason.text.chars().count();
        if taken.len() < most && (taken.is_empty() || letters <= room) {
            room = room.saturating_sub(letters);
            taken.push(reason);
        }
    }
    taken
}

/// Whether a reason names the runner's mass.
const fn tells_mass(reason: &Reason) -> bool {
    matches!(reason.fact, Fact::MassAndFirmShoes { .. } | Fact::MinimalAndMass { .. })
}

/// The first thing that was never entered.
fn unknown(case: &Case<'_>, finding: &Finding) -> Option<ReportReason> {
    let rows = finding.mechanisms.iter().filter(|row| row.state == State::Unknown);
    let mut reasons = rows.flat_map(|row| &row.reasons);
    let never =
        reasons.find(|reason| matches!(reason.fact, Fact::NeverEntered { .. } | Fact::NotCovered { .. }))?;
    let text = plain(facts::sentence(&never.fact, &case.voice).trim_end_matches('.'));
    Some(ReportReason { text, grade: None })
}

/// The pattern of the knee it is about.
pub(super) fn patterns(case: &Case<'_>) -> Vec<String> {
    story::patterns(case.assessment).iter().map(|line| plain(line)).collect()
}
