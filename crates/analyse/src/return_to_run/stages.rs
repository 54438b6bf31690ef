//! Walk-run stages: where a knee stands, and where it goes after each light.
//!
//! Formula: stages 1 to 9 of run/walk minutes x repeats; up one after two GREEN in a row at the stage, up two when both had no
//!   pain during the run (not in mode bone or teen, never past 9); AMBER and PROVISIONAL repeat; RED goes down one; off for
//!   7 days down one, 14 down two, 28 to stage 1, never below 1. Units: min, stages. Source: clinical text F.2 [rule], key
//!   `rule`. Grade D. Limits: series rules of A.3 are applied by the light. Says nothing: before the entry of F.1.

use kneewise_types::light::{Light, LightMode};
use kneewise_types::{Evidence, Grade};

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

/// The last stage: running without walking.
pub const LAST: u8 = 9;
const GREENS_TO_RISE: usize = 2;

/// Minutes of one stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stage {
    pub run_min: u8,
    pub walk_min: u8,
    pub repeats: u8,
}

impl Stage {
    /// Minutes run in all.
    #[must_use]
    pub const fn running_min(&self) -> u8 {
        self.run_min * self.repeats
    }
}

/// The minutes of a stage, 1 to 9.
#[must_use]
pub const fn stage(number: u8) -> Stage {
    let (run_min, walk_min, repeats) = match number {
        0 | 1 => (1, 3, 7),
        2 => (1, 2, 9),
        3 => (2, 3, 6),
        4 => (3, 3, 5),
        5 => (3, 2, 6),
        6 => (4, 2, 5),
        7 => (5, 1, 5),
        8 => (9, 1, 3),
        _ => (30, 0, 1),
    };
    Stage { run_min, walk_min, repeats }
}

/// How one run of a stage was borne.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Borne {
    pub light: Light,
    /// Pain during the run, 0 to 10; `None` was not entered.
    pub during: Option<u8>,
}

/// The stage after the runs at this one, oldest first.
#[must_use]
pub fn after_runs(number: u8, runs: &[Borne], mode: LightMode) -> u8 {
    let Some(last) = runs.last() else { return number.clamp(1, LAST) };
    match last.light {
        Light::Red => number.saturating_sub(1).max(1),
        Light::Amber | Light::Provisional => number.clamp(1, LAST),
        Light::Green => {
            let latest: Vec<&Borne> = runs.iter().rev().take(GREENS_TO_RISE).collect();
            let is_twice =
                latest.len() == GREENS_TO_RISE && latest.iter().all(|run| run.light == Light::Green);
            let is_painless = latest.iter().all(|run| run.during == Some(0));
            let may_skip = !matches!(mode, LightMode::Bone | LightMode::Teen);
            let up = if is_twice { 1 + u8::from(is_painless && may_skip) } else { 0 };
            (number + up).clamp(1, LAST)
        }
    }
}

/// The stage after so many days without a run.
#[must_use]
pub fn after_break(number: u8, days_off: u32) -> u8 {
    let down = match days_off {
        28.. => return 1,
        14..=27 => 2,
        7..=13 => 1,
        _ => 0,
    };
    number.saturating_sub(down).clamp(1, LAST)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn green(during: u8) -> Borne {
        Borne { light: Light::Green, during: Some(during) }
    }

    const AMBER: Borne = Borne { light: Light::Amber, during: Some(3) };

    #[test]
    fn worked_examples_of_f2() {
        let after = |number, runs: &[Borne]| after_runs(number, runs, LightMode::Joint);
        assert_eq!(after(4, &[green(2), green(1)]), 5);
        assert_eq!(after(4, &[green(0), green(0)]), 6);
        assert_eq!(after(4, &[green(1), AMBER]), 4);
        assert_eq!(after_break(6, 15), 4);
    }

    #[test]
    fn minutes_of_every_stage() {
        let minutes: Vec<u8> = (1..=9).map(|number| stage(number).running_min()).collect();
        assert_eq!(minutes, [7, 9, 12, 15, 18, 20, 25, 27, 30]);
    }

    #[test]
    fn the_fast_lane_is_not_for_bone_or_teen_and_ends_at_nine() {
        let painless = [green(0), green(0)];
        assert_eq!(after_runs(4, &painless, LightMode::Bone), 5);
        assert_eq!(after_runs(4, &painless, LightMode::Teen), 5);
        assert_eq!(after_runs(8, &painless, LightMode::Joint), 9);
        let unknown = Borne { light: Light::Green, during: None };
        assert_eq!(after_runs(4, &[unknown, green(0)], LightMode::Joint), 5);
    }

    #[test]
    fn one_green_red_and_long_breaks() {
        assert_eq!(after_runs(4, &[green(0)], LightMode::Joint), 4);
        let red = Borne { light: Light::Red, during: Some(7) };
        assert_eq!(after_runs(4, &[green(0), red], LightMode::Joint), 3);
        assert_eq!(after_runs(1, &[red], LightMode::Joint), 1);
        assert_eq!([6, 7, 13, 14, 27, 28].map(|days| after_break(9, days)), [9, 8, 8, 7, 7, 1]);
        assert_eq!(after_break(1, 20), 1);
    }
}
