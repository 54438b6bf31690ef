//! What befalls the runner: breaks, hill weeks, races, weeks of doubled hard days, and what the script says.

use super::phases::{Phase, Phases};
use super::{is_person, stream};
use crate::Mechanism;
use crate::random::Random;
use crate::scenario::Scenario;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// One flag per day of the life.
#[derive(Debug)]
pub(super) struct Calendar {
    pub days: Vec<Date>,
    /// Whether a script runs this life.
    pub is_scripted: bool,
    /// No running: holiday, illness, a long break.
    pub is_away: Vec<bool>,
    /// Routes with long descents.
    pub is_hilly: Vec<bool>,
    pub is_race: Vec<bool>,
    /// Hard days follow each other.
    pub is_crammed: Vec<bool>,
    /// The long run of this day grows far too much.
    pub is_spike: Vec<bool>,
    /// Strength training has been given up.
    pub is_untrained: Vec<bool>,
    /// Distance of the run that the script asks for.
    pub scripted_m: Vec<Option<f64>>,
    /// Peak pain of the flare that the script asks for.
    scripted_flare: Vec<Option<f64>>,
    /// What comes over the runner for weeks; empty in a classic life.
    pub phases: Phases,
}

impl Calendar {
    pub(super) fn draw(scenario: &Scenario) -> Self {
        let count = usize::try_from(scenario.days).unwrap_or(1);
        let days = dates(scenario.end, scenario.days);
        let empty = || vec![false; count];
        let mut calendar = Self {
            is_scripted: !scenario.script.is_empty(),
            is_away: empty(),
            is_hilly: empty(),
            is_race: empty(),
            is_crammed: empty(),
            is_spike: empty(),
            is_untrained: empty(),
            scripted_m: vec![None; count],
            scripted_flare: vec![None; count],
            phases: Phases::draw(scenario, &days),
            days,
        };
        if scenario.circumstances.is_some() {
            calendar.take_phases();
        } else if is_person(scenario) {
            calendar.draw_life(scenario);
        }
        calendar.follow(scenario);
        calendar
    }

    fn draw_life(&mut self, scenario: &Scenario) {
        let mut random = stream(scenario, 3, 0);
        let planted = scenario.cause.map(|cause| cause.mechanism);
        let is = |mechanism| planted == Some(mechanism);
        // Two holidays and one or two illnesses a year; long breaks only where they are planted.
        every(&mut self.is_away, &mut random, 170.0, (6, 11));
        every(&mut self.is_away, &mut random, 240.0, (4, 8));
        if is(Mechanism::RapidReturn) {
            every(&mut self.is_away, &mut random, 95.0, (15, 22));
        }
        every(
            &mut self.is_hilly,
            &mut random,
            if is(Mechanism::NewTerrainOrSpeed) { 100.0 } else { 400.0 },
            (14, 20),
        );
        every(&mut self.is_race, &mut random, 130.0, (1, 1));
        if is(Mechanism::HardDaysTooClose) {
            every(&mut self.is_crammed, &mut random, 45.0, (14, 22));
        }
        if is(Mechanism::SingleSessionSpike) && scenario.script.is_empty() {
            every(&mut self.is_spike, &mut random, 42.0, (7, 7));
        }
        if is(Mechanism::Untrained) {
            let from = self.days.len() / 2;
            self.is_untrained.iter_mut().skip(from).for_each(|day| *day = true);
        }
    }

    /// The same flags from the phases; a phase that never happens leaves its flags down.
    fn take_phases(&mut self) {
        let phases = &self.phases;
        for (flags, phase) in [
            (&mut self.is_away, Phase::Away),
            (&mut self.is_hilly, Phase::Hilly),
            (&mut self.is_race, Phase::Race),
            (&mut self.is_crammed, Phase::Crammed),
            (&mut self.is_spike, Phase::Spike),
            (&mut self.is_untrained, Phase::Untrained),
        ] {
            flags.iter_mut().zip(phases.flags(phase)).for_each(|(flag, &is_on)| *flag = is_on);
        }
    }

    /// Puts the script in its place, and keeps the ten weeks before each of its runs ordinary.
    fn follow(&mut self, scenario: &Scenario) {
        for scripted in &scenario.script {
            let at_least = usize::try_from(scripted.days_before_end).unwrap_or(0);
            let Some(mut day) = self.days.len().checked_sub(1 + at_least) else { continue };
            while day > 0 && self.days.get(day).is_some_and(|date| date.weekday() != Weekday::Sunday) {
                day -= 1;
            }
            for flags in [&mut self.is_away, &mut self.is_hilly, &mut self.is_race] {
                let quiet = flags.iter_mut().skip(day.saturating_sub(75)).take(75 + 25);
                quiet.for_each(|flag| *flag = false);
            }
            if let Some(run) = self.scripted_m.get_mut(day) {
                *run = Some(scripted.distance_m);
            }
            let after = usize::try_from(scripted.flare_after).unwrap_or(0);
            if let Some(flare) = self.scripted_flare.get_mut(day + after) {
                *flare = Some(scripted.peak);
            }
        }
    }

    /// Peak of the flare that the script starts on this day.
    pub(super) fn flare_on(&self, day: usize) -> Option<f64> {
        self.scripted_flare.get(day).copied().flatten()
    }

    /// Whether a flag is up on a day.
    pub(super) fn is_on(flags: &[bool], day: usize) -> bool {
        flags.get(day).copied().unwrap_or(false)
    }

    /// Days since the last day away, up to 40; `None` when there was none lately or it is today.
    pub(super) fn days_back(&self, day: usize) -> Option<usize> {
        let away = self.is_away.get(day.saturating_sub(40)..=day)?;
        away.iter().rev().position(|&away| away).filter(|&days| days > 0)
    }
}

/// The `count` days up to and including `end`.
fn dates(end: Date, count: u32) -> Vec<Date> {
    (0..count).rev().filter_map(|back| end.checked_sub(i64::from(back).days()).ok()).collect()
}

/// Raises a flag for a while, about every `mean_days`, never at the very start.
fn every(flags: &mut [bool], random: &mut Random, mean_days: f64, length: (u32, u32)) {
    let (shortest, longest) = (f64::from(length.0), f64::from(length.1) + 0.999);
    let mut day = random.between(0.4, 1.2) * mean_days;
    while day < flags.len() as f64 {
        let (from, days) = (day.floor(), random.between(shortest, longest).floor());
        for (index, flag) in flags.iter_mut().enumerate() {
            let index = index as f64;
            *flag |= index >= from && index < from + days;
        }
        day += days + mean_days * random.between(0.6, 1.4);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_end_on_the_last_day_and_cross_a_leap_day() {
        let days = dates(date(2028, 3, 1), 3);
        assert_eq!(days, [date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)]);
    }

    #[test]
    fn the_script_falls_on_a_sunday_far_enough_back() {
        for day in 1..=28 {
            let scenario = Scenario::demo(date(2026, 2, day));
            let calendar = Calendar::draw(&scenario);
            let runs: Vec<usize> =
                (0..calendar.days.len()).filter(|&d| calendar.scripted_m[d].is_some()).collect();
            assert_eq!(runs.len(), 2);
            let last = *runs.last().unwrap();
            assert_eq!(calendar.days[last].weekday(), Weekday::Sunday);
            assert!((11..=17).contains(&(calendar.days.len() - 1 - last)));
            assert_eq!(calendar.flare_on(last + 2), Some(5.0));
        }
    }
}
