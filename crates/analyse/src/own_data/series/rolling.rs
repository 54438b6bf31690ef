//! Sums over the last days of a series.

use crate::calendar::real;

/// Sum of the last `days` days, scaled up for those missing; missing itself below `least` known days.
pub(super) fn sum(values: &[Option<f64>], days: usize, least: usize) -> Vec<Option<f64>> {
    let (mut sum, mut known) = (0.0, 0_usize);
    let mut out = Vec::with_capacity(values.len());
    for (at, value) in values.iter().enumerate() {
        if let Some(value) = value {
            sum += value;
            known += 1;
        }
        if let Some(gone) = at.checked_sub(days).and_then(|old| values.get(old)).copied().flatten() {
            sum -= gone;
            known -= 1;
        }
        if known == 0 {
            // Rounding must not outlive the values it came from.
            sum = 0.0;
        }
        let is_long_enough = at + 1 >= days;
        out.push((is_long_enough && known >= least.max(1)).then(|| sum * real(days) / real(known)));
    }
    out
}

/// Mean of the last `days` days over those known.
pub(super) fn mean(values: &[Option<f64>], days: usize, least: usize) -> Vec<Option<f64>> {
    sum(values, days, least).into_iter().map(|sum| sum.map(|sum| sum / real(days))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_slides() {
        let values: Vec<Option<f64>> = (1..=9).map(|n| Some(f64::from(n))).collect();
        let sums = sum(&values, 7, 7);
        assert_eq!(sums[5], None);
        assert_eq!(sums[6], Some(28.0));
        assert_eq!(sums[8], Some(42.0));
        assert_eq!(mean(&values, 7, 7)[8], Some(6.0));
    }

    #[test]
    fn missing_days_are_not_zero() {
        let values = [Some(2.0), None, Some(4.0), None];
        assert_eq!(mean(&values, 4, 2), [None, None, None, Some(3.0)]);
        assert_eq!(mean(&values, 4, 3)[3], None);
    }
}
