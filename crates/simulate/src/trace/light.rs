//! The same outing at one sample every twenty seconds, without noise and positions: the light way to a digest.
//!
//! Same route, same workout, same distance and time, same heart; only the small random wander of the full trace is left
//! out. It makes a thousandth of the numbers, so that a whole population can be judged in minutes.

use super::terrain::Terrain;
use super::{Instant, Trace, cadence_at, climbed, heart, pace};
use crate::home::Home;
use crate::outing::Outing;

/// Seconds between two samples.
pub(super) const STEP_S: u32 = 20;

/// A moment with the timer running and the seconds it stands for.
struct Moment {
    elapsed_s: u32,
    length_s: f64,
    speed_mps: f64,
    flat_mps: f64,
}

/// The light samples of an outing that has a distance; none for the others.
pub(super) fn light(outing: &Outing, home: &Home) -> Trace {
    let Some(distance_m) = outing.distance_m.filter(|&distance| distance > 0.0) else {
        return Trace { samples: Vec::new(), ascent_m: 0.0, descent_m: 0.0 };
    };
    let terrain = Terrain::new(outing, home, distance_m);
    let has_altitude = terrain.has_position && !outing.dropout.has_no_altitude;
    let mut heart = heart::Heart::new(outing);
    let mut covered_m = 0.0;
    let samples: Vec<Instant> = moments(outing, &terrain, distance_m)
        .into_iter()
        .map(|moment| {
            let paused =
                outing.pause.map_or(0, |(at, length)| if moment.elapsed_s > at { length } else { 0 });
            let beat = heart.beat_after(moment.elapsed_s, moment.flat_mps, moment.length_s);
            let sample = Instant {
                elapsed_s: moment.elapsed_s + paused,
                distance_m: covered_m,
                speed_mps: moment.speed_mps,
                altitude_m: has_altitude.then(|| terrain.altitude(covered_m)),
                position_deg: None,
                heart_rate_bpm: beat,
                cadence_spm: cadence_at(outing, moment.speed_mps, 0.0),
            };
            covered_m += moment.speed_mps * moment.length_s;
            sample
        })
        .collect();
    let (ascent_m, descent_m) = climbed(&samples);
    Trace { samples, ascent_m, descent_m }
}

/// One a step and one at the end; the speeds add up to the distance.
fn moments(outing: &Outing, terrain: &Terrain, distance_m: f64) -> Vec<Moment> {
    let count = outing.timer_s.max(1);
    let moment = |elapsed_s: u32, length_s: u32| {
        let middle_s = elapsed_s + length_s / 2;
        let share = f64::from(middle_s) / f64::from(count);
        let flat_mps = pace::workout(outing.kind, middle_s, share);
        let grade = terrain.grade(share * distance_m).clamp(-0.15, 0.15);
        let speed_mps = flat_mps * (-2.6 * grade).exp();
        Moment { elapsed_s, length_s: f64::from(length_s), speed_mps, flat_mps }
    };
    let mut moments: Vec<Moment> =
        (0..count).step_by(20).map(|from| moment(from, STEP_S.min(count - from))).collect();
    let sum: f64 = moments.iter().map(|moment| moment.speed_mps * moment.length_s).sum();
    moments.push(moment(count, 0));
    for moment in &mut moments {
        moment.speed_mps *= distance_m / sum;
        moment.flat_mps *= distance_m / sum;
    }
    moments
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Scenario, plan};
    use jiff::civil::date;

    #[test]
    fn it_agrees_with_the_full_trace() {
        let scenario = Scenario::new(5, date(2026, 10, 1)).with_days(60);
        let life = plan(&scenario);
        for outing in life.outings().iter().filter(|outing| outing.running_m() > 0.0) {
            let (full, light) = (Trace::of(outing, &scenario.home), light(outing, &scenario.home));
            let (a, b) = (full.samples.last().unwrap(), light.samples.last().unwrap());
            assert!((a.distance_m - b.distance_m).abs() < 0.01, "{} {}", a.distance_m, b.distance_m);
            assert_eq!(a.elapsed_s, b.elapsed_s);
            let off = (full.descent_m - light.descent_m).abs();
            assert!(off <= 0.1 * full.descent_m + 8.0, "{} {}", full.descent_m, light.descent_m);
            let beats = |trace: &Trace| {
                let beats: Vec<f64> =
                    trace.samples.iter().filter_map(|sample| sample.heart_rate_bpm).collect();
                beats.iter().sum::<f64>() / beats.len() as f64
            };
            assert!((beats(&full) - beats(&light)).abs() < 3.0, "{} {}", beats(&full), beats(&light));
        }
    }
}
