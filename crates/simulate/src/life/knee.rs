//! The knee: when a flare begins, and the course of its pain.
//!
//! Hazard: odds of a flare today = odds at rest x the planted odds ratio when its exposure is present. Course: the
//! pain rises for two days, then halves about every nine; each run on a sore knee adds to it for some days. With
//! circumstances flares are shorter and come in clusters: after one the odds are raised for half a year.
//! Invented for simulation; only the odds ratio stands for something published.

use super::stream;
use crate::mechanism::Mechanism;
use crate::random::Random;
use crate::scenario::Scenario;
use std::collections::BTreeMap;

/// Days without pain before the next flare can begin.
const QUIET_DAYS: u32 = 14;

/// Days without pain up to which the last flare is still felt in the odds of the next.
const REMEMBERED_DAYS: u32 = 180;

/// How a day stands before the dice are thrown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Risk {
    /// Sore, or not yet over the last flare: none can begin.
    None,
    /// The odds of the runner.
    Usual,
    /// The odds raised by a recent flare.
    AfterFlare,
}

#[derive(Debug, Clone)]
pub(crate) struct Flare {
    /// Day of the life.
    pub onset: usize,
    pub peak: f64,
    pub is_exposed: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Knee {
    random: Random,
    base_odds: f64,
    planted: Option<(Mechanism, f64)>,
    after_flare_ratio: f64,
    is_classic: bool,
    day: usize,
    /// Days since the last day with pain.
    quiet_days: u32,
    half_life_days: f64,
    aggravation: f64,
    is_sore: bool,
    pain: f64,
    pub flares: Vec<Flare>,
    pub exposures: BTreeMap<Mechanism, Vec<usize>>,
    pub days_at_risk: u32,
    pub exposed_days_at_risk: u32,
    /// One a day.
    pub risk: Vec<Risk>,
}

impl Knee {
    pub(crate) fn new(scenario: &Scenario) -> Self {
        let hazard = scenario.base_hazard.clamp(0.0, 0.5);
        Self {
            random: stream(scenario, 4, 0),
            base_odds: hazard / (1.0 - hazard),
            planted: scenario.cause.map(|cause| (cause.mechanism, cause.odds_ratio.max(0.0))),
            after_flare_ratio: scenario.circumstances.as_ref().map_or(1.0, |here| here.after_flare_ratio),
            is_classic: scenario.circumstances.is_none(),
            day: 0,
            quiet_days: QUIET_DAYS,
            half_life_days: 9.0,
            aggravation: 0.0,
            is_sore: false,
            pain: 0.0,
            flares: Vec::new(),
            exposures: BTreeMap::new(),
            days_at_risk: 0,
            exposed_days_at_risk: 0,
            risk: Vec::new(),
        }
    }

    /// Underlying pain, 0 to 10.
    pub(crate) const fn pain(&self) -> f64 {
        self.pain
    }

    /// Days since the last flare ended; `None` while sore or before the first.
    pub(crate) fn days_well(&self) -> Option<u32> {
        (!self.is_sore && !self.flares.is_empty()).then_some(self.quiet_days)
    }

    /// Days since the current flare began; `None` while the knee is quiet.
    pub(crate) fn days_sore(&self) -> Option<usize> {
        let flare = self.flares.last().filter(|_| self.is_sore)?;
        Some(self.day.saturating_sub(1).saturating_sub(flare.onset))
    }

    /// Lives one day, after its training.
    pub(crate) fn live(&mut self, exposed: &[Mechanism], scripted_peak: Option<f64>, running_m: f64) {
        for &mechanism in exposed {
            self.exposures.entry(mechanism).or_default().push(self.day);
        }
        let is_exposed = self.planted.is_some_and(|(mechanism, _)| exposed.contains(&mechanism));
        // Drawn every day, so that one flare more or less does not shift the days after it.
        let (luck, drawn_peak, drawn_half_life) =
            (self.random.unit(), self.random.between(3.6, 6.2), self.random.between(6.0, 12.0));
        let drawn_half_life = if self.is_classic { drawn_half_life } else { 1.1 * drawn_half_life - 4.0 };
        let risk = self.stand();
        self.risk.push(risk);
        if let Some(peak) = scripted_peak {
            self.begin(peak, 12.0, is_exposed);
        } else if risk != Risk::None {
            self.days_at_risk += 1;
            self.exposed_days_at_risk += u32::from(is_exposed);
            let ratio = self.planted.filter(|_| is_exposed).map_or(1.0, |(_, ratio)| ratio);
            let memory = if risk == Risk::AfterFlare { self.after_flare_ratio } else { 1.0 };
            let odds = self.base_odds * ratio * memory;
            if luck < odds / (1.0 + odds) {
                self.begin(drawn_peak, drawn_half_life, is_exposed);
            }
        }
        self.hurt(running_m);
        self.day += 1;
    }

    fn stand(&self) -> Risk {
        if self.is_sore || self.quiet_days < QUIET_DAYS {
            Risk::None
        } else if !self.flares.is_empty() && self.quiet_days <= REMEMBERED_DAYS {
            Risk::AfterFlare
        } else {
            Risk::Usual
        }
    }

    fn begin(&mut self, peak: f64, half_life_days: f64, is_exposed: bool) {
        self.flares.push(Flare { onset: self.day, peak, is_exposed });
        self.half_life_days = half_life_days;
        self.aggravation = 0.0;
        self.is_sore = true;
    }

    fn hurt(&mut self, running_m: f64) {
        let Some(flare) = self.flares.last().filter(|_| self.is_sore) else {
            self.quiet_days = self.quiet_days.saturating_add(1);
            self.pain = 0.0;
            return;
        };
        let age = self.day.saturating_sub(flare.onset) as f64;
        let course = if age < 1.0 { 0.85 } else { 0.5_f64.powf((age - 2.0).max(0.0) / self.half_life_days) };
        self.pain = (flare.peak * course + self.aggravation).clamp(0.0, 7.0);
        self.aggravation *= 0.6;
        if age >= 1.0 && self.pain > 1.5 {
            self.aggravation = (self.aggravation + 0.08 * running_m / 1000.0).min(1.2);
        }
        if self.pain < 0.7 {
            self.is_sore = false;
            self.quiet_days = 0;
            self.pain = 0.0;
        }
    }
}
