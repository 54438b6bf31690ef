//! `gait plan --json`: more steps as an experiment of two weeks, or why it is not offered.

use super::SCHEMA;
use crate::words::{Voice, gait as said, knee_load, plain};
use kneewise_analyse::gait::{
    GaitDigest, Retraining, RetrainingProgress, gait_report, progress, retraining::RetrainingRun,
};
use kneewise_analyse::knee::PreferredCadence;
use kneewise_types::assessment::{Assessment, Light};
use kneewise_types::{ActivityId, Date, PainScore};
use serde::Serialize;
use utoipa::ToSchema;

/// Why there is no schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NoPlan {
    /// A red flag or an unanswered question about one comes first.
    Locked,
    /// The light of a knee is red.
    RedLight,
    /// Not enough steady running to tell the habit.
    NoHabit,
    /// The step rate is not low for the speed.
    NotLow,
}

/// The schedule, or why there is none.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GaitPlan)]
pub struct Document {
    pub schema: u32,
    #[schema(value_type = String, format = Date)]
    pub as_of: Date,
    #[schema(value_type = String, format = Date)]
    pub from: Date,
    pub not_offered: Option<NoPlan>,
    /// In sentences.
    pub text: Vec<String>,
    pub schedule: Option<Schedule>,
    /// The runs since the first day, once there are some.
    #[schema(value_type = Option<Object>)]
    pub progress: Option<RetrainingProgress>,
}

/// Eight runs in two weeks.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GaitSchedule)]
pub struct Schedule {
    /// Step rate to aim at over the preferred one: 1.05 to 1.10.
    pub target: f64,
    /// Metronome at the usual speed and 10 % slower and faster.
    pub metronome: Vec<Beat>,
    #[schema(value_type = Vec<Object>)]
    pub runs: Vec<RetrainingRun>,
    #[schema(value_type = Vec<String>)]
    pub checks: Vec<Date>,
}

/// Beats at a speed, one a step.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
pub struct Beat {
    pub speed_mps: f64,
    pub steps_per_minute: f64,
}

/// What the schedule is made from.
#[derive(Debug, Clone, Copy)]
pub struct Wish<'a> {
    pub gaits: &'a [GaitDigest],
    pub height_m: Option<f64>,
    /// First day of the schedule.
    pub from: Date,
    /// Pain of calf or Achilles tendon at the last run of it.
    pub calf_pain: Option<PainScore>,
}

/// A schedule with the habit it is measured against.
#[derive(Debug, Clone)]
pub struct Offer {
    pub schedule: Retraining,
    pub preferred: PreferredCadence,
    pub usual_speed_mps: f64,
}

/// A run since the first day: the share kept without metronome, and the light of the sorer knee.
pub type Done = (ActivityId, Date, Option<f64>, Light);

/// The schedule for a runner, or why none is offered.
pub fn offer(wish: &Wish<'_>, assessment: &Assessment) -> Result<Offer, NoPlan> {
    if assessment.is_locked() {
        return Err(NoPlan::Locked);
    }
    if assessment.light() == Some(Light::Red) {
        return Err(NoPlan::RedLight);
    }
    // Once begun, the habit and the reason are those of the first day.
    let day = wish.from.min(assessment.as_of);
    let report = gait_report(wish.gaits, wish.height_m, day, Some(wish.from));
    let (Some(own), Some(now)) = (report.baseline, report.opportunity) else { return Err(NoPlan::NoHabit) };
    if !now.is_low {
        return Err(NoPlan::NotLow);
    }
    let is_sore = assessment.light().is_some_and(|light| light > Light::Green)
        || assessment.flares.iter().any(|flare| flare.end.is_none());
    let schedule = Retraining::new(wish.from, is_sore);
    Ok(Offer { schedule, preferred: own.preferred, usual_speed_mps: now.median_speed_mps })
}

/// The document of an offer; `done` are the runs since its first day.
#[must_use]
pub fn document(wish: &Wish<'_>, offer: &Result<Offer, NoPlan>, done: Vec<Done>, voice: &Voice) -> Document {
    let begun = |offer: &Offer| progress(&offer.schedule, done.clone(), wish.calf_pain);
    let progress = offer.as_ref().ok().filter(|_| !done.is_empty()).map(begun);
    let text = match offer {
        Ok(offer) => sentences(offer, progress.as_ref(), voice),
        Err(reason) => vec![refusal(wish, *reason, voice)],
    };
    Document {
        schema: SCHEMA,
        as_of: voice.as_of,
        from: wish.from,
        not_offered: offer.as_ref().err().copied(),
        text: text.iter().map(|sentence| plain(sentence)).collect(),
        schedule: offer.as_ref().ok().map(schedule),
        progress,
    }
}

fn schedule(offer: &Offer) -> Schedule {
    let beat = |factor: f64| {
        let speed_mps = offer.usual_speed_mps * factor;
        Beat { speed_mps, steps_per_minute: offer.schedule.metronome_spm(&offer.preferred, speed_mps) }
    };
    Schedule {
        target: offer.schedule.target,
        metronome: [0.9, 1.0, 1.1].map(beat).to_vec(),
        runs: offer.schedule.runs.clone(),
        checks: offer.schedule.checks.clone(),
    }
}

fn sentences(offer: &Offer, progress: Option<&RetrainingProgress>, voice: &Voice) -> Vec<String> {
    let texts = said::texts();
    let beats = said::steps(offer.schedule.metronome_spm(&offer.preferred, offer.usual_speed_mps));
    let pace = crate::words::outings::pace_of(offer.usual_speed_mps, voice.units);
    let share = format!("{}\u{a0}%", crate::words::numbers::short((offer.schedule.target - 1.0) * 100.0));
    let mut lines: Vec<String> =
        progress.map(|progress| said::verdict(progress.verdict).to_owned()).into_iter().collect();
    lines.push(texts.aim(&beats, &pace, &share));
    lines.push(texts.load_first().to_owned());
    lines.push(texts.stop().to_owned());
    lines.push(knee_load::calf_note().to_owned());
    if let [first, second] = offer.schedule.checks.as_slice() {
        lines.push(texts.checks(&voice.day(*first), &voice.day(*second)));
    }
    lines
}

fn refusal(wish: &Wish<'_>, reason: NoPlan, voice: &Voice) -> String {
    let texts = said::texts();
    match reason {
        NoPlan::Locked => texts.locked().to_owned(),
        NoPlan::RedLight => texts.red().to_owned(),
        NoPlan::NoHabit | NoPlan::NotLow => {
            let report = gait_report(wish.gaits, wish.height_m, wish.from.min(voice.as_of), Some(wish.from));
            let lack = report.lacks.iter().map(|lack| said::lack(*lack)).next().unwrap_or_default();
            let now = report.opportunity.filter(|_| reason == NoPlan::NotLow);
            now.map_or(lack, |now| said::beside_others(voice, &now, &report.everybody))
        }
    }
}
