//! What is trained on a day: the week's idea of a run, its limits, its start, shoes, watch and rating.

use super::calendar::Calendar;
use super::kit::Rack;
use super::phases::Phase;
use super::week::{skips, slot, volume};
use super::{Past, Person, last, stream};
use crate::circumstances::Keeping;
use crate::number::long;
use crate::outing::{Dropout, Kind, Outing, Route};
use crate::random::Random;
use crate::scenario::{Recording, Rhythm, Scenario};
use jiff::Timestamp;
use jiff::civil::Date;
use kneewise_types::{Sport, Surface};

/// Everything about a day that training depends on.
#[derive(Debug)]
pub(super) struct Today<'a> {
    pub day: usize,
    pub date: Date,
    pub person: &'a Person,
    pub calendar: &'a Calendar,
    /// Pain and days since the last flare, as felt in the morning.
    pub pain: f64,
    pub days_well: Option<u32>,
}

impl Today<'_> {
    /// Monday is 0.
    pub(super) fn weekday(&self) -> i8 {
        self.date.weekday().to_monday_zero_offset()
    }

    pub(super) fn week(&self) -> usize {
        self.day / 7
    }
}

/// Share of sessions that a classic runner rates.
const RATED: f64 = 0.75;

/// A run or another sport before it has a start, shoes and a watch.
struct Idea {
    sport: Sport,
    kind: Kind,
    /// `None` when only the time counts.
    distance_m: Option<f64>,
    timer_s: f64,
}

/// The outings of a day.
pub(super) fn train(scenario: &Scenario, today: &Today, past: &Past, rack: &mut Rack) -> Vec<Outing> {
    let mut random = stream(scenario, 7, today.day as u64);
    let ideas = match scenario.rhythm {
        Rhythm::Even(count) => even(scenario, today, count, &mut random),
        Rhythm::Weekly => weekly(scenario, today, past, &mut random),
    };
    ideas.into_iter().map(|idea| outing(scenario, today, idea, rack, &mut random)).collect()
}

/// One run of an hour whenever an even spread of `count` runs over all days asks for it.
fn even(scenario: &Scenario, today: &Today, count: u32, random: &mut Random) -> Vec<Idea> {
    let (day, days, count) = (today.day as u64, u64::from(scenario.days), u64::from(count));
    let runs = (day + 1) * count / days - day * count / days;
    (0..runs)
        .map(|_| {
            let speed = today.person.threshold_mps * random.between(0.72, 0.86);
            Idea { sport: Sport::Run, kind: Kind::Easy, distance_m: Some(speed * 3_600.0), timer_s: 3_600.0 }
        })
        .collect()
}

fn weekly(scenario: &Scenario, today: &Today, past: &Past, random: &mut Random) -> Vec<Idea> {
    let mut ideas = Vec::new();
    if Calendar::is_on(&today.calendar.is_away, today.day) {
        return ideas;
    }
    if let Some(distance) = today.calendar.scripted_m.get(today.day).copied().flatten() {
        ideas.push(run(today, Kind::Race, distance.max(2.12 * past.longest_before(30))));
        return ideas;
    }
    if let Some((kind, share)) = slot(scenario, today, random)
        && !skips(scenario, today, random)
    {
        let wanted = scenario.weekly_m * share * volume(scenario, today) * (1.0 + 0.08 * random.normal());
        ideas.push(run(today, kind, limited(scenario, today, past, wanted, kind)));
    }
    if ideas.is_empty() && random.chance(if today.pain > 1.5 { 0.25 } else { 0.12 }) {
        ideas.push(other_sport(random));
    }
    ideas
}

/// Nobody here runs less than 2.5 km; a planted spike breaks out, a scripted life stays tame besides its script.
fn limited(scenario: &Scenario, today: &Today, past: &Past, wanted_m: f64, kind: Kind) -> f64 {
    let longest = past.longest_before(30);
    let is_spike = kind == Kind::Long && Calendar::is_on(&today.calendar.is_spike, today.day);
    if is_spike && longest > 0.0 && today.pain < 1.0 {
        let growth = 1.25 + 0.9 * stream(scenario, 8, today.day as u64).unit();
        return (longest * growth).min(42_000.0);
    }
    let ceiling = if today.calendar.is_scripted && last(&past.longest_m, 30).len() == 30 && longest > 4_000.0
    {
        1.07 * longest
    } else {
        42_000.0
    };
    wanted_m.min(ceiling).max(2_500.0)
}

