//! An activity second by second with the ground under each: what the models of knee and gait work on.

use super::digest::height_profile;
use super::height::HeightProfile;
pub(crate) use super::seconds::Second;
use super::seconds::lay_out;
use kneewise_types::{Activity, Samples};

/// Every second of an activity and the grade of each.
#[derive(Debug, Clone)]
pub(crate) struct Trace {
    pub(crate) seconds: Vec<Second>,
    /// Grade of each second; 0 throughout when it is not known.
    pub(crate) grades: Vec<f64>,
    /// Whether the grade could be trusted (not a treadmill, not GPS-only height).
    pub(crate) is_grade_ok: bool,
    /// The heights under it, whether their grade can be trusted or not.
    pub(super) profile: Option<HeightProfile>,
}

/// Lays the samples out and puts the ground under them.
pub(crate) fn trace(activity: &Activity, samples: &Samples) -> Trace {
    let (seconds, distances) = lay_out(activity, samples);
    let profile = height_profile(activity, samples, &distances);
    let trusted = profile.as_ref().filter(|profile| profile.is_grade_ok());
    let grades = match trusted {
        Some(profile) => seconds.iter().map(|second| profile.grade_at(second.distance_m)).collect(),
        None => vec![0.0; seconds.len()],
    };
    Trace { is_grade_ok: trusted.is_some(), seconds, grades, profile }
}
