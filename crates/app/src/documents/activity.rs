//! `activities show ID --json` and `/api/v1/activities/{id}`: one activity with everything that is known of it.

use super::activities::Row;
use super::{SCHEMA, wire};
use kneewise_types::{
    Activity, ActivitySource, BeatsPerMinute, Column, Date, Lap, Metres, OffsetOrigin, Pause, Quality,
    SampleDigest, Samples, Seconds, StepsPerMinute, Watts,
};
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// One activity, with its samples when they were asked for.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ActivityShown)]
pub struct Document<'a> {
    pub schema: u32,
    #[schema(value_type = String, format = Date)]
    pub as_of: Date,
    pub activity: Detailed<'a>,
    /// Every recorded column by its name, one value a sample; a gap is `null`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<BTreeMap<&'static str, Vec<Option<f64>>>>,
}

/// The row of the list with everything else that is known.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Activity)]
pub struct Detailed<'a> {
    #[serde(flatten)]
    pub row: Row<'a>,
    pub description: Option<&'a str>,
    pub private_note: Option<&'a str>,
    /// How it felt, 0 (very weak) to 100 (very strong), as some watches ask it.
    pub feel: Option<u8>,
    pub device: Option<&'a str>,
    #[schema(value_type = wire::OffsetOrigin)]
    pub offset_origin: OffsetOrigin,
    #[schema(value_type = Vec<wire::Pause>)]
    pub pauses: &'a [Pause],
    /// Doubts about recorded values, each with its `kind` and numbers.
    #[schema(value_type = Vec<Object>)]
    pub quality: &'a [Quality],
    /// The inputs that told of it, the richest first.
    #[schema(value_type = Vec<wire::ActivitySource>)]
    pub sources: &'a [ActivitySource],
    /// What the samples come to; `null` without samples.
    #[schema(value_type = Option<Object>)]
    pub digest: Option<&'a SampleDigest>,
    pub laps: Vec<LapShown>,
    pub mean_power_w: Option<f64>,
}

/// One lap, as the device or the runner cut it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Lap)]
pub struct LapShown {
    /// Seconds from the start of the activity.
    pub start_s: f64,
    pub elapsed_s: f64,
    pub timer_s: Option<f64>,
    pub distance_m: Option<f64>,
    pub mean_heart_rate_bpm: Option<f64>,
    pub max_heart_rate_bpm: Option<f64>,
    pub mean_cadence_spm: Option<f64>,
    pub ascent_m: Option<f64>,
    pub descent_m: Option<f64>,
}

/// The document, with the samples when they are given.
#[must_use]
pub fn document<'a>(activity: &'a Activity, samples: Option<&Samples>, as_of: Date) -> Document<'a> {
    Document { schema: SCHEMA, as_of, activity: detailed(activity), samples: samples.map(columns) }
}

fn detailed(activity: &Activity) -> Detailed<'_> {
    Detailed {
        row: Row::new(activity),
        description: activity.description.as_deref(),
        private_note: activity.private_note.as_deref(),
        feel: activity.feel,
        device: activity.device.as_deref(),
        offset_origin: activity.offset_origin,
        pauses: &activity.pauses,
        quality: &activity.quality,
        sources: &activity.sources,
        digest: activity.digest.as_ref(),
        laps: activity.laps.iter().map(lap).collect(),
        mean_power_w: activity.mean_power.map(Watts::as_w),
    }
}

fn lap(lap: &Lap) -> LapShown {
    LapShown {
        start_s: lap.start.as_s(),
        elapsed_s: lap.elapsed.as_s(),
        timer_s: lap.timer.map(Seconds::as_s),
        distance_m: lap.distance.map(Metres::as_m),
        mean_heart_rate_bpm: lap.mean_heart_rate.map(BeatsPerMinute::as_bpm),
        max_heart_rate_bpm: lap.max_heart_rate.map(BeatsPerMinute::as_bpm),
        mean_cadence_spm: lap.mean_cadence.map(StepsPerMinute::as_spm),
        ascent_m: lap.ascent.map(Metres::as_m),
        descent_m: lap.descent.map(Metres::as_m),
    }
}

/// Every recorded column by its name; a gap is `null`.
fn columns(samples: &Samples) -> BTreeMap<&'static str, Vec<Option<f64>>> {
    let time = samples.time_ms.iter().map(|ms| Some(f64::from(*ms) / 1000.0)).collect();
    std::iter::once(("time_s", time)).chain(named(samples)).collect()
}

/// A recorded column: its name and one value a sample.
pub type Named = (&'static str, Vec<Option<f64>>);

/// The columns that hold anything.
#[must_use]
pub fn named(samples: &Samples) -> Vec<Named> {
    let degrees = |column: &Column<i32>| column.iter().map(|e7| e7.map(|e7| f64::from(e7) / 1e7)).collect();
    let exact = |column: &Column<f64>| column.iter().collect::<Vec<_>>();
    // A short float is shown with the digits it has, not with those of its longer form.
    let short = |column: &Column<f32>| {
        column.iter().map(|value| value.and_then(|value| value.to_string().parse().ok())).collect()
    };
    let mut all: Vec<Named> = vec![
        ("latitude_deg", degrees(&samples.latitude_e7)),
        ("longitude_deg", degrees(&samples.longitude_e7)),
        ("altitude_m", short(&samples.altitude_m)),
        ("distance_m", exact(&samples.distance_m)),
        ("speed_mps", short(&samples.speed_mps)),
        ("heart_rate_bpm", short(&samples.heart_rate_bpm)),
        ("cadence_spm", short(&samples.cadence_spm)),
        ("power_w", short(&samples.power_w)),
        ("stance_time_ms", short(&samples.stance_time_ms)),
        ("stance_balance_left_pct", short(&samples.stance_balance_left_pct)),
        ("vertical_oscillation_mm", short(&samples.vertical_oscillation_mm)),
        ("vertical_ratio_pct", short(&samples.vertical_ratio_pct)),
        ("step_length_mm", short(&samples.step_length_mm)),
        ("temperature_c", short(&samples.temperature_c)),
    ];
    all.retain(|(_, values)| values.iter().any(Option::is_some));
    all
}
