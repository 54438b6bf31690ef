//! AKPS (Kujala): pain at the front of the knee, in 13 answers.
//!
//! Formula: sum of points; every answer has its own. Units: 0 to 100, 100 is best.
//! Source: clinical text A.5, its table of points (`S14`; change that matters 11, error 13, `S13`). Grade C.
//! Limits: constant limping gives 0 as in the original. Says nothing: any item left open.

use super::Scale;
use kneewise_types::{Evidence, Grade};

/// Points by item, best to worst.
const POINTS: [&[u8]; 13] = [
    &[5, 3, 0],
    &[5, 3, 0],
    &[5, 3, 2, 0],
    &[10, 8, 5, 0],
    &[5, 4, 3, 2, 0],
    &[10, 8, 6, 3, 0],
    &[10, 7, 2, 0],
    &[10, 8, 6, 4, 0],
    &[10, 8, 6, 3, 0],
    &[10, 8, 6, 4, 0],
    &[10, 6, 4, 2, 0],
    &[5, 3, 0],
    &[5, 3, 0],
];

pub(super) const SCALE: Scale = Scale {
    items: POINTS.len(),
    allowed: |item, _| POINTS.get(item).copied().unwrap_or(&[]),
    highest: 100.0,
    least_answers: POINTS.len(),
    error: 13.0,
    matters: 13.0,
    evidence: Evidence::new(Grade::C, "S13"),
};

#[cfg(test)]
mod tests {
    use super::super::score;
    use super::super::tests::told;
    use super::POINTS;
    use kneewise_types::Instrument;

    #[test]
    fn a5_3_and_the_maxima() {
        let all = told(Instrument::Akps, &[3, 5, 5, 8, 4, 8, 7, 8, 8, 10, 10, 5, 5], None);
        assert!((score(&all).unwrap() - 86.0).abs() < 1e-9);
        let best: u32 = POINTS.iter().map(|points| u32::from(points[0])).sum();
        assert_eq!(best, 100);
    }
}
