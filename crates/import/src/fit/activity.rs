//! From a decoded part to activities: one a session.

use super::columns::Columns;
use super::device::device;
use super::part::{Part, Summary};
use super::sessions::{Clock, FIT_EPOCH_S, clock, end, sessions, start};
use super::sport::{is_on_foot, sport};
use crate::source::{Origin, blank, settle};
use crate::track::means::cadence_factor;
use crate::{Context, Note, Recorded};
use jiff::Timestamp;
use kneewise_types::{
    Activity, BeatsPerMinute, Column, Lap, Metres, Pause, Quality, Rpe, Samples, Seconds, SourceKind,
    StepsPerMinute, Watts,
};

/// The activities of one part, numbered on from `first`.
pub(super) fn activities(mut part: Part, first: usize, context: &Context<'_>) -> (Vec<Recorded>, Vec<Note>) {
    let mut notes = Vec::new();
    let clock = clock(&part);
    let is_activity_file = part.file_type.is_none_or(|kind| kind == 4);
    let (told, is_made) = sessions(&mut part);
    if told.is_empty() || (is_made && !is_activity_file) {
        return (Vec::new(), notes);
    }
    if is_made {
        notes.push(note("the device wrote no summary, totals are those of the samples"));
    }
    if clock.is_unset {
        notes.push(note(unset(clock)));
    }
    let columns = std::mem::take(&mut part.columns);
    let pieces = cut(columns, &told);
    let mut found = Vec::new();
    for (at, (session, piece)) in told.iter().zip(pieces).enumerate() {
        let number = u32::try_from(first + found.len()).unwrap_or(u32::MAX);
        let origin = Origin { kind: SourceKind::Fit, part: number, context };
        let range = (start(session), end(&told, at));
        let whole = Whole { part: &part, session, clock, range };
        found.extend(whole.recorded(piece, &origin));
    }
    (found, notes)
}

fn note(what: &str) -> Note {
    Note { at: None, what: what.to_owned() }
}

const fn unset(clock: Clock) -> &'static str {
    if clock.shift_s == 0 {
        "the device's clock was not set, the date is that of its counter and not the real one"
    } else {
        "the device's clock was not set, the date is that of its local time"
    }
}

/// The samples of each session, in the order of the sessions.
fn cut(columns: Columns, told: &[Summary]) -> Vec<Columns> {
    if told.len() < 2 {
        return vec![columns];
    }
    let ranges = told.iter().enumerate().map(|(at, session)| {
        let from = if at == 0 { 0 } else { start(session) };
        from..end(told, at)
    });
    ranges.map(|range| columns.only(|timestamp| range.contains(&timestamp))).collect()
}

/// One session with all it needs to become an activity.
struct Whole<'a> {
    part: &'a Part,
    session: &'a Summary,
    clock: Clock,
    /// From its own start to the next session's, FIT seconds.
    range: (u32, u32),
}

