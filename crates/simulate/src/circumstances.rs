//! What a life holds besides its planted cause: the exposures that happen to the runner, and what gets written down.
//!
//! A life without circumstances is a classic one: its exposures happen only where they are planted, and nearly
//! everything is written down. With them, exposures happen whether or not they act on the knee.

use crate::mechanism::{Course, Mechanism};
use serde::Serialize;

/// Exposures that happen, planted or not, and what is written down.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Circumstances {
    /// Exposures that this life knows, in order; the planted one is among them.
    pub exposures: Vec<Mechanism>,
    /// Factor on the odds of a flare from the 14th to the 180th day without pain after one; 1 when the knee forgets.
    pub after_flare_ratio: f64,
    pub keeping: Keeping,
}

/// What the runner and the watch keep. `None` means never.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Keeping {
    /// Share of the life before the first day of the diary.
    pub diary_from: f64,
    /// Probability that each of the first three days of a flare is entered.
    pub diary_onset: f64,
    /// Probability that the pair of a run is named.
    pub shoes: Option<f64>,
    /// Probability that a night, and a day's stress, is entered.
    pub sleep: Option<f64>,
    pub stress: Option<f64>,
    /// Probability that a strength day is entered.
    pub strength: Option<f64>,
    /// Probability that a session is rated.
    pub ratings: f64,
    pub tests: Tests,
    pub has_heart_rate: bool,
    pub has_cadence: bool,
    pub has_altitude: bool,
    /// Whether trail runs are told from road runs.
    pub has_surface: bool,
    /// Mean days between outages of the watch.
    pub outages_days: Option<f64>,
    /// Whether runs without the watch go into the log; else nobody knows of them.
    pub logs_without_watch: bool,
}

/// When home tests are done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tests {
    Never,
    /// Once, so many days before the end.
    Once(u32),
    /// Again and again, so many days apart, the last at most that long before the end.
    Every(u32),
}

impl Keeping {
    /// Everything is written down.
    pub const COMPLETE: Self = Self {
        diary_from: 0.0,
        diary_onset: 1.0,
        shoes: Some(1.0),
        sleep: Some(0.86),
        stress: Some(0.86),
        strength: Some(1.0),
        ratings: 0.75,
        tests: Tests::Every(180),
        has_heart_rate: true,
        has_cadence: true,
        has_altitude: true,
        has_surface: true,
        outages_days: None,
        logs_without_watch: true,
    };

    /// Whether the files hold anything from which the exposure could be read.
    #[must_use]
    pub fn shows(&self, mechanism: Mechanism) -> bool {
        use Mechanism::{
            CadenceDrop, NewTerrainOrSpeed, OnePairHurts, ShoeChange, ShortSleep, Stress, SurfaceChange,
            Untrained, WornShoe,
        };
        match mechanism {
            ShortSleep => self.sleep.is_some(),
            Stress => self.stress.is_some(),
            Untrained => self.strength.is_some(),
            ShoeChange | WornShoe | OnePairHurts => self.shoes.is_some(),
            CadenceDrop => self.has_cadence,
            NewTerrainOrSpeed => self.has_altitude,
            SurfaceChange => self.has_surface,
            trained if trained.course() == Course::Timed => true,
            _ => self.tests != Tests::Never,
        }
    }
}

impl Circumstances {
    /// One exposure and a complete record: the plainest life in which it happens.
    #[must_use]
    pub fn only(mechanism: Mechanism) -> Self {
        Self { exposures: vec![mechanism], after_flare_ratio: 1.0, keeping: Keeping::COMPLETE }
    }

    /// Whether an exposure happens in this life.
    #[must_use]
    pub fn has(&self, mechanism: Mechanism) -> bool {
        self.exposures.contains(&mechanism)
    }
}
