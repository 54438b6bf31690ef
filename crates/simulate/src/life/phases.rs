//! What comes over a runner for weeks: build-ups, stress, short nights, trails, new shoes, a broken watch.
//!
//! Bouts begin at random, some of them more often during a build-up or in a season: so exposures come together, as
//! they do in people, without one acting through the other.

use super::stream;
use crate::Mechanism;
use crate::circumstances::Circumstances;
use crate::random::Random;
use crate::scenario::Scenario;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Something that lasts for days or weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Phase {
    /// Weeks of rising volume towards a race.
    Building,
    Away,
    /// The weeks after a long break, back to the old volume at once.
    Hasty,
    Hilly,
    Race,
    Crammed,
    Spike,
    /// Hard sessions; outside of it every run is easy.
    Fast,
    Untrained,
    Stressed,
    ShortNights,
    /// A run every day.
    Restless,
    OffRoad,
    SlowSteps,
    /// The first day of a pair with another drop.
    ShoeSwap,
    /// The watch is broken or lost.
    Outage,
}

/// One flag a day for every phase of a life.
#[derive(Debug, Default)]
pub(super) struct Phases(BTreeMap<Phase, Vec<bool>>);

impl Phases {
    /// Draws them; empty for a classic life.
    pub(super) fn draw(scenario: &Scenario, days: &[Date]) -> Self {
        let Some(circumstances) = &scenario.circumstances else { return Self::default() };
        let mut maker =
            Maker { circumstances, days, random: stream(scenario, 30, 0), phases: Self::default() };
        maker.season();
        maker.training();
        maker.rest();
        maker.kit();
        maker.phases
    }

    pub(super) fn is(&self, phase: Phase, day: usize) -> bool {
        self.flags(phase).get(day).copied().unwrap_or(false)
    }

    /// One flag a day; empty when the phase never happens.
    pub(super) fn flags(&self, phase: Phase) -> &[bool] {
        self.0.get(&phase).map_or(&[], Vec::as_slice)
    }

    /// Share of the current phase that is over, from 0 to 1; 0 outside of it.
    pub(super) fn progress(&self, phase: Phase, day: usize) -> f64 {
        let flags = self.flags(phase);
        let count = |days: &mut dyn Iterator<Item = &bool>| days.take_while(|&&is_on| is_on).count();
        let before = count(&mut flags.iter().take(day + 1).rev());
        let after = count(&mut flags.iter().skip(day + 1));
        if before == 0 { 0.0 } else { before as f64 / (before + after) as f64 }
    }
}

/// How often a bout begins and how long it lasts.
struct Bouts {
    /// Mean days from the end of one to the start of the next, for one runner between the two.
    mean_days: (f64, f64),
    length_days: (f64, f64),
}

const fn bouts(mean_days: (f64, f64), length_days: (f64, f64)) -> Bouts {
    Bouts { mean_days, length_days }
}

struct Maker<'a> {
    circumstances: &'a Circumstances,
    days: &'a [Date],
    random: Random,
    phases: Phases,
}