impl Whole<'_> {
    fn recorded(&self, columns: Columns, origin: &Origin<'_>) -> Option<Recorded> {
        let session = self.session;
        let (columns, mut quality) = columns.without_backward_steps();
        let first = columns.timestamp.first().copied().unwrap_or(self.range.0);
        // Watches write the first sample up to some seconds before the start of the session.
        let begin =
            if self.range.0.saturating_sub(first) <= 60 { first.min(self.range.0) } else { self.range.0 };
        let start = Timestamp::from_second(FIT_EPOCH_S + i64::from(begin) + self.clock.shift_s).ok()?;
        let last_s = f64::from(columns.timestamp.last().copied().unwrap_or(begin).saturating_sub(begin));
        let elapsed = Seconds::new(session.elapsed_s.or(session.timer_s).unwrap_or(last_s)).ok()?;
        let (sport, surface) = sport(session.sport, session.sub_sport);
        let factor = if is_on_foot(sport) {
            cadence_factor(sport, columns.cadence.present().map(f64::from))
        } else {
            1.0
        };
        columns.doubts(&mut quality);
        if self.part.is_cut {
            quality.push(Quality::Truncated { at_s: last_s });
        }
        let samples = columns.samples(begin, factor, &mut quality);
        let position = samples.latitude_e7.present().zip(samples.longitude_e7.present()).next();
        let degrees = position.map(|(lat, lon)| (f64::from(lat) / 1e7, f64::from(lon) / 1e7));
        let mut activity = blank(origin, start, elapsed, sport);
        settle(&mut activity, origin.place(start, degrees, self.clock.utc_offset_s));
        activity.surface = surface;
        activity.device = device(self.part);
        activity.laps = self.laps(begin, factor);
        activity.pauses = self.pauses(begin);
        activity.quality = quality;
        self.totals(&mut activity, &samples, factor);
        Some(Recorded { activity, samples })
    }

    /// The device's own totals; a mean is reckoned from the samples only where the device wrote none.
    fn totals(&self, activity: &mut Activity, samples: &Samples, factor: f64) {
        let session = self.session;
        activity.timer = session.timer_s.and_then(|s| Seconds::new(s).ok());
        activity.moving = session.moving_s.and_then(|s| Seconds::new(s).ok());
        activity.distance = session.distance_m.and_then(|m| Metres::new(m).ok());
        activity.ascent = session.ascent_m.and_then(|m| Metres::new(m).ok());
        activity.descent = session.descent_m.and_then(|m| Metres::new(m).ok());
        let beats = session.mean_heart_rate_bpm.or_else(|| mean(&samples.heart_rate_bpm, 0.0));
        activity.mean_heart_rate = beats.and_then(|bpm| BeatsPerMinute::new(bpm).ok());
        let highest = || samples.heart_rate_bpm.present().max_by(f32::total_cmp).map(f64::from);
        let highest = session.max_heart_rate_bpm.or_else(highest);
        activity.max_heart_rate = highest.and_then(|bpm| BeatsPerMinute::new(bpm).ok());
        let steps = session
            .mean_cadence
            .map(|leg| leg * factor)
            .or_else(|| mean(&samples.cadence_spm, f32::MIN_POSITIVE));
        activity.mean_cadence = steps.and_then(|spm| StepsPerMinute::new(spm).ok());
        let watts = session.mean_power_w.or_else(|| mean(&samples.power_w, 0.0));
        activity.mean_power = watts.and_then(|watts| Watts::new(watts).ok());
        activity.session_rpe = session.rpe.and_then(|rpe| Rpe::new(rpe).ok());
        activity.feel = session.feel.filter(|feel| *feel <= 100);
        activity.title.clone_from(&session.title);
    }

    fn is_inside(&self, timestamp: u32) -> bool {
        (self.range.0..self.range.1).contains(&timestamp)
    }

    fn laps(&self, begin: u32, factor: f64) -> Vec<Lap> {
        let lap = |lap: &Summary| {
            let start = lap.start.filter(|start| self.is_inside(*start))?;
            let beats = |bpm: Option<f64>| bpm.and_then(|bpm| BeatsPerMinute::new(bpm).ok());
            Some(Lap {
                start: Seconds::new(f64::from(start.saturating_sub(begin))).ok()?,
                elapsed: Seconds::new(lap.elapsed_s?).ok()?,
                timer: lap.timer_s.and_then(|s| Seconds::new(s).ok()),
                distance: lap.distance_m.and_then(|m| Metres::new(m).ok()),
                mean_heart_rate: beats(lap.mean_heart_rate_bpm),
                max_heart_rate: beats(lap.max_heart_rate_bpm),
                mean_cadence: lap.mean_cadence.and_then(|leg| StepsPerMinute::new(leg * factor).ok()),
                ascent: lap.ascent_m.and_then(|m| Metres::new(m).ok()),
                descent: lap.descent_m.and_then(|m| Metres::new(m).ok()),
            })
        };
        self.part.laps.iter().filter_map(lap).collect()
    }

    /// From each stop of the timer to the start that follows it.
    fn pauses(&self, begin: u32) -> Vec<Pause> {
        let mut pauses = Vec::new();
        let mut stopped = None;
        for event in self.part.events.iter().filter(|event| self.is_inside(event.timestamp)) {
            let at = Seconds::new(f64::from(event.timestamp.saturating_sub(begin))).ok();
            match (event.is_start, stopped, at) {
                (false, None, Some(at)) => stopped = Some(at),
                (true, Some(from), Some(to)) if to > from => {
                    pauses.push(Pause { from, to });
                    stopped = None;
                }
                (true, _, _) => stopped = None,
                _ => {}
            }
        }
        pauses
    }
}

/// Mean of the values at or above a floor.
#[expect(clippy::cast_precision_loss, reason = "a count of samples")]
fn mean(column: &Column<f32>, floor: f32) -> Option<f64> {
    let (sum, count) = column
        .present()
        .filter(|value| *value >= floor)
        .fold((0.0, 0_usize), |(sum, count), value| (sum + f64::from(value), count + 1));
    (count > 0).then(|| sum / count as f64)
}

impl Columns {
    /// The columns of our vocabulary, times from `begin` on; never recorded ones are empty.
    fn samples(self, begin: u32, factor: f64, quality: &mut Vec<Quality>) -> Samples {
        let time_ms = self.timestamp.iter().map(|at| at.saturating_sub(begin).saturating_mul(1000)).collect();
        let mut out_of_range = 0_u32;
        let mut both = |leg: f32| {
            let steps = f64::from(leg) * factor;
            let is_possible = (StepsPerMinute::MIN..=StepsPerMinute::MAX).contains(&steps);
            out_of_range += u32::from(!is_possible);
            is_possible.then(|| single(steps))
        };
        let cadence_spm: Column<f32> = self.cadence.iter().map(|leg| leg.and_then(&mut both)).collect();
        if out_of_range > 0 {
            quality.push(Quality::OutOfRange { quantity: "cadence".to_owned(), count: out_of_range });
        }
        Samples {
            time_ms,
            latitude_e7: recorded(self.latitude_e7),
            longitude_e7: recorded(self.longitude_e7),
            altitude_m: recorded(self.altitude_m),
            distance_m: recorded(self.distance_m),
            speed_mps: recorded(self.speed_mps),
            heart_rate_bpm: recorded(self.heart_rate_bpm),
            cadence_spm: recorded(cadence_spm),
            power_w: recorded(self.power_w),
            stance_time_ms: recorded(self.stance_time_ms),
            stance_balance_left_pct: recorded(self.stance_balance_left_pct),
            vertical_oscillation_mm: recorded(self.vertical_oscillation_mm),
            vertical_ratio_pct: recorded(self.vertical_ratio_pct),
            step_length_mm: recorded(self.step_length_mm),
            temperature_c: recorded(self.temperature_c),
        }
    }

    /// Values that were left out because no such quantity has them.
    fn doubts(&self, quality: &mut Vec<Quality>) {
        let doubt = |(what, count): &(&'static str, u32)| Quality::OutOfRange {
            quantity: (*what).to_owned(),
            count: *count,
        };
        quality.extend(self.out_of_range.iter().map(doubt));
    }
}

fn recorded<T: Copy + Default>(column: Column<T>) -> Column<T> {
    if column.is_all_missing() { Column::default() } else { column }
}

#[expect(clippy::cast_possible_truncation, reason = "at most 400 steps a minute")]
const fn single(value: f64) -> f32 {
    value as f32
}
