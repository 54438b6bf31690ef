//! The sport of a track: from the file's word for it, else from how fast it went.

use super::Told;
use super::means::{ground_distance_m, seconds_between};
use kneewise_types::Sport;
use std::ops::RangeInclusive;

/// Slowest and fastest mean speed taken as a run when the file names no sport, m/s.
const RUN_SPEEDS_MPS: (f64, f64) = (1.8, 5.0);

/// Speeds between two samples that count as moving: slower is standing, faster a position that jumped, m/s.
const MOVING_MPS: RangeInclusive<f64> = 0.5..=30.0;

/// The sport of the word a program writes, English or a number of the big platform.
pub(crate) fn from_word(word: &str) -> Option<Sport> {
    let word = word.trim().to_lowercase().replace([' ', '-'], "_");
    let has = |parts: &[&str]| parts.iter().any(|part| word.contains(part));
    Some(match word.as_str() {
        "" | "unknown" => return None,
        "1" => Sport::Ride,
        "4" => Sport::Hike,
        "9" => Sport::Run,
        "10" => Sport::Walk,
        "other" => Sport::Other,
        _ if has(&["treadmill", "virtual_run", "indoor_run", "indoor_running"]) => Sport::TreadmillRun,
        _ if has(&["pool_run", "aqua_jog"]) => Sport::PoolRun,
        _ if has(&["trail"]) && has(&["run"]) => Sport::TrailRun,
        _ if has(&["run", "jog"]) => Sport::Run,
        _ if has(&["walk"]) => Sport::Walk,
        _ if has(&["hik", "trek"]) => Sport::Hike,
        _ if has(&["cycl", "bik", "ride", "mtb"]) => Sport::Ride,
        _ if has(&["swim"]) => Sport::Swim,
        _ if has(&["elliptical"]) => Sport::Elliptical,
        _ if has(&["row"]) => Sport::Row,
        _ if has(&["yoga"]) => Sport::Yoga,
        _ if has(&["strength", "weight"]) => Sport::Strength,
        _ => return None,
    })
}

/// A guess from a mean speed.
pub(crate) fn of_speed(speed_mps: f64) -> Sport {
    let (slowest, fastest) = RUN_SPEEDS_MPS;
    match speed_mps {
        speed if speed < slowest => Sport::Walk,
        speed if speed <= fastest => Sport::Run,
        _ => Sport::Ride,
    }
}

/// A guess from the mean speed while moving, m/s, with that speed.
pub(crate) fn from_speed(samples: &[Told]) -> Option<(Sport, f64)> {
    let (mut distance_m, mut moving_s) = (0.0, 0.0);
    for pair in samples.windows(2) {
        let [from, to] = pair else { continue };
        let (Some(step_m), step_s) = (ground_distance_m(from, to), seconds_between(from, to)) else {
            continue;
        };
        if step_s > 0.0 && step_s <= 30.0 && MOVING_MPS.contains(&(step_m / step_s)) {
            distance_m += step_m;
            moving_s += step_s;
        }
    }
    let speed_mps = (moving_s > 0.0).then(|| distance_m / moving_s)?;
    Some((of_speed(speed_mps), speed_mps))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Some programs write a pause as a place that cannot be.
    #[test]
    fn a_position_that_jumps_tells_no_speed() {
        let at = |second: i64, latitude: f64| Told {
            at_ms: second * 1000,
            latitude_deg: Some(latitude),
            longitude_deg: Some(8.0),
            ..Told::default()
        };
        // 3 m/s to the north, but for one second at the pole.
        let mut samples: Vec<Told> =
            (0..60).map(|n| at(n, 47.0 + 0.000_027 * f64::from(u8::try_from(n).unwrap()))).collect();
        samples[30] = at(30, 89.9);
        let (sport, speed_mps) = from_speed(&samples).unwrap();
        assert_eq!(sport, Sport::Run);
        assert!((speed_mps - 3.0).abs() < 0.05, "{speed_mps}");
    }

    #[test]
    fn words_of_many_programs() {
        let cases = [
            ("Running", Sport::Run),
            ("running", Sport::Run),
            ("9", Sport::Run),
            ("trail_running", Sport::TrailRun),
            ("Treadmill Running", Sport::TreadmillRun),
            ("Biking", Sport::Ride),
            ("cycling", Sport::Ride),
            ("1", Sport::Ride),
            ("Other", Sport::Other),
        ];
        for (word, sport) in cases {
            assert_eq!(from_word(word), Some(sport), "{word}");
        }
        assert_eq!(from_word("unknown"), None);
    }

    #[test]
    fn three_metres_a_second_is_a_run() {
        // 0.0001 degrees of latitude are 11.1 m; every 4 s that is 2.8 m/s.
        let samples: Vec<Told> = (0..20)
            .map(|i| Told {
                at_ms: i64::from(i) * 4000,
                latitude_deg: Some(50.0 + f64::from(i) * 1e-4),
                longitude_deg: Some(7.0),
                ..Told::default()
            })
            .collect();
        let (sport, speed) = from_speed(&samples).unwrap();
        assert_eq!(sport, Sport::Run);
        assert!((speed - 2.78).abs() < 0.01);
    }
}
