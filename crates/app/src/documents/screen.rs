//! `screen --json`: what each knee's answers fit, what is asked next, which safety questions wait. No shares: a runner
//! never sees a number of the screen.

use super::why::{FlagShown, QuestionShown, flag};
use super::{SCHEMA, wire};
use crate::words::{self, Voice, pattern, questions};
use kneewise_types::assessment::{
    Assessment, Condition, DueReason, OpenQuestions, Pattern, PatternFit, PatternLabel,
};
use kneewise_types::symptom::FindingCode;
use kneewise_types::{Date, History, RedFlagQuestion, Region, Side};
use serde::Serialize;
use utoipa::ToSchema;

/// The screen of both knees.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Screen)]
pub struct ScreenDocument {
    pub schema: u32,
    #[schema(value_type = String, format = Date)]
    pub as_of: Date,
    /// Whether a red flag or an unanswered safety question locks plans and exercises.
    pub locked: bool,
    /// Whether the age is known; without it adults are assumed, and the age is asked first.
    pub age_known: bool,
    /// Knees of which something is known, left first.
    pub knees: Vec<KneeScreen>,
}

/// The screen of one knee.
#[derive(Debug, Serialize, ToSchema)]
pub struct KneeScreen {
    #[schema(value_type = wire::Side)]
    pub side: Side,
    /// Null without an entry in six weeks.
    #[schema(value_type = Option<wire::PatternLabel>)]
    pub label: Option<PatternLabel>,
    pub text: String,
    #[schema(value_type = Option<String>, example = "AROUND_PATELLA")]
    pub region: Option<Region>,
    /// The conditions that the label names, best first.
    pub conditions: Vec<ScreenCondition>,
    /// Safety overlays.
    pub overlays: Vec<Overlay>,
    /// The question whose answer would narrow the pattern most.
    pub next_question: Option<ScreenQuestion>,
    pub answers: Vec<ScreenAnswered>,
    pub safety: Safety,
    pub red_flags: Vec<FlagShown>,
}

/// A condition that the answers fit.
#[derive(Debug, Serialize, ToSchema)]
pub struct ScreenCondition {
    #[schema(value_type = wire::Condition)]
    pub code: Condition,
    pub name: &'static str,
    /// What fits and what does not, in a few words each, the most telling first.
    pub fits: Vec<String>,
    pub against: Vec<String>,
}

/// What is watched beside the label.
#[derive(Debug, Serialize, ToSchema)]
pub struct Overlay {
    /// `BONE_CAUTION`, `BSI_SUSPECTED`, `HIP_CHECK`.
    pub id: &'static str,
    pub text: &'static str,
}

/// A question of the screen, with the lines that answer it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ScreenQuestion {
    #[schema(value_type = String, example = "F21")]
    pub id: FindingCode,
    pub text: String,
    pub how: Option<&'static str>,
    pub yes: String,
    pub no: String,
}

/// An answered question.
#[derive(Debug, Serialize, ToSchema)]
pub struct ScreenAnswered {
    #[schema(value_type = String, example = "F02")]
    pub id: FindingCode,
    pub answer: bool,
    pub text: &'static str,
}

/// The safety questions of a knee.
#[derive(Debug, Serialize, ToSchema)]
pub struct Safety {
    pub due: bool,
    #[schema(value_type = Option<String>, format = Date)]
    pub since: Option<Date>,
    /// Why they became due: `first_sign`, `new_flare`, `new_sign`, `follow_up`.
    #[schema(value_type = Option<wire::DueReason>)]
    pub why: Option<DueReason>,
    /// The same as a sentence; empty when none is due.
    pub text: String,
    pub questions: Vec<QuestionShown>,
    /// The line that answers them all with "none of these".
    pub none: String,
}

/// The document of an assessment.
#[must_use]
pub fn document(assessment: &Assessment, voice: &Voice) -> ScreenDocument {
    let knees = Side::BOTH.into_iter().filter_map(|side| knee(assessment, side, voice)).collect();
    ScreenDocument {
        schema: SCHEMA,
        as_of: assessment.as_of,
        locked: assessment.is_locked(),
        age_known: assessment.patterns.iter().all(|pattern| pattern.is_age_known),
        knees,
    }
}

fn knee(assessment: &Assessment, side: Side, voice: &Voice) -> Option<KneeScreen> {
    let pattern = assessment.patterns.iter().find(|pattern| pattern.side == side);
    let open = assessment.open_questions.iter().find(|open| open.side == side);
    let flags: Vec<_> = assessment.red_flags.iter().filter(|raised| raised.side == Some(side)).collect();
    if pattern.is_none() && open.is_none() && flags.is_empty() {
        return None;
    }
    let flagged = flags.iter().any(|flag| flag.is_blocking);
    Some(KneeScreen {
        side,
        label: pattern.map(|pattern| pattern.label),
        text: pattern.map(|pattern| words::plain(&pattern::headline(pattern))).unwrap_or_default(),
        region: pattern.and_then(|pattern| pattern.region),
        conditions: pattern.map(conditions).unwrap_or_default(),
        overlays: pattern.map(overlays).unwrap_or_default(),
        // A flag must be seen to; a pattern can wait.
        next_question: pattern.filter(|_| !flagged).and_then(|pattern| next(pattern, side)),
        answers: pattern.map(answers).unwrap_or_default(),
        safety: safety(open, side, voice),
        red_flags: flags.into_iter().map(|raised| flag(raised, voice)).collect(),
    })
}

