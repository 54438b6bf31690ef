//! Real FIT files against what others say of them: the inventory, the tables beside the files, and the typed
//! session messages of the decoder.

use crate::corpus;
use kneewise_import::{Context, ImportError, Imported, Recorded, ZoneMap, read};
use kneewise_types::Quality;
use rustyfit::profile::{mesgdef, typedef::MesgNum};
use rustyfit::{Decoder, DecoderEvent, StreamingIterator};

static MAP: ZoneMap = ZoneMap::new();

fn imported(bytes: &[u8]) -> Result<Imported, ImportError> {
    read(
        bytes,
        &Context { content: "0123456789abcdef", path: "a.fit", zone: None, exercises: &[], zone_map: &MAP },
    )
}

/// Path and number of sessions of every distinct file of the inventory.
fn inventory() -> Vec<(String, usize)> {
    let Some(table) = corpus::read("FIT_INVENTORY.csv") else { return Vec::new() };
    let mut rows = csv::Reader::from_reader(table.as_slice());
    let headers = rows.headers().unwrap().clone();
    let column = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let (path, copy, sessions) = (column("path"), column("dup_of"), column("sessions"));
    rows.records()
        .map(Result::unwrap)
        .filter(|row| row[copy].is_empty())
        .map(|row| (row[path].to_owned(), row[sessions].parse().unwrap_or(0)))
        .collect()
}

#[test]
fn every_session_of_the_inventory_is_an_activity_and_the_rest_says_why_not() {
    for (path, sessions) in inventory() {
        match imported(&corpus::read(&path).unwrap()) {
            Ok(imported) if sessions > 0 => assert_eq!(imported.activities.len(), sessions, "{path}"),
            Ok(imported) => assert_eq!(imported.activities.len(), 1, "{path}"),
            Err(error) => {
                assert_eq!(sessions, 0, "{path}: {error}");
                assert!(error.to_string().len() > 20, "{path}: {error}");
            }
        }
    }
}

/// The sessions of the first readable parts, in order of start, by the decoder's own types and scales.
fn sessions(bytes: &[u8]) -> Vec<mesgdef::Session> {
    let mut decoder = Decoder::new();
    let mut reader = bytes;
    let mut stream = decoder.stream(&mut reader);
    let mut sessions = Vec::new();
    while let Some(Ok(event)) = stream.next() {
        if let DecoderEvent::Message(message) = event
            && message.num == MesgNum::SESSION
        {
            sessions.push(mesgdef::Session::from(message));
        }
    }
    sessions.sort_by_key(|session| session.start_time.0);
    sessions
}

#[test]
fn totals_are_those_of_the_session_message() {
    for (path, _) in inventory() {
        let bytes = corpus::read(&path).unwrap();
        let Ok(imported) = imported(&bytes) else { continue };
        let told = sessions(&bytes);
        for (session, recorded) in told.iter().zip(&imported.activities) {
            let activity = &recorded.activity;
            let whole = |value: u16, missing: u16| (value != missing).then(|| f64::from(value));
            let beats = |value: u8| whole(u16::from(value), 255).filter(|bpm| *bpm > 0.0);
            let same = [
                ("distance", session.total_distance_scaled(), activity.distance.map(|m| m.as_m())),
                ("elapsed", session.total_elapsed_time_scaled(), Some(activity.elapsed.as_s())),
                ("timer", session.total_timer_time_scaled(), activity.timer.map(|s| s.as_s())),
                ("ascent", whole(session.total_ascent, u16::MAX), activity.ascent.map(|m| m.as_m())),
                ("mean", beats(session.avg_heart_rate), activity.mean_heart_rate.map(|bpm| bpm.as_bpm())),
                ("highest", beats(session.max_heart_rate), activity.max_heart_rate.map(|bpm| bpm.as_bpm())),
            ];
            for (what, told, ours) in same {
                let is_same = told.is_none_or(|told| ours.is_some_and(|ours| (told - ours).abs() < 1e-6));
                assert!(is_same, "{path}: {what} {ours:?}, the session says {told:?}");
            }
        }
    }
}

/// A table of records that another program made of a file.
struct Table {
    rows: Vec<csv::StringRecord>,
    headers: Vec<String>,
}

impl Table {
    fn read(path: &str) -> Option<Self> {
        let bytes = corpus::read(path)?;
        let mut reader =
            csv::ReaderBuilder::new().trim(csv::Trim::All).flexible(true).from_reader(bytes.as_slice());
        let headers = reader.headers().unwrap().iter().map(str::to_lowercase).collect();
        Some(Self { headers, rows: reader.records().map(Result::unwrap).collect() })
    }

    /// The numbers of the column whose name begins so; an empty cell is missing.
    fn numbers(&self, name: &str) -> Vec<Option<f64>> {
        let at = self.headers.iter().position(|header| header.replace('_', " ").starts_with(name));
        self.rows.iter().map(|row| row.get(at?).and_then(|cell| cell.parse().ok())).collect()
    }

    /// Seconds since the first row, from counts or from times of day.
    fn seconds(&self) -> Vec<f64> {
        let at = |row: &csv::StringRecord| -> f64 {
            let cell = &row[0];
            let Some(time) = cell.split(' ').find(|part| part.contains(':')) else {
                return cell.parse().unwrap();
            };
            time.split(':').fold(0.0, |sum, part| sum * 60.0 + part.parse::<f64>().unwrap())
        };
        let first = at(&self.rows[0]);
        self.rows.iter().map(|row| at(row) - first).collect()
    }
}

