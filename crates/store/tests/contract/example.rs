//! Made-up activities and entries that use every field.

use kneewise_types::shoe::{Cushioning, Foam, Insole, Outsole, Plate, ShoeCategory, Support};
use kneewise_types::{
    Activity, ActivityId, ActivitySource, BeatsPerMinute, Column, Date, FindingAnswer, FootStrike, GivingWay,
    Kilograms, Lap, Locking, Metres, MetresPerSecond, NightPain, OffsetOrigin, OtherPain, PainScore, Pause,
    PreviousInjury, Profile, Quality, Region, Rpe, SampleDigest, Samples, Seconds, Sex, Shoe, Side,
    SourceKind, Sport, StepsPerMinute, StrengthEntry, Surface, Swelling, SymptomEntry, UnitSystem, Watts,
    WellnessEntry,
    symptom::{FindingCode, OtherPainSite},
};

pub fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// A content hash that begins with `beginning`.
pub fn content(beginning: &str) -> String {
    format!("{beginning:0<64}")
}

pub fn seconds(value: f64) -> Seconds {
    Seconds::new(value).unwrap()
}

/// One outing as the input `beginning` tells it, with every field filled.
pub fn full(beginning: &str, day: &str) -> Activity {
    let content = content(beginning);
    Activity {
        id: ActivityId(content[..12].to_owned()),
        start: format!("{day}T05:12:13.123456789Z").parse().unwrap(),
        is_start_exact: true,
        utc_offset_s: 5 * 3600 + 1800,
        offset_origin: OffsetOrigin::Coordinates,
        local_date: date(day),
        sport: Sport::TrailRun,
        surface: Some(Surface::Mixed),
        elapsed: seconds(3725.125),
        timer: Some(seconds(3600.1)),
        moving: Some(seconds(3599.9)),
        distance: Some(Metres::new(10_012.34).unwrap()),
        ascent: Some(Metres::new(210.5).unwrap()),
        descent: Some(Metres::new(0.0).unwrap()),
        mean_heart_rate: Some(BeatsPerMinute::new(143.7).unwrap()),
        max_heart_rate: Some(BeatsPerMinute::new(181.0).unwrap()),
        mean_cadence: Some(StepsPerMinute::new(171.3).unwrap()),
        mean_power: Some(Watts::new(251.0).unwrap()),
        session_rpe: Some(Rpe::new(6.5).unwrap()),
        feel: Some(75),
        hard: Some(seconds(612.0)),
        title: Some("Morning ü; 'quoted' run".to_owned()),
        description: Some("two\nlines".to_owned()),
        private_note: Some("left knee".to_owned()),
        shoe: Some("Blue pair".to_owned()),
        device: Some("watch".to_owned()),
        laps: vec![Lap {
            start: seconds(0.0),
            elapsed: seconds(300.7),
            timer: None,
            distance: Some(Metres::new(1000.0).unwrap()),
            mean_heart_rate: Some(BeatsPerMinute::new(130.0).unwrap()),
            max_heart_rate: None,
            mean_cadence: None,
            ascent: Some(Metres::new(3.0).unwrap()),
            descent: None,
        }],
        pauses: vec![Pause { from: seconds(100.0), to: seconds(225.125) }],
        quality: vec![
            Quality::GpsSpike { count: 3, first_s: 12.5 },
            Quality::OutOfRange { quantity: "heart rate".to_owned(), count: 1 },
        ],
        sources: vec![ActivitySource { kind: SourceKind::Fit, content, part: 0, path: "a/b.fit".to_owned() }],
        digest: None,
    }
}

/// The least an activity can be.
pub fn bare(beginning: &str, day: &str) -> Activity {
    Activity {
        is_start_exact: false,
        offset_origin: OffsetOrigin::Assumed,
        utc_offset_s: -3600,
        sport: Sport::Other,
        surface: None,
        timer: None,
        moving: None,
        distance: None,
        ascent: None,
        descent: None,
        mean_heart_rate: None,
        max_heart_rate: None,
        mean_cadence: None,
        mean_power: None,
        session_rpe: None,
        feel: None,
        hard: None,
        title: None,
        description: None,
        private_note: None,
        shoe: None,
        device: None,
        laps: Vec::new(),
        pauses: Vec::new(),
        quality: Vec::new(),
        ..full(beginning, day)
    }
}

