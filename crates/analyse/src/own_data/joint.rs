//! The leading exposures of the families beside each other.
//!
//! What: exposures that came together (new shoes in a build-up) share the credit.
//! Formula: the log posterior of `logistic`, for several coefficients: gradient `sum (x0 - mean) - (b - mu) / sigma^2`,
//!   negative Hessian `sum Cov + diag(1 / sigma^2)`, Newton with step halving; SD from the inverse. At most
//!   floor(flares / 3) exposures, and six.
//! Units: natural logarithms of odds ratios. Source: load text F3, F5 (`hamra2013`). Grade C for one runner.
//! Limits: only flares that are usable for every exposure of the model. Says nothing: fewer than two exposures.

use super::logistic::{Fit, Prior, SCEPTICAL};
use la_stack::{Ldlt, Matrix, Vector};

/// Exposures of one model.
pub(super) const MOST: usize = 6;

const LARGEST_STEP: f64 = 1e-10;
const MOST_STEPS: usize = 60;
const MOST_HALVINGS: usize = 40;
/// A pivot of the information below it cannot be inverted. The priors alone give each exposure more than 0.01.
const LEAST_PIVOT: f64 = 1e-12;

/// Values of one window; places beyond the exposures of the model are 0 and change nothing.
pub(super) type Row = [f64; MOST];

/// One flare: the values of its reference windows minus those before it.
pub(super) type Set = Vec<Row>;

struct Local {
    value: f64,
    gradient: Row,
    information: [Row; MOST],
}

fn posterior(sets: &[Set], priors: &[Prior; MOST], beta: &Row) -> Local {
    let mut local = Local { value: 0.0, gradient: [0.0; MOST], information: [[0.0; MOST]; MOST] };
    for set in sets {
        let mut sum = 1.0_f64;
        let mut first = [0.0; MOST];
        let mut second = [[0.0; MOST]; MOST];
        for x in set {
            let weight = dot(x, beta).exp();
            sum += weight;
            add_scaled(&mut first, weight, x);
            add_square(&mut second, weight, x);
        }
        let mean = first.map(|value| value / sum);
        local.value -= sum.ln();
        for (row, added) in local.information.iter_mut().zip(&second) {
            add_scaled(row, 1.0 / sum, added);
        }
        add_square(&mut local.information, -1.0, &mean);
        add_scaled(&mut local.gradient, -1.0, &mean);
    }
    for (place, (prior, value)) in priors.iter().zip(beta).enumerate() {
        let (off, precision) = (value - prior.mean, prior.sd.powi(-2));
        local.value -= 0.5 * off * off * precision;
        if let Some(slope) = local.gradient.get_mut(place) {
            *slope -= off * precision;
        }
        if let Some(own) = local.information.get_mut(place).and_then(|row| row.get_mut(place)) {
            *own += precision;
        }
    }
    local
}

fn dot(a: &Row, b: &Row) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// `to += factor * x`.
fn add_scaled(to: &mut Row, factor: f64, x: &Row) {
    for (to, x) in to.iter_mut().zip(x) {
        *to += factor * x;
    }
}

/// `to += factor * x * transposed x`, symmetric to the last bit.
fn add_square(to: &mut [Row; MOST], factor: f64, x: &Row) {
    for (row, of_row) in to.iter_mut().zip(x) {
        for (to, of_column) in row.iter_mut().zip(x) {
            *to += factor * (of_row * of_column);
        }
    }
}

/// One fit for each prior, six at most; `None` when the information cannot be inverted.
pub(super) fn fit(sets: &[Set], priors: &[Prior]) -> Option<Vec<Fit>> {
    let mut padded = [SCEPTICAL; MOST];
    for (slot, prior) in padded.iter_mut().zip(priors) {
        *slot = *prior;
    }
    let mut beta = padded.map(|prior| prior.mean);
    let mut here = posterior(sets, &padded, &beta);
    for _ in 0..MOST_STEPS {
        let mut step = solve(&factors(&here)?, here.gradient)?;
        let mut there = posterior(sets, &padded, &sum(&beta, &step));
        for _ in 0..MOST_HALVINGS {
            if there.value.is_finite() && there.value >= here.value - 1e-12 {
                break;
            }
            step = step.map(|part| part * 0.5);
            there = posterior(sets, &padded, &sum(&beta, &step));
        }
        beta = sum(&beta, &step);
        here = there;
        if step.iter().all(|part| part.abs() < LARGEST_STEP) {
            break;
        }
    }
    let last = factors(&here)?;
    (beta.iter().take(priors.len()).enumerate())
        .map(|(place, beta)| {
            let mut unit = [0.0; MOST];
            *unit.get_mut(place)? = 1.0;
            let variance = *solve(&last, unit)?.get(place)?;
            Some(Fit { beta: *beta, sd: variance.sqrt(), log_posterior: here.value })
        })
        .collect()
}

fn factors(local: &Local) -> Option<Ldlt<MOST>> {
    Matrix::from_rows(local.information).ldlt(LEAST_PIVOT).ok()
}

fn solve(factors: &Ldlt<MOST>, right: Row) -> Option<Row> {
    factors.solve_vec(Vector::new(right)).ok().map(Vector::into_array)
}

fn sum(a: &Row, b: &Row) -> Row {
    let mut sum = *a;
    add_scaled(&mut sum, 1.0, b);
    sum
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
