//! What to simulate: everything a life depends on. No clock: the last day is an argument.

use crate::circumstances::Circumstances;
use crate::home::Home;
use crate::mechanism::Mechanism;
use crate::random::Random;
use jiff::civil::{Date, Weekday};
use serde::Serialize;

/// A cause acting on the knee: the odds of a flare on an exposed day against another day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Planted {
    pub mechanism: Mechanism,
    /// Published associations lie between 1.5 and 4; 1 plants the exposure without an effect.
    pub odds_ratio: f64,
}

/// The file format of the watch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    Fit,
    Tcx,
    Gpx,
}

/// How the files lie in the folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// Watch files and CSV logs.
    Watch,
    /// The big platform's export: a table that names compressed watch files, and CSV logs.
    Export,
    /// The same with the watch files as they are, which is quicker to write.
    ExportUncompressed,
}

/// How often the watch notes a sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Recording {
    EverySecond,
    /// Every two to seven seconds.
    Smart,
    /// Smart until the runner buys a new watch, so many days before the end.
    SmartUntil(u32),
}

/// How the runner trains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rhythm {
    /// A part-time runner's weeks, seasons, breaks and races; reacts to pain.
    Weekly,
    /// So many runs of one hour, spread evenly; reacts to nothing (a yardstick for speed, not a person).
    Even(u32),
}

/// An exposure and a flare that happen on set days instead of by chance.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Scripted {
    /// Days before the end, counted to the last Sunday at least so far back.
    pub days_before_end: u32,
    /// Distance of that run, at least; and at least 2.12 times the longest of the 30 days before.
    pub distance_m: f64,
    /// Days from the run to the flare.
    pub flare_after: u32,
    /// Highest pain of the flare.
    pub peak: f64,
}

/// Everything a life depends on. The same scenario gives the same bytes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scenario {
    pub seed: u64,
    /// Last day, the runner's local day.
    pub end: Date,
    /// Length of the life, the last day included.
    pub days: u32,
    pub home: Home,
    pub cause: Option<Planted>,
    /// Probability that a flare begins on a day without exposure.
    pub base_hazard: f64,
    pub format: Format,
    pub layout: Layout,
    pub recording: Recording,
    pub rhythm: Rhythm,
    /// Weekly distance of an ordinary week, m.
    pub weekly_m: f64,
    /// Probability that a day is entered in the diary while the knee is quiet, and while it is sore.
    pub diary_quiet: f64,
    pub diary_sore: f64,
    pub script: Vec<Scripted>,
    /// What else happens in the life and what is written down; `None` for a classic life.
    pub circumstances: Option<Circumstances>,
}

impl Scenario {
    /// Eighteen months of an ordinary runner without a planted cause.
    #[must_use]
    pub fn new(seed: u64, end: Date) -> Self {
        let mut random = Random::stream(seed, 100, 0);
        Self {
            seed,
            end,
            days: 548,
            home: Home::BERLIN,
            cause: None,
            base_hazard: 0.004,
            format: Format::Fit,
            layout: Layout::Watch,
            recording: Recording::EverySecond,
            rhythm: Rhythm::Weekly,
            weekly_m: random.between(22_000.0, 42_000.0),
            diary_quiet: 0.55,
            diary_sore: 0.80,
            script: Vec::new(),
            circumstances: None,
        }
    }

    /// The same with another length.
    #[must_use]
    pub fn with_days(mut self, days: u32) -> Self {
        self.days = days.max(1);
        self
    }

    /// The same with a planted cause. The newer mechanisms need circumstances, and get the plainest.
    #[must_use]
    pub fn with_cause(mut self, cause: Planted) -> Self {
        self.cause = Some(cause);
        if !cause.mechanism.is_classic() {
            self.circumstances = Some(Circumstances::only(cause.mechanism));
        }
        self
    }

    /// The demo runner: two half-marathon distances out of the blue, and a sore kneecap two days after each. Asked from
    /// Saturday to Monday, the life ends on the Friday before.
    #[must_use]
    pub fn demo(asked: Date) -> Self {
        let end = last_written(asked);
        let spike = |days_before_end, distance_m, peak| Scripted {
            days_before_end,
            distance_m,
            flare_after: 2,
            peak,
        };
        Self {
            cause: Some(Planted { mechanism: Mechanism::SingleSessionSpike, odds_ratio: 3.0 }),
            base_hazard: 0.0,
            layout: Layout::ExportUncompressed,
            recording: Recording::SmartUntil(45),
            weekly_m: 25_000.0,
            diary_quiet: 0.85,
            diary_sore: 0.93,
            script: vec![spike(235, 20_400.0, 4.4), spike(11, 21_340.0, 5.0)],
            ..Self::new(2_026, end)
        }
    }

    /// The yardstick: exactly 3,000 one-hour runs at one sample a second, in ten years.
    #[must_use]
    pub fn ten_years(end: Date) -> Self {
        Self { rhythm: Rhythm::Even(3_000), weekly_m: 55_000.0, ..Self::new(10, end).with_days(3_652) }
    }
}

/// The last day that the demo runner writes down. A life depends on the weekday it ends on, and of those that end on one of
/// these three days the answer is close: see `docs/decisions.md`.
fn last_written(asked: Date) -> Date {
    let since_friday = match asked.weekday() {
        Weekday::Saturday => 1,
        Weekday::Sunday => 2,
        Weekday::Monday => 3,
        Weekday::Tuesday | Weekday::Wednesday | Weekday::Thursday | Weekday::Friday => 0,
    };
    asked.saturating_sub(jiff::Span::new().days(since_friday))
}
