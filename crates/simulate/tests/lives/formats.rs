//! One outing in three formats, and what a decoder finds in the FIT file.

use jiff::civil::date;
use kneewise_simulate::{Life, Scenario, plan};
use rustyfit::Decoder;
use rustyfit::profile::mesgdef::{Lap, Record, Session};
use rustyfit::profile::typedef::{MesgNum, Sport};

struct Decoded {
    sessions: Vec<Session>,
    laps: Vec<Lap>,
    records: Vec<Record>,
}

fn decode(bytes: &[u8]) -> Decoded {
    let mut reader = bytes;
    let fit = Decoder::new().decode(&mut reader).unwrap().unwrap();
    let of = |num: MesgNum| fit.messages.iter().filter(move |message| message.num == num);
    Decoded {
        sessions: of(MesgNum::SESSION).map(Session::from).collect(),
        laps: of(MesgNum::LAP).map(Lap::from).collect(),
        records: of(MesgNum::RECORD).map(Record::from).collect(),
    }
}

fn life() -> Life {
    plan(&Scenario::new(5, date(2026, 6, 30)).with_days(120))
}

#[test]
fn totals_of_a_fit_file_equal_its_samples() {
    let life = life();
    let mut seen = 0;
    for outing in life.outings().iter().filter(|outing| outing.distance_m.is_some()) {
        let decoded = decode(&life.fit(outing.index).unwrap());
        let [session] = decoded.sessions.as_slice() else { panic!("one session") };
        let (first, last) = (decoded.records.first().unwrap(), decoded.records.last().unwrap());
        assert_eq!(session.total_distance, last.distance);
        let planned_cm = outing.distance_m.unwrap() * 100.0;
        assert!((f64::from(session.total_distance) - planned_cm).abs() <= 1.0);
        assert_eq!(session.total_elapsed_time / 1000, last.timestamp.0 - first.timestamp.0);
        assert_eq!(session.total_timer_time / 1000, outing.timer_s);
        let laps_cm: u32 = decoded.laps.iter().map(|lap| lap.total_distance).sum();
        assert_eq!(laps_cm, session.total_distance);
        let laps_ms: u32 = decoded.laps.iter().map(|lap| lap.total_timer_time).sum();
        assert_eq!(laps_ms, session.total_timer_time);
        assert_eq!(usize::from(session.num_laps), decoded.laps.len());
        let beats: Vec<f64> =
            decoded.records.iter().map(|r| r.heart_rate).filter(|&b| b != u8::MAX).map(f64::from).collect();
        let mean = beats.iter().sum::<f64>() / beats.len() as f64;
        assert!((mean - f64::from(session.avg_heart_rate)).abs() <= 0.5);
        seen += 1;
    }
    assert!(seen > 40, "{seen} outings");
}

#[test]
fn a_runner_stays_within_what_bodies_do() {
    let life = life();
    for outing in life.outings().iter().filter(|outing| outing.sport.is_running()) {
        let decoded = decode(&life.fit(outing.index).unwrap());
        assert_eq!(decoded.sessions[0].sport, Sport::RUNNING);
        for record in &decoded.records {
            let speed = f64::from(record.enhanced_speed) / 1000.0;
            assert!((1.5..7.0).contains(&speed), "{speed} m/s");
            assert!(record.heart_rate == u8::MAX || (50..=206).contains(&record.heart_rate));
            assert!(record.cadence == u8::MAX || (70..=115).contains(&record.cadence));
        }
        let altitudes: Vec<f64> = decoded
            .records
            .iter()
            .filter(|record| record.enhanced_altitude != u32::MAX)
            .map(|record| f64::from(record.enhanced_altitude) / 5.0 - 500.0)
            .collect();
        assert!(altitudes.windows(2).all(|pair| (pair[1] - pair[0]).abs() < 2.5), "no cliffs");
    }
}

/// Texts between `<tag>` and `</tag>`.
fn values<'a>(xml: &'a str, tag: &str) -> Vec<&'a str> {
    xml.split(&format!("<{tag}>")).skip(1).filter_map(|rest| rest.split('<').next()).collect()
}

#[test]
fn the_same_run_agrees_as_fit_tcx_and_gpx() {
    let life = life();
    let outing = life
        .outings()
        .iter()
        .find(|outing| {
            outing.sport.is_running() && outing.pause.is_some() && life.gpx(outing.index).is_some()
        })
        .unwrap();
    let fit = decode(&life.fit(outing.index).unwrap());
    let tcx = String::from_utf8(life.tcx(outing.index).unwrap()).unwrap();
    let gpx = String::from_utf8(life.gpx(outing.index).unwrap()).unwrap();
    let session = &fit.sessions[0];
    let distance_m = f64::from(session.total_distance) / 100.0;
    let tcx_m: f64 = values(&tcx, "DistanceMeters")[0].parse().unwrap();
    assert!((tcx_m - distance_m).abs() < 0.01 * distance_m);
    assert!((gpx_length_m(&gpx) - distance_m).abs() < 0.01 * distance_m);
    let mean = |bpm: Vec<f64>| bpm.iter().sum::<f64>() / bpm.len() as f64;
    let numbers = |texts: Vec<&str>| texts.into_iter().map(|text| text.parse::<f64>().unwrap()).collect();
    let gpx_mean = mean(numbers(values(&gpx, "gpxtpx:hr")));
    assert!((gpx_mean - f64::from(session.avg_heart_rate)).abs() <= 1.0);
    let tcx_mean: f64 = values(&tcx, "Value")[0].parse().unwrap();
    assert!((tcx_mean - f64::from(session.avg_heart_rate)).abs() <= 1.0);
    assert_eq!(values(&tcx, "Time").len(), fit.records.len());
    assert_eq!(values(&gpx, "time").len(), fit.records.len() + 1);
    let times = values(&tcx, "Time");
    let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap().as_second();
    assert_eq!(at(times[times.len() - 1]) - at(times[0]), i64::from(session.total_elapsed_time / 1000));
}

/// Length of the way on a sphere.
fn gpx_length_m(gpx: &str) -> f64 {
    let number = |point: &str, key: &str| -> f64 {
        point.split(&format!("{key}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap()
    };
    let points: Vec<(f64, f64)> = gpx
        .split("<trkpt ")
        .skip(1)
        .map(|point| (number(point, "lat").to_radians(), number(point, "lon").to_radians()))
        .collect();
    points
        .windows(2)
        .map(|pair| {
            let ((a, x), (b, y)) = (pair[0], pair[1]);
            let half = ((b - a) / 2.0).sin().powi(2) + a.cos() * b.cos() * ((y - x) / 2.0).sin().powi(2);
            2.0 * 6_371_008.8 * half.sqrt().asin()
        })
        .sum()
}

#[test]
fn ten_years_are_three_thousand_hours_at_one_hertz() {
    let life = plan(&Scenario::ten_years(date(2026, 10, 1)));
    assert_eq!(life.outings().len(), 3_000);
    assert_eq!((0..life.file_count()).filter(|&i| life.path(i).unwrap().ends_with(".fit")).count(), 3_000);
    for index in [0, 1_234, 2_999] {
        let decoded = decode(&life.fit(index).unwrap());
        assert_eq!(decoded.records.len(), 3_601);
        assert_eq!(decoded.sessions[0].total_elapsed_time, 3_600_000);
        let is_full = |record: &Record| {
            record.heart_rate != u8::MAX
                && record.cadence != u8::MAX
                && record.enhanced_altitude != u32::MAX
                && record.position_lat != i32::MAX
        };
        assert!(decoded.records.iter().all(is_full));
    }
}
