//! KOOS-PF: how the kneecap joint is, in 11 answers.
//!
//! Formula: 100 - mean of the answered items x 25; at least 6 of 11. Units: 0 to 100, 100 is no problem; items 0 to 4.
//! Source: clinical text A.5 (`S10` change that matters 16.4, individual error 16). Grade C.
//! Limits: the half rule is remembered, not seen. Says nothing: fewer than 6 answers.

use super::Scale;
use crate::calendar::mean;
use kneewise_types::{Evidence, Grade};

pub(super) const SCALE: Scale = Scale {
    items: 11,
    allowed: |item, _| if item < 11 { &[0, 1, 2, 3, 4] } else { &[] },
    highest: 100.0,
    least_answers: 6,
    error: 16.0,
    matters: 16.4,
    evidence: Evidence::new(Grade::C, "S10"),
};

pub(super) fn of(given: &[f64]) -> f64 {
    100.0 - mean(given).unwrap_or(0.0) * 25.0
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use super::super::{NoScore, score};
    use kneewise_types::Instrument;

    #[test]
    fn a5_1_and_a5_2() {
        let all = told(Instrument::KoosPf, &[1, 2, 2, 1, 3, 2, 1, 0, 2, 2, 1], None);
        assert!((score(&all).unwrap() - 61.4).abs() < 0.05);
        let mut few = all;
        few.answers.iter_mut().skip(5).for_each(|answer| *answer = None);
        assert_eq!(score(&few), Err(NoScore::TooFew { need: 6, got: 5 }));
    }
}
