//! How many flares before a claim.
//!
//! Formula: tier 1 from 3 flares, sceptical P(OR>1) >= 0.80 and the sign stays without any one flare; tier 2 from 5,
//!   P >= 0.90, permutation p <= 0.10, the sign stays over exponents and lags; tier 3 from 10, P >= 0.95, family-wise
//!   p <= 0.05 or kept by Benjamini-Hochberg at 0.10, and the interval excludes 1 or P(OR>1.5) >= 0.80; tier 4: tier 2 or
//!   more and an experiment that agrees. The highest tier whose number and requirement are met; a suspected time trend
//!   costs one. All probabilities are those of the sceptical prior [choice].
//!   Chance: `q = 1 - (1 - p)^days` that a window has it, and the chance of so many of so many.
//! Source: load text F5, key `rule`. Grade D. Limits: thresholds are a choice. Says nothing: fewer than 3 flares.

use crate::calendar::real;
use kneewise_types::own_data::{Chance, Estimate, Robustness, Tier};

/// Flares below which nothing is compared.
pub(super) const FEWEST_FLARES: u32 = 3;
const SUGGESTIVE_FLARES: u32 = 5;
const CONSISTENT_FLARES: u32 = 10;

/// What the tier of an exposure rests on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grounds<'a> {
    pub flares: u32,
    pub sceptical: &'a Estimate,
    pub chance: &'a Chance,
    pub robustness: &'a Robustness,
    /// An experiment on oneself agreed.
    pub is_tested: bool,
}

/// The highest tier that is met.
pub(super) fn tier(grounds: &Grounds<'_>) -> Tier {
    let Grounds { flares, sceptical, chance, robustness, .. } = *grounds;
    let is_apart = sceptical.interval.first().is_some_and(|low| *low > 1.0) || sceptical.above_1_5 >= 0.80;
    let is_rare = chance.family_wise_p <= 0.05 + 1e-9 || chance.is_kept;
    let reached = if flares >= CONSISTENT_FLARES && sceptical.above_1 >= 0.95 && is_rare && is_apart {
        Tier::Consistent
    } else if flares >= SUGGESTIVE_FLARES
        && sceptical.above_1 >= 0.90
        && chance.permutation_p <= 0.10 + 1e-9
        && robustness.over_exponents_and_lags
    {
        Tier::Suggestive
    } else if flares >= FEWEST_FLARES && sceptical.above_1 >= 0.80 && robustness.without_any_flare {
        Tier::Hint
    } else {
        Tier::None
    };
    let held = if robustness.is_time_trend_suspected { one_less(reached) } else { reached };
    if grounds.is_tested && held >= Tier::Suggestive { Tier::Tested } else { held }
}

const fn one_less(tier: Tier) -> Tier {
    match tier {
        Tier::None | Tier::Hint => Tier::None,
        Tier::Suggestive => Tier::Hint,
        Tier::Consistent => Tier::Suggestive,
        Tier::Tested => Tier::Consistent,
    }
}

/// Chance that a window of some days has what is there on a share of days.
pub(super) fn in_window(share_of_days: f64, days: i32) -> f64 {
    1.0 - (1.0 - share_of_days).powi(days)
}

/// Chance that at least `seen` of `flares` windows have it by luck.
pub(super) fn luck(share_of_windows: f64, seen: u32, flares: u32) -> f64 {
    let mut ways = 1.0;
    let mut tail = 0.0;
    for k in 0..=flares {
        if k > 0 {
            ways *= f64::from(flares - k + 1) / f64::from(k);
        }
        if k >= seen {
            let (with, without) = (i32::try_from(k).unwrap_or(0), i32::try_from(flares - k).unwrap_or(0));
            tail += ways * share_of_windows.powi(with) * (1.0 - share_of_windows).powi(without);
        }
    }
    tail.min(1.0)
}

