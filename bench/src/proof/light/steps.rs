//! Light samples as steps of twenty seconds: what digest and knee are summed from.

use kneewise_analyse::load::graded_speed::graded_speed_mps;
use kneewise_analyse::load::motion::{Motion, classify};
use kneewise_types::{Activity, Samples, Sport};

/// No step stands for longer, s.
pub(super) const LONGEST_STEP_S: f64 = 20.0;

/// One step.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    pub(super) at_s: f64,
    pub(super) length_s: f64,
    /// Stopped watch after it, s.
    pub(super) idle_s: f64,
    pub(super) motion: Motion,
    pub(super) speed_mps: f64,
    pub(super) grade: f64,
    pub(super) graded_mps: f64,
    pub(super) heart_rate_bpm: Option<f64>,
    pub(super) cadence_spm: Option<f64>,
}

/// Every step of an activity.
pub(super) fn steps(activity: &Activity, samples: &Samples) -> Vec<Step> {
    let is_on_foot = activity.sport.is_running() || matches!(activity.sport, Sport::Walk | Sport::Hike);
    let is_level = activity.sport == Sport::TreadmillRun;
    let heights = heights(samples);
    let height = |at: usize| heights.get(at).copied().flatten();
    let elapsed_s = |at: usize| samples.time_ms.get(at).map(|ms| f64::from(*ms) / 1000.0);
    let step = |at: usize| {
        let (from_s, to_s) = (elapsed_s(at)?, elapsed_s(at + 1)?);
        let speed = samples.speed_mps.get(at);
        let cadence = samples.cadence_spm.get(at);
        let speed_mps = speed.map_or(0.0, f64::from);
        let rise = height(at + 1).zip(height(at)).map(|(to, from)| to - from);
        let way = samples.distance_m.get(at + 1).zip(samples.distance_m.get(at)).map(|(to, from)| to - from);
        let slope = rise.zip(way).filter(|(_, way)| *way > 5.0 && !is_level);
        let grade = slope.map_or(0.0, |(rise, way)| (rise / way).clamp(-0.45, 0.45));
        Some(Step {
            at_s: from_s,
            length_s: (to_s - from_s).min(LONGEST_STEP_S),
            idle_s: (to_s - from_s - LONGEST_STEP_S).max(0.0),
            motion: if is_on_foot { classify(speed, cadence) } else { Motion::Absent },
            speed_mps,
            grade,
            graded_mps: graded_speed_mps(speed_mps, grade),
            heart_rate_bpm: samples.heart_rate_bpm.get(at).map(f64::from),
            cadence_spm: cadence.map(f64::from),
        })
    };
    (0..samples.len()).filter_map(step).collect()
}

/// Altitudes smoothed by their neighbours, about 60 m away: as wide as the 30 m of an import.
pub(super) fn heights(samples: &Samples) -> Vec<Option<f64>> {
    let at = |at: usize| samples.altitude_m.get(at).map(f64::from);
    (0..samples.len())
        .map(|n| {
            let here = at(n)?;
            let before = n.checked_sub(1).and_then(at).unwrap_or(here);
            Some(0.125 * before + 0.75 * here + 0.125 * at(n + 1).unwrap_or(here))
        })
        .collect()
}
