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

/// Packs the numbers.
pub(super) fn put(out: &mut Vec<u8>, values: &[u32]) {
    let smallest = values.iter().map(|value| value.cast_signed()).min().unwrap_or_default().cast_unsigned();
    let steps = differences(values);
    let turns = differences(&steps);
    let above = |value: u32| value.wrapping_sub(smallest);
    let mut least = (0, room(values, above, 1));
    for (order, rest) in [(1, &steps), (2, &turns)] {
        // As many values as stand before the blocks must be there.
        if values.len() >= beginnings(order) {
            let room = room(rest, zigzag, beginnings(order));
            least = if room < least.1 { (order, room) } else { least };
        }
    }
    out.push(least.0);
    match least.0 {
        0 => {
            out.extend(smallest.to_le_bytes());
            put_blocks(out, values, above);
        }
        order => {
            values.iter().take(beginnings(order)).for_each(|number| out.extend(number.to_le_bytes()));
            put_blocks(out, if order == 1 { &steps } else { &turns }, zigzag);
        }
    }
}

/// How many numbers stand before the blocks.
const fn beginnings(order: u8) -> usize {
    if order == 2 { 2 } else { 1 }
}

/// From each number to the next.
fn differences(values: &[u32]) -> Vec<u32> {
    let later = values.get(1..).unwrap_or_default();
    later.iter().zip(values).map(|(b, a)| b.wrapping_sub(*a)).collect()
}

/// Bits that the numbers take, each as `of` makes it, after some numbers that stand before the blocks.
fn room(numbers: &[u32], of: impl Fn(u32) -> u32, beginnings: usize) -> usize {
    let width = |block: &[u32]| BLOCK * usize::from(width(block.iter().fold(0, |all, one| all | of(*one))));
    numbers.chunks(BLOCK).map(width).sum::<usize>() + 32 * beginnings
}

/// Small numbers of either sign as small ones without: 0, -1, 1, -2 as 0, 1, 2, 3.
const fn zigzag(difference: u32) -> u32 {
    (difference << 1) ^ (difference.cast_signed() >> 31).cast_unsigned()
}

const fn unzigzag(number: u32) -> u32 {
    (number >> 1) ^ (number & 1).wrapping_neg()
}

/// Bits of the largest of numbers that were laid one over the other.
fn width(all: u32) -> u8 {
    u8::try_from(u32::BITS - all.leading_zeros()).unwrap_or(32)
}

fn put_blocks(out: &mut Vec<u8>, numbers: &[u32], of: impl Fn(u32) -> u32) {
    let packer = BitPacker1x::new();
    for chunk in numbers.chunks(BLOCK) {
        let mut block = [0; BLOCK];
        block.iter_mut().zip(chunk).for_each(|(slot, number)| *slot = of(*number));
        let width = width(block.iter().fold(0, |all, number| all | number));
        let mut packed = [0; BYTES_A_BIT * 32];
        let length = packer.compress(&block, &mut packed, width);
        out.push(width);
        out.extend_from_slice(packed.get(..length).unwrap_or_default());
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
