//! What one leg carried: peak, sum, impulse, damage; and how doses add up.
//!
//! What: the totals of one structure over any stretch of running and walking.
//! Formula: peak the largest F over the running samples; sum n F; impulse n F tau; damage n (F / F0)^m.
//! Units: BW; BW; BW s; reference steps (level, 3.0 m/s, preferred step rate) that would do the same modelled damage.
//! Source: load text D2, D6 (`rule`); that impulse and damage part ways is `firminger2020`.
//! Grade: D for damage (m is a convention), C for the others.
//! Limits: a comparison of damage may be shown only when its sign is the same for m = 4, 6 and 9 ([`Robust`]).
//! Says nothing: about pain; damage here is a model's word, not a finding.

use kneewise_types::{Evidence, Grade};
use serde::{Deserialize, Serialize};

/// Where damage weighting comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

/// Damage-weighted steps for three exponents.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Damage {
    pub m4: f64,
    pub m6: f64,
    pub m9: f64,
}

impl Damage {
    /// Adds the other's steps.
    pub fn add(&mut self, other: &Self) {
        self.m4 += other.m4;
        self.m6 += other.m6;
        self.m9 += other.m9;
    }

    /// In the order 4, 6, 9.
    #[must_use]
    pub const fn all(&self) -> [f64; 3] {
        [self.m4, self.m6, self.m9]
    }
}

/// Totals of one structure, one leg.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Dose {
    /// Largest force of a running step; `None` without running.
    pub peak_bw: Option<f64>,
    /// Sum of peak forces.
    pub sum_bw: f64,
    /// Cumulative load.
    pub impulse_bw_s: f64,
    /// Cumulative damage, reference steps.
    pub damage_steps: Damage,
}

impl Dose {
    /// Adds the other's totals; the higher peak stays.
    pub fn add(&mut self, other: &Self) {
        self.peak_bw = match (self.peak_bw, other.peak_bw) {
            (Some(a), Some(b)) => Some(a.max(b)),
            (a, b) => a.or(b),
        };
        self.sum_bw += other.sum_bw;
        self.impulse_bw_s += other.impulse_bw_s;
        self.damage_steps.add(&other.damage_steps);
    }
}

/// Totals of a stretch for every structure, one leg.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct KneeDose {
    pub patellofemoral: Dose,
    pub patellar_tendon: Dose,
    pub tibiofemoral: Dose,
    /// Proxy for the iliotibial band, weighted steps.
    pub iliotibial_band_steps: f64,
    pub running_steps: f64,
    pub walking_steps: f64,
    pub running_s: f64,
    pub walking_s: f64,
    pub distance_m: f64,
}

impl KneeDose {
    /// Adds another stretch.
    pub fn add(&mut self, other: &Self) {
        self.patellofemoral.add(&other.patellofemoral);
        self.patellar_tendon.add(&other.patellar_tendon);
        self.tibiofemoral.add(&other.tibiofemoral);
        self.iliotibial_band_steps += other.iliotibial_band_steps;
        self.running_steps += other.running_steps;
        self.walking_steps += other.walking_steps;
        self.running_s += other.running_s;
        self.walking_s += other.walking_s;
        self.distance_m += other.distance_m;
    }
}

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

    #[test]
    fn the_higher_peak_stays() {
        let mut dose = Dose { peak_bw: Some(5.0), ..Dose::default() };
        dose.add(&Dose { peak_bw: Some(4.0), sum_bw: 2.0, ..Dose::default() });
        dose.add(&Dose::default());
        assert_eq!((dose.peak_bw, dose.sum_bw), (Some(5.0), 2.0));
    }
}