fn run(today: &Today, kind: Kind, distance_m: f64) -> Idea {
    let share_of_threshold = match kind {
        Kind::Easy => 0.80,
        Kind::Long | Kind::Hills => 0.77,
        Kind::Tempo => 0.90,
        Kind::Intervals => 0.86,
        Kind::Race if distance_m > 14_000.0 => 0.84,
        Kind::Race => 0.98,
        Kind::Cross => 0.60,
    };
    let speed = today.person.form(today.day).threshold_mps * share_of_threshold;
    let distance_m = (distance_m / 10.0).round() * 10.0;
    Idea { sport: Sport::Run, kind, distance_m: Some(distance_m), timer_s: distance_m / speed }
}

fn other_sport(random: &mut Random) -> Idea {
    let (sport, speed_mps, minutes) = match random.below(5) {
        0 => (Sport::Swim, Some(0.85), random.between(25.0, 50.0)),
        1 => (Sport::Yoga, None, random.between(20.0, 60.0)),
        2 => (Sport::Hike, Some(1.25), random.between(60.0, 200.0)),
        _ => (Sport::Ride, Some(6.4), random.between(40.0, 130.0)),
    };
    let timer_s = (minutes * 60.0).round();
    Idea { sport, kind: Kind::Cross, distance_m: speed_mps.map(|speed| (speed * timer_s).round()), timer_s }
}

/// Gives an idea its start, shoes, watch and rating.
fn outing(scenario: &Scenario, today: &Today, idea: Idea, rack: &mut Rack, random: &mut Random) -> Outing {
    let (start, offset_s) = start(scenario, today, random);
    let timer_s = long(idea.timer_s).clamp(60, 6 * 3_600);
    let is_run = idea.sport.is_running();
    let is_yardstick = matches!(scenario.rhythm, Rhythm::Even(_));
    let sport = match (is_run, today.date.month()) {
        (true, 1 | 2 | 12) if !is_yardstick && idea.kind == Kind::Easy && random.chance(0.12) => {
            Sport::TreadmillRun
        }
        _ => idea.sport,
    };
    let shoe = idea.distance_m.filter(|_| is_run).and_then(|distance| rack.wear(today, idea.kind, distance));
    let stops = !is_yardstick && is_run && random.chance(0.35);
    let pause = stops.then(|| (timer_s * 2 / 5, 20 + u32::try_from(random.below(160)).unwrap_or(0)));
    let is_new_watch = match scenario.recording {
        Recording::EverySecond => true,
        Recording::Smart => false,
        Recording::SmartUntil(days) => {
            today.day + usize::try_from(days).unwrap_or(0) >= today.calendar.days.len()
        }
    };
    let outing = Outing {
        index: 0,
        date: today.date,
        start,
        offset_s,
        sport,
        kind: idea.kind,
        distance_m: idea.distance_m,
        timer_s,
        pause,
        route: route(scenario, today, random),
        shoe,
        session_rpe: rpe(idea.kind, random),
        dropout: if is_yardstick { Dropout::default() } else { dropout(random) },
        form: today.person.form(today.day),
        is_trail: false,
        surface: None,
        is_shoe_named: true,
        is_recorded: is_yardstick || (idea.sport != Sport::Yoga && !random.chance(0.03)),
        is_known: true,
        is_every_second: is_new_watch,
        has_dynamics: is_new_watch && !is_yardstick,
        title: title(&idea),
        note: (is_run && today.pain >= 2.5).then_some("Knee sore again, kept it short"),
        seed: random.bits(),
    };
    match &scenario.circumstances {
        Some(here) => kept(outing, &here.keeping, today, random),
        None => outing,
    }
}

