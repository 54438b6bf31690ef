//! From a decoded part to activities: one a session.

use super::columns::Columns;
use super::device::device;
use super::part::{Part, Summary};
use super::sessions::{Clock, clock, end, possible, sessions, start};
use super::sport::{is_on_foot, sport};
use crate::source::{Origin, blank, settle};
use crate::track::means::cadence_factor;
use crate::track::sport::of_speed;
use crate::{Context, Note, Recorded};
use kneewise_types::{
    Activity, BeatsPerMinute, Column, Lap, Metres, Pause, Quality, Rpe, Samples, Seconds, SourceKind, Sport,
    StepsPerMinute, Surface, Watts,
};

/// The activities of one part, numbered on from `first`.
pub(super) fn activities(mut part: Part, first: usize, context: &Context<'_>) -> (Vec<Recorded>, Vec<Note>) {
    let mut notes = Vec::new();
    let clock = clock(&part);
    let is_activity_file = part.file_type.is_none_or(|kind| kind == 4);
    let told = sessions(&mut part);
    if told.sessions.is_empty() || (told.is_made && !is_activity_file) {
        return (Vec::new(), notes);
    }
    notes.extend(told.notes.iter().map(|what| note(what)));
    let told = told.sessions;
    if part.columns.untimed > 0 {
        notes.push(note(&format!("{} samples before any time were left out", part.columns.untimed)));
    }
    if clock.is_unset && clock.shift_s == 0 {
        notes.push(note("the device's clock was not set, so the day of the outing is unknown"));
        return (Vec::new(), notes);
    }
    if clock.is_unset {
        notes.push(note("the device's clock was not set, the date is that of its local time"));
    }
    let columns = std::mem::take(&mut part.columns);
    let pieces = cut(columns, &told);
    let mut found = Vec::new();
    for (at, (session, piece)) in told.iter().zip(pieces).enumerate() {
        let number = u32::try_from(first + found.len()).unwrap_or(u32::MAX);
        let origin = Origin { kind: SourceKind::Fit, part: number, context };
        let range = (start(session), end(&told, at));
        let whole = Whole { part: &part, session, clock, range };
        found.extend(whole.recorded(piece, &origin, &mut notes));
    }
    (found, notes)
}

