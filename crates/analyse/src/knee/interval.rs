//! How sure one activity's totals are.
//!
//! What: 10th to 90th percentile of the ensemble around each total.
//! Formula: each set's outcome over the model's own, both on the activity's bins; times the exact total. Peaks: +-25 %.
//! Units: those of the totals.
//! Source: load text D11 (`rule`).
//! Grade: D.
//! Limits: cells three times as wide as the kept ones, which moves an interval by less than a percent of its middle.
//! Says nothing: about a structure that carried nothing.

use super::bins::Bins;
use super::dose::{Dose, KneeDose};
use super::ensemble::{Prepared, Set, sets, tenth_and_ninetieth};
use super::knee_load::{DoseInterval, Interval, KneeRunner};
use super::parameters::Structure;

/// How far an absolute force may be off between people.
const PEAK_UNSURE: f64 = 0.25;

/// Cells of an interval are this much wider than those kept.
const COARSER: f64 = 3.0;

/// In the order of [`Structure::ALL`].
pub(super) fn intervals(
    bins: &Bins,
    runner: &KneeRunner,
    is_grade_known: bool,
    total: &KneeDose,
) -> [DoseInterval; 3] {
    let bins = Bins::merged([bins], COARSER);
    let prepared = Prepared::new(&bins, &runner.preferred, is_grade_known);
    let front_modifier = runner.carriage.factor();
    // The ranges of the tendon are those of the joint above it, so the same sets move it by the same factors.
    let front = Factors::new(&prepared, Structure::Patellofemoral, runner, front_modifier);
    let tibial = Factors::new(&prepared, Structure::Tibiofemoral, runner, 1.0);
    [
        front.around(&total.patellofemoral),
        front.around(&total.patellar_tendon),
        tibial.around(&total.tibiofemoral),
    ]
}

fn around(middle: f64, factors: (f64, f64)) -> Interval {
    Interval { low: middle * factors.0, high: middle * factors.1 }
}

struct Factors {
    sum: (f64, f64),
    impulse: (f64, f64),
    damage: (f64, f64),
}

impl Factors {
    fn new(prepared: &Prepared, structure: Structure, runner: &KneeRunner, modifier: f64) -> Self {
        let p = structure.parameters();
        let mut scratch = Vec::new();
        let middle = prepared.outcome(p, &Set::central(structure, 6), modifier, &mut scratch);
        let room = || Vec::with_capacity(super::ensemble::SETS);
        let (mut sums, mut impulses, mut damages) = (room(), room(), room());
        for set in sets(structure, runner.preferred.origin) {
            let outcome = prepared.outcome(p, &set, modifier, &mut scratch);
            sums.push(outcome.sum_bw / middle.sum_bw);
            impulses.push(outcome.impulse_bw_s / middle.impulse_bw_s);
            damages.push(outcome.damage_steps / middle.damage_steps);
        }
        let factors = |mut values: Vec<f64>| tenth_and_ninetieth(&mut values).unwrap_or((1.0, 1.0));
        Self { sum: factors(sums), impulse: factors(impulses), damage: factors(damages) }
    }

    fn around(&self, dose: &Dose) -> DoseInterval {
        let peak = |bw: f64| Interval { low: bw * (1.0 - PEAK_UNSURE), high: bw * (1.0 + PEAK_UNSURE) };
        DoseInterval {
            peak_bw: dose.peak_bw.map(peak),
            sum_bw: around(dose.sum_bw, self.sum),
            impulse_bw_s: around(dose.impulse_bw_s, self.impulse),
            damage_steps: around(dose.damage_steps.m6, self.damage),
        }
    }
}
