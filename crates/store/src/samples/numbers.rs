//! Whole numbers of 32 bits in few: differences, then blocks with as many bits a number as their largest needs.
//!
//! ```text
//! order (0, 1 or 2) | what it begins with | for each block: bits a number, packed numbers
//! ```
//!
//! A column changes little from one second to the next, so its differences are small, or those of its
//! differences are; whichever takes the least room is packed. Sums wrap around, so any number comes back.

use super::reader::Reader;
use bitpacking::{BitPacker, BitPacker1x};

/// Numbers a block.
const BLOCK: usize = BitPacker1x::BLOCK_LEN;
/// Bytes of a block for each bit a number.
const BYTES_A_BIT: usize = BLOCK / 8;

/// What is left of the numbers after the one or two they begin with.
struct Residuals {
    order: u8,
    begin: [u32; 2],
    rest: Vec<u32>,
}

/// Packs the numbers.
pub(super) fn put(out: &mut Vec<u8>, values: &[u32]) {
    let plain = plain(values);
    let others = [once(values), twice(values)];
    let best = others
        .into_iter()
        .flatten()
        .fold(plain, |best, next| if next.bits() < best.bits() { next } else { best });
    out.push(best.order);
    best.begin.iter().take(beginnings(best.order)).for_each(|number| out.extend(number.to_le_bytes()));
    put_blocks(out, &best.rest);
}

/// How many numbers stand before the blocks.
const fn beginnings(order: u8) -> usize {
    if order == 2 { 2 } else { 1 }
}

/// Above the smallest.
fn plain(values: &[u32]) -> Residuals {
    let smallest = values.iter().map(|value| value.cast_signed()).min().unwrap_or_default().cast_unsigned();
    let rest = values.iter().map(|value| value.wrapping_sub(smallest)).collect();
    Residuals { order: 0, begin: [smallest, 0], rest }
}

/// Differences.
fn once(values: &[u32]) -> Option<Residuals> {
    let (first, later) = values.split_first()?;
    let rest = later.iter().zip(values).map(|(b, a)| zigzag(b.wrapping_sub(*a))).collect();
    Some(Residuals { order: 1, begin: [*first, 0], rest })
}

/// Differences of the differences.
fn twice(values: &[u32]) -> Option<Residuals> {
    let (first, later) = values.split_first()?;
    let (second, last) = later.split_first()?;
    let threes = last.iter().zip(later).zip(values);
    let rest =
        threes.map(|((c, b), a)| zigzag(c.wrapping_sub(*b).wrapping_sub(b.wrapping_sub(*a)))).collect();
    Some(Residuals { order: 2, begin: [*first, *second], rest })
}

/// Small numbers of either sign as small ones without: 0, -1, 1, -2 as 0, 1, 2, 3.
const fn zigzag(difference: u32) -> u32 {
    (difference << 1) ^ (difference.cast_signed() >> 31).cast_unsigned()
}

const fn unzigzag(number: u32) -> u32 {
    (number >> 1) ^ (number & 1).wrapping_neg()
}

impl Residuals {
    /// Room they take, bits.
    fn bits(&self) -> usize {
        let blocks = self.rest.chunks(BLOCK).map(|block| BLOCK * usize::from(width(block)));
        blocks.sum::<usize>() + 32 * beginnings(self.order)
    }
}

/// Bits of the largest.
fn width(block: &[u32]) -> u8 {
    let all = block.iter().fold(0, |all, number| all | number);
    u8::try_from(u32::BITS - all.leading_zeros()).unwrap_or(32)
}

fn put_blocks(out: &mut Vec<u8>, numbers: &[u32]) {
    let packer = BitPacker1x::new();
    for chunk in numbers.chunks(BLOCK) {
        let mut block = [0; BLOCK];
        block.iter_mut().zip(chunk).for_each(|(slot, number)| *slot = *number);
        let width = width(&block);
        let mut packed = [0; BYTES_A_BIT * 32];
        let length = packer.compress(&block, &mut packed, width);
        out.push(width);
        out.extend(packed.iter().take(length));
    }
}

/// The `n` numbers of [`put`].
pub(super) fn take(reader: &mut Reader<'_>, n: usize) -> Option<Vec<u32>> {
    let order = reader.byte()?;
    let begin = reader.word()?;
    match order {
        0 => Some(take_blocks(reader, n)?.into_iter().map(|number| number.wrapping_add(begin)).collect()),
        1 => {
            let rest = take_blocks(reader, n.checked_sub(1)?)?;
            Some(sums(begin, rest.into_iter().map(unzigzag)))
        }
        2 => {
            let second = reader.word()?;
            let rest = take_blocks(reader, n.checked_sub(2)?)?;
            let steps = sums(second.wrapping_sub(begin), rest.into_iter().map(unzigzag));
            Some(sums(begin, steps.into_iter()))
        }
        _ => None,
    }
}

/// The first, then what it comes to after each step.
fn sums(first: u32, steps: impl ExactSizeIterator<Item = u32>) -> Vec<u32> {
    let mut all = Vec::with_capacity(steps.len() + 1);
    all.push(first);
    all.extend(steps.scan(first, |sum, step| {
        *sum = sum.wrapping_add(step);
        Some(*sum)
    }));
    all
}

fn take_blocks(reader: &mut Reader<'_>, n: usize) -> Option<Vec<u32>> {
    let packer = BitPacker1x::new();
    // Every block takes at least a byte: a damaged count cannot reserve more than what is there allows.
    let blocks = n.div_ceil(BLOCK);
    if blocks > reader.0.len() {
        return None;
    }
    let mut numbers = vec![0; blocks * BLOCK];
    for block in numbers.chunks_exact_mut(BLOCK) {
        let width = reader.byte().filter(|width| *width <= 32)?;
        let packed = reader.take(BYTES_A_BIT * usize::from(width))?;
        packer.decompress(packed, block, width);
    }
    numbers.truncate(n);
    Some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(values: &[u32]) -> Vec<u8> {
        let mut out = Vec::new();
        put(&mut out, values);
        let mut reader = Reader(&out);
        assert_eq!(take(&mut reader, values.len()).as_deref(), Some(values));
        assert!(reader.is_at_end());
        out
    }

    #[test]
    fn what_changes_evenly_takes_a_byte_a_block() {
        // 1 + 2 x 4 bytes to begin with, 3598 numbers of no bits in 113 blocks.
        let seconds: Vec<u32> = (0..3600).map(|s| s * 1000).collect();
        assert_eq!(packed(&seconds).len(), 9 + 113);
        // A constant has no differences at all.
        assert_eq!(packed(&[7; 65]).len(), 5 + 3);
    }

    #[test]
    fn one_jump_costs_only_its_block() {
        let mut beats: Vec<u32> = (0..320).map(|n| 150 + n % 2).collect();
        // 0 or 1 above the smallest: one bit a number.
        assert_eq!(packed(&beats).len(), 5 + 10 * (1 + 4));
        beats[100] = 200;
        // Its block takes 6 bits a number.
        assert_eq!(packed(&beats).len(), 5 + 9 * (1 + 4) + (1 + 24));
    }

    #[test]
    fn few_and_extreme_numbers_come_back() {
        for values in [&[][..], &[0], &[u32::MAX], &[0, u32::MAX], &[u32::MAX, 0, 1, u32::MAX / 2, 5]] {
            packed(values);
        }
    }
}
