//! TCX: activities cut into laps and tracks, with the extensions for speed, running cadence and power, under
//! whatever prefix.

use crate::track::{MAX_SAMPLES, Told, ToldLap, Track, build, sport, time};
use crate::xml::{Attributes, Path, Stop, Visit, note_or_refuse, nothing, walk};
use crate::{Context, ImportError, Imported, text};
use kneewise_types::SourceKind;

/// Reads a TCX file. Damage costs what follows it, not what came before.
pub fn read_tcx(bytes: &[u8], context: &Context<'_>) -> Result<Imported, ImportError> {
    let (document, encoding) = text::decode(bytes);
    let mut reading = Reading::default();
    let stop = walk(&document, &mut reading).err();
    let mut imported = Imported { notes: encoding.into_iter().collect(), ..Imported::default() };
    if let Some(stop) = stop {
        imported.notes.push(note_or_refuse(stop)?);
        if reading.is_in_activity
            && let Some(track) = reading.tracks.last_mut()
        {
            track.is_cut = true;
        }
    }
    for track in reading.tracks {
        let part = u32::try_from(imported.activities.len()).unwrap_or(u32::MAX);
        let (found, notes) = build(track, SourceKind::Tcx, context, part);
        imported.activities.extend(found);
        imported.notes.extend(notes);
    }
    if imported.activities.is_empty() {
        return Err(nothing(&imported.notes, "the TCX file holds no activity with times"));
    }
    Ok(imported)
}

/// Where we are in the document and what was found so far.
#[derive(Debug, Default)]
struct Reading {
    tracks: Vec<Track>,
    is_in_activity: bool,
    is_in_point: bool,
    point: Told,
    time: Option<time::Told>,
    samples: usize,
}

impl Reading {
    fn set_point(&mut self, path: &Path, text: &str) {
        let half = || text.parse::<f32>().ok();
        match path.name() {
            "Time" => self.time = time::read(text),
            "LatitudeDegrees" => self.point.latitude_deg = text.parse().ok(),
            "LongitudeDegrees" => self.point.longitude_deg = text.parse().ok(),
            "AltitudeMeters" => self.point.altitude_m = half(),
            "DistanceMeters" => self.point.distance_m = text.parse().ok(),
            "Value" if path.parent() == "HeartRateBpm" => self.point.heart_rate_bpm = half(),
            "Cadence" | "RunCadence" => self.point.cadence = half(),
            "Speed" => self.point.speed_mps = half(),
            "Watts" => self.point.power_w = half(),
            _ => {}
        }
    }

    fn set_summary(&mut self, path: &Path, text: &str) {
        let Some(track) = self.tracks.last_mut() else { return };
        match (path.parent(), path.name()) {
            ("Activity", "Notes") => track.description = kept(text),
            ("Creator", "Name") => track.device = kept(text),
            (parent, name) => {
                if let Some(lap) = track.laps.last_mut() {
                    set_lap(lap, parent, name, text);
                }
            }
        }
    }
}

