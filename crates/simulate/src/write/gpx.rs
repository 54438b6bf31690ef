//! GPX 1.1 with the usual trackpoint extension; a segment on each side of a pause.

use super::tcx::{tracks, utc};
use crate::number::byte;
use crate::outing::Outing;
use crate::trace::{Instant, Trace};
use std::fmt::Write;

/// The file of a recorded outing; an outing without positions has none.
#[must_use]
pub fn gpx(outing: &Outing, trace: &Trace) -> Option<String> {
    trace.samples.first()?.position_deg?;
    let mut text = String::with_capacity(trace.samples.len() * 280);
    let kind = if outing.sport.is_running() { "running" } else { outing.sport.word() };
    let _ = write!(
        text,
        r#"<?xml version="1.0" encoding="UTF-8"?>
<gpx version="1.1" creator="kneewise simulate" xmlns="http://www.topografix.com/GPX/1/1" xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
<metadata><time>{}</time></metadata>
<trk><name>{}</name><type>{kind}</type>
"#,
        utc(outing, 0),
        outing.title
    );
    let (before, after) = tracks(outing, trace);
    for track in [before, after].into_iter().filter(|track| !track.is_empty()) {
        text.push_str("<trkseg>\n");
        track.iter().for_each(|sample| trackpoint(&mut text, outing, sample));
        text.push_str("</trkseg>\n");
    }
    text.push_str("</trk>\n</gpx>\n");
    Some(text)
}

fn trackpoint(text: &mut String, outing: &Outing, sample: &Instant) {
    let Some((latitude, longitude)) = sample.position_deg else { return };
    let _ = write!(text, r#"<trkpt lat="{latitude:.8}" lon="{longitude:.8}">"#);
    if let Some(altitude) = sample.altitude_m {
        let _ = write!(text, "<ele>{altitude:.1}</ele>");
    }
    let _ = write!(text, "<time>{}</time>", utc(outing, sample.elapsed_s));
    if sample.heart_rate_bpm.is_some() || sample.cadence_spm.is_some() {
        text.push_str("<extensions><gpxtpx:TrackPointExtension>");
        if let Some(bpm) = sample.heart_rate_bpm {
            let _ = write!(text, "<gpxtpx:hr>{}</gpxtpx:hr>", byte(bpm));
        }
        if let Some(spm) = sample.cadence_spm {
            let _ = write!(text, "<gpxtpx:cad>{}</gpxtpx:cad>", byte(spm / 2.0));
        }
        text.push_str("</gpxtpx:TrackPointExtension></extensions>");
    }
    text.push_str("</trkpt>\n");
}
