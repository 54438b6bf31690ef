//! Measured values as whole numbers.
//!
//! Devices count in steps. Where every value of a column is exactly a whole number of the same steps, the steps
//! are packed; everything else is packed by its bits, whose upper half changes little from one to the next.

use super::reader::Reader;
use super::{numbers, put_length};

/// In place of the steps per unit: the values by their bits.
const BY_BITS: usize = 0;
/// Values looked at before another number of steps is tried.
const PIECE: usize = 128;

/// A number that can be a whole number of steps.
pub(super) trait Stepped: Copy + Default {
    /// The nearest whole number of steps.
    fn nearest_steps(self, per_unit: f64) -> i32;
    fn from_steps(steps: i32, per_unit: f64) -> Self;
    /// Whether they are the same to the last bit.
    fn is_same(self, other: Self) -> bool;
    fn put_bits(out: &mut Vec<u8>, values: &[Self]);
    fn take_bits(reader: &mut Reader<'_>, n: usize) -> Option<Vec<Self>>;
}

/// Adding 1.5 x 2^52 leaves the nearest whole number, halves to even, in the lowest bits of everything that fits 32 bits.
/// For what does not, the answer is a number that does not give it back.
#[expect(clippy::cast_possible_truncation, reason = "the lowest 32 bits are the number")]
fn nearest(steps: f64) -> i32 {
    const SHIFT: f64 = 6_755_399_441_055_744.0;
    (steps + SHIFT).to_bits() as i32
}

impl Stepped for f64 {
    #[inline]
    fn nearest_steps(self, per_unit: f64) -> i32 {
        nearest(self * per_unit)
    }

    #[inline]
    fn is_same(self, other: Self) -> bool {
        self.to_bits() == other.to_bits()
    }

    #[inline]
    fn from_steps(steps: i32, per_unit: f64) -> Self {
        Self::from(steps) / per_unit
    }

    #[expect(clippy::cast_possible_truncation, reason = "the halves of 64 bits")]
    fn put_bits(out: &mut Vec<u8>, values: &[Self]) {
        let halves = |shift: u32| -> Vec<u32> {
            values.iter().map(|value| (value.to_bits() >> shift) as u32).collect()
        };
        numbers::put(out, &halves(32));
        numbers::put(out, &halves(0));
    }

    fn take_bits(reader: &mut Reader<'_>, n: usize) -> Option<Vec<Self>> {
        let (upper, lower) = (numbers::take(reader, n)?, numbers::take(reader, n)?);
        let halves = upper.into_iter().zip(lower);
        Some(
            halves.map(|(upper, lower)| Self::from_bits(u64::from(upper) << 32 | u64::from(lower))).collect(),
        )
    }
}

impl Stepped for f32 {
    #[inline]
    fn nearest_steps(self, per_unit: f64) -> i32 {
        nearest(f64::from(self) * per_unit)
    }

    #[inline]
    fn is_same(self, other: Self) -> bool {
        self.to_bits() == other.to_bits()
    }

    #[inline]
    #[expect(clippy::cast_possible_truncation, reason = "the nearest f32 is what was recorded")]
    fn from_steps(steps: i32, per_unit: f64) -> Self {
        (f64::from(steps) / per_unit) as Self
    }

    fn put_bits(out: &mut Vec<u8>, values: &[Self]) {
        numbers::put(out, &values.iter().map(|value| value.to_bits()).collect::<Vec<u32>>());
    }

    fn take_bits(reader: &mut Reader<'_>, n: usize) -> Option<Vec<Self>> {
        Some(numbers::take(reader, n)?.into_iter().map(Self::from_bits).collect())
    }
}

/// The first of `per_unit` whose steps give every value exactly, else the values by their bits.
pub(super) fn put<T: Stepped>(out: &mut Vec<u8>, values: &[T], per_unit: &[u16]) {
    for steps_per_unit in per_unit {
        if let Some(steps) = in_steps(values, f64::from(*steps_per_unit)) {
            put_length(out, usize::from(*steps_per_unit));
            return numbers::put(out, &steps);
        }
    }
    put_length(out, BY_BITS);
    T::put_bits(out, values);
}

/// Exactly what [`Stepped::from_steps`] turns back into these very values, if there are such numbers.
fn in_steps<T: Stepped>(values: &[T], per_unit: f64) -> Option<Vec<u32>> {
    let mut all = Vec::with_capacity(values.len());
    // Without a way out inside a piece, several values are reckoned at once.
    for piece in values.chunks(PIECE) {
        let mut is_exact = true;
        all.extend(piece.iter().map(|value| {
            let steps = value.nearest_steps(per_unit);
            is_exact &= T::from_steps(steps, per_unit).is_same(*value);
            steps.cast_unsigned()
        }));
        if !is_exact {
            return None;
        }
    }
    Some(all)
}

/// The values of [`put`].
pub(super) fn take<T: Stepped>(reader: &mut Reader<'_>, n: usize) -> Option<Vec<T>> {
    let per_unit = reader.length()?;
    if per_unit == BY_BITS {
        return T::take_bits(reader, n);
    }
    let per_unit = f64::from(u16::try_from(per_unit).ok()?);
    let steps = numbers::take(reader, n)?.into_iter().map(u32::cast_signed);
    Some(steps.map(|steps| T::from_steps(steps, per_unit)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_to_the_even_number_and_what_does_not_fit_fails_later() {
        for (steps, whole) in [(2.5, 2), (3.5, 4), (-2.5, -2), (-0.49, 0), (2_147_483_646.6, i32::MAX)] {
            assert_eq!(nearest(steps), whole, "{steps}");
        }
        for value in [1e300, f64::NAN, f64::INFINITY, -0.0, 0.1 + 0.2, 3e9] {
            assert_eq!(in_steps(&[0.0, value], 10.0), None, "{value}");
        }
        assert_eq!(in_steps(&[12.3_f64], 10.0), Some(vec![123]));
        let below = (-5_i32).cast_unsigned();
        assert_eq!(in_steps(&[-0.5_f32, 429_496_729.6], 10.0), None);
        assert_eq!(in_steps(&[-0.5_f32, 0.0], 10.0), Some(vec![below, 0]));
    }
}
