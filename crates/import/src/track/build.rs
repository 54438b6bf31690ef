//! From a track as the file tells it to activities, checked and counted.

use super::columns::{Columns, columns};
use super::means::{over_time, seconds_between};
use super::{Told, ToldLap, Track, note, sport};
use crate::source::{Origin, blank, settle};
use crate::{Context, Note, Recorded};
use jiff::Timestamp;
use kneewise_types::{
    BeatsPerMinute, Lap, Metres, Pause, Quality, Samples, Seconds, SourceKind, Sport, StepsPerMinute,
    Surface, Watts,
};

/// Instants further apart than this belong to two outings, h.
const MAX_GAP_H: i64 = 6;
/// A silence longer than this many usual intervals, and than this many seconds, is a stopped timer.
const SILENCE_INTERVALS: f64 = 20.0;
const SILENCE_S: f64 = 20.0;

/// The activities of one track; more than one when hours lie between its instants.
pub(crate) fn build(
    track: Track,
    kind: SourceKind,
    context: &Context<'_>,
    first_part: u32,
) -> (Vec<Recorded>, Vec<Note>) {
    let mut notes = Vec::new();
    if track.untimed > 0 {
        notes.push(note(format!(
            "{} points without a time were left out: a route is a plan, not an activity",
            track.untimed
        )));
    }
    let mut found = Vec::new();
    let mut part = first_part;
    for mut outing in split(track, &mut notes) {
        let quality = drop_backward_steps(&mut outing);
        let origin = Origin { kind, part, context };
        if let Some(recorded) = finish(&outing, origin, quality, &mut notes) {
            found.push(recorded);
            part += 1;
        }
    }
    (found, notes)
}

/// Cuts a track where hours pass between two instants.
fn split(track: Track, notes: &mut Vec<Note>) -> Vec<Track> {
    let max_gap_ms = MAX_GAP_H * 3_600_000;
    let is_far = |pair: &[Told]| match pair {
        [from, to] => to.at_ms.saturating_sub(from.at_ms) > max_gap_ms,
        _ => false,
    };
    let cuts: Vec<usize> =
        track.samples.windows(2).enumerate().filter(|(_, pair)| is_far(pair)).map(|(at, _)| at + 1).collect();
    if cuts.is_empty() {
        return if track.samples.is_empty() { Vec::new() } else { vec![track] };
    }
    notes.push(note(format!("more than {MAX_GAP_H} h lie between points, taken as separate outings")));
    let ends = cuts.iter().copied().chain([track.samples.len()]);
    let starts = [0].into_iter().chain(cuts.iter().copied());
    starts.zip(ends).map(|(from, to)| piece(&track, from, to)).collect()
}

/// The samples from `from` to `to` with what else belongs to them.
fn piece(track: &Track, from: usize, to: usize) -> Track {
    let samples = track.samples.get(from..to).unwrap_or_default().to_vec();
    let span = samples.first().zip(samples.last()).map(|(first, last)| first.at_ms..=last.at_ms);
    let is_inside =
        |lap: &&ToldLap| lap.start_ms.zip(span.as_ref()).is_some_and(|(start, span)| span.contains(&start));
    Track {
        segments: track.segments.iter().filter(|at| (from..to).contains(at)).map(|at| at - from).collect(),
        laps: track.laps.iter().filter(is_inside).copied().collect(),
        is_cut: track.is_cut && to == track.samples.len(),
        untimed: 0,
        samples,
        sport: track.sport,
        title: track.title.clone(),
        description: track.description.clone(),
        device: track.device.clone(),
        offset_s: track.offset_s,
    }
}

/// Leaves out instants earlier than one before them, and says so: time never falls in our samples.
fn drop_backward_steps(track: &mut Track) -> Vec<Quality> {
    let (mut latest, mut count, mut longest_ms, mut first_s) = (i64::MIN, 0_u32, 0_i64, 0.0);
    let start = track.samples.first().copied().unwrap_or_default();
    let mut kept = Vec::with_capacity(track.samples.len());
    let mut segments = Vec::with_capacity(track.segments.len());
    let mut borders = track.segments.iter().copied().peekable();
    for (at, told) in track.samples.drain(..).enumerate() {
        if borders.next_if(|border| *border <= at).is_some() {
            segments.push(kept.len());
        }
        if told.at_ms < latest {
            if count == 0 {
                first_s = kept.last().map_or(0.0, |last| seconds_between(&start, last));
            }
            count += 1;
            longest_ms = longest_ms.max(latest - told.at_ms);
            continue;
        }
        latest = told.at_ms;
        kept.push(told);
    }
    track.samples = kept;
    track.segments = segments;
    if count == 0 {
        return Vec::new();
    }
    let longest_s = std::time::Duration::from_millis(longest_ms.unsigned_abs()).as_secs_f64();
    vec![Quality::TimeJump { count, first_s, longest_s }]
}

