//! GPS spikes: positions that jump faster than the sport allows.
//!
//! Distance between two neighbouring positions over the time between them. Units: m/s. Source: product rule
//! (key `rule`), grade D: no sprinter passes 12.5 m/s, no rider on a road 35 m/s. A step below 20 m is within what receivers err
//! and is never a spike. Says nothing without positions.

use super::seconds;
use kneewise_types::{Quality, Samples, Sport};

/// Length of a degree of latitude, m: a 360th of 40 030 km.
const METRES_PER_DEGREE: f64 = 111_195.0;

/// Receivers err this far without meaning it, m.
const MIN_STEP_M: f64 = 20.0;

/// Fastest believable speeds, m/s.
const ON_FOOT_MPS: f64 = 12.5;
const ON_WHEELS_MPS: f64 = 35.0;

pub(super) fn spikes(sport: Sport, samples: &Samples) -> Option<Quality> {
    let limit_mps = match sport {
        Sport::Ride | Sport::Other => ON_WHEELS_MPS,
        _ => ON_FOOT_MPS,
    };
    let first = samples.latitude_e7.present().next()?;
    let cosine = (f64::from(first) / 1e7).to_radians().cos();
    let (mut count, mut first_s) = (0_u32, 0.0);
    let mut last: Option<(u32, i32, i32)> = None;
    let places = samples.latitude_e7.iter().zip(samples.longitude_e7.iter());
    for (time_ms, place) in samples.time_ms.iter().zip(places) {
        let (Some(latitude), Some(longitude)) = place else { continue };
        if let Some((last_ms, last_latitude, last_longitude)) = last {
            let north_m = metres(last_latitude, latitude);
            let east_m = metres(last_longitude, longitude) * cosine;
            let allowed_m = (limit_mps * seconds(time_ms.saturating_sub(last_ms)).max(1.0)).max(MIN_STEP_M);
            if north_m * north_m + east_m * east_m > allowed_m * allowed_m {
                if count == 0 {
                    first_s = seconds(*time_ms);
                }
                count += 1;
            }
        }
        last = Some((*time_ms, latitude, longitude));
    }
    (count > 0).then_some(Quality::GpsSpike { count, first_s })
}

fn metres(from_e7: i32, to_e7: i32) -> f64 {
    (f64::from(to_e7) - f64::from(from_e7)) * 1e-7 * METRES_PER_DEGREE
}

#[cfg(test)]
mod tests {
    use super::*;
    use kneewise_types::Column;

    /// One position a second; a step of 270 units of latitude is 3 m.
    fn run(latitudes: &[i32]) -> Samples {
        Samples {
            time_ms: (0..).step_by(1000).take(latitudes.len()).collect(),
            latitude_e7: Column::all_present(latitudes.to_vec()),
            longitude_e7: Column::all_present(vec![70_000_000; latitudes.len()]),
            ..Samples::default()
        }
    }

    #[test]
    fn a_leap_and_the_way_back_are_two() {
        let samples = run(&[0, 270, 540, 100_000, 1080, 1350]);
        let found = spikes(Sport::Run, &samples).unwrap();
        assert_eq!(found, Quality::GpsSpike { count: 2, first_s: 3.0 });
    }

    #[test]
    fn a_steady_run_has_none() {
        assert_eq!(spikes(Sport::Run, &run(&[0, 270, 540, 810])), None);
        assert_eq!(spikes(Sport::Run, &Samples::default()), None);
    }

    #[test]
    fn a_rider_is_faster() {
        // 2250 units are 25 m in one second.
        let samples = run(&[0, 2250, 4500]);
        assert_eq!(spikes(Sport::Ride, &samples), None);
        assert!(spikes(Sport::Run, &samples).is_some());
    }
}
