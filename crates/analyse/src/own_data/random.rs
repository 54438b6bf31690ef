//! Drawn numbers from a fixed seed, so that the same history always gives the same answer.

/// SplitMix64 (Steele, Lea, Flood 2014): shuffles need no more.
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Random {
    /// Its own stream for each use.
    pub(crate) const fn new(stream: u64) -> Self {
        Self(0x6b6e_6565_7769_7365 ^ stream.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A whole number below `n`; 0 when `n` is 0.
    fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % n).unwrap_or(0)
    }

    /// Puts the items in a random order.
    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            let other = self.below(last + 1);
            items.swap(last, other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shuffle_keeps_every_item_and_repeats_itself() {
        let mut once: Vec<u32> = (0..100).collect();
        let mut again = once.clone();
        Random::new(1).shuffle(&mut once);
        Random::new(1).shuffle(&mut again);
        assert_eq!(once, again);
        assert_ne!(once, (0..100).collect::<Vec<_>>());
        again.sort_unstable();
        assert_eq!(again, (0..100).collect::<Vec<_>>());
    }
}
