//! What the pairs of blocks say together.
//!
//! Formula: of each pair d = outcome as usual minus changed (pain), or changed minus usual (share of flare-free days), so
//!   that more is better; p = share of the 2^pairs label swaps within pairs whose mean d is at least as large as the one
//!   seen, which is among them. Fits: p at most 1/8, or the smallest that two pairs can give; does not fit: mean d at most
//!   0. Units: points of pain, share of days. Source: load text F6 (randomisation over 2^pairs; "fits / does not fit", never
//!   "significant"), limits of p and of keeping [choice], key `rule`. Grade D.
//! Limits: nobody is blind to the block; what carries over from one block to the next is not modelled.
//! Says nothing: fewer than two pairs whose blocks are over and have 5 entered days each.

use crate::calendar::{count_days, mean, real};
use kneewise_types::{Arm, Block, ExperimentOutcome, ExperimentResult, ExperimentVerdict};

const LEAST_ENTERED: u32 = 5;
const LEAST_PAIRS: usize = 2;
/// With three pairs the smallest possible share.
const FITS: f64 = 1.0 / 8.0;
/// Share of runs or weeks, of those that can be told, that must be as a block asks [choice].
const KEPT: f64 = 0.70;

/// The comparison so far.
pub(super) fn result(blocks: &[Block], outcome: ExperimentOutcome) -> ExperimentResult {
    let pairs: Vec<(&Block, &Block)> = blocks.chunks_exact(2).filter_map(pair).collect();
    let differences: Vec<f64> = pairs
        .iter()
        .filter_map(|(usual, changed)| {
            Some(match outcome {
                ExperimentOutcome::DailyPain => usual.mean_pain? - changed.mean_pain?,
                ExperimentOutcome::FlareFreeDays => free_share(changed) - free_share(usual),
            })
        })
        .collect();
    let p = randomised(&differences);
    let is_kept_block = |block: &Block| block.adherence.share().is_some_and(|share| share >= KEPT);
    ExperimentResult {
        mean_difference: mean(&differences),
        p,
        smallest_p: smallest(differences.len()),
        verdict: verdict(&differences, p),
        is_kept: !pairs.is_empty()
            && pairs.iter().all(|(usual, changed)| is_kept_block(usual) && is_kept_block(changed)),
        differences,
    }
}

/// Usual and changed block of a pair that can be compared.
fn pair(blocks: &[Block]) -> Option<(&Block, &Block)> {
    let can_tell = |block: &Block| block.is_over && block.entered_days >= LEAST_ENTERED;
    if !blocks.iter().all(can_tell) {
        return None;
    }
    let of = |arm| blocks.iter().find(|block| block.arm == arm);
    Some((of(Arm::Usual)?, of(Arm::Changed)?))
}

fn free_share(block: &Block) -> f64 {
    let days = count_days(crate::calendar::days_between(block.from, block.to) + 1).max(1);
    f64::from(block.flare_free_days) / f64::from(days)
}

fn verdict(differences: &[f64], p: Option<f64>) -> ExperimentVerdict {
    let (Some(p), Some(mean)) = (p.filter(|_| differences.len() >= LEAST_PAIRS), mean(differences)) else {
        return ExperimentVerdict::TooEarly;
    };
    let limit = smallest(differences.len()).map_or(FITS, |smallest| smallest.max(FITS));
    if mean <= 1e-9 {
        ExperimentVerdict::DoesNotFit
    } else if p <= limit + 1e-9 {
        ExperimentVerdict::Fits
    } else {
        ExperimentVerdict::Unclear
    }
}

/// One of all label swaps.
fn smallest(pairs: usize) -> Option<f64> {
    (pairs > 0).then(|| 0.5_f64.powi(i32::try_from(pairs).unwrap_or(i32::MAX)))
}

/// Share of all swaps within pairs with at least the sum seen; `None` of nothing.
fn randomised(differences: &[f64]) -> Option<f64> {
    let pairs = u32::try_from(differences.len()).ok().filter(|pairs| (1..=20).contains(pairs))?;
    let seen: f64 = differences.iter().sum();
    let all = 1_usize << pairs;
    let as_large = (0..all).filter(|swaps| {
        let signed = differences.iter().enumerate();
        let sum: f64 = signed.map(|(at, d)| if swaps >> at & 1 == 1 { -d } else { *d }).sum();
        sum >= seen - 1e-9
    });
    Some(real(as_large.count()) / real(all))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_pairs_give_an_eighth_at_best() {
        assert!((randomised(&[1.0, 0.5, 2.0]).unwrap() - 1.0 / 8.0).abs() < 1e-12);
        assert!((smallest(3).unwrap() - 0.125).abs() < 1e-12);
        assert!((randomised(&[1.0, 0.5]).unwrap() - 0.25).abs() < 1e-12);
        assert_eq!(randomised(&[]), None);
    }

    #[test]
    fn swaps_are_counted_by_hand() {
        // Sums of +-1 +-2 +-3 of at least 4: 6, 4. Of at least 0 all but the four negative ones (+-0 twice).
        assert!((randomised(&[-1.0, 2.0, 3.0]).unwrap() - 2.0 / 8.0).abs() < 1e-12);
        assert!((randomised(&[1.0, 2.0, -3.0]).unwrap() - 5.0 / 8.0).abs() < 1e-12);
        assert!((randomised(&[0.0, 0.0]).unwrap() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn verdicts() {
        let of = |differences: &[f64]| verdict(differences, randomised(differences));
        assert_eq!(of(&[2.0]), ExperimentVerdict::TooEarly);
        assert_eq!(of(&[2.0, 1.0]), ExperimentVerdict::Fits);
        assert_eq!(of(&[2.0, -0.5]), ExperimentVerdict::Unclear);
        assert_eq!(of(&[1.0, 1.0, 1.0]), ExperimentVerdict::Fits);
        assert_eq!(of(&[1.0, 1.0, -0.5]), ExperimentVerdict::Unclear);
        assert_eq!(of(&[1.0, 1.0, 1.0, -0.5]), ExperimentVerdict::Fits, "2 of 16");
        assert_eq!(of(&[-1.0, 0.5]), ExperimentVerdict::DoesNotFit);
        assert_eq!(of(&[0.0, 0.0]), ExperimentVerdict::DoesNotFit);
    }
}
