//! How much the timing of all flares speaks for one mechanism, against chance.
//!
//! What: unlike the case-crossover, which compares each flare with its own last weeks, this looks at all days at risk, so it
//!   can also weigh what lasts for weeks (a new pair, strength given up). It orders families; it is never shown as a ratio.
//! Formula: of n flares k fell on exposed days; of N days at risk E were exposed. With odds ratio r and the number of flares
//!   given, each flare is exposed with probability `r E / (r E + N - E)`; the weight is ln of the mean likelihood over the
//!   prior of r, divided by the likelihood at r = 1. The half year after a flare has a rate of its own, so both parts are
//!   counted apart and multiplied.
//! Units: natural logarithm of a likelihood ratio. Source: self-controlled design as in load text F3 (`steffens2015`), prior
//!   [choice] around the published 2 to 4, key `rule`. Grade D.
//! Limits: a trend over years looks like an effect. Says nothing: no flare, or no day whose exposure is known.

/// Odds ratios with their prior weights: log-normal about 3, cut at both ends [choice].
const PRIOR: [(f64, f64); 7] =
    [(1.5, 0.08), (2.0, 0.16), (2.6, 0.20), (3.4, 0.20), (4.5, 0.16), (6.5, 0.12), (9.0, 0.08)];

/// Days at risk and flares of one part of the time.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Part {
    pub days: f64,
    pub exposed_days: f64,
    pub flares: f64,
    pub exposed_flares: f64,
}

impl Part {
    pub(super) fn add(&mut self, is_exposed: bool, is_onset: bool) {
        let exposed = f64::from(u8::from(is_exposed));
        let onset = f64::from(u8::from(is_onset));
        self.days += 1.0;
        self.exposed_days += exposed;
        self.flares += onset;
        self.exposed_flares += exposed * onset;
    }

    /// ln of the likelihood of its flares under an odds ratio, over that under 1.
    fn log_ratio(&self, ratio: f64) -> f64 {
        let free = self.days - self.exposed_days;
        let all = ratio * self.exposed_days + free;
        if all <= 0.0 || self.days <= 0.0 {
            return 0.0;
        }
        self.exposed_flares * ratio.ln() + self.flares * (self.days / all).ln()
    }
}

/// ln of the mean likelihood ratio over the prior.
pub(super) fn log_bayes_factor(parts: &[Part]) -> f64 {
    let mean: f64 = PRIOR
        .iter()
        .map(|(ratio, weight)| weight * parts.iter().map(|part| part.log_ratio(*ratio)).sum::<f64>().exp())
        .sum();
    mean.ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_prior_adds_up() {
        assert!((PRIOR.iter().map(|(_, weight)| weight).sum::<f64>() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn two_of_two_flares_on_a_tenth_of_the_days_by_hand() {
        let part = Part { days: 100.0, exposed_days: 10.0, flares: 2.0, exposed_flares: 2.0 };
        // With ratio 2 each flare is exposed with 20 / 110 instead of 10 / 100.
        assert!((part.log_ratio(2.0) - 2.0 * (1.818_181_8_f64).ln()).abs() < 1e-6);
        let none = Part { exposed_flares: 0.0, ..part };
        assert!((none.log_ratio(2.0) - 2.0 * (90.0_f64 / 110.0 / 0.9).ln()).abs() < 1e-12);
        assert!(log_bayes_factor(&[part]) > 1.0 && log_bayes_factor(&[none]) < 0.0);
    }

    #[test]
    fn nothing_exposed_or_no_flare_says_nothing() {
        let never = Part { days: 100.0, exposed_days: 0.0, flares: 5.0, exposed_flares: 0.0 };
        let always = Part { days: 100.0, exposed_days: 100.0, flares: 5.0, exposed_flares: 5.0 };
        for part in [never, always, Part::default()] {
            assert!(log_bayes_factor(&[part]).abs() < 1e-9, "{part:?}");
        }
    }
}
