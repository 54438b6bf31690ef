//! TCX with laps, a track on each side of a pause, and the activity extension (speed, steps of one leg).

use crate::number::byte;
use crate::outing::Outing;
use crate::trace::{Instant, Trace};
use jiff::Timestamp;
use kneewise_types::Sport;
use std::fmt::Write;

/// The instant of a sample in UTC.
pub(super) fn utc(outing: &Outing, elapsed_s: u32) -> Timestamp {
    Timestamp::from_second(outing.start.as_second() + i64::from(elapsed_s)).unwrap_or(outing.start)
}

/// Samples before and after the pause.
pub(super) fn tracks<'a>(outing: &Outing, trace: &'a Trace) -> (&'a [Instant], &'a [Instant]) {
    let cut = outing.pause.map_or(trace.samples.len(), |(at, _)| {
        trace.samples.partition_point(|sample| sample.elapsed_s <= at)
    });
    trace.samples.split_at_checked(cut).unwrap_or((&trace.samples, &[]))
}

/// The file of a recorded outing.
#[must_use]
pub fn tcx(outing: &Outing, trace: &Trace) -> String {
    let mut text = String::with_capacity(trace.samples.len() * 480);
    let sport = match outing.sport {
        sport if sport.is_running() => "Running",
        Sport::Ride => "Biking",
        _ => "Other",
    };
    let id = utc(outing, 0);
    let distance_m = trace.samples.last().map_or(0.0, |sample| sample.distance_m);
    let hearts: Vec<f64> =
        trace.samples.iter().filter_map(|sample| sample.heart_rate_bpm).map(f64::round).collect();
    let _ = write!(
        text,
        r#"<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2" xmlns:ns3="http://www.garmin.com/xmlschemas/ActivityExtension/v2">
<Activities><Activity Sport="{sport}"><Id>{id}</Id>
<Lap StartTime="{id}"><TotalTimeSeconds>{}</TotalTimeSeconds><DistanceMeters>{distance_m:.2}</DistanceMeters><Calories>0</Calories>"#,
        outing.timer_s
    );
    if !hearts.is_empty() {
        let mean = byte(hearts.iter().sum::<f64>() / hearts.len() as f64);
        let max = byte(hearts.iter().copied().fold(0.0, f64::max));
        let _ = write!(
            text,
            "<AverageHeartRateBpm><Value>{mean}</Value></AverageHeartRateBpm>\
             <MaximumHeartRateBpm><Value>{max}</Value></MaximumHeartRateBpm>"
        );
    }
    text.push_str("<Intensity>Active</Intensity><TriggerMethod>Manual</TriggerMethod>\n");
    let (before, after) = tracks(outing, trace);
    for track in [before, after].into_iter().filter(|track| !track.is_empty()) {
        text.push_str("<Track>\n");
        track.iter().for_each(|sample| trackpoint(&mut text, outing, sample));
        text.push_str("</Track>\n");
    }
    text.push_str("</Lap></Activity></Activities></TrainingCenterDatabase>\n");
    text
}

fn trackpoint(text: &mut String, outing: &Outing, sample: &Instant) {
    let _ = write!(text, "<Trackpoint><Time>{}</Time>", utc(outing, sample.elapsed_s));
    if let Some((latitude, longitude)) = sample.position_deg {
        let _ = write!(
            text,
            "<Position><LatitudeDegrees>{latitude:.8}</LatitudeDegrees>\
             <LongitudeDegrees>{longitude:.8}</LongitudeDegrees></Position>"
        );
    }
    if let Some(altitude) = sample.altitude_m {
        let _ = write!(text, "<AltitudeMeters>{altitude:.1}</AltitudeMeters>");
    }
    let _ = write!(text, "<DistanceMeters>{:.2}</DistanceMeters>", sample.distance_m);
    if let Some(bpm) = sample.heart_rate_bpm {
        let _ = write!(text, "<HeartRateBpm><Value>{}</Value></HeartRateBpm>", byte(bpm));
    }
    let _ = write!(text, "<Extensions><ns3:TPX><ns3:Speed>{:.3}</ns3:Speed>", sample.speed_mps);
    if let Some(spm) = sample.cadence_spm {
        let _ = write!(text, "<ns3:RunCadence>{}</ns3:RunCadence>", byte(spm / 2.0));
    }
    text.push_str("</ns3:TPX></Extensions></Trackpoint>\n");
}
