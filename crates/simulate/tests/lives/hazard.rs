//! The planted odds ratio must be found again in the truth of many lives, and only where it was planted.

use jiff::civil::date;
use kneewise_simulate::{Course, Mechanism, Planted, Scenario, plan};

/// What many runners with one planted mechanism show.
struct Found {
    /// Logarithm of the odds ratio, Mantel–Haenszel over runners (each is a stratum), so that it does not matter
    /// who is exposed more often.
    log_ratio: f64,
    /// Its standard error: flares are rare, so the days without one add nothing.
    error: f64,
}

fn find(mechanism: Mechanism, odds_ratio: f64) -> Found {
    let (mut above, mut below, mut exposed_flares, mut other_flares) = (0.0, 0.0, 0.0, 0.0);
    for seed in 0..40 {
        let planted = Planted { mechanism, odds_ratio };
        let mut scenario = Scenario::new(seed, date(2026, 10, 1)).with_days(1_460).with_cause(planted);
        scenario.base_hazard = 0.010;
        let life = plan(&scenario);
        let truth = life.truth();
        let a = truth.flares.iter().filter(|flare| flare.is_exposed).count() as f64;
        let c = truth.flares.len() as f64 - a;
        let days = f64::from(truth.days_at_risk);
        let exposed_days = f64::from(truth.exposed_days_at_risk);
        above += a * (days - exposed_days - c) / days;
        below += (exposed_days - a) * c / days;
        exposed_flares += a;
        other_flares += c;
    }
    Found { log_ratio: f64::ln(above / below), error: f64::sqrt(1.0 / exposed_flares + 1.0 / other_flares) }
}

/// All that come and go, but for the weeks of a novice (one year only) and pairs (worn on most days).
fn timed() -> impl Iterator<Item = Mechanism> {
    let excluded = [Mechanism::NoviceWeekRise, Mechanism::WornShoe, Mechanism::OnePairHurts];
    let all = Mechanism::ALL.iter().copied();
    all.filter(move |mechanism| mechanism.course() == Course::Timed && !excluded.contains(mechanism))
}

/// Each mechanism alone within three standard errors, and all together with hardly any error left.
fn is_found_again(planted: f64) {
    let (mut sum, mut weights) = (0.0, 0.0);
    for mechanism in timed() {
        let found = find(mechanism, planted);
        let off = found.log_ratio - planted.ln();
        assert!(found.error < 0.35, "{}: too few flares to tell, error {}", mechanism.id(), found.error);
        assert!(
            off.abs() < 3.0 * found.error,
            "{}: off by {off:.2}, error {:.2}",
            mechanism.id(),
            found.error
        );
        let weight = found.error.powi(-2);
        sum += weight * off;
        weights += weight;
    }
    let (off, error) = (sum / weights, f64::sqrt(1.0 / weights));
    assert!(error < 0.08 && off.abs() < 3.0 * error, "together off by {off:.3}, error {error:.3}");
}

#[test]
fn the_planted_odds_ratio_is_found_again() {
    is_found_again(3.0);
}

#[test]
fn an_exposure_without_effect_shows_none() {
    is_found_again(1.0);
}

#[test]
fn without_a_cause_no_flare_is_exposed() {
    let mut flares = 0;
    for seed in 0..20 {
        let life = plan(&Scenario::new(seed, date(2026, 10, 1)));
        assert_eq!(life.truth().exposed_days_at_risk, 0);
        assert!(life.truth().flares.iter().all(|flare| !flare.is_exposed));
        flares += life.truth().flares.len();
    }
    assert!(flares > 5, "{flares} flares by chance");
}

#[test]
fn every_mechanism_makes_its_exposure_happen() {
    for &mechanism in Mechanism::ALL {
        let days: usize = (0..6)
            .map(|seed| {
                let planted = Planted { mechanism, odds_ratio: 2.0 };
                let life = plan(&Scenario::new(seed, date(2026, 10, 1)).with_days(1_000).with_cause(planted));
                life.truth().exposure_days.get(mechanism.id()).map_or(0, Vec::len)
            })
            .sum();
        assert!(days > 60, "{}: {days} days", mechanism.id());
    }
}
