//! Days before a flare, weighted by how recent they are.
//!
//! Formula: `E_t(lambda) = sum over l = 0 to 7 of w_l x_(t-l)`, `w_l = e^(-l/lambda) / sum`; lambda 1, 2, 4 days; each
//!   is fitted, the coefficients are averaged with weights exp(l), and a lambda is named only above a weight of 0.8.
//! Units: that of the exposure; days. Source: load text F4, key `rule`. Grade D.
//! Limits: free coefficients for each lag would need 30 flares or more. Says nothing: a day of the eight is missing.

use super::logistic::Fit;
use kneewise_types::own_data::Lagged;

/// The three decays that are tried, days.
pub(super) const DECAYS_DAYS: [f64; 3] = [1.0, 2.0, 4.0];

/// Today and the seven days before.
pub(super) const LAGS: usize = 8;

const DOMINATES: f64 = 0.8;

/// Weights of today, yesterday, … for one decay; they sum to 1.
pub(super) fn weights(decay_days: f64) -> [f64; LAGS] {
    let mut weights = [0.0; LAGS];
    let mut lag = 0.0_f64;
    for weight in &mut weights {
        *weight = (-lag / decay_days).exp();
        lag += 1.0;
    }
    let sum: f64 = weights.iter().sum();
    weights.map(|weight| weight / sum)
}

/// The weighted days of a series; a day is missing when one of its eight is.
pub(super) fn lagged(values: &[Option<f64>], decay_days: f64) -> Vec<Option<f64>> {
    let weights = weights(decay_days);
    let mut out = vec![None; values.len().min(LAGS - 1)];
    out.extend(values.windows(LAGS).map(|days| {
        days.iter()
            .rev()
            .zip(weights)
            .map(|(day, weight)| day.map(|value| value * weight))
            .sum::<Option<f64>>()
    }));
    out
}

/// The coefficients of the three decays as one.
pub(super) fn average(fits: &[Fit; 3]) -> Lagged {
    let best = fits.iter().map(|fit| fit.log_posterior).fold(f64::NEG_INFINITY, f64::max);
    let weights = fits.map(|fit| (fit.log_posterior - best).exp());
    let sum: f64 = weights.iter().sum();
    let beta = fits.iter().zip(weights).map(|(fit, weight)| fit.beta * weight / sum).sum();
    let dominant = DECAYS_DAYS.into_iter().zip(weights).find(|(_, weight)| weight / sum > DOMINATES);
    Lagged { log_odds_ratio: beta, days: dominant.map(|(days, _)| days) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::number::agrees;

    #[test]
    fn weights_of_f4() {
        let two = weights(2.0);
        for (got, printed) in two.iter().zip([0.4008, 0.2431, 0.1474, 0.0894, 0.0542, 0.0329, 0.0200, 0.0121])
        {
            assert!(agrees(*got, printed, 1e-4), "{two:?}");
        }
        for (decay, printed) in [(1.0, [0.6323, 0.2326, 0.0856]), (4.0, [0.2558, 0.1992, 0.1552])] {
            for (got, printed) in weights(decay).iter().zip(printed) {
                assert!(agrees(*got, printed, 1e-4), "{decay}");
            }
        }
        assert!((two.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn worked_example_of_f4() {
        let newest_first = [0.0, 10.0, 0.0, 20.0, 0.0, 0.0, 5.0, 0.0];
        let days: Vec<Option<f64>> = newest_first.iter().rev().map(|value| Some(*value)).collect();
        let got = lagged(&days, 2.0);
        assert_eq!(got.len(), 8);
        assert!(got[..7].iter().all(Option::is_none));
        assert!(agrees(got[7].unwrap(), 4.31947, 1e-5), "{got:?}");
    }

    #[test]
    fn a_missing_day_makes_eight_days_missing() {
        let mut days = vec![Some(1.0); 20];
        days[9] = None;
        let got = lagged(&days, 4.0);
        assert!(got[9..17].iter().all(Option::is_none) && got[17].is_some() && got[8].is_some());
    }

    #[test]
    fn the_better_decay_has_the_word_when_it_is_much_better() {
        let fit = |beta, log_posterior| Fit { beta, sd: 1.0, log_posterior };
        let clear = average(&[fit(2.0, -1.0), fit(0.0, -9.0), fit(0.0, -9.0)]);
        assert_eq!(clear.days, Some(1.0));
        assert!(clear.log_odds_ratio > 1.99);
        let even = average(&[fit(1.0, -1.0), fit(2.0, -1.0), fit(3.0, -1.0)]);
        assert_eq!(even.days, None);
        assert!((even.log_odds_ratio - 2.0).abs() < 1e-12);
    }
}
