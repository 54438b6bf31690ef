//! The person: body, knee and habits that do not change, and the nights.

use super::calendar::Calendar;
use super::phases::Phase;
use super::stream;
use crate::outing::Form;
use crate::random::Random;
use crate::scenario::Scenario;
use crate::{Mechanism, number};
use jiff::ToSpan;
use jiff::civil::Date;
use kneewise_types::{
    BeatsPerMinute, FootStrike, Kilograms, MetresPerSecond, Profile, Region, Sex, Side, UnitSystem,
};

/// What is drawn once for a life.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    pub sex: Sex,
    pub age: i16,
    pub height_m: f64,
    pub mass_kg: f64,
    pub rest_bpm: f64,
    pub max_bpm: f64,
    pub threshold_mps: f64,
    pub cadence_at_3_spm: f64,
    /// The knee that can get sore, and where.
    pub side: Side,
    pub region: Region,
}

impl Person {
    pub(super) fn draw(scenario: &Scenario) -> Self {
        let mut random = stream(scenario, 1, 0);
        let sex = if random.chance(0.55) { Sex::Male } else { Sex::Female };
        let (height, mass, speed) = if sex == Sex::Male { (1.79, 76.0, 3.75) } else { (1.67, 62.0, 3.45) };
        let age = i16::try_from(number::whole(random.between(26.0, 52.0), 26, 52)).unwrap_or(40);
        Self {
            sex,
            age,
            height_m: (height + 0.06 * random.normal()).clamp(1.5, 2.05),
            mass_kg: (mass + 7.0 * random.normal()).clamp(46.0, 110.0),
            rest_bpm: (54.0 + 4.0 * random.normal()).clamp(42.0, 68.0),
            max_bpm: (208.0 - 0.7 * f64::from(age) + 6.0 * random.normal()).clamp(160.0, 205.0),
            threshold_mps: (speed + 0.25 * random.normal()).clamp(2.8, 4.6),
            cadence_at_3_spm: (168.0 + 5.0 * random.normal()).clamp(154.0, 184.0),
            side: if random.chance(0.5) { Side::Left } else { Side::Right },
            region: region(scenario),
        }
    }

    /// What the body can do after `days` days of life: heart and legs follow the seasons a little.
    pub(super) fn form(&self, day: usize) -> Form {
        let season = (day as f64 / 365.25 * std::f64::consts::TAU).sin();
        Form {
            rest_bpm: self.rest_bpm - 1.5 * season,
            max_bpm: self.max_bpm,
            threshold_mps: self.threshold_mps * (1.0 + 0.025 * season),
            cadence_at_3_spm: self.cadence_at_3_spm,
            mass_kg: self.mass_kg,
        }
    }

    /// The same as `profile.toml` says it.
    pub(super) fn profile(&self, scenario: &Scenario) -> Profile {
        let circumstances = scenario.circumstances.as_ref();
        let is_novice = circumstances.is_some_and(|here| here.has(Mechanism::NoviceWeekRise));
        let days_before = if is_novice { -1 } else { 900 };
        let start =
            scenario.end.checked_sub((i64::from(scenario.days) + days_before).days()).unwrap_or(scenario.end);
        let one_decimal = |value: f64| (value * 10.0).round() / 10.0;
        Profile {
            sex: Some(self.sex),
            birth_year: Some(scenario.end.year() - self.age),
            height_m: Some((self.height_m * 100.0).round() / 100.0),
            mass: Kilograms::new(one_decimal(self.mass_kg)).ok(),
            running_since: Some(start),
            max_heart_rate: BeatsPerMinute::new(self.max_bpm.round()).ok(),
            resting_heart_rate: BeatsPerMinute::new(self.rest_bpm.round()).ok(),
            threshold_heart_rate: BeatsPerMinute::new(self.threshold_bpm().round()).ok(),
            threshold_speed: MetresPerSecond::new(one_decimal(self.threshold_mps)).ok(),
            foot_strike: Some(FootStrike::Rearfoot),
            is_poor_sleeper: None,
            equipment: vec!["mini_band".to_owned(), "step".to_owned()],
            units: Some(UnitSystem::Metric),
            time_zone: Some(scenario.home.zone.to_owned()),
            ..Profile::default()
        }
    }

    fn threshold_bpm(&self) -> f64 {
        self.rest_bpm + 0.88 * (self.max_bpm - self.rest_bpm)
    }
}

/// Where it hurts: typical of what the mechanism loads, the kneecap for most.
fn region(scenario: &Scenario) -> Region {
    match scenario.cause.map(|cause| cause.mechanism) {
        Some(Mechanism::NewTerrainOrSpeed) => Region::LateralAboveJointLine,
        Some(Mechanism::HardDaysTooClose) => Region::InferiorPole,
        _ => Region::AroundPatella,
    }
}

/// The nights: good ones around a personal mean, and phases of short ones for who is planted to sleep badly.
#[derive(Debug)]
pub(super) struct Nights {
    random: Random,
    mean_h: f64,
    is_planted: bool,
    is_classic: bool,
    short_until: usize,
}

impl Nights {
    pub(super) fn new(scenario: &Scenario) -> Self {
        let mut random = stream(scenario, 2, 0);
        let is_classic = scenario.circumstances.is_none();
        let mean_h = if is_classic { random.between(7.3, 7.9) } else { random.between(6.9, 8.0) };
        let is_planted = scenario.cause.is_some_and(|cause| cause.mechanism == Mechanism::ShortSleep);
        Self { random, mean_h, is_planted, is_classic, short_until: 0 }
    }

    /// Hours slept in the night that ended on this day.
    pub(super) fn sleep(&mut self, day: usize, calendar: &Calendar) -> f64 {
        let starts = self.random.chance(if self.is_planted { 0.022 } else { 0.003 });
        if starts && day > self.short_until + 14 {
            self.short_until = day + 14;
        }
        let is_short = if self.is_classic {
            day < self.short_until
        } else {
            calendar.phases.is(Phase::ShortNights, day)
        };
        let mean = if is_short { 5.7 } else { self.mean_h };
        (mean + 0.6 * self.random.normal()).clamp(3.0, 10.5)
    }
}

/// Stress felt on a day, 0 to 10: a working week, and weeks of pressure.
pub(super) fn stress(scenario: &Scenario, day: usize, date: Date, calendar: &Calendar) -> f64 {
    let mut random = stream(scenario, 31, day as u64);
    let usual = if date.weekday().to_monday_zero_offset() < 5 { 3.6 } else { 2.2 };
    let mean = if calendar.phases.is(Phase::Stressed, day) { 7.6 } else { usual };
    (mean + 1.1 * random.normal()).clamp(0.0, 10.0)
}
