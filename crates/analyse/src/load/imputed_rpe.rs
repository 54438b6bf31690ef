//! Ratings that the runner did not give, estimated and marked.
//!
//! What: a session rating from how fast, how high the heart rate and how long.
//! Formula: with ten rated sessions or more, ridge regression of the rating on Run Stress per hour, threshold TRIMP per
//!   hour and hours (standardised, penalty 1 [choice]); else clamp(10 * (intensity - 0.55) / 0.55, 1, 10), to the half
//!   point.
//! Unit: points of the CR-10 scale.
//! Source: load text A8 (`rule`).
//! Grade: D: marked wherever it appears and never used to explain pain.
//! Limits: pace and heart rate do not know heat, sleep or illness.
//! Says nothing: without a relative intensity (fallback), or without all three inputs (ridge).

use super::number::{mean, sample_sd};
use kneewise_types::{Evidence, Grade};

/// Where the rule comes from.
pub const EVIDENCE: Evidence = Evidence::new(Grade::D, "rule");

/// Rated sessions that a regression needs.
pub const ENOUGH_RATED: usize = 10;

const PENALTY: f64 = 1.0;

/// Run Stress per hour, threshold TRIMP per hour, hours.
pub type Features = [f64; 3];

/// A fitted regression on standardised inputs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ridge {
    centre: Features,
    scale: Features,
    weights: Features,
    intercept: f64,
}

fn to_half_point(points: f64) -> f64 {
    ((points * 2.0).round() / 2.0).clamp(1.0, 10.0)
}

/// Rating from relative intensity alone.
#[must_use]
pub fn from_intensity(relative_intensity: f64) -> f64 {
    to_half_point(10.0 * (relative_intensity - 0.55) / 0.55)
}

impl Ridge {
    /// Fits the runner's own rated sessions; `None` below ten.
    #[must_use]
    pub fn fit(rated: &[(Features, f64)]) -> Option<Self> {
        if rated.len() < ENOUGH_RATED {
            return None;
        }
        let column = |k: usize| -> Vec<f64> { rated.iter().filter_map(|(x, _)| x.get(k).copied()).collect() };
        let columns = [column(0), column(1), column(2)];
        let intercept = mean(&rated.iter().map(|(_, y)| *y).collect::<Vec<_>>())?;
        let centre = columns.each_ref().map(|values| mean(values).unwrap_or(0.0));
        let scale = columns.each_ref().map(|values| sample_sd(values).filter(|sd| *sd > 1e-9).unwrap_or(1.0));
        let mut matrix = [[0.0; 4]; 3];
        for (x, y) in rated {
            let z = standardise(*x, centre, scale);
            for (row, zi) in matrix.iter_mut().zip(z) {
                for (cell, factor) in row.iter_mut().zip([z[0], z[1], z[2], y - intercept]) {
                    *cell += zi * factor;
                }
            }
        }
        let [a, b, c] = &mut matrix;
        a[0] += PENALTY;
        b[1] += PENALTY;
        c[2] += PENALTY;
        Some(Self { centre, scale, weights: solve(matrix)?, intercept })
    }

    /// Estimated rating.
    #[must_use]
    pub fn rate(&self, features: Features) -> f64 {
        let z = standardise(features, self.centre, self.scale);
        to_half_point(self.intercept + z.iter().zip(self.weights).map(|(z, w)| z * w).sum::<f64>())
    }
}

fn standardise(x: Features, centre: Features, scale: Features) -> Features {
    [(x[0] - centre[0]) / scale[0], (x[1] - centre[1]) / scale[1], (x[2] - centre[2]) / scale[2]]
}

/// Cramer's rule on three equations; `None` when they do not determine the unknowns.
fn solve(m: [[f64; 4]; 3]) -> Option<Features> {
    let determinant = |a: usize, b: usize, c: usize| {
        let cell = |row: usize, col: usize| m.get(row).and_then(|r| r.get(col)).copied().unwrap_or(0.0);
        cell(0, a) * (cell(1, b) * cell(2, c) - cell(1, c) * cell(2, b))
            - cell(0, b) * (cell(1, a) * cell(2, c) - cell(1, c) * cell(2, a))
            + cell(0, c) * (cell(1, a) * cell(2, b) - cell(1, b) * cell(2, a))
    };
    let whole = determinant(0, 1, 2);
    (whole.abs() > 1e-12)
        .then(|| [determinant(3, 1, 2) / whole, determinant(0, 3, 2) / whole, determinant(0, 1, 3) / whole])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fallback_by_hand() {
        // 10 * (0.85714 - 0.55) / 0.55 = 5.58, the nearest half point is 5.5.
        assert!((from_intensity(0.857_14) - 5.5).abs() < 1e-12);
        assert!((from_intensity(0.40) - 1.0).abs() < 1e-12);
        assert!((from_intensity(1.30) - 10.0).abs() < 1e-12);
    }

    #[test]
    fn three_equations_by_hand() {
        // x + y + z = 6, 2y + 5z = 19, 2x + 5y - z = 9 has x = 1, y = 2, z = 3.
        let got = solve([[1.0, 1.0, 1.0, 6.0], [0.0, 2.0, 5.0, 19.0], [2.0, 5.0, -1.0, 9.0]]).unwrap();
        assert!((got[0] - 1.0).abs() < 1e-9 && (got[1] - 2.0).abs() < 1e-9 && (got[2] - 3.0).abs() < 1e-9);
        assert_eq!(solve([[1.0, 1.0, 1.0, 6.0]; 3]), None);
    }

    #[test]
    fn the_runners_own_ratings_are_learned() {
        let session = |n: usize| {
            let stress = 40.0 + 5.0 * (n % 10) as f64;
            (
                [stress, stress * 0.9 + (n % 3) as f64, 0.5 + (n % 4) as f64 * 0.25],
                1.0 + (stress - 40.0) / 10.0,
            )
        };
        let rated: Vec<_> = (0..60).map(session).collect();
        let ridge = Ridge::fit(&rated).unwrap();
        for (features, rating) in rated {
            assert!((ridge.rate(features) - rating).abs() <= 0.5, "{features:?}");
        }
        assert_eq!(Ridge::fit(&[([0.0; 3], 5.0); 9]), None);
    }
}
