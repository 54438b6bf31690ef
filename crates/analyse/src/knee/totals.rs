//! Running sums of the kernel, in lanes, so that the additions need not wait for each other.

use super::dose::{Damage, Dose};
use super::lanes::Lanes;
use super::parameters::Parameters;

/// Sums of one shape in relative force and steps per minute.
#[derive(Debug, Clone, Copy)]
pub(super) struct ShapeTotals {
    force: Lanes,
    impulse: Lanes,
    m4: Lanes,
    m6: Lanes,
    m9: Lanes,
    peak: Lanes,
}

impl ShapeTotals {
    const ZERO: Self = Self {
        force: Lanes::ZERO,
        impulse: Lanes::ZERO,
        m4: Lanes::ZERO,
        m6: Lanes::ZERO,
        m9: Lanes::ZERO,
        peak: Lanes::ZERO,
    };

    /// Adds steps of a relative force; the second factor holds loading time too.
    #[inline(always)]
    pub(super) fn add(&mut self, x: Lanes, steps: Lanes, steps_and_time: Lanes) {
        let square = x * x;
        let cube = square * x;
        let sixth = cube * cube;
        self.force = x.times_plus(steps, self.force);
        self.impulse = x.times_plus(steps_and_time, self.impulse);
        self.m4 = (square * square).times_plus(steps, self.m4);
        self.m6 = sixth.times_plus(steps, self.m6);
        self.m9 = (sixth * cube).times_plus(steps, self.m9);
        self.peak = self.peak.larger(x);
    }

    /// With the units of a structure.
    pub(super) fn dose(&self, p: &Parameters, minutes_each: f64, modifier: f64) -> Dose {
        let force_bw = p.reference_force_bw.value * modifier;
        let peak = self.peak.largest();
        Dose {
            peak_bw: (peak > 0.0).then_some(peak * force_bw),
            sum_bw: self.force.sum() * minutes_each * force_bw,
            impulse_bw_s: self.impulse.sum() * minutes_each * force_bw * p.loading_time_s.value,
            damage_steps: Damage {
                m4: self.m4.sum() * minutes_each * modifier.powi(4),
                m6: self.m6.sum() * minutes_each * modifier.powi(6),
                m9: self.m9.sum() * minutes_each * modifier.powi(9),
            },
        }
    }
}

/// Sums over all rows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Totals {
    pub(super) front: ShapeTotals,
    pub(super) tibiofemoral: ShapeTotals,
    pub(super) steps: Lanes,
    pub(super) band: Lanes,
    pub(super) seconds: Lanes,
    pub(super) metres: Lanes,
}

impl Default for Totals {
    fn default() -> Self {
        let zero = Lanes::ZERO;
        Self {
            front: ShapeTotals::ZERO,
            tibiofemoral: ShapeTotals::ZERO,
            steps: zero,
            band: zero,
            seconds: zero,
            metres: zero,
        }
    }
}
