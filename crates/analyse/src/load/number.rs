//! Small arithmetic that the metrics of this folder share.

/// Whether two numbers agree within the tolerance of the load text: relative 1e-3 or half a unit of the last
/// printed digit, whichever is larger.
pub(super) fn agrees(got: f64, printed: f64, last_digit: f64) -> bool {
    (got - printed).abs() <= (printed.abs() * 1e-3).max(0.5 * last_digit)
}