fn conditions(pattern: &Pattern) -> Vec<ScreenCondition> {
    let shown = |fit: &PatternFit| ScreenCondition {
        code: fit.condition,
        name: pattern::name(fit.condition),
        fits: fit.fits.iter().map(|sign| words::plain(&questions::sign(*sign))).collect(),
        against: fit.against.iter().map(|sign| words::plain(&questions::sign(*sign))).collect(),
    };
    pattern.fits.iter().map(shown).collect()
}

fn overlays(pattern: &Pattern) -> Vec<Overlay> {
    pattern::overlays(pattern).into_iter().map(|(id, text)| Overlay { id, text }).collect()
}

/// The next question with its lines.
#[must_use]
pub fn next(pattern: &Pattern, side: Side) -> Option<ScreenQuestion> {
    let (code, _) = pattern.next_question?;
    Some(ScreenQuestion {
        id: code,
        text: questions::finding(code).to_owned(),
        how: pattern::how_to(code),
        yes: pattern::answer_line(code.code(), true, side),
        no: pattern::answer_line(code.code(), false, side),
    })
}

fn answers(pattern: &Pattern) -> Vec<ScreenAnswered> {
    let shown = |found: &kneewise_types::FindingAnswer| ScreenAnswered {
        id: found.code,
        answer: found.is_present,
        text: questions::answer(found.code, found.is_present),
    };
    pattern.answers.iter().map(shown).collect()
}

fn safety(open: Option<&OpenQuestions>, side: Side, voice: &Voice) -> Safety {
    let shown = |question: &RedFlagQuestion| QuestionShown {
        id: question.code(),
        side,
        text: questions::flag(*question),
    };
    Safety {
        due: open.is_some(),
        since: open.map(|open| open.since),
        why: open.map(|open| open.why),
        text: open.map(|open| words::plain(&pattern::due(open, voice))).unwrap_or_default(),
        questions: open.map(|open| open.questions.iter().map(shown).collect()).unwrap_or_default(),
        none: pattern::none_line(side),
    }
}

/// `screen list --json`: every question with its latest answers.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionList {
    pub schema: u32,
    #[schema(value_type = String, format = Date)]
    pub as_of: Date,
    pub findings: Vec<ListedQuestion>,
    pub safety: Vec<ListedQuestion>,
}

/// A question with the latest answer of each knee.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListedQuestion {
    pub id: &'static str,
    pub text: &'static str,
    pub answers: Vec<ListedAnswer>,
}

/// An answer and its day.
#[derive(Debug, Serialize, ToSchema)]
pub struct ListedAnswer {
    #[schema(value_type = wire::Side)]
    pub side: Side,
    #[schema(value_type = String, format = Date)]
    pub date: Date,
    pub answer: bool,
}

/// Every question; the latest answer of each knee up to the day asked, however old.
#[must_use]
pub fn list(history: &History, as_of: Date) -> QuestionList {
    let findings = FindingCode::ALL.iter().map(|code| ListedQuestion {
        id: code.code(),
        text: questions::finding(*code),
        answers: Side::BOTH
            .into_iter()
            .filter_map(|side| finding_answer(history, *code, side, as_of))
            .collect(),
    });
    let safety = RedFlagQuestion::ALL.iter().filter(|question| **question != RedFlagQuestion::All);
    let safety = safety.map(|question| ListedQuestion {
        id: question.code(),
        text: questions::flag(*question),
        answers: Side::BOTH
            .into_iter()
            .filter_map(|side| flag_answer(history, *question, side, as_of))
            .collect(),
    });
    QuestionList { schema: SCHEMA, as_of, findings: findings.collect(), safety: safety.collect() }
}

fn finding_answer(history: &History, code: FindingCode, side: Side, as_of: Date) -> Option<ListedAnswer> {
    let entries = history.symptoms.iter().filter(|entry| entry.side == side && entry.date <= as_of);
    let answers = entries.flat_map(|entry| {
        let of_code = entry.findings.iter().filter(move |found| found.code == code);
        of_code.map(|found| (entry.date, found.is_present))
    });
    answers.max().map(|(date, answer)| ListedAnswer { side, date, answer })
}

fn flag_answer(history: &History, asked: RedFlagQuestion, side: Side, as_of: Date) -> Option<ListedAnswer> {
    let answers = history.screen.iter().filter(|answer| answer.side == side && answer.date <= as_of);
    let given = answers.filter_map(|answer| match answer.question {
        question if question == asked => Some((answer.date, answer.is_yes)),
        RedFlagQuestion::All if asked != RedFlagQuestion::Cleared => Some((answer.date, false)),
        _ => None,
    });
    given.max().map(|(date, answer)| ListedAnswer { side, date, answer })
}
