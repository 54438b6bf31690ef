//! One flare as a set: the window before it, and up to four earlier windows of the same weekdays.
//!
//! Kept as differences to the window before the flare, which is all that the likelihood asks for.

/// Most reference windows of a flare.
pub(super) const MOST_REFERENCES: usize = 4;

/// Values of the reference windows minus that of the window before the flare.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Stratum {
    differences: [f64; MOST_REFERENCES],
    references: usize,
    /// Value of the window before the flare.
    pub hazard: f64,
}

impl Stratum {
    /// From the window before the flare and its references; more than four are left out.
    pub(super) fn new(hazard: f64, references: impl IntoIterator<Item = f64>) -> Self {
        let mut stratum = Self { hazard, ..Self::default() };
        for (slot, value) in stratum.differences.iter_mut().zip(references) {
            *slot = value - hazard;
            stratum.references += 1;
        }
        stratum
    }

    /// References minus hazard.
    pub(super) fn differences(&self) -> &[f64] {
        self.differences.get(..self.references).unwrap_or(&[])
    }

    /// Values of the reference windows.
    #[cfg(test)]
    pub(super) fn references(&self) -> impl Iterator<Item = f64> {
        self.differences().iter().map(|difference| difference + self.hazard)
    }

    /// Whether any window differs from the one before the flare.
    pub(super) fn tells(&self) -> bool {
        self.differences().iter().any(|difference| difference.abs() > 0.0)
    }

    /// Whether the window before the flare had more than the middle of its references.
    pub(super) fn is_above(&self) -> bool {
        let mut below = 0_usize;
        let mut above = 0_usize;
        for difference in self.differences() {
            below += usize::from(*difference < 0.0);
            above += usize::from(*difference > 0.0);
        }
        below > above
    }
}
