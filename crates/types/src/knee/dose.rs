//! What one leg carried: peak, sum, impulse, damage; and how doses add up (load text D2, D6).

use serde::{Deserialize, Serialize};

/// Damage-weighted steps for three exponents, reference steps.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_higher_peak_stays() {
        let mut dose = Dose { peak_bw: Some(5.0), ..Dose::default() };
        dose.add(&Dose { peak_bw: Some(4.0), sum_bw: 2.0, ..Dose::default() });
        dose.add(&Dose::default());
        assert_eq!((dose.peak_bw, dose.sum_bw), (Some(5.0), 2.0));
    }
}
