//! Whether more steps are offered as an experiment now, and the schedule.
//!
//! What: a schedule for a runner whose steps are few for the speed, never behind a red flag, an open safety question or a red
//!   light; with the lower target while a knee is sore.
//! Formula: low as in `gait::opportunity`; sore = a light above green, or a flare that goes on.
//! Units: those of the schedule.
//! Source: load text E4, E6 (`S45` for the offer, `rule` for the schedule).
//! Grade: C.
//! Limits: once begun, habit and reason are those of the first day.
//! Says nothing: without a habit, or with fewer than 10 steady minutes in 28 days.

use super::digest::GaitDigest;
use super::report::gait_report;
use super::retraining::Retraining;
use crate::knee::PreferredCadence;
use kneewise_types::assessment::{Assessment, Light};
use kneewise_types::{Date, Evidence, Grade, PainScore};
use serde::Serialize;

/// Where the offer comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::C, "S45");

/// Why there is no schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NoOffer {
    /// A red flag or an unanswered question about one comes first.
    Locked,
    /// The light of a knee is red.
    RedLight,
    /// Not enough steady running to tell the habit.
    NoHabit,
    /// The step rate is not low for the speed.
    NotLow,
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

/// The schedule for a runner, or why none is offered.
pub fn offer(wish: &Wish<'_>, assessment: &Assessment) -> Result<Offer, NoOffer> {
    if assessment.is_locked() {
        return Err(NoOffer::Locked);
    }
    if assessment.light() == Some(Light::Red) {
        return Err(NoOffer::RedLight);
    }
    let day = wish.from.min(assessment.as_of);
    let report = gait_report(wish.gaits, wish.height_m, day, Some(wish.from));
    let (Some(own), Some(now)) = (report.baseline, report.opportunity) else { return Err(NoOffer::NoHabit) };
    if !now.is_low {
        return Err(NoOffer::NotLow);
    }
    let is_sore = assessment.light().is_some_and(|light| light > Light::Green)
        || assessment.flares.iter().any(|flare| flare.end.is_none());
    let schedule = Retraining::new(wish.from, is_sore);
    Ok(Offer { schedule, preferred: own.preferred, usual_speed_mps: now.median_speed_mps })
}
