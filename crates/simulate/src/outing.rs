//! One outing as planned: what its file will say, without a single sample.

use jiff::Timestamp;
use jiff::civil::Date;
use kneewise_types::{Sport, Surface};

/// What kind of outing it is; decides how the speed varies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Easy,
    Long,
    Tempo,
    Intervals,
    Hills,
    Race,
    /// Not a run.
    Cross,
}

impl Kind {
    /// Hard in the sense of the runner: the next day wants rest.
    #[must_use]
    pub const fn is_hard(self) -> bool {
        matches!(self, Self::Tempo | Self::Intervals | Self::Hills | Self::Race)
    }

    /// The runner's word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Easy => "Easy run",
            Self::Long => "Long run",
            Self::Tempo => "Tempo run",
            Self::Intervals => "Intervals",
            Self::Hills => "Hills",
            Self::Race => "Race",
            Self::Cross => "Cross-training",
        }
    }
}

/// The way out and back: the same route always has the same hills.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Route {
    pub seed: u64,
    /// Descent per kilometre, m.
    pub relief_m_per_km: f64,
}

/// What the watch failed to write.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Dropout {
    /// Share of the outing at which the heart rate is lost, and at which it returns.
    pub heart_rate: Option<(f64, f64)>,
    pub has_no_cadence: bool,
    pub has_no_altitude: bool,
}

/// What the body can do on that day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Form {
    pub rest_bpm: f64,
    pub max_bpm: f64,
    /// Speed that can be held for an hour.
    pub threshold_mps: f64,
    /// Own step rate at 3 m/s, both feet.
    pub cadence_at_3_spm: f64,
    pub mass_kg: f64,
}

/// One outing as planned.
#[derive(Debug, Clone, PartialEq)]
pub struct Outing {
    /// Position in the life, from 0.
    pub index: usize,
    pub date: Date,
    pub start: Timestamp,
    /// Seconds east of UTC at the start.
    pub offset_s: i32,
    pub sport: Sport,
    pub kind: Kind,
    /// `None` when nothing measures it (yoga, strength).
    pub distance_m: Option<f64>,
    /// Time with the timer running.
    pub timer_s: u32,
    /// Timer second at which the watch was stopped, and for how long.
    pub pause: Option<(u32, u32)>,
    pub route: Route,
    /// Which pair, by position in the rack.
    pub shoe: Option<usize>,
    pub session_rpe: Option<f64>,
    pub dropout: Dropout,
    pub form: Form,
    /// Whether the way is a trail, told or not.
    pub is_trail: bool,
    /// What the runner says the feet were on.
    pub surface: Option<Surface>,
    /// Whether the runner says which pair was worn.
    pub is_shoe_named: bool,
    /// False when the watch stayed at home: only the log tells of it.
    pub is_recorded: bool,
    /// False when neither watch nor log tells of it.
    pub is_known: bool,
    /// One sample a second, else every few seconds.
    pub is_every_second: bool,
    /// Whether the watch also measures running dynamics.
    pub has_dynamics: bool,
    pub title: &'static str,
    pub note: Option<&'static str>,
    pub seed: u64,
}

impl Outing {
    /// Start to end, pauses included.
    #[must_use]
    pub fn elapsed_s(&self) -> u32 {
        self.timer_s + self.pause.map_or(0, |(_, length)| length)
    }

    /// Distance on foot at a run; 0 for everything else.
    #[must_use]
    pub fn running_m(&self) -> f64 {
        if self.sport.is_running() { self.distance_m.unwrap_or(0.0) } else { 0.0 }
    }

    /// Descent that the route asks for, roughly.
    #[must_use]
    pub fn descent_m(&self) -> f64 {
        if self.sport == Sport::TreadmillRun {
            return 0.0;
        }
        self.running_m() / 1000.0 * self.route.relief_m_per_km
    }

    /// Time at speed, roughly, s.
    #[must_use]
    pub fn fast_s(&self) -> f64 {
        let share = match self.kind {
            Kind::Tempo => 0.42,
            Kind::Intervals => 0.30,
            Kind::Race => 1.0,
            Kind::Easy | Kind::Long | Kind::Hills | Kind::Cross => 0.0,
        };
        share * f64::from(self.timer_s)
    }

    /// Name of the file without its ending.
    #[must_use]
    pub fn stem(&self) -> String {
        let local = jiff::tz::Offset::from_seconds(self.offset_s)
            .unwrap_or(jiff::tz::Offset::UTC)
            .to_datetime(self.start);
        format!("{}-{:02}{:02}-{}", self.date, local.hour(), local.minute(), self.sport.word())
    }
}
