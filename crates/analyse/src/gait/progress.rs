//! A schedule of more steps that has begun: how each run of it went.
//!
//! What: the runs since its first day, matched in order with those of the schedule; the share of steady target without
//!   metronome; the knee's light of each; whether to go on.
//! Formula: `retraining::share_on_target` over running seconds, against the habit before the first day.
//! Units: fraction of running seconds.
//! Source: load text E6 (`rule`).
//! Grade: D.
//! Limits: that the metronome was on when the schedule says so is taken on trust.
//! Says nothing: about a run without step rate.

use super::retraining::{
    Borne, Retraining, RetrainingRun, RetrainingVerdict, is_success, share_on_target, verdict,
};
use crate::knee::PreferredCadence;
use crate::load::motion::Motion;
use crate::load::trace::trace;
use kneewise_types::assessment::Light;
use kneewise_types::{Activity, ActivityId, Date, PainScore, Samples};
use serde::Serialize;

/// One run made for the schedule.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RetrainingDone {
    pub id: ActivityId,
    pub local_date: Date,
    /// Share of the running seconds without feedback on target; `None` when all had feedback or no step rate is known.
    pub on_target: Option<f64>,
    pub is_success: Option<bool>,
    /// `provisional` as long as an answer is missing.
    pub knee_light: Light,
}

/// Runs of a schedule so far, and what they say.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RetrainingProgress {
    pub done: Vec<RetrainingDone>,
    pub next: Option<RetrainingRun>,
    pub verdict: RetrainingVerdict,
}

/// Share of the running seconds without feedback that kept the target, in the minutes of the schedule.
#[must_use]
pub fn share_kept(
    activity: &Activity,
    samples: &Samples,
    preferred: &PreferredCadence,
    planned: &RetrainingRun,
) -> Option<f64> {
    let seconds = trace(activity, samples).seconds;
    let end_s = f64::from(planned.minutes) * 60.0;
    let running = (0_u32..)
        .map(f64::from)
        .zip(&seconds)
        .filter(|(at, second)| *at < end_s && second.motion == Motion::Running);
    let rho = |second: &crate::load::trace::Second| {
        let cadence = f64::from(second.cadence_spm?);
        Some(preferred.rho(f64::from(second.speed_mps), cadence))
    };
    let told: Vec<(f64, f64)> = running.filter_map(|(at, second)| Some((at, rho(second)?))).collect();
    share_on_target(&told, &planned.cues)
}

/// The runs since the first day, oldest first, each with the share kept and the light of the knee.
#[must_use]
pub fn progress(
    schedule: &Retraining,
    runs: Vec<(ActivityId, Date, Option<f64>, Light)>,
    calf_pain: Option<PainScore>,
) -> RetrainingProgress {
    let done: Vec<RetrainingDone> = (runs.into_iter().take(schedule.runs.len()))
        .map(|(id, local_date, on_target, knee_light)| RetrainingDone {
            id,
            local_date,
            on_target,
            is_success: on_target.map(is_success),
            knee_light,
        })
        .collect();
    let last = done.len().saturating_sub(1);
    let borne: Vec<Borne> = (done.iter().enumerate())
        .map(|(at, run)| Borne {
            // Earlier answers led here: only the latest calf is open.
            calf_pain: if at == last { calf_pain } else { PainScore::new(0).ok() },
            knee_light: run.knee_light,
        })
        .collect();
    let verdict = verdict(&borne);
    let next = schedule.runs.get(done.len()).filter(|_| verdict == RetrainingVerdict::GoOn).cloned();
    RetrainingProgress { done, next, verdict }
}

#[cfg(test)]
mod tests {
    use super::super::retraining::MetronomeCue;
    use super::*;
    use crate::load::testing::run_on;

    fn run(n: u8, light: Light) -> (ActivityId, Date, Option<f64>, Light) {
        let date: Date = format!("2026-03-{n:02}").parse().unwrap();
        (ActivityId(n.to_string()), date, Some(0.85), light)
    }

    #[test]
    fn the_next_run_comes_only_after_green_and_a_calm_calf() {
        let plan = Retraining::new("2026-03-02".parse().unwrap(), false);
        let calm = PainScore::new(1).ok();
        let begun = progress(&plan, vec![run(2, Light::Green), run(4, Light::Green)], calm);
        assert_eq!((begun.verdict, begun.next.map(|run| run.minutes)), (RetrainingVerdict::GoOn, Some(21)));
        assert_eq!(begun.done[0].is_success, Some(true));
        let asked = progress(&plan, vec![run(2, Light::Green)], None);
        assert_eq!((asked.verdict, asked.next), (RetrainingVerdict::WaitForAnswers, None));
        let sore = progress(&plan, vec![run(2, Light::Amber), run(4, Light::Red)], calm);
        assert_eq!((sore.verdict, sore.next), (RetrainingVerdict::StopForKnee, None));
        assert_eq!(progress(&plan, vec![], None).next.map(|run| run.minutes), Some(15));
        let all = (1..=10).map(|n| run(n, Light::Green)).collect();
        assert_eq!(progress(&plan, all, calm).done.len(), 8);
    }

    #[test]
    fn seconds_without_the_metronome_are_counted() {
        let mut samples = Samples::default();
        for n in 0..600_u32 {
            samples.time_ms.push(n * 1000);
            samples.speed_mps.push(Some(3.0));
            samples.cadence_spm.push(Some(if n < 300 { 170.0 } else { 183.0 }));
        }
        let activity = run_on("2026-03-02", 1.8);
        let habit = PreferredCadence::POPULATION;
        let planned = |minutes: u16, cues: Vec<MetronomeCue>| RetrainingRun {
            date: activity.local_date,
            minutes,
            feedback_percent: 50,
            cues,
        };
        let first_half = planned(10, vec![MetronomeCue { from_s: 0.0, to_s: 300.0 }]);
        let kept = share_kept(&activity, &samples, &habit, &first_half).unwrap();
        assert!(kept > 0.99, "{kept}");
        let alone = planned(10, vec![]);
        assert!((share_kept(&activity, &samples, &habit, &alone).unwrap() - 0.5).abs() < 0.02);
        let all = planned(5, vec![MetronomeCue { from_s: 0.0, to_s: 300.0 }]);
        assert_eq!(share_kept(&activity, &samples, &habit, &all), None, "what comes after is not asked for");
        samples.cadence_spm = kneewise_types::Column::default();
        assert_eq!(share_kept(&activity, &samples, &habit, &alone), None);
    }
}
