//! Early signs on simulated healthy runners: how often they come up without a flare after them, and how long before one.

mod answers;

use jiff::civil::{Date, date};
use kneewise_advise::false_alarms::{Counted, Sign};
use kneewise_analyse::early_warnings;
use kneewise_simulate::{Life, plan, population};
use kneewise_types::{EarlyWarning, WarningKind};
use rayon::prelude::*;
use std::fmt::Write as _;

/// Version of the rules and of the way of counting.
pub const VERSION: u32 = 2;
pub const SEED: u64 = 20_261_128;
pub const LAST_DAY: Date = date(2026, 10, 1);
pub const RUNNERS: u32 = 400;
pub const SAMPLE: u32 = 8;
/// A flare at most so many days later was announced.
const AHEAD_DAYS: i32 = 14;
/// A simulated flare has run its course after so many days.
const COURSE_DAYS: i32 = 42;

/// Counts the first `runners` healthy runners.
#[must_use]
pub fn measure(runners: u32) -> Counted {
    let scenarios: Vec<_> = population::healthy(runners, SEED, LAST_DAY).collect();
    let each: Vec<Counted> =
        scenarios.into_par_iter().map(|scenario| count(&plan(&scenario), scenario.seed)).collect();
    each.into_iter().fold(Counted::default(), sum)
}

/// One life, asked on its last day: what was raised on a day rests on nothing after it but the end of flares.
fn count(life: &Life, seed: u64) -> Counted {
    let mut history = life.entries();
    answers::add(&mut history.symptoms, life, seed);
    let Some(first) = history.symptoms.iter().map(|entry| entry.date).min() else {
        return Counted { runners: 1, ..Counted::default() };
    };
    let onsets: Vec<Date> =
        life.truth().flares.iter().map(|flare| flare.onset).filter(|onset| *onset >= first).collect();
    let warnings = early_warnings(&history, life.end());
    let of = |kind| sign(kind, &warnings, &onsets);
    Counted {
        runners: 1,
        diary_days: u64::try_from(days(first, life.end()) + 1).unwrap_or(0),
        flares: whole(onsets.len()),
        morning: of(WarningKind::Morning),
        earlier_onset: of(WarningKind::EarlierOnset),
        swelling: of(WarningKind::Swelling),
        stairs: of(WarningKind::Stairs),
    }
}

fn sign(kind: WarningKind, warnings: &[EarlyWarning], onsets: &[Date]) -> Sign {
    let raised: Vec<Date> =
        warnings.iter().filter(|warning| warning.fact.kind() == kind).map(|warning| warning.since).collect();
    let explains = |day: &Date, onset: &Date| (-COURSE_DAYS..=AHEAD_DAYS).contains(&days(*day, *onset));
    let leads: Vec<i32> = onsets
        .iter()
        .filter_map(|onset| {
            raised.iter().map(|day| days(*day, *onset)).filter(|lead| (1..=AHEAD_DAYS).contains(lead)).max()
        })
        .collect();
    Sign {
        raised: whole(raised.len()),
        false_alarms: whole(
            raised.iter().filter(|day| !onsets.iter().any(|onset| explains(day, onset))).count(),
        ),
        flares_warned: whole(leads.len()),
        lead_days: u32::try_from(leads.iter().sum::<i32>()).unwrap_or(0),
    }
}

fn days(from: Date, to: Date) -> i32 {
    i32::try_from(to.duration_since(from).as_hours() / 24).unwrap_or(0)
}

fn whole(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn sum(a: Counted, b: Counted) -> Counted {
    let add = |a: Sign, b: Sign| Sign {
        raised: a.raised + b.raised,
        false_alarms: a.false_alarms + b.false_alarms,
        flares_warned: a.flares_warned + b.flares_warned,
        lead_days: a.lead_days + b.lead_days,
    };
    Counted {
        runners: a.runners + b.runners,
        diary_days: a.diary_days + b.diary_days,
        flares: a.flares + b.flares,
        morning: add(a.morning, b.morning),
        earlier_onset: add(a.earlier_onset, b.earlier_onset),
        swelling: add(a.swelling, b.swelling),
        stairs: add(a.stairs, b.stairs),
    }
}

/// The file of the figures.
#[must_use]
pub fn text(all: &Counted, sample: &Counted) -> String {
    let mut text = format!(
        "# How often each early sign comes up without a flare after it, on simulated healthy runners, whose knees hurt by\n\
         # chance alone. Where pain began, slight swelling and stairs are answered by the plain choices of\n\
         # `bench/src/warnings/answers.rs`. Written by `cargo xtask bench warnings -- --write`; a test counts the sample again.\n\n\
         version = {VERSION}\nseed = {SEED}\nlast_day = \"{LAST_DAY}\"\n"
    );
    for (name, counted) in [("all", all), ("sample", sample)] {
        let _ = write!(
            text,
            "\n[{name}]\nrunners = {}\ndiary_days = {}\nflares = {}\n",
            counted.runners, counted.diary_days, counted.flares
        );
        for kind in WarningKind::ALL {
            let Sign { raised, false_alarms, flares_warned, lead_days } = counted.of(kind);
            let _ = writeln!(
                text,
                "{} = {{ raised = {raised}, false_alarms = {false_alarms}, flares_warned = {flares_warned}, lead_days = {lead_days} }}",
                kind.word()
            );
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use kneewise_advise::false_alarms::false_alarms;

    #[test]
    fn the_sample_counts_as_it_is_written() {
        let written = false_alarms();
        assert_eq!((written.version, written.seed, written.last_day), (VERSION, SEED, LAST_DAY.to_string()));
        assert_eq!(written.all.runners, RUNNERS);
        assert_eq!(measure(SAMPLE), written.sample);
    }
}
