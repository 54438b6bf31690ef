//! The instants of one activity, held as columns: one vector a quantity, missing kept apart from zero.

use serde::{Deserialize, Serialize};

/// One quantity over all samples of an activity. A value that was not recorded is missing, never zero.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Column<T> {
    values: Vec<T>,
    /// One bit a value, set where a value is present; empty when all are present.
    present: Vec<u64>,
    missing: usize,
}

impl<T> Default for Column<T> {
    fn default() -> Self {
        Self { values: Vec::new(), present: Vec::new(), missing: 0 }
    }
}

impl<T: Copy + Default> Column<T> {
    /// An empty column with room for `n` values.
    #[must_use]
    pub fn with_capacity(n: usize) -> Self {
        Self { values: Vec::with_capacity(n), present: Vec::new(), missing: 0 }
    }

    /// A column in which every value is present.
    #[must_use]
    pub fn all_present(values: Vec<T>) -> Self {
        Self { values, present: Vec::new(), missing: 0 }
    }

    /// A column of `n` missing values.
    #[must_use]
    pub fn all_missing(n: usize) -> Self {
        Self { values: vec![T::default(); n], present: vec![0; n.div_ceil(64)], missing: n }
    }

    /// Appends one value, or one gap.
    #[inline]
    pub fn push(&mut self, value: Option<T>) {
        match value {
            Some(value) if self.present.is_empty() => self.values.push(value),
            value => self.push_beside_gaps(value),
        }
    }

    #[inline(never)]
    fn push_beside_gaps(&mut self, value: Option<T>) {
        let at = self.values.len();
        self.values.push(value.unwrap_or_default());
        self.mark(at, value.is_some());
    }

    /// Notes whether the value at the end is present; the bits begin with the first gap.
    fn mark(&mut self, at: usize, is_present: bool) {
        if self.present.is_empty() {
            self.present = vec![u64::MAX; at.div_ceil(64)];
            if let Some(last) = self.present.last_mut()
                && !at.is_multiple_of(64)
            {
                *last = (1 << (at % 64)) - 1;
            }
        }
        if at / 64 >= self.present.len() {
            self.present.push(0);
        }
        if !is_present {
            self.missing += 1;
        } else if let Some(word) = self.present.get_mut(at / 64) {
            *word |= 1 << (at % 64);
        }
    }

    /// The value at `at`; `None` where nothing was recorded or beyond the end.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<T> {
        if self.present.is_empty()
            || self.present.get(at / 64).is_some_and(|word| word & (1 << (at % 64)) != 0)
        {
            self.values.get(at).copied()
        } else {
            None
        }
    }

    /// All values in order, gaps as `None`.
    pub fn iter(&self) -> impl Iterator<Item = Option<T>> + '_ {
        (0..self.values.len()).map(|at| self.get(at))
    }

    /// The values that are present, in order.
    pub fn present(&self) -> impl Iterator<Item = T> + '_ {
        self.iter().flatten()
    }

    /// The raw values when none is missing: the fast path of a kernel.
    #[must_use]
    pub fn as_complete(&self) -> Option<&[T]> {
        (self.missing == 0).then_some(&self.values)
    }

    /// The raw values, a default standing in each gap; pair with [`Column::get`] or [`Column::presence`].
    #[must_use]
    pub fn raw(&self) -> &[T] {
        &self.values
    }

    /// One bit a value, lowest bit first; empty when all are present.
    #[must_use]
    pub fn presence(&self) -> &[u64] {
        &self.present
    }

    /// Number of samples, gaps included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Whether there is no sample at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Whether no value was recorded.
    #[must_use]
    pub fn is_all_missing(&self) -> bool {
        self.missing == self.values.len()
    }

    /// How many values are missing.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.missing
    }
}

impl<T: Copy + Default> FromIterator<Option<T>> for Column<T> {
    fn from_iter<I: IntoIterator<Item = Option<T>>>(values: I) -> Self {
        let mut column = Self::default();
        for value in values {
            column.push(value);
        }
        column
    }
}

/// The samples of one activity. Every column is either empty (never recorded) or as long as `time_ms`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Samples {
    /// Milliseconds since the start of the activity, never falling.
    pub time_ms: Vec<u32>,
    /// Latitude, degrees x 10^7, WGS 84.
    pub latitude_e7: Column<i32>,
    /// Longitude, degrees x 10^7, WGS 84.
    pub longitude_e7: Column<i32>,
    /// Altitude above sea level, m.
    pub altitude_m: Column<f32>,
    /// Distance since the start as the source counts it, m.
    pub distance_m: Column<f64>,
    /// Speed over ground, m/s.
    pub speed_mps: Column<f32>,
    /// Heart rate, bpm.
    pub heart_rate_bpm: Column<f32>,
    /// Step rate, both feet, steps/min (on a bicycle: revolutions per minute as recorded).
    pub cadence_spm: Column<f32>,
    /// Mechanical power, W.
    pub power_w: Column<f32>,
    /// Ground contact time, ms.
    pub stance_time_ms: Column<f32>,
    /// Share of ground contact of the left foot, %.
    pub stance_balance_left_pct: Column<f32>,
    /// Vertical oscillation, mm.
    pub vertical_oscillation_mm: Column<f32>,
    /// Vertical oscillation over step length, %.
    pub vertical_ratio_pct: Column<f32>,
    /// Step length, mm.
    pub step_length_mm: Column<f32>,
    /// Air temperature at the device, degrees C.
    pub temperature_c: Column<f32>,
}

impl Samples {
    /// Number of samples.
    #[must_use]
    pub fn len(&self) -> usize {
        self.time_ms.len()
    }

    /// Whether there are no samples (a summary without a file).
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.time_ms.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_not_a_zero() {
        let column: Column<f32> = [Some(1.0), None, Some(0.0)].into_iter().collect();
        assert_eq!(column.get(0), Some(1.0));
        assert_eq!(column.get(1), None);
        assert_eq!(column.get(2), Some(0.0));
        assert_eq!(column.get(3), None);
        assert_eq!(column.missing(), 1);
        assert!(column.as_complete().is_none());
    }

    #[test]
    fn gaps_are_remembered_across_word_borders() {
        for first_gap in [0, 1, 63, 64, 65, 127, 128, 129] {
            let column: Column<i32> = (0..200).map(|i| (i < first_gap || i % 3 == 0).then_some(i)).collect();
            for i in 0..200 {
                let expected = (i < first_gap || i % 3 == 0).then_some(i);
                assert_eq!(
                    column.get(usize::try_from(i).unwrap()),
                    expected,
                    "at {i}, first gap {first_gap}"
                );
            }
        }
    }
}
