//! GPX 1.0 and 1.1: positions in tracks and segments, with the usual extensions for heart rate, cadence, power,
//! speed and temperature, under whatever prefix.
//!
//! Tracks that follow each other closely are one outing with a pause; the others are activities of their own.
//! Routes and way points are plans and places, not activities.

use crate::track::{MAX_SAMPLES, Told, Track, build, note, sport, time};
use crate::xml::{Attributes, Path, Stop, Visit, note_or_refuse, nothing, walk};
use crate::{Context, ImportError, Imported, text};
use kneewise_types::SourceKind;

/// Tracks closer together than this are one outing, min.
const MAX_TRACK_GAP_MIN: i64 = 15;

/// Reads a GPX file. Damage costs what follows it, not what came before.
pub fn read_gpx(bytes: &[u8], context: &Context<'_>) -> Result<Imported, ImportError> {
    let (document, encoding) = text::decode(bytes);
    let mut reading = Reading::default();
    let stop = walk(&document, &mut reading).err();
    let mut imported = Imported { notes: encoding.into_iter().collect(), ..Imported::default() };
    reading.end(stop, &mut imported)?;
    for track in join(reading.tracks) {
        let part = u32::try_from(imported.activities.len()).unwrap_or(u32::MAX);
        let (found, notes) = build(track, SourceKind::Gpx, context, part);
        imported.activities.extend(found);
        imported.notes.extend(notes);
    }
    if imported.activities.is_empty() {
        return Err(nothing(&imported.notes, "the GPX file holds no track with times"));
    }
    Ok(imported)
}

/// Where we are in the document and what was found so far.
#[derive(Debug, Default)]
struct Reading {
    tracks: Vec<Track>,
    creator: Option<String>,
    is_in_track: bool,
    is_in_point: bool,
    point: Told,
    time: Option<time::Told>,
    samples: usize,
    route_points: u32,
}

impl Reading {
    /// What a broken or refused document means for the tracks.
    fn end(&mut self, stop: Option<Stop>, imported: &mut Imported) -> Result<(), ImportError> {
        if let Some(stop) = stop {
            imported.notes.push(note_or_refuse(stop)?);
            if self.is_in_track
                && let Some(track) = self.tracks.last_mut()
            {
                track.is_cut = true;
            }
        }
        if self.route_points > 0 {
            imported
                .notes
                .push(note(format!("a route of {} points is a plan, not an activity", self.route_points)));
        }
        for track in &mut self.tracks {
            track.device = track.device.take().or_else(|| self.creator.clone());
        }
        Ok(())
    }

    fn set_text(&mut self, path: &Path, text: &str) {
        let Some(track) = self.tracks.last_mut() else { return };
        if !self.is_in_track || self.is_in_point || path.parent() != "trk" || text.is_empty() {
            return;
        }
        match path.name() {
            "name" => track.title = Some(text.to_owned()),
            "desc" | "cmt" => track.description = Some(text.to_owned()),
            "type" => track.sport = sport::from_word(text),
            _ => {}
        }
    }

    fn set_value(&mut self, name: &str, text: &str) {
        let number = || text.parse::<f64>().ok();
        let half = || text.parse::<f32>().ok();
        match name {
            "time" => self.time = time::read(text),
            "ele" => self.point.altitude_m = half(),
            "hr" | "heartrate" | "heart_rate" => self.point.heart_rate_bpm = half(),
            "cad" | "cadence" | "RunCadence" => self.point.cadence = half(),
            "power" | "PowerInWatts" | "watts" | "Watts" => self.point.power_w = half(),
            "speed" | "Speed" => self.point.speed_mps = half(),
            "atemp" | "temp" | "temperature" => self.point.temperature_c = half(),
            "lat" => self.point.latitude_deg = number(),
            "lon" => self.point.longitude_deg = number(),
            _ => {}
        }
    }
}

