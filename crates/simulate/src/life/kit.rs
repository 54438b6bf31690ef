//! Shoes in rotation, their retirement and replacement; home tests.

use super::{Person, stream};
use crate::Mechanism;
use crate::outing::Kind;
use crate::random::Random;
use crate::scenario::Scenario;
use jiff::ToSpan;
use jiff::civil::Date;
use kneewise_types::shoe::{Cushioning, Foam, Insole, Outsole, Plate, ShoeCategory, Support};
use kneewise_types::{Metres, Shoe, Side, TestId, TestResult, TestSide};

#[derive(Debug)]
struct Pair {
    shoe: Shoe,
    run_m: f64,
    is_fast: bool,
    is_bad: bool,
}

/// Every pair the runner ever had; the later ones replaced the earlier.
#[derive(Debug)]
pub(super) struct Rack {
    pairs: Vec<Pair>,
    random: Random,
    planted: Option<Mechanism>,
    /// Distance after which a pair is worn for this runner, m.
    life_m: f64,
    /// Day of the last change to another drop.
    changed_on: Option<usize>,
    last_swap: usize,
}

/// What a pair is like: name, drop, heel, mass.
struct Make(&'static str, f64, f64, f64);

const DAILY: [Make; 2] = [Make("Harrier", 9.0, 32.0, 272.0), Make("Meadow", 8.0, 34.0, 285.0)];
const FAST: Make = Make("Swift", 8.0, 27.0, 212.0);

fn pair(make: &Make, number: usize, first_used: Option<Date>, is_fast: bool) -> Pair {
    let Make(model, drop, heel, mass) = *make;
    let shoe = Shoe {
        category: Some(if is_fast { ShoeCategory::Lightweight } else { ShoeCategory::Daily }),
        brand: Some("Fieldmark".to_owned()),
        model: Some(model.to_owned()),
        drop_mm: Some(drop),
        stack_heel_mm: Some(heel),
        stack_forefoot_mm: Some(heel - drop),
        mass_g: Some(mass),
        cushioning: Some(Cushioning::Medium),
        support: Some(Support::Neutral),
        plate: Some(Plate::None),
        foam: Some(Foam::Mixed),
        outsole: Some(Outsole::Road),
        insole: Some(Insole::None),
        first_used,
        start_distance: Metres::new(0.0).ok(),
        comfort: Some(if is_fast { 7.0 } else { 8.0 }),
        ..Shoe::named(format!("{model} {number}"))
    };
    Pair { shoe, run_m: 0.0, is_fast, is_bad: false }
}

impl Rack {
    pub(super) fn new(scenario: &Scenario, person: &Person) -> Self {
        let mut random = stream(scenario, 5, 0);
        let planted = scenario.cause.map(|cause| cause.mechanism);
        let mut pairs: Vec<Pair> = DAILY.iter().map(|make| pair(make, 1, None, false)).collect();
        pairs.push(pair(&FAST, 1, None, true));
        for (age_m, pair) in [240_000.0, 40_000.0, 90_000.0].into_iter().zip(&mut pairs) {
            let start = age_m * random.between(0.7, 1.2);
            pair.run_m = start;
            pair.shoe.start_distance = Metres::new(start.round()).ok();
        }
        if let Some(pair) = pairs.first_mut().filter(|_| planted == Some(Mechanism::OnePairHurts)) {
            pair.is_bad = true;
        }
        let mass_factor = match person.mass_kg {
            mass if mass < 70.0 => 1.0,
            mass if mass < 85.0 => 0.9,
            _ => 0.8,
        };
        Self { pairs, random, planted, life_m: 700_000.0 * mass_factor, changed_on: None, last_swap: 0 }
    }

    /// The pair for a run, its distance counted; worn pairs are replaced first.
    pub(super) fn wear(&mut self, today: (usize, Date), kind: Kind, distance_m: f64) -> Option<usize> {
        self.renew(today);
        let wants_fast = matches!(kind, Kind::Tempo | Kind::Intervals | Kind::Race);
        let in_use: Vec<usize> = (0..self.pairs.len())
            .filter(|&index| self.pairs.get(index).is_some_and(|pair| pair.shoe.retired_on.is_none()))
            .filter(|&index| self.pairs.get(index).is_some_and(|pair| pair.is_fast == wants_fast))
            .collect();
        let choice = usize::try_from(self.random.below(in_use.len() as u64)).unwrap_or(0);
        let index = *in_use.get(choice)?;
        let pair = self.pairs.get_mut(index)?;
        pair.run_m += distance_m;
        pair.shoe.first_used.get_or_insert(today.1);
        Some(index)
    }

    /// Retires what is worn, or what fashion replaces, and puts the next pair in its place.
    fn renew(&mut self, (day, date): (usize, Date)) {
        let swaps = self.planted == Some(Mechanism::ShoeChange) && day >= self.last_swap + 110;
        let limit_m = self.life_m * if self.planted == Some(Mechanism::WornShoe) { 1.7 } else { 0.88 };
        let mut fresh = Vec::new();
        let count = self.pairs.len();
        for pair in &mut self.pairs {
            let is_swapped = swaps && !pair.is_fast;
            if pair.shoe.retired_on.is_some() || (pair.run_m < limit_m && !is_swapped) {
                continue;
            }
            pair.shoe.retired_on = Some(date);
            let make = DAILY.iter().find(|make| pair.shoe.model.as_deref() == Some(make.0)).unwrap_or(&FAST);
            let drop =
                if is_swapped && pair.shoe.drop_mm.is_some_and(|drop| drop > 6.0) { 3.0 } else { make.1 };
            let next = self::pair(
                &Make(make.0, drop, make.2, make.3),
                count + fresh.len(),
                Some(date),
                pair.is_fast,
            );
            fresh.push(Pair { is_bad: pair.is_bad, ..next });
        }
        if swaps {
            self.last_swap = day;
            self.changed_on = Some(day);
        }
        self.pairs.append(&mut fresh);
    }

    pub(super) fn changed_within(&self, today: usize, days: usize) -> bool {
        self.changed_on.is_some_and(|changed| today.saturating_sub(changed) < days)
    }

    pub(super) fn is_worn(&self, index: usize) -> bool {
        self.pairs.get(index).is_some_and(|pair| pair.run_m >= self.life_m)
    }

    pub(super) fn is_bad(&self, index: usize) -> bool {
        self.pairs.get(index).is_some_and(|pair| pair.is_bad)
    }

    pub(super) fn shoes(&self) -> Vec<Shoe> {
        self.pairs.iter().map(|pair| pair.shoe.clone()).collect()
    }
}

/// Home tests twice: about two months, and about eight months before the end.
pub(super) fn tests(scenario: &Scenario, person: &Person) -> Vec<TestResult> {
    let mut random = stream(scenario, 6, 0);
    let planted = scenario.cause.map(|cause| cause.mechanism);
    let mut results = Vec::new();
    for back in [243_i64, 62] {
        if back >= i64::from(scenario.days) {
            continue;
        }
        let Ok(date) = scenario.end.checked_sub(back.days()) else { continue };
        for (test, typical, spread, step) in BATTERY {
            for side in Side::BOTH {
                let shift = shift(planted, test, typical, side == person.side);
                let value = typical + shift + spread * random.normal();
                let side = if side == Side::Left { TestSide::Left } else { TestSide::Right };
                let value = (value / step).round() * step;
                results.push(TestResult { date, test, side, value, pain: None });
            }
        }
    }
    results
}

/// Test, a typical good value, spread between sides and days, smallest step.
const BATTERY: [(TestId, f64, f64, f64); 6] = [
    (TestId::KneeToWall, 12.0, 0.3, 0.5),
    (TestId::HeelRaise, 26.0, 0.5, 1.0),
    (TestId::HamstringBridge, 27.0, 0.5, 1.0),
    (TestId::SidePlank, 66.0, 1.2, 1.0),
    (TestId::LateralStepDown, 2.0, 0.2, 1.0),
    (TestId::ProneKneeBend, 10.0, 0.3, 0.5),
];

/// What the planted trait takes from, or adds to, the sore side.
fn shift(planted: Option<Mechanism>, test: TestId, typical: f64, is_sore_side: bool) -> f64 {
    match (planted, test) {
        (Some(Mechanism::LimbAsymmetry), TestId::HeelRaise | TestId::HamstringBridge) if is_sore_side => {
            -0.23 * typical
        }
        (Some(Mechanism::QuadricepsTight), TestId::ProneKneeBend) if is_sore_side => 5.0,
        _ => 0.0,
    }
}
