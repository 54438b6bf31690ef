//! The same regression without a prior, its bias in small samples removed.
//!
//! What: a check of how much the prior decides.
//! Formula: maximise `l(b) + 1/2 ln I(b)`, I the information; SE from the negative second derivative of that sum.
//! Units: natural logarithm of an odds ratio.
//! Source: load text F3 (`heinze2010`). Grade: B for the method, C for one runner.
//! Limits: intervals stay very wide with few flares.
//! Says nothing: when no flare differs from its references.

use super::logistic::{Fit, Local, climb};
use super::stratum::Stratum;

/// Mean, and second to fourth cumulants of the differences of one set.
fn cumulants(stratum: &Stratum, beta: f64) -> (f64, f64, f64, f64, f64) {
    let weights = || stratum.differences().iter().map(|difference| (difference, (difference * beta).exp()));
    let sum: f64 = 1.0 + weights().map(|(_, weight)| weight).sum::<f64>();
    let mean = weights().map(|(difference, weight)| difference * weight).sum::<f64>() / sum;
    let central = |power: i32| {
        let of_hazard = (-mean).powi(power);
        let of_references: f64 = weights().map(|(d, weight)| weight * (d - mean).powi(power)).sum();
        (of_hazard + of_references) / sum
    };
    let variance = central(2);
    (sum.ln(), mean, variance, central(3), central(4) - 3.0 * variance * variance)
}

fn penalised(strata: &[Stratum], beta: f64) -> Local {
    let (mut value, mut slope) = (0.0, 0.0);
    let (mut information, mut third, mut fourth) = (0.0, 0.0, 0.0);
    for stratum in strata {
        let (log_sum, mean, k2, k3, k4) = cumulants(stratum, beta);
        value -= log_sum;
        slope -= mean;
        information += k2;
        third += k3;
        fourth += k4;
    }
    let bend = third / information;
    Local {
        value: value + 0.5 * information.ln(),
        slope: slope + 0.5 * bend,
        information: information - 0.5 * (fourth / information - bend * bend),
    }
}

/// The penalised estimate; `None` without a set that tells.
pub(super) fn firth(strata: &[Stratum]) -> Option<Fit> {
    if !strata.iter().any(Stratum::tells) {
        return None;
    }
    let fit = climb(0.0, 1e-10, |beta| penalised(strata, beta));
    (fit.beta.is_finite() && fit.sd.is_finite()).then_some(fit)
}

#[cfg(test)]
mod tests {
    use super::super::normal::estimate;
    use super::*;
    use crate::load::number::agrees;

    #[test]
    fn t_f3b_firth() {
        let mut sets = vec![Stratum::new(1.0, [0.0]); 6];
        sets.extend([Stratum::new(0.0, [1.0]); 2]);
        let fit = firth(&sets).unwrap();
        let told = estimate(fit.beta, fit.sd);
        assert!((fit.beta - (6.5_f64 / 2.5).ln()).abs() < 1e-9 && agrees(fit.beta, 0.95551, 1e-5));
        assert!(agrees(fit.sd, 0.74421, 1e-5), "{fit:?}");
        assert!(agrees(told.odds_ratio, 2.60, 1e-2));
        assert!(agrees(told.interval[0], 0.605, 1e-3) && agrees(told.interval[1], 11.18, 1e-2), "{told:?}");
    }

    #[test]
    fn for_pairs_it_is_the_closed_form() {
        for (n10, n01) in [(5_u32, 0_u32), (8, 1), (12, 3), (0, 4)] {
            let mut sets = vec![Stratum::new(1.0, [0.0]); n10 as usize];
            sets.extend(vec![Stratum::new(0.0, [1.0]); n01 as usize]);
            let (n10, n01) = (f64::from(n10), f64::from(n01));
            let share = (n10 + 0.5) / (n10 + n01 + 1.0);
            let se = ((n10 + n01 + 1.0) * share * (1.0 - share)).sqrt().recip();
            let fit = firth(&sets).unwrap();
            assert!((fit.beta - ((n10 + 0.5) / (n01 + 0.5)).ln()).abs() < 1e-8, "{n10}/{n01}: {fit:?}");
            assert!((fit.sd - se).abs() < 1e-8, "{n10}/{n01}: {fit:?}");
        }
    }

    #[test]
    fn sets_without_a_difference_say_nothing() {
        assert_eq!(firth(&[Stratum::new(1.0, [1.0, 1.0])]), None);
        assert_eq!(firth(&[]), None);
    }
}
