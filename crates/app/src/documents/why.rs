//! `why --json`: every finding with its rows, states, numbers, sources and sentences.

mod shown;

pub use shown::*;

use super::SCHEMA;
use super::experiments::shown_all;
use super::lights::lights;
use super::own_data;
use super::scores::weekly_due;
use super::warnings::{return_watch, warnings};
use crate::why::{self, pick, story};
use crate::words::{self, Voice, facts, families, red_flags};
use kneewise_types::advice::{Action, Advice};
use kneewise_types::assessment::{
    Assessment, BeliefWord, Condition, Family, Finding, Flare, Mechanism, NextTest, Pattern, PatternLabel,
    RedFlag, State,
};
use kneewise_types::reason::Reason as Seen;
use kneewise_types::{OwnData, UnitSystem};

/// A posterior is never shown above this (clinical text B.3).
const LARGEST_POSTERIOR: f64 = 0.90;

/// The whole document. Numbers are SI; `units` shapes the sentences.
#[must_use]
pub fn document(assessment: &Assessment, advice: &Advice, units: UnitSystem) -> Document {
    let voice = Voice { as_of: assessment.as_of, units };
    let locked = assessment.is_locked();
    Document {
        schema: SCHEMA,
        as_of: assessment.as_of,
        side: assessment.side,
        locked,
        flares: assessment.flares.iter().map(flare).collect(),
        red_flags: assessment.red_flags.iter().map(|raised| flag(raised, &voice)).collect(),
        questions: questions(assessment),
        lights: lights(assessment, &voice),
        warnings: warnings(&why::recent_warnings(assessment), &voice),
        return_watch: return_watch(assessment),
        experiments: shown_all(&assessment.experiments, &assessment.own_data, &voice),
        weekly_due: weekly_due(&assessment.weekly_due, &voice),
        causes: causes(assessment, &voice),
        conditions: assessment.patterns.iter().flat_map(conditions).collect(),
        next_tests: if locked { vec![] } else { assessment.next_tests.iter().map(test).collect() },
        actions: match advice {
            Advice::Train { actions } if !locked => actions.iter().map(|a| action(a, &voice)).collect(),
            _ => vec![],
        },
        missing: assessment
            .missing
            .iter()
            .map(|missing| MissingShown {
                what: missing.what,
                unlocks: missing.unlocks.join(", "),
                text: words::plain(&words::missing::text(missing)),
            })
            .collect(),
        next: if why::is_empty(assessment) { vec!["kneewise import PATH", "kneewise demo"] } else { vec![] },
    }
}

const fn flare(flare: &Flare) -> FlareShown {
    FlareShown {
        start: flare.start,
        end: flare.end,
        side: flare.side,
        peak_pain: flare.peak_pain,
        main_region: flare.main_region,
    }
}

/// A red flag with what to do.
#[must_use]
pub fn flag(raised: &RedFlag, voice: &Voice) -> FlagShown {
    let text = [red_flags::act(raised.urgency), red_flags::why(raised.id), red_flags::meanwhile(raised.id)]
        .join(" ");
    FlagShown {
        id: raised.id,
        urgency: raised.urgency,
        side: raised.side,
        blocks: raised.is_blocking,
        text,
        reasons: reasons(&raised.reasons, voice),
    }
}

fn questions(assessment: &Assessment) -> Vec<QuestionShown> {
    assessment
        .open_questions
        .iter()
        .flat_map(|open| open.questions.iter().map(|question| (open.side, *question)))
        .map(|(side, question)| QuestionShown {
            id: question.code(),
            side,
            text: words::questions::flag(question),
        })
        .collect()
}

/// All five, best supported first, ties in the order of the contract.
fn causes(assessment: &Assessment, voice: &Voice) -> Vec<CauseShown> {
    let mut shown: Vec<CauseShown> = Family::ALL
        .into_iter()
        .map(|family| match assessment.findings.iter().find(|finding| finding.family == family) {
            Some(finding) => cause(finding, &assessment.own_data, voice),
            None => unknown_cause(family),
        })
        .collect();
    shown.sort_by(|a, b| b.belief.total_cmp(&a.belief));
    shown
}