/// The same outing where these weeks lead it, with what this runner and this watch keep of it.
fn kept(mut outing: Outing, keeping: &Keeping, today: &Today, random: &mut Random) -> Outing {
    let phases = &today.calendar.phases;
    let [trail, rated, named, unnoticed] = [0; 4].map(|_: i32| random.unit());
    if outing.sport == Sport::Run && phases.is(Phase::OffRoad, today.day) {
        outing.is_trail = trail < 0.9;
    }
    if outing.sport.is_running() && keeping.has_surface {
        outing.surface = Some(match outing.sport {
            Sport::TreadmillRun => Surface::Treadmill,
            _ if outing.is_trail => Surface::Trail,
            _ => Surface::Road,
        });
        if outing.is_trail {
            outing.sport = Sport::TrailRun;
        }
    }
    if phases.is(Phase::SlowSteps, today.day) {
        outing.form.cadence_at_3_spm *= 0.93;
    }
    if rated >= keeping.ratings / RATED {
        outing.session_rpe = None;
    }
    outing.is_shoe_named = keeping.shoes.is_some_and(|probability| named < probability);
    if phases.is(Phase::Outage, today.day) {
        outing.is_recorded = false;
    }
    outing.is_known = outing.is_recorded || keeping.logs_without_watch || unnoticed < 0.1;
    if !keeping.has_heart_rate {
        outing.dropout.heart_rate = Some((0.0, 2.0));
    }
    outing.dropout.has_no_cadence |= !keeping.has_cadence;
    outing.dropout.has_no_altitude |= !keeping.has_altitude;
    outing
}

fn title(idea: &Idea) -> &'static str {
    match idea.sport {
        Sport::Ride => "Ride",
        Sport::Swim => "Swim",
        Sport::Yoga => "Yoga",
        Sport::Hike => "Hike",
        _ if idea.kind == Kind::Race && idea.distance_m.is_some_and(|m| m > 20_000.0) => {
            "Half marathon with a colleague's number"
        }
        _ => idea.kind.word(),
    }
}

/// Before work, after work, or a Sunday morning; daylight saving as the zone has it.
fn start(scenario: &Scenario, today: &Today, random: &mut Random) -> (Timestamp, i32) {
    let hour = match today.weekday() {
        5 | 6 => 9,
        _ if random.chance(0.3) => 6,
        _ => 18,
    };
    let minute = i8::try_from(random.below(50)).unwrap_or(0);
    let second = i8::try_from(random.below(60)).unwrap_or(0);
    let local = today.date.at(hour, minute, second, 0);
    local
        .to_zoned_datetime(scenario.home.time_zone())
        .map_or((Timestamp::UNIX_EPOCH, 0), |zoned| (zoned.timestamp(), zoned.offset().seconds()))
}

/// One of six ways from home; hill weeks go elsewhere.
fn route(scenario: &Scenario, today: &Today, random: &mut Random) -> Route {
    let number = random.below(6);
    let is_hilly = Calendar::is_on(&today.calendar.is_hilly, today.day);
    let mut shape = stream(scenario, 9, number + if is_hilly { 100 } else { 0 });
    let relief_m_per_km = if is_hilly { shape.between(26.0, 40.0) } else { shape.between(4.0, 7.0) };
    Route { seed: shape.bits(), relief_m_per_km }
}

fn rpe(kind: Kind, random: &mut Random) -> Option<f64> {
    let typical = match kind {
        Kind::Easy => 3.0,
        Kind::Long => 4.5,
        Kind::Tempo => 6.5,
        Kind::Intervals => 7.5,
        Kind::Hills => 6.0,
        Kind::Race => 8.5,
        Kind::Cross => 3.0,
    };
    let felt = typical + 0.7 * random.normal();
    random.chance(RATED).then(|| ((felt * 2.0).round() / 2.0).clamp(1.0, 10.0))
}

fn dropout(random: &mut Random) -> Dropout {
    let from = random.between(0.05, 0.8);
    let length = random.between(0.03, 0.25);
    Dropout {
        heart_rate: random.chance(0.06).then_some((from, (from + length).min(1.0))),
        has_no_cadence: random.chance(0.03),
        has_no_altitude: false,
    }
}