pub fn samples() -> Samples {
    Samples {
        time_ms: (0..300).map(|i| i * 1000).collect(),
        heart_rate_bpm: (0..300)
            .map(|i: u16| (!i.is_multiple_of(7)).then(|| f32::from(120 + i % 31)))
            .collect(),
        altitude_m: Column::all_present((0..300).map(|i: u16| f32::from(i) / 5.0 - 20.0).collect()),
        ..Samples::default()
    }
}

pub fn digest() -> SampleDigest {
    SampleDigest {
        version: kneewise_types::digest::DIGEST_VERSION,
        running_s: 3500.25,
        heart_rate_from_bpm: 61,
        heart_rate_s: vec![0.0, 1.5, 300.0],
        peak_heart_rate_bpm: Some(180.5),
        is_grade_ok: true,
        ..SampleDigest::default()
    }
}

pub fn profile() -> Profile {
    Profile {
        sex: Some(Sex::Female),
        birth_year: Some(1984),
        height_m: Some(1.71),
        mass: Some(Kilograms::new(63.5).unwrap()),
        running_since: Some(date("2015-04-01")),
        previous_knee_injury: vec![PreviousInjury {
            side: Side::Left,
            from: Some(date("2019-05-01")),
            to: None,
            condition: Some("PFP".to_owned()),
        }],
        max_heart_rate: Some(BeatsPerMinute::new(184.0).unwrap()),
        resting_heart_rate: Some(BeatsPerMinute::new(48.0).unwrap()),
        threshold_heart_rate: Some(BeatsPerMinute::new(166.0).unwrap()),
        threshold_speed: Some(MetresPerSecond::new(3.61).unwrap()),
        foot_strike: Some(FootStrike::Rearfoot),
        is_poor_sleeper: Some(false),
        equipment: vec!["band".to_owned()],
        units: Some(UnitSystem::Imperial),
        time_zone: Some("Europe/Oslo".to_owned()),
    }
}

pub fn symptom() -> SymptomEntry {
    SymptomEntry {
        pain_morning: PainScore::new(2).ok(),
        pain_before: Some(PainScore::NONE),
        pain_during_max: PainScore::new(5).ok(),
        pain_60min: PainScore::new(3).ok(),
        regions: vec![Region::BackOfKnee, Region::DistalThigh],
        swelling: Some(Swelling::Slight),
        stiffness_min: Some(15),
        locking: Some(Locking::Catches),
        giving_way: Some(GivingWay::None),
        night_pain: Some(NightPain::OnTurning),
        has_limp: Some(false),
        has_medicine: Some(true),
        findings: vec![FindingAnswer { code: FindingCode::SwellingVisible, is_present: false }],
        other_pain: vec![OtherPain { site: OtherPainSite::Foot, score: PainScore::new(1).unwrap() }],
        note: Some("after the hill".to_owned()),
        ..SymptomEntry::empty(date("2026-03-01"), Side::Left)
    }
}

pub fn wellness(day: &str) -> WellnessEntry {
    WellnessEntry {
        date: date(day),
        sleep_h: Some(7.25),
        resting_heart_rate: Some(BeatsPerMinute::new(47.0).unwrap()),
        hrv_rmssd_ms: Some(61.0),
        stress: Some(3.0),
        mood: Some(8.0),
        soreness: Some(2.0),
        mass: Some(Kilograms::new(63.0).unwrap()),
    }
}

pub fn shoe() -> Shoe {
    Shoe {
        category: Some(ShoeCategory::MaxCushion),
        brand: Some("Brand".to_owned()),
        model: Some("Model".to_owned()),
        drop_mm: Some(8.0),
        stack_heel_mm: Some(38.0),
        stack_forefoot_mm: Some(30.0),
        mass_g: Some(280.0),
        cushioning: Some(Cushioning::Soft),
        support: Some(Support::Neutral),
        plate: Some(Plate::None),
        foam: Some(Foam::Peba),
        outsole: Some(Outsole::Road),
        insole: Some(Insole::Prefab),
        first_used: Some(date("2025-12-24")),
        start_distance: Some(Metres::from_km(120.5).unwrap()),
        retired_on: None,
        comfort: Some(8.5),
        ..Shoe::named("Blue pair".to_owned())
    }
}

pub fn strength(reps: u16) -> StrengthEntry {
    StrengthEntry {
        date: date("2026-03-02"),
        exercise: "split_squat".to_owned(),
        sets: 3,
        reps,
        side: Some(Side::Right),
        load_kg: Some(12.5),
        reps_in_reserve: Some(2.0),
        hold_s: None,
    }
}
