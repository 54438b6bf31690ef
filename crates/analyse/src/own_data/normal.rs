//! The normal curve: from an estimate and its spread to an interval and to probabilities.
//!
//! Formula: OR = e^beta, 95 % interval e^(beta +- 1.96 SD), P(OR > r) = Phi((beta - ln r) / SD).
//! Units: plain; odds ratios. Source: load text F3, key `rule`. Grade C for one runner.
//! Limits: a posterior that is not quite normal with few flares. Says nothing: never.

use kneewise_types::own_data::Estimate;

/// Standard deviations of a 95 % interval.
const NINETY_FIVE: f64 = 1.96;

/// Share of the normal curve below `z`.
pub(super) fn below(z: f64) -> f64 {
    0.5 * libm::erfc(-z / std::f64::consts::SQRT_2)
}

/// Everything that is said of a coefficient.
pub(super) fn estimate(beta: f64, sd: f64) -> Estimate {
    Estimate {
        log_odds_ratio: beta,
        sd,
        odds_ratio: beta.exp(),
        interval: [(beta - NINETY_FIVE * sd).exp(), (beta + NINETY_FIVE * sd).exp()],
        above_1: below(beta / sd),
        above_1_5: below((beta - 1.5_f64.ln()) / sd),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_at_known_places() {
        assert!((below(0.0) - 0.5).abs() < 1e-15);
        assert!((below(1.96) - 0.975_002_1).abs() < 1e-7);
        assert!((below(-1.0) - 0.158_655_25).abs() < 1e-8);
    }
}
