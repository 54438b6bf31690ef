//! Heart rate of one activity: histogram, clean peak, best and last 20 min.
//!
//! Formula: clean = at most 220 bpm, not within 3 of the step rate for more than 60 s (the sensor counted steps), not in
//!   the first 120 s (wrist sensors settle). Peak = largest median of 15 clean seconds in a row. The histogram keeps
//!   everything from 30 to 220 bpm that is not paused.
//! Units: bpm, s.
//! Source: load text A8 (`rule`).
//! Grade: D.
//! Limits: a heart rate that really equals the step rate is taken for a lock.
//! Says nothing: without heart rate.

use super::number::floor_index;
use super::seconds::Second;
use kneewise_types::{Evidence, Grade};

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

const LOWEST_BPM: f32 = 30.0;
const HIGHEST_BPM: f32 = 220.0;
const SETTLING_S: usize = 120;
const LOCK_BPM: f32 = 3.0;
const LOCK_S: usize = 60;
const MEDIAN_S: usize = 15;
const TWENTY_MIN_S: usize = 1200;
/// Share of a 20 min window that must have clean heart rate.
const WINDOW_COVERAGE: f64 = 0.9;

/// What the heart rate of one activity comes to.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct HeartSummary {
    pub(super) from_bpm: u16,
    pub(super) histogram_s: Vec<f32>,
    pub(super) peak_bpm: Option<f64>,
    pub(super) best_20_min_bpm: Option<f64>,
    pub(super) last_20_min_bpm: Option<f64>,
}

/// Sums up the heart rate.
pub(super) fn sum_up(seconds: &[Second]) -> HeartSummary {
    let (from_bpm, histogram_s) = histogram(seconds);
    if histogram_s.is_empty() {
        return HeartSummary::default();
    }
    let clean = clean(seconds);
    let (best_20_min_bpm, last_20_min_bpm) = best_and_last_20_min(seconds, &clean);
    HeartSummary { from_bpm, histogram_s, peak_bpm: peak(&clean), best_20_min_bpm, last_20_min_bpm }
}

fn histogram(seconds: &[Second]) -> (u16, Vec<f32>) {
    let mut all = [0.0_f32; 256];
    let rates = seconds.iter().filter_map(|second| second.heart_rate_bpm);
    for bpm in rates.filter(|bpm| (LOWEST_BPM..=HIGHEST_BPM).contains(bpm)) {
        if let Some(bin) = floor_index(f64::from(bpm) + 0.5).and_then(|at| all.get_mut(at)) {
            *bin += 1.0;
        }
    }
    let first = all.iter().position(|s| *s > 0.0);
    let last = all.iter().rposition(|s| *s > 0.0);
    let (Some(first), Some(last)) = (first, last) else { return (0, Vec::new()) };
    (u16::try_from(first).unwrap_or(0), all.get(first..=last).unwrap_or(&[]).to_vec())
}

fn clean(seconds: &[Second]) -> Vec<Option<f32>> {
    let is_locked = |second: &Second| {
        second.heart_rate_bpm.zip(second.cadence_spm).is_some_and(|(bpm, spm)| (bpm - spm).abs() < LOCK_BPM)
    };
    let mut clean = Vec::with_capacity(seconds.len());
    for stretch in seconds.chunk_by(|a, b| is_locked(a) == is_locked(b)) {
        let is_lock = stretch.len() > LOCK_S && stretch.first().is_some_and(is_locked);
        clean.extend(stretch.iter().map(|second| {
            second.heart_rate_bpm.filter(|bpm| !is_lock && (LOWEST_BPM..=HIGHEST_BPM).contains(bpm))
        }));
    }
    clean.iter_mut().take(SETTLING_S).for_each(|bpm| *bpm = None);
    clean
}

/// Largest median of 15 clean seconds in a row.
///
/// A median can only be larger than the largest so far when more than half of its window is, so the window is
/// sorted only then.
fn peak(clean: &[Option<f32>]) -> Option<f64> {
    let mut largest = f32::NEG_INFINITY;
    for stretch in clean.split(Option::is_none) {
        let above = |bpm: &Option<f32>, than: f32| usize::from(bpm.is_some_and(|bpm| bpm > than));
        let mut count: usize = stretch.iter().take(MEDIAN_S - 1).map(|bpm| above(bpm, largest)).sum();
        for window in stretch.windows(MEDIAN_S) {
            count += window.last().map_or(0, |newest| above(newest, largest));
            if count > MEDIAN_S / 2 {
                largest = median(window);
                count = window.iter().map(|bpm| above(bpm, largest)).sum();
            }
            count -= window.first().map_or(0, |oldest| above(oldest, largest));
        }
    }
    (largest > f32::NEG_INFINITY).then(|| f64::from(largest))
}

