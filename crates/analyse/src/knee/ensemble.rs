//! How sure the model is: 500 sets of parameters, the same for both sides of a comparison.
//!
//! What: parameter sets drawn from the ranges of D2, and a dose of bins under each.
//! Formula: uniform within the ranges, reference force log-normal with SD 0.21 of its logarithm, m from {4, 6, 9}; when the
//!   preferred step rate is everybody's the range of its exponent is twice as wide; where the grade is not known a mean
//!   grade within +-0.03 is drawn for the whole run [choice].
//! Units: as the doses.
//! Source: load text D11 (`rule`).
//! Grade: D.
//! Limits: runs over bins, not samples; what the model leaves out is in no interval.
//! Says nothing: about a side of a comparison that is empty.

use super::bins::{Bin, Bins};
use super::elementary::exp;
use super::parameters::{
    LN_HIGHEST_RHO, LN_LOWEST_RHO, LN_REFERENCE_FORCE_SD, LOADING_TIME_CADENCE_EXPONENT,
    LOADING_TIME_SPEED_EXPONENT, Parameter, Parameters, REFERENCE_SPEED_M_S, STEEPEST_GRADE, Shape,
    Structure, WALKING_LOADING_TIME_S,
};
use super::preferred_cadence::{CadenceOrigin, PreferredCadence};

/// Number of parameter sets.
pub(crate) const SETS: usize = 500;

const SEED: u64 = 0x6b6e_6565;
const UNKNOWN_GRADE: f64 = 0.03;

/// One drawn set for one structure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Set {
    pub(crate) shape: Shape,
    /// Reference force over its middle value.
    pub(crate) force_factor: f64,
    /// Loading time over its middle value.
    pub(crate) time_factor: f64,
    /// Damage exponent.
    pub(crate) m: i32,
    /// Mean grade of ground whose grade is not known.
    pub(crate) unknown_grade: f64,
    /// Where in its range a shoe's factor lies, 0 to 1.
    pub(crate) shoe: f64,
}

impl Set {
    /// The model's own numbers.
    pub(crate) const fn central(structure: Structure, m: i32) -> Self {
        Self {
            shape: structure.parameters().shape(),
            force_factor: 1.0,
            time_factor: 1.0,
            m,
            unknown_grade: 0.0,
            shoe: 0.5,
        }
    }
}

/// The sets of a structure, always the same ones.
pub(crate) fn sets(structure: Structure, origin: CadenceOrigin) -> Vec<Set> {
    let p = structure.parameters();
    let mut random = Random(SEED);
    (0..SETS)
        .map(|_| {
            let m = match random.unit() * 3.0 {
                ..1.0 => 4,
                1.0..2.0 => 6,
                _ => 9,
            };
            Set {
                m,
                shape: Shape {
                    speed: within(&p.speed_exponent, random.unit(), 1.0),
                    cadence: within(&p.cadence_exponent, random.unit(), width(origin)),
                    downhill: within(&p.downhill, random.unit(), 1.0),
                    uphill: within(&p.uphill, random.unit(), 1.0),
                },
                time_factor: within(&p.loading_time_s, random.unit(), 1.0) / p.loading_time_s.value,
                force_factor: (LN_REFERENCE_FORCE_SD * random.normal()).exp(),
                unknown_grade: UNKNOWN_GRADE * (2.0 * random.unit() - 1.0),
                shoe: random.unit(),
            }
        })
        .collect()
}

const fn width(origin: CadenceOrigin) -> f64 {
    match origin {
        CadenceOrigin::Population => 2.0,
        CadenceOrigin::Personal => 1.0,
    }
}

fn within(parameter: &Parameter, unit: f64, width: f64) -> f64 {
    let middle = f64::midpoint(parameter.low, parameter.high);
    middle + width * (unit - 0.5) * (parameter.high - parameter.low)
}

/// Small, good enough and the same everywhere (`SplitMix64`).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From 0 up to, not including, 1.
    fn unit(&mut self) -> f64 {
        f64::from_bits((self.next() >> 12) | 0x3ff0_0000_0000_0000) - 1.0
    }

    /// Standard normal (Box and Muller).
    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.unit()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.unit()).cos()
    }
}

/// Bins as the model reads them: logarithms, steps of one leg, and steps times relative loading time.
#[derive(Debug, Clone, Default)]
pub(crate) struct Prepared {
    speed: Vec<f64>,
    rho: Vec<f64>,
    grade: Vec<f64>,
    steps: Vec<f64>,
    steps_and_time: Vec<f64>,
    walking_steps: f64,
    is_grade_known: bool,
}

/// Sum, impulse and damage of one structure under one set.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Outcome {
    pub(crate) sum_bw: f64,
    pub(crate) impulse_bw_s: f64,
    pub(crate) damage_steps: f64,
}

impl Outcome {
    pub(crate) fn add(&mut self, other: &Self) {
        self.sum_bw += other.sum_bw;
        self.impulse_bw_s += other.impulse_bw_s;
        self.damage_steps += other.damage_steps;
    }
}

impl Prepared {
    pub(crate) fn new(bins: &Bins, preferred: &PreferredCadence, is_grade_known: bool) -> Self {
        let mut out = Self { walking_steps: bins.walking_steps, is_grade_known, ..Self::default() };
        for bin in &bins.running {
            out.push(bin, preferred);
        }
        out
    }