fn kept(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn set_lap(lap: &mut ToldLap, parent: &str, name: &str, text: &str) {
    let number = || text.parse::<f64>().ok();
    match (parent, name) {
        ("Lap", "TotalTimeSeconds") => lap.total_s = number(),
        ("Lap", "DistanceMeters") => lap.distance_m = number(),
        ("AverageHeartRateBpm", "Value") => lap.mean_heart_rate_bpm = number().filter(|bpm| *bpm > 0.0),
        ("MaximumHeartRateBpm", "Value") => lap.max_heart_rate_bpm = number().filter(|bpm| *bpm > 0.0),
        ("Lap", "Cadence") | (_, "AvgRunCadence") => lap.cadence = number(),
        _ => {}
    }
}

impl Visit for Reading {
    fn open(&mut self, path: &Path, attributes: &Attributes<'_>) -> Result<(), Stop> {
        match path.name() {
            "Activity" => {
                let sport = attributes.get("Sport").and_then(|word| sport::from_word(&word));
                self.tracks.push(Track { sport, ..Track::default() });
                self.is_in_activity = true;
            }
            "Lap" if self.is_in_activity => {
                let start_ms =
                    attributes.get("StartTime").and_then(|text| time::read(&text)).map(|time| time.at_ms);
                if let Some(track) = self.tracks.last_mut() {
                    track.laps.push(ToldLap { start_ms, ..ToldLap::default() });
                }
            }
            "Track" => {
                if let Some(track) = self.tracks.last_mut() {
                    track.begin_segment();
                }
            }
            "Trackpoint" if self.is_in_activity => {
                self.samples += 1;
                if self.samples > MAX_SAMPLES {
                    return Err(Stop::Refused(format!("the file holds more than {MAX_SAMPLES} points")));
                }
                self.point = Told::default();
                self.time = None;
                self.is_in_point = true;
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, path: &Path, text: &str) -> Result<(), Stop> {
        match path.name() {
            "Trackpoint" if self.is_in_point => {
                self.is_in_point = false;
                if let Some(track) = self.tracks.last_mut() {
                    track.keep(self.point, self.time);
                }
            }
            "Activity" => self.is_in_activity = false,
            _ if self.is_in_point => self.set_point(path, text),
            _ if self.is_in_activity => self.set_summary(path, text),
            _ => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kneewise_types::{SourceKind, Sport};

    fn read(document: &str) -> Result<Imported, ImportError> {
        crate::source::in_test(|context| read_tcx(document.as_bytes(), context))
    }

    fn point(second: u32) -> String {
        format!(
            "<Trackpoint><Time>2026-03-01T12:{:02}:{:02}Z</Time><DistanceMeters>{}</DistanceMeters>\
             <HeartRateBpm><Value>{}</Value></HeartRateBpm><Extensions><n:TPX><n:Speed>3.0</n:Speed>\
             <n:RunCadence>84</n:RunCadence></n:TPX></Extensions></Trackpoint>",
            second / 60,
            second % 60,
            second * 3,
            120 + second / 60
        )
    }

    fn lap(from: u32, to: u32, mean: u32) -> String {
        let body: String = (from..to).map(point).collect();
        format!(
            "<Lap StartTime=\"2026-03-01T12:{:02}:{:02}Z\"><TotalTimeSeconds>{}</TotalTimeSeconds>\
             <DistanceMeters>{}</DistanceMeters><AverageHeartRateBpm><Value>{mean}</Value></AverageHeartRateBpm>\
             <MaximumHeartRateBpm><Value>{}</Value></MaximumHeartRateBpm><Track>{body}</Track></Lap>",
            from / 60,
            from % 60,
            to - from,
            (to - from) * 3,
            mean + 9
        )
    }

    #[test]
    fn totals_come_from_the_laps() {
        let document = format!(
            "<TrainingCenterDatabase><Activities><Activity Sport=\"Running\"><Id>2026-03-01T12:00:00Z</Id>{}{}\
             <Notes>sore below the kneecap</Notes><Creator><Name>Watch 7</Name></Creator></Activity></Activities>\
             </TrainingCenterDatabase>",
            lap(0, 60, 120),
            lap(60, 80, 160)
        );
        let imported = read(&document).unwrap();
        let activity = &imported.activities[0].activity;
        assert_eq!(activity.sport, Sport::Run);
        assert_eq!(activity.description.as_deref(), Some("sore below the kneecap"));
        assert_eq!(activity.device.as_deref(), Some("Watch 7"));
        assert!((activity.elapsed.as_s() - 80.0).abs() < 1e-9);
        assert!((activity.timer.unwrap().as_s() - 80.0).abs() < 1e-9);
        assert!((activity.distance.unwrap().as_m() - 240.0).abs() < 1e-9);
        // (120 x 60 + 160 x 20) / 80 = 130.
        assert!((activity.mean_heart_rate.unwrap().as_bpm() - 130.0).abs() < 1e-9);
        assert!((activity.max_heart_rate.unwrap().as_bpm() - 169.0).abs() < 1e-9);
        assert!((activity.mean_cadence.unwrap().as_spm() - 168.0).abs() < 1e-9);
        assert_eq!(activity.laps.len(), 2);
        assert!((activity.laps[1].start.as_s() - 60.0).abs() < 1e-9);
        assert!(activity.pauses.is_empty());
        assert_eq!(activity.sources[0].kind, SourceKind::Tcx);
        assert!(imported.notes.is_empty());
    }

    #[test]
    fn a_break_between_laps_is_a_pause() {
        let document = format!(
            "<A><Activity Sport=\"Running\">{}{}</Activity></A>",
            lap(0, 60, 120),
            lap(100, 120, 130)
        );
        let activity = &read(&document).unwrap().activities[0].activity;
        assert!((activity.elapsed.as_s() - 120.0).abs() < 1e-9);
        assert!((activity.timer.unwrap().as_s() - 80.0).abs() < 1e-9);
        assert_eq!(activity.pauses.len(), 1);
    }

    #[test]
    fn several_activities_in_one_file() {
        let document = format!(
            "<A><Activity Sport=\"Running\">{}</Activity><Activity Sport=\"Biking\">{}</Activity></A>",
            lap(0, 60, 120),
            lap(120, 180, 130)
        );
        let imported = read(&document).unwrap();
        let sports: Vec<Sport> = imported.activities.iter().map(|found| found.activity.sport).collect();
        assert_eq!(sports, [Sport::Run, Sport::Ride]);
        assert_eq!(imported.activities[1].activity.id.0, "0123456789ab-1");
    }

    #[test]
    fn entities_are_refused_and_emptiness_is_said() {
        let hostile = "<!DOCTYPE A [<!ENTITY a \"aaaa\">]><A><Activity>&a;</Activity></A>";
        assert_eq!(
            read(hostile).unwrap_err().to_string(),
            "refused: the document declares XML entities, which no activity file needs; export it again"
        );
        assert_eq!(read("<A></A>").unwrap_err().to_string(), "the TCX file holds no activity with times");
        assert_eq!(
            read("<A><Activity Sport=\"Running\"></B>").unwrap_err().to_string(),
            "the TCX file holds no activity with times: at byte 29 `Activity` is closed by `B`"
        );
    }
}
