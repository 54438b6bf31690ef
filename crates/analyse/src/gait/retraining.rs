//! Learning a higher step rate: eight runs, fading feedback, and when to stop.
//!
//! What: minutes, share of metronome and its blocks for each run; success; stop rules; later checks.
//! Formula: target 1.075 times the preferred step rate at the same speed, 1.05 with a sore knee; 15, 18, 21, 24, 24, 27, 30,
//!   30 min, four a week for two weeks, feedback 100, 100, 100, 100, 75, 50, 25, 10 % in blocks of 1 to 3 min spread
//!   evenly. Success: rho within 1.05 to 1.10 in 80 % of the running seconds without feedback. Stop: calf or Achilles pain
//!   above 2, or the knee's light amber or red twice. Checks 4 and 12 weeks after the end.
//! Units: min, s, steps/min.
//! Source: load text E5, E6 (`rule`; pain rule `S9`).
//! Grade: C for the dose, D for the exact minutes.
//! Limits: an experiment after load education, not a cure.
//! Says nothing: as long as an answer about the last run is missing.

use crate::knee::PreferredCadence;
use crate::load::plus_days;
use kneewise_types::assessment::Light;
use kneewise_types::{Date, Evidence, Grade, PainScore};
use serde::{Deserialize, Serialize};

/// Where the schedule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

const MINUTES: [u16; 8] = [15, 18, 21, 24, 24, 27, 30, 30];
const FEEDBACK_PERCENT: [u16; 8] = [100, 100, 100, 100, 75, 50, 25, 10];
/// Four in each of two weeks, as near to every other day as that allows [choice].
const DAYS: [i64; 8] = [0, 2, 4, 6, 8, 10, 12, 13];
const TARGET: f64 = 1.075;
const SORE_TARGET: f64 = 1.05;
const USUAL_BLOCK_S: f64 = 120.0;
const SHORTEST_BLOCK_S: f64 = 60.0;
const LONGEST_BLOCK_S: f64 = 180.0;
const ON_TARGET: (f64, f64) = (1.05, 1.10);
const SUCCESS: f64 = 0.80;
const MOST_CALF_PAIN: u8 = 2;
const CHECK_DAYS: [i64; 2] = [28, 84];

/// The metronome is on between two instants of a run.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct MetronomeCue {
    pub from_s: f64,
    pub to_s: f64,
}

/// One run of the schedule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RetrainingRun {
    pub date: Date,
    pub minutes: u16,
    pub feedback_percent: u16,
    pub cues: Vec<MetronomeCue>,
}

/// The whole schedule.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Retraining {
    /// Step rate to aim at over the preferred one.
    pub target: f64,
    pub runs: Vec<RetrainingRun>,
    /// When to look whether it stayed.
    pub checks: Vec<Date>,
}

impl Retraining {
    /// The schedule from a first day on.
    #[must_use]
    pub fn new(start: Date, is_sore: bool) -> Self {
        let rows = MINUTES.into_iter().zip(FEEDBACK_PERCENT).zip(DAYS);
        let runs: Vec<RetrainingRun> = rows
            .map(|((minutes, feedback_percent), day)| RetrainingRun {
                date: plus_days(start, day),
                minutes,
                feedback_percent,
                cues: cues(f64::from(minutes) * 60.0, f64::from(feedback_percent) / 100.0),
            })
            .collect();
        let end = runs.last().map_or(start, |run| run.date);
        Self {
            target: if is_sore { SORE_TARGET } else { TARGET },
            runs,
            checks: CHECK_DAYS.map(|days| plus_days(end, days)).to_vec(),
        }
    }

    /// Beats of the metronome at a speed, one a step.
    #[must_use]
    pub fn metronome_spm(&self, preferred: &PreferredCadence, speed_mps: f64) -> f64 {
        self.target * preferred.at_spm(speed_mps)
    }
}

/// Blocks of equal length, each at the start of an equal part of the run.
fn cues(run_s: f64, share: f64) -> Vec<MetronomeCue> {
    if share >= 1.0 {
        return vec![MetronomeCue { from_s: 0.0, to_s: run_s }];
    }
    let feedback_s = run_s * share;
    let blocks = (feedback_s / USUAL_BLOCK_S).round().max(1.0);
    let block_s = (feedback_s / blocks).clamp(SHORTEST_BLOCK_S, LONGEST_BLOCK_S);
    let every_s = run_s / blocks;
    (0_u32..)
        .map(f64::from)
        .take_while(|n| *n < blocks)
        .map(|n| MetronomeCue { from_s: n * every_s, to_s: n * every_s + block_s })
        .collect()
}

/// Share of the running seconds without feedback that kept the target; `None` when all had feedback.
#[must_use]
pub fn share_on_target(rho_by_second: &[(f64, f64)], cues: &[MetronomeCue]) -> Option<f64> {
    let is_alone = |second: f64| !cues.iter().any(|cue| (cue.from_s..cue.to_s).contains(&second));
    let alone = || rho_by_second.iter().filter(|(second, _)| is_alone(*second));
    let all = alone().count();
    let kept = alone().filter(|(_, rho)| (ON_TARGET.0..=ON_TARGET.1).contains(rho)).count();
    (all > 0).then(|| kept as f64 / all as f64)
}

/// Whether the share is a success.
#[must_use]
pub fn is_success(share_on_target: f64) -> bool {
    share_on_target >= SUCCESS
}

