//! Limb symmetry index.
//!
//! Formula: LSI = sore side / other side x 100; without one sore side, worse / better x 100.
//! Unit: percent. Source: clinical text D.1, bands [rule], key `rule`. Grade D.
//! Says nothing: one side only, both knees sore, or the other side at 0.

/// LSI of two values of a test in which more is better.
pub(crate) fn symmetry_pct(sore: f64, other: f64) -> Option<f64> {
    (other > 0.0).then(|| sore / other * 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d1_3_heel_raises() {
        assert!((symmetry_pct(18.0, 22.0).unwrap() - 81.8).abs() <= 0.05);
    }

    #[test]
    fn a_side_that_could_do_nothing_gives_no_ratio() {
        assert_eq!(symmetry_pct(18.0, 0.0), None);
    }
}
