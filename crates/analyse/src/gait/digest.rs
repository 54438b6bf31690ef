//! What one run says of the way of running: minutes of even running, and means of what the watch measured.
//!
//! What: steady segments with speed and step rate; means of stance time, oscillation, step length, balance.
//! Formula: minutes of running without a gap, speed varying by less than 5 %, mean grade within 2 %, after the first 5 min.
//! Units: m/s, steps/min, s, m, fractions.
//! Source: load text E1, E2 (`rule`).
//! Grade: D.
//! Limits: where the grade is not known the ground counts as level.
//! Says nothing: of activities that are no runs, or of step rate when none was recorded.

use super::metrics::{duty_factor, step_length_m, vertical_ratio};
use crate::load::motion::Motion;
use crate::load::number::{mean, sample_sd};
use crate::load::trace::{Second, Trace, trace};
use kneewise_types::{Activity, Column, Evidence, Grade, Samples};
pub use kneewise_types::{GaitDigest, SteadySegment};

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

const SEGMENT_S: usize = 60;
const WARM_UP_S: usize = 300;
const STEADY_VARIATION: f64 = 0.05;
const STEADY_GRADE: f64 = 0.02;
const COVERAGE: f64 = 0.8;
const LOWEST_RUNNING_SPM: f32 = 140.0;
const LOWEST_RUNNING_MPS: f32 = 1.6;

/// The way of running of one activity; `None` when it is no run or has no samples.
#[must_use]
pub fn gait_digest(activity: &Activity, samples: &Samples) -> Option<GaitDigest> {
    if !activity.sport.is_running() || samples.is_empty() {
        return None;
    }
    gait_of_trace(activity, samples, &trace(activity, samples))
}

/// The same, from seconds laid out before.
pub(crate) fn gait_of_trace(activity: &Activity, samples: &Samples, trace: &Trace) -> Option<GaitDigest> {
    if !activity.sport.is_running() || samples.is_empty() {
        return None;
    }
    let running = running(samples);
    let mean_of =
        |column: &Column<f32>, scale: f64| mean_present(column, &running).map(|value| value * scale);
    let mean_cadence_spm = mean_of(&samples.cadence_spm, 1.0);
    let speed_mps = mean_of(&samples.speed_mps, 1.0);
    let step_length_m = mean_of(&samples.step_length_mm, 0.001).or_else(|| {
        let (speed, cadence) = speed_mps.zip(mean_cadence_spm)?;
        step_length_m(speed, cadence)
    });
    let stance_time_s = mean_of(&samples.stance_time_ms, 0.001);
    let vertical_oscillation_m = mean_of(&samples.vertical_oscillation_mm, 0.001);
    Some(GaitDigest {
        id: activity.id.clone(),
        local_date: activity.local_date,
        segments: segments(&trace.seconds, &trace.grades),
        mean_cadence_spm,
        step_length_m,
        stance_time_s,
        duty_factor: stance_time_s.zip(mean_cadence_spm).and_then(|(s, spm)| duty_factor(s, spm)),
        vertical_oscillation_m,
        vertical_ratio: vertical_oscillation_m
            .zip(step_length_m)
            .and_then(|(rise, length)| vertical_ratio(rise, length)),
        left_stance_share: mean_of(&samples.stance_balance_left_pct, 0.01)
            .filter(|share| (0.3..=0.7).contains(share)),
    })
}

fn segments(seconds: &[Second], grades: &[f64]) -> Vec<SteadySegment> {
    let seconds = seconds.get(WARM_UP_S..).unwrap_or(&[]).chunks_exact(SEGMENT_S);
    let grades = grades.get(WARM_UP_S..).unwrap_or(&[]).chunks_exact(SEGMENT_S);
    seconds.zip(grades).filter_map(|(seconds, grades)| segment(seconds, grades)).collect()
}

fn segment(seconds: &[Second], grades: &[f64]) -> Option<SteadySegment> {
    if mean(grades)?.abs() >= STEADY_GRADE || seconds.iter().any(|s| s.motion != Motion::Running) {
        return None;
    }
    let speeds: Vec<f64> = seconds.iter().map(|second| f64::from(second.speed_mps)).collect();
    let cadences: Vec<f64> = (seconds.iter().filter_map(|second| second.cadence_spm))
        .filter(|spm| *spm >= LOWEST_RUNNING_SPM)
        .map(f64::from)
        .collect();
    let speed_mps = mean(&speeds).filter(|mps| *mps > 0.0)?;
    let is_even = sample_sd(&speeds)? < STEADY_VARIATION * speed_mps;
    let cadence_spm = mean(&cadences).filter(|_| cadences.len() == seconds.len())?;
    is_even.then_some(SteadySegment { speed_mps, cadence_spm })
}

/// Samples in which the runner surely ran.
fn running(samples: &Samples) -> Vec<bool> {
    let cadence = |at| samples.cadence_spm.get(at).is_none_or(|spm| spm >= LOWEST_RUNNING_SPM);
    let speed = |at| samples.speed_mps.get(at).is_none_or(|mps| mps >= LOWEST_RUNNING_MPS);
    (0..samples.len()).map(|at| cadence(at) && speed(at)).collect()
}

/// Mean over running, when most of it tells the value.
fn mean_present(column: &Column<f32>, running: &[bool]) -> Option<f64> {
    let ran = running.iter().filter(|is_running| **is_running).count() as f64;
    let values: Vec<f64> = column
        .iter()
        .zip(running)
        .filter_map(|(value, is_running)| value.filter(|value| *is_running && value.is_finite()))
        .map(f64::from)
        .collect();
    mean(&values).filter(|_| values.len() as f64 >= COVERAGE * ran)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::testing::run_on;
    use kneewise_types::Sport;

    fn even(seconds: u32) -> Samples {
        let mut samples = Samples::default();
        for n in 0..seconds {
            samples.time_ms.push(n * 1000);
            samples.speed_mps.push(Some(2.9));
            samples.cadence_spm.push(Some(166.0));
            samples.stance_time_ms.push(Some(250.0));
            samples.vertical_oscillation_mm.push(Some(85.0));
        }
        samples
    }

    #[test]
    fn twenty_even_minutes_have_fifteen_segments() {
        let gait = gait_digest(&run_on("2026-03-01", 3.5), &even(1200)).unwrap();
        assert_eq!(gait.segments.len(), 15);
        assert!((gait.segments[0].cadence_spm - 166.0).abs() < 1e-9);
        assert!((gait.duty_factor.unwrap() - 0.34583).abs() < 1e-5);
        assert!((gait.vertical_ratio.unwrap() - 0.08109).abs() < 1e-5);
        assert_eq!(gait.left_stance_share, None);
    }

    #[test]
    fn uneven_running_hills_and_walks_have_none() {
        let run = run_on("2026-03-01", 3.5);
        let mut uneven = even(1200);
        uneven.speed_mps = (0..1200_u16).map(|n| Some(if n % 20 < 10 { 2.5 } else { 3.3 })).collect();
        assert!(gait_digest(&run, &uneven).unwrap().segments.is_empty());
        let mut hill = even(1200);
        hill.altitude_m = (0..1200_u16).map(|n| Some(0.05 * 2.9 * f32::from(n))).collect();
        assert!(gait_digest(&run, &hill).unwrap().segments.is_empty());
        let mut silent = even(1200);
        silent.cadence_spm = Column::default();
        assert!(gait_digest(&run, &silent).unwrap().segments.is_empty());
        let mut walk = run;
        walk.sport = Sport::Walk;
        assert_eq!(gait_digest(&walk, &even(1200)), None);
    }
}
