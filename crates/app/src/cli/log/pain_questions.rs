//! What `log pain` asks at a terminal: the knee, and no more than today's light needs.

use super::pain::Told;
use crate::cli::ask::{Dialogue, whole};
use crate::cli::failure::Failure;
use kneewise_types::light::{GapKind, KneeLight};
use kneewise_types::{Date, History, Side, SymptomEntry};
use std::io::{BufRead, Write};

/// The day that is asked about.
#[derive(Debug, Clone, Copy)]
pub struct Day {
    pub date: Date,
    pub as_of: Date,
    pub has_run: bool,
}

/// Asks for the knee where it is not known, and with `asks_all` for what the light of that day lacks.
pub fn ask<R: BufRead, W: Write>(
    dialogue: &mut Dialogue<R, W>,
    told: &mut Told,
    history: &History,
    day: &Day,
    asks_all: bool,
) -> Result<(), Failure> {
    if told.sides.is_empty() {
        told.sides = dialogue.ask("Which knee: left, right or both?", sides)?.unwrap_or_default();
    }
    if !asks_all || told.sides.is_empty() {
        return Ok(());
    }
    dialogue.say("Enter leaves a question open; what is left open stays unknown.")?;
    for need in needs(told, history, day) {
        match need {
            GapKind::Signs => signs(dialogue, told)?,
            GapKind::Morning | GapKind::Before | GapKind::During | GapKind::HourAfter => {
                let (column, question) = score(need);
                if let Some(points) = dialogue.ask(question, |answer| whole(answer, 0, 10))? {
                    told.values.push((column, points.to_string()));
                }
            }
        }
    }
    Ok(())
}

fn sides(answer: &str) -> Result<Vec<Side>, String> {
    match answer.to_lowercase().as_str() {
        "l" | "left" => Ok(vec![Side::Left]),
        "r" | "right" => Ok(vec![Side::Right]),
        "b" | "both" => Ok(Side::BOTH.to_vec()),
        _ => Err("left, right or both".to_owned()),
    }
}

const fn score(need: GapKind) -> (&'static str, &'static str) {
    match need {
        GapKind::Before => ("pain_before", "Pain before the run, 0 to 10?"),
        GapKind::During => ("pain_during_max", "Worst pain during the run, 0 to 10?"),
        GapKind::HourAfter => ("pain_60min", "An hour after the run, 0 to 10?"),
        GapKind::Morning | GapKind::Signs => ("pain_morning", "Pain on getting up, 0 to 10?"),
    }
}

/// The morning if it was not entered, the run if there was one, the signs if the light lacks them.
fn needs(told: &Told, history: &History, day: &Day) -> Vec<GapKind> {
    let assessment = kneewise_analyse::assess(history, day.as_of);
    let of_sides = |knee: &&KneeLight| told.sides.contains(&knee.side);
    let lights: Vec<&KneeLight> = assessment.lights.iter().filter(of_sides).collect();
    let entered = |is: fn(&SymptomEntry) -> bool| {
        told.sides.iter().all(|side| {
            let mut entries = history.symptoms.iter();
            entries.any(|entry| entry.side == *side && entry.date == day.date && is(entry))
        })
    };
    let lacks_signs = lights.len() < told.sides.len()
        || lights.iter().any(|knee| knee.lacks.iter().any(|gap| gap.what == GapKind::Signs))
        || lights.iter().any(|knee| knee.light.is_none());
    let needs = [
        (GapKind::Morning, !entered(|entry| entry.pain_morning.is_some())),
        (GapKind::Before, day.has_run && !entered(|entry| entry.pain_before.is_some())),
        (GapKind::During, day.has_run && !entered(|entry| entry.pain_during_max.is_some())),
        (GapKind::HourAfter, day.has_run && !entered(|entry| entry.pain_60min.is_some())),
        (GapKind::Signs, lacks_signs),
    ];
    needs.into_iter().filter_map(|(need, is_needed)| is_needed.then_some(need)).collect()
}

