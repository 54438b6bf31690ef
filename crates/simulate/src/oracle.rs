//! The upper yardstick: what somebody who knows the simulator could conclude from the same life.
//!
//! What it knows: the mechanisms and their true exposure on every day of the diary's time; every flare of that time, also
//! those the diary missed; the shares in which families, mechanisms, odds ratios, flare rates and exposures were drawn;
//! the memory of the knee. What it does not know: the planted cause, its odds ratio, the runner's own rate of flares.
//! It knows that a planted cause is never hidden: its channel (shoes named, nights entered, tests done …) is in the files.
//!
//! Formula: posterior(family) is proportional to the sum over its mechanisms m of
//!   1 / (5 x mechanisms of the family) x seen(m) x mean over rates and odds ratios of product over days of p or 1 - p,
//!   with p = o / (1 + o), o = rate x memory x (odds ratio when exposed); seen(m) = 1 / (share exposed x share shown) when
//!   the exposure happens in this life and the files hold its channel, else 0. Rates evenly on the logarithmic scale, 24
//!   steps; odds ratios evenly in each stratum, 5 steps each, weighted by the size of the stratum.

use crate::circumstances::Circumstances;
use crate::life::Life;
use crate::life::knee::{Knee, Risk};
use crate::mechanism::{Course, Mechanism};
use crate::population::{self, share_exposed, share_shown};
use kneewise_types::assessment::Family;

const RATE_STEPS: u32 = 24;
const ODDS_STEPS: u32 = 5;

/// What the oracle believes of one life.
#[derive(Debug, Clone, PartialEq)]
pub struct Posterior {
    /// Given that something was planted: every family with its probability, largest first.
    pub families: Vec<(Family, f64)>,
    /// The same by mechanism.
    pub mechanisms: Vec<(Mechanism, f64)>,
    /// Probability that anything was planted.
    pub planted: f64,
    /// Flares that began once the diary was kept.
    pub flares: usize,
}

/// Days at risk and flares, apart by memory and exposure.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Counts {
    /// `[after a flare][exposed]`.
    days: [[f64; 2]; 2],
    flares: [[f64; 2]; 2],
}

/// The odds at rest and their factors.
#[derive(Debug, Clone, Copy)]
struct Odds {
    at_rest: f64,
    ratio: f64,
    after_flare: f64,
}

impl Counts {
    /// Counts the days from the given one on.
    fn of(knee: &Knee, from: usize, exposed: &[usize]) -> Self {
        let mut counts = Self::default();
        let mut exposed = exposed.iter().copied().peekable();
        let mut flares = knee.flares.iter().map(|flare| flare.onset).peekable();
        for (day, &risk) in knee.risk.iter().enumerate() {
            let is_exposed = exposed.next_if(|&at| at == day).is_some();
            let has_flare = flares.next_if(|&at| at == day).is_some();
            if risk == Risk::None || day < from {
                continue;
            }
            let at = (usize::from(risk == Risk::AfterFlare), usize::from(is_exposed));
            add(&mut counts.days, at, 1.0);
            add(&mut counts.flares, at, f64::from(u8::from(has_flare)));
        }
        counts
    }

    /// Logarithm of the probability of these flares.
    fn log_likelihood(&self, odds: Odds) -> f64 {
        let cells = self.days.iter().flatten().zip(self.flares.iter().flatten());
        let factors = [1.0, odds.ratio, odds.after_flare, odds.after_flare * odds.ratio];
        let cell = |((days, flares), factor): ((&f64, &f64), f64)| {
            let odds = odds.at_rest * factor;
            // k ln(o / (1 + o)) + (n - k) ln(1 / (1 + o))
            flares * odds.ln() - days * odds.ln_1p()
        };
        cells.zip(factors).filter(|((days, _), _)| **days > 0.0).map(cell).sum()
    }
}

fn add(table: &mut [[f64; 2]; 2], (row, column): (usize, usize), value: f64) {
    if let Some(cell) = table.get_mut(row).and_then(|row| row.get_mut(column)) {
        *cell += value;
    }
}

