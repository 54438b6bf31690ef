//! One part of a FIT file: its messages, sorted by kind, values scaled to our units.

use super::columns::{Columns, MAX_SAMPLES};
use super::developer::DeveloperFields;
use super::number::{number, text};
use rustyfit::profile::typedef::MesgNum;
use rustyfit::proto::{Message, Value};

/// More than any device writes in one part.
const MAX_SESSIONS: usize = 256;
const MAX_LAPS: usize = 20_000;
const MAX_EVENTS: usize = 100_000;
const MAX_DESCRIBED: usize = 2_000;

/// Field number of the timestamp in every message.
const TIMESTAMP: u8 = 253;

/// A session or lap as the device summed it up. Times are seconds of the FIT epoch, or since power-on.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Summary {
    pub timestamp: Option<u32>,
    pub start: Option<u32>,
    pub elapsed_s: Option<f64>,
    pub timer_s: Option<f64>,
    pub moving_s: Option<f64>,
    pub distance_m: Option<f64>,
    pub sport: Option<u8>,
    pub sub_sport: Option<u8>,
    pub mean_heart_rate_bpm: Option<f64>,
    pub max_heart_rate_bpm: Option<f64>,
    /// As the device counts: one leg.
    pub mean_cadence: Option<f64>,
    pub mean_power_w: Option<f64>,
    pub ascent_m: Option<f64>,
    pub descent_m: Option<f64>,
    pub rpe: Option<f64>,
    pub feel: Option<u8>,
    /// Made here from the samples.
    pub is_made: bool,
}

/// The timer was started or stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TimerEvent {
    pub timestamp: u32,
    pub is_start: bool,
}

/// Everything of one part that an activity is made of.
#[derive(Debug, Default)]
pub(super) struct Part {
    pub file_type: Option<u8>,
    /// When the file was begun.
    pub created: Option<u32>,
    pub manufacturer: Option<u16>,
    pub product: Option<u16>,
    pub product_name: Option<String>,
    pub sessions: Vec<Summary>,
    pub laps: Vec<Summary>,
    pub events: Vec<TimerEvent>,
    /// Sport of a `sport` message, for files without a session.
    pub sport: Option<(Option<u8>, Option<u8>)>,
    pub columns: Columns,
    pub developer: DeveloperFields,
    /// How many field descriptions there were.
    pub described: usize,
    /// Timestamp and local timestamp of the activity message.
    pub activity_times: Option<(u32, u32)>,
    pub is_cut: bool,
}

impl Part {
    /// Keeps what one message tells; false when there is more than any device records.
    pub fn take(&mut self, message: &Message) -> bool {
        match message.num {
            MesgNum::RECORD => self.columns.push(message, &mut self.developer),
            MesgNum::FILE_ID => self.take_file_id(message),
            MesgNum::SESSION => self.sessions.push(session(message)),
            MesgNum::LAP => self.laps.push(lap(message)),
            MesgNum::EVENT => self.events.extend(timer_event(message)),
            MesgNum::ACTIVITY => {
                self.activity_times =
                    whole(message, TIMESTAMP).zip(whole(message, 5)).or(self.activity_times);
            }
            MesgNum::SPORT => self.sport = Some((byte(message, 0), byte(message, 1))),
            MesgNum::FIELD_DESCRIPTION => {
                self.described += 1;
                self.developer.describe(message);
            }
            _ => {}
        }
        self.columns.timestamp.len() <= MAX_SAMPLES
            && self.sessions.len() <= MAX_SESSIONS
            && self.laps.len() <= MAX_LAPS
            && self.events.len() <= MAX_EVENTS
            && self.described <= MAX_DESCRIBED
    }

    fn take_file_id(&mut self, message: &Message) {
        self.file_type = byte(message, 0).or(self.file_type);
        self.manufacturer = whole(message, 1).and_then(|id| u16::try_from(id).ok()).or(self.manufacturer);
        self.product = whole(message, 2).and_then(|id| u16::try_from(id).ok()).or(self.product);
        self.created = whole(message, 4).or(self.created);
        self.product_name = words(message, 8).or_else(|| self.product_name.take());
    }