/// The signs that can be named, with the column and value that each stands for.
const SIGNS: [(&str, &str, &str, &str); 6] = [
    ("limp", "limp", "1", "0"),
    ("swelling", "swelling", "2", "0"),
    ("stuck", "locking", "stuck", "none"),
    ("buckled", "giving_way", "buckled", "none"),
    ("woke", "night_pain", "wakes", "none"),
    ("painkiller", "medicine", "1", "0"),
];

fn signs<R: BufRead, W: Write>(dialogue: &mut Dialogue<R, W>, told: &mut Told) -> Result<(), Failure> {
    let question =
        "Any of these: limp, swelling others can see, stuck, buckled, woke you, painkiller? (or none)";
    let Some(named) = dialogue.ask(question, named_signs)? else { return Ok(()) };
    for (word, column, yes, no) in SIGNS {
        let value = if named.contains(&word) { yes } else { no };
        told.values.push((column, value.to_owned()));
    }
    Ok(())
}

fn named_signs(answer: &str) -> Result<Vec<&'static str>, String> {
    let answer = answer.to_lowercase();
    if matches!(answer.as_str(), "n" | "no" | "none" | "0") {
        return Ok(Vec::new());
    }
    let words: Vec<&str> = answer.split([',', ' ']).filter(|word| !word.is_empty()).collect();
    let known = |word: &&str| SIGNS.iter().map(|(sign, ..)| *sign).find(|sign| sign == word);
    let named: Option<Vec<&'static str>> = words.iter().map(known).collect();
    named.ok_or_else(|| "none, or some of: limp swelling stuck buckled woke painkiller".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn asked(input: &str, history: &History, has_run: bool) -> (Told, String) {
        let mut said = Vec::new();
        let mut told = Told::default();
        let date = day("2026-10-01");
        let day = Day { date, as_of: date, has_run };
        let mut dialogue = Dialogue::new(input.as_bytes(), &mut said);
        ask(&mut dialogue, &mut told, history, &day, true).unwrap();
        (told, String::from_utf8(said).unwrap())
    }

    #[test]
    fn a_first_day_without_a_run_asks_for_knee_morning_and_signs() {
        let (told, said) = asked("left\n2\nnone\n", &History::default(), false);
        assert_eq!(told.sides, [Side::Left]);
        assert_eq!(told.values[0], ("pain_morning", "2".to_owned()));
        assert_eq!(told.values.len(), 7, "six signs");
        assert_eq!(said.matches('?').count(), 3, "{said}");
    }

    #[test]
    fn a_run_adds_its_three_scores_and_known_signs_are_not_asked_again() {
        let mut entry = SymptomEntry::empty(day("2026-09-29"), Side::Right);
        entry.swelling = Some(kneewise_types::Swelling::None);
        entry.locking = Some(kneewise_types::Locking::None);
        entry.giving_way = Some(kneewise_types::GivingWay::None);
        entry.night_pain = Some(kneewise_types::NightPain::None);
        (entry.has_limp, entry.has_medicine) = (Some(false), Some(false));
        let history = History { symptoms: vec![entry], ..History::default() };
        let (told, said) = asked("r\n1\n0\n3\n\n", &history, true);
        let columns: Vec<&str> = told.values.iter().map(|(column, _)| *column).collect();
        assert_eq!(columns, ["pain_morning", "pain_before", "pain_during_max"]);
        assert!(!said.contains("Any of these"), "{said}");
    }

    #[test]
    fn signs_are_named_by_a_word() {
        assert_eq!(named_signs("Limp, woke").unwrap(), ["limp", "woke"]);
        assert!(named_signs("a bit").is_err());
        let (told, _) = asked("both\n0\nswelling\n", &History::default(), false);
        assert!(told.values.contains(&("swelling", "2".to_owned())));
        assert!(told.values.contains(&("limp", "0".to_owned())));
    }

    #[test]
    fn the_end_of_the_input_leaves_everything_open() {
        let (told, _) = asked("", &History::default(), true);
        assert!(told.sides.is_empty() && told.values.is_empty());
    }
}
