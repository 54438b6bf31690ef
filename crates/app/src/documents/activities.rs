//! `activities --json` and `/api/v1/activities`: the list.

use super::{SCHEMA, wire};
use kneewise_types::{
    Activity, BeatsPerMinute, Date, Metres, Rpe, Seconds, SourceKind, Sport, StepsPerMinute, Surface,
};
use serde::Serialize;
use utoipa::ToSchema;

/// The list of activities, oldest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Activities)]
pub struct Document<'a> {
    pub schema: u32,
    #[schema(value_type = String, format = Date)]
    pub as_of: Date,
    /// How many fit what was asked, when that is more than are listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<usize>,
    pub activities: Vec<Listed<'a>>,
}

/// A line of the list, with the number of inputs that told of it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ListedActivity)]
pub struct Listed<'a> {
    #[serde(flatten)]
    pub row: Row<'a>,
    pub sources: usize,
}

/// The list with its frame.
#[must_use]
pub fn document<'a>(activities: &[&'a Activity], as_of: Date, of: usize) -> Document<'a> {
    // A list in one call reads as it always did; only a part of it says of how many.
    let of = (of > activities.len()).then_some(of);
    let activities = activities
        .iter()
        .map(|activity| Listed { row: Row::new(activity), sources: activity.sources.len() })
        .collect();
    Document { schema: SCHEMA, as_of, of, activities }
}

/// One activity in a line.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ActivityRow)]
pub struct Row<'a> {
    pub id: &'a str,
    /// Instant of the start, UTC.
    #[schema(format = DateTime)]
    pub start: String,
    pub is_start_exact: bool,
    pub utc_offset_s: i32,
    /// The runner's own day.
    #[schema(value_type = String, format = Date)]
    pub local_date: Date,
    #[schema(value_type = wire::Sport)]
    pub sport: Sport,
    pub distance_m: Option<f64>,
    pub elapsed_s: f64,
    pub timer_s: Option<f64>,
    pub moving_s: Option<f64>,
    pub mean_heart_rate_bpm: Option<f64>,
    pub max_heart_rate_bpm: Option<f64>,
    pub mean_cadence_spm: Option<f64>,
    /// What the device, the platform or the log told; only where none did, what the samples come to.
    pub ascent_m: Option<f64>,
    pub descent_m: Option<f64>,
    /// `told` or `samples`: where the two come from; absent when neither is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub climb_from: Option<&'static str>,
    pub session_rpe: Option<f64>,
    #[schema(value_type = Option<wire::Surface>)]
    pub surface: Option<Surface>,
    pub shoe: Option<&'a str>,
    pub title: Option<&'a str>,
    /// The richest input that told of it.
    #[schema(value_type = Option<wire::SourceKind>)]
    pub source: Option<SourceKind>,
}

impl<'a> Row<'a> {
    /// The line of an activity.
    #[must_use]
    pub fn new(activity: &'a Activity) -> Self {
        let climb = Climb::of(activity);
        Self {
            id: &activity.id.0,
            start: activity.start.to_string(),
            is_start_exact: activity.is_start_exact,
            utc_offset_s: activity.utc_offset_s,
            local_date: activity.local_date,
            sport: activity.sport,
            distance_m: activity.distance.map(Metres::as_m),
            elapsed_s: activity.elapsed.as_s(),
            timer_s: activity.timer.map(Seconds::as_s),
            moving_s: activity.moving.map(Seconds::as_s),
            mean_heart_rate_bpm: activity.mean_heart_rate.map(BeatsPerMinute::as_bpm),
            max_heart_rate_bpm: activity.max_heart_rate.map(BeatsPerMinute::as_bpm),
            mean_cadence_spm: activity.mean_cadence.map(StepsPerMinute::as_spm),
            ascent_m: climb.ascent_m,
            descent_m: climb.descent_m,
            climb_from: climb.from,
            session_rpe: activity.session_rpe.map(Rpe::as_points),
            surface: activity.surface,
            shoe: activity.shoe.as_deref(),
            title: activity.title.as_deref(),
            source: activity.sources.first().map(|source| source.kind),
        }
    }
}

/// Metres up and down of one activity, and who counted them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Climb {
    pub ascent_m: Option<f64>,
    pub descent_m: Option<f64>,
    /// `told` or `samples`.
    pub from: Option<&'static str>,
}

impl Climb {
    /// A device counts while its barometer runs, so what it told goes before what the written samples come to.
    #[must_use]
    pub fn of(activity: &Activity) -> Self {
        let told = (activity.ascent.map(Metres::as_m), activity.descent.map(Metres::as_m));
        if told != (None, None) {
            return Self { ascent_m: told.0, descent_m: told.1, from: Some("told") };
        }
        let digest = activity.digest.as_ref();
        let (ascent_m, descent_m) =
            (digest.and_then(|digest| digest.ascent_m), digest.and_then(|digest| digest.descent_m));
        Self { ascent_m, descent_m, from: ascent_m.or(descent_m).map(|_| "samples") }
    }
}
