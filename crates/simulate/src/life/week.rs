//! The week: what each day asks for, what stops it, and how much it is, by season, build-up, break and pain.

use super::calendar::Calendar;
use super::phases::Phase;
use super::training::Today;
use crate::Mechanism;
use crate::outing::Kind;
use crate::random::Random;
use crate::scenario::Scenario;

/// What the weekday asks for, and its share of the week's distance.
pub(super) fn slot(scenario: &Scenario, today: &Today, random: &mut Random) -> Option<(Kind, f64)> {
    let is_even = today.week().is_multiple_of(2);
    let calendar = today.calendar;
    let is_crammed = Calendar::is_on(&calendar.is_crammed, today.day);
    let week_has_race = (0..7).any(|n| Calendar::is_on(&calendar.is_race, today.day.saturating_sub(n)));
    let slot = match today.weekday() {
        1 if is_even || is_crammed => Some((Kind::Intervals, 0.23)),
        1 => Some((Kind::Easy, 0.23)),
        2 if is_crammed => Some((Kind::Tempo, 0.20)),
        3 if !is_even && !is_crammed => Some((Kind::Tempo, 0.24)),
        3 => Some((Kind::Easy, 0.22)),
        5 if random.chance(0.55) => Some((Kind::Easy, 0.17)),
        6 if week_has_race => Some((Kind::Race, 0.30)),
        6 => Some((Kind::Long, 0.36)),
        _ => None,
    };
    if scenario.circumstances.is_none() {
        return slot;
    }
    match slot {
        Some((Kind::Intervals | Kind::Tempo, share))
            if !is_crammed && !calendar.phases.is(Phase::Fast, today.day) =>
        {
            Some((Kind::Easy, share))
        }
        None if calendar.phases.is(Phase::Restless, today.day) => Some((Kind::Easy, 0.13)),
        _ => slot,
    }
}

/// Work, weather, or a knee that says no.
pub(super) fn skips(scenario: &Scenario, today: &Today, random: &mut Random) -> bool {
    let is_restless =
        scenario.circumstances.is_some() && today.calendar.phases.is(Phase::Restless, today.day);
    let probability = match today.pain {
        pain if pain >= 3.0 => 0.65,
        pain if pain >= 1.5 => 0.30,
        _ if is_restless => 0.004,
        _ => 0.08,
    };
    random.chance(probability)
}

/// Season, building weeks, pain, and the way back after a break or a flare.
pub(super) fn volume(scenario: &Scenario, today: &Today) -> f64 {
    let season = 1.0 + 0.10 * (today.day as f64 / 365.25 * std::f64::consts::TAU).sin();
    let build = match today.week() % 4 {
        0 => 0.94,
        1 => 1.0,
        2 => 1.06,
        _ => 0.82,
    };
    let sore = match today.pain {
        pain if pain >= 3.0 => 0.55,
        pain if pain >= 1.5 => 0.72,
        _ => 1.0,
    };
    let ramp = |days: f64, length: f64| (0.62 + 0.38 * days / length).min(1.0);
    let after_break = match today.calendar.days_back(today.day) {
        Some(days) if !is_hasty(scenario, today) => ramp(days as f64, 21.0),
        _ => 1.0,
    };
    let after_flare = today.days_well.map_or(1.0, |days| ramp(f64::from(days), 28.0));
    season * build * sore * after_break.min(after_flare) * growth(scenario, today)
}

fn is_hasty(scenario: &Scenario, today: &Today) -> bool {
    if scenario.circumstances.is_some() {
        return today.calendar.phases.is(Phase::Hasty, today.day);
    }
    scenario.cause.is_some_and(|cause| cause.mechanism == Mechanism::RapidReturn)
}

/// A build-up towards its end, and the first year of a runner; 1 in a classic life.
fn growth(scenario: &Scenario, today: &Today) -> f64 {
    let Some(circumstances) = &scenario.circumstances else { return 1.0 };
    let building = 1.0 + 0.35 * today.calendar.phases.progress(Phase::Building, today.day);
    let is_novice = circumstances.has(Mechanism::NoviceWeekRise);
    let first_year = if is_novice { (0.35 + 0.65 * today.day as f64 / 300.0).min(1.0) } else { 1.0 };
    building * first_year
}
