//! All that is kept of the samples of one activity, for its load and for the knee, from one look at them.

use crate::knee::digest::{is_on_foot, knee_digest_of_trace};
use crate::knee::{NoKneeLoad, knee_digest};
use crate::load::digest::digest_of_trace;
use crate::load::trace::trace;
use kneewise_types::{Activity, KneeDigest, SampleDigest, Samples};

/// What the samples of one activity come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Digests {
    /// `None` without samples.
    pub load: Option<SampleDigest>,
    /// `None` when it was not on foot.
    pub knee: Option<Result<KneeDigest, NoKneeLoad>>,
}

/// The same as [`crate::load::digest`] and [`knee_digest`], in less time than both: the seconds are laid out once.
#[must_use]
pub fn digests(activity: &Activity, samples: &Samples) -> Digests {
    let is_on_foot = is_on_foot(activity.sport);
    if samples.is_empty() {
        return Digests { load: None, knee: is_on_foot.then(|| knee_digest(activity, samples)) };
    }
    let trace = trace(activity, samples);
    let load = Some(digest_of_trace(&trace));
    Digests { load, knee: is_on_foot.then(|| knee_digest_of_trace(activity, samples, trace)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::digest;
    use crate::load::testing::run_on;
    use kneewise_types::Sport;

    #[test]
    fn one_look_tells_what_two_tell() {
        let mut samples = Samples::default();
        for n in 0..1500_u16 {
            samples.time_ms.push(u32::from(n) * 1000);
            samples.speed_mps.push(Some(2.6 + f32::from(n % 7) * 0.1));
            samples.cadence_spm.push(Some(164.0 + f32::from(n % 5)));
            samples.altitude_m.push(Some(200.0 + f32::from(n) * 0.05));
        }
        let run = run_on("2026-03-01", 4.0);
        let ride = Activity { sport: Sport::Ride, ..run.clone() };
        for activity in [&run, &ride] {
            let told = digests(activity, &samples);
            assert_eq!(told.load, Some(digest(activity, &samples)));
            assert_eq!(told.knee, is_on_foot(activity.sport).then(|| knee_digest(activity, &samples)));
        }
        assert!(digests(&run, &samples).knee.unwrap().unwrap().is_grade_known);
        let bare = digests(&run, &Samples::default());
        assert_eq!((bare.load, bare.knee), (None, Some(knee_digest(&run, &Samples::default()))));
    }
}
