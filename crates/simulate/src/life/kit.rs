//! Shoes in rotation, their retirement and replacement.

use super::phases::{Phase, Phases};
use super::training::Today;
use super::{Person, stream};
use crate::Mechanism;
use crate::outing::Kind;
use crate::random::Random;
use crate::scenario::Scenario;
use jiff::civil::Date;
use kneewise_types::shoe::{Cushioning, Foam, Insole, Outsole, Plate, ShoeCategory, Support};
use kneewise_types::{Metres, Shoe};

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
    habits: Habits,
    /// Distance after which a pair is worn for this runner, m.
    life_m: f64,
    /// Day of the last change to another drop.
    changed_on: Option<usize>,
    last_swap: usize,
}

/// How this runner treats shoes.
#[derive(Debug)]
struct Habits {
    /// Another drop every 110 days, as only classic lives plan it.
    swaps_by_plan: bool,
    /// Share of the life of a pair after which it is replaced.
    replaced_at: f64,
    /// The number of daily pairs in use; one pair also runs the fast sessions.
    daily_pairs: usize,
    /// Blames the shoes when it hurts: a pair with another drop in the middle of a flare, now and then.
    blames_shoes: bool,
    /// Who keeps shoes long has old ones from the start.
    has_old_pairs: bool,
}

impl Habits {
    /// Distance on a pair when counting begins, before chance.
    const fn start_m(&self, usual_m: f64, life_m: f64) -> f64 {
        if self.has_old_pairs { 0.9 * life_m } else { usual_m }
    }

    fn of(scenario: &Scenario) -> Self {
        let planted = scenario.cause.map(|cause| cause.mechanism);
        let frugal = |is_frugal| if is_frugal { 1.7 } else { 0.88 };
        match &scenario.circumstances {
            None => Self {
                swaps_by_plan: planted == Some(Mechanism::ShoeChange),
                replaced_at: frugal(planted == Some(Mechanism::WornShoe)),
                daily_pairs: 2,
                blames_shoes: false,
                has_old_pairs: false,
            },
            Some(here) => Self {
                swaps_by_plan: false,
                replaced_at: frugal(here.has(Mechanism::WornShoe)),
                daily_pairs: if here.has(Mechanism::OnePairHurts) { 3 } else { 1 },
                blames_shoes: here.has(Mechanism::ShoeChange),
                has_old_pairs: here.has(Mechanism::WornShoe),
            },
        }
    }
}

/// What a pair is like: name, drop, heel, mass.
struct Make(&'static str, f64, f64, f64);

const DAILY: [Make; 3] =
    [Make("Harrier", 9.0, 32.0, 272.0), Make("Meadow", 8.0, 34.0, 285.0), Make("Cove", 10.0, 36.0, 290.0)];
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
        let mass_factor = match person.mass_kg {
            mass if mass < 70.0 => 1.0,
            mass if mass < 85.0 => 0.9,
            _ => 0.8,
        };
        let life_m = 700_000.0 * mass_factor;
        let habits = Habits::of(scenario);
        let daily = DAILY.iter().take(habits.daily_pairs);
        let mut pairs: Vec<Pair> = daily.map(|make| pair(make, 1, None, false)).collect();
        if habits.daily_pairs > 1 {
            pairs.push(pair(&FAST, 1, None, true));
        }
        for (age_m, pair) in [240_000.0, 40_000.0, 90_000.0, 60_000.0].into_iter().zip(&mut pairs) {
            let start = habits.start_m(age_m, life_m) * random.between(0.7, 1.2);
            pair.run_m = start;
            pair.shoe.start_distance = Metres::new(start.round()).ok();
        }
        let has_bad = planted == Some(Mechanism::OnePairHurts) || scenario.circumstances.is_some();
        if let Some(pair) = pairs.first_mut().filter(|_| has_bad) {
            pair.is_bad = true;
        }
        Self { pairs, random, habits, life_m, changed_on: None, last_swap: 0 }
    }

    /// The pair for a run, its distance counted; worn pairs are replaced first.
    pub(super) fn wear(&mut self, today: &Today, kind: Kind, distance_m: f64) -> Option<usize> {
        self.renew(today);
        let wants_fast =
            self.habits.daily_pairs > 1 && matches!(kind, Kind::Tempo | Kind::Intervals | Kind::Race);
        let in_use: Vec<usize> = (0..self.pairs.len())
            .filter(|&index| self.pairs.get(index).is_some_and(|pair| pair.shoe.retired_on.is_none()))
            .filter(|&index| self.pairs.get(index).is_some_and(|pair| pair.is_fast == wants_fast))
            .collect();
        let choice = usize::try_from(self.random.below(in_use.len() as u64)).unwrap_or(0);
        let index = *in_use.get(choice)?;
        let pair = self.pairs.get_mut(index)?;
        pair.run_m += distance_m;
        pair.shoe.first_used.get_or_insert(today.date);
        Some(index)
    }

    /// Retires what is worn, or what fashion replaces, and puts the next pair in its place.
    fn renew(&mut self, today: &Today) {
        let (day, date) = (today.day, today.date);
        let blames = self.habits.blames_shoes
            && today.pain >= 3.0
            && day >= self.last_swap + 60
            && self.random.chance(0.06);
        let swaps = blames
            || (self.habits.swaps_by_plan && day >= self.last_swap + 110)
            || wants_swap(&today.calendar.phases, self.last_swap, day);
        let limit_m = self.life_m * self.habits.replaced_at;
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

/// Whether a day of new shoes has come since the last swap, at the latest on the first run after it.
fn wants_swap(phases: &Phases, last_swap: usize, day: usize) -> bool {
    phases.flags(Phase::ShoeSwap).get(last_swap + 1..=day).is_some_and(|days| days.contains(&true))
}
