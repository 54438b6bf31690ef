//! The order of the blocks: in each pair a coin decides which comes first.
//!
//! Formula: one bit a pair from SplitMix64 of the seed. Units: none. Source: load text F6 ("order randomised in pairs"),
//!   key `rule`. Grade D. Limits: with few pairs all may fall alike. Says nothing: never.

use crate::own_data::random::Random;
use kneewise_types::Arm;

/// The order of so many pairs, drawn from a seed. The order is kept with the experiment, so it outlives this function.
#[must_use]
pub fn drawn_order(seed: u64, pairs: u8) -> Vec<Arm> {
    let mut random = Random::new(seed);
    (0..pairs)
        .flat_map(|_| {
            let mut pair = [Arm::Usual, Arm::Changed];
            random.shuffle(&mut pair);
            pair
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_has_one_of_each_and_both_orders_come_up_about_as_often() {
        let mut changed_first = 0;
        for seed in 0..400 {
            let order = drawn_order(seed, 3);
            assert_eq!(order, drawn_order(seed, 3));
            assert!(order.chunks(2).all(|pair| pair[0] != pair[1]) && order.len() == 6);
            changed_first += order.iter().step_by(2).filter(|arm| **arm == Arm::Changed).count();
        }
        assert!((520..=680).contains(&changed_first), "{changed_first} of 1200");
    }
}
