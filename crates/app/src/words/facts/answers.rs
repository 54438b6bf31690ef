//! What the runner answered, and what was never entered.

use crate::words::Voice;
use crate::words::knee::knee;
use crate::words::numbers::{capital, short};
use crate::words::questions;
use kneewise_types::reason::Fact;
use kneewise_types::symptom::FindingCode;

pub fn say(fact: &Fact, voice: &Voice) -> Option<String> {
    Some(match fact {
        Fact::Answered { code, is_present: true, date } => {
            format!("You answered yes on {}: {}", voice.day(*date), asked(*code))
        }
        Fact::Answered { code, is_present: false, date } => {
            format!("You answered no on {}: {}", voice.day(*date), asked(*code))
        }
        Fact::RedFlagAnswer { question, date, side } => {
            format!(
                "You answered yes on {} for the {}: {}.",
                voice.day(*date),
                knee(*side),
                questions::flag_label(*question)
            )
        }
        _ => return None,
    })
}

pub fn unknown(fact: &Fact) -> Option<String> {
    Some(match fact {
        Fact::NotCovered { what, have, need, unit } => format!(
            "Not enough to tell from {}: {} of {}\u{a0}{unit} needed.",
            thing(what),
            short(*have),
            short(*need)
        ),
        Fact::NeverEntered { what } => format!("{} was never entered.", capital(&thing(what))),
        _ => return None,
    })
}

/// What a row needs, by the words of `analyse`.
fn thing(what: &str) -> String {
    match what {
        "activities" => "your runs".into(),
        "runs_compared" => "runs to compare".into(),
        "hard_sessions" => "how hard sessions were".into(),
        "surface" => "the ground you ran on".into(),
        "cadence" => "your step rate in steady running".into(),
        "knee_load" => "runs with a knee load".into(),
        "findings" => "an answer to this question".into(),
        "running_since" => "the year you began to run".into(),
        "diary" => "your diary".into(),
        "rises_of_fitness" => "a year of runs with a rise of fitness".into(),
        "shoes" => "your shoes".into(),
        "sleep" => "your sleep".into(),
        "age" | "sex" => format!("your {what}"),
        "mass" => "your weight".into(),
        other => other.replace('_', " "),
    }
}

/// A question in the middle of a sentence.
fn asked(code: FindingCode) -> String {
    let text = questions::finding(code);
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