/// One outing as an activity; `None` when its times are no outing at all.
fn finish(
    track: &Track,
    origin: Origin<'_>,
    mut quality: Vec<Quality>,
    notes: &mut Vec<Note>,
) -> Option<Recorded> {
    let told = track.samples.as_slice();
    let start_ms = start_ms(track)?;
    let start = Timestamp::from_millisecond(start_ms).ok()?;
    let sport = sport_of(track, notes);
    let stops = stops(track);
    let made = columns(told, start_ms, sport, &stops);
    quality.extend(made.quality.iter().cloned());
    if made.is_distance_derived {
        notes.push(note("no distance is recorded, reckoned from the positions"));
    }
    let elapsed = elapsed(track, start_ms)?;
    if track.is_cut {
        quality.push(Quality::Truncated { at_s: elapsed.as_s() });
    }
    let position = told.iter().find_map(|told| told.latitude_deg.zip(told.longitude_deg));
    let pauses = pauses(track, &stops, start_ms);
    let mut activity = blank(&origin, start, elapsed, sport);
    settle(&mut activity, origin.place(start, position, track.offset_s));
    activity.surface = (sport == Sport::TreadmillRun).then_some(Surface::Treadmill);
    activity.timer = timer(track, elapsed, &pauses);
    activity.distance = distance(track, &made);
    activity.mean_heart_rate = mean_heart_rate(track);
    activity.max_heart_rate = max_heart_rate(track, &made.samples);
    activity.mean_cadence = mean_cadence(told, &made.samples);
    activity.mean_power =
        over_time(told, |told| told.power_w.map(f64::from)).and_then(|watts| Watts::new(watts).ok());
    activity.title.clone_from(&track.title);
    activity.description.clone_from(&track.description);
    activity.device.clone_from(&track.device);
    activity.laps = laps(track, start_ms, elapsed);
    activity.pauses = pauses;
    activity.quality = quality;
    Some(Recorded { activity, samples: made.samples })
}

/// The first instant; a lap that begins up to a minute before it is the real start.
fn start_ms(track: &Track) -> Option<i64> {
    let first_ms = track.samples.first()?.at_ms;
    let lap_ms = track.laps.first().and_then(|lap| lap.start_ms);
    Some(lap_ms.filter(|start| (0..=60_000).contains(&first_ms.saturating_sub(*start))).unwrap_or(first_ms))
}

fn seconds(from_ms: i64, to_ms: i64) -> f64 {
    let told = |at_ms| Told { at_ms, ..Told::default() };
    seconds_between(&told(from_ms), &told(to_ms))
}

/// To the last instant, or to the end of the last lap when that is later by at most a minute.
fn elapsed(track: &Track, start_ms: i64) -> Option<Seconds> {
    let last_s = seconds(start_ms, track.samples.last()?.at_ms);
    let lap_end_s = track.laps.last().and_then(|lap| Some(seconds(start_ms, lap.start_ms?) + lap.total_s?));
    let end_s = lap_end_s.filter(|end| (last_s..=last_s + 60.0).contains(end)).unwrap_or(last_s);
    Seconds::new(end_s).ok()
}

fn sport_of(track: &Track, notes: &mut Vec<Note>) -> Sport {
    if let Some(sport) = track.sport {
        return sport;
    }
    let Some((sport, speed_mps)) = sport::from_speed(&track.samples) else {
        notes.push(note("the file names no sport, taken as `other`"));
        return Sport::Other;
    };
    notes.push(note(format!(
        "the file names no sport, taken as `{}` from its mean speed of {speed_mps:.1} m/s",
        sport.word()
    )));
    sport
}

/// The samples before which the timer stood still: a new segment after more time than usually passes, or so long
/// a silence that no recording in motion leaves it.
fn stops(track: &Track) -> Vec<usize> {
    let usual_s = usual_interval_s(&track.samples);
    let silence_s = (SILENCE_INTERVALS * usual_s).max(SILENCE_S);
    let gap_before = |at: usize| {
        let before = track.samples.get(at.checked_sub(1)?)?;
        Some(seconds_between(before, track.samples.get(at)?))
    };
    let is_stop = |at: &usize| {
        let is_border = track.segments.binary_search(at).is_ok();
        gap_before(*at).is_some_and(|gap_s| gap_s > silence_s || (is_border && gap_s > 2.0 * usual_s))
    };
    (1..track.samples.len()).filter(is_stop).collect()
}

fn pauses(track: &Track, stops: &[usize], start_ms: i64) -> Vec<Pause> {
    let between = |at: &usize| {
        let from = track.samples.get(at.checked_sub(1)?)?.at_ms;
        let to = track.samples.get(*at)?.at_ms;
        let (from, to) = (seconds(start_ms, from), seconds(start_ms, to));
        Some(Pause { from: Seconds::new(from).ok()?, to: Seconds::new(to).ok()? })
    };
    stops.iter().filter_map(between).collect()
}

/// Median time between two samples, at least 1 s.
fn usual_interval_s(samples: &[Told]) -> f64 {
    let mut steps_s: Vec<f64> = samples
        .windows(2)
        .filter_map(|pair| match pair {
            [from, to] => Some(seconds_between(from, to)),
            _ => None,
        })
        .collect();
    if steps_s.is_empty() {
        return 1.0;
    }
    let middle = steps_s.len() / 2;
    let (_, median, _) = steps_s.select_nth_unstable_by(middle, f64::total_cmp);
    median.max(1.0)
}

