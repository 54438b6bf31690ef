//! An activity: one recorded outing, from a file, an export table or a log line.

use crate::day::{Date, Timestamp};
use crate::units::{BeatsPerMinute, Metres, Rpe, Seconds, StepsPerMinute, Watts};
use serde::{Deserialize, Serialize};

/// Short, stable name of an activity: the smallest of its sources' content hashes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ActivityId(pub String);

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sport {
    Run,
    TrailRun,
    TreadmillRun,
    Walk,
    Hike,
    Ride,
    Swim,
    Elliptical,
    PoolRun,
    Row,
    Yoga,
    Strength,
    Other,
}

impl Sport {
    /// Every sport, in the order of the contract.
    pub const ALL: [Self; 13] = [
        Self::Run,
        Self::TrailRun,
        Self::TreadmillRun,
        Self::Walk,
        Self::Hike,
        Self::Ride,
        Self::Swim,
        Self::Elliptical,
        Self::PoolRun,
        Self::Row,
        Self::Yoga,
        Self::Strength,
        Self::Other,
    ];

    /// The word used in files and JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Run => "run",
            Self::TrailRun => "trail_run",
            Self::TreadmillRun => "treadmill_run",
            Self::Walk => "walk",
            Self::Hike => "hike",
            Self::Ride => "ride",
            Self::Swim => "swim",
            Self::Elliptical => "elliptical",
            Self::PoolRun => "pool_run",
            Self::Row => "row",
            Self::Yoga => "yoga",
            Self::Strength => "strength",
            Self::Other => "other",
        }
    }

    /// The sport of a word, if it is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sport| sport.word() == word)
    }

    /// Whether distance on foot at a run counts for the running rules.
    #[must_use]
    pub const fn is_running(self) -> bool {
        matches!(self, Self::Run | Self::TrailRun | Self::TreadmillRun)
    }
}

/// What the feet were on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Surface {
    Road,
    Trail,
    Track,
    Treadmill,
    Mixed,
}

impl Surface {
    /// Every surface, in the order of the contract.
    pub const ALL: [Self; 5] = [Self::Road, Self::Trail, Self::Track, Self::Treadmill, Self::Mixed];

    /// The word used in files and JSON.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Road => "road",
            Self::Trail => "trail",
            Self::Track => "track",
            Self::Treadmill => "treadmill",
            Self::Mixed => "mixed",
        }
    }

    /// The surface of a word, if it is one.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|surface| surface.word() == word)
    }
}

/// Where the offset that decides the local day came from, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OffsetOrigin {
    /// Written in the file.
    Recorded,
    /// From the coordinates of the start and a time-zone boundary map.
    Coordinates,
    /// The zone of the runner's profile.
    Profile,
    /// Nothing known: UTC.
    Assumed,
}

/// One lap, as the device or the runner cut it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Lap {
    /// Seconds from the start of the activity.
    pub start: Seconds,
    pub elapsed: Seconds,
    pub timer: Option<Seconds>,
    pub distance: Option<Metres>,
    pub mean_heart_rate: Option<BeatsPerMinute>,
    pub max_heart_rate: Option<BeatsPerMinute>,
    pub mean_cadence: Option<StepsPerMinute>,
    pub ascent: Option<Metres>,
    pub descent: Option<Metres>,
}

/// The timer was stopped between two instants, in seconds from the start of the activity.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Pause {
    pub from: Seconds,
    pub to: Seconds,
}

/// A doubt about recorded values. Flagged, never repaired.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Quality {
    /// Positions that jump faster than a runner can; `count` samples, the first at `first_s`.
    GpsSpike { count: u32, first_s: f64 },
    /// The clock jumped backwards, or far ahead, between two samples.
    TimeJump { count: u32, first_s: f64, longest_s: f64 },
    /// Step rate stored as twice what feet can do.
    DoubledCadence { median_spm: f64 },
    /// Heart rate followed the step rate for `seconds` in all.
    CadenceLock { seconds: f64, first_s: f64 },
    /// The same instant written more than once.
    DuplicatedSamples { count: u32 },
    /// Values outside the range of their quantity were left out.
    OutOfRange { quantity: String, count: u32 },
    /// The file broke off; everything before was kept.
    Truncated { at_s: f64 },
}

/// What kind of input an activity was read from, richest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    Fit,
    Tcx,
    Gpx,
    /// A row of the big platform's `activities.csv`.
    ExportTable,
    /// A row of `sessions.csv` or a `log session` line.
    Log,
}

/// One input that told of this activity.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ActivitySource {
    pub kind: SourceKind,
    /// SHA-256 of the original bytes, hexadecimal.
    pub content: String,
    /// Which activity inside that content, from 0.
    pub part: u32,
    /// The name it was first seen under; for people only.
    pub path: String,
}

/// One recorded outing, without its samples.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Activity {
    pub id: ActivityId,
    /// Start in UTC. For a log line without a time: noon of the local day.
    pub start: Timestamp,
    /// False when only the day is known.
    pub is_start_exact: bool,
    /// Seconds east of UTC at the start.
    pub utc_offset_s: i32,
    pub offset_origin: OffsetOrigin,
    /// The runner's local day of the start.
    pub local_date: Date,
    pub sport: Sport,
    pub surface: Option<Surface>,
    /// Start to end, pauses included.
    pub elapsed: Seconds,
    /// Time with the timer running.
    pub timer: Option<Seconds>,
    /// Time in motion.
    pub moving: Option<Seconds>,
    pub distance: Option<Metres>,
    pub ascent: Option<Metres>,
    pub descent: Option<Metres>,
    pub mean_heart_rate: Option<BeatsPerMinute>,
    pub max_heart_rate: Option<BeatsPerMinute>,
    pub mean_cadence: Option<StepsPerMinute>,
    pub mean_power: Option<Watts>,
    /// The runner's own rating of the whole outing.
    pub session_rpe: Option<Rpe>,
    /// How it felt, 0 (very weak) to 100 (very strong), as the watch asks it.
    pub feel: Option<u8>,
    /// Minutes above threshold as the runner logged them.
    pub hard: Option<Seconds>,
    pub title: Option<String>,
    pub description: Option<String>,
    pub private_note: Option<String>,
    /// Name of the pair worn, or of the bicycle.
    pub shoe: Option<String>,
    pub device: Option<String>,
    pub laps: Vec<Lap>,
    pub pauses: Vec<Pause>,
    pub quality: Vec<Quality>,
    /// All inputs that told of it, richest first.
    pub sources: Vec<ActivitySource>,
    /// What its samples come to; `None` when it has none.
    pub digest: Option<crate::digest::SampleDigest>,
}

impl Activity {
    /// Moving time, else timer time, else elapsed time.
    #[must_use]
    pub fn duration(&self) -> Seconds {
        self.moving.or(self.timer).unwrap_or(self.elapsed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sport_reads_back_from_its_word() {
        for sport in Sport::ALL {
            assert_eq!(Sport::from_word(sport.word()), Some(sport));
            assert_eq!(serde_json::to_string(&sport).unwrap(), format!("\"{}\"", sport.word()));
        }
    }
}
