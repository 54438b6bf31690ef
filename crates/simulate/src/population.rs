//! Population v1, frozen: 2,100 runners with a planted cause that their files can show, 200 with one that they cannot,
//! and 1,000 whose knee hurts by chance alone.
//!
//! It is the yardstick of the proof. Nothing here may be changed to suit a detector: a change is a new version with its
//! own figures beside the old ones. [`DIGEST`] makes a change visible.
//!
//! Chosen from what is published or plainly stated as a choice; no figure here was looked at through the detection.
//! - Effects: odds ratios of 2 to 4 (load text C1, clinical text G.2: hazard ratios 1.3 to 2.3 per rule, and more for one
//!   runner who reacts), and a second stratum of 6 to 10 for what a strong effect would look like.
//! - Flares: 0.3 to 5 a year at rest where a cause is planted (with the cause where it is there every day), 0.2 to 4
//!   without; afterwards odds x 1.7 for half a year (previous injury, S60). Lives of one to six years.
//! - An exposure that is planted also happens in many runners on whom it does not act, at the same rate.

mod digest;
mod keeping;

pub use digest::{DIGEST, DIGEST_OF_33, combined, life_digest};
pub use keeping::share_shown;

use crate::circumstances::{Circumstances, Keeping};
use crate::home::Home;
use crate::mechanism::{Course, Mechanism};
use crate::random::Random;
use crate::scenario::{Planted, Scenario};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use kneewise_types::assessment::Family;

/// Version of the population; another one gives other lives.
pub const VERSION: u32 = 1;
/// What all of it is drawn from.
pub const SEED: u64 = 20_261_127;
/// Last day on which a life may end; they end within the year before.
pub const LAST_DAY: Date = date(2026, 10, 1);
/// Runners with a planted cause: so many a family with a published effect, and with a strong one.
pub const PUBLISHED_PER_FAMILY: u32 = 300;
pub const STRONG_PER_FAMILY: u32 = 120;
/// Runners with a planted cause whose channel is not in their files: nobody can name it, and nobody should seem to.
pub const HIDDEN: u32 = 200;
/// Runners without a planted cause.
pub const HEALTHY: u32 = 1_000;
/// Odds ratios of the two strata, evenly between.
pub const PUBLISHED_ODDS: (f64, f64) = (2.0, 4.0);
pub const STRONG_ODDS: (f64, f64) = (6.0, 10.0);
/// Flares a year at rest, evenly on the logarithmic scale: with a planted cause, and without.
pub const FLARES_A_YEAR: (f64, f64) = (0.3, 5.0);
pub const HEALTHY_FLARES_A_YEAR: (f64, f64) = (0.2, 4.0);
/// Factor on the odds in the half year after a flare.
pub const AFTER_FLARE_RATIO: f64 = 1.7;
/// Length of a life, days.
pub const DAYS: (f64, f64) = (365.0, 2_190.0);
/// The same for who begins to run with the first day: the first year is what there is to see.
pub const NOVICE_DAYS: (f64, f64) = (300.0, 500.0);

/// Which part of the population a runner belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stratum {
    /// A planted cause with an odds ratio as published.
    Published,
    /// A planted cause with a strong effect.
    Strong,
    /// A planted cause with an odds ratio as published, of whose exposure the files hold nothing.
    Hidden,
    /// No planted cause.
    Healthy,
}

/// A runner of the population.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Place in the population, from 0.
    pub number: u32,
    pub stratum: Stratum,
    pub scenario: Scenario,
}

/// How often an exposure is known to a runner on whom it does not act.
#[must_use]
pub const fn share_exposed(mechanism: Mechanism) -> f64 {
    match mechanism {
        Mechanism::NoviceWeekRise => 0.12,
        Mechanism::OnePairHurts => 0.75,
        _ => match mechanism.course() {
            Course::Timed => 0.5,
            Course::Trait => 0.12,
        },
    }
}

/// Everyone, in the frozen order: any first part of it is a fair sample of families and strata.
pub fn v1() -> impl Iterator<Item = Member> {
    let shown = 5 * (PUBLISHED_PER_FAMILY + STRONG_PER_FAMILY);
    (0..shown + HIDDEN + HEALTHY).map(|number| member(number, SEED, LAST_DAY))
}

/// The first `count` runners of a population of another seed and last day.
pub fn sample(count: u32, seed: u64, last_day: Date) -> impl Iterator<Item = Member> {
    (0..count).map(move |number| member(number, seed, last_day))
}