    /// What a part without an activity is for, in words.
    pub fn file_kind(&self) -> Option<&'static str> {
        Some(match self.file_type? {
            1 => "device data",
            2 | 3 => "settings",
            4 => return None,
            5 => "workouts",
            6 => "courses",
            7 => "schedules",
            9 => "body weight",
            10 => "totals",
            11 => "goals",
            14 => "blood pressure",
            15 | 28 | 32 => "all-day monitoring",
            20 => "activity summaries",
            34 => "segments",
            _ => "another kind",
        })
    }
}

/// A scaled number of one field.
fn scaled(message: &Message, field: u8, scale: f64) -> Option<f64> {
    let field = message.fields.iter().find(|f| f.num == field)?;
    number(&field.value, field.base_type).map(|number| number / scale)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked first")]
fn whole(message: &Message, field: u8) -> Option<u32> {
    let number = scaled(message, field, 1.0)?;
    (0.0..=f64::from(u32::MAX)).contains(&number).then_some(number as u32)
}

fn byte(message: &Message, field: u8) -> Option<u8> {
    whole(message, field).and_then(|number| u8::try_from(number).ok())
}

fn words(message: &Message, field: u8) -> Option<String> {
    text(&message.fields.iter().find(|f| f.num == field)?.value)
}

fn cadence(message: &Message, whole: u8, fraction: u8) -> Option<f64> {
    Some(scaled(message, whole, 1.0)? + scaled(message, fraction, 128.0).unwrap_or(0.0))
}

fn session(message: &Message) -> Summary {
    Summary {
        timestamp: whole(message, TIMESTAMP),
        start: whole(message, 2),
        sport: byte(message, 5),
        sub_sport: byte(message, 6),
        elapsed_s: scaled(message, 7, 1000.0),
        timer_s: scaled(message, 8, 1000.0),
        distance_m: scaled(message, 9, 100.0),
        mean_heart_rate_bpm: scaled(message, 16, 1.0),
        max_heart_rate_bpm: scaled(message, 17, 1.0),
        mean_cadence: cadence(message, 18, 92),
        mean_power_w: scaled(message, 20, 1.0),
        ascent_m: scaled(message, 22, 1.0),
        descent_m: scaled(message, 23, 1.0),
        moving_s: scaled(message, 59, 1000.0),
        feel: byte(message, 192),
        rpe: scaled(message, 193, 10.0),
        is_made: false,
    }
}

fn lap(message: &Message) -> Summary {
    Summary {
        timestamp: whole(message, TIMESTAMP),
        start: whole(message, 2),
        elapsed_s: scaled(message, 7, 1000.0),
        timer_s: scaled(message, 8, 1000.0),
        distance_m: scaled(message, 9, 100.0),
        mean_heart_rate_bpm: scaled(message, 15, 1.0),
        max_heart_rate_bpm: scaled(message, 16, 1.0),
        mean_cadence: cadence(message, 17, 80),
        ascent_m: scaled(message, 21, 1.0),
        descent_m: scaled(message, 22, 1.0),
        sport: byte(message, 25),
        ..Summary::default()
    }
}

/// Only the timer (event 0) matters; it starts (0) or stops in one of several ways (1, 4, 8, 9).
fn timer_event(message: &Message) -> Option<TimerEvent> {
    let timestamp = whole(message, TIMESTAMP)?;
    let is_timer =
        message.fields.iter().any(|field| field.num == 0 && matches!(field.value, Value::Uint8(0)));
    match (is_timer, byte(message, 1)?) {
        (true, 0) => Some(TimerEvent { timestamp, is_start: true }),
        (true, 1 | 4 | 8 | 9) => Some(TimerEvent { timestamp, is_start: false }),
        _ => None,
    }
}
