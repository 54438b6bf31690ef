//! What the runners of the population write down: each habit drawn on its own, so that every kind of gap occurs.

use crate::circumstances::{Keeping, Tests};
use crate::mechanism::{Course, Mechanism};
use crate::random::Random;

const KEEPS_WELLNESS: f64 = 0.85;
const HAS_CADENCE: f64 = 0.88;
const HAS_ALTITUDE: f64 = 0.92;
const HAS_SURFACE: f64 = 0.8;

/// Probabilities that a quiet and a sore day are entered: most write more when it hurts, some then give up.
pub(super) fn diary(random: &mut Random) -> (f64, f64) {
    let quiet = random.between(0.2, 0.95);
    let more = random.between(0.3, 0.95);
    let sore = if random.chance(0.85) { quiet + (1.0 - quiet) * more } else { 0.65 * quiet };
    (quiet, sore)
}

/// How often the files of a runner hold the channel of a mechanism.
#[must_use]
pub const fn share_shown(mechanism: Mechanism) -> f64 {
    use Mechanism::{
        CadenceDrop, NewTerrainOrSpeed, OnePairHurts, ShoeChange, ShortSleep, Stress, SurfaceChange,
        Untrained, WornShoe,
    };
    match mechanism {
        ShortSleep | Stress => KEEPS_WELLNESS * 0.9,
        Untrained | ShoeChange | WornShoe | OnePairHurts => 0.8,
        CadenceDrop => HAS_CADENCE,
        NewTerrainOrSpeed => HAS_ALTITUDE,
        SurfaceChange => HAS_SURFACE,
        _ => match mechanism.course() {
            Course::Timed => 1.0,
            Course::Trait => 0.7,
        },
    }
}

/// The rest of it.
pub(super) fn draw(random: &mut Random) -> Keeping {
    let keeps_wellness = random.chance(KEEPS_WELLNESS);
    let mut sometimes = |never: f64, least: f64| {
        let probability = random.between(least, 1.0);
        (!random.chance(never)).then_some(probability)
    };
    let (shoes, strength) = (sometimes(0.2, 0.8), sometimes(0.2, 0.75));
    let (sleep, stress) = (sometimes(0.1, 0.5), sometimes(0.1, 0.5));
    let (ratings, tested) = (sometimes(0.25, 0.4), sometimes(0.3, 0.0));
    let tests = match tested {
        None => Tests::Never,
        Some(share) if share < 0.55 => Tests::Once(crate::number::long(20.0 + 280.0 * share)),
        Some(share) => Tests::Every(crate::number::long(60.0 + 220.0 * (share - 0.55))),
    };
    let outages = random.chance(0.3);
    Keeping {
        diary_from: if random.chance(0.25) { random.between(0.05, 0.5) } else { 0.0 },
        diary_onset: random.between(0.75, 1.0),
        shoes,
        sleep: sleep.filter(|_| keeps_wellness),
        stress: stress.filter(|_| keeps_wellness),
        strength,
        ratings: ratings.unwrap_or(0.0),
        tests,
        has_heart_rate: random.chance(0.75),
        has_cadence: random.chance(HAS_CADENCE),
        has_altitude: random.chance(HAS_ALTITUDE),
        has_surface: random.chance(HAS_SURFACE),
        outages_days: outages.then(|| random.between(180.0, 500.0)),
        logs_without_watch: random.chance(0.6),
    }
}
