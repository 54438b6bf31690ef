//! Step rate twice what feet can do, and heart rate that follows the step rate.
//!
//! Doubled: median of the step rates above zero over 230 steps/min. Load text E1, grade D.
//! Lock: |heart rate - step rate| < 3 for more than 60 s on end. Load text A8, grade D (key `rule`). Units: steps/min, bpm, s.
//! Known limit: a heart that truly beats at the step rate for a minute is flagged too.
//! Says nothing for sports whose cadence is not steps, or without the columns.

use super::seconds;
use kneewise_types::{Quality, Samples, Sport};

/// No feet do more at the median, steps/min.
const MAX_MEDIAN_SPM: f32 = 230.0;

/// Closer than this is the same number.
const LOCK_WITHIN: f32 = 3.0;

/// Longer than this is no coincidence, s.
const LOCK_AFTER_S: f64 = 60.0;

/// A gap this long ends a stretch, s.
const MAX_GAP_S: f64 = 10.0;

pub(super) fn doubled(sport: Sport, samples: &Samples) -> Option<Quality> {
    if !counts_steps(sport) || !samples.cadence_spm.raw().iter().any(|spm| *spm > MAX_MEDIAN_SPM) {
        return None;
    }
    let mut rates: Vec<f32> = samples.cadence_spm.present().filter(|spm| *spm > 0.0).collect();
    let middle = rates.len() / 2;
    if rates.is_empty() {
        return None;
    }
    let (_, median, _) = rates.select_nth_unstable_by(middle, f32::total_cmp);
    (*median > MAX_MEDIAN_SPM).then(|| Quality::DoubledCadence { median_spm: f64::from(*median) })
}

pub(super) fn lock(sport: Sport, samples: &Samples) -> Option<Quality> {
    if !counts_steps(sport) || samples.heart_rate_bpm.is_empty() || samples.cadence_spm.is_empty() {
        return None;
    }
    let mut locked = Locked::default();
    let rates = samples.heart_rate_bpm.iter().zip(samples.cadence_spm.iter());
    for (time_ms, (heart_rate, cadence)) in samples.time_ms.iter().zip(rates) {
        let is_same =
            heart_rate.zip(cadence).is_some_and(|(bpm, spm)| spm > 0.0 && (bpm - spm).abs() < LOCK_WITHIN);
        locked.see(seconds(*time_ms), is_same);
    }
    locked.end();
    locked.first_s.map(|first_s| Quality::CadenceLock { seconds: locked.total_s, first_s })
}

fn counts_steps(sport: Sport) -> bool {
    sport.is_running() || matches!(sport, Sport::Walk | Sport::Hike)
}

/// Stretches on which both were the same.
#[derive(Default)]
struct Locked {
    stretch: Option<(f64, f64)>,
    total_s: f64,
    first_s: Option<f64>,
}

impl Locked {
    fn see(&mut self, at_s: f64, is_same: bool) {
        match (&mut self.stretch, is_same) {
            (Some((_, to_s)), true) if at_s - *to_s <= MAX_GAP_S => *to_s = at_s,
            (stretch, true) => {
                let begun = stretch.replace((at_s, at_s));
                self.count(begun);
            }
            (_, false) => self.end(),
        }
    }

    fn end(&mut self) {
        let stretch = self.stretch.take();
        self.count(stretch);
    }

    fn count(&mut self, stretch: Option<(f64, f64)>) {
        if let Some((from_s, to_s)) = stretch
            && to_s - from_s > LOCK_AFTER_S
        {
            self.total_s += to_s - from_s;
            self.first_s = self.first_s.or(Some(from_s));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kneewise_types::Column;

    /// Heart rate `bpm` and cadence 168 at one a second.
    fn run(bpm: impl Iterator<Item = f32>) -> Samples {
        let bpm: Vec<f32> = bpm.collect();
        Samples {
            time_ms: (0..).step_by(1000).take(bpm.len()).collect(),
            cadence_spm: Column::all_present(vec![168.0; bpm.len()]),
            heart_rate_bpm: Column::all_present(bpm),
            ..Samples::default()
        }
    }

    #[test]
    fn more_than_a_minute_is_a_lock_and_a_minute_is_not() {
        let locked = |seconds: u16| {
            let bpm = (0..200).map(|s| if (20..=20 + seconds).contains(&s) { 170.0 } else { 140.0 });
            lock(Sport::Run, &run(bpm))
        };
        assert_eq!(locked(60), None);
        assert_eq!(locked(61), Some(Quality::CadenceLock { seconds: 61.0, first_s: 20.0 }));
    }

    #[test]
    fn three_beats_apart_is_no_lock() {
        assert_eq!(lock(Sport::Run, &run((0..200).map(|_| 171.0))), None);
        assert!(lock(Sport::Run, &run((0..200).map(|_| 170.9))).is_some());
        assert_eq!(lock(Sport::Ride, &run((0..200).map(|_| 168.0))), None);
    }

    #[test]
    fn a_median_above_230_is_doubled() {
        let steps = |spm: f32| Samples {
            time_ms: vec![0, 1000, 2000],
            cadence_spm: Column::all_present(vec![0.0, spm, spm]),
            ..Samples::default()
        };
        let found = doubled(Sport::TreadmillRun, &steps(340.0));
        assert_eq!(found, Some(Quality::DoubledCadence { median_spm: 340.0 }));
        assert_eq!(doubled(Sport::TreadmillRun, &steps(230.0)), None);
    }
}