#[test]
fn samples_are_those_of_the_tables_beside_the_files() {
    let names = [
        ("garmin-fenix-5-run", 2.0),
        ("garmin-fenix-5-walk", 2.0),
        ("garmin-fenix-5-bike", 1.0),
        ("garmin-edge-820-bike", 1.0),
        ("garmin-edge-500-activity", 1.0),
        ("compressed-speed-distance", 2.0),
    ];
    for (name, legs) in names {
        let Some(table) = Table::read(&format!("fit/fitdecode/{name}-records.csv")) else { return };
        let bytes = corpus::read(&format!("fit/fitdecode/{name}.fit")).unwrap();
        let recorded = imported(&bytes).unwrap().activities.remove(0);
        compare(name, &table, &recorded, legs);
    }
}

fn compare(name: &str, table: &Table, recorded: &Recorded, legs: f64) {
    let samples = &recorded.samples;
    // One table leaves the first record away, which holds a time and nothing else.
    let skipped = samples.len() - table.rows.len();
    assert!(skipped == 0 || skipped == 1 && samples.heart_rate_bpm.get(0).is_none(), "{name}");
    let first_ms = f64::from(samples.time_ms[skipped]);
    let ours: Vec<f64> =
        samples.time_ms.iter().skip(skipped).map(|ms| (f64::from(*ms) - first_ms) / 1000.0).collect();
    assert_eq!(ours, table.seconds(), "{name}: times");
    let same = |what: &str, ours: Vec<Option<f64>>, theirs: Vec<Option<f64>>, within: f64| {
        let ours = if ours.is_empty() { vec![None; samples.len()] } else { ours };
        for (at, (ours, told)) in ours.iter().skip(skipped).zip(&theirs).enumerate() {
            let is_same = match (ours, told) {
                (Some(ours), Some(told)) => (ours - told).abs() <= within,
                // The tables carry the last value over a gap.
                (None, Some(told)) => *told == 0.0 || at > 0 && theirs[at - 1] == Some(*told),
                (None, None) => true,
                (Some(_), None) => false,
            };
            assert!(is_same, "{name}: {what} {at}: {ours:?} against {told:?}");
        }
    };
    let single = |column: &kneewise_types::Column<f32>| column.iter().map(|v| v.map(f64::from)).collect();
    // The tables leave the fraction of a cadence away.
    let cadence: Vec<Option<f64>> = samples.cadence_spm.iter().map(|v| Some(f64::from(v?) / legs)).collect();
    same("cadence", cadence.iter().map(|v| v.map(f64::floor)).collect(), table.numbers("cadence"), 0.0);
    same("heart rate", single(&samples.heart_rate_bpm), table.numbers("heart rate"), 0.0);
    same("speed", single(&samples.speed_mps), table.numbers("speed"), 0.006);
    same("distance", samples.distance_m.iter().collect(), table.numbers("distance"), 0.006);
    same("altitude", single(&samples.altitude_m), table.numbers("altitude"), 0.001);
    same("temperature", single(&samples.temperature_c), table.numbers("temperature"), 0.0);
    // Degrees x 10^7 from semicircles: x 180 / 2^31 x 10^7, rounded.
    let e7 = |v: Option<f64>| v.map(|v| v * 1.8e9 / 2_147_483_648.0);
    let degrees = |column: &kneewise_types::Column<i32>| column.iter().map(|v| v.map(f64::from)).collect();
    let told = |name: &str| table.numbers(name).into_iter().map(e7).collect();
    same("latitude", degrees(&samples.latitude_e7), told("position lat"), 0.5);
    same("longitude", degrees(&samples.longitude_e7), told("position long"), 0.5);
}

#[test]
fn cuts_and_flips_never_panic_and_keep_what_precedes_the_break() {
    for (path, _) in inventory() {
        let bytes = corpus::read(&path).unwrap();
        if bytes.len() > 150_000 {
            continue;
        }
        let whole = imported(&bytes).map(|imported| imported.activities).unwrap_or_default();
        let step = bytes.len() / 23 + 1;
        for at in (1..bytes.len()).step_by(step) {
            let mut flipped = bytes.clone();
            flipped[at] ^= 0x55;
            let _outcome = imported(&flipped);
            let Ok(cut) = imported(&bytes[..at]) else { continue };
            if let ([whole, ..], [cut]) = (whole.as_slice(), cut.activities.as_slice()) {
                precedes(&format!("{path} at {at}"), cut, whole);
            }
        }
    }
}

/// The heart rates before the break are the first ones of the whole; not for files whose clock jumped, where
/// the summary that was cut off decides what belongs.
fn precedes(name: &str, cut: &Recorded, whole: &Recorded) {
    let has_jump = |one: &Recorded| {
        one.activity.quality.iter().any(|quality| matches!(quality, Quality::TimeJump { .. }))
    };
    if has_jump(cut) || has_jump(whole) || cut.samples.len() > whole.samples.len() {
        return;
    }
    let bpm = |one: &Recorded| one.samples.heart_rate_bpm.iter().take(cut.samples.len()).collect::<Vec<_>>();
    if !cut.samples.heart_rate_bpm.is_empty() {
        assert_eq!(bpm(cut), bpm(whole), "{name}");
    }
}
