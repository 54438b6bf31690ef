//! VISA-P: the tendon below the kneecap, in 8 answers.
//!
//! Formula: sum; items 1 to 6 give 0 to 10, item 7 gives 0, 4, 7 or 10, item 8 by its branch (A no pain, B some, C stops).
//! Units: 0 to 100, 100 is best. Source: clinical text A.5 (`S17`: 13 points matter). Grade C.
//! Limits: layout from memory. Says nothing: any item left open, or item 8 without its branch.

use super::Scale;
use kneewise_types::{Evidence, Grade};

pub(super) const SCALE: Scale = Scale {
    items: 8,
    allowed,
    highest: 100.0,
    least_answers: 8,
    error: 13.0,
    matters: 13.0,
    evidence: Evidence::new(Grade::C, "S17"),
};

fn allowed(item: usize, branch: Option<char>) -> &'static [u8] {
    match (item, branch) {
        (0..=5, _) => &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        (6, _) => &[0, 4, 7, 10],
        (7, Some('A')) => &[0, 7, 14, 21, 30],
        (7, Some('B')) => &[0, 4, 10, 14, 20],
        (7, Some('C')) => &[0, 2, 5, 7, 10],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::told;
    use super::super::{NoScore, score};
    use kneewise_types::Instrument;

    #[test]
    fn a5_4() {
        let points = [8, 7, 9, 7, 6, 6, 7, 10];
        assert!((score(&told(Instrument::VisaP, &points, Some('B'))).unwrap() - 60.0).abs() < 1e-9);
        let wrong = score(&told(Instrument::VisaP, &points, Some('A')));
        assert_eq!(wrong, Err(NoScore::Points { item: 8, got: 10 }));
    }
}
