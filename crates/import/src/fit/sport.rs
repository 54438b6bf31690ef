//! What FIT calls a sport and a sub-sport, in our words.

use kneewise_types::{Sport, Surface};

/// Sport and surface of FIT's numbers.
pub(super) fn sport(sport: Option<u8>, sub_sport: Option<u8>) -> (Sport, Option<Surface>) {
    match (sport, sub_sport) {
        (Some(1), Some(1 | 45)) => (Sport::TreadmillRun, Some(Surface::Treadmill)),
        (Some(1), Some(58)) => (Sport::TreadmillRun, None),
        (Some(1), Some(3)) => (Sport::TrailRun, Some(Surface::Trail)),
        (Some(1), Some(4)) => (Sport::Run, Some(Surface::Track)),
        (Some(1), Some(2 | 7)) => (Sport::Run, Some(Surface::Road)),
        (Some(1), _) => (Sport::Run, None),
        (Some(2 | 21), _) => (Sport::Ride, None),
        (Some(5), _) => (Sport::Swim, None),
        (Some(11), _) => (Sport::Walk, None),
        (Some(17), _) => (Sport::Hike, None),
        (Some(15), _) | (Some(4), Some(14)) => (Sport::Row, None),
        (Some(4), Some(15)) => (Sport::Elliptical, None),
        (Some(4 | 10), Some(20)) => (Sport::Strength, None),
        (Some(4 | 10), Some(43)) => (Sport::Yoga, None),
        _ => (Sport::Other, None),
    }
}

/// Whether cadence counts steps of one leg.
pub(super) const fn is_on_foot(sport: Sport) -> bool {
    matches!(sport, Sport::Run | Sport::TrailRun | Sport::TreadmillRun | Sport::Walk | Sport::Hike)
}
