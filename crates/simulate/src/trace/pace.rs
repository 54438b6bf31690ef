//! Speed second by second: the shape of the workout, hills, noise, scaled so that the distance comes out.

use super::terrain::Terrain;
use crate::outing::{Kind, Outing};
use crate::random::Random;

/// Speed of every second with the timer running; their sum is the planned distance.
pub(super) fn speeds(outing: &Outing, terrain: &Terrain, distance_m: f64, random: &mut Random) -> Vec<f64> {
    let seconds = outing.timer_s.max(1);
    let mut drift = 0.0;
    let mut shape: Vec<f64> = (0..seconds)
        .map(|second| {
            let share = f64::from(second) / f64::from(seconds);
            drift = 0.96 * drift + 0.008 * random.normal();
            let grade = terrain.grade(share * distance_m).clamp(-0.15, 0.15);
            workout(outing.kind, second, share) * (1.0 + drift) * (-2.6 * grade).exp()
        })
        .collect();
    let scale = distance_m / shape.iter().sum::<f64>();
    shape.iter_mut().for_each(|speed| *speed *= scale);
    shape
}

/// Relative speed at a share of the workout.
fn workout(kind: Kind, second: u32, share: f64) -> f64 {
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