/// The pain rule: a light that is green. A missing value is never tolerated.
#[must_use]
pub const fn is_tolerated(light: Light) -> bool {
    matches!(light, Light::Green)
}

/// How a run of the schedule was borne.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Borne {
    /// Pain of calf or Achilles tendon.
    pub calf_pain: Option<PainScore>,
    pub knee_light: Light,
}

/// What to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RetrainingVerdict {
    GoOn,
    /// Answers about the last run are missing.
    WaitForAnswers,
    StopForCalf,
    StopForKnee,
}

/// What the runs so far say.
#[must_use]
pub fn verdict(runs: &[Borne]) -> RetrainingVerdict {
    let is_calf = |borne: &Borne| borne.calf_pain.is_some_and(|pain| pain.points() > MOST_CALF_PAIN);
    let failed = runs.iter().filter(|b| matches!(b.knee_light, Light::Amber | Light::Red)).count();
    let is_answered = |borne: &Borne| borne.calf_pain.is_some() && borne.knee_light != Light::Provisional;
    if runs.iter().any(is_calf) {
        RetrainingVerdict::StopForCalf
    } else if failed >= 2 {
        RetrainingVerdict::StopForKnee
    } else if runs.last().is_some_and(|last| !is_answered(last)) {
        RetrainingVerdict::WaitForAnswers
    } else {
        RetrainingVerdict::GoOn
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::symptoms::light::{Rating, Scores, light};
    use crate::symptoms::signs::Signs;
    use kneewise_types::light::LightMode;

    fn pain(points: u8) -> Option<PainScore> {
        PainScore::new(points).ok()
    }

    #[test]
    fn the_schedule_of_e6() {
        let plan = Retraining::new("2026-03-02".parse().unwrap(), false);
        assert_eq!(plan.runs.iter().map(|run| run.minutes).sum::<u16>(), 189);
        assert_eq!(plan.runs.len(), 8);
        let second_week: Date = "2026-03-09".parse().unwrap();
        assert_eq!(plan.runs.iter().filter(|run| run.date < second_week).count(), 4);
        assert!((plan.metronome_spm(&PreferredCadence::POPULATION, 3.0) - 1.075 * 170.0).abs() < 1e-9);
        assert!((Retraining::new(second_week, true).target - 1.05).abs() < 1e-12);
        assert_eq!(plan.checks, ["2026-04-12".parse().unwrap(), "2026-06-07".parse().unwrap()]);
    }

    #[test]
    fn cues_have_the_share_and_blocks_of_one_to_three_minutes() {
        for run in Retraining::new("2026-03-02".parse().unwrap(), false).runs {
            let on: f64 = run.cues.iter().map(|cue| cue.to_s - cue.from_s).sum();
            let whole = f64::from(run.minutes) * 60.0;
            assert!((on / whole - f64::from(run.feedback_percent) / 100.0).abs() < 1e-9, "{run:?}");
            assert!(run.cues.last().unwrap().to_s <= whole + 1e-9);
            if run.feedback_percent < 100 {
                assert!(run.cues.iter().all(|cue| (60.0..=180.0).contains(&(cue.to_s - cue.from_s))));
            }
        }
    }

    #[test]
    fn success_is_counted_without_feedback() {
        let cues = [MetronomeCue { from_s: 0.0, to_s: 50.0 }];
        let rho = |s: f64| if (50.0..90.0).contains(&s) { 1.07 } else { 1.0 };
        let rhos: Vec<(f64, f64)> = (0..100_u8).map(f64::from).map(|s| (s, rho(s))).collect();
        let share = share_on_target(&rhos, &cues).unwrap();
        assert!((share - 0.8).abs() < 1e-12 && is_success(share) && !is_success(0.79));
        assert_eq!(share_on_target(&rhos[..50], &cues), None);
    }

    /// During, before, after 60 min, next morning; usual morning 1.
    #[test]
    fn worked_examples_of_e5() {
        for (during, before, after, morning, expected) in [
            (2, 1, 1, pain(1), true),
            (3, 1, 1, pain(1), false),
            (2, 1, 1, pain(2), false),
            (2, 1, 1, None, false),
        ] {
            let scores = Scores {
                before: pain(before),
                during: pain(during),
                after_60_min: pain(after),
                next_morning: morning,
            };
            let rating = Rating {
                mode: LightMode::Joint,
                baseline: 1.0,
                scores,
                signs: Signs::NONE,
                is_in_flare: false,
            };
            assert_eq!(is_tolerated(light(&rating)), expected, "{scores:?}");
        }
    }

    #[test]
    fn the_stop_rules() {
        let fine = Borne { calf_pain: pain(1), knee_light: Light::Green };
        let sore = Borne { knee_light: Light::Amber, ..fine };
        let calf = Borne { calf_pain: pain(3), ..fine };
        let untold = Borne { knee_light: Light::Provisional, ..fine };
        assert_eq!(verdict(&[]), RetrainingVerdict::GoOn);
        assert_eq!(verdict(&[fine, sore]), RetrainingVerdict::GoOn);
        assert_eq!(verdict(&[sore, fine, sore]), RetrainingVerdict::StopForKnee);
        assert_eq!(verdict(&[calf, fine]), RetrainingVerdict::StopForCalf);
        assert_eq!(verdict(&[fine, untold]), RetrainingVerdict::WaitForAnswers);
    }
}