fn cause(finding: &Finding, own: &OwnData, voice: &Voice) -> CauseShown {
    let (own_data, own_data_missing) = own_data::of(own, finding.family);
    CauseShown {
        family: finding.family,
        belief: rounded(finding.belief),
        word: finding.word,
        coverage: rounded(finding.coverage),
        text: words::plain(&summary(finding, voice)),
        mechanisms: mechanisms(finding, voice),
        against: finding
            .against
            .iter()
            .filter(|row| row.state == State::Present)
            .map(|row| AgainstShown {
                row: row.row,
                contribution: rounded(row.contribution),
                state: row.state,
                reasons: reasons(&row.reasons, voice),
            })
            .collect(),
        own_data,
        own_data_missing,
    }
}

fn summary(finding: &Finding, voice: &Voice) -> String {
    if pick::is_supported(finding) {
        families::summary(finding.family, finding.word, story::clue(finding, voice).as_deref())
    } else {
        format!("{}.", words::numbers::capital(&pick::headline(finding)))
    }
}

fn unknown_cause(family: Family) -> CauseShown {
    CauseShown {
        family,
        belief: 0.0,
        word: BeliefWord::LittleSign,
        coverage: 0.0,
        text: format!("{}.", words::numbers::capital(families::not_enough())),
        mechanisms: vec![],
        against: vec![],
        own_data: None,
        own_data_missing: None,
    }
}

/// One entry a mechanism: of two rows that show the same one, the stronger stands for both.
fn mechanisms(finding: &Finding, voice: &Voice) -> Vec<MechanismShown> {
    let mut shown: Vec<MechanismShown> = vec![];
    for row in &finding.mechanisms {
        let Some(next) = mechanism(row, voice) else { continue };
        match shown.iter_mut().find(|known| known.id == next.id) {
            Some(known) => {
                if (standing(next.state), next.contribution) > (standing(known.state), known.contribution) {
                    *known = next;
                }
            }
            None => shown.push(next),
        }
    }
    shown
}

fn mechanism(row: &Mechanism, voice: &Voice) -> Option<MechanismShown> {
    Some(MechanismShown {
        id: row.row.mechanism()?,
        row: row.row,
        contribution: rounded(row.contribution),
        state: row.state,
        reasons: reasons(&row.reasons, voice),
    })
}

/// Seen says more than not known, and not known keeps "absent" from being claimed of both.
const fn standing(state: State) -> u8 {
    match state {
        State::Absent => 0,
        State::Unknown => 1,
        State::Present => 2,
    }
}

fn reasons(seen: &[Seen], voice: &Voice) -> Vec<ReasonShown> {
    seen.iter()
        .map(|seen| ReasonShown {
            seen: seen.clone(),
            text: words::plain(&facts::sentence(&seen.fact, voice)),
        })
        .collect()
}

/// Nothing while too little was answered: the priors say nothing about this knee.
fn conditions(pattern: &Pattern) -> Vec<ConditionShown> {
    if pattern.label == PatternLabel::NotEnough {
        return vec![];
    }
    let shown = |(code, posterior): &(Condition, f64)| ConditionShown {
        code: *code,
        posterior: rounded(posterior.min(LARGEST_POSTERIOR)),
        side: pattern.side,
        label: pattern.label,
    };
    pattern.posterior.iter().map(shown).collect()
}

fn test(next: &NextTest) -> TestShown {
    TestShown {
        id: words::tests::next_id(next.what),
        minutes: next.minutes,
        expected_bits: rounded(next.expected_bits),
        rows: next.rows.clone(),
        text: words::plain(&words::tests::next(next)),
    }
}

fn action(action: &Action, voice: &Voice) -> ActionShown {
    ActionShown {
        family: action.family,
        id: action.id,
        text: words::plain(words::actions::text(action.id)),
        grade: action.evidence.grade.letter(),
        source: action.evidence.source.0,
        reasons: reasons(&action.reasons, voice),
    }
}

/// Four decimals are more than the rules carry.
fn rounded(value: f64) -> f64 {
    (value * 10_000.0).round() / 10_000.0
}
