//! The traffic light after a run: the pain-monitoring model.
//!
//! Formula: clinical text A.3 steps 1 to 7, the first match wins; missing values and masked ratings last.
//! Units: points of the pain scale. Sources: S7 (tendon), S9 (kneecap pain in runners); the exact order of the
//! steps is a [rule]. Grade B for kneecap pain and tendon, D for the cut-points elsewhere.
//! Limits: cut-points are conventions. Says nothing: no diary entry in 14 days.

use super::signs::Signs;
use kneewise_types::PainScore;
use kneewise_types::light::{Light, LightMode};

/// The scores around one run, and the morning after it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Scores {
    pub before: Option<PainScore>,
    pub during: Option<PainScore>,
    pub after_60_min: Option<PainScore>,
    pub next_morning: Option<PainScore>,
}

impl Scores {
    /// A day without a run: nothing felt on a run, the morning of that day.
    pub(crate) const fn of_rest_day(morning: Option<PainScore>) -> Self {
        let none = Some(PainScore::NONE);
        Self { before: none, during: none, after_60_min: none, next_morning: morning }
    }

    fn all(self) -> [Option<PainScore>; 4] {
        [self.before, self.during, self.after_60_min, self.next_morning]
    }
}

/// What the light is decided by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Rating {
    pub mode: LightMode,
    /// Median of the last mornings, half points possible.
    pub baseline: f64,
    pub scores: Scores,
    pub signs: Signs,
    pub is_in_flare: bool,
}

/// The light of one run, or of one day without a run.
pub(crate) fn light(rating: &Rating) -> Light {
    if is_red(rating) {
        return Light::Red;
    }
    if !is_complete(rating) {
        return Light::Provisional;
    }
    let green = is_green(rating);
    if !green && !is_amber(rating) {
        return Light::Red;
    }
    let is_joint_in_flare = rating.is_in_flare && matches!(rating.mode, LightMode::Joint | LightMode::Teen);
    if !green || rating.signs.medicine == Some(true) || is_joint_in_flare {
        return Light::Amber;
    }
    if rating.signs.is_complete() { Light::Green } else { Light::Provisional }
}

/// Steps 1 to 3, and step 6 as far as known values decide it. A missing value never makes RED.
fn is_red(rating: &Rating) -> bool {
    let Scores { before, during, after_60_min, next_morning } = rating.scores;
    let morning = next_morning.map(points);
    rating.signs.is_red()
        || [before, during, after_60_min].into_iter().flatten().any(|pain| pain.points() >= 6)
        || morning.is_some_and(|pain| pain >= rating.baseline + 2.0)
        || match rating.mode {
            LightMode::Bone => rating.scores.all().into_iter().flatten().any(|pain| pain.points() >= 1),
            LightMode::Teen => during.is_some_and(|pain| pain.points() >= 4),
            LightMode::Joint | LightMode::Tendon => false,
        }
        || morning.is_some_and(|pain| pain > rating.baseline + 1.0)
}

pub(super) fn is_complete(rating: &Rating) -> bool {
    let scores = rating.scores;
    let around = scores.before.is_some() && scores.after_60_min.is_some();
    scores.next_morning.is_some()
        && scores.during.is_some()
        && (around || matches!(rating.mode, LightMode::Tendon | LightMode::Bone))
}

fn is_green(rating: &Rating) -> bool {
    let scores = rating.scores;
    if rating.mode == LightMode::Bone {
        return true;
    }
    let is_settled = scores.next_morning.is_some_and(|pain| points(pain) <= rating.baseline);
    let is_easy = match rating.mode {
        LightMode::Tendon => scores.during.is_some_and(|pain| pain.points() <= 3),
        _ => scores.during.is_some_and(|pain| pain.points() <= 2) && scores.after_60_min <= scores.before,
    };
    is_settled && is_easy
}

fn is_amber(rating: &Rating) -> bool {
    rating.scores.during.is_some_and(|pain| pain.points() <= 5)
        && rating.scores.next_morning.is_some_and(|pain| points(pain) <= rating.baseline + 1.0)
}

fn points(pain: PainScore) -> f64 {
    f64::from(pain.points())
}

#[cfg(test)]
mod tests {
    use super::*;
    use kneewise_types::Swelling;

