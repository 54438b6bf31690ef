//! The same way before: runs that began at the same place and took the same turns.

use crate::web::server::Desk;
use crate::web::trouble::Trouble;
use crate::words::outings;
use crate::words::pages::run::Run as Texts;
use kneewise_store::StoreError;
use kneewise_types::{Activity, Samples};

/// Runs looked at, newest first.
const LOOKED_AT: usize = 40;
const SHOWN: usize = 5;
/// Places closer than this are the same, m.
const SAME_M: f64 = 120.0;
/// Compared every so many metres.
const EVERY_M: f64 = 500.0;
/// Share of places that must agree.
const AGREES: f64 = 0.8;
const METRES_PER_DEGREE: f64 = 111_195.0;

/// A run of the same way.
pub struct Row {
    pub address: String,
    pub day: String,
    pub length: String,
    pub pace: String,
    pub pain: Option<u8>,
    pub is_this: bool,
}

/// Earlier runs of the same way, oldest first, and this one at the end; empty when there was none.
pub fn rows(desk: &Desk<'_>, activity: &Activity, samples: &Samples) -> Result<Vec<Row>, Trouble> {
    let way = places(samples, activity);
    if !activity.sport.is_running() || way.len() < 3 {
        return Ok(Vec::new());
    }
    let length = |run: &Activity| run.distance.map_or(0.0, |distance| distance.as_m());
    let (least, most) = (length(activity) * 0.5, length(activity) * 1.5);
    let mut candidates: Vec<&Activity> = desk
        .history()
        .activities
        .iter()
        .filter(|run| run.sport.is_running() && run.start < activity.start)
        .filter(|run| run.digest.is_some() && (least..=most).contains(&length(run)))
        .collect();
    candidates.sort_by_key(|run| std::cmp::Reverse(run.start));
    let mut found: Vec<&Activity> = Vec::new();
    for run in candidates.into_iter().take(LOOKED_AT) {
        let samples = desk.store.packed_samples(&run.id)?.unpack(&run.id);
        let samples = match samples {
            Ok(samples) => samples,
            // Damaged samples of another run do not keep this one from being shown.
            Err(StoreError::Damaged { .. }) => continue,
            Err(error) => return Err(error.into()),
        };
        if is_same(&way, &places(&samples, run)) {
            found.push(run);
        }
        if found.len() == SHOWN {
            break;
        }
    }
    if found.is_empty() {
        return Ok(Vec::new());
    }
    found.reverse();
    found.push(activity);
    Ok(found.into_iter().map(|run| row(desk, run, run.id == activity.id)).collect())
}

fn row(desk: &Desk<'_>, run: &Activity, is_this: bool) -> Row {
    let voice = desk.voice();
    let of_day = desk.history().symptoms.iter().filter(|entry| entry.date == run.local_date);
    Row {
        address: format!("/runs/{}", run.id.0),
        day: if is_this {
            format!("{}, {}", voice.day(run.local_date), Texts.this_run())
        } else {
            voice.day(run.local_date)
        },
        length: run.distance.map_or_else(String::new, |distance| voice.distance(distance.as_m())),
        pace: outings::pace(run, desk.units()).unwrap_or_default(),
        pain: of_day.filter_map(|entry| entry.pain_during_max).map(|pain| pain.points()).max(),
        is_this,
    }
}

/// Positions every half kilometre, by distance where it was counted, else by share of time.
fn places(samples: &Samples, activity: &Activity) -> Vec<(f64, f64)> {
    let whole_m = activity.distance.map_or(0.0, |distance| distance.as_m());
    let count = samples.time_ms.len();
    let mut places = Vec::new();
    let mut next_m = 0.0;
    for at in 0..count {
        #[expect(clippy::cast_precision_loss, reason = "a sample number")]
        let by_time = || whole_m * at as f64 / count as f64;
        let along_m = samples.distance_m.get(at).unwrap_or_else(by_time);
        if along_m < next_m {
            continue;
        }
        if let (Some(latitude), Some(longitude)) = (samples.latitude_e7.get(at), samples.longitude_e7.get(at))
        {
            places.push((f64::from(latitude) / 1e7, f64::from(longitude) / 1e7));
            next_m += EVERY_M;
        }
    }
    places
}

/// Whether two ways agree as far as the shorter goes.
fn is_same(a: &[(f64, f64)], b: &[(f64, f64)]) -> bool {
    let pairs = a.len().min(b.len());
    if pairs < 3 {
        return false;
    }
    let near = |(a, b): (&(f64, f64), &(f64, f64))| {
        let north = (a.0 - b.0) * METRES_PER_DEGREE;
        let east = (a.1 - b.1) * METRES_PER_DEGREE * a.0.to_radians().cos();
        north.hypot(east) <= SAME_M
    };
    let first = a.iter().zip(b).next().is_some_and(near);
    let agreeing = a.iter().zip(b).filter(|pair| near(*pair)).count();
    #[expect(clippy::cast_precision_loss, reason = "a few hundred places")]
    let share = agreeing as f64 / pairs as f64;
    first && share >= AGREES
}

#[cfg(test)]
mod test {
    use super::*;

    #[test]
    fn a_way_is_the_same_as_far_as_the_shorter_goes() {
        let way = |count: u8, turn: f64| -> Vec<(f64, f64)> {
            (0..count).map(|at| (50.0 + f64::from(at) * 0.004, 8.0 + f64::from(at) * turn)).collect()
        };
        assert!(is_same(&way(10, 0.0), &way(14, 0.0)));
        assert!(is_same(&way(10, 0.0), &way(10, 0.0001)));
        assert!(!is_same(&way(10, 0.0), &way(10, 0.004)));
        assert!(!is_same(&way(2, 0.0), &way(2, 0.0)));
    }
}
