//! A number that changes when any life of the population changes (FNV-1a over whole metres, points and days).

use crate::life::Life;
use crate::number::whole;

/// The whole frozen population.
pub const DIGEST: u64 = 6_286_597_906_316_419_675;

/// Every hundredth runner of it.
pub const DIGEST_OF_33: u64 = 4_640_289_907_267_686_677;

#[derive(Debug)]
struct Sum(u64);

impl Sum {
    const fn new() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }

    fn take(&mut self, value: u64) {
        for byte in value.to_le_bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
        }
    }

    fn whole(&mut self, value: f64) {
        // Rounded, for the last bit of a sine must not count.
        self.take(whole(value, 0, i64::MAX).unsigned_abs());
    }
}

/// Sums up one life: every outing, entry, test and flare.
#[must_use]
pub fn life_digest(life: &Life) -> u64 {
    let mut sum = Sum::new();
    for outing in &life.outings {
        sum.whole(f64::from(outing.date.day_of_year()));
        sum.whole(outing.distance_m.unwrap_or(0.0));
        sum.take(u64::from(outing.is_known) + 2 * u64::from(outing.is_recorded));
        sum.take(u64::from(outing.is_shoe_named) + 2 * outing.shoe.map_or(0, |shoe| shoe as u64 + 1));
    }
    for entry in &life.diary {
        sum.take(entry.day_pain().map_or(99, |pain| u64::from(pain.points())));
    }
    for night in &life.wellness {
        sum.whole(10.0 * night.sleep_h.unwrap_or(0.0) + 1_000.0 * night.stress.unwrap_or(0.0));
    }
    for test in &life.tests {
        sum.whole(10.0 * test.value);
    }
    sum.take(life.strength.len() as u64);
    for flare in &life.knee.flares {
        sum.take(flare.onset as u64);
    }
    sum.0
}

/// One number for many lives in order.
pub fn combined(digests: impl Iterator<Item = u64>) -> u64 {
    let mut sum = Sum::new();
    digests.for_each(|digest| sum.take(digest));
    sum.0
}