impl Visit for Reading {
    fn open(&mut self, path: &Path, attributes: &Attributes<'_>) -> Result<(), Stop> {
        match path.name() {
            "gpx" => self.creator = attributes.get("creator").filter(|creator| !creator.is_empty()),
            "trk" => {
                self.tracks.push(Track::default());
                self.is_in_track = true;
            }
            "trkseg" => {
                if let Some(track) = self.tracks.last_mut() {
                    track.begin_segment();
                }
            }
            "trkpt" if self.is_in_track => {
                self.samples += 1;
                if self.samples > MAX_SAMPLES {
                    return Err(Stop::Refused(format!("the file holds more than {MAX_SAMPLES} points")));
                }
                let degrees = |name| attributes.get(name).and_then(|value| value.parse().ok());
                self.point =
                    Told { latitude_deg: degrees("lat"), longitude_deg: degrees("lon"), ..Told::default() };
                self.time = None;
                self.is_in_point = true;
            }
            "rtept" => self.route_points = self.route_points.saturating_add(1),
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, path: &Path, text: &str) -> Result<(), Stop> {
        match path.name() {
            "trkpt" if self.is_in_point => {
                self.is_in_point = false;
                if let Some(track) = self.tracks.last_mut() {
                    track.keep(self.point, self.time);
                }
            }
            "trk" => self.is_in_track = false,
            name if self.is_in_point => self.set_value(name, text),
            _ => self.set_text(path, text),
        }
        Ok(())
    }
}

/// Joins tracks that follow each other within minutes and do not differ in sport.
fn join(tracks: Vec<Track>) -> Vec<Track> {
    let mut joined: Vec<Track> = Vec::new();
    for track in tracks {
        match joined.last_mut() {
            Some(last) if is_continued(last, &track) => append(last, track),
            _ => joined.push(track),
        }
    }
    joined
}

fn is_continued(last: &Track, next: &Track) -> bool {
    let (Some((_, end)), Some((start, _))) = (last.span_ms(), next.span_ms()) else { return false };
    let gap_ms = start.saturating_sub(end);
    let is_near = (0..=MAX_TRACK_GAP_MIN * 60_000).contains(&gap_ms);
    is_near && (last.sport == next.sport || next.sport.is_none() || last.sport.is_none())
}

fn append(last: &mut Track, next: Track) {
    let offset = last.samples.len();
    last.segments.push(offset);
    last.segments.extend(next.segments.iter().filter(|at| **at > 0).map(|at| at + offset));
    last.samples.extend(next.samples);
    last.sport = last.sport.or(next.sport);
    last.untimed = last.untimed.saturating_add(next.untimed);
    last.is_cut |= next.is_cut;
    last.title = last.title.take().or(next.title);
    last.description = last.description.take().or(next.description);
}

#[cfg(test)]
mod tests {
    use super::*;
    use kneewise_types::{OffsetOrigin, Quality, Sport};

    fn read(document: &str) -> Result<Imported, ImportError> {
        crate::source::in_test(|context| read_gpx(document.as_bytes(), context))
    }

    /// A point `second` seconds after noon, moving north 0.00003 degrees (3.34 m) a second.
    fn point(second: u32, more: &str) -> String {
        let (minute, rest) = (second / 60, second % 60);
        let latitude = 50.0 + f64::from(second) * 0.00003;
        format!(
            "<trkpt lat=\"{latitude:.6}\" lon=\"7\"><time>2026-03-01T12:{minute:02}:{rest:02}Z</time>{more}</trkpt>"
        )
    }

    fn points(seconds: std::ops::Range<u32>) -> String {
        seconds.map(|second| point(second, "")).collect()
    }

    #[test]
    fn a_run_with_extensions_under_any_prefix() {
        let more = "<ele>12.5</ele><extensions><q:TrackPointExtension><q:hr>140</q:hr><q:cad>85</q:cad>\
                    </q:TrackPointExtension><power>250</power></extensions>";
        let body: String = (0..61).map(|second| point(second, more)).collect();
        let imported = read(&format!(
            "<gpx creator=\"W\"><trk><name>Easy &amp; flat</name><type>running</type><trkseg>{body}</trkseg></trk></gpx>"
        ))
        .unwrap();
        let [recorded] = imported.activities.as_slice() else { panic!("one activity") };
        let activity = &recorded.activity;
        assert_eq!(activity.id.0, "0123456789ab");
        assert_eq!(activity.sport, Sport::Run);
        assert_eq!(activity.title.as_deref(), Some("Easy & flat"));
        assert_eq!(activity.device.as_deref(), Some("W"));
        assert_eq!(activity.start.to_string(), "2026-03-01T12:00:00Z");
        assert!((activity.elapsed.as_s() - 60.0).abs() < 1e-9);
        assert!((activity.mean_heart_rate.unwrap().as_bpm() - 140.0).abs() < 1e-9);
        assert!((activity.mean_cadence.unwrap().as_spm() - 170.0).abs() < 1e-9);
        assert!((activity.mean_power.unwrap().as_w() - 250.0).abs() < 1e-9);
        // 60 steps of 0.00003 degrees: 0.0018 x 111 195.08 m = 200.15 m.
        assert!((activity.distance.unwrap().as_m() - 200.15).abs() < 0.05);
        assert_eq!(imported.notes.len(), 1);
        assert_eq!(imported.notes[0].what, "no distance is recorded, reckoned from the positions");
    }

