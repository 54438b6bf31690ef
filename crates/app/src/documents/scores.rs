//! The weekly check and questionnaires as programs see them.

use super::{SCHEMA, wire};
use crate::words::{Voice, plain, scores as said};
use kneewise_analyse::scores::weekly_check::{self, WeekScore};
use kneewise_analyse::scores::{ChangeMeaning, scale, score};
use kneewise_types::{Date, Instrument, QuestionnaireAnswers, Side, WeeklyCheck, WeeklyDue};
use serde::Serialize;
use utoipa::ToSchema;

/// A knee whose weekly check is due.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WeeklyDue)]
pub struct WeeklyDueShown {
    #[schema(value_type = wire::Side)]
    pub side: Side,
    /// The day of the last one.
    #[schema(value_type = Option<String>, format = Date)]
    pub last: Option<Date>,
    pub text: String,
    /// The command that answers it.
    pub line: String,
}

/// Each knee whose check is due.
#[must_use]
pub fn weekly_due(due: &[WeeklyDue], voice: &Voice) -> Vec<WeeklyDueShown> {
    let shown = |due: &WeeklyDue| WeeklyDueShown {
        side: due.side,
        last: due.last,
        text: plain(&said::week_due(due, voice)),
        line: said::week_line(due),
    };
    due.iter().map(shown).collect()
}

/// One scored week.
#[derive(Debug, Serialize)]
pub struct WeekShown {
    pub date: Date,
    pub side: Side,
    #[serde(flatten)]
    pub score: WeekScore,
    pub text: String,
}

/// One scored questionnaire; `score` is null when it cannot be scored.
#[derive(Debug, Serialize)]
pub struct AnswersShown {
    pub date: Date,
    pub side: Side,
    pub instrument: Instrument,
    pub answers: Vec<Option<u8>>,
    pub branch: Option<char>,
    pub score: Option<f64>,
    pub highest: f64,
    /// Against the one before it of the same knee.
    pub change: Option<f64>,
    pub meaning: Option<ChangeMeaning>,
    pub source: &'static str,
    pub grade: char,
    pub text: String,
}

/// Weeks and questionnaires, oldest first.
#[derive(Debug, Serialize)]
pub struct Document {
    pub schema: u32,
    pub as_of: Date,
    pub weeks: Vec<WeekShown>,
    /// Sum of the weekly scores; weeks without a check add nothing.
    pub burden: u32,
    pub questionnaires: Vec<AnswersShown>,
}

/// Everything up to a day.
#[must_use]
pub fn document(weekly: &[WeeklyCheck], told: &[QuestionnaireAnswers], as_of: Date) -> Document {
    let mut weeks: Vec<WeekShown> =
        weekly.iter().filter(|week| week.date <= as_of).filter_map(week).collect();
    weeks.sort_by_key(|week| (week.date, week.side));
    let mut known: Vec<&QuestionnaireAnswers> = told.iter().filter(|told| told.date <= as_of).collect();
    known.sort_by_key(|told| (told.date, told.side, told.instrument));
    let scores: Vec<WeekScore> = weeks.iter().map(|week| week.score).collect();
    Document {
        schema: SCHEMA,
        as_of,
        burden: weekly_check::burden(&scores),
        weeks,
        questionnaires: known.iter().enumerate().map(|(at, told)| answers(told, known.get(..at))).collect(),
    }
}

/// A week with its score.
#[must_use]
pub fn week(check: &WeeklyCheck) -> Option<WeekShown> {
    let score = weekly_check::of(check)?;
    Some(WeekShown { date: check.date, side: check.side, score, text: said::week(score) })
}

fn answers(told: &QuestionnaireAnswers, before: Option<&[&QuestionnaireAnswers]>) -> AnswersShown {
    let scale = scale(told.instrument);
    let scored = score(told);
    let same = |other: &&&QuestionnaireAnswers| {
        (other.side, other.instrument) == (told.side, told.instrument) && score(other).is_ok()
    };
    let last = before.unwrap_or_default().iter().rev().find(same).and_then(|other| score(other).ok());
    let both = last.zip(scored.ok());
    let meaning = both.map(|(before, after)| scale.meaning(before, after));
    let mut text = match scored {
        Ok(score) => said::score(told.instrument, score, scale.highest),
        Err(why) => {
            let item =
                if let kneewise_analyse::scores::NoScore::Points { item, .. } = why { item } else { 1 };
            said::no_score(told.instrument, why, scale.allowed(item.saturating_sub(1), told.branch))
        }
    };
    if let (Some((before, after)), Some(meaning)) = (both, meaning) {
        text = format!("{text} {}", said::change(before, after, meaning));
    }
    AnswersShown {
        date: told.date,
        side: told.side,
        instrument: told.instrument,
        answers: told.answers.clone(),
        branch: told.branch,
        score: scored.ok(),
        highest: scale.highest,
        change: both.map(|(before, after)| after - before),
        meaning,
        source: scale.evidence.source.0,
        grade: scale.evidence.grade.letter(),
        text: plain(&text),
    }
}
