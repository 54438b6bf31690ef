//! Conditional logistic regression of one exposure, shrunk by a prior.
//!
//! What: how much the odds of a flare change with an exposure, each flare compared only with its own past.
//! Formula: `l(b) = sum over sets of [x0 b - ln sum exp(xj b)] - (b - mu)^2 / (2 sigma^2)`; Newton from mu with step
//!   halving until the step is below 1e-10; SD = 1 / sqrt(-l'').
//! Units: b is the natural logarithm of an odds ratio.
//! Source: load text F3: method `steffens2015`, weak priors for sparse data `hamra2013`.
//! Grade: B for the method, C for one runner.
//! Limits: only what changes within weeks can be seen; without the prior a handful of flares would give absurd ratios.
//! Says nothing: without a flare that has a reference it returns the prior.

use super::stratum::Stratum;

const LARGEST_STEP: f64 = 1e-10;
const MOST_STEPS: usize = 60;
const MOST_HALVINGS: usize = 40;

/// A normal prior of a log odds ratio.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Prior {
    pub mean: f64,
    pub sd: f64,
}

/// The default: 95 % of odds ratios between 0.25 and 3.9 (load text F3 [choice]).
pub(super) const SCEPTICAL: Prior = Prior { mean: 0.0, sd: 0.7 };

/// Session spike: centre from a large cohort, widened because one knee is another question (load text F3 [choice]).
pub(super) const SPIKE: Prior = Prior { mean: 0.495, sd: 0.6 };

/// Where the posterior is highest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Fit {
    pub beta: f64,
    pub sd: f64,
    /// Logarithm of the posterior there, without its constant.
    pub log_posterior: f64,
}

impl Fit {
    pub(super) fn z(&self) -> f64 {
        self.beta / self.sd
    }
}

/// Value, slope and negative curvature at one place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Local {
    pub value: f64,
    pub slope: f64,
    pub information: f64,
}

/// The log likelihood of the sets at `beta`.
pub(super) fn likelihood(strata: &[Stratum], beta: f64) -> Local {
    let mut local = Local { value: 0.0, slope: 0.0, information: 0.0 };
    for stratum in strata {
        // The window before the flare has difference 0 and weight 1.
        let (mut sum, mut first, mut second) = (1.0, 0.0, 0.0);
        for difference in stratum.differences() {
            let weight = (difference * beta).exp();
            sum += weight;
            first += weight * difference;
            second += weight * difference * difference;
        }
        let mean = first / sum;
        local.value -= sum.ln();
        local.slope -= mean;
        local.information += (second / sum - mean * mean).max(0.0);
    }
    local
}

fn posterior(strata: &[Stratum], prior: Prior, beta: f64) -> Local {
    let mut local = likelihood(strata, beta);
    let precision = prior.sd.powi(-2);
    let off = beta - prior.mean;
    local.value -= 0.5 * off * off * precision;
    local.slope -= off * precision;
    local.information += precision;
    local
}

/// The mode of the posterior and its spread.
pub(super) fn fit(strata: &[Stratum], prior: Prior) -> Fit {
    climb(prior.mean, LARGEST_STEP, |beta| posterior(strata, prior, beta))
}

/// The same, started elsewhere and stopped sooner: for comparing thousands of fits.
pub(super) fn quick_fit(strata: &[Stratum], prior: Prior, from: f64) -> Fit {
    climb(from, 1e-5, |beta| posterior(strata, prior, beta))
}

/// Newton with step halving on a concave curve.
pub(super) fn climb(from: f64, largest_step: f64, at: impl Fn(f64) -> Local) -> Fit {
    let mut beta = from;
    let mut here = at(beta);
    for _ in 0..MOST_STEPS {
        let mut step = here.slope / here.information;
        let mut there = at(beta + step);
        for _ in 0..MOST_HALVINGS {
            if there.value >= here.value - 1e-12 && there.value.is_finite() {
                break;
            }
            step *= 0.5;
            there = at(beta + step);
        }
        beta += step;
        here = there;
        if step.abs() < largest_step {
            break;
        }
    }
    Fit { beta, sd: here.information.sqrt().recip(), log_posterior: here.value }
}

#[cfg(test)]
mod tests {
    use super::super::normal::estimate;
    use super::*;
    use crate::load::number::agrees;

    /// 1:1 sets of presence: so many exposed only before the flare, so many only in the reference.
    pub(crate) fn pairs(hazard_only: usize, reference_only: usize) -> Vec<Stratum> {
        let mut sets = vec![Stratum::new(1.0, [0.0]); hazard_only];
        sets.extend(vec![Stratum::new(0.0, [1.0]); reference_only]);
        sets
    }

