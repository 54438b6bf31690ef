//! Exponential and logarithm that a compiler can turn into vector instructions.
//!
//! What: `exp` for arguments within +-700 and `ln` for positive normal numbers, without branches or calls.
//! Formula: `exp(x) = 2^k exp(r)`, k the nearest whole number to x / ln 2, a Taylor polynomial of degree 11 for r;
//!   `ln(x) = k ln 2 + 2 artanh((m - 1) / (m + 1))`, x = 2^k m, m within a factor sqrt 2 of 1.
//! Limits: relative error below 1e-13; other arguments give numbers without meaning, so callers bound them.

/// Adding it leaves the nearest whole number in the low bits.
const ROUNDING: f64 = 6_755_399_441_055_744.0;
const LN_2_HIGH: f64 = 0.693_147_180_369_123_8;
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;

const MANTISSA_BITS: u32 = 52;
const EXPONENT_ONE: u64 = 1023 << MANTISSA_BITS;
const SQRT_HALF_BITS: u64 = 0x3fe6_a09e_667f_3bcd;
/// Bits of 2^52: a whole number below it, put into the low bits, becomes that many units.
const WHOLE_BITS: u64 = 0x4330_0000_0000_0000;
const WHOLE_OFFSET: f64 = 4_503_599_627_370_496.0 + 1023.0;

/// e to the power of x.
#[inline]
pub(crate) fn exp(x: f64) -> f64 {
    let shifted = x * std::f64::consts::LOG2_E + ROUNDING;
    let k = shifted - ROUNDING;
    let r = (x - k * LN_2_HIGH) - k * LN_2_LOW;
    let p = 1.0 / 39_916_800.0;
    let p = p * r + 1.0 / 3_628_800.0;
    let p = p * r + 1.0 / 362_880.0;
    let p = p * r + 1.0 / 40_320.0;
    let p = p * r + 1.0 / 5_040.0;
    let p = p * r + 1.0 / 720.0;
    let p = p * r + 1.0 / 120.0;
    let p = p * r + 1.0 / 24.0;
    let p = p * r + 1.0 / 6.0;
    let p = p * r + 0.5;
    let p = p * r + 1.0;
    let p = p * r + 1.0;
    f64::from_bits(p.to_bits().wrapping_add(shifted.to_bits() << MANTISSA_BITS))
}

/// Natural logarithm of x.
#[inline]
pub(crate) fn ln(x: f64) -> f64 {
    let bits = x.to_bits();
    let exponent = bits.wrapping_sub(SQRT_HALF_BITS).wrapping_add(EXPONENT_ONE) >> MANTISSA_BITS;
    let m = f64::from_bits(bits.wrapping_sub(exponent << MANTISSA_BITS).wrapping_add(EXPONENT_ONE));
    let k = f64::from_bits(exponent | WHOLE_BITS) - WHOLE_OFFSET;
    let s = (m - 1.0) / (m + 1.0);
    let z = s * s;
    let p = 1.0 / 17.0;
    let p = p * z + 1.0 / 15.0;
    let p = p * z + 1.0 / 13.0;
    let p = p * z + 1.0 / 11.0;
    let p = p * z + 1.0 / 9.0;
    let p = p * z + 1.0 / 7.0;
    let p = p * z + 1.0 / 5.0;
    let p = p * z + 1.0 / 3.0;
    let p = p * z + 1.0;
    k * std::f64::consts::LN_2 + 2.0 * s * p
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn exp_agrees_with_the_library(x in -600.0..600.0_f64) {
            prop_assert!((exp(x) / x.exp() - 1.0).abs() < 1e-13);
        }

        #[test]
        fn ln_agrees_with_the_library(x in 1e-6..1e6_f64) {
            prop_assert!((ln(x) - x.ln()).abs() < 1e-14 * x.ln().abs().max(1.0));
        }
    }

    #[test]
    fn the_simple_ones() {
        assert!((exp(0.0) - 1.0).abs() < 1e-15 && ln(1.0).abs() < 1e-15);
        assert!((ln(2.0) - std::f64::consts::LN_2).abs() < 1e-15);
    }
}
