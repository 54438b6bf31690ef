//! `why --json`: every finding with its rows, states, numbers, sources and sentences.

use super::lights::{LightShown, lights};
use super::own_data::{self, NoOwnShown, OwnShown};
use super::warnings::{ReturnShown, WarningShown, return_watch, warnings};
use super::{SCHEMA, wire};
use crate::why::{self, pick, story};
use crate::words::{self, Voice, facts, families, red_flags};
use kneewise_types::advice::{Action, Advice};
use kneewise_types::assessment::{
    Assessment, BeliefWord, CauseRow, Condition, Family, Finding, Flare, Mechanism, NextTest, Pattern,
    PatternLabel, RedFlag, RedFlagId, State, Urgency,
};
use kneewise_types::reason::Reason as Seen;
use kneewise_types::{Date, OwnData, Region, Side, UnitSystem};
use serde::Serialize;
use utoipa::ToSchema;

/// A posterior is never shown above this (clinical text B.3).
const LARGEST_POSTERIOR: f64 = 0.90;

/// The whole answer.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Why)]
pub struct Document {
    pub schema: u32,
    #[schema(value_type = String, format = Date)]
    pub as_of: Date,
    /// The knee the answer is about; `None` when no pain is known.
    #[schema(value_type = Option<wire::Side>)]
    pub side: Option<Side>,
    /// Whether a red flag or an open safety question holds back tests and actions.
    pub locked: bool,
    pub flares: Vec<FlareShown>,
    pub red_flags: Vec<FlagShown>,
    /// Safety questions to answer first.
    pub questions: Vec<QuestionShown>,
    /// The light of each knee with a diary; with two sore knees the worse one counts.
    pub lights: Vec<LightShown>,
    /// Early signs of the last 28 days, oldest first.
    pub warnings: Vec<WarningShown>,
    /// How carefully each knee that had an episode should return.
    pub return_watch: Vec<ReturnShown>,
    pub causes: Vec<CauseShown>,
    pub conditions: Vec<ConditionShown>,
    pub next_tests: Vec<TestShown>,
    pub actions: Vec<ActionShown>,
    pub missing: Vec<MissingShown>,
    /// How to start, on an empty database.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub next: Vec<&'static str>,
}

/// A flare; `end` is null while it goes on.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Flare)]
pub struct FlareShown {
    #[schema(value_type = String, format = Date)]
    pub start: Date,
    #[schema(value_type = Option<String>, format = Date)]
    pub end: Option<Date>,
    #[schema(value_type = wire::Side)]
    pub side: Side,
    pub peak_pain: u8,
    #[schema(value_type = Option<String>, example = "AROUND_PATELLA")]
    pub main_region: Option<Region>,
}

/// A red flag with what to do.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RedFlag)]
pub struct FlagShown {
    #[schema(value_type = String, example = "R4")]
    pub id: RedFlagId,
    #[schema(value_type = wire::Urgency)]
    pub urgency: Urgency,
    #[schema(value_type = Option<wire::Side>)]
    pub side: Option<Side>,
    /// Whether plans, exercises and tests are put away until the knee was seen.
    pub blocks: bool,
    pub text: String,
    pub reasons: Vec<ReasonShown>,
}

/// A safety question that is due.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SafetyQuestion)]
pub struct QuestionShown {
    pub id: &'static str,
    #[schema(value_type = wire::Side)]
    pub side: Side,
    pub text: &'static str,
}

/// One of the five families.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Cause)]
pub struct CauseShown {
    #[schema(value_type = wire::Family)]
    pub family: Family,
    pub belief: f64,
    #[schema(value_type = wire::BeliefWord)]
    pub word: BeliefWord,
    pub coverage: f64,
    pub text: String,
    pub mechanisms: Vec<MechanismShown>,
    pub against: Vec<AgainstShown>,
    /// The runner's own statistics, once there are enough flares.
    pub own_data: Option<OwnShown>,
    /// Why there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub own_data_missing: Option<NoOwnShown>,
}

/// A mechanism of the contract; two rows of the table may show the same one.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Mechanism)]
pub struct MechanismShown {
    pub id: &'static str,
    #[schema(value_type = String, example = "L1")]
    pub row: CauseRow,
    pub contribution: f64,
    #[schema(value_type = wire::State)]
    pub state: State,
    pub reasons: Vec<ReasonShown>,
}

/// A row that speaks against and was seen; the contribution is 1 minus its factor.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Against)]
pub struct AgainstShown {
    #[schema(value_type = String, example = "L1")]
    pub row: CauseRow,
    pub contribution: f64,
    #[schema(value_type = wire::State)]
    pub state: State,
    pub reasons: Vec<ReasonShown>,
}

/// A fact with numbers, evidence and sentence.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ReasonSaid)]
pub struct ReasonShown {
    #[serde(flatten)]
    #[schema(value_type = wire::Reason)]
    pub seen: Seen,
    pub text: String,
}

/// A condition whose pattern was compared.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ConditionFit)]
pub struct ConditionShown {
    #[schema(value_type = wire::Condition)]
    pub code: Condition,
    pub posterior: f64,
    #[schema(value_type = wire::Side)]
    pub side: Side,
    #[schema(value_type = wire::PatternLabel)]
    pub label: PatternLabel,
}

/// Something that would narrow the answer.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NextTest)]
pub struct TestShown {
    pub id: &'static str,
    pub minutes: f64,
    pub expected_bits: f64,
    #[schema(value_type = Vec<String>)]
    pub rows: Vec<CauseRow>,
    pub text: String,
}

/// One thing to change; `family` is null for what safety asks.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Action)]
pub struct ActionShown {
    #[schema(value_type = Option<wire::Family>)]
    pub family: Option<Family>,
    pub id: &'static str,
    pub text: String,
    #[schema(value_type = wire::Grade)]
    pub grade: char,
    pub source: &'static str,
    pub reasons: Vec<ReasonShown>,
}

/// Something not known.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Missing)]
pub struct MissingShown {
    pub what: &'static str,
    /// Mechanism ids or patterns of them, joined by a comma and a space.
    pub unlocks: String,
    pub text: String,
}

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
        text: format!("{}.", words::numbers::capital(families::NOT_ENOUGH)),
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
