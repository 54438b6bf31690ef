//! `gait plan --json`: more steps as an experiment of two weeks, or why it is not offered.

use super::SCHEMA;
use crate::words::{Voice, gait as said, knee_load, plain};
use kneewise_analyse::gait::offer::{NoOffer, Offer, Wish};
use kneewise_analyse::gait::{RetrainingProgress, gait_report, progress, retraining::RetrainingRun};
use kneewise_types::assessment::Light;
use kneewise_types::{ActivityId, Date};
use serde::Serialize;
use utoipa::ToSchema;

/// The schedule, or why there is none.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GaitPlan)]
pub struct Document {
    pub schema: u32,
    #[schema(value_type = String, format = Date)]
    pub as_of: Date,
    #[schema(value_type = String, format = Date)]
    pub from: Date,
    /// `locked`, `red_light`, `no_habit`, `not_low`; null with a schedule.
    #[schema(value_type = Option<String>)]
    pub not_offered: Option<NoOffer>,
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

/// A run since the first day: the share kept without metronome, and the light of the sorer knee.
pub type Done = (ActivityId, Date, Option<f64>, Light);

/// The document of an offer; `done` are the runs since its first day.
#[must_use]
pub fn document(wish: &Wish<'_>, offer: &Result<Offer, NoOffer>, done: Vec<Done>, voice: &Voice) -> Document {
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

fn refusal(wish: &Wish<'_>, reason: NoOffer, voice: &Voice) -> String {
    let texts = said::texts();
    match reason {
        NoOffer::Locked => texts.locked().to_owned(),
        NoOffer::RedLight => texts.red().to_owned(),
        NoOffer::NoHabit | NoOffer::NotLow => {
            let report = gait_report(wish.gaits, wish.height_m, wish.from.min(voice.as_of), Some(wish.from));
            let lack = report.lacks.iter().map(|lack| said::lack(*lack)).next().unwrap_or_default();
            let now = report.opportunity.filter(|_| reason == NoOffer::NotLow);
            now.map_or(lack, |now| said::beside_others(voice, &now, &report.everybody))
        }
    }
}
