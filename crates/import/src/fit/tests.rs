//! FIT files made here byte by byte, without the decoder's own encoder.
#![expect(clippy::float_cmp, reason = "the values are whole and written by these tests")]

mod apart;
mod broken;

use crate::{Context, ImportError, Imported, ZoneMap, read_fit};
use kneewise_types::{OffsetOrigin, Quality, Sport, Surface};

/// 1 October 2026, 06:00 UTC, in seconds of the FIT epoch.
const START: u32 = 1_159_768_800;

/// A field: number, base type, bytes.
type Raw = (u8, u8, Vec<u8>);

fn byte(num: u8, value: u8) -> Raw {
    (num, 0x02, vec![value])
}

fn short(num: u8, value: u16) -> Raw {
    (num, 0x84, value.to_le_bytes().to_vec())
}

fn long(num: u8, value: u32) -> Raw {
    (num, 0x86, value.to_le_bytes().to_vec())
}

/// Definition and data of one message.
fn message(num: u16, fields: &[Raw]) -> Vec<u8> {
    let mut bytes = vec![0x40, 0, 0];
    bytes.extend(num.to_le_bytes());
    bytes.push(u8::try_from(fields.len()).unwrap());
    for (field, base, data) in fields {
        bytes.extend([*field, u8::try_from(data.len()).unwrap(), *base]);
    }
    bytes.push(0);
    fields.iter().for_each(|(_, _, data)| bytes.extend(data));
    bytes
}

/// The checksum of the FIT protocol, bit by bit (polynomial 0xA001).
fn checksum(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |crc, byte| {
        (0..8)
            .fold(crc ^ u16::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xA001 } else { crc >> 1 })
    })
}

fn file(messages: &[Vec<u8>]) -> Vec<u8> {
    let data = messages.concat();
    let mut bytes = vec![12, 0x20, 0, 0];
    bytes.extend(u32::try_from(data.len()).unwrap().to_le_bytes());
    bytes.extend(b".FIT");
    bytes.extend(data);
    let crc = checksum(&bytes);
    bytes.extend(crc.to_le_bytes());
    bytes
}

fn sample(at: u32, heart_rate: u8, cadence: u8, fraction: u8) -> Vec<u8> {
    message(
        20,
        &[
            long(253, START + at),
            byte(3, heart_rate),
            byte(4, cadence),
            byte(53, fraction),
            long(5, at * 300),
        ],
    )
}

fn session(start: u32, elapsed_s: u32, sport: u8, sub_sport: u8) -> Vec<u8> {
    let fields = [
        long(253, start + elapsed_s),
        long(2, start),
        byte(5, sport),
        byte(6, sub_sport),
        long(7, elapsed_s * 1000),
        long(8, (elapsed_s - 1) * 1000),
        long(9, elapsed_s * 300),
        byte(16, 140),
        byte(17, 150),
        byte(18, 83),
        byte(92, 64),
        short(22, 12),
        byte(192, 75),
        byte(193, 60),
    ];
    message(18, &fields)
}

fn run() -> Vec<Vec<u8>> {
    let mut messages = vec![message(0, &[byte(0, 4), short(1, 1), short(2, 2697)])];
    messages.extend((0..=10).map(|at| sample(at, 140, 83, 64)));
    messages.push(session(START, 10, 1, 0));
    messages.push(message(34, &[long(253, START + 10), long(5, START + 10 + 7200)]));
    messages
}

fn read(bytes: &[u8]) -> Result<Imported, ImportError> {
    let zone_map = ZoneMap::new();
    read_fit(
        bytes,
        &Context {
            content: "0123456789abcdef",
            path: "a.fit",
            zone: None,
            exercises: &[],
            zone_map: &zone_map,
        },
    )
}

