//! Four numbers at once: arithmetic, logarithm and power of two that a compiler turns into vector instructions.
//!
//! What: `log2` for positive normal numbers and `exp2` within +-1000, without branches or calls.
//! Formula: `exp2(x) = 2^k p(x - k)`, k the nearest whole number, p the best polynomial of degree 7 within half a step;
//!   `log2(x) = k + s q(s^2)`, x = 2^k m, m within a factor sqrt 2 of 1, s = (m - 1) / (m + 1), q of degree 4.
//! Limits: relative error of `exp2` 4e-11, absolute error of `log2` 1e-12, so that the ninth power of a force keeps 1e-9; other
//!   arguments give numbers without meaning. Where the target has it, product and sum are one rounded step.

use std::ops::{Add, Mul, Sub};

/// Numbers worked on side by side; more of them no longer fit the registers of an ordinary processor.
pub(super) const LANES: usize = 4;

/// Adding it leaves the nearest whole number in the low bits.
const ROUNDING: f64 = 6_755_399_441_055_744.0;
const MANTISSA_BITS: u32 = 52;
const EXPONENT_ONE: u64 = 1023 << MANTISSA_BITS;
const SQRT_HALF_BITS: u64 = 0x3fe6_a09e_667f_3bcd;
/// Bits of 2^52: a whole number below it, put into the low bits, becomes that many units.
const WHOLE_BITS: u64 = 0x4330_0000_0000_0000;
const WHOLE_OFFSET: f64 = 4_503_599_627_370_496.0 + 1023.0;

/// Best in the sense of Remez, relative, on +-0.5; highest power first.
const EXP2: [f64; 7] = [
    1.520_185_445_065_780_5e-5,
    1.546_928_940_670_421_3e-4,
    1.333_392_284_344_458_4e-3,
    9.618_027_260_432_082e-3,
    5.550_410_353_141_508_5e-2,
    0.240_226_511_980_976_9,
    0.693_147_180_728_517_9,
];
const EXP2_0: f64 = 0.999_999_999_961_687_5;

/// The same for `log2` over s, in s^2.
const LOG2: [f64; 4] =
    [0.342_791_326_322_254_45, 0.411_536_280_629_390_4, 0.577_086_593_904_071_3, 0.961_796_648_791_693_6];
const LOG2_0: f64 = 2.885_390_081_843_992_6;

/// Four numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Lanes([f64; LANES]);

impl Lanes {
    pub(super) const ZERO: Self = Self::all(0.0);

    pub(super) const fn all(value: f64) -> Self {
        Self([value; LANES])
    }

    #[inline(always)]
    #[expect(clippy::indexing_slicing, clippy::needless_range_loop, reason = "both are as long as the loop")]
    pub(super) fn of(values: &[f32; LANES]) -> Self {
        let mut lanes = Self::ZERO;
        for n in 0..LANES {
            lanes.0[n] = f64::from(values[n]);
        }
        lanes
    }

    /// A loop, because `map` of arrays is a call of its own where the compiler works on parts of a crate apart.
    #[inline(always)]
    fn map(mut self, f: impl Fn(f64) -> f64) -> Self {
        for value in &mut self.0 {
            *value = f(*value);
        }
        self
    }

    /// By number, because a zip is a call of its own in the same way.
    #[inline(always)]
    #[expect(clippy::indexing_slicing, reason = "both are as long as the loop")]
    fn with(mut self, other: Self, f: impl Fn(f64, f64) -> f64) -> Self {
        for n in 0..LANES {
            self.0[n] = f(self.0[n], other.0[n]);
        }
        self
    }

    /// `self * factor + more`.
    #[inline(always)]
    #[expect(clippy::indexing_slicing, reason = "all are as long as the loop")]
    pub(super) fn times_plus(mut self, factor: Self, more: Self) -> Self {
        for n in 0..LANES {
            self.0[n] = times_plus(self.0[n], factor.0[n], more.0[n]);
        }
        self
    }

    #[inline(always)]
    pub(super) fn clamp(self, low: f64, high: f64) -> Self {
        self.map(|x| x.max(low).min(high))
    }

    /// The larger of each pair.
    #[inline(always)]
    pub(super) fn larger(self, other: Self) -> Self {
        self.with(other, |a, b| if b > a { b } else { a })
    }

    /// The first so many; the others 0.
    #[inline(always)]
    pub(super) fn first(mut self, count: usize) -> Self {
        for value in self.0.iter_mut().skip(count) {
            *value = 0.0;
        }
        self
    }

