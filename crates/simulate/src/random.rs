//! Seeded random numbers: xoshiro256++ filled by splitmix64 (Blackman and Vigna 2021, public domain design).
//!
//! Hand-written, so that a seed means the same life in every later version of any dependency.

/// A stream of random numbers; the same seed, purpose and index give the same stream.
#[derive(Debug, Clone)]
pub struct Random {
    state: [u64; 4],
}

const fn split_mix(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mixed = (*seed ^ (*seed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

impl Random {
    /// The stream of one purpose: what is drawn for one never shifts what is drawn for another.
    #[must_use]
    pub const fn stream(seed: u64, purpose: u64, index: u64) -> Self {
        let mut key = seed;
        let first = split_mix(&mut key) ^ purpose.wrapping_mul(0xD1B5_4A32_D192_ED03);
        let mut key = first;
        let mut key = split_mix(&mut key) ^ index.wrapping_mul(0x8CB9_2BA7_2F3D_8DD7);
        Self { state: [split_mix(&mut key), split_mix(&mut key), split_mix(&mut key), split_mix(&mut key)] }
    }

    /// Sixty-four random bits.
    pub const fn bits(&mut self) -> u64 {
        let [a, b, c, d] = &mut self.state;
        let result = a.wrapping_add(*d).rotate_left(23).wrapping_add(*a);
        let shifted = *b << 17;
        *c ^= *a;
        *d ^= *b;
        *b ^= *c;
        *a ^= *d;
        *c ^= shifted;
        *d = d.rotate_left(45);
        result
    }

    /// Evenly between 0 (included) and 1 (excluded).
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Evenly between two numbers.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// True with this probability.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// Roughly normal with mean 0 and SD 1, never beyond 3.47: the sum of the four quarters of one word.
    ///
    /// Bounded on purpose: no simulated runner meets a six-sigma day, and it needs no logarithm per sample.
    pub fn normal(&mut self) -> f64 {
        let bits = self.bits();
        let sum = (bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48);
        (sum as f64 / 65_535.0 - 2.0) * 3.0_f64.sqrt()
    }

    /// A whole number below `count`; 0 when `count` is 0.
    pub const fn below(&mut self, count: u64) -> u64 {
        if count == 0 { 0 } else { self.bits() % count }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draws_have_the_mean_and_spread_they_promise() {
        let mut random = Random::stream(1, 2, 3);
        let draws: Vec<f64> = (0..20_000).map(|_| random.normal()).collect();
        let mean = draws.iter().sum::<f64>() / 20_000.0;
        let variance = draws.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / 20_000.0;
        assert!(mean.abs() < 0.03, "mean {mean}");
        assert!((variance - 1.0).abs() < 0.05, "variance {variance}");
        let even = (0..20_000).map(|_| random.unit()).sum::<f64>() / 20_000.0;
        assert!((even - 0.5).abs() < 0.01, "mean {even}");
    }

    #[test]
    fn streams_differ_by_seed_purpose_and_index() {
        let first = |seed, purpose, index| Random::stream(seed, purpose, index).bits();
        assert_eq!(first(1, 2, 3), first(1, 2, 3));
        assert_ne!(first(1, 2, 3), first(2, 2, 3));
        assert_ne!(first(1, 2, 3), first(1, 3, 3));
        assert_ne!(first(1, 2, 3), first(1, 2, 4));
    }
}
