//! LEFS: what the legs can do, in 20 answers.
//!
//! Formula: sum. Units: 0 to 80, 80 is no difficulty; items 0 to 4. Source: clinical text A.5 (`S21`: 9 points are both
//!   error and change that matters). Grade C. Limits: of both legs together. Says nothing: any item left open.

use super::Scale;
use kneewise_types::{Evidence, Grade};

pub(super) const SCALE: Scale = Scale {
    items: 20,
    allowed: |item, _| if item < 20 { &[0, 1, 2, 3, 4] } else { &[] },
    highest: 80.0,
    least_answers: 20,
    error: 9.0,
    matters: 9.0,
    evidence: Evidence::new(Grade::C, "S21"),
};

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use super::super::{ChangeMeaning, scale, score};
    use kneewise_types::Instrument;

    #[test]
    fn a5_6() {
        let points = [[4; 12].as_slice(), &[3; 5], &[2; 3]].concat();
        let before = score(&told(Instrument::Lefs, &points, None)).unwrap();
        assert!((before - 69.0).abs() < 1e-9);
        assert_eq!(scale(Instrument::Lefs).meaning(before, 76.0), ChangeMeaning::WithinError, "+7");
        assert_eq!(scale(Instrument::Lefs).meaning(before, 78.0), ChangeMeaning::Important);
    }
}
