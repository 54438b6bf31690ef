//! How own data move a family's place.
//!
//! Formula: like a published ratio of the cause table, c = (1 - 1 / OR) q with the runner's own sceptical OR; q 0.5 from
//!   suggestive, 0.7 from consistent, 0.9 from tested; a hint, a ratio of at most 1 or a suspected time trend moves nothing. The
//!   strongest finding of a family counts: belief = 1 - (1 - belief) (1 - c), capped as ever.
//! Units: 0 to 1. Source: form of clinical text G.1, tiers of load text F5 [choice], key `rule`. Grade D.
//!   Then the order and the words follow the timing of all flares and the tests, see [`super::standing`].
//! Limits: a finding never lowers a belief: absence with few flares is no evidence. Says nothing: fewer than 5 flares.

use super::standing;
use crate::causes::belief;
use kneewise_types::assessment::Finding;
use kneewise_types::own_data::{OwnData, OwnFinding, Tier};

/// How much of the attributable part counts.
const fn quality(tier: Tier) -> f64 {
    match tier {
        Tier::None | Tier::Hint => 0.0,
        Tier::Suggestive => 0.5,
        Tier::Consistent => 0.7,
        Tier::Tested => 0.9,
    }
}

/// The c of one finding.
pub(super) fn contribution(finding: &OwnFinding) -> f64 {
    if finding.robustness.is_time_trend_suspected {
        return 0.0;
    }
    quality(finding.tier) * (1.0 - 1.0 / finding.sceptical.odds_ratio).max(0.0)
}

/// Raises the families that own data speak for, and puts all in order again. `hurts`: a pain was entered lately.
pub(crate) fn place(mut findings: Vec<Finding>, own: &OwnData, hurts: bool) -> Vec<Finding> {
    for finding in &mut findings {
        let of_family = own.findings.iter().filter(|one| one.exposure.family() == finding.family);
        let strongest = of_family.map(|one| one.contribution).fold(0.0, f64::max);
        if strongest > 0.0 {
            finding.belief = belief::joined(finding.belief, strongest);
            finding.word = belief::word(finding.belief);
        }
    }
    standing::order(&mut findings, own, hurts);
    findings
}

#[cfg(test)]
mod tests {
    use super::super::normal::estimate;
    use super::*;
    use kneewise_types::assessment::{BeliefWord, Family};
    use kneewise_types::own_data::{Chance, Exposure, Robustness};

    fn own(exposure: Exposure, tier: Tier, odds_ratio: f64) -> OwnFinding {
        let told = estimate(odds_ratio.ln(), 0.3);
        OwnFinding {
            exposure,
            pair: None,
            flares: 10,
            exposed: 8,
            step: None,
            estimate: told,
            sceptical: told,
            firth: None,
            lagged: None,
            joint: None,
            chance: Chance { permutation_p: 0.01, family_wise_p: 0.02, is_kept: true, luck: None },
            robustness: Robustness {
                without_any_flare: true,
                over_exponents_and_lags: true,
                is_time_trend_suspected: false,
            },
            tier,
            tested: None,
            contribution: 0.0,
        }
    }

    fn family(family: Family, belief: f64) -> Finding {
        Finding {
            family,
            belief,
            word: belief::word(belief),
            coverage: 1.0,
            mechanisms: vec![],
            against: vec![],
        }
    }

    #[test]
    fn a_hint_moves_nothing_and_each_tier_moves_more() {
        let of = |tier| contribution(&own(Exposure::NewPair, tier, 2.0));
        assert!(of(Tier::None).abs() < 1e-12 && of(Tier::Hint).abs() < 1e-12);
        assert!((of(Tier::Suggestive) - 0.25).abs() < 1e-12);
        assert!((of(Tier::Consistent) - 0.35).abs() < 1e-12);
        assert!((of(Tier::Tested) - 0.45).abs() < 1e-12);
    }

    #[test]
    fn a_time_trend_or_a_ratio_below_one_moves_nothing() {
        let mut trend = own(Exposure::NewPair, Tier::Suggestive, 3.0);
        trend.robustness.is_time_trend_suspected = true;
        assert!(contribution(&trend).abs() < 1e-12);
        assert!(contribution(&own(Exposure::NewPair, Tier::Suggestive, 0.5)).abs() < 1e-12);
    }

    #[test]
    fn a_consistent_finding_can_change_the_order_and_never_passes_the_cap() {
        let before = vec![family(Family::Load, 0.40), family(Family::Footwear, 0.20)];
        let mut finding = own(Exposure::NewPair, Tier::Consistent, 3.0);
        finding.contribution = contribution(&finding);
        let data = OwnData { findings: vec![finding], ..OwnData::default() };
        let after = place(before, &data, true);
        assert_eq!(after[0].family, Family::Footwear);
        // 1 - 0.8 (1 - 0.7 * 2/3)
        assert!((after[0].belief - (1.0 - 0.8 * (1.0 - 0.7 * 2.0 / 3.0))).abs() < 1e-12);
        assert_eq!(after[0].word, BeliefWord::Probably);
        assert!((after[1].belief - 0.40).abs() < 1e-12);
        let high = place(vec![family(Family::Footwear, 0.84)], &data, true);
        assert!((high[0].belief - 0.85).abs() < 1e-12);
    }
}
