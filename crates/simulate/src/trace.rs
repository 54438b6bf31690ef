//! The samples of one outing at one a second: distance, speed, altitude, position, heart rate, step rate.
//!
//! Distance and time come out exactly as planned: a speed shape is drawn, then scaled. Heart rate follows the
//! effort with a lag, step rate follows the speed, positions follow a smooth way out and back. Plausible, no more.

mod heart;
mod light;
mod pace;
mod terrain;

use crate::home::Home;
use crate::outing::Outing;
use crate::random::Random;
use kneewise_types::Sport;

/// One instant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Instant {
    /// Seconds from the start, pauses included.
    pub elapsed_s: u32,
    pub distance_m: f64,
    pub speed_mps: f64,
    pub altitude_m: Option<f64>,
    /// Latitude and longitude, degrees.
    pub position_deg: Option<(f64, f64)>,
    pub heart_rate_bpm: Option<f64>,
    /// Both feet.
    pub cadence_spm: Option<f64>,
}

/// All samples of an outing, and what they come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Trace {
    pub samples: Vec<Instant>,
    pub ascent_m: f64,
    pub descent_m: f64,
}

impl Trace {
    /// Makes the samples of an outing that has a distance; none for the others.
    #[must_use]
    pub fn of(outing: &Outing, home: &Home) -> Self {
        let Some(distance_m) = outing.distance_m.filter(|&distance| distance > 0.0) else {
            return Self { samples: Vec::new(), ascent_m: 0.0, descent_m: 0.0 };
        };
        let mut random = Random::stream(outing.seed, 20, 0);
        let terrain = terrain::Terrain::new(outing, home, distance_m);
        let seconds = pace::seconds(outing, &terrain, distance_m, &mut random);
        let mut samples = instants(outing, &terrain, &seconds, &mut random);
        if !outing.is_every_second {
            samples = thinned(samples, &mut random);
        }
        let (ascent_m, descent_m) = climbed(&samples);
        Self { samples, ascent_m, descent_m }
    }

    /// The light samples of an outing: every twenty seconds, no noise, no positions.
    #[must_use]
    pub fn light(outing: &Outing, home: &Home) -> Self {
        light::light(outing, home)
    }
}

fn instants(
    outing: &Outing,
    terrain: &terrain::Terrain,
    seconds: &[pace::Second],
    random: &mut Random,
) -> Vec<Instant> {
    let mut samples = Vec::with_capacity(seconds.len() + 1);
    let mut path = terrain.path();
    let mut heart = heart::Heart::new(outing);
    let has_altitude = terrain.has_position && !outing.dropout.has_no_altitude;
    let (mut distance_m, mut weather_m) = (0.0, 0.0);
    // The watch notes the start too: one sample more than seconds.
    for (elapsed, second) in (0_u32..).zip(seconds.iter().take(1).chain(seconds)) {
        let speed_mps = second.speed_mps;
        let step = if elapsed == 0 { 0.0 } else { speed_mps };
        distance_m += step;
        weather_m += 0.02 * random.normal();
        let position = path.walk(distance_m, step, random);
        let beat = heart.beat(elapsed, second.flat_mps, random);
        let paused = outing.pause.map_or(0, |(at, length)| if elapsed > at { length } else { 0 });
        samples.push(Instant {
            elapsed_s: elapsed + paused,
            distance_m,
            speed_mps,
            altitude_m: has_altitude.then(|| terrain.altitude(distance_m) + weather_m),
            position_deg: terrain.has_position.then_some(position),
            heart_rate_bpm: beat,
            cadence_spm: cadence(outing, speed_mps, random),
        });
    }
    samples
}

fn cadence(outing: &Outing, speed: f64, random: &mut Random) -> Option<f64> {
    let noise = random.normal();
    cadence_at(outing, speed, noise)
}

/// Step rate rises with the fourth root of the speed; walking is slower. Nothing to count in other sports.
fn cadence_at(outing: &Outing, speed: f64, noise: f64) -> Option<f64> {
    let has_steps = outing.sport.is_running() || outing.sport == Sport::Hike;
    if !has_steps || outing.dropout.has_no_cadence {
        return None;
    }
    Some(if speed < 1.7 {
        (112.0 + 20.0 * (speed - 1.25) + 2.0 * noise).max(0.0)
    } else {
        outing.form.cadence_at_3_spm * (speed / 3.0).sqrt().sqrt() + 1.1 * noise
    })
}

/// What a watch keeps that notes a sample every two to seven seconds. First, last and the ends of a pause stay.
fn thinned(samples: Vec<Instant>, random: &mut Random) -> Vec<Instant> {
    let last = samples.len().saturating_sub(1);
    let jumps: Vec<bool> =
        samples.windows(2).map(|pair| matches!(pair, [a, b] if b.elapsed_s - a.elapsed_s > 1)).collect();
    let is_edge = |index: usize| {
        let jump = |at: usize| jumps.get(at).copied().unwrap_or(false);
        index == 0 || index == last || jump(index) || index.checked_sub(1).is_some_and(jump)
    };
    let mut next = 0;
    samples
        .into_iter()
        .enumerate()
        .filter_map(|(index, sample)| {
            if index < next && !is_edge(index) {
                return None;
            }
            next = index + 2 + usize::try_from(random.below(6)).unwrap_or(0);
            Some(sample)
        })
        .collect()
}

/// Climb and descent as a watch sums them: a change counts once it reaches 2 m.
fn climbed(samples: &[Instant]) -> (f64, f64) {
    let mut altitudes = samples.iter().filter_map(|sample| sample.altitude_m);
    let Some(mut reference) = altitudes.next() else { return (0.0, 0.0) };
    let (mut ascent, mut descent) = (0.0, 0.0);
    for altitude in altitudes {
        let change = altitude - reference;
        if change.abs() < 2.0 {
            continue;
        }
        if change > 0.0 {
            ascent += change;
        } else {
            descent -= change;
        }
        reference = altitude;
    }
    (ascent, descent)
}