    #[test]
    fn the_gap_between_segments_is_a_pause() {
        let imported = read(&format!(
            "<gpx><trk><type>running</type><trkseg>{}</trkseg><trkseg>{}</trkseg></trk></gpx>",
            points(0..31),
            points(91..121)
        ))
        .unwrap();
        let activity = &imported.activities[0].activity;
        assert_eq!(imported.activities.len(), 1);
        assert!((activity.elapsed.as_s() - 120.0).abs() < 1e-9);
        assert!((activity.timer.unwrap().as_s() - 59.0).abs() < 1e-9);
        assert!((activity.pauses[0].from.as_s() - 30.0).abs() < 1e-9);
        assert!((activity.pauses[0].to.as_s() - 91.0).abs() < 1e-9);
        // 30 + 29 steps of 3.336 m; of the way between the segments only one more step on each side is counted.
        assert!((activity.distance.unwrap().as_m() - 61.0 * 3.33585).abs() < 0.1);
    }

    #[test]
    fn tracks_apart_in_time_are_two_activities_and_close_ones_are_one() {
        let track = |body: &str| format!("<trk><type>running</type><trkseg>{body}</trkseg></trk>");
        let near =
            read(&format!("<gpx>{}{}</gpx>", track(&points(0..60)), track(&points(120..180)))).unwrap();
        assert_eq!(near.activities.len(), 1);
        assert_eq!(near.activities[0].activity.pauses.len(), 1);
        let far =
            read(&format!("<gpx>{}{}</gpx>", track(&points(0..60)), track(&points(1800..1860)))).unwrap();
        assert_eq!(far.activities.len(), 2);
        assert_eq!(far.activities[1].activity.id.0, "0123456789ab-1");
    }

    #[test]
    fn an_offset_in_the_times_decides_the_local_day() {
        let imported = read(
            "<gpx><trk><type>running</type><trkseg>\
             <trkpt lat=\"50\" lon=\"7\"><time>2026-03-02T00:30:00+02:00</time></trkpt>\
             <trkpt lat=\"50.001\" lon=\"7\"><time>2026-03-02T00:31:00+02:00</time></trkpt></trkseg></trk></gpx>",
        )
        .unwrap();
        let activity = &imported.activities[0].activity;
        assert_eq!(activity.start.to_string(), "2026-03-01T22:30:00Z");
        assert_eq!(activity.offset_origin, OffsetOrigin::Recorded);
        assert_eq!(activity.local_date.to_string(), "2026-03-02");
    }

    #[test]
    fn a_cut_file_keeps_what_came_before_and_says_so() {
        let document = format!("<gpx><trk><type>running</type><trkseg>{}<trkpt lat=\"5", points(0..31));
        let imported = read(&document).unwrap();
        let recorded = &imported.activities[0];
        assert_eq!(recorded.samples.len(), 31);
        assert!(recorded.activity.quality.contains(&Quality::Truncated { at_s: 30.0 }));
        assert_eq!(imported.notes[0].what, "a tag is not finished, what came before was kept");
    }

    #[test]
    fn a_route_and_points_without_times_are_no_activity() {
        let route = read("<gpx><rte><rtept lat=\"1\" lon=\"2\"/></rte></gpx>").unwrap_err();
        assert_eq!(route.to_string(), "the GPX file holds no track with times");
        let untimed =
            read("<gpx><trk><trkseg><trkpt lat=\"1\" lon=\"2\"/></trkseg></trk></gpx>").unwrap_err();
        assert_eq!(untimed.to_string(), "the GPX file holds no track with times");
    }

    #[test]
    fn positions_off_the_globe_are_left_out_and_counted() {
        let imported = read(&format!(
            "<gpx><trk><type>running</type><trkseg>{}<trkpt lat=\"200\" lon=\"0\">\
             <time>2026-03-01T12:01:00Z</time></trkpt></trkseg></trk></gpx>",
            points(0..10)
        ))
        .unwrap();
        let flag = Quality::OutOfRange { quantity: "latitude".to_owned(), count: 1 };
        assert!(imported.activities[0].activity.quality.contains(&flag));
    }

    #[test]
    fn time_that_runs_backwards_is_flagged() {
        let body = format!("{}{}{}", points(0..10), point(5, ""), points(10..20));
        let imported =
            read(&format!("<gpx><trk><type>running</type><trkseg>{body}</trkseg></trk></gpx>")).unwrap();
        let recorded = &imported.activities[0];
        assert_eq!(recorded.samples.len(), 20);
        let flag = Quality::TimeJump { count: 1, first_s: 9.0, longest_s: 4.0 };
        assert!(recorded.activity.quality.contains(&flag));
    }
}
