//! What one leg carried: peak, sum, impulse, damage; and how doses add up.
//!
//! What: the totals of one structure over any stretch of running and walking.
//! Formula: peak the largest F over the running samples; sum n F; impulse n F tau; damage n (F / F0)^m.
//! Units: BW; BW; BW s; reference steps (level, 3.0 m/s, preferred step rate) that would do the same modelled damage.
//! Source: load text D2, D6 (`rule`); that impulse and damage part ways is `firminger2020`.
//! Grade: D for damage (m is a convention), C for the others.
//! Limits: a comparison of damage may be shown only when its sign is the same for m = 4, 6 and 9 ([`Robust`]).
//! Says nothing: about pain; damage here is a model's word, not a finding.

pub use kneewise_types::knee::{Damage, Dose, KneeDose};
use kneewise_types::{Evidence, Grade};
use serde::{Deserialize, Serialize};

/// Where damage weighting comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

/// Which way a comparison goes, if all three damage exponents agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Robust {
    Higher,
    Lower,
    Equal,
    /// The exponents disagree: the comparison is not shown.
    NotRobust,
}

/// Differences below this share are no difference.
const SAME: f64 = 1e-9;

/// The robustness rule: `now` against `before`.
#[must_use]
pub fn robust(now: &Damage, before: &Damage) -> Robust {
    let way = |(now, before): (f64, f64)| {
        let difference = now - before;
        if difference.abs() <= SAME * now.abs().max(before.abs()) {
            Robust::Equal
        } else if difference > 0.0 {
            Robust::Higher
        } else {
            Robust::Lower
        }
    };
    let [four, six, nine] = [(now.m4, before.m4), (now.m6, before.m6), (now.m9, before.m9)].map(way);
    if four == six && six == nine { six } else { Robust::NotRobust }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn damage(m4: f64, m6: f64, m9: f64) -> Damage {
        Damage { m4, m6, m9 }
    }

    /// The figures of D6, reference steps per km.
    #[test]
    fn faster_is_more_and_a_higher_step_rate_less_whatever_m() {
        let reference = damage(472.2, 472.2, 472.2);
        assert_eq!(robust(&damage(365.8, 299.4, 221.6), &reference), Robust::Lower);
        assert_eq!(robust(&damage(586.0, 694.2, 895.3), &reference), Robust::Higher);
        assert_eq!(robust(&damage(282.2, 208.1, 131.7), &reference), Robust::Lower);
        assert_eq!(robust(&reference, &reference), Robust::Equal);
    }

    #[test]
    fn a_sign_that_depends_on_m_is_not_shown() {
        assert_eq!(robust(&damage(11.0, 10.5, 9.0), &damage(10.0, 10.0, 10.0)), Robust::NotRobust);
        assert_eq!(robust(&damage(10.0, 10.5, 11.0), &damage(10.0, 10.0, 10.0)), Robust::NotRobust);
    }
}