    pub(super) fn sum(self) -> f64 {
        self.0.iter().sum()
    }

    pub(super) fn largest(self) -> f64 {
        self.0.into_iter().fold(0.0, f64::max)
    }

    /// Two to the power of each.
    #[inline(always)]
    pub(super) fn exp2(self) -> Self {
        let shifted = self.map(|x| x + ROUNDING);
        let rest = self - shifted.map(|x| x - ROUNDING);
        let mut p = Self::ZERO;
        for coefficient in EXP2 {
            p = p.times_plus(rest, Self::all(coefficient));
        }
        let p = p.times_plus(rest, Self::all(EXP2_0));
        p.with(shifted, |p, whole| f64::from_bits(p.to_bits().wrapping_add(whole.to_bits() << MANTISSA_BITS)))
    }
}

/// Logarithms to base 2 of two times four numbers, which share one division.
#[inline(always)]
pub(super) fn log2_of_both(a: Lanes, b: Lanes) -> (Lanes, Lanes) {
    let ((whole_a, a), (whole_b, b)) = (parts(a), parts(b));
    let one = Lanes::all(1.0);
    let (over_a, over_b) = (a + one, b + one);
    let inverse = (over_a * over_b).map(|x| 1.0 / x);
    (series((a - one) * over_b * inverse, whole_a), series((b - one) * over_a * inverse, whole_b))
}

/// Exponent, and mantissa within a factor sqrt 2 of 1.
#[inline(always)]
fn parts(x: Lanes) -> (Lanes, Lanes) {
    let exponent =
        |x: f64| x.to_bits().wrapping_sub(SQRT_HALF_BITS).wrapping_add(EXPONENT_ONE) >> MANTISSA_BITS;
    let whole = x.map(|x| f64::from_bits(exponent(x) | WHOLE_BITS) - WHOLE_OFFSET);
    let mantissa = x.map(|x| {
        f64::from_bits(x.to_bits().wrapping_sub(exponent(x) << MANTISSA_BITS).wrapping_add(EXPONENT_ONE))
    });
    (whole, mantissa)
}

#[inline(always)]
fn series(s: Lanes, whole: Lanes) -> Lanes {
    let z = s * s;
    let mut p = Lanes::ZERO;
    for coefficient in LOG2 {
        p = p.times_plus(z, Lanes::all(coefficient));
    }
    p.times_plus(z, Lanes::all(LOG2_0)).times_plus(s, whole)
}

#[inline(always)]
fn times_plus(a: f64, b: f64, c: f64) -> f64 {
    if cfg!(any(target_feature = "fma", target_arch = "aarch64")) { a.mul_add(b, c) } else { a * b + c }
}

impl Add for Lanes {
    type Output = Self;
    #[inline(always)]
    fn add(self, other: Self) -> Self {
        self.with(other, |a, b| a + b)
    }
}

impl Sub for Lanes {
    type Output = Self;
    #[inline(always)]
    fn sub(self, other: Self) -> Self {
        self.with(other, |a, b| a - b)
    }
}

impl Mul for Lanes {
    type Output = Self;
    #[inline(always)]
    fn mul(self, other: Self) -> Self {
        self.with(other, |a, b| a * b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn first(lanes: Lanes) -> f64 {
        lanes.0[0]
    }

    proptest! {
        #[test]
        fn exp2_agrees_with_the_library(x in -900.0..900.0_f64) {
            prop_assert!((first(Lanes::all(x).exp2()) / x.exp2() - 1.0).abs() < 5e-11);
        }

        #[test]
        fn log2_agrees_with_the_library(a in 1e-6..1e6_f64, b in 1e-6..1e6_f64) {
            let (of_a, of_b) = log2_of_both(Lanes::all(a), Lanes::all(b));
            prop_assert!((first(of_a) - a.log2()).abs() < 2e-12);
            prop_assert!((first(of_b) - b.log2()).abs() < 2e-12);
        }
    }

    #[test]
    fn lanes_do_not_mix() {
        let lanes = Lanes::of(&[1.0, 2.0, 3.0, 4.0]);
        assert!((lanes.sum() - 10.0).abs() < 1e-12 && (lanes.largest() - 4.0).abs() < 1e-12);
        assert!((lanes.first(2).sum() - 3.0).abs() < 1e-12);
        assert!((lanes.exp2().sum() - 30.0).abs() < 1e-8);
        let larger = lanes.larger(Lanes::all(2.5));
        assert!((larger.sum() - 12.0).abs() < 1e-12 && (larger.largest() - 4.0).abs() < 1e-12);
    }
}
