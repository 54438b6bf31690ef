//! The messages of a FIT file that sum up: file id, laps, session, activity; and running dynamics of a sample.

use crate::number::{byte, long, semicircles, short};
use crate::outing::Outing;
use crate::trace::{Instant, Trace};
use kneewise_types::Sport as Discipline;
use rustyfit::profile::mesgdef;
use rustyfit::profile::typedef::{
    Activity, DateTime, Event, EventType, File, LapTrigger, LocalDateTime, Manufacturer, MessageIndex,
    SessionTrigger, Sport, SubSport,
};
use rustyfit::proto::Message;

pub(super) fn file_id(outing: &Outing, start: i64) -> Message {
    Message::from(mesgdef::FileId {
        r#type: File::ACTIVITY,
        manufacturer: Manufacturer::DEVELOPMENT,
        product: if outing.has_dynamics { 2 } else { 1 },
        serial_number: 2_026,
        time_created: DateTime::from_unix_timestamp(start),
        ..mesgdef::FileId::default()
    })
}

/// Stance time (0.1 ms), vertical oscillation (0.1 mm), step length (0.1 mm), power (W).
pub(super) fn dynamics(outing: &Outing, sample: &Instant) -> [u16; 4] {
    let Some(cadence) = sample.cadence_spm.filter(|&spm| spm > 0.0) else { return [u16::MAX; 4] };
    let speed = sample.speed_mps;
    let stance_ms = 330.0 - 28.0 * speed;
    let step_m = speed * 60.0 / cadence;
    let oscillation_mm = 60.0 + 26.0 * step_m;
    let power_w = 1.04 * outing.form.mass_kg * speed;
    [short(stance_ms * 10.0), short(oscillation_mm * 10.0), short(step_m * 10_000.0), short(power_w)]
}

/// Cuts a lap at every kilometre, as watches do.
#[derive(Debug, Default)]
pub(super) struct Laps {
    count: u16,
    from_s: u32,
    from_m: f64,
    latest: Option<(u32, f64)>,
    heart: Mean,
    cadence: Mean,
}

/// Mean and largest of the values that were there.
#[derive(Debug, Default)]
struct Mean {
    sum: f64,
    count: u32,
    max: f64,
}

impl Mean {
    fn add(&mut self, value: Option<f64>) {
        if let Some(value) = value {
            self.sum += value;
            self.count += 1;
            self.max = self.max.max(value);
        }
    }

    fn mean(&self) -> Option<f64> {
        (self.count > 0).then(|| self.sum / f64::from(self.count))
    }

    fn of(values: impl Iterator<Item = Option<f64>>) -> Self {
        let mut mean = Self::default();
        values.for_each(|value| mean.add(value));
        mean
    }
}

impl Laps {
    /// Counts a sample; gives the lap that it ends.
    pub(super) fn add(&mut self, outing: &Outing, sample: &Instant, start: i64) -> Option<Message> {
        self.latest = Some((sample.elapsed_s, sample.distance_m));
        self.heart.add(sample.heart_rate_bpm.map(f64::round));
        self.cadence.add(sample.cadence_spm);
        let lap_m = if outing.sport == Discipline::Ride { 5_000.0 } else { 1_000.0 };
        (sample.distance_m - self.from_m >= lap_m).then(|| self.cut(outing, start, LapTrigger::DISTANCE))?
    }

    /// The rest after the last whole lap.
    pub(super) fn close(&mut self, outing: &Outing, start: i64) -> Option<Message> {
        self.cut(outing, start, LapTrigger::SESSION_END)
    }

    pub(super) const fn count(&self) -> u16 {
        self.count
    }

    fn cut(&mut self, outing: &Outing, start: i64, lap_trigger: LapTrigger) -> Option<Message> {
        let (to_s, to_m) = self.latest.filter(|&(to_s, _)| to_s > self.from_s || self.count == 0)?;
        let elapsed_s = to_s - self.from_s;
        let paused_s =
            outing.pause.filter(|&(at, _)| at >= self.from_s && at < to_s).map_or(0, |(_, length)| length);
        let mut lap = mesgdef::Lap::new();
        lap.message_index = MessageIndex(self.count);
        lap.timestamp = DateTime::from_unix_timestamp(start + i64::from(to_s));
        lap.start_time = DateTime::from_unix_timestamp(start + i64::from(self.from_s));
        lap.event = Event::LAP;
        lap.event_type = EventType::STOP;
        lap.total_elapsed_time = elapsed_s * 1_000;
        lap.total_timer_time = elapsed_s.saturating_sub(paused_s) * 1_000;
        lap.total_distance = long(to_m * 100.0) - long(self.from_m * 100.0);
        lap.avg_heart_rate = self.heart.mean().map_or(u8::MAX, byte);
        lap.max_heart_rate = self.heart.mean().map_or(u8::MAX, |_| byte(self.heart.max));
        lap.avg_cadence = self.cadence.mean().map_or(u8::MAX, |spm| byte((spm / 2.0).floor()));
        lap.lap_trigger = lap_trigger;
        lap.sport = sport(outing).0;
        let message = Message::from(lap);
        *self = Self {
            count: self.count + 1,
            from_s: to_s,
            from_m: to_m,
            latest: self.latest,
            ..Self::default()
        };
        Some(message)
    }
}

