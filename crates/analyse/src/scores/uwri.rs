//! UWRI: how far running is back, in 9 answers.
//!
//! Formula: sum. Units: 0 to 36, 36 is as before the injury; items 0 to 4.
//! Source: clinical text A.5 (`S20`: minimal important change 5, clinically important 8). Grade C.
//! Limits: for injured runners. Says nothing: any item left open.

use super::Scale;
use kneewise_types::{Evidence, Grade};

pub(super) const SCALE: Scale = Scale {
    items: 9,
    allowed: |item, _| if item < 9 { &[0, 1, 2, 3, 4] } else { &[] },
    highest: 36.0,
    least_answers: 9,
    error: 5.0,
    matters: 8.0,
    evidence: Evidence::new(Grade::C, "S20"),
};

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use super::super::{ChangeMeaning, scale, score};
    use kneewise_types::Instrument;

    #[test]
    fn a5_5() {
        let before = score(&told(Instrument::Uwri, &[3, 2, 2, 2, 2, 1, 2, 2, 1], None)).unwrap();
        assert!((before - 17.0).abs() < 1e-9);
        let scale = scale(Instrument::Uwri);
        assert_eq!(scale.meaning(before, 26.0), ChangeMeaning::Important, "+9");
        assert_eq!(scale.meaning(before, 23.0), ChangeMeaning::Noticeable);
        assert_eq!(scale.meaning(before, 14.0), ChangeMeaning::WithinError);
    }
}
