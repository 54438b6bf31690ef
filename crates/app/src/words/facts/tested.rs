//! Strength and mobility tests, and the habit of training.

use crate::words::Voice;
use crate::words::numbers::{capital, count, few, per_cent, short};
use crate::words::tests;
use kneewise_types::reason::Fact;
use kneewise_types::{Date, Side, TestId};

/// One result beside the other side's.
struct Measured {
    test: TestId,
    side: Option<Side>,
    value: f64,
    other_side: Option<f64>,
    symmetry_pct: Option<f64>,
}

pub fn say(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::TestLow { test, date, side, value, limit, other_side, symmetry_pct, is_pain_limited } => {
            let m = Measured {
                test: *test,
                side: *side,
                value: *value,
                other_side: *other_side,
                symmetry_pct: *symmetry_pct,
            };
            low(&m, *date, *limit, *is_pain_limited, voice)
        }
        Fact::TestNormal { test, date, side, value, other_side, symmetry_pct, .. } => {
            let m = Measured {
                test: *test,
                side: *side,
                value: *value,
                other_side: *other_side,
                symmetry_pct: *symmetry_pct,
            };
            format!(
                "{} on {}: {}, within the norm.",
                capital(tests::name(*test)),
                voice.day(*date),
                result(&m)
            )
        }
        Fact::StrengthHabit { from, to, days: 0, .. } => {
            format!("No strength training was entered from {}.", voice.span(*from, *to))
        }
        Fact::StrengthHabit { from, to, days, per_week, .. } => format!(
            "Strength training on {} from {}, {} a week.",
            count(*days, "day", "days"),
            voice.span(*from, *to),
            short(*per_week)
        ),
        Fact::AllTestsNormal { tests, lowest_symmetry_pct } => {
            let sides = lowest_symmetry_pct
                .map(|pct| {
                    format!("; the weaker side reached at least {} of the other", per_cent(pct / 100.0))
                })
                .unwrap_or_default();
            format!("All of these were within the norm: {}{sides}.", list(tests))
        }
        Fact::SomeTestsLow { tests, low } if low.is_empty() => {
            format!("Within the norm, with a difference between sides: {}.", list(tests))
        }
        Fact::SomeTestsLow { tests, low } => format!(
            "{} of {} {} low: {}.",
            capital(&few(u32::try_from(low.len()).unwrap_or(u32::MAX))),
            count(u32::try_from(tests.len()).unwrap_or(u32::MAX), "test", "tests"),
            if low.len() == 1 { "was" } else { "were" },
            list(low)
        ),
        _ => return None,
    })
}

pub fn clue(fact: &Fact) -> Option<String> {
    Some(match fact {
        Fact::TestLow { test, symmetry_pct: Some(pct), .. } if *pct < 100.0 => {
            format!("{} at {} of the other side", tests::name(*test), per_cent(pct / 100.0))
        }
        Fact::TestLow { test, value, .. } => {
            format!("{}, {}", tests::name(*test), tests::value(*test, *value))
        }
        Fact::StrengthHabit { days: 0, .. } => "no strength training".to_owned(),
        Fact::StrengthHabit { .. } => "little strength training".to_owned(),
        _ => return None,
    })
}

fn low(m: &Measured, date: Date, limit: f64, is_pain_limited: bool, voice: &Voice) -> String {
    let pain = if is_pain_limited { " Pain cut it short, so it counts half." } else { "" };
    let bar = if tests::is_beyond(m.test, m.value, limit) || m.test == TestId::ProneKneeBend {
        format!("; {}", tests::limit(m.test, limit))
    } else {
        String::new()
    };
    format!("{} on {}: {}{bar}.{pain}", capital(tests::name(m.test)), voice.day(date), result(m))
}

fn result(m: &Measured) -> String {
    let value = tests::value(m.test, m.value);
    match (m.side, m.other_side, m.symmetry_pct) {
        (Some(side), Some(other), Some(pct)) => format!(
            "{value} {}, {} {}, which is {} of the other side",
            side.word(),
            tests::value(m.test, other),
            side.other().word(),
            per_cent(pct / 100.0)
        ),
        (Some(side), Some(other), None) => {
            format!("{value} {}, {} {}", side.word(), tests::value(m.test, other), side.other().word())
        }
        (Some(side), None, _) => format!("{value} {}", side.word()),
        (None, ..) => value,
    }
}

fn list(tests: &[TestId]) -> String {
    let names: Vec<_> = tests.iter().map(|test| tests::name(*test)).collect();
    names.join(", ")
}
