//! The leading exposures of the families beside each other.
//!
//! What: exposures that came together (new shoes in a build-up) share the credit.
//! Formula: the log posterior of `logistic`, for several coefficients: gradient `sum (x0 - mean) - (b - mu) / sigma^2`,
//!   negative Hessian `sum Cov + diag(1 / sigma^2)`, Newton with step halving; SD from the inverse. At most
//!   floor(flares / 3) exposures, and six.
//! Units: natural logarithms of odds ratios. Source: load text F3, F5 (`hamra2013`). Grade C for one runner.
//! Limits: only flares that are usable for every exposure of the model. Says nothing: fewer than two exposures.

use super::logistic::{Fit, Prior, SCEPTICAL};
use nalgebra::{SMatrix, SVector};

/// Exposures of one model.
pub(super) const MOST: usize = 6;

const LARGEST_STEP: f64 = 1e-10;
const MOST_STEPS: usize = 60;
const MOST_HALVINGS: usize = 40;

/// Values of one window; places beyond the exposures of the model are 0 and change nothing.
pub(super) type Row = [f64; MOST];

/// One flare: the values of its reference windows minus those before it.
pub(super) type Set = Vec<Row>;

type Vector = SVector<f64, MOST>;
type Matrix = SMatrix<f64, MOST, MOST>;

struct Local {
    value: f64,
    gradient: Vector,
    information: Matrix,
}

fn posterior(sets: &[Set], priors: &[Prior; MOST], beta: &Vector) -> Local {
    let mut local = Local { value: 0.0, gradient: Vector::zeros(), information: Matrix::zeros() };
    for set in sets {
        let mut sum = 1.0_f64;
        let mut first = Vector::zeros();
        let mut second = Matrix::zeros();
        for window in set {
            let x = Vector::from(*window);
            let weight = x.dot(beta).exp();
            sum += weight;
            second += x * x.transpose() * weight;
            first += x * weight;
        }
        let mean = first / sum;
        local.value -= sum.ln();
        local.information += second / sum - mean * mean.transpose();
        local.gradient -= mean;
    }
    let off = beta - Vector::from(priors.map(|prior| prior.mean));
    let precision = Vector::from(priors.map(|prior| prior.sd.powi(-2)));
    local.value -= 0.5 * off.component_mul(&off).dot(&precision);
    local.gradient -= off.component_mul(&precision);
    local.information += Matrix::from_diagonal(&precision);
    local
}

/// One fit for each prior, six at most; `None` when the information cannot be inverted.
pub(super) fn fit(sets: &[Set], priors: &[Prior]) -> Option<Vec<Fit>> {
    let mut padded = [SCEPTICAL; MOST];
    for (slot, prior) in padded.iter_mut().zip(priors) {
        *slot = *prior;
    }
    let mut beta = Vector::from(padded.map(|prior| prior.mean));
    let mut here = posterior(sets, &padded, &beta);
    for _ in 0..MOST_STEPS {
        let mut step = here.information.cholesky()?.solve(&here.gradient);
        let mut there = posterior(sets, &padded, &(beta + step));
        for _ in 0..MOST_HALVINGS {
            if there.value.is_finite() && there.value >= here.value - 1e-12 {
                break;
            }
            step *= 0.5;
            there = posterior(sets, &padded, &(beta + step));
        }
        beta += step;
        here = there;
        if step.amax() < LARGEST_STEP {
            break;
        }
    }
    let spread = here.information.cholesky()?.inverse().diagonal();
    let fits = beta.iter().zip(spread.iter()).take(priors.len());
    Some(
        fits.map(|(beta, variance)| Fit { beta: *beta, sd: variance.sqrt(), log_posterior: here.value })
            .collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::super::logistic::{self, SPIKE};
    use super::super::stratum::Stratum;
    use super::*;

    fn row(values: &[f64]) -> Row {
        let mut row = [0.0; MOST];
        row[..values.len()].copy_from_slice(values);
        row
    }

    #[test]
    fn one_exposure_is_the_simple_regression() {
        let values = [[2.0, 0.5, -0.3, 0.1], [1.5, -0.2, 0.4, 0.8], [0.2, 0.6, -0.5, 0.0]];
        let strata = values.map(|[hazard, a, b, c]| Stratum::new(hazard, [a, b, c]));
        let sets: Vec<Set> =
            strata.iter().map(|set| set.differences().iter().map(|d| row(&[*d])).collect()).collect();
        for prior in [SCEPTICAL, SPIKE] {
            let (one, many) = (logistic::fit(&strata, prior), fit(&sets, &[prior]).unwrap());
            assert!((one.beta - many[0].beta).abs() < 1e-9 && (one.sd - many[0].sd).abs() < 1e-9);
        }
    }

    #[test]
    fn an_exposure_that_only_came_along_loses_its_credit() {
        // The first is always there; the second comes along in most sets and alone in others.
        let mut sets = vec![vec![row(&[-1.0, -1.0])]; 5];
        sets.extend(vec![vec![row(&[-1.0, 0.0])]; 4]);
        sets.extend(vec![vec![row(&[0.0, 1.0])]; 3]);
        let both = fit(&sets, &[SCEPTICAL; 2]).unwrap();
        let alone: Vec<Set> =
            sets.iter().map(|set| set.iter().map(|window| row(&[window[1]])).collect()).collect();
        assert!(both[0].z() > 1.5 && both[1].beta < fit(&alone, &[SCEPTICAL]).unwrap()[0].beta);
        assert!(both[1].beta < both[0].beta);
    }
}