/// The laps' own times; what the pauses leave when that is clearly less, as some programs write a lap's whole
/// time.
fn timer(track: &Track, elapsed: Seconds, pauses: &[Pause]) -> Option<Seconds> {
    let paused_s: f64 = pauses.iter().map(|pause| pause.to.as_s() - pause.from.as_s()).sum();
    let left_s = elapsed.as_s() - paused_s;
    // The timer may have run up to one interval on each side of a pause.
    let usual_s = usual_interval_s(&track.samples);
    let slack_s: f64 = pauses.iter().map(|_| 2.0 * usual_s).sum();
    let laps_s = total(&track.laps, |lap| lap.total_s).filter(|total| *total > 0.0 && !track.is_cut);
    let laps_s = laps_s.filter(|laps_s| *laps_s <= left_s + slack_s + 1.0);
    Seconds::new(laps_s.unwrap_or(left_s).min(elapsed.as_s())).ok()
}

/// A total over all laps; `None` unless every lap tells it.
fn total(laps: &[ToldLap], pick: impl Fn(&ToldLap) -> Option<f64>) -> Option<f64> {
    if laps.is_empty() {
        return None;
    }
    laps.iter().map(pick).sum()
}

/// The laps' distances, else the last one recorded or reckoned. A broken file has no more than its samples.
fn distance(track: &Track, made: &Columns) -> Option<Metres> {
    let laps_m = total(&track.laps, |lap| lap.distance_m).filter(|total| *total > 0.0 && !track.is_cut);
    let last_m = made.samples.distance_m.present().last();
    Metres::new(laps_m.or(last_m)?).ok()
}

/// The laps' means weighted with their time, else the mean of the samples over time.
fn mean_heart_rate(track: &Track) -> Option<BeatsPerMinute> {
    let beats = total(&track.laps, |lap| Some(lap.mean_heart_rate_bpm? * lap.total_s?));
    let laps_s = total(&track.laps, |lap| lap.total_s).filter(|total| *total > 0.0);
    let from_laps = beats.zip(laps_s).filter(|_| !track.is_cut).map(|(beats, total)| beats / total);
    let value = |told: &Told| told.heart_rate_bpm.map(f64::from).filter(|bpm| *bpm > 0.0);
    BeatsPerMinute::new(from_laps.or_else(|| over_time(&track.samples, value))?).ok()
}

fn max_heart_rate(track: &Track, samples: &Samples) -> Option<BeatsPerMinute> {
    let of_laps = track.laps.iter().filter_map(|lap| lap.max_heart_rate_bpm);
    let of_samples = samples.heart_rate_bpm.present().map(f64::from);
    BeatsPerMinute::new(of_laps.chain(of_samples).max_by(f64::total_cmp)?).ok()
}

/// Over the time in which the feet moved.
fn mean_cadence(told: &[Told], samples: &Samples) -> Option<StepsPerMinute> {
    let moving: Vec<Told> = told
        .iter()
        .zip(samples.cadence_spm.iter())
        .map(|(told, cadence)| Told { cadence: cadence.filter(|spm| *spm > 0.0), ..*told })
        .collect();
    let mean = over_time(&moving, |told| told.cadence.map(f64::from))?;
    StepsPerMinute::new(mean).ok()
}

fn laps(track: &Track, start_ms: i64, elapsed: Seconds) -> Vec<Lap> {
    let starts: Vec<Option<f64>> =
        track.laps.iter().map(|lap| lap.start_ms.map(|at| seconds(start_ms, at))).collect();
    let ends = starts.iter().skip(1).copied().chain([Some(elapsed.as_s())]);
    let factor = lap_cadence_factor(track);
    let lap = |((told, start), end): ((&ToldLap, &Option<f64>), Option<f64>)| {
        let start_s = (*start)?;
        let length_s = end.map(|end| end - start_s).filter(|length| *length >= 0.0).or(told.total_s)?;
        Some(Lap {
            start: Seconds::new(start_s).ok()?,
            elapsed: Seconds::new(length_s).ok()?,
            timer: told.total_s.and_then(|total| Seconds::new(total).ok()),
            distance: told.distance_m.and_then(|distance| Metres::new(distance).ok()),
            mean_heart_rate: told.mean_heart_rate_bpm.and_then(|bpm| BeatsPerMinute::new(bpm).ok()),
            max_heart_rate: told.max_heart_rate_bpm.and_then(|bpm| BeatsPerMinute::new(bpm).ok()),
            mean_cadence: told.cadence.and_then(|cadence| StepsPerMinute::new(cadence * factor).ok()),
            ascent: None,
            descent: None,
        })
    };
    track.laps.iter().zip(&starts).zip(ends).filter_map(lap).collect()
}

fn lap_cadence_factor(track: &Track) -> f64 {
    let sport = track.sport.unwrap_or(Sport::Other);
    super::means::cadence_factor(sport, track.laps.iter().filter_map(|lap| lap.cadence))
}
