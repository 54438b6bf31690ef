//! What TCX and GPX have in common: instants in order, cut into segments and laps, made into one activity.

use crate::Note;
use kneewise_types::Sport;

pub(crate) mod build;
pub(crate) mod columns;
pub(crate) mod means;
pub(crate) mod sport;
pub(crate) mod time;

pub(crate) use build::build;

/// More instants than any outing has: 11 days at one a second.
pub(crate) const MAX_SAMPLES: usize = 1_000_000;

/// One instant as the file tells it, values not yet checked.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Told {
    /// Milliseconds since 1970, UTC.
    pub at_ms: i64,
    pub latitude_deg: Option<f64>,
    pub longitude_deg: Option<f64>,
    pub altitude_m: Option<f32>,
    pub distance_m: Option<f64>,
    pub speed_mps: Option<f32>,
    pub heart_rate_bpm: Option<f32>,
    /// Per leg or both, as the program counts.
    pub cadence: Option<f32>,
    pub power_w: Option<f32>,
    pub temperature_c: Option<f32>,
}

/// One lap's own totals.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct ToldLap {
    pub start_ms: Option<i64>,
    pub total_s: Option<f64>,
    pub distance_m: Option<f64>,
    pub mean_heart_rate_bpm: Option<f64>,
    pub max_heart_rate_bpm: Option<f64>,
    pub cadence: Option<f64>,
}

/// One outing as the file tells it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Track {
    pub sport: Option<Sport>,
    pub title: Option<String>,
    pub description: Option<String>,
    pub device: Option<String>,
    pub samples: Vec<Told>,
    /// Indices into `samples` at which the file begins a new segment.
    pub segments: Vec<usize>,
    pub laps: Vec<ToldLap>,
    /// Seconds east of UTC, when the times carry an offset.
    pub offset_s: Option<i32>,
    /// Instants without a time.
    pub untimed: u32,
    /// The file broke off inside this one.
    pub is_cut: bool,
}

impl Track {
    /// Begins a new segment at the next sample.
    pub(crate) fn begin_segment(&mut self) {
        if self.segments.last() != Some(&self.samples.len()) {
            self.segments.push(self.samples.len());
        }
    }

    /// Keeps one instant, or counts it when it has no time.
    pub(crate) fn keep(&mut self, told: Told, time: Option<time::Told>) {
        let Some(time) = time else {
            self.untimed = self.untimed.saturating_add(1);
            return;
        };
        self.offset_s = self.offset_s.or(time.offset_s);
        self.samples.push(Told { at_ms: time.at_ms, ..told });
    }

    /// First and last instant, milliseconds since 1970.
    pub(crate) fn span_ms(&self) -> Option<(i64, i64)> {
        let first = self.samples.iter().map(|told| told.at_ms).min()?;
        let last = self.samples.iter().map(|told| told.at_ms).max()?;
        Some((first, last))
    }
}

/// A note without a place.
pub(crate) fn note(what: impl Into<String>) -> Note {
    Note { at: None, what: what.into() }
}
