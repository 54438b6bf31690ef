//! The frozen population: who is in it, that it does not change, and that its exposures are those of real runners.

use jiff::civil::date;
use kneewise_simulate::population::{self, DIGEST_OF_33, Member, Stratum};
use kneewise_simulate::{Mechanism, plan};
use std::collections::BTreeMap;

fn count(members: &[Member], keep: impl Fn(&Member) -> bool) -> usize {
    members.iter().filter(|member| keep(member)).count()
}

#[test]
fn every_family_and_mechanism_has_its_share() {
    let members: Vec<Member> = population::v1().collect();
    assert_eq!(count(&members, |member| member.stratum == Stratum::Published), 1_500);
    assert_eq!(count(&members, |member| member.stratum == Stratum::Strong), 600);
    assert_eq!(count(&members, |member| member.stratum == Stratum::Hidden), 200);
    assert_eq!(count(&members, |member| member.stratum == Stratum::Healthy), 1_000);
    let planted = |member: &Member| member.scenario.cause.map(|cause| cause.mechanism);
    for family in kneewise_types::assessment::Family::ALL {
        let of_family = |member: &Member| planted(member).is_some_and(|one| one.family() == family);
        assert_eq!(count(&members, |one| of_family(one) && one.stratum != Stratum::Hidden), 420);
        let of_mechanism: Vec<usize> = Mechanism::of(family)
            .map(|mechanism| {
                count(&members, |one| one.stratum != Stratum::Hidden && planted(one) == Some(mechanism))
            })
            .collect();
        let (low, high) = (of_mechanism.iter().min().unwrap(), of_mechanism.iter().max().unwrap());
        assert!(high - low <= 2, "{}: {of_mechanism:?}", family.word());
    }
    for member in &members {
        let (here, cause) = (member.scenario.circumstances.as_ref().unwrap(), member.scenario.cause);
        let range = match member.stratum {
            Stratum::Published | Stratum::Hidden => 2.0..4.0,
            Stratum::Strong => 6.0..10.0,
            Stratum::Healthy => {
                assert_eq!(cause, None);
                continue;
            }
        };
        let cause = cause.unwrap();
        assert!(range.contains(&cause.odds_ratio));
        assert!(here.has(cause.mechanism), "{}", cause.mechanism.id());
        assert_eq!(here.keeping.shows(cause.mechanism), member.stratum != Stratum::Hidden);
    }
}

#[test]
fn the_population_is_frozen() {
    let lives = population::v1().step_by(100).map(|member| plan(&member.scenario));
    let digest = population::combined(lives.map(|life| population::life_digest(&life)));
    assert_eq!(
        digest, DIGEST_OF_33,
        "population v1 has changed: that is a new version, with figures of its own"
    );
}

#[test]
fn exposures_happen_as_often_to_those_they_do_not_harm() {
    let mut shares: BTreeMap<Mechanism, [Vec<f64>; 2]> = BTreeMap::new();
    for member in population::v1().step_by(7) {
        let life = plan(&member.scenario);
        let here = member.scenario.circumstances.as_ref().unwrap();
        for &mechanism in Mechanism::ALL.iter().filter(|&&mechanism| here.has(mechanism)) {
            let days = life.truth().exposure_days.get(mechanism.id()).map_or(0, Vec::len);
            let is_planted = member.scenario.cause.is_some_and(|cause| cause.mechanism == mechanism);
            let share = days as f64 / f64::from(member.scenario.days);
            shares.entry(mechanism).or_default()[usize::from(is_planted)].push(share);
        }
    }
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    for (mechanism, [others, planted]) in shares {
        assert!(others.len() >= 15 && !planted.is_empty(), "{}", mechanism.id());
        let (others, planted) = (mean(&others), mean(&planted));
        assert!((0.03..0.99).contains(&others), "{}: {others:.3}", mechanism.id());
        assert!(
            (0.4..2.5).contains(&(planted / others)),
            "{}: {planted:.3} where it acts, {others:.3} elsewhere",
            mechanism.id()
        );
    }
}

#[test]
fn healthy_runners_have_no_cause_and_flares_by_chance() {
    let mut flares = 0;
    for scenario in population::healthy(40, 5, date(2026, 10, 1)) {
        assert_eq!(scenario.cause, None);
        flares += plan(&scenario).truth().flares.len();
    }
    assert!((40..400).contains(&flares), "{flares} flares in 40 lives");
}