/// Share of known days with presence; `None` when nothing is known.
pub(super) fn share_of_days(values: &[Option<f64>]) -> Option<f64> {
    let known: Vec<f64> = values.iter().flatten().copied().collect();
    let there = known.iter().filter(|value| **value > 0.5).count();
    (!known.is_empty()).then(|| real(there) / real(known.len()))
}

#[cfg(test)]
mod tests {
    use super::super::normal::estimate;
    use super::*;
    use crate::load::number::agrees;

    const STEADY: Robustness =
        Robustness { without_any_flare: true, over_exponents_and_lags: true, is_time_trend_suspected: false };
    const RARE: Chance = Chance { permutation_p: 0.01, family_wise_p: 0.04, is_kept: true, luck: None };

    fn of(flares: u32, beta: f64, sd: f64, chance: Chance, robustness: Robustness) -> Tier {
        let told = estimate(beta, sd);
        tier(&Grounds {
            flares,
            sceptical: &told,
            chance: &chance,
            robustness: &robustness,
            is_tested: false,
        })
    }

    #[test]
    fn one_sided_sets_by_chance() {
        for (k, printed) in [(3, 0.125), (4, 0.0625), (5, 0.031), (6, 0.0156), (7, 0.0078), (8, 0.0039)] {
            assert!(
                agrees(luck(0.5, k, k), printed, 1e-4) || (luck(0.5, k, k) - printed).abs() < 5e-4,
                "{k}"
            );
        }
        // To find OR 3 one-sided at 5 % with 80 % power: 16 of 23 pairs; OR 2: 36 of 58.
        assert!(luck(0.5, 16, 23) <= 0.05 && luck(0.5, 15, 23) > 0.05);
        assert!(luck(0.75, 16, 23) >= 0.80);
        assert!(luck(0.5, 36, 58) <= 0.05 && luck(2.0 / 3.0, 36, 58) >= 0.80);
    }

    #[test]
    fn chance_baseline_of_f5() {
        let q = in_window(0.15, 3);
        assert!(agrees(q, 0.3859, 1e-4));
        assert!(agrees(luck(q, 4, 4), 0.02217, 1e-5));
    }

    #[test]
    fn numbers_and_requirements_are_both_needed() {
        assert_eq!(of(2, 2.0, 0.4, RARE, STEADY), Tier::None);
        assert_eq!(of(3, 2.0, 0.4, RARE, STEADY), Tier::Hint);
        assert_eq!(of(5, 2.0, 0.4, RARE, STEADY), Tier::Suggestive);
        assert_eq!(of(10, 2.0, 0.4, RARE, STEADY), Tier::Consistent);
        let common = Chance { permutation_p: 0.09, family_wise_p: 0.5, is_kept: false, luck: None };
        assert_eq!(of(12, 2.0, 0.4, common, STEADY), Tier::Suggestive, "12 flares that fail tier 3");
        let weak = Chance { permutation_p: 0.3, ..common };
        assert_eq!(of(12, 2.0, 0.4, weak, STEADY), Tier::Hint);
        let shaky = Robustness { without_any_flare: false, ..STEADY };
        assert_eq!(of(4, 2.0, 0.4, RARE, shaky), Tier::None);
        assert_eq!(of(9, 0.3, 0.4, RARE, STEADY), Tier::None, "P below 0.80");
    }

    #[test]
    fn a_time_trend_costs_one_tier_and_an_experiment_needs_two() {
        let trend = Robustness { is_time_trend_suspected: true, ..STEADY };
        assert_eq!(of(10, 2.0, 0.4, RARE, trend), Tier::Suggestive);
        assert_eq!(of(4, 2.0, 0.4, RARE, trend), Tier::None);
        let told = estimate(2.0, 0.4);
        let grounds = |flares, robustness| Grounds {
            flares,
            sceptical: &told,
            chance: &RARE,
            robustness,
            is_tested: true,
        };
        assert_eq!(tier(&grounds(5, &STEADY)), Tier::Tested);
        assert_eq!(tier(&grounds(5, &trend)), Tier::Hint);
        assert_eq!(tier(&grounds(4, &STEADY)), Tier::Hint);
    }
}
