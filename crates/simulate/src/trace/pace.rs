//! Speed second by second: the shape of the workout, hills, noise, scaled so that the distance comes out.

use super::terrain::Terrain;
use crate::outing::{Kind, Outing};
use crate::random::Random;

/// One second with the timer running.
#[derive(Debug, Clone, Copy)]
pub(super) struct Second {
    pub speed_mps: f64,
    /// What this speed costs on that slope, as a speed on the flat.
    pub flat_mps: f64,
}

/// Every second with the timer running; the speeds add up to the planned distance.
pub(super) fn seconds(
    outing: &Outing,
    terrain: &Terrain,
    distance_m: f64,
    random: &mut Random,
) -> Vec<Second> {
    let count = outing.timer_s.max(1);
    let (mut drift, mut sum) = (0.0, 0.0);
    let mut seconds: Vec<Second> = (0..count)
        .map(|second| {
            let share = f64::from(second) / f64::from(count);
            drift = 0.96 * drift + 0.008 * random.normal();
            let grade = terrain.grade(share * distance_m).clamp(-0.15, 0.15);
            let flat_mps = workout(outing.kind, second, share) * (1.0 + drift);
            let speed_mps = flat_mps * (-2.6 * grade).exp();
            sum += speed_mps;
            Second { speed_mps, flat_mps }
        })
        .collect();
    let scale = distance_m / sum;
    for second in &mut seconds {
        second.speed_mps *= scale;
        second.flat_mps *= scale;
    }
    seconds
}

/// Relative speed at a share of the workout.
pub(super) fn workout(kind: Kind, second: u32, share: f64) -> f64 {
    match kind {
        Kind::Easy | Kind::Cross | Kind::Hills => {
            if share < 0.08 {
                0.94
            } else {
                1.0
            }
        }
        Kind::Long => 1.03 - 0.06 * share,
        Kind::Race => 1.02 - 0.04 * share,
        Kind::Tempo if (0.30..0.72).contains(&share) => 1.13,
        Kind::Tempo => 0.91,
        Kind::Intervals if !(0.22..0.82).contains(&share) => 0.90,
        // Two minutes fast, two minutes slow.
        Kind::Intervals if second % 240 < 120 => 1.26,
        Kind::Intervals => 0.80,
    }
}