/// Median of one whole window.
fn median(window: &[Option<f32>]) -> f32 {
    let mut sorted = [f32::INFINITY; MEDIAN_S];
    sorted.iter_mut().zip(window.iter().flatten()).for_each(|(slot, bpm)| *slot = *bpm);
    sorted.sort_unstable_by(f32::total_cmp);
    sorted.get(MEDIAN_S / 2).copied().unwrap_or(f32::NEG_INFINITY)
}

fn best_and_last_20_min(seconds: &[Second], clean: &[Option<f32>]) -> (Option<f64>, Option<f64>) {
    let mut sums = Vec::with_capacity(clean.len() + 1);
    let mut sum = (0.0_f64, 0.0_f64);
    sums.push(sum);
    for bpm in clean {
        if let Some(bpm) = bpm {
            sum = (sum.0 + f64::from(*bpm), sum.1 + 1.0);
        }
        sums.push(sum);
    }
    let mean = |from: &(f64, f64), to: &(f64, f64)| {
        let count = to.1 - from.1;
        (count >= WINDOW_COVERAGE * TWENTY_MIN_S as f64).then(|| (to.0 - from.0) / count)
    };
    let ends = sums.iter().skip(TWENTY_MIN_S);
    let means = sums.iter().zip(ends).filter_map(|(from, to)| mean(from, to));
    let best = means.reduce(f64::max);
    let end = seconds
        .iter()
        .rposition(|second| second.motion == super::motion::Motion::Running)
        .map(|at| at + 1)
        .filter(|end| *end >= TWENTY_MIN_S);
    let last = end.and_then(|end| mean(sums.get(end - TWENTY_MIN_S)?, sums.get(end)?));
    (best, last)
}

#[cfg(test)]
mod tests {
    use super::super::motion::Motion;
    use super::*;

    fn run(seconds: usize, bpm: impl Fn(usize) -> f32, spm: f32) -> Vec<Second> {
        (0..seconds)
            .map(|n| Second {
                motion: Motion::Running,
                speed_mps: 3.0,
                heart_rate_bpm: Some(bpm(n)),
                cadence_spm: Some(spm),
                ..Second::default()
            })
            .collect()
    }

    #[test]
    fn a_short_spike_is_no_peak_and_a_held_one_is() {
        let spike = run(600, |n| if (300..306).contains(&n) { 210.0 } else { 150.0 }, 170.0);
        assert_eq!(sum_up(&spike).peak_bpm, Some(150.0));
        let held = run(600, |n| if (300..320).contains(&n) { 182.0 } else { 150.0 }, 170.0);
        assert_eq!(sum_up(&held).peak_bpm, Some(182.0));
    }

    #[test]
    fn the_first_two_minutes_and_a_lock_on_the_steps_are_no_peak() {
        let settling = run(600, |n| if n < 110 { 200.0 } else { 140.0 }, 170.0);
        assert_eq!(sum_up(&settling).peak_bpm, Some(140.0));
        let locked = run(600, |n| if (200..400).contains(&n) { 171.0 } else { 140.0 }, 170.0);
        assert_eq!(sum_up(&locked).peak_bpm, Some(140.0));
    }

    #[test]
    fn the_last_20_min_count_from_the_last_step() {
        let mut seconds = run(2400, |n| if n < 1200 { 140.0 } else { 172.0 }, 90.0);
        seconds.extend(run(300, |_| 110.0, 0.0).into_iter().map(|s| Second { motion: Motion::Stopped, ..s }));
        let summary = sum_up(&seconds);
        assert_eq!(summary.last_20_min_bpm, Some(172.0));
        assert_eq!(summary.best_20_min_bpm, Some(172.0));
        assert!((summary.histogram_s.iter().sum::<f32>() - 2700.0).abs() < 1e-3);
        assert_eq!(summary.from_bpm, 110);
    }

    #[test]
    fn the_peak_is_that_of_sorting_every_window() {
        // A walk of a fixed seed with gaps: every window of 15 without one is sorted, the largest middle wins.
        let mut state = 12_345_u32;
        let mut next = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state >> 24
        };
        let clean: Vec<Option<f32>> = (0..2000)
            .map(|_| (next() > 6).then(|| 120.0 + f32::from(u8::try_from(next() % 64).unwrap())))
            .collect();
        let medians = clean.windows(15).filter_map(|window| {
            let mut window: Vec<f32> = window.iter().copied().collect::<Option<_>>()?;
            window.sort_by(f32::total_cmp);
            Some(f64::from(window[7]))
        });
        let expected = medians.reduce(f64::max);
        assert!(expected.is_some());
        assert_eq!(peak(&clean), expected);
    }

    #[test]
    fn no_heart_rate_says_nothing() {
        assert_eq!(sum_up(&[Second::default(); 50]), HeartSummary::default());
    }
}
