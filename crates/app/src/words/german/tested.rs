//! Kraft- und Beweglichkeitstests, und die Gewohnheit des Trainings.

use super::{from, number};
use crate::words::Voice;
use crate::words::numbers::{capital, per_cent, short};
use crate::words::tests;
use kneewise_types::reason::Fact;
use kneewise_types::{Side, TestId};

pub fn say(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::TestLow { test, date, side, value, limit, other_side, symmetry_pct, is_pain_limited } => {
            let pain =
                if *is_pain_limited { " Wegen Schmerz abgebrochen, darum zählt er halb." } else { "" };
            let bar = if tests::is_beyond(*test, *value, *limit) || *test == TestId::ProneKneeBend {
                format!("; {}", tests::limit(*test, *limit))
            } else {
                String::new()
            };
            let result = result(*test, *side, *value, (*other_side, *symmetry_pct));
            format!("{} am {}: {result}{bar}.{pain}", capital(tests::name(*test)), voice.day(*date))
        }
        Fact::TestNormal { test, date, side, value, other_side, symmetry_pct, .. } => format!(
            "{} am {}: {}, in der Norm.",
            capital(tests::name(*test)),
            voice.day(*date),
            result(*test, *side, *value, (*other_side, *symmetry_pct))
        ),
        Fact::StrengthHabit { from: a, to, days: 0, .. } => {
            format!("Kein Krafttraining wurde {} eingetragen.", from(voice, *a, *to))
        }
        Fact::StrengthHabit { from: a, to, days, per_week, .. } => format!(
            "Krafttraining an {} {}, das sind {} pro Woche.",
            number(*days, "Tag", "Tagen"),
            from(voice, *a, *to),
            short(*per_week)
        ),
        Fact::AllTestsNormal { tests, lowest_symmetry_pct } => {
            let sides = lowest_symmetry_pct
                .map(|pct| {
                    format!(
                        "; die schwächere Seite erreichte mindestens {} der anderen",
                        per_cent(pct / 100.0)
                    )
                })
                .unwrap_or_default();
            format!("Alle in der Norm: {}{sides}.", list(tests))
        }
        Fact::SomeTestsLow { tests, low } if low.is_empty() => {
            format!("In der Norm, mit einem Unterschied zwischen den Seiten: {}.", list(tests))
        }
        Fact::SomeTestsLow { tests, low } => format!(
            "{} von {} {} niedrig: {}.",
            low.len(),
            number(u32::try_from(tests.len()).unwrap_or(u32::MAX), "Test", "Tests"),
            if low.len() == 1 { "war" } else { "waren" },
            list(low)
        ),
        _ => return None,
    })
}

pub fn clue(fact: &Fact) -> Option<String> {
    Some(match fact {
        Fact::TestLow { test, symmetry_pct: Some(pct), .. } if *pct < 100.0 => {
            format!("{} bei {} der anderen Seite", tests::name(*test), per_cent(pct / 100.0))
        }
        Fact::TestLow { test, value, .. } => {
            format!("{}, {}", tests::name(*test), tests::value(*test, *value))
        }
        Fact::StrengthHabit { days: 0, .. } => "kein Krafttraining".to_owned(),
        Fact::StrengthHabit { .. } => "wenig Krafttraining".to_owned(),
        _ => return None,
    })
}

fn result(test: TestId, side: Option<Side>, value: f64, (other, pct): (Option<f64>, Option<f64>)) -> String {
    let told = tests::value(test, value);
    let Some(side) = side else { return told };
    let Some(other) = other else { return format!("{told} {}", place(side)) };
    let both = format!("{told} {}, {} {}", place(side), tests::value(test, other), place(side.other()));
    match pct {
        Some(pct) => format!("{both}, das sind {} der anderen Seite", per_cent(pct / 100.0)),
        None => both,
    }
}

const fn place(side: Side) -> &'static str {
    match side {
        Side::Left => "links",
        Side::Right => "rechts",
    }
}

fn list(tests: &[TestId]) -> String {
    let names: Vec<_> = tests.iter().map(|test| tests::name(*test)).collect();
    names.join(", ")
}
