//! The traffic light of one knee: what today's pain allows, and everything that decided it (clinical text A.3).

use crate::day::Date;
use crate::evidence::Evidence;
use crate::reason::DiarySign;
use crate::symptom::{Side, Swelling};
use serde::Serialize;

/// The day's traffic light of one knee (clinical text A.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Light {
    Green,
    /// The next morning, or another needed answer, is missing; shown as amber.
    Provisional,
    Amber,
    Red,
}

/// Which limits apply to a knee.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LightMode {
    Joint,
    Tendon,
    /// A bone may be overloaded: any pain is too much.
    Bone,
    /// Under 16.
    Teen,
}

/// When a pain score was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    Morning,
    Before,
    During,
    HourAfter,
}

/// One fact that decided a light, with the evidence for the rule that uses it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LightReason {
    #[serde(flatten)]
    pub fact: LightFact,
    #[serde(flatten)]
    pub evidence: Evidence,
}

/// What was seen. Points are pain scores from 0 to 10; `baseline` is B, the usual morning, half points possible.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "kind", content = "numbers", rename_all = "snake_case")]
pub enum LightFact {
    /// A sign that makes a light red by itself; `value` is the code of the diary.
    Sign { sign: DiarySign, date: Date, value: String },
    /// More swelling than at the answer before.
    SwellingRose { date: Date, from: Swelling, to: Swelling },
    /// 6 or more before, during or after a run.
    HighPain { moment: Moment, date: Date, points: u8 },
    /// Any pain, where a bone may be overloaded.
    BonePain { moment: Moment, date: Date, points: u8 },
    /// 4 or more during a run, under 16.
    YoungPain { date: Date, points: u8 },
    /// A morning above the usual one.
    MorningAbove { date: Date, points: u8, baseline: f64 },
    /// More during a run than the mode accepts as easy.
    DuringAbove { date: Date, points: u8, limit: u8 },
    /// An hour later not back to what it was before the run.
    NotBackAfterHour { date: Date, before: u8, after: u8 },
    /// A painkiller may have hidden pain.
    Masked { date: Date },
    /// A flare has not ended.
    InFlare { since: Date },
    /// A run that was easy on the knee, and the morning after it.
    QuietRun { date: Date, during: u8, morning: u8 },
    /// A day without a run whose morning was as usual.
    QuietMorning { date: Date, points: u8, baseline: f64 },
    /// A needed answer is missing: see the gaps.
    NotComplete { date: Date },
    /// A red light that is still open.
    RedOpen { since: Date, baseline: f64 },
    /// The light of the last run holds until the next one.
    LastRunHolds { date: Date, light: Light },
    /// Too long without an entry.
    NoEntries { last: Option<Date>, days: u32 },
    /// Three runs in a row were amber.
    ThreeAmber { dates: Vec<Date> },
    /// Two reds in seven days.
    TwoReds { dates: Vec<Date> },
    /// Three reds in 14 days.
    ThreeReds { dates: Vec<Date> },
    /// Mornings hurt more this week than last week.
    MorningsRise { this_week: f64, last_week: f64 },
    /// A red light that could not be closed in 14 days.
    RedNotClosed { since: Date, days: u32 },
    /// Pain during runs is not lower than it was six weeks ago.
    NoImprovement { since: Date, first_mean: f64, last_mean: f64 },
}

/// An answer that would complete the light, and the day it belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct LightGap {
    pub date: Date,
    pub what: GapKind,
}

/// What is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GapKind {
    Before,
    During,
    HourAfter,
    /// The morning of that day.
    Morning,
    /// Limp, swelling, locking, giving way, night pain, painkiller: one "none of these" a week is enough.
    Signs,
}

/// A red light that has not been closed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OpenRed {
    /// Day of the first red, and of the latest one.
    pub since: Date,
    pub latest: Date,
    /// B as it was frozen, or taken afresh after 14 days.
    pub baseline: f64,
    pub is_baseline_fresh: bool,
    /// Mornings in a row that were no worse than the baseline, at most 2.
    pub settled_mornings: u8,
    /// First day on which it can close.
    pub earliest_close: Date,
    /// Signs that keep it open.
    pub signs: Vec<DiarySign>,
}

/// What comes next (clinical text A.3, table of actions).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NextStep {
    /// Nothing is known: enter the knee.
    Enter,
    /// Go on with the plan.
    GoOn,
    /// Go on, but no more than now.
    Hold,
    /// The same load next time, never more; leave out one irritant.
    Repeat,
    /// One stage, or 30 %, lower.
    StepDown,
    /// No run; then restart one stage lower.
    Rest,
    /// No run; then restart two stages lower, and a therapist can look.
    RestTwoBack,
    /// No run; a professional should look before the restart.
    RestAssess,
}

/// One run with its light.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RunLight {
    pub date: Date,
    pub light: Light,
}

/// The light of one knee on one day, and all that decided it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KneeLight {
    pub side: Side,
    /// `None` without a diary entry in 14 days.
    pub light: Option<Light>,
    pub mode: LightMode,
    /// B: median of the last mornings, 0 to 3.
    pub baseline: f64,
    /// What decided it, the weightiest first.
    pub reasons: Vec<LightReason>,
    /// What would complete it.
    pub lacks: Vec<LightGap>,
    pub open_red: Option<OpenRed>,
    /// Rules over several runs or weeks that hold now.
    pub series: Vec<LightReason>,
    /// The latest rated run.
    pub last_run: Option<RunLight>,
    pub next_step: NextStep,
}

impl KneeLight {
    /// A light of a joint without its reasons.
    #[must_use]
    pub const fn bare(side: Side, light: Option<Light>) -> Self {
        Self {
            side,
            light,
            mode: LightMode::Joint,
            baseline: 0.0,
            reasons: Vec::new(),
            lacks: Vec::new(),
            open_red: None,
            series: Vec::new(),
            last_run: None,
            next_step: match light {
                None => NextStep::Enter,
                Some(Light::Green) => NextStep::GoOn,
                Some(Light::Provisional | Light::Amber) => NextStep::Repeat,
                Some(Light::Red) => NextStep::Rest,
            },
        }
    }

    /// Whether a plan may ask for more than before.
    #[must_use]
    pub fn may_progress(&self) -> bool {
        self.next_step == NextStep::GoOn
    }

    /// Whether a look by a therapist is offered or advised.
    #[must_use]
    pub fn needs_therapist(&self) -> bool {
        let calls = |reason: &LightReason| {
            matches!(
                reason.fact,
                LightFact::TwoReds { .. }
                    | LightFact::ThreeReds { .. }
                    | LightFact::RedNotClosed { .. }
                    | LightFact::NoImprovement { .. }
            )
        };
        self.series.iter().any(calls)
    }
}

/// The worse of several lights: what counts with two sore knees.
#[must_use]
pub fn worst(lights: &[KneeLight]) -> Option<&KneeLight> {
    let lit = lights.iter().filter(|knee| knee.light.is_some());
    lit.max_by(|a, b| (a.light, a.next_step).cmp(&(b.light, b.next_step)).then(b.side.cmp(&a.side)))
}