#[test]
fn totals_are_those_of_the_session_message() {
    let imported = read(&file(&run())).unwrap();
    assert_eq!(imported.notes, []);
    let activity = &imported.activities[0].activity;
    assert_eq!(activity.start.to_string(), "2026-10-01T06:00:00Z");
    assert_eq!((activity.elapsed.as_s(), activity.timer.unwrap().as_s()), (10.0, 9.0));
    assert_eq!(activity.distance.unwrap().as_m(), 30.0);
    assert_eq!(activity.mean_heart_rate.unwrap().as_bpm(), 140.0);
    assert_eq!(activity.max_heart_rate.unwrap().as_bpm(), 150.0);
    assert_eq!(activity.ascent.unwrap().as_m(), 12.0);
    assert_eq!(activity.session_rpe.unwrap().as_points(), 6.0);
    assert_eq!(activity.feel, Some(75));
    assert_eq!(activity.device.as_deref(), Some("Garmin Fenix 5"));
}

#[test]
fn cadence_counts_both_feet_with_its_fraction() {
    // Load text E1: cadence 83, fraction 64 -> 2 x (83 + 0.5) = 167.0.
    let imported = read(&file(&run())).unwrap();
    assert_eq!(imported.activities[0].samples.cadence_spm.get(3), Some(167.0));
    assert_eq!(imported.activities[0].activity.mean_cadence.unwrap().as_spm(), 167.0);
}

#[test]
fn the_recorded_offset_decides_the_local_day() {
    let imported = read(&file(&run())).unwrap();
    let activity = &imported.activities[0].activity;
    assert_eq!((activity.utc_offset_s, activity.offset_origin), (7200, OffsetOrigin::Recorded));
}

#[test]
fn altitude_and_stance_time_are_scaled_as_the_profile_says() {
    // Load text E1: enhanced altitude 3000 -> 100 m; stance time 2480 -> 248.0 ms.
    let mut messages = run();
    messages.insert(1, message(20, &[long(253, START), long(78, 3000), short(41, 2480)]));
    let samples = &read(&file(&messages)).unwrap().activities[0].samples;
    assert_eq!(samples.altitude_m.get(0), Some(100.0));
    assert_eq!(samples.stance_time_ms.get(0), Some(248.0));
    assert_eq!(samples.altitude_m.get(1), None);
}

#[test]
fn a_broken_file_gives_what_precedes_the_break() {
    let bytes = file(&run());
    let whole = read(&bytes).unwrap();
    for length in 0..bytes.len() {
        match read(&bytes[..length]) {
            Ok(imported) => {
                assert!(!imported.notes.is_empty(), "no note at {length}");
                let (cut, all) = (&imported.activities[0].samples, &whole.activities[0].samples);
                assert_eq!(cut.time_ms, all.time_ms[..cut.len()], "at {length}");
            }
            Err(error) => assert!(!error.to_string().is_empty()),
        }
    }
}

#[test]
fn flipped_bits_never_panic() {
    let bytes = file(&run());
    for at in 0..bytes.len() * 8 {
        let mut damaged = bytes.clone();
        damaged[at / 8] ^= 1 << (at % 8);
        let _outcome = read(&damaged);
    }
}

#[test]
fn a_wrong_checksum_is_a_note_and_a_chained_part_follows() {
    let mut bytes = file(&run());
    let last = bytes.len() - 1;
    bytes[last] ^= 0xFF;
    bytes.extend(file(&run()));
    let imported = read(&bytes).unwrap();
    assert_eq!(imported.activities.len(), 2);
    assert_eq!(imported.notes.len(), 1);
    assert_eq!(imported.activities[1].activity.id.0, "0123456789ab-1");
}

#[test]
fn each_session_of_a_multisport_file_is_an_activity_with_its_own_samples() {
    let mut messages = run();
    messages.retain(|message| message[3] != 18);
    messages.push(session(START, 5, 2, 0));
    messages.push(session(START + 5, 6, 1, 1));
    let imported = read(&file(&messages)).unwrap();
    let found: Vec<_> =
        imported.activities.iter().map(|r| (r.activity.sport, r.activity.surface, r.samples.len())).collect();
    assert_eq!(found, [(Sport::Ride, None, 5), (Sport::TreadmillRun, Some(Surface::Treadmill), 6)]);
}