    fn scores(values: [Option<u8>; 4]) -> Scores {
        let [before, during, after_60_min, next_morning] =
            values.map(|value| value.and_then(|points| PainScore::new(points).ok()));
        Scores { before, during, after_60_min, next_morning }
    }

    fn rated(mode: LightMode, baseline: f64, values: [Option<u8>; 4]) -> Light {
        light(&Rating { mode, baseline, scores: scores(values), signs: Signs::NONE, is_in_flare: false })
    }

    #[test]
    fn worked_examples_of_a3_without_signs() {
        let (joint, tendon) = (LightMode::Joint, LightMode::Tendon);
        let table = [
            ("A3-1", joint, 1.0, [Some(1), Some(2), Some(1), Some(1)], Light::Green),
            ("A3-2", joint, 1.0, [Some(1), Some(2), Some(2), Some(1)], Light::Amber),
            ("A3-3", tendon, 1.0, [Some(1), Some(3), Some(2), Some(1)], Light::Green),
            ("A3-4", joint, 1.0, [Some(1), Some(4), Some(2), Some(1)], Light::Amber),
            ("A3-5", joint, 1.0, [Some(1), Some(2), Some(1), Some(3)], Light::Red),
            ("A3-6", tendon, 1.0, [Some(1), Some(5), Some(3), Some(2)], Light::Amber),
            ("A3-8", LightMode::Bone, 0.0, [Some(0), Some(1), Some(0), Some(0)], Light::Red),
            ("A3-9", joint, 1.0, [Some(1), Some(2), Some(1), None], Light::Provisional),
            ("A3-10", LightMode::Teen, 0.0, [Some(0), Some(4), Some(1), Some(0)], Light::Red),
            ("A3-12", joint, 1.0, [Some(1), Some(2), None, Some(1)], Light::Provisional),
            ("A3-13", joint, 1.0, [Some(1), Some(6), Some(1), None], Light::Red),
            ("A3-14", LightMode::Bone, 0.0, [Some(0), Some(0), Some(0), None], Light::Provisional),
        ];
        for (name, mode, baseline, values, expected) in table {
            assert_eq!(rated(mode, baseline, values), expected, "{name}");
        }
    }

    fn rated_with(signs: Signs, values: [Option<u8>; 4]) -> Light {
        light(&Rating {
            mode: LightMode::Joint,
            baseline: 1.0,
            scores: scores(values),
            signs,
            is_in_flare: false,
        })
    }

    #[test]
    fn worked_examples_of_a3_with_signs() {
        let risen = Signs { swelling: Some(Swelling::Slight), ..Signs::NONE };
        assert_eq!(rated_with(risen, [Some(0), Some(1), Some(0), Some(1)]), Light::Red, "A3-7");
        let masked = Signs { medicine: Some(true), ..Signs::NONE };
        assert_eq!(rated_with(masked, [Some(1), Some(2), Some(1), Some(1)]), Light::Amber, "A3-11");
        let clear = Some(Swelling::Clear);
        let swollen = Signs { swelling: clear, swelling_before: clear, ..Signs::NONE };
        assert_eq!(rated_with(swollen, [Some(1), Some(2), Some(1), Some(1)]), Light::Red, "A3-15");
    }

    #[test]
    fn a3_16_a_rest_day_is_judged_by_its_morning() {
        let rating = Rating {
            mode: LightMode::Joint,
            baseline: 1.0,
            scores: Scores::of_rest_day(PainScore::new(3).ok()),
            signs: Signs::NONE,
            is_in_flare: false,
        };
        assert_eq!(light(&rating), Light::Red);
    }

    #[test]
    fn an_unanswered_sign_or_a_flare_keeps_the_light_from_green() {
        let easy = [Some(1), Some(2), Some(1), Some(1)];
        assert_eq!(rated_with(Signs { limp: None, ..Signs::NONE }, easy), Light::Provisional);
        let rating = Rating {
            mode: LightMode::Joint,
            baseline: 1.0,
            scores: scores(easy),
            signs: Signs::NONE,
            is_in_flare: true,
        };
        assert_eq!(light(&rating), Light::Amber);
        assert_eq!(light(&Rating { mode: LightMode::Tendon, ..rating }), Light::Green);
    }
}
