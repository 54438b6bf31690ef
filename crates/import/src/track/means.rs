//! Means over time, distances over ground, and the one question of cadence: one leg or two.

use super::Told;
use kneewise_types::Sport;

/// A value stands for the time to the next instant, at most this long.
const MAX_HOLD_S: f64 = 10.0;

/// Mean radius of the earth (IUGG), m.
const EARTH_RADIUS_M: f64 = 6_371_008.8;

/// Mean weighted with the time each value stood; the last instant counts one second.
pub(crate) fn over_time(samples: &[Told], value: impl Fn(&Told) -> Option<f64>) -> Option<f64> {
    let ends = samples.iter().skip(1).map(Some).chain([None]);
    let (mut sum, mut weight) = (0.0, 0.0);
    for (told, next) in samples.iter().zip(ends) {
        let Some(value) = value(told) else { continue };
        let held_s = next.map_or(1.0, |next| seconds_between(told, next).clamp(0.0, MAX_HOLD_S));
        sum += value * held_s;
        weight += held_s;
    }
    (weight > 0.0).then(|| sum / weight)
}

/// Seconds from one instant to another.
#[expect(clippy::cast_precision_loss, reason = "milliseconds of an outing are far below 2^53")]
pub(crate) fn seconds_between(from: &Told, to: &Told) -> f64 {
    to.at_ms.saturating_sub(from.at_ms) as f64 / 1000.0
}

/// Great-circle distance by the haversine formula, m; `None` where a position is missing.
pub(crate) fn ground_distance_m(from: &Told, to: &Told) -> Option<f64> {
    let (lat1, lat2) = (from.latitude_deg?.to_radians(), to.latitude_deg?.to_radians());
    let (lon1, lon2) = (from.longitude_deg?.to_radians(), to.longitude_deg?.to_radians());
    let half_chord =
        ((lat2 - lat1) / 2.0).sin().powi(2) + lat1.cos() * lat2.cos() * ((lon2 - lon1) / 2.0).sin().powi(2);
    Some(2.0 * EARTH_RADIUS_M * half_chord.clamp(0.0, 1.0).sqrt().asin())
}

/// By what the file's cadence must be multiplied to count both feet.
///
/// Watches write steps of one leg into these formats. Doubling must not give what no feet can do: a median
/// above 230 steps/min at a run, or 160 at a walk, means that both were counted already.
pub(crate) fn cadence_factor(sport: Sport, cadences: impl Iterator<Item = f64>) -> f64 {
    let limit_spm = match sport {
        Sport::Walk | Sport::Hike => 160.0,
        sport if sport.is_running() => 230.0,
        _ => return 1.0,
    };
    let mut turning: Vec<f64> = cadences.filter(|cadence| *cadence > 0.0).collect();
    if turning.is_empty() {
        return 2.0;
    }
    let middle = turning.len() / 2;
    let (_, median, _) = turning.select_nth_unstable_by(middle, f64::total_cmp);
    if *median * 2.0 > limit_spm { 1.0 } else { 2.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(at_ms: i64, heart_rate_bpm: Option<f32>) -> Told {
        Told { at_ms, heart_rate_bpm, ..Told::default() }
    }

    #[test]
    fn a_value_held_longer_weighs_more() {
        // 120 for 3 s, 160 for 1 s: (360 + 160) / 4 = 130.
        let samples = [told(0, Some(120.0)), told(3000, Some(160.0)), told(4000, None)];
        let mean = over_time(&samples, |told| told.heart_rate_bpm.map(f64::from)).unwrap();
        assert!((mean - 130.0).abs() < 1e-9);
    }

    #[test]
    fn a_gap_of_an_hour_weighs_ten_seconds() {
        // 100 for 10 s (not 3600), 200 for 1 s: 1200 / 11.
        let samples = [told(0, Some(100.0)), told(3_600_000, Some(200.0))];
        let mean = over_time(&samples, |told| told.heart_rate_bpm.map(f64::from)).unwrap();
        assert!((mean - 1200.0 / 11.0).abs() < 1e-9);
    }

    #[test]
    fn one_degree_of_latitude() {
        // One degree of a circle of 6 371.0088 km is 2 pi r / 360 = 111 195.08 m.
        let at =
            |latitude| Told { latitude_deg: Some(latitude), longitude_deg: Some(7.0), ..Told::default() };
        let distance = ground_distance_m(&at(50.0), &at(51.0)).unwrap();
        assert!((distance - 111_195.08).abs() < 0.1, "{distance}");
    }

    #[test]
    fn one_leg_is_doubled_and_both_are_not() {
        let factor = |sport, cadences: &[f64]| cadence_factor(sport, cadences.iter().copied());
        let exact = |got: f64, want: f64| assert!((got - want).abs() < f64::EPSILON, "{got}");
        exact(factor(Sport::Run, &[0.0, 84.0, 86.0, 85.0]), 2.0);
        exact(factor(Sport::Run, &[0.0, 168.0, 172.0, 170.0]), 1.0);
        exact(factor(Sport::Run, &[115.0]), 2.0);
        exact(factor(Sport::Run, &[116.0]), 1.0);
        exact(factor(Sport::Walk, &[110.0, 112.0]), 1.0);
        exact(factor(Sport::Walk, &[55.0, 56.0]), 2.0);
        exact(factor(Sport::Ride, &[85.0, 90.0]), 1.0);
    }
}
