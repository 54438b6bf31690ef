//! Straight lines through pairs: least squares, and Huber's weights against outliers (k = 1.345).

use super::number::median;

/// `y = slope * x + intercept`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    pub slope: f64,
    pub intercept: f64,
}

impl Line {
    /// The line's value.
    #[must_use]
    pub fn at(&self, x: f64) -> f64 {
        self.slope * x + self.intercept
    }
}

/// Distance from the line, in robust standard deviations, beyond which a pair loses weight.
const HUBER_K: f64 = 1.345;
const ROUNDS: usize = 20;

/// Least squares of y on x; `None` when all x are the same.
pub(crate) fn least_squares(pairs: &[(f64, f64)]) -> Option<Line> {
    weighted(pairs.iter().map(|(x, y)| (*x, *y, 1.0)))
}

/// Least squares in which far pairs count less.
pub(crate) fn huber(pairs: &[(f64, f64)]) -> Option<Line> {
    let mut line = least_squares(pairs)?;
    for _ in 0..ROUNDS {
        let distance = |(x, y): &(f64, f64)| (y - line.at(*x)).abs();
        let spread = 1.4826 * median(&mut pairs.iter().map(distance).collect::<Vec<_>>())?;
        if spread < 1e-12 {
            break;
        }
        let limit = HUBER_K * spread;
        let weight = |pair: &(f64, f64)| (limit / distance(pair).max(limit)).min(1.0);
        line = weighted(pairs.iter().map(|pair| (pair.0, pair.1, weight(pair))))?;
    }
    Some(line)
}

fn weighted(triples: impl Iterator<Item = (f64, f64, f64)> + Clone) -> Option<Line> {
    let (sum_w, sum_x, sum_y) =
        triples.clone().fold((0.0, 0.0, 0.0), |(sw, sx, sy), (x, y, w)| (sw + w, sx + w * x, sy + w * y));
    let (mean_x, mean_y) = (sum_x / sum_w, sum_y / sum_w);
    let (sxx, sxy) = triples.fold((0.0, 0.0), |(sxx, sxy), (x, y, w)| {
        (sxx + w * (x - mean_x) * (x - mean_x), sxy + w * (x - mean_x) * (y - mean_y))
    });
    (sxx > 0.0).then(|| Line { slope: sxy / sxx, intercept: mean_y - sxy / sxx * mean_x })
}
