//! Running, walking or stopped: which samples count.
//!
//! What: the class of one second from speed and step rate.
//! Formula: running at 140 steps/min or more and 1.6 m/s or more; walking at 60 to 139 steps/min or 0.5 to 1.6 m/s;
//!   otherwise stopped; the first match wins. Without a step rate, or with one below 60 at 2.0 m/s or more (drop-out):
//!   running from 2.0 m/s, walking from 0.5 m/s, otherwise stopped. Without a speed the step rate decides [choice].
//! Units: steps/min counting both feet; m/s.
//! Source: load text A0 (`rule`).
//! Grade: D.
//! Limits: slow joggers below 140 steps/min count as walking.
//! Says nothing: with neither speed nor step rate.

use kneewise_types::{Evidence, Grade};

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

/// What the runner did in one second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Motion {
    Running,
    Walking,
    Stopped,
    /// Paused, or nothing was recorded.
    #[default]
    Absent,
}

/// Class of one second.
#[must_use]
pub fn classify(speed_mps: Option<f32>, cadence_spm: Option<f32>) -> Motion {
    match (speed_mps, cadence_spm) {
        (None, None) => Motion::Absent,
        (None, Some(spm)) if spm >= 140.0 => Motion::Running,
        (None, Some(spm)) if spm >= 60.0 => Motion::Walking,
        (None, Some(_)) => Motion::Stopped,
        (Some(mps), Some(spm)) if spm >= 60.0 || mps < 2.0 => {
            if spm >= 140.0 && mps >= 1.6 {
                Motion::Running
            } else if (60.0..140.0).contains(&spm) || (0.5..=1.6).contains(&mps) {
                Motion::Walking
            } else {
                Motion::Stopped
            }
        }
        (Some(mps), _) if mps >= 2.0 => Motion::Running,
        (Some(mps), _) if mps >= 0.5 => Motion::Walking,
        (Some(_), _) => Motion::Stopped,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_of_a0() {
        for (speed, cadence, expected) in [
            (Some(2.8), Some(165.0), Motion::Running),
            (Some(1.6), Some(140.0), Motion::Running),
            (Some(1.4), Some(110.0), Motion::Walking),
            (Some(0.0), Some(0.0), Motion::Stopped),
            (Some(2.5), Some(120.0), Motion::Walking),
            (Some(1.0), Some(20.0), Motion::Walking),
            (Some(1.8), Some(20.0), Motion::Stopped),
            (Some(3.0), Some(0.0), Motion::Running),
            (Some(2.0), None, Motion::Running),
            (Some(1.9), None, Motion::Walking),
            (Some(0.4), None, Motion::Stopped),
            (None, Some(170.0), Motion::Running),
            (None, None, Motion::Absent),
        ] {
            assert_eq!(classify(speed, cadence), expected, "{speed:?} m/s, {cadence:?} steps/min");
        }
    }
}