const fn sport(outing: &Outing) -> (Sport, SubSport) {
    match outing.sport {
        Discipline::Run => (Sport::RUNNING, SubSport::GENERIC),
        Discipline::TrailRun => (Sport::RUNNING, SubSport::TRAIL),
        Discipline::TreadmillRun => (Sport::RUNNING, SubSport::TREADMILL),
        Discipline::Walk => (Sport::WALKING, SubSport::GENERIC),
        Discipline::Hike => (Sport::HIKING, SubSport::GENERIC),
        Discipline::Ride => (Sport::CYCLING, SubSport::GENERIC),
        Discipline::Swim => (Sport::SWIMMING, SubSport::LAP_SWIMMING),
        _ => (Sport::GENERIC, SubSport::GENERIC),
    }
}

pub(super) fn session(outing: &Outing, trace: &Trace, laps: u16, start: i64) -> Message {
    let heart = Mean::of(trace.samples.iter().map(|sample| sample.heart_rate_bpm.map(f64::round)));
    let cadence = Mean::of(trace.samples.iter().map(|sample| sample.cadence_spm));
    let distance_m = trace.samples.last().map_or(0.0, |sample| sample.distance_m);
    let max_speed = trace.samples.iter().map(|sample| sample.speed_mps).fold(0.0, f64::max);
    let first = trace.samples.first().and_then(|sample| sample.position_deg);
    let has_altitude = first.is_some() && !outing.dropout.has_no_altitude;
    let (sport, sub_sport) = sport(outing);
    let turns = cadence.mean().map(|spm| spm / 2.0);
    let mut session = mesgdef::Session::new();
    session.message_index = MessageIndex(0);
    session.timestamp = DateTime::from_unix_timestamp(start + i64::from(outing.elapsed_s()));
    session.start_time = DateTime::from_unix_timestamp(start);
    session.event = Event::SESSION;
    session.event_type = EventType::STOP;
    session.start_position_lat = first.map_or(i32::MAX, |(north, _)| semicircles(north));
    session.start_position_long = first.map_or(i32::MAX, |(_, east)| semicircles(east));
    session.sport = sport;
    session.sub_sport = sub_sport;
    session.total_elapsed_time = outing.elapsed_s() * 1_000;
    session.total_timer_time = outing.timer_s * 1_000;
    session.total_distance = long(distance_m * 100.0);
    session.enhanced_avg_speed = long(distance_m / f64::from(outing.timer_s.max(1)) * 1_000.0);
    session.enhanced_max_speed = long(max_speed * 1_000.0);
    session.avg_heart_rate = heart.mean().map_or(u8::MAX, byte);
    session.max_heart_rate = heart.mean().map_or(u8::MAX, |_| byte(heart.max));
    session.avg_cadence = turns.map_or(u8::MAX, |turns| byte(turns.floor()));
    session.avg_fractional_cadence = turns.map_or(u8::MAX, |turns| byte(turns.fract() * 128.0));
    session.total_ascent = if has_altitude { short(trace.ascent_m) } else { u16::MAX };
    session.total_descent = if has_altitude { short(trace.descent_m) } else { u16::MAX };
    session.first_lap_index = 0;
    session.num_laps = laps;
    session.trigger = SessionTrigger::ACTIVITY_END;
    session.workout_rpe = outing.session_rpe.map_or(u8::MAX, |points| byte(points * 10.0));
    Message::from(session)
}

pub(super) fn activity(outing: &Outing, start: i64) -> Message {
    let end = start + i64::from(outing.elapsed_s());
    Message::from(mesgdef::Activity {
        timestamp: DateTime::from_unix_timestamp(end),
        total_timer_time: outing.timer_s * 1_000,
        num_sessions: 1,
        r#type: Activity::MANUAL,
        event: Event::ACTIVITY,
        event_type: EventType::STOP,
        local_timestamp: LocalDateTime(DateTime::from_unix_timestamp(end + i64::from(outing.offset_s)).0),
        ..mesgdef::Activity::default()
    })
}