/// Runners whose knee hurts by chance alone, for the false alarms of any rule.
pub fn healthy(count: u32, seed: u64, last_day: Date) -> impl Iterator<Item = Scenario> {
    (0..count).map(move |number| {
        let mut random = Random::stream(seed, 111, u64::from(number));
        runner(None, Stratum::Healthy, &mut random, last_day)
    })
}

/// Of 33 in a row: 15 with a published effect, 6 with a strong one, 2 hidden, 10 without any; mechanisms in turn.
fn member(number: u32, seed: u64, last_day: Date) -> Member {
    let mut random = Random::stream(seed, 110, u64::from(number));
    let (round, place) = (number / 33, number % 33);
    let (stratum, nth, odds) = match place {
        0..15 => (Stratum::Published, round * 15 + place, PUBLISHED_ODDS),
        15..21 => (Stratum::Strong, round * 6 + place - 15, STRONG_ODDS),
        21..23 => (Stratum::Hidden, round * 2 + place - 21, PUBLISHED_ODDS),
        _ => (Stratum::Healthy, 0, (1.0, 1.0)),
    };
    let planted = (stratum != Stratum::Healthy).then(|| {
        let (family, turn) = (pick(&Family::ALL, nth % 5).unwrap_or(Family::Load), nth / 5);
        let can_be_planted =
            |&mechanism: &Mechanism| stratum != Stratum::Hidden || share_shown(mechanism) < 1.0;
        let of_family: Vec<Mechanism> = Mechanism::of(family).filter(can_be_planted).collect();
        let turn = usize::try_from(turn).unwrap_or(0);
        let mechanism = of_family.iter().copied().cycle().nth(turn).unwrap_or(Mechanism::SingleSessionSpike);
        Planted { mechanism, odds_ratio: random.between(odds.0, odds.1) }
    });
    Member { number, stratum, scenario: runner(planted, stratum, &mut random, last_day) }
}

fn pick<T: Copy>(values: &[T], at: u32) -> Option<T> {
    usize::try_from(at).ok().and_then(|at| values.get(at)).copied()
}

/// A runner with all circumstances drawn.
fn runner(cause: Option<Planted>, stratum: Stratum, random: &mut Random, last_day: Date) -> Scenario {
    let planted = cause.map(|cause| cause.mechanism);
    let all = Mechanism::ALL.iter().copied();
    let exposures: Vec<Mechanism> = all
        .filter(|&mechanism| {
            let happens = random.chance(share_exposed(mechanism));
            happens || planted == Some(mechanism)
        })
        .collect();
    let is_novice = exposures.contains(&Mechanism::NoviceWeekRise);
    let days = if is_novice { NOVICE_DAYS } else { DAYS };
    let yearly = if cause.is_some() { FLARES_A_YEAR } else { HEALTHY_FLARES_A_YEAR };
    let days = random.between(days.0, days.1);
    let end = last_day.checked_sub(i64::from(crate::number::short(365.0 * random.unit())).days());
    let mut scenario =
        Scenario::new(random.bits(), end.unwrap_or(last_day)).with_days(crate::number::long(days));
    scenario.home = pick(&Home::ALL, crate::number::long(4.999 * random.unit())).unwrap_or(Home::BERLIN);
    scenario.cause = cause;
    // A trait is there every day: its effect is in the number of flares, which is drawn like everybody's.
    let always = cause.filter(|cause| cause.mechanism.course() == Course::Trait);
    let at_rest = always.map_or(1.0, |cause| 1.0 / cause.odds_ratio);
    scenario.base_hazard = at_rest * yearly.0 * (yearly.1 / yearly.0).powf(random.unit()) / 365.25;
    scenario.weekly_m = random.between(18_000.0, 48_000.0);
    (scenario.diary_quiet, scenario.diary_sore) = keeping::diary(random);
    // The habits of keeping are drawn anew until they show, or hide, the planted cause.
    let is_right = |keeping: &Keeping| {
        planted.is_none_or(|mechanism| keeping.shows(mechanism) == (stratum != Stratum::Hidden))
    };
    let draws = (0..1_000).map(|_| keeping::draw(random)).find(is_right);
    let keeping = draws.unwrap_or(Keeping::COMPLETE);
    scenario.circumstances = Some(Circumstances { exposures, after_flare_ratio: AFTER_FLARE_RATIO, keeping });
    scenario
}
