//! Small arithmetic that the metrics of this folder share: counting, means, medians.

/// The bin of a value that is not negative, rounding down; `None` for anything else.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "range checked just above")]
#[inline]
pub(crate) fn floor_index(value: f64) -> Option<usize> {
    (0.0..1e9).contains(&value).then_some(value as usize)
}

/// Arithmetic mean; `None` of nothing.
pub(crate) fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// Sample standard deviation (n - 1); `None` below two values.
pub(crate) fn sample_sd(values: &[f64]) -> Option<f64> {
    let centre = mean(values)?;
    let squares: f64 = values.iter().map(|value| (value - centre).powi(2)).sum();
    (values.len() > 1).then(|| (squares / (values.len() - 1) as f64).sqrt())
}

/// Median, the mean of the middle two of an even number; sorts in place. `None` of nothing.
pub(crate) fn median(values: &mut [f64]) -> Option<f64> {
    values.sort_unstable_by(f64::total_cmp);
    let upper = *values.get(values.len() / 2)?;
    if values.len() % 2 == 1 {
        return Some(upper);
    }
    values.get(values.len() / 2 - 1).map(|lower| f64::midpoint(*lower, upper))
}

/// Whether two numbers agree within the tolerance of the load text: relative 1e-3 or half a unit of the last
/// printed digit, whichever is larger.
#[cfg(test)]
pub(crate) fn agrees(got: f64, printed: f64, last_digit: f64) -> bool {
    (got - printed).abs() <= (printed.abs() * 1e-3).max(0.5 * last_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_even_number_of_values_has_its_median_between_the_middle_two() {
        assert_eq!(median(&mut [4.0, 1.0, 3.0, 2.0]), Some(2.5));
        assert_eq!(median(&mut [3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&mut []), None);
    }

    #[test]
    fn only_what_is_not_negative_and_finite_has_a_bin() {
        assert_eq!(floor_index(2.999), Some(2));
        assert_eq!(floor_index(-0.1), None);
        assert_eq!(floor_index(f64::NAN), None);
        assert_eq!(floor_index(f64::INFINITY), None);
    }
}