    fn t_f3a() -> Vec<Stratum> {
        [
            [2.0, 0.5, -0.3, 0.1],
            [1.5, -0.2, 0.4, 0.8],
            [0.2, 0.6, -0.5, 0.0],
            [1.8, 1.1, 0.2, -0.4],
            [0.9, -0.6, 0.3, 0.5],
        ]
        .map(|[hazard, a, b, c]| Stratum::new(hazard, [a, b, c]))
        .to_vec()
    }

    const FLAT: Prior = Prior { mean: 0.0, sd: 1e6 };

    #[test]
    fn t_f3a_with_the_sceptical_prior() {
        let fit = fit(&t_f3a(), SCEPTICAL);
        let told = estimate(fit.beta, fit.sd);
        assert!(agrees(fit.beta, 0.97679, 1e-5), "{fit:?}");
        assert!(agrees(fit.sd, 0.50582, 1e-5), "{fit:?}");
        assert!(agrees(told.odds_ratio, 2.656, 1e-3), "{told:?}");
        assert!(agrees(told.interval[0], 0.985, 1e-3) && agrees(told.interval[1], 7.158, 1e-3), "{told:?}");
        assert!(agrees(told.above_1, 0.9733, 1e-4), "{told:?}");
    }

    #[test]
    fn t_f3a_without_a_prior_is_absurd() {
        let fit = fit(&t_f3a(), FLAT);
        assert!(agrees(fit.beta, 3.6042, 1e-4), "{fit:?}");
        assert!(agrees(fit.beta.exp(), 36.75, 1e-2) && agrees(fit.sd, 2.13, 1e-2), "{fit:?}");
    }

    #[test]
    fn t_f3b_row_by_row() {
        let ml = fit(&pairs(6, 2), FLAT);
        assert!(agrees(ml.beta, 1.0986, 1e-4) && agrees(ml.beta.exp(), 3.00, 1e-2));
        let narrow = Prior { mean: 0.0, sd: 0.5 };
        for (prior, beta, odds_ratio, low, high, above) in [
            (SCEPTICAL, 0.5000, 1.649, 0.613, 4.436, 0.8389),
            (narrow, 0.3344, 1.397, 0.625, 3.121, 0.7925),
            (SPIKE, 0.7187, 2.052, 0.818, 5.148, 0.9372),
        ] {
            let fit = fit(&pairs(6, 2), prior);
            let told = estimate(fit.beta, fit.sd);
            assert!(agrees(fit.beta, beta, 1e-4), "{prior:?} {fit:?}");
            assert!(agrees(told.odds_ratio, odds_ratio, 1e-3), "{prior:?} {told:?}");
            assert!(agrees(told.interval[0], low, 1e-3) && agrees(told.interval[1], high, 1e-3), "{told:?}");
            assert!(agrees(told.above_1, above, 1e-4), "{prior:?} {told:?}");
        }
    }

    #[test]
    fn further_rows_of_t_f3b() {
        for (n10, n01, odds_ratio, low, high, above) in [
            (3, 0, 1.718, 0.525, 5.614, None),
            (5, 0, 2.167, 0.715, 6.573, Some(0.914)),
            (8, 1, 2.316, 0.862, 6.220, Some(0.952)),
            (12, 3, 2.233, 0.949, 5.255, Some(0.967)),
        ] {
            let fit = fit(&pairs(n10, n01), SCEPTICAL);
            let told = estimate(fit.beta, fit.sd);
            assert!(agrees(told.odds_ratio, odds_ratio, 1e-3), "{n10}/{n01} {told:?}");
            assert!(agrees(told.interval[0], low, 1e-3) && agrees(told.interval[1], high, 1e-3), "{told:?}");
            assert!(above.is_none_or(|above| agrees(told.above_1, above, 1e-3)), "{n10}/{n01} {told:?}");
        }
    }

    #[test]
    fn without_a_set_the_prior_stays() {
        let fit = fit(&[], SPIKE);
        assert!((fit.beta - SPIKE.mean).abs() < 1e-12 && (fit.sd - SPIKE.sd).abs() < 1e-12);
    }

    #[test]
    fn the_quick_fit_agrees() {
        let (slow, quick) = (fit(&t_f3a(), SCEPTICAL), quick_fit(&t_f3a(), SCEPTICAL, 0.3));
        assert!((slow.z() - quick.z()).abs() < 1e-6);
    }
}