/// The posterior of a life of the population; `None` for a classic life, whose exposures only happen where planted.
#[must_use]
pub fn posterior(life: &Life) -> Option<Posterior> {
    let here = life.scenario.circumstances.as_ref()?;
    let from = crate::number::long(here.keeping.diary_from * f64::from(life.scenario.days));
    let from = usize::try_from(from).unwrap_or(0);
    let never: &[usize] = &[];
    let nothing = Counts::of(&life.knee, from, never);
    let weigh = |&mechanism: &Mechanism| {
        let exposed = life.knee.exposures.get(&mechanism).map_or(never, Vec::as_slice);
        let counts = Counts::of(&life.knee, from, exposed);
        (mechanism, weight(here, mechanism, &counts))
    };
    let weights: Vec<(Mechanism, f64)> = Mechanism::ALL.iter().map(weigh).collect();
    let healthy = evidence(&nothing, here, population::HEALTHY_FLARES_A_YEAR, |_| vec![(1.0, 1.0)]);
    let flares = life.knee.flares.iter().filter(|flare| flare.onset >= from).count();
    Some(Posterior { flares, ..combine(&weights, healthy) })
}

/// Logarithm of prior x seen x evidence of a mechanism; minus infinity when it cannot be.
fn weight(here: &Circumstances, mechanism: Mechanism, counts: &Counts) -> f64 {
    let of_family = Mechanism::of(mechanism.family()).count() as f64;
    let prior = (1.0 / (Family::ALL.len() as f64 * of_family)).ln();
    if !here.keeping.shows(mechanism) || !here.has(mechanism) {
        return f64::NEG_INFINITY;
    }
    let seen = -(share_exposed(mechanism) * share_shown(mechanism)).ln();
    let is_trait = mechanism.course() == Course::Trait;
    let odds = |_: ()| odds_ratios(is_trait);
    prior + seen + evidence(counts, here, population::FLARES_A_YEAR, odds)
}

/// Odds ratios with their weights; a trait is always there, so its runners are drawn with as many flares as others.
fn odds_ratios(is_trait: bool) -> Vec<(f64, f64)> {
    if is_trait {
        return vec![(1.0, 1.0)];
    }
    let strata = [
        (population::PUBLISHED_ODDS, population::PUBLISHED_PER_FAMILY),
        (population::STRONG_ODDS, population::STRONG_PER_FAMILY),
    ];
    let all = f64::from(population::PUBLISHED_PER_FAMILY + population::STRONG_PER_FAMILY);
    let step = |n: u32, (low, high): (f64, f64), steps: u32| {
        low + (high - low) * (f64::from(n) + 0.5) / f64::from(steps)
    };
    strata
        .into_iter()
        .flat_map(|(range, size)| {
            let share = f64::from(size) / all / f64::from(ODDS_STEPS);
            (0..ODDS_STEPS).map(move |n| (step(n, range, ODDS_STEPS), share))
        })
        .collect()
}

/// Logarithm of the mean likelihood over rates and odds ratios.
fn evidence(
    counts: &Counts,
    here: &Circumstances,
    yearly: (f64, f64),
    ratios: impl Fn(()) -> Vec<(f64, f64)>,
) -> f64 {
    let ratios = ratios(());
    let rates = (0..RATE_STEPS).map(|n| {
        let share = (f64::from(n) + 0.5) / f64::from(RATE_STEPS);
        yearly.0 * (yearly.1 / yearly.0).powf(share) / 365.25
    });
    let terms = rates.flat_map(|hazard| {
        let at_rest = hazard / (1.0 - hazard);
        let ratios = ratios.iter();
        ratios.map(move |&(ratio, share)| {
            let odds = Odds { at_rest, ratio, after_flare: here.after_flare_ratio };
            counts.log_likelihood(odds) + (share / f64::from(RATE_STEPS)).ln()
        })
    });
    log_sum(terms.collect())
}

/// Logarithm of a sum of exponentials.
fn log_sum(terms: Vec<f64>) -> f64 {
    let largest = terms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if largest == f64::NEG_INFINITY {
        return largest;
    }
    largest + terms.into_iter().map(|term| (term - largest).exp()).sum::<f64>().ln()
}