fn note(what: &str) -> Note {
    Note { at: None, what: what.to_owned() }
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
    fn recorded(&self, columns: Columns, origin: &Origin<'_>, notes: &mut Vec<Note>) -> Option<Recorded> {
        let session = self.session;
        let (columns, mut quality) = columns.in_order(possible(session));
        let begin = columns.timestamp.first().map_or(self.range.0, |first| self.range.0.min(*first));
        let last_s = f64::from(columns.timestamp.last().copied().unwrap_or(begin).saturating_sub(begin));
        let elapsed = Seconds::new(session.elapsed_s.or(session.timer_s).unwrap_or(last_s)).ok()?;
        let pauses = self.pauses(begin, elapsed);
        let (sport, surface) = self.sport(running_time(elapsed, &pauses), notes);
        columns.doubts(&mut quality);
        let factor = factor(sport, &columns.cadence, &mut quality);
        if self.part.is_cut && session.is_made {
            quality.push(Quality::Truncated { at_s: last_s });
        }
        let samples = columns.samples(begin, factor, &mut quality);
        let position = samples.latitude_e7.present().zip(samples.longitude_e7.present()).next();
        let degrees = position.map(|(lat, lon)| (f64::from(lat) / 1e7, f64::from(lon) / 1e7));
        let (start, place) = self.clock.start(begin, degrees, origin)?;
        let mut activity = blank(origin, start, elapsed, sport);
        settle(&mut activity, place);
        activity.surface = surface;
        activity.device = device(self.part);
        activity.laps = self.laps(begin, factor);
        activity.timer = Some(running_time(elapsed, &pauses)).filter(|_| session.is_made);
        activity.pauses = pauses;
        activity.quality = quality;
        self.totals(&mut activity, &samples, factor);
        Some(Recorded { activity, samples })
    }

    /// What the device says, else a guess from the mean speed.
    fn sport(&self, running: Seconds, notes: &mut Vec<Note>) -> (Sport, Option<Surface>) {
        if self.session.sport.is_some() {
            return sport(self.session.sport, self.session.sub_sport);
        }
        let speed_mps = self.session.distance_m.map(|distance_m| distance_m / running.as_s());
        let Some(speed_mps) = speed_mps.filter(|speed| speed.is_finite() && *speed > 0.1) else {
            notes.push(note("the file names no sport, taken as `other`"));
            return (Sport::Other, None);
        };
        let sport = of_speed(speed_mps);
        notes.push(note(&format!(
            "the file names no sport, taken as `{}` from its mean speed of {speed_mps:.1} m/s",
            sport.word()
        )));
        (sport, None)
    }

    /// The device's own totals; a mean is reckoned from the samples only where the device wrote none.
    fn totals(&self, activity: &mut Activity, samples: &Samples, factor: f64) {
        let session = self.session;
        activity.timer = session.timer_s.and_then(|s| Seconds::new(s).ok()).or(activity.timer);
        activity.moving = session.moving_s.and_then(|s| Seconds::new(s).ok());
        activity.distance = session.distance_m.and_then(|m| Metres::new(m).ok());
        activity.ascent = session.ascent_m.and_then(|m| Metres::new(m).ok());
        activity.descent = session.descent_m.and_then(|m| Metres::new(m).ok());
        let reading = |bpm: Option<f64>| bpm.filter(|bpm| *bpm > 0.0);
        let beats =
            reading(session.mean_heart_rate_bpm).or_else(|| mean(samples, &samples.heart_rate_bpm, 0.0));
        activity.mean_heart_rate = beats.and_then(|bpm| BeatsPerMinute::new(bpm).ok());
        let highest = || samples.heart_rate_bpm.present().max_by(f32::total_cmp).map(f64::from);
        let highest = reading(session.max_heart_rate_bpm).or_else(highest);
        activity.max_heart_rate = highest.and_then(|bpm| BeatsPerMinute::new(bpm).ok());
        let steps = session
            .mean_cadence
            .map(|leg| leg * factor)
            .or_else(|| mean(samples, &samples.cadence_spm, f32::MIN_POSITIVE));
        activity.mean_cadence = steps.and_then(|spm| StepsPerMinute::new(spm).ok());
        let watts = session.mean_power_w.or_else(|| mean(samples, &samples.power_w, 0.0));
        activity.mean_power = watts.and_then(|watts| Watts::new(watts).ok());
        activity.session_rpe = session.rpe.and_then(|rpe| Rpe::new(rpe).ok());
        activity.feel = session.feel.filter(|feel| *feel <= 100);
    }

    fn laps(&self, begin: u32, factor: f64) -> Vec<Lap> {
        let lap = |lap: &Summary| {
            let start = lap.start.filter(|start| (begin..self.range.1).contains(&start.saturating_add(1)))?;
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
    fn pauses(&self, begin: u32, elapsed: Seconds) -> Vec<Pause> {
        let mut pauses = Vec::new();
        let mut stopped = None;
        let inside = begin..self.range.1;
        for event in self.part.events.iter().filter(|event| inside.contains(&event.timestamp)) {
            let at_s = f64::from(event.timestamp.saturating_sub(begin)).min(elapsed.as_s());
            let at = Seconds::new(at_s).ok();
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

/// Elapsed time less the pauses.
fn running_time(elapsed: Seconds, pauses: &[Pause]) -> Seconds {
    let paused_s: f64 = pauses.iter().map(|pause| pause.to.as_s() - pause.from.as_s()).sum();
    Seconds::new(elapsed.as_s() - paused_s).unwrap_or(elapsed)
}

/// What to multiply the cadence with; a device that wrote both feet is told as doubled (load text E1).
fn factor(sport: Sport, cadence: &Column<f32>, quality: &mut Vec<Quality>) -> f64 {
    if !is_on_foot(sport) {
        return 1.0;
    }
    let turning = || cadence.present().map(f64::from).filter(|cadence| *cadence > 0.0);
    let factor = cadence_factor(Sport::Run, turning());
    if factor < 2.0 {
        let mut sorted: Vec<f64> = turning().collect();
        sorted.sort_by(f64::total_cmp);
        let median = sorted.get(sorted.len() / 2).copied().unwrap_or(0.0);
        quality.push(Quality::DoubledCadence { median_spm: median * 2.0 });
    }
    factor
}

/// Mean over time of the values at or above a floor; one stands until the next sample, at most ten seconds.
fn mean(samples: &Samples, column: &Column<f32>, floor: f32) -> Option<f64> {
    let ends = samples.time_ms.iter().skip(1).map(Some).chain([None]);
    let (mut sum, mut weight) = (0.0, 0.0);
    for ((time_ms, next_ms), value) in samples.time_ms.iter().zip(ends).zip(column.iter()) {
        let Some(value) = value.filter(|value| *value >= floor) else { continue };
        let held_ms = next_ms.map_or(1000, |next_ms| next_ms.saturating_sub(*time_ms).min(10_000));
        sum += f64::from(value) * f64::from(held_ms);
        weight += f64::from(held_ms);
    }
    (weight > 0.0).then(|| sum / weight)
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
