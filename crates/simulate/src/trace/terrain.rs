//! The way out and back: altitude and heading as smooth functions of the distance from home.

use crate::home::Home;
use crate::outing::Outing;
use crate::random::Random;
use kneewise_types::Sport;
use std::f64::consts::{PI, TAU};

const METRES_PER_DEGREE: f64 = 111_195.0;

/// A wave along the way: height of the wave, radians per metre, phase.
#[derive(Debug, Clone, Copy)]
struct Wave {
    height: f64,
    per_m: f64,
    phase: f64,
}

impl Wave {
    fn value(&self, at_m: f64) -> f64 {
        self.height * (self.per_m * at_m + self.phase).sin()
    }

    fn slope(&self, at_m: f64) -> f64 {
        self.height * self.per_m * (self.per_m * at_m + self.phase).cos()
    }
}

#[derive(Debug)]
pub(super) struct Terrain {
    pub has_position: bool,
    turn_m: f64,
    base_m: f64,
    hills: [Wave; 2],
    bends: [Wave; 2],
    bearing: f64,
    home_deg: (f64, f64),
}

impl Terrain {
    pub(super) fn new(outing: &Outing, home: &Home, distance_m: f64) -> Self {
        let mut random = Random::stream(outing.route.seed, 21, 0);
        let relief = outing.route.relief_m_per_km / 1000.0;
        let mut wave = |height: f64, length_m: f64| Wave {
            height,
            per_m: TAU / length_m,
            phase: random.between(0.0, TAU),
        };
        // A wave of height a and length l descends 2a per l.
        let (long_m, short_m) = (1_900.0, 640.0);
        let hills = [wave(0.35 * relief * long_m, long_m), wave(0.15 * relief * short_m, short_m)];
        let bends = [wave(0.55, 1_300.0), wave(0.30, 370.0)];
        let has_position =
            outing.sport != Sport::TreadmillRun && outing.sport != Sport::Swim && outing.distance_m.is_some();
        Self {
            has_position,
            turn_m: distance_m / 2.0,
            base_m: home.altitude_m,
            hills,
            bends,
            bearing: random.between(0.0, TAU),
            home_deg: (home.latitude_deg, home.longitude_deg),
        }
    }

    /// Distance from home along the way.
    fn out_m(&self, distance_m: f64) -> f64 {
        if distance_m <= self.turn_m { distance_m } else { (2.0 * self.turn_m - distance_m).max(0.0) }
    }

    pub(super) fn altitude(&self, distance_m: f64) -> f64 {
        let at = self.out_m(distance_m);
        self.base_m + self.hills.iter().map(|wave| wave.value(at)).sum::<f64>()
    }

    /// Rise over run in the direction of travel; 0 where there are no hills.
    pub(super) fn grade(&self, distance_m: f64) -> f64 {
        if !self.has_position {
            return 0.0;
        }
        let slope: f64 = self.hills.iter().map(|wave| wave.slope(self.out_m(distance_m))).sum();
        if distance_m <= self.turn_m { slope } else { -slope }
    }

    /// A walk that starts at home.
    pub(super) fn path(&self) -> Path<'_> {
        let (latitude_deg, longitude_deg) = self.home_deg;
        let per_degree_east = METRES_PER_DEGREE * latitude_deg.to_radians().cos();
        Path { terrain: self, latitude_deg, longitude_deg, per_degree_east, error_m: (0.0, 0.0) }
    }
}

/// Positions step by step, with the slow error of a receiver.
#[derive(Debug)]
pub(super) struct Path<'a> {
    terrain: &'a Terrain,
    latitude_deg: f64,
    longitude_deg: f64,
    per_degree_east: f64,
    error_m: (f64, f64),
}

impl Path<'_> {
    /// Latitude and longitude after one more step, as the watch sees them.
    pub(super) fn walk(&mut self, distance_m: f64, step_m: f64, random: &mut Random) -> (f64, f64) {
        let terrain = self.terrain;
        if !terrain.has_position {
            return (self.latitude_deg, self.longitude_deg);
        }
        let middle = distance_m - step_m / 2.0;
        let at = terrain.out_m(middle);
        let bend: f64 = terrain.bends.iter().map(|wave| wave.value(at)).sum();
        let back = if middle <= terrain.turn_m { 0.0 } else { PI };
        let (east, north) = (terrain.bearing + bend + back).sin_cos();
        self.latitude_deg += north * step_m / METRES_PER_DEGREE;
        self.longitude_deg += east * step_m / self.per_degree_east;
        self.error_m.0 = 0.98 * self.error_m.0 + 0.12 * random.normal();
        self.error_m.1 = 0.98 * self.error_m.1 + 0.12 * random.normal();
        (
            self.latitude_deg + self.error_m.0 / METRES_PER_DEGREE,
            self.longitude_deg + self.error_m.1 / self.per_degree_east,
        )
    }
}