    fn push(&mut self, bin: &Bin, preferred: &PreferredCadence) {
        let usual = preferred.at_spm(bin.speed_mps);
        let cadence = bin.cadence_spm.unwrap_or(usual);
        let u = (bin.speed_mps / REFERENCE_SPEED_M_S).ln();
        let r = (cadence / usual).ln().clamp(LN_LOWEST_RHO, LN_HIGHEST_RHO);
        let steps = cadence / 120.0 * bin.seconds;
        let time = (LOADING_TIME_SPEED_EXPONENT * u + LOADING_TIME_CADENCE_EXPONENT * r).exp();
        self.speed.push(u);
        self.rho.push(r);
        self.grade.push(bin.grade);
        self.steps.push(steps);
        self.steps_and_time.push(steps * time);
    }

    /// The dose of a structure under a set; `modifier` is M; `scratch` is room for the forces.
    pub(crate) fn outcome(
        &self,
        p: &Parameters,
        set: &Set,
        modifier: f64,
        scratch: &mut Vec<f64>,
    ) -> Outcome {
        let shape = set.shape;
        let lift = if self.is_grade_known { 0.0 } else { set.unknown_grade };
        scratch.resize(self.speed.len(), 0.0);
        for (((x, u), r), g) in scratch.iter_mut().zip(&self.speed).zip(&self.rho).zip(&self.grade) {
            let g = g + lift;
            let down = g.clamp(-STEEPEST_GRADE, 0.0);
            let up = g.clamp(0.0, STEEPEST_GRADE);
            *x = modifier
                * exp(shape.speed * u + shape.cadence * r - shape.downhill * down - shape.uphill * up);
        }
        let force_bw = p.reference_force_bw.value * set.force_factor;
        let walking_bw = p.walking_force_bw * set.force_factor;
        let walked = self.walking_steps;
        let weighted = |weights: &[f64]| scratch.iter().zip(weights).map(|(x, w)| x * w).sum::<f64>();
        let damage = damage(scratch, &self.steps, set.m);
        let time_s = p.loading_time_s.value * set.time_factor;
        Outcome {
            sum_bw: weighted(&self.steps) * force_bw + walked * walking_bw,
            impulse_bw_s: weighted(&self.steps_and_time) * force_bw * time_s
                + walked * walking_bw * WALKING_LOADING_TIME_S * set.time_factor,
            damage_steps: damage + walked * (p.walking_force_bw / p.reference_force_bw.value).powi(set.m),
        }
    }
}

/// Steps weighted by the m-th power of force; the usual exponents as products, which is several times faster.
fn damage(forces: &[f64], steps: &[f64], m: i32) -> f64 {
    let weighted = |power: fn(f64) -> f64| forces.iter().zip(steps).map(|(x, n)| n * power(*x)).sum();
    match m {
        4 => weighted(|x| (x * x) * (x * x)),
        6 => weighted(|x| (x * x) * (x * x) * (x * x)),
        9 => weighted(|x| (x * x * x) * (x * x * x) * (x * x * x)),
        m => forces.iter().zip(steps).map(|(x, n)| n * x.powi(m)).sum(),
    }
}

/// 10th and 90th percentile, linear between ranks; sorts in place.
pub(crate) fn tenth_and_ninetieth(values: &mut [f64]) -> Option<(f64, f64)> {
    values.sort_unstable_by(f64::total_cmp);
    let last = values.len().checked_sub(1)?;
    let at = |share: f64| {
        let place = share * last as f64;
        let below = crate::load::number::floor_index(place)?;
        let (low, high) = (*values.get(below)?, *values.get((below + 1).min(last))?);
        Some(low + (place - below as f64) * (high - low))
    };
    Some((at(0.1)?, at(0.9)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sets_keep_to_their_ranges_and_are_always_the_same() {
        let own = sets(Structure::Patellofemoral, CadenceOrigin::Personal);
        assert_eq!(own, sets(Structure::Patellofemoral, CadenceOrigin::Personal));
        assert_eq!(own.len(), 500);
        assert!(own.iter().all(|s| (-2.2..=-1.4).contains(&s.shape.cadence)));
        assert!(own.iter().all(|s| (0.40..=0.60).contains(&s.shape.speed)));
        let everybody = sets(Structure::Patellofemoral, CadenceOrigin::Population);
        assert!(everybody.iter().all(|s| (-2.6..=-1.0).contains(&s.shape.cadence)));
        assert!(everybody.iter().any(|s| s.shape.cadence < -2.3));
        let tibial = sets(Structure::Tibiofemoral, CadenceOrigin::Population);
        assert!(tibial.iter().all(|s| (-2.2..=-0.6).contains(&s.shape.cadence)));
        for m in [4, 6, 9] {
            let share = own.iter().filter(|s| s.m == m).count();
            assert!((120..=215).contains(&share), "{share} of 500 with m {m}");
        }
    }

    /// The SD of the logarithm of force is 0.21, so the middle 80 % lie within exp(+-1.2816 x 0.21).
    #[test]
    fn forces_differ_between_people_as_published() {
        let mut factors: Vec<f64> =
            sets(Structure::Tibiofemoral, CadenceOrigin::Personal).iter().map(|s| s.force_factor).collect();
        let (low, high) = tenth_and_ninetieth(&mut factors).unwrap();
        assert!((low - 0.764).abs() < 0.03 && (high - 1.309).abs() < 0.06, "{low} to {high}");
    }

    #[test]
    fn percentiles_of_eleven() {
        let mut values: Vec<f64> = (0..11).rev().map(f64::from).collect();
        let (low, high) = tenth_and_ninetieth(&mut values).unwrap();
        assert!((low - 1.0).abs() < 1e-12 && (high - 9.0).abs() < 1e-12);
        assert_eq!(tenth_and_ninetieth(&mut []), None);
    }
}