/// From weights on the logarithmic scale to probabilities.
fn combine(weights: &[(Mechanism, f64)], healthy: f64) -> Posterior {
    let planted = log_sum(weights.iter().map(|&(_, weight)| weight).collect());
    let mechanisms: Vec<(Mechanism, f64)> =
        weights.iter().map(|&(mechanism, weight)| (mechanism, (weight - planted).exp())).collect();
    let of = |family: Family| {
        let mine = mechanisms.iter().filter(|(mechanism, _)| mechanism.family() == family);
        mine.map(|&(_, probability)| probability).sum::<f64>()
    };
    let mut families: Vec<(Family, f64)> = Family::ALL.map(|family| (family, of(family))).to_vec();
    families.sort_by(|(first, a), (second, b)| b.total_cmp(a).then(first.cmp(second)));
    let each = Family::ALL.len() as f64
        * f64::from(population::PUBLISHED_PER_FAMILY + population::STRONG_PER_FAMILY);
    let odds = (planted - healthy).exp() * each / f64::from(population::HEALTHY);
    let planted = if odds.is_finite() { odds / (1.0 + odds) } else { 1.0 };
    Posterior { families, mechanisms, planted, flares: 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::circumstances::Keeping;
    use crate::life::plan;
    use crate::population::{Stratum, v1};

    /// Four days, of which two are exposed; flares on the given days.
    fn counts(flares: [f64; 2]) -> Counts {
        Counts { days: [[2.0, 2.0], [0.0, 0.0]], flares: [flares, [0.0, 0.0]] }
    }

    fn near(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-9, "{a} {b}");
    }

    #[test]
    fn the_likelihood_of_four_days_by_hand() {
        // Even odds at rest, three to one when exposed: p is 1/2 and 3/4.
        let odds = Odds { at_rest: 1.0, ratio: 3.0, after_flare: 1.0 };
        near(counts([0.0, 2.0]).log_likelihood(odds).exp(), 0.75 * 0.75 * 0.5 * 0.5);
        near(counts([1.0, 1.0]).log_likelihood(odds).exp(), 0.5 * 0.5 * 0.75 * 0.25);
        // Without an effect every pattern of four days has 1/16.
        let none = Odds { ratio: 1.0, ..odds };
        near(counts([0.0, 2.0]).log_likelihood(none).exp(), 1.0 / 16.0);
        // So two flares on the two exposed days make the effect 2.25 times as likely.
        near(0.75 * 0.75 * 0.25 * 16.0, 2.25);
    }

    #[test]
    fn the_memory_of_the_knee_multiplies_the_odds() {
        let counts = Counts { days: [[1.0, 0.0], [1.0, 1.0]], flares: [[1.0, 0.0], [1.0, 0.0]] };
        let odds = Odds { at_rest: 0.5, ratio: 2.0, after_flare: 2.0 };
        // Odds 1/2, 1 and 2: a flare, a flare, none.
        near(counts.log_likelihood(odds).exp(), (1.0 / 3.0) * 0.5 * (1.0 / 3.0));
    }

    #[test]
    fn three_mechanisms_become_two_families_by_hand() {
        let ln = f64::ln;
        let weights = [
            (Mechanism::ShortSleep, ln(0.02)),
            (Mechanism::Stress, ln(0.01)),
            (Mechanism::WornShoe, ln(0.01)),
            (Mechanism::AnkleStiff, f64::NEG_INFINITY),
        ];
        let posterior = combine(&weights, ln(0.01));
        assert_eq!(posterior.families[0].0, Family::Overuse);
        near(posterior.families[0].1, 0.75);
        near(posterior.families[1].1, 0.25);
        near(posterior.families.iter().map(|(_, share)| share).sum::<f64>(), 1.0);
        // Evidence 4 to 1 for a plant, planted 2,100 to 1,000.
        near(posterior.planted, 8.4 / 9.4);
    }

    #[test]
    fn what_cannot_be_is_ruled_out_and_what_is_rare_counts_more() {
        let nothing = Counts::default();
        let mut here = Circumstances::only(Mechanism::AnkleStiff);
        let seen = weight(&here, Mechanism::AnkleStiff, &nothing);
        // No days, so the evidence is 1: prior 1/5 x 1/3 over 0.12 x 0.7.
        near(seen.exp(), 1.0 / 15.0 / (0.12 * 0.7));
        near(weight(&here, Mechanism::HamstringsShort, &nothing).exp(), 0.0);
        here.keeping = Keeping { tests: crate::Tests::Never, ..Keeping::COMPLETE };
        near(weight(&here, Mechanism::AnkleStiff, &nothing).exp(), 0.0);
    }

    #[test]
    fn it_means_what_it_says() {
        let (mut expected, mut found, mut runners) = (0.0, 0.0, 0.0);
        let shown = |stratum| matches!(stratum, Stratum::Published | Stratum::Strong);
        for member in v1().filter(|member| shown(member.stratum)).step_by(8) {
            let posterior = posterior(&plan(&member.scenario)).unwrap();
            let (family, share) = posterior.families[0];
            let planted = member.scenario.cause.unwrap().mechanism.family();
            expected += share;
            found += f64::from(u8::from(family == planted));
            runners += 1.0;
        }
        let off = (found - expected).abs() / runners;
        assert!(off < 0.09, "first right {found} times of {runners}, expected {expected}");
    }
}