impl Maker<'_> {
    /// Races, and the build-ups before spring and autumn.
    fn season(&mut self) {
        let is_season: Vec<bool> = self.days.iter().map(|day| matches!(day.month(), 2 | 3 | 7 | 8)).collect();
        let building = self.flags(&bouts((190.0, 420.0), (42.0, 80.0)), Some((&is_season, 4.0)));
        self.phases.0.insert(Phase::Building, building);
        self.always(Phase::Race, &bouts((110.0, 220.0), (1.0, 1.0)), 3.0);
    }

    /// What the runs are like. In a build-up the same things happen more often.
    fn training(&mut self) {
        use Mechanism::{
            CadenceDrop, HardDaysTooClose, NewTerrainOrSpeed, NoRestDay, SingleSessionSpike, SurfaceChange,
        };
        self.habit(SingleSessionSpike, Phase::Spike, &bouts((35.0, 90.0), (7.0, 7.0)), 2.5);
        self.habit(HardDaysTooClose, Phase::Crammed, &bouts((60.0, 150.0), (12.0, 24.0)), 2.5);
        self.habit(NewTerrainOrSpeed, Phase::Hilly, &bouts((70.0, 130.0), (12.0, 21.0)), 1.5);
        self.habit(SurfaceChange, Phase::OffRoad, &bouts((100.0, 190.0), (21.0, 40.0)), 1.0);
        self.habit(CadenceDrop, Phase::SlowSteps, &bouts((80.0, 170.0), (17.0, 35.0)), 1.0);
        self.habit(NoRestDay, Phase::Restless, &bouts((90.0, 180.0), (19.0, 33.0)), 2.5);
        self.fast_weeks();
    }

    /// Some never run fast, some always do, and some in blocks: only those know weeks of unusual speed.
    fn fast_weeks(&mut self) {
        let never = self.random.chance(0.4);
        let fast = if self.circumstances.has(Mechanism::SpeedRise) {
            self.building_bouts(&bouts((65.0, 110.0), (24.0, 45.0)), 2.0)
        } else {
            vec![!never; self.days.len()]
        };
        self.phases.0.insert(Phase::Fast, fast);
    }

    /// Holidays and illness for all, long breaks for some; stress and sleep go together.
    fn rest(&mut self) {
        use Mechanism::{RapidReturn, ShortSleep, Stress};
        let mut away = self.flags(&bouts((120.0, 260.0), (5.0, 11.0)), None);
        if self.circumstances.has(RapidReturn) {
            let breaks = self.flags(&bouts((110.0, 210.0), (15.0, 26.0)), None);
            let hasty = self.hasty(&breaks);
            self.phases.0.insert(Phase::Hasty, hasty);
            away.iter_mut().zip(breaks).for_each(|(away, breaks)| *away |= breaks);
        }
        self.phases.0.insert(Phase::Away, away);
        self.habit(Stress, Phase::Stressed, &bouts((60.0, 130.0), (7.0, 15.0)), 1.3);
        if self.circumstances.has(ShortSleep) {
            let stressed = self.phases.flags(Phase::Stressed).to_vec();
            let nights = self.flags(&bouts((70.0, 150.0), (9.0, 20.0)), Some((&stressed, 8.0)));
            self.phases.0.insert(Phase::ShortNights, nights);
        }
    }

    /// Two of three long breaks end with the old volume at once.
    fn hasty(&mut self, breaks: &[bool]) -> Vec<bool> {
        let mut left = 0;
        let mut hasty = Vec::with_capacity(breaks.len());
        for (day, &is_break) in breaks.iter().enumerate() {
            let ends = is_break && !breaks.get(day + 1).copied().unwrap_or(true);
            if ends && self.random.chance(0.67) {
                left = 36;
            }
            hasty.push(left > 0);
            left = usize::saturating_sub(left, 1);
        }
        hasty
    }

    /// Shoes, strength training, and the watch.
    fn kit(&mut self) {
        self.habit(Mechanism::ShoeChange, Phase::ShoeSwap, &bouts((100.0, 230.0), (1.0, 1.0)), 3.0);
        let trains = self.random.chance(0.55);
        let untrained = if self.circumstances.has(Mechanism::Untrained) {
            self.flags(&bouts((90.0, 260.0), (100.0, 240.0)), None)
        } else {
            vec![!trains; self.days.len()]
        };
        self.phases.0.insert(Phase::Untrained, untrained);
        if let Some(mean) = self.circumstances.keeping.outages_days {
            let outage = self.flags(&bouts((mean, mean), (10.0, 45.0)), None);
            self.phases.0.insert(Phase::Outage, outage);
        }
    }

    /// Draws the bouts of an exposure when this life knows it; `boost` times as often in a build-up.
    fn habit(&mut self, mechanism: Mechanism, phase: Phase, bouts: &Bouts, boost: f64) {
        if self.circumstances.has(mechanism) {
            self.always(phase, bouts, boost);
        }
    }

    fn always(&mut self, phase: Phase, bouts: &Bouts, boost: f64) {
        let flags = self.building_bouts(bouts, boost);
        self.phases.0.insert(phase, flags);
    }

    fn building_bouts(&mut self, bouts: &Bouts, boost: f64) -> Vec<bool> {
        let building = self.phases.flags(Phase::Building).to_vec();
        self.flags(bouts, Some((&building, boost)))
    }

    /// Bouts over all days. Waiting time runs `boost` times as fast while the given flag is up.
    fn flags(&mut self, bouts: &Bouts, boosted: Option<(&[bool], f64)>) -> Vec<bool> {
        let random = &mut self.random;
        let mean = random.between(bouts.mean_days.0, bouts.mean_days.1);
        let mut wait = random.between(0.2, 1.2) * mean;
        let mut left = 0.0;
        let mut flags = Vec::with_capacity(self.days.len());
        for day in 0..self.days.len() {
            if left < 0.5 {
                wait -= boosted
                    .filter(|(flags, _)| flags.get(day).copied().unwrap_or(false))
                    .map_or(1.0, |(_, boost)| boost);
                if wait <= 0.0 {
                    left = random.between(bouts.length_days.0, bouts.length_days.1 + 0.999).floor();
                    wait = mean * random.between(0.4, 1.6);
                }
            }
            flags.push(left >= 0.5);
            left -= f64::from(u8::from(left >= 0.5));
        }
        flags
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn phases(exposures: Vec<Mechanism>) -> Phases {
        let mut scenario = Scenario::new(3, date(2026, 10, 1)).with_days(2_000);
        scenario.circumstances = Some(Circumstances { exposures, ..Circumstances::only(Mechanism::Stress) });
        let days = (0..2_000).map(|_| date(2025, 5, 1)).collect::<Vec<_>>();
        Phases::draw(&scenario, &days)
    }

    #[test]
    fn a_classic_life_has_no_phases() {
        let scenario = Scenario::new(3, date(2026, 10, 1));
        assert!(Phases::draw(&scenario, &[date(2026, 1, 1)]).0.is_empty());
    }

    #[test]
    fn bouts_last_as_long_and_come_as_often_as_they_say() {
        let phases = phases(vec![Mechanism::CadenceDrop]);
        let flags = phases.flags(Phase::SlowSteps);
        let starts = flags.windows(2).filter(|pair| pair == &[false, true]).count();
        let days = flags.iter().filter(|&&is_on| is_on).count();
        // One bout every 97 to 205 days, of 17 to 35 days.
        assert!((7..=25).contains(&starts), "{starts} bouts");
        assert!((16 * starts..=36 * starts).contains(&days), "{days} days in {starts} bouts");
        assert!(phases.flags(Phase::OffRoad).is_empty());
    }

    #[test]
    fn short_nights_come_with_stress() {
        let phases = phases(vec![Mechanism::ShortSleep, Mechanism::Stress]);
        let share = |stressed: bool| {
            let days = (0..2_000).filter(|&day| phases.is(Phase::Stressed, day) == stressed);
            let (short, all) = days.fold((0, 0), |(short, all), day| {
                (short + i32::from(phases.is(Phase::ShortNights, day)), all + 1)
            });
            f64::from(short) / f64::from(all)
        };
        assert!(share(true) > 1.5 * share(false), "{} {}", share(true), share(false));
    }

    #[test]
    fn progress_runs_from_the_first_day_to_the_last() {
        let mut phases = Phases::default();
        phases.0.insert(Phase::Building, vec![false, true, true, true, true, false]);
        for (day, expected) in [(0, 0.0), (1, 0.25), (4, 1.0), (5, 0.0)] {
            assert!((phases.progress(Phase::Building, day) - expected).abs() < 1e-12, "day {day}");
        }
    }
}
