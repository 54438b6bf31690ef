//! The light of each knee as a document: word, reasons, next step, and the lines that would complete it.

use super::why::{FlagShown, flag};
use super::{SCHEMA, wire};
use crate::words::{self, Voice, knee_light as light, sources};
use kneewise_types::assessment::Assessment;
use kneewise_types::light::{
    GapKind, KneeLight, Light, LightGap, LightMode, LightReason, NextStep, OpenRed, RunLight, worst,
};
use kneewise_types::{Date, Side};
use serde::Serialize;
use utoipa::ToSchema;

/// The light of one knee.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = KneeLight)]
pub struct LightShown {
    #[schema(value_type = wire::Side)]
    pub side: Side,
    /// `green`, `provisional`, `amber`, `red`; null without a diary entry in 14 days.
    #[schema(value_type = Option<wire::Light>)]
    pub light: Option<Light>,
    /// The same in words, such as `amber until tomorrow morning`.
    pub text: String,
    /// The shape that stands beside the word.
    pub shape: &'static str,
    #[schema(value_type = wire::LightMode)]
    pub mode: LightMode,
    /// The usual morning, points of pain.
    pub baseline: f64,
    pub reasons: Vec<LightReasonShown>,
    /// Rules over several runs or weeks that hold now.
    pub series: Vec<LightReasonShown>,
    #[schema(value_type = Option<wire::OpenRed>)]
    pub open_red: Option<OpenRed>,
    #[schema(value_type = Option<wire::RunLight>)]
    pub last_run: Option<RunLight>,
    pub next_step: StepShown,
    /// Whether a plan may ask for more than before.
    pub may_progress: bool,
    /// Whether a look by a therapist is offered.
    pub needs_therapist: bool,
    pub lacks: Vec<GapShown>,
}

/// What comes next.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LightStep)]
pub struct StepShown {
    #[schema(value_type = wire::NextStep)]
    pub id: NextStep,
    pub text: String,
}

/// A reason with its sentence.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LightReason)]
pub struct LightReasonShown {
    #[serde(flatten)]
    #[schema(value_type = wire::Reason)]
    pub seen: LightReason,
    pub text: String,
}

/// An answer that is missing, and the line that gives it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LightGap)]
pub struct GapShown {
    #[schema(value_type = String, format = Date)]
    pub date: Date,
    #[schema(value_type = wire::GapKind)]
    pub what: GapKind,
    pub text: String,
    pub command: String,
}

/// The answer to `log pain`: what was kept, and the lights after it.
#[derive(Debug, Serialize, ToSchema)]
pub struct LoggedPain {
    pub schema: u32,
    #[schema(value_type = String, format = Date)]
    pub as_of: Date,
    /// `pain`.
    pub kind: &'static str,
    pub activities_added: u32,
    pub activities_merged: u32,
    #[schema(value_type = Object)]
    pub entries_added: serde_json::Value,
    /// Which moment a score was taken for, when none was named: `morning` or `during`.
    pub assumed_moment: Option<&'static str>,
    /// Which knee was taken, when none was named.
    #[schema(value_type = Option<wire::Side>)]
    pub assumed_side: Option<Side>,
    /// The light that counts; with two sore knees the worse one.
    #[schema(value_type = Option<wire::Light>)]
    pub light: Option<Light>,
    pub lights: Vec<LightShown>,
    /// Whether a red flag or an open safety question holds back plans.
    pub locked: bool,
    /// Red flags, most urgent first.
    pub red_flags: Vec<FlagShown>,
    /// Safety questions that wait.
    pub questions_due: usize,
}

/// The lights and what locks, before it is said what was kept.
#[must_use]
pub fn logged_pain(assessment: &Assessment, voice: &Voice) -> LoggedPain {
    LoggedPain {
        schema: SCHEMA,
        as_of: assessment.as_of,
        kind: "pain",
        activities_added: 0,
        activities_merged: 0,
        entries_added: serde_json::Value::Null,
        assumed_moment: None,
        assumed_side: None,
        light: assessment.light(),
        lights: lights(assessment, voice),
        locked: assessment.is_locked(),
        red_flags: assessment.red_flags.iter().map(|raised| flag(raised, voice)).collect(),
        questions_due: assessment.open_questions.iter().map(|open| open.questions.len()).sum(),
    }
}

/// The lights of both knees, left first.
#[must_use]
pub fn lights(assessment: &Assessment, voice: &Voice) -> Vec<LightShown> {
    assessment.lights.iter().map(|knee| shown(knee, voice)).collect()
}

fn shown(knee: &KneeLight, voice: &Voice) -> LightShown {
    let reasons =
        |reasons: &[LightReason]| reasons.iter().map(|seen| reason(seen, knee.side, voice)).collect();
    LightShown {
        side: knee.side,
        light: knee.light,
        text: words::plain(&light::headline(knee, voice)),
        shape: light::shape(knee.light),
        mode: knee.mode,
        baseline: knee.baseline,
        reasons: reasons(&knee.reasons),
        series: reasons(&knee.series),
        open_red: knee.open_red.clone(),
        last_run: knee.last_run,
        next_step: StepShown { id: knee.next_step, text: words::plain(&light::next_step(knee, voice)) },
        may_progress: knee.may_progress(),
        needs_therapist: knee.needs_therapist(),
        lacks: knee.lacks.iter().map(|lack| gap(lack, knee.side, voice)).collect(),
    }
}

fn reason(seen: &LightReason, side: Side, voice: &Voice) -> LightReasonShown {
    LightReasonShown { seen: seen.clone(), text: words::plain(&light::sentence(&seen.fact, side, voice)) }
}

fn gap(lack: &LightGap, side: Side, voice: &Voice) -> GapShown {
    GapShown {
        date: lack.date,
        what: lack.what,
        text: words::plain(&light::gap(lack, side, voice)),
        command: light::command(lack, side, voice),
    }
}

/// One knee in one line for the main answer: `right knee amber: why`, with the evidence of the reason.
#[must_use]
pub fn line(knee: &KneeLight, voice: &Voice) -> (String, String) {
    let name = format!("{} {}", words::knee::knee(knee.side), light::headline(knee, voice));
    match light::reasons(knee).next().filter(|_| knee.light != Some(Light::Green)) {
        Some(first) => {
            let why = light::sentence(&first.fact, knee.side, voice);
            (
                format!("{}: {}", words::numbers::capital(&name), lower_first(&why)),
                sources::tag(&first.evidence),
            )
        }
        None => (format!("{}.", words::numbers::capital(&name)), String::new()),
    }
}

/// A sentence after a colon; names keep their capital.
fn lower_first(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The knees that are worth a line: those with a light, and said once that the worse one counts.
#[must_use]
pub fn spoken(assessment: &Assessment) -> (Vec<&KneeLight>, Option<Side>) {
    let lit: Vec<&KneeLight> = assessment.lights.iter().filter(|knee| knee.light.is_some()).collect();
    let sore = lit.iter().filter(|knee| knee.light >= Some(Light::Amber)).count();
    let counts = worst(&assessment.lights).map(|knee| knee.side);
    (lit, counts.filter(|_| sore == 2))
}