#[test]
fn the_timer_stopped_is_a_pause() {
    let mut messages = run();
    let event = |at: u32, kind: u8| message(21, &[long(253, START + at), byte(0, 0), byte(1, kind)]);
    messages.extend([event(0, 0), event(4, 4), event(7, 0)]);
    let pauses = &read(&file(&messages)).unwrap().activities[0].activity.pauses;
    assert_eq!(pauses.iter().map(|p| (p.from.as_s(), p.to.as_s())).collect::<Vec<_>>(), [(4.0, 7.0)]);
}

#[test]
fn without_a_session_the_samples_make_the_activity() {
    let mut messages = run();
    messages.retain(|message| message[3] != 18);
    let imported = read(&file(&messages)).unwrap();
    assert_eq!(imported.activities[0].activity.elapsed.as_s(), 10.0);
    assert_eq!(imported.notes[0].what, "the device wrote no summary, totals are those of the samples");
}

#[test]
fn samples_that_go_back_in_time_are_left_out_and_flagged() {
    let mut messages = run();
    messages.insert(8, sample(2, 140, 83, 64));
    let recorded = &read(&file(&messages)).unwrap().activities[0];
    assert_eq!(recorded.samples.len(), 11);
    let jump = Quality::TimeJump { count: 1, first_s: 6.0, longest_s: 4.0 };
    assert!(recorded.activity.quality.contains(&jump), "{:?}", recorded.activity.quality);
}

#[test]
fn settings_hold_no_activity() {
    let error = read(&file(&[message(0, &[byte(0, 2)])])).unwrap_err();
    assert_eq!(error.to_string(), "a FIT file of settings, it holds no activity");
}

#[test]
fn one_sample_years_ahead_costs_only_itself() {
    let mut messages = run();
    messages.insert(5, message(20, &[long(253, START + 1_000_000_000), byte(3, 140)]));
    let recorded = &read(&file(&messages)).unwrap().activities[0];
    assert_eq!(recorded.samples.len(), 11);
    assert_eq!(recorded.samples.time_ms.last(), Some(&10_000));
    assert!(matches!(recorded.activity.quality[..], [Quality::TimeJump { count: 1, .. }]));
}

#[test]
fn a_start_later_than_end_and_duration_say_keeps_the_samples_before_it() {
    let mut messages = run();
    messages.retain(|message| message[3] != 18);
    let fields = [long(253, START + 300), long(2, START + 200), byte(5, 1), long(7, 300_000)];
    messages.push(message(18, &fields));
    let recorded = &read(&file(&messages)).unwrap().activities[0];
    assert_eq!(recorded.samples.time_ms, (0..=10).map(|s| s * 1000).collect::<Vec<u32>>());
    assert_eq!(recorded.activity.start.to_string(), "2026-10-01T06:00:00Z");
}

#[test]
fn a_session_without_any_time_begins_with_its_file() {
    let messages = [message(0, &[byte(0, 4), long(4, START)]), message(18, &[byte(5, 1), byte(16, 100)])];
    let imported = read(&file(&messages)).unwrap();
    let activity = &imported.activities[0].activity;
    assert_eq!(activity.start.to_string(), "2026-10-01T06:00:00Z");
    assert_eq!(activity.mean_heart_rate.unwrap().as_bpm(), 100.0);
    assert_eq!(imported.notes[0].what, "a session tells no start, taken from the beginning of the file");
}

#[test]
fn a_device_that_counts_both_feet_is_not_doubled_and_told() {
    // Load text E1: the median of the doubled values is 340 steps/min, above 230.
    let mut messages = vec![message(0, &[byte(0, 4)])];
    messages.extend([168, 170, 172].into_iter().zip(0..).map(|(cadence, at)| sample(at, 140, cadence, 0)));
    messages.push(session(START, 10, 1, 1));
    let recorded = &read(&file(&messages)).unwrap().activities[0];
    assert_eq!(recorded.samples.cadence_spm.get(1), Some(170.0));
    assert_eq!(recorded.activity.quality, [Quality::DoubledCadence { median_spm: 340.0 }]);
}

