//! A runner's life, day by day: what is trained, how the knee answers, what is written down.
//!
//! In: a scenario. Out: outings without samples, entries, and the truth. A day is lived in this order: night,
//! training, exposure, chance of a flare, pain, diary.

mod body;
mod calendar;
mod diary;
mod exposure;
mod home_tests;
mod kit;
pub(crate) mod knee;
mod phases;
mod training;
mod week;

pub use body::Person;

use crate::outing::Outing;
use crate::random::Random;
use crate::scenario::{Rhythm, Scenario};
use crate::truth::{FlareTruth, Truth};
use jiff::civil::Date;
use kneewise_types::{Profile, ScreenAnswer, Shoe, StrengthEntry, SymptomEntry, TestResult, WellnessEntry};

/// A planned life. Light: no samples; every file is made on its own when asked for.
#[derive(Debug, Clone)]
pub struct Life {
    pub(crate) scenario: Scenario,
    pub(crate) outings: Vec<Outing>,
    pub(crate) shoes: Vec<Shoe>,
    pub(crate) diary: Vec<SymptomEntry>,
    pub(crate) screen: Vec<ScreenAnswer>,
    pub(crate) wellness: Vec<WellnessEntry>,
    pub(crate) tests: Vec<TestResult>,
    pub(crate) strength: Vec<StrengthEntry>,
    pub(crate) profile: Profile,
    pub(crate) truth: Truth,
    /// Day by day: what the knee was exposed to and how it stood.
    pub(crate) knee: knee::Knee,
}

/// What the days so far have left behind; the next day builds on it.
#[derive(Debug)]
struct Past {
    /// Running distance of each day, m.
    running_m: Vec<f64>,
    /// Longest run of each day, m.
    longest_m: Vec<f64>,
    /// Running distance on trails, m, and time at speed, s.
    trail_m: Vec<f64>,
    fast_s: Vec<f64>,
    descent_m: Vec<f64>,
    is_hard: Vec<bool>,
    sleep_h: Vec<f64>,
    /// Stress felt, 0 to 10.
    stress: Vec<f64>,
    has_strength: Vec<bool>,
    /// Pairs worn that day, by position in the rack.
    shoes: Vec<Vec<usize>>,
}

impl Past {
    fn with_capacity(days: usize) -> Self {
        Self {
            running_m: Vec::with_capacity(days),
            longest_m: Vec::with_capacity(days),
            trail_m: Vec::with_capacity(days),
            fast_s: Vec::with_capacity(days),
            stress: Vec::with_capacity(days),
            descent_m: Vec::with_capacity(days),
            is_hard: Vec::with_capacity(days),
            sleep_h: Vec::with_capacity(days),
            has_strength: Vec::with_capacity(days),
            shoes: Vec::with_capacity(days),
        }
    }

    /// Adds a day with its outings; the night came before.
    fn add(&mut self, outings: &[Outing], has_strength: bool) {
        self.running_m.push(outings.iter().map(Outing::running_m).sum());
        self.longest_m.push(outings.iter().map(Outing::running_m).fold(0.0, f64::max));
        self.trail_m.push(outings.iter().filter(|outing| outing.is_trail).map(Outing::running_m).sum());
        self.fast_s.push(outings.iter().map(Outing::fast_s).sum());
        self.descent_m.push(outings.iter().map(Outing::descent_m).sum());
        self.is_hard.push(outings.iter().any(|outing| outing.kind.is_hard()));
        self.has_strength.push(has_strength);
        self.shoes.push(outings.iter().filter_map(|outing| outing.shoe).collect());
    }

    /// Longest run of the `days` days before the next one.
    fn longest_before(&self, days: usize) -> f64 {
        last(&self.longest_m, days).iter().copied().fold(0.0, f64::max)
    }
}

/// The last `count` values, or fewer.
fn last<T>(values: &[T], count: usize) -> &[T] {
    values.get(values.len().saturating_sub(count)..).unwrap_or(values)
}

/// Plans a life. The same scenario gives the same life.
#[must_use]
pub fn plan(scenario: &Scenario) -> Life {
    let person = Person::draw(scenario);
    let calendar = calendar::Calendar::draw(scenario);
    let mut rack = kit::Rack::new(scenario, &person);
    let mut past = Past::with_capacity(calendar.days.len());
    let mut knee = knee::Knee::new(scenario);
    let mut pages = diary::Pages::new(scenario, &person);
    let mut outings = Vec::new();
    let mut nights = body::Nights::new(scenario);
    for (day, date) in calendar.days.iter().copied().enumerate() {
        past.sleep_h.push(nights.sleep(day, &calendar));
        past.stress.push(body::stress(scenario, day, date, &calendar));
        let (pain, days_well) = (knee.pain(), knee.days_well());
        let today = training::Today { day, date, person: &person, calendar: &calendar, pain, days_well };
        let first = outings.len();
        let planned = training::train(scenario, &today, &past, &mut rack);
        outings
            .extend(planned.into_iter().enumerate().map(|(n, outing)| Outing { index: first + n, ..outing }));
        let todays = outings.get(first..).unwrap_or_default();
        let has_strength = pages.train_strength(&today, day);
        past.add(todays, has_strength);
        let exposed = exposure::exposed(scenario, &past, &rack, &calendar);
        knee.live(&exposed, calendar.flare_on(day), past.running_m.last().copied().unwrap_or(0.0));
        pages.write(&today, &knee, todays, &past);
    }
    let truth = truth(scenario, &person, &calendar.days, &knee);
    Life {
        scenario: scenario.clone(),
        tests: home_tests::tests(scenario, &person),
        profile: person.profile(scenario),
        shoes: rack.shoes(),
        diary: pages.diary,
        screen: pages.screen,
        wellness: pages.wellness,
        strength: pages.strength,
        outings,
        truth,
        knee,
    }
}

fn truth(scenario: &Scenario, person: &Person, days: &[Date], knee: &knee::Knee) -> Truth {
    let date = |day: usize| days.get(day).copied().unwrap_or(scenario.end);
    Truth {
        version: crate::truth::TRUTH_VERSION,
        scenario: scenario.clone(),
        side: person.side,
        main_region: person.region,
        exposure_days: knee
            .exposures
            .iter()
            .map(|(mechanism, exposed)| (mechanism.id(), exposed.iter().map(|&day| date(day)).collect()))
            .collect(),
        flares: knee
            .flares
            .iter()
            .map(|flare| FlareTruth {
                onset: date(flare.onset),
                peak: flare.peak,
                is_exposed: flare.is_exposed,
            })
            .collect(),
        days_at_risk: knee.days_at_risk,
        exposed_days_at_risk: knee.exposed_days_at_risk,
    }
}

/// A stream of this life: `purpose` keeps the parts of a life apart.
const fn stream(scenario: &Scenario, purpose: u64, index: u64) -> Random {
    Random::stream(scenario.seed, purpose, index)
}

/// Whether the runner is a person who reacts, not a yardstick.
const fn is_person(scenario: &Scenario) -> bool {
    matches!(scenario.rhythm, Rhythm::Weekly)
}