#[test]
fn a_clock_that_was_not_set_takes_the_local_time_of_the_file() {
    let at = |at: u32| message(20, &[long(253, 1000 + at), byte(3, 140)]);
    let mut messages = vec![message(0, &[byte(0, 4)])];
    messages.extend((0..=10).map(at));
    messages.push(session(1000, 10, 1, 0));
    messages.push(message(34, &[long(253, 1010), long(5, START + 10)]));
    let zone_map = ZoneMap::new();
    let zone = zone_map.zone("Europe/Berlin");
    let context = Context {
        content: "0123456789abcdef",
        path: "a.fit",
        zone: zone.as_ref(),
        exercises: &[],
        zone_map: &zone_map,
    };
    let imported = read_fit(&file(&messages), &context).unwrap();
    let activity = &imported.activities[0].activity;
    // 06:00 on the watch in Berlin in October is 04:00 UTC.
    assert_eq!(activity.start.to_string(), "2026-10-01T04:00:00Z");
    assert_eq!((activity.utc_offset_s, activity.offset_origin), (7200, OffsetOrigin::Profile));
    assert_eq!(imported.notes[0].what, "the device's clock was not set, the date is that of its local time");
}

#[test]
fn utc_written_as_local_time_gives_way_to_the_coordinates() {
    let mut messages = run();
    messages.retain(|message| message[3] != 34);
    messages.push(message(34, &[long(253, START + 10), long(5, START + 10)]));
    // 52.5 and 13.4 degrees in semicircles: x 2^31 / 180.
    let place = |num: u8, semicircles: i32| (num, 0x85, semicircles.to_le_bytes().to_vec());
    let nowhere = read(&file(&messages)).unwrap().activities[0].activity.offset_origin;
    assert_eq!(nowhere, OffsetOrigin::Recorded);
    messages.insert(1, message(20, &[long(253, START), place(0, 626_349_397), place(1, 159_868_227)]));
    let activity = &read(&file(&messages)).unwrap().activities[0].activity;
    assert_eq!((activity.utc_offset_s, activity.offset_origin), (7200, OffsetOrigin::Coordinates));
}

#[test]
fn a_header_without_a_length_is_read_to_the_end() {
    let mut bytes = file(&run());
    bytes[4..8].fill(0);
    let imported = read(&bytes).unwrap();
    assert_eq!(imported.activities[0].samples.len(), 11);
    assert_eq!(imported.notes.len(), 1);
}

#[test]
fn fields_of_developers_fill_what_the_watch_left_empty() {
    let name = |num: u8, text: &str| (num, 0x07, text.bytes().chain([0]).collect::<Vec<u8>>());
    let describe = |num: u8, base: u8, field: &str, unit: &str| {
        message(206, &[byte(0, 0), byte(1, num), byte(2, base), name(3, field), name(8, unit)])
    };
    let mut messages = vec![
        message(0, &[byte(0, 4)]),
        describe(0, 0x84, "Power", "Watts"),
        describe(1, 0x88, "Vertical Oscillation", "Centimeters"),
        describe(2, 0x84, "Elevation", "Meters"),
        describe(3, 0x02, "Heart Rate", "bpm"),
    ];
    // A definition with the developer flag: two native fields, then the four described ones of index 0.
    let mut record = vec![0x60, 0, 0, 20, 0, 2, 253, 4, 0x86, 3, 1, 0x02, 4];
    record.extend([0, 2, 0, 1, 4, 0, 2, 2, 0, 3, 1, 0, 0]);
    record.extend(START.to_le_bytes());
    record.push(140);
    record.extend(250_u16.to_le_bytes());
    record.extend(6.5_f32.to_le_bytes());
    record.extend(1234_u16.to_le_bytes());
    record.push(99);
    messages.push(record);
    messages.push(session(START, 10, 1, 0));
    let samples = &read(&file(&messages)).unwrap().activities[0].samples;
    assert_eq!(samples.power_w.get(0), Some(250.0));
    assert_eq!(samples.vertical_oscillation_mm.get(0), Some(65.0));
    assert_eq!(samples.altitude_m.get(0), Some(1234.0));
    assert_eq!(samples.heart_rate_bpm.get(0), Some(140.0), "the watch's own value stays");
}
